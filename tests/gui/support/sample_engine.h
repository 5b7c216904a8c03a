// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantHash>
#include <memory>

#include "automation/countdown_service.h"
#include "desktop/engine.h"
#include "outlets/outlet_registry.h"
#include "sample_diagnostics.h"
#include "sample_network.h"

namespace outlet {

class History;
class ReplaceService;

/// An engine for tests of the interface: real outlets in a real registry, but no sockets and no
/// file; what the server and the file say is set by the test.
class SampleEngine : public Engine
{
    Q_OBJECT
public:
    /// All must outlive the engine; without \a energy nothing is recorded, without \a history
    /// nothing can be replaced.
    explicit SampleEngine(Clock &clock, EnergySource *energy = nullptr, History *history = nullptr);
    ~SampleEngine() override;

    /// Fills the registry with the outlets of the design's home page: every state of a card, one
    /// new outlet and one that is ignored.
    void addHome();
    /// Every outlet that is on and known says what it draws; \a tick makes the values move.
    void measure(int tick);

    void setReady();
    void setListening(quint16 port);
    void setListenError(const ListenError &error, const QString &holder, int secondsToRetry);
    void setProblem(const QString &text, bool lasting);
    /// This computer gets other addresses; told as the server's state is.
    void setAddresses(const QStringList &addresses);
    /// Outlets were set up for another address; told as the server's state is.
    void setChangedAddress(const QString &text);

    /// What the network around this computer is like.
    SampleNetwork sampleNetwork;

    [[nodiscard]] Clock &clock() override { return m_clock; }
    [[nodiscard]] OutletRegistry &registry() override { return m_registry; }
    [[nodiscard]] CountdownService &countdowns() override { return m_countdowns; }
    [[nodiscard]] EnergySource *energy() override { return m_energy; }
    [[nodiscard]] DiagnosticsSource *diagnostics() override { return &m_diagnostics; }
    [[nodiscard]] ReplaceService *replacing() override { return m_replacing.get(); }
    /// What the outlets said and how their links were is put in by the test.
    [[nodiscard]] SampleDiagnostics &sampleDiagnostics() { return m_diagnostics; }
    [[nodiscard]] bool isReady() const override { return m_ready; }
    [[nodiscard]] bool isDemo() const override { return false; }
    [[nodiscard]] QString dataFolder() const override { return QStringLiteral("/home/kim/outlet"); }
    [[nodiscard]] int databaseVersion() const override { return 2; }
    [[nodiscard]] QString problemText() const override { return m_problem; }
    [[nodiscard]] bool isProblemLasting() const override { return m_problemLasts; }
    [[nodiscard]] QVariant setting(const QString &key) const override { return m_settings[key]; }
    void setSetting(const QString &key, const QVariant &value) override { m_settings[key] = value; }
    [[nodiscard]] bool isSimulated(const QString &id) const override
    {
        return id.startsWith(QStringLiteral("5151"));
    }
    [[nodiscard]] bool hasSimulated() const override;
    void startSimulated() override;
    void stopSimulated() override;
    [[nodiscard]] bool openDemo() override { return ++demosOpened > 0; }
    int demosOpened = 0;
    [[nodiscard]] bool isListening() const override { return m_listening; }
    [[nodiscard]] quint16 port() const override { return m_port; }
    [[nodiscard]] std::optional<ListenError> listenError() const override { return m_error; }
    [[nodiscard]] QString portHolder() const override { return m_holder; }
    [[nodiscard]] int secondsToRetry() const override { return m_secondsToRetry; }
    void retryListen() override;
    void setPort(quint16 port) override;
    [[nodiscard]] QStringList reachableAddresses() const override { return m_addresses; }
    [[nodiscard]] QList<LocalAddress> localAddresses() const override;
    [[nodiscard]] qint64 listeningSinceUtcMs() const override { return m_sinceUtcMs; }
    [[nodiscard]] const NetworkProbes &network() const override { return sampleNetwork; }
    [[nodiscard]] QString changedAddressText() const override { return m_changedAddress; }

private:
    Outlet *add(const QString &id, Decision decision, const QString &name, const QString &room,
                const QString &icon, const QString &model, int signalDbm);

    Clock &m_clock;
    EnergySource *m_energy;
    OutletRegistry m_registry;
    CountdownService m_countdowns;
    SampleDiagnostics m_diagnostics;
    std::unique_ptr<ReplaceService> m_replacing;
    QVariantHash m_settings;
    bool m_ready = false;
    bool m_listening = false;
    quint16 m_port = kDefaultPort;
    std::optional<ListenError> m_error;
    QString m_holder;
    int m_secondsToRetry = 0;
    qint64 m_sinceUtcMs = 0;
    QString m_problem;
    bool m_problemLasts = false;
    QStringList m_addresses{QStringLiteral("192.168.1.24"), QStringLiteral("10.0.0.5")};
    QString m_changedAddress;
    QList<std::shared_ptr<OutletPort>> m_ports;
};

} // namespace outlet
