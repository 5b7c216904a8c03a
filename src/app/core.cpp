// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/core.h"

#include "app/core_private.h"
#include "app/listen_error_text.h"
#include "base/logging.h"
#include "setup/network_addresses.h"
#include "storage/file_set.h"

namespace outlet {

Core::Core(CoreOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(options)))
{
    connect(&d->storage, &Storage::opened, this,
            [this](const StoredState &state) { d->restore(state); });
    connect(&d->storage, &Storage::problemChanged, this, [this] { d->followStorage(); });
    connect(&d->history, &History::damageFound, &d->storage, &Storage::replaceDamaged);
    connect(&d->history, &History::recovered, this,
            [this](const QString &path) { d->noteRecovered(path); });
}

Core::~Core()
{
    stop();
}

bool Core::start()
{
    if (!d->takeDataFolder())
        return false;
    d->finishedRestore =
        finishRestore(d->storage.filePath(), QDateTime::fromMSecsSinceEpoch(d->clock.utcMs()));
    if (!d->finishedRestore.problem.isEmpty())
        qCWarning(lcApp).noquote() << d->finishedRestore.problem;
    else if (d->finishedRestore.wasPrepared)
        qCInfo(lcApp).noquote() << "a backup was restored; the file before it is kept as"
                                << d->finishedRestore.keptAs;
    d->wasClosed = isMissingOrEmpty(walPath(d->storage.filePath()));
    d->storage.open();
    return true;
}

void Core::stop()
{
    if (d->stopped)
        return;
    d->stopped = true;
    d->retryTimer.stop();
    d->seenTimer.stop();
    d->demo.pullOut();
    d->demoPast.cancel();
    d->control.close();
    d->server.close();
    if (d->ready)
        d->registry.saveSeen();
    d->recorder.reset();
    d->backups.stop();
    d->transfers.stop();
    d->history.close();
    d->storage.close();
    d->lock.release();
}

TransferService &Core::transfers()
{
    return d->transfers;
}

Diagnostics &Core::diagnostics()
{
    return d->diagnostics;
}

ReplaceService &Core::replacing()
{
    return d->replacing;
}

BackupService &Core::backups()
{
    return d->backups;
}

HistoryCare &Core::historyCare()
{
    return d->keeper;
}

void Core::restore(const QString &path, const BackupService::Done &done)
{
    d->backups.prepareRestore(path, [this, done](const BackupService::Outcome &outcome) {
        done(outcome);
        // When what was told is on its way.
        if (outcome.problem.isEmpty())
            QMetaObject::invokeMethod(this, &Core::restartRequested, Qt::QueuedConnection);
    });
}

QString Core::keptBeforeRestore() const
{
    return d->finishedRestore.keptAs;
}

const CoreOptions &Core::options() const
{
    return d->options;
}

Clock &Core::clock()
{
    return d->clock;
}

OutletRegistry &Core::registry()
{
    return d->registry;
}

OutletServer &Core::server()
{
    return d->server;
}

Storage &Core::storage()
{
    return d->storage;
}

Settings &Core::settings()
{
    return d->settings;
}

SetupMemory &Core::setupMemory()
{
    return d->setupMemory;
}

CountdownService &Core::countdowns()
{
    return d->countdowns;
}

History &Core::history()
{
    return d->history;
}

EnergyService &Core::energy()
{
    return d->energy;
}

QString Core::startError() const
{
    return d->startError;
}

bool Core::isReady() const
{
    return d->ready;
}

const std::optional<ListenError> &Core::listenError() const
{
    return d->listenError;
}

QString Core::listenErrorText() const
{
    return d->listenError ? outlet::listenErrorText(*d->listenError, d->holder) : QString();
}

const std::optional<PortHolder> &Core::portHolder() const
{
    return d->holder;
}

quint16 Core::port() const
{
    return d->server.isListening() ? d->server.port() : d->serverOptions().port;
}

void Core::retryListen()
{
    d->listen();
}

int Core::secondsToRetry() const
{
    if (!d->retryTimer.isActive())
        return 0;
    const auto left = d->retryAt - d->clock.monotonic();
    return std::max(1, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

void Core::setPort(quint16 port)
{
    if (port < 1024)
        return;
    d->options.port.reset();
    d->settings.setPort(port);
    if (d->server.isListening() && d->server.port() == port)
        return;
    d->server.close();
    d->listeningSinceUtcMs = 0;
    d->listen();
}

QStringList Core::reachableAddresses() const
{
    QStringList texts;
    if (d->server.isListening() && !d->listensEverywhere()) {
        for (const QHostAddress &address : d->server.addresses())
            texts.append(address.toString());
        return texts;
    }
    for (const QHostAddress &address : reachableFrom(interfaceAddresses(), defaultRouteAddress()))
        texts.append(address.toString());
    return texts;
}

QStringList Core::listeningAt() const
{
    QStringList places;
    if (!d->server.isListening())
        return places;
    if (!d->listensEverywhere()) {
        for (const QHostAddress &address : d->server.addresses())
            places.append(hostAndPort(address, d->server.port()));
        return places;
    }
    const QStringList reachable = reachableAddresses();
    const QHostAddress best = reachable.isEmpty() ? QHostAddress(QHostAddress::LocalHost)
                                                  : QHostAddress(reachable.first());
    return {hostAndPort(best, d->server.port())};
}

qint64 Core::listeningSinceUtcMs() const
{
    return d->listeningSinceUtcMs;
}

void Core::startSimulated()
{
    if (d->simulated || d->options.demo || !d->ready)
        return;
    d->simulated = true;
    d->registry.restore(Demo::records(d->clock));
    if (d->server.isListening())
        d->plugInSimulated();
    Q_EMIT simulatedChanged();
}

void Core::stopSimulated()
{
    if (!d->simulated)
        return;
    d->simulated = false;
    d->demo.pullOut();
    const QList<Outlet *> outlets = d->registry.outlets();
    for (Outlet *outlet : outlets) {
        if (Demo::isSimulatedId(outlet->id()))
            d->registry.forget(outlet);
    }
    Q_EMIT simulatedChanged();
}

bool Core::hasSimulated() const
{
    return d->simulated;
}

bool Core::isSimulated(const QString &id) const
{
    return d->simulated && Demo::isSimulatedId(id);
}

void Core::setHasWindow(bool has)
{
    d->hasWindow = has;
}

} // namespace outlet
