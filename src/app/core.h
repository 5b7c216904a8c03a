// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <memory>
#include <optional>

#include "app/backup_service.h"
#include "app/core_options.h"
#include "app/port_holder.h"
#include "base/clock.h"
#include "control/window_wish.h"
#include "server/outlet_server.h"
#include "storage/storage.h"

namespace outlet {

class CountdownService;
class Diagnostics;
class EnergyService;
class History;
class HistoryCare;
class ControlServer;
class OutletRegistry;
class Settings;
class SetupMemory;
class ReplaceService;
class TransferService;

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
    /// Which address outlets were told, and whether this computer still has it.
    [[nodiscard]] SetupMemory &setupMemory();
    /// Open from shortly before ready() until stop(); what it is asked before waits.
    [[nodiscard]] History &history();
    /// Energy with its cost, in local time; its figures are known a moment after ready().
    [[nodiscard]] EnergyService &energy();
    [[nodiscard]] QString startError() const;
    /// True once the file was read and the registry is filled.
    [[nodiscard]] bool isReady() const;

    /// Why the server does not listen; empty while it does.
    [[nodiscard]] const std::optional<ListenError> &listenError() const;
    /// The same as a sentence for the user, with who holds the port where that is known.
    [[nodiscard]] QString listenErrorText() const;
    /// Who holds the port; found a moment after listenError(), told by serverStateChanged().
    [[nodiscard]] const std::optional<PortHolder> &portHolder() const;
    /// The port that is listened on, or that is wanted while the server does not listen.
    [[nodiscard]] quint16 port() const;
    /// Tries to listen again now. While it can't, this happens by itself every kListenRetry.
    void retryListen();
    /// Seconds until the next try by itself; 0 when listening.
    [[nodiscard]] int secondsToRetry() const;
    /// Restarts the server on another port (1024 to 65535) and remembers it.
    void setPort(quint16 port);
    static constexpr std::chrono::seconds kListenRetry{10};
    /// How often what outlets said of themselves (last seen, address) is written.
    static constexpr std::chrono::minutes kSaveSeen{5};

    /// This computer's addresses at which outlets can reach the server, likely ones first; empty
    /// when there is none but loopback.
    [[nodiscard]] QStringList reachableAddresses() const;
    /// "ADDRESS:PORT" for each address that is listened on; an address that stands for all of this
    /// computer's gives the likeliest one.
    [[nodiscard]] QStringList listeningAt() const;
    /// When the server began to listen, UTC ms; 0 while it does not.
    [[nodiscard]] qint64 listeningSinceUtcMs() const;

    /// Adds the simulated outlets, to try things out; they are never remembered.
    void startSimulated();
    /// Takes them away again.
    void stopSimulated();
    [[nodiscard]] bool hasSimulated() const;
    /// Whether this outlet is one that startSimulated() added. In the demo, where all are
    /// simulated, it is false.
    [[nodiscard]] bool isSimulated(const QString &id) const;

    /// Whether a request to show the window can be met: the desktop app says so. False at first.
    void setHasWindow(bool has);

    /// What the file holds and what can be done to it: for Settings.
    [[nodiscard]] HistoryCare &historyCare();
    /// Backups by hand and by the day.
    [[nodiscard]] BackupService &backups();
    /// Energy into files and back.
    [[nodiscard]] TransferService &transfers();
    /// What helps to find a fault.
    [[nodiscard]] Diagnostics &diagnostics();
    /// Puts an outlet in the place of a dead one.
    [[nodiscard]] ReplaceService &replacing();
    /// Checks the backup at \a path and asks for a restart, which puts it in the place of the file;
    /// the file that was there is kept. \a done is told at once why it can't be done, or when all
    /// is prepared, just before restartRequested().
    void restore(const QString &path, const BackupService::Done &done);
    /// Where the file is that a restore at this start took the place of; empty = there was none.
    [[nodiscard]] QString keptBeforeRestore() const;

Q_SIGNALS:
    void ready();
    /// listenError(), portHolder(), port() or the time of the next try changed.
    void serverStateChanged();
    void simulatedChanged();
    /// A second start of the desktop app asked this one to show its window.
    void raiseRequested(const outlet::WindowWish &wish);
    /// outletctl or the system asked the program to end.
    void quitRequested();
    /// A backup waits to take the file's place: this Core should be stopped and another one started
    /// with the same options and, if it listens, port().
    void restartRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
