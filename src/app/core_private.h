// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

#include "app/backup_service.h"
#include "app/core.h"
#include "app/data_folder_lock.h"
#include "app/demo.h"
#include "app/demo_past.h"
#include "app/diagnostics.h"
#include "app/energy_requests.h"
#include "app/energy_service.h"
#include "app/history_keeper.h"
#include "app/replace_requests.h"
#include "app/save_wait.h"
#include "app/settings.h"
#include "app/setup_memory.h"
#include "app/transfer_requests.h"
#include "automation/countdown_service.h"
#include "base/system_clock.h"
#include "control/control_host.h"
#include "control/control_server.h"
#include "history/history.h"
#include "history/history_recorder.h"
#include "outlets/outlet_registry.h"
#include "storage/backup.h"

namespace outlet {

/// Notes of the program's own, kept beside the settings: the damaged files whose history is still
/// to be brought over, one a line, should the program end meanwhile; when it was last checked.
inline const QString kDamagedHistoryNote = QStringLiteral("damagedHistory");
inline const QString kHistoryCheckedNote = QStringLiteral("historyCheckedUtcMs");

/// The parts of Core, in the order in which they are built, and what the control channel asks.
class Core::Private : public ControlHost
{
public:
    Private(Core *core, CoreOptions given);

    [[nodiscard]] QString program() const override { return options.program; }
    [[nodiscard]] QJsonObject status() const override;
    void whenSaved(std::function<void(const QString &problem)> done) override;
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply) override
    {
        return energyRequests.carryOut(request, reply) ||
               transferRequests.carryOut(request, reply) ||
               replaceRequests.carryOut(request, reply) || setupMemory.carryOut(request, reply) ||
               diagnostics.carryOut(request, reply) || carryOutBackup(request, reply);
    }
    bool raise(const WindowWish &wish) override;
    void quit() override;
    /// "backup" and "restore"; false for other verbs.
    bool carryOutBackup(const control::Request &request, const ControlDispatcher::Reply &reply);

    /// Takes the data folder; false with startError set.
    [[nodiscard]] bool takeDataFolder();
    /// Goes on when the file was read.
    void restore(const StoredState &state);
    /// Gives the demo's outlets a past and prices, then goes on as restore() does.
    void inventPast();
    /// Opens the history beside the file that Storage has opened.
    void openHistory();
    /// Has the outlets know what they used today; goes on with begin() when that is known.
    void seedEnergyToday();
    /// Lets the outlets in.
    void begin();
    /// Storage's problem may be a damaged file that was replaced: the history follows.
    void followStorage();
    [[nodiscard]] bool isRecorded(const QString &outletId) const;
    /// Tries to listen; starts the waiting for the next try when it can't.
    void listen();
    void findHolder(quint16 triedPort);
    /// Has the simulated outlets connect to where the server listens now.
    void plugInSimulated();
    void saveSeen();
    [[nodiscard]] StorageHooks storageHooks();
    [[nodiscard]] ServerOptions serverOptions() const;
    [[nodiscard]] bool listensEverywhere() const;

    Core *q;
    CoreOptions options;
    std::optional<QTemporaryDir> scratch; ///< the demo's data folder
    SystemClock clock;
    DataFolderLock lock;
    Storage storage;
    Settings settings;
    SetupMemory setupMemory{settings};
    StoreWithoutSimulated store;
    OutletRegistry registry;
    OutletServer server;
    CountdownService countdowns;
    History history;
    std::optional<HistoryRecorder> recorder;
    EnergyService energy;
    EnergyRequests energyRequests;
    BackupService backups;
    TransferService transfers;
    TransferRequests transferRequests;
    ReplaceService replacing;
    ReplaceRequests replaceRequests;
    HistoryKeeper keeper;
    Diagnostics diagnostics;
    SaveWait saveWait;
    ControlServer control;
    Demo demo;
    DemoPast demoPast;
    ClockTimer retryTimer;
    ClockTimer seenTimer;

    static inline int runs = 0;
    const int run = ++runs; ///< how many Cores this process has had: tells a restarted one apart
    QString startError;
    FinishedRestore finishedRestore; ///< what became of a restore at this start
    std::optional<ListenError> listenError;
    std::optional<PortHolder> holder;
    std::chrono::milliseconds retryAt{0}; ///< monotonic
    qint64 listeningSinceUtcMs = 0;
    [[nodiscard]] HistoryRetention retention() const;
    /// Goes on with the history in the file that took the place of the damaged one.
    void resumeHistory(const QString &setAside);
    /// All is brought over of that file.
    void noteRecovered(const QString &path);
    void saveUnrecovered();

    QHash<QString, QVariant> notes; ///< as they were when the file was opened
    QStringList unrecovered;        ///< damaged files that are being brought over
    QString damagedPath;            ///< of the file whose history is or was brought over
    bool wasClosed = true;          ///< the last process closed the file properly
    bool ready = false;
    bool stopped = false;
    bool hasWindow = false;
    bool simulated = false; ///< startSimulated() was called
};

} // namespace outlet
