// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "base/clock.h"
#include "desktop/server_face.h"
#include "desktop/ui.h"
#include "setup/firewall.h"
#include "setup/reachability_check.h"

namespace outlet {

/// Whether outlets can get through to the server: tries the server's own port at this computer's
/// address in the home network, looks for firewalls, and knows the commands that open them. Works
/// while it is active, and never otherwise. Main thread.
class PortWatch : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// The server that is tried; nothing happens without one.
    Q_PROPERTY(outlet::ServerFace *server READ server WRITE setServer NOTIFY serverChanged FINAL)
    /// The address at which it is tried.
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY addressChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    /// What was found, one sentence; empty while the server is stopped or there is no address.
    Q_PROPERTY(QString text READ text NOTIFY stateChanged FINAL)
    /// What it means and what to do, one sentence or two.
    Q_PROPERTY(QString help READ help NOTIFY stateChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone tone READ tone NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString iconName READ iconName NOTIFY stateChanged FINAL)
    /// Names of the firewalls to choose from: those that are on, or all that this system may have.
    Q_PROPERTY(QStringList firewalls READ firewalls NOTIFY stateChanged FINAL)
    /// For each of the firewalls the commands that let outlets through it, a line each.
    Q_PROPERTY(QStringList commands READ commands NOTIFY stateChanged FINAL)
    /// True when it is likely that one has to be opened.
    Q_PROPERTY(bool needsOpening READ needsOpening NOTIFY stateChanged FINAL)
public:
    enum State {
        Unknown, ///< the server is stopped, or there is no address
        Checking,
        Open,     ///< it answers, as seen from this computer
        Closed,   ///< nothing listens there
        Swallowed ///< the attempt leads nowhere
    };
    Q_ENUM(State)
    static constexpr std::chrono::milliseconds kRefresh{10'000};

    explicit PortWatch(QObject *parent = nullptr);
    ~PortWatch() override;

    [[nodiscard]] ServerFace *server() const { return m_server; }
    void setServer(ServerFace *server);
    [[nodiscard]] QString address() const { return m_address; }
    void setAddress(const QString &address);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] Ui::Tone tone() const;
    [[nodiscard]] QString iconName() const;
    [[nodiscard]] QStringList firewalls() const;
    [[nodiscard]] QStringList commands() const;
    [[nodiscard]] bool needsOpening() const;

Q_SIGNALS:
    void serverChanged();
    void addressChanged();
    void activeChanged();
    void stateChanged();

private:
    /// Begins anew, from not knowing anything.
    void restart();
    void look();
    void lookForFirewalls();
    void setState(State state);
    [[nodiscard]] QList<Firewall> offered() const;

    ServerFace *m_server = nullptr;
    QString m_address;
    bool m_active = false;
    State m_state = Unknown;
    int m_port = 0; ///< the one that was tried
    QList<Firewall> m_on;
    std::unique_ptr<ReachabilityCheck> m_check;
    std::unique_ptr<ClockTimer> m_refresh;
    QFutureWatcher<QList<Firewall>> m_firewallLook;
};

} // namespace outlet
