// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/engine.h"
#include "setup/network_probes.h"

namespace outlet {

class Core;

/// The running program's engine: everything is forwarded to Core.
class CoreEngine : public Engine
{
    Q_OBJECT
public:
    /// \a core must outlive the engine.
    explicit CoreEngine(Core &core, QObject *parent = nullptr);

    [[nodiscard]] Clock &clock() override;
    [[nodiscard]] OutletRegistry &registry() override;
    [[nodiscard]] EnergySource *energy() override;
    [[nodiscard]] HistoryCare *historyCare() override;
    [[nodiscard]] TransferService *transfers() override;
    [[nodiscard]] ReplaceService *replacing() override;
    [[nodiscard]] DiagnosticsSource *diagnostics() override;
    [[nodiscard]] CountdownService &countdowns() override;
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] bool isDemo() const override;
    [[nodiscard]] QString dataFolder() const override;
    [[nodiscard]] int databaseVersion() const override;
    [[nodiscard]] QString problemText() const override;
    [[nodiscard]] bool isProblemLasting() const override;
    [[nodiscard]] QVariant setting(const QString &key) const override;
    void setSetting(const QString &key, const QVariant &value) override;
    [[nodiscard]] bool isSimulated(const QString &id) const override;
    [[nodiscard]] bool hasSimulated() const override;
    void startSimulated() override;
    void stopSimulated() override;
    [[nodiscard]] bool openDemo() override;
    [[nodiscard]] bool isListening() const override;
    [[nodiscard]] quint16 port() const override;
    [[nodiscard]] std::optional<ListenError> listenError() const override;
    [[nodiscard]] QString portHolder() const override;
    [[nodiscard]] int secondsToRetry() const override;
    void retryListen() override;
    void setPort(quint16 port) override;
    [[nodiscard]] QStringList reachableAddresses() const override;
    [[nodiscard]] QList<LocalAddress> localAddresses() const override;
    [[nodiscard]] qint64 listeningSinceUtcMs() const override;
    [[nodiscard]] const NetworkProbes &network() const override;
    [[nodiscard]] QString changedAddressText() const override;

private:
    NetworkProbes m_network;
    Core &m_core;
};

} // namespace outlet
