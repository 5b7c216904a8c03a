// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/core_private.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

#include "app/listen_error_text.h"
#include "base/local_calendar.h"
#include "base/logging.h"
#include "control/control_client.h"
#include "setup/network_addresses.h"
#include "simulator/household.h"

namespace outlet {

namespace {

std::optional<QTemporaryDir> scratchFolder(CoreOptions &options)
{
    if (!options.demo)
        return std::nullopt;
    std::optional<QTemporaryDir> scratch;
    scratch.emplace(QDir::tempPath() + QStringLiteral("/outlet-demo-XXXXXX"));
    options.dataDir = scratch->path();
    if (options.bind.isEmpty())
        options.bind = {QHostAddress(QHostAddress::LocalHost)};
    if (!options.port)
        options.port = 0;
    return scratch;
}

} // namespace

// The members are built in the order of the header: `scratch` changes `options` before the rest
// looks at them.
Core::Private::Private(Core *core, CoreOptions given)
    : q(core)
    , options(std::move(given))
    , scratch(scratchFolder(options))
    , storage(options.dataDir, storageHooks())
    , settings(&storage)
    , store(storage)
    , registry(clock, &store)
    , server(registry, clock, ServerOptions())
    , countdowns(registry, clock)
    , history(storage.filePath(), clock)
    , energy(history, registry, settings, clock)
    , energyRequests(energy, history, registry, *this, clock)
    , backups(history, settings, clock, storage.filePath())
    , transfers(history, energy, registry, backups, clock,
                QFileInfo(storage.filePath()).absolutePath())
    , transferRequests(transfers)
    , replacing(history, registry, clock)
    , replaceRequests(replacing, history, registry, *this)
    , keeper(*core, history, registry, backups, clock, storage.filePath())
    , diagnostics(*core)
    , saveWait(storage, clock)
    , control(registry, *this, clock)
    , demo(clock)
    , retryTimer(clock, [this] { listen(); })
    , seenTimer(clock, [this] { saveSeen(); })
{
    registry.setAcceptNew(options.acceptNew);
}

StorageHooks Core::Private::storageHooks()
{
    StorageHooks hooks;
    hooks.beforeSetAside = [this] { history.suspend(); };
    return hooks;
}

QJsonObject Core::Private::status() const
{
    const QString historyProblem = history.problem().sentence();
    const QString problem = storage.problem().sentence();
    const QString addressProblem = setupMemory.changedAddressText();
    QJsonArray addresses;
    if (server.isListening()) {
        const QStringList reachable = q->reachableAddresses();
        if (reachable.isEmpty() && listensEverywhere())
            addresses.append(QStringLiteral("127.0.0.1"));
        for (const QString &address : reachable)
            addresses.append(address);
    }
    return {
        {QStringLiteral("listening"), server.isListening()},
        {QStringLiteral("port"), q->port()},
        {QStringLiteral("addresses"), addresses},
        {QStringLiteral("error"),
         listenError ? QJsonValue(outlet::listenErrorText(*listenError, holder)) : QJsonValue()},
        {QStringLiteral("dataDir"), options.dataDir},
        {QStringLiteral("addressProblem"),
         addressProblem.isEmpty() ? QJsonValue() : QJsonValue(addressProblem)},
        {QStringLiteral("run"), run},
        {QStringLiteral("demo"), options.demo},
        {QStringLiteral("keptBeforeRestore"),
         finishedRestore.keptAs.isEmpty() ? QJsonValue() : QJsonValue(finishedRestore.keptAs)},
        {QStringLiteral("restoreProblem"),
         finishedRestore.problem.isEmpty() ? QJsonValue() : QJsonValue(finishedRestore.problem)},
        {QStringLiteral("storageProblem"), problem.isEmpty() ? QJsonValue() : QJsonValue(problem)},
        {QStringLiteral("historyProblem"),
         historyProblem.isEmpty() ? QJsonValue() : QJsonValue(historyProblem)},
    };
}

void Core::Private::whenSaved(std::function<void(const QString &problem)> done)
{
    saveWait.whenSaved(std::move(done));
}

bool Core::Private::raise(const WindowWish &wish)
{
    if (hasWindow)
        Q_EMIT q->raiseRequested(wish);
    return hasWindow;
}

void Core::Private::quit()
{
    QMetaObject::invokeMethod(q, &Core::quitRequested, Qt::QueuedConnection);
}

bool Core::Private::carryOutBackup(const control::Request &request,
                                   const ControlDispatcher::Reply &reply)
{
    using control::Error;
    using control::ErrorCode;
    const QString path = request.arguments.value(QLatin1StringView("path")).toString();
    const auto answer = [reply, thisRun = run](const BackupService::Outcome &outcome) {
        if (outcome.problem.isEmpty())
            reply(QJsonValue(QJsonObject{{QStringLiteral("path"), outcome.path},
                                         {QStringLiteral("run"), thisRun}}));
        else
            reply(Error{ErrorCode::Failed, outcome.problem});
    };
    if (request.verb == u"backup") {
        backups.backUp(path, answer);
        return true;
    }
    if (request.verb == u"restore") {
        if (path.isEmpty()) {
            reply(Error{ErrorCode::BadRequest, QStringLiteral("restore needs a file.")});
        } else if (options.demo) {
            reply(Error{ErrorCode::Failed,
                        QStringLiteral("The demo keeps nothing, so nothing can be restored; start "
                                       "outlet or outletd without --demo.")});
        } else {
            q->restore(path, answer);
        }
        return true;
    }
    return false;
}

bool Core::Private::takeDataFolder()
{
    switch (lock.take(options.dataDir)) {
    case DataFolderLock::Result::Taken:
        return true;
    case DataFolderLock::Result::InUse:
    case DataFolderLock::Result::Unusable:
        startError = lock.error();
        return false;
    case DataFolderLock::Result::NotLockable:
        break;
    }
    // The folder can't be written, so nothing in it can be spoilt; yet two programs that answer for
    // it would confuse whoever asks.
    ControlClient other;
    if (!other.open(options.dataDir))
        return true;
    startError = QCoreApplication::translate("outlet::Core",
                                             "Another Outlet already runs with the data folder %1: "
                                             "stop it, or choose another with --data-dir.")
                     .arg(options.dataDir);
    return false;
}

void Core::Private::restore(const StoredState &state)
{
    settings.restore(state.settings);
    notes = state.settings;
    history.setRetention(retention());
    QObject::connect(&settings, &Settings::changed, q, [this](const QString &key) {
        if (key.startsWith(QStringLiteral("history")))
            history.setRetention(retention());
    });
    QList<OutletRecord> records = state.outlets;
    const bool isFreshDemo = options.demo && records.isEmpty();
    if (isFreshDemo)
        records = Demo::records(clock);
    registry.restore(records);
    if (isFreshDemo)
        return inventPast();
    openHistory();
    seedEnergyToday();
}

void Core::Private::inventPast()
{
    DemoPastOptions past;
    past.nowUtcMs = clock.utcMs();
    past.calendar = energy.calendar();
    energy.setTariff(DemoPast::tariff(past.calendar.date(past.nowUtcMs)));
    storage.retryNow(); // before the past has the file for itself for a while
    demoPast.write(storage.filePath(), demoSpecs(), past, [this](const QString &problem) {
        if (!problem.isEmpty())
            qCWarning(lcApp).noquote() << "the demo begins without a past:" << problem;
        openHistory();
        seedEnergyToday();
    });
}

void Core::Private::openHistory()
{
    // What had not been brought over whole when the program ended.
    const QStringList left = notes.value(kDamagedHistoryNote).toString().split(u'\n');
    switch (storage.problem().kind) {
    case StorageProblem::Kind::TooNew:
    case StorageProblem::Kind::CannotOpen:
        return history.close(); // there is no file to write to: questions are answered with that
    case StorageProblem::Kind::CorruptSetAside:
        resumeHistory(storage.problem().path);
        break;
    default:
        history.open();
        break;
    }
    for (const QString &path : left) {
        if (path.isEmpty() || unrecovered.contains(path) || !QFileInfo::exists(path))
            continue;
        unrecovered.append(path);
        history.recover(path);
    }
    saveUnrecovered();
    recorder.emplace(registry, history, clock,
                     [this](const QString &outletId) { return isRecorded(outletId); });
    // Reading years of history takes a while, and is done beside everything else: after an end
    // that may have broken something, and once a day.
    constexpr qint64 dayMs = 24 * 3600 * 1000;
    const qint64 now = clock.utcMs();
    const qint64 checked = notes.value(kHistoryCheckedNote).toLongLong();
    if (wasClosed && checked <= now && now - checked < dayMs)
        return;
    storage.saveSetting(kHistoryCheckedNote, now);
    history.checkFile();
}

void Core::Private::seedEnergyToday()
{
    EnergyQuery query;
    for (const Outlet *outlet : registry.outlets())
        query.outletIds.append(outlet->id());
    const LocalCalendar calendar;
    const qint64 now = clock.utcMs();
    const TimeRange today = calendar.day(calendar.date(now));
    query.edgesUtcMs = {today.startUtcMs, today.endUtcMs};
    // Before any outlet can log in: so every report is counted here or at its arrival, and none
    // twice.
    history.energy(query).then(q, [this, now](const Result<EnergyAnswer, HistoryProblem> &answer) {
        if (stopped)
            return;
        if (!answer)
            qCWarning(lcApp).noquote()
                << "what was used today is not known:" << answer.error().sentence();
        const QList<OutletEnergy> known = answer ? answer->outlets : QList<OutletEnergy>();
        for (const OutletEnergy &used : known) {
            Outlet *outlet = registry.find(used.outletId);
            if (outlet && !used.buckets.isEmpty())
                outlet->seedEnergyToday(used.buckets.constFirst().joules, now);
        }
        begin();
    });
}

void Core::Private::begin()
{
    const QString controlError = control.listen(options.dataDir);
    if (!controlError.isEmpty())
        qCWarning(lcApp).noquote() << "outletctl can't reach this program:" << controlError;
    ready = true;
    energy.start();
    transfers.start();
    listen();
    seenTimer.start(kSaveSeen);
    if (!options.demo)
        backups.startDaily();
    Q_EMIT q->ready();
}

void Core::Private::followStorage()
{
    const StorageProblem &problem = storage.problem();
    if (!recorder || problem.kind != StorageProblem::Kind::CorruptSetAside ||
        problem.path == damagedPath)
        return;
    resumeHistory(problem.path);
}

void Core::Private::resumeHistory(const QString &setAside)
{
    damagedPath = setAside;
    const QStringList before = unrecovered;
    unrecovered.append(setAside);
    saveUnrecovered();
    history.resume(setAside);
    for (const QString &path : before)
        history.recover(path); // it was interrupted
}

void Core::Private::noteRecovered(const QString &path)
{
    unrecovered.removeAll(path);
    saveUnrecovered();
}

void Core::Private::saveUnrecovered()
{
    const QString note = unrecovered.join(u'\n');
    if (note == notes.value(kDamagedHistoryNote).toString())
        return;
    notes.insert(kDamagedHistoryNote, note);
    storage.saveSetting(kDamagedHistoryNote, note.isEmpty() ? QVariant() : QVariant(note));
}

HistoryRetention Core::Private::retention() const
{
    return {settings.historyRawDays(), settings.historyMinuteDays(), settings.historyRollupDays()};
}

bool Core::Private::isRecorded(const QString &outletId) const
{
    // The user's own file holds nothing that was made up; the demo's scratch folder may.
    return options.demo || !Demo::isSimulatedId(outletId);
}

ServerOptions Core::Private::serverOptions() const
{
    ServerOptions chosen = server.options();
    chosen.port = options.port.value_or(settings.port());
    chosen.addresses = options.bind;
    if (chosen.addresses.isEmpty()) {
        for (const QString &address : settings.bindAddresses())
            chosen.addresses.append(QHostAddress(address));
    }
    return chosen;
}

bool Core::Private::listensEverywhere() const
{
    const auto addresses = server.addresses();
    return std::any_of(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address == QHostAddress(QHostAddress::Any) ||
               address == QHostAddress(QHostAddress::AnyIPv4) ||
               address == QHostAddress(QHostAddress::AnyIPv6);
    });
}

