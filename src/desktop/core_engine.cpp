// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/core_engine.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtNetwork/QNetworkInterface>

#include "app/core.h"
#include "app/diagnostics.h"
#include "app/energy_service.h"
#include "app/history_care.h"
#include "app/settings.h"
#include "app/setup_memory.h"
#include "history/history.h"
#include "storage/schema.h"

namespace outlet {

namespace {

QString interfaceLabel(const QNetworkInterface &interface)
{
    switch (interface.type()) {
    case QNetworkInterface::Wifi:
        return CoreEngine::tr("Wi‑Fi");
    case QNetworkInterface::Ethernet:
        return CoreEngine::tr("Cable");
    default:
        return interface.humanReadableName();
    }
}

} // namespace

CoreEngine::CoreEngine(Core &core, QObject *parent)
    : Engine(parent)
    , m_core(core)
{
    connect(&core, &Core::ready, this, &Engine::ready);
    connect(&core, &Core::serverStateChanged, this, &Engine::serverStateChanged);
    connect(&core, &Core::simulatedChanged, this, &Engine::simulatedChanged);
    connect(&core, &Core::raiseRequested, this, &Engine::raiseRequested);
    connect(&core, &Core::quitRequested, this, &Engine::quitRequested);
    connect(&core.storage(), &Storage::problemChanged, this, &Engine::problemChanged);
    connect(&core.history(), &History::problemChanged, this, &Engine::problemChanged);
}

Clock &CoreEngine::clock()
{
    return m_core.clock();
}

EnergySource *CoreEngine::energy()
{
    return &m_core.energy();
}

ReplaceService *CoreEngine::replacing()
{
    return &m_core.replacing();
}

TransferService *CoreEngine::transfers()
{
    return &m_core.transfers();
}

DiagnosticsSource *CoreEngine::diagnostics()
{
    return &m_core.diagnostics();
}

OutletRegistry &CoreEngine::registry()
{
    return m_core.registry();
}

HistoryCare *CoreEngine::historyCare()
{
    return &m_core.historyCare();
}

CountdownService &CoreEngine::countdowns()
{
    return m_core.countdowns();
}

bool CoreEngine::isReady() const
{
    return m_core.isReady();
}

bool CoreEngine::isDemo() const
{
    return m_core.options().demo;
}

QString CoreEngine::dataFolder() const
{
    return m_core.options().dataDir;
}

int CoreEngine::databaseVersion() const
{
    return schemaVersion();
}

QString CoreEngine::problemText() const
{
    // One banner: the file as a whole matters more than what it holds.
    const QString text = m_core.storage().problem().sentence();
    return text.isEmpty() ? m_core.history().problem().sentence() : text;
}

bool CoreEngine::isProblemLasting() const
{
    const StorageProblem::Kind kind = m_core.storage().problem().kind;
    if (kind != StorageProblem::Kind::None)
        return kind != StorageProblem::Kind::CorruptSetAside;
    return m_core.history().problem().kind != HistoryProblem::Kind::Damaged;
}

QVariant CoreEngine::setting(const QString &key) const
{
    return m_core.settings().value(key);
}

void CoreEngine::setSetting(const QString &key, const QVariant &value)
{
    m_core.settings().setValue(key, value);
    if (key != u"bindAddresses")
        return;
    m_core.server().close();
    m_core.retryListen();
}

bool CoreEngine::isSimulated(const QString &id) const
{
    return m_core.isSimulated(id);
}

bool CoreEngine::hasSimulated() const
{
    return m_core.hasSimulated();
}

void CoreEngine::startSimulated()
{
    m_core.startSimulated();
}

void CoreEngine::stopSimulated()
{
    m_core.stopSimulated();
}

bool CoreEngine::openDemo()
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                   {QStringLiteral("--demo")});
}

bool CoreEngine::isListening() const
{
    return m_core.server().isListening();
}

quint16 CoreEngine::port() const
{
    return m_core.port();
}

std::optional<ListenError> CoreEngine::listenError() const
{
    return m_core.listenError();
}

QString CoreEngine::portHolder() const
{
    const auto &holder = m_core.portHolder();
    if (!holder)
        return {};
    return holder->isOutlet ? tr("Outlet (another copy, process %1)").arg(holder->pid)
                            : tr("%1 (process %2)").arg(holder->program).arg(holder->pid);
}

int CoreEngine::secondsToRetry() const
{
    return m_core.secondsToRetry();
}

void CoreEngine::retryListen()
{
    m_core.retryListen();
}

void CoreEngine::setPort(quint16 port)
{
    m_core.setPort(port);
}

QStringList CoreEngine::reachableAddresses() const
{
    return m_core.reachableAddresses();
}

QList<LocalAddress> CoreEngine::localAddresses() const
{
    QList<LocalAddress> addresses;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) ||
            flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol) // outlets speak no other
                addresses.append({entry.ip().toString(), interfaceLabel(interface)});
    }
    return addresses;
}

qint64 CoreEngine::listeningSinceUtcMs() const
{
    return m_core.listeningSinceUtcMs();
}

const NetworkProbes &CoreEngine::network() const
{
    return m_network;
}

QString CoreEngine::changedAddressText() const
{
    return m_core.setupMemory().changedAddressText();
}

} // namespace outlet
