// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <optional>

#include "control/window_wish.h"
#include "server/outlet_server.h"

namespace outlet {

class Clock;
class CountdownService;
class DiagnosticsSource;
class EnergySource;
class HistoryCare;
class NetworkProbes;
class OutletRegistry;
class ReplaceService;
class TransferService;

/// An address of this computer, and what it belongs to: "Wi‑Fi", "Cable" or the interface's name.
struct LocalAddress
{
    QString address;
    QString label;
};

/// What the interface needs of the running engine. CoreEngine forwards to Core; tests and the
/// preview bring one whose server and file do what they are told. Main thread.
class Engine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual Clock &clock() = 0;
    [[nodiscard]] virtual OutletRegistry &registry() = 0;
    [[nodiscard]] virtual CountdownService &countdowns() = 0;

    /// Energy and cost of the outlets; nullptr where nothing is recorded.
    [[nodiscard]] virtual EnergySource *energy() { return nullptr; }
    /// Energy into files and back; nullptr where nothing is recorded.
    [[nodiscard]] virtual TransferService *transfers() { return nullptr; }
    /// Puts an outlet in the place of a dead one; nullptr where nothing is recorded.
    [[nodiscard]] virtual ReplaceService *replacing() { return nullptr; }

    /// What helps to find a fault; nullptr where there is no server.
    [[nodiscard]] virtual DiagnosticsSource *diagnostics() { return nullptr; }

    /// The history's file, its backups and its deletion; nullptr where nothing is recorded.
    [[nodiscard]] virtual HistoryCare *historyCare() { return nullptr; }

    /// True once the file was read and the registry is filled.
    [[nodiscard]] virtual bool isReady() const = 0;
    [[nodiscard]] virtual bool isDemo() const = 0;
    [[nodiscard]] virtual QString dataFolder() const = 0;
    [[nodiscard]] virtual int databaseVersion() const = 0;
    /// What is wrong with the file, in one sentence; empty when nothing is.
    [[nodiscard]] virtual QString problemText() const = 0;
    /// False when the problem is over and only has to be known (a damaged file was set aside).
    [[nodiscard]] virtual bool isProblemLasting() const = 0;

    /// A remembered setting by its key; invalid when there is none.
    [[nodiscard]] virtual QVariant setting(const QString &key) const = 0;
    virtual void setSetting(const QString &key, const QVariant &value) = 0;

    /// Simulated outlets that were added to try things out.
    [[nodiscard]] virtual bool isSimulated(const QString &id) const = 0;
    [[nodiscard]] virtual bool hasSimulated() const = 0;
    virtual void startSimulated() = 0;
    virtual void stopSimulated() = 0;
    /// Starts another Outlet beside this one, as with --demo; false when the system refuses.
    [[nodiscard]] virtual bool openDemo() = 0;

    [[nodiscard]] virtual bool isListening() const = 0;
    /// The port that is listened on, or that is wanted while the server is stopped.
    [[nodiscard]] virtual quint16 port() const = 0;
    [[nodiscard]] virtual std::optional<ListenError> listenError() const = 0;
    /// Who holds the port, "Outlet (another copy, process 4128)"; empty when not known.
    [[nodiscard]] virtual QString portHolder() const = 0;
    [[nodiscard]] virtual int secondsToRetry() const = 0;
    virtual void retryListen() = 0;
    virtual void setPort(quint16 port) = 0;
    /// This computer's addresses at which outlets can reach the server, likely ones first.
    [[nodiscard]] virtual QStringList reachableAddresses() const = 0;
    /// Every address that the server could be bound to.
    [[nodiscard]] virtual QList<LocalAddress> localAddresses() const = 0;
    [[nodiscard]] virtual qint64 listeningSinceUtcMs() const = 0;
    /// How to look at the network around this computer.
    [[nodiscard]] virtual const NetworkProbes &network() const = 0;
    /// What to say when outlets were set up for an address that this computer has no more; empty
    /// while all is well.
    [[nodiscard]] virtual QString changedAddressText() const = 0;

Q_SIGNALS:
    void ready();
    void serverStateChanged();
    void problemChanged();
    void simulatedChanged();
    /// A second start asked this one to show its window.
    void raiseRequested(const outlet::WindowWish &wish);
    void quitRequested();
};

} // namespace outlet
