// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "protocol/esptouch.h"
#include "setup/access_point_watch.h"
#include "setup/network_probes.h"
#include "setup/wifi_service.h"

namespace outlet {

/// The Wi-Fi networks around this computer, for the wizard: names to choose among, the way into an
/// outlet's own network where the system offers one, and whether this computer is in one. Does
/// nothing until it is asked. Main thread.
class SetupWifi : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from Setup")
    /// The system can list and join networks; otherwise the user does it in the system's settings.
    Q_PROPERTY(bool isHelpful READ isHelpful NOTIFY changed FINAL)
    /// Networks that an outlet could join, strongest first.
    Q_PROPERTY(QStringList homeNames READ homeNames NOTIFY changed FINAL)
    /// Outlets' own networks, strongest first.
    Q_PROPERTY(QStringList outletNames READ outletNames NOTIFY changed FINAL)
    /// The network that is being joined; empty when none is.
    Q_PROPERTY(QString joining READ joining NOTIFY changed FINAL)
    /// Why joining did not work, one sentence; empty when nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// This computer has an address in a network such as an outlet's own.
    Q_PROPERTY(bool isNear READ isNear NOTIFY changed FINAL)
public:
    /// Both must outlive this; \a network has the system's service, made when it is first needed.
    SetupWifi(Clock &clock, const NetworkProbes &network, QObject *parent = nullptr);
    ~SetupWifi() override;

    /// Replaces the look at this computer's addresses; for tests.
    void setWatch(std::unique_ptr<AccessPointWatch> watch);

    [[nodiscard]] bool isHelpful() const;
    [[nodiscard]] QStringList homeNames() const;
    [[nodiscard]] QStringList outletNames() const;
    [[nodiscard]] QString joining() const { return m_joining; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isNear() const { return m_watch->isReachable(); }
    /// The network that this computer is in, if outlets could join it; otherwise empty.
    [[nodiscard]] QString currentName() const;

    /// The strongest access point of the network with this name on the band of outlets, as far as
    /// the system knows it; zeros otherwise.
    [[nodiscard]] protocol::MacAddress bssidOf(const QString &name) const;

    /// The system sees the network with this name, and not on the band of outlets.
    [[nodiscard]] Q_INVOKABLE bool isOnly5GHz(const QString &name) const;

    /// Everything that the system sees, strongest first.
    [[nodiscard]] QList<WifiNetwork> networks() const;

    /// Looks for networks; again after each call.
    Q_INVOKABLE void search();
    /// Takes this computer into an outlet's own network, which is open.
    Q_INVOKABLE void join(const QString &name);
    /// Back to the network that join() left; does nothing when there was none.
    void goBack();
    /// Watches for isNear(), or no more.
    void setWatching(bool on);

Q_SIGNALS:
    void changed();
    /// This computer has come into a network such as an outlet's own while that was watched for.
    void cameNear();

private:
    void useService(std::unique_ptr<WifiService> service);
    void useWatch(std::unique_ptr<AccessPointWatch> watch);

    const NetworkProbes &m_network;
    std::unique_ptr<WifiService> m_service; ///< none until it is needed
    std::unique_ptr<AccessPointWatch> m_watch;
    QString m_joining;
    QString m_problem;
    bool m_hasLeft = false;
    bool m_isWatching = false;
};

} // namespace outlet