void Core::Private::listen()
{
    if (!ready || stopped || server.isListening())
        return;
    holder.reset();
    server.setOptions(serverOptions());
    const auto result = server.listen();
    if (result) {
        listenError.reset();
        retryTimer.stop();
        listeningSinceUtcMs = clock.utcMs();
        qCInfo(lcApp, "The server listens on port %d", int(*result));
        plugInSimulated();
    } else {
        listenError = result.error();
        listeningSinceUtcMs = 0;
        retryAt = clock.monotonic() + kListenRetry;
        retryTimer.start(kListenRetry);
        qCDebug(lcApp).noquote() << outlet::listenErrorText(*listenError, {});
        if (listenError->kind == ListenError::Kind::PortInUse)
            findHolder(listenError->port);
    }
    Q_EMIT q->serverStateChanged();
}

void Core::Private::findHolder(quint16 triedPort)
{
    // Looks through /proc, so elsewhere; the answer counts while the question stands.
    QThreadPool::globalInstance()->start([core = QPointer<Core>(q), triedPort] {
        const std::optional<PortHolder> found = findPortHolder(triedPort);
        QMetaObject::invokeMethod(
            qApp,
            [core, triedPort, found] {
                if (!core || !found || !core->d->listenError ||
                    core->d->listenError->port != triedPort)
                    return;
                core->d->holder = found;
                Q_EMIT core->serverStateChanged();
            },
            Qt::QueuedConnection);
    });
}

void Core::Private::plugInSimulated()
{
    if (!options.demo && !simulated)
        return;
    const QList<QHostAddress> bound = server.addresses();
    const QHostAddress host = bound.isEmpty() || listensEverywhere()
                                  ? QHostAddress(QHostAddress::LocalHost)
                                  : bound.first();
    demo.plugIn(hostAndPort(host, server.port()), options.demo);
}

void Core::Private::saveSeen()
{
    registry.saveSeen();
    seenTimer.start(kSaveSeen);
}

} // namespace outlet
