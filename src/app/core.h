// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <memory>
#include <optional>

#include "app/core_options.h"
#include "base/clock.h"
#include "server/outlet_server.h"
#include "storage/storage.h"

namespace outlet {

class CountdownService;
class ControlServer;
class OutletRegistry;
class Settings;

/// The engine that outlet and outletd share: builds and owns storage, settings, registry, server,
/// automation and the control channel, in that order, and takes them down in reverse. Main thread.
class Core : public QObject
{
    Q_OBJECT
public:
    explicit Core(CoreOptions options, QObject *parent = nullptr);
    ~Core() override;

    /// Opens the file, fills the registry, then listens. Answers with ready(); whether the server
    /// runs is said by listenError(). Returns false, with an error for the user in startError(),
    /// when this data folder is in use by another process or can't be used at all.
    [[nodiscard]] bool start();
    /// Stops everything in order; what is queued for the disk is written. Also done by ~Core().
    void stop();

    [[nodiscard]] const CoreOptions &options() const;
    [[nodiscard]] Clock &clock();
    [[nodiscard]] OutletRegistry &registry();
    [[nodiscard]] OutletServer &server();
    [[nodiscard]] Storage &storage();
    [[nodiscard]] Settings &settings();
    [[nodiscard]] CountdownService &countdowns();
    [[nodiscard]] QString startError() const;
    /// True once the file was read and the registry is filled.
    [[nodiscard]] bool isReady() const;

    /// Why the server does not listen; empty while it does.
    [[nodiscard]] const std::optional<ListenError> &listenError() const;
    /// Tries to listen again now. While it can't, this happens by itself every kListenRetry.
    void retryListen();
    /// Seconds until the next try by itself; 0 when listening.
    [[nodiscard]] int secondsToRetry() const;
    /// Restarts the server on another port (1024 to 65535) and remembers it.
    void setPort(quint16 port);
    static constexpr std::chrono::seconds kListenRetry{10};

    /// This computer's addresses at which outlets can reach the server, likely ones first.
    [[nodiscard]] QStringList reachableAddresses() const;
    /// When the server began to listen, UTC ms; 0 while it does not.
    [[nodiscard]] qint64 listeningSinceUtcMs() const;

Q_SIGNALS:
    void ready();
    void serverStateChanged();
    /// A second start of the desktop app asked this one to show its window.
    void raiseRequested();
    /// outletctl or the system asked the program to end.
    void quitRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
