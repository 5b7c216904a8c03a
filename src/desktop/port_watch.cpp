// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/port_watch.h"

#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <algorithm>

#include "desktop/engine.h"
#include "setup/network_probes.h"

namespace outlet {

PortWatch::PortWatch(QObject *parent)
    : QObject(parent)
{
    connect(&m_firewallLook, &QFutureWatcherBase::finished, this, [this] {
        if (m_firewallLook.isCanceled() || m_firewallLook.result() == m_on)
            return;
        m_on = m_firewallLook.result();
        Q_EMIT stateChanged();
    });
}

PortWatch::~PortWatch() = default;

void PortWatch::setServer(ServerFace *server)
{
    if (server == m_server)
        return;
    if (m_server)
        m_server->disconnect(this);
    m_check.reset();
    m_refresh.reset();
    m_server = server;
    if (m_server) {
        Engine &engine = m_server->engine();
        m_check = engine.network().makeReachabilityCheck(engine.clock());
        m_refresh = std::make_unique<ClockTimer>(engine.clock(), [this] { look(); });
        connect(m_check.get(), &ReachabilityCheck::finished, this,
                [this](ReachabilityCheck::Result result) {
                    m_refresh->start(kRefresh);
                    setState(result == ReachabilityCheck::Result::Reachable ? Open
                             : result == ReachabilityCheck::Result::Refused ? Closed
                                                                            : Swallowed);
                });
        connect(m_server, &ServerFace::stateChanged, this, [this] {
            const bool runs = m_server->state() == Ui::ServerListening;
            if (runs != (m_state != Unknown) || m_server->port() != m_port)
                restart();
        });
        // The QML engine may go after the parts of the program do.
        connect(m_server, &QObject::destroyed, this, [this] { setServer(nullptr); });
    }
    Q_EMIT serverChanged();
    restart();
}

void PortWatch::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    Q_EMIT addressChanged();
    restart();
}

void PortWatch::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    restart();
}

void PortWatch::restart()
{
    if (m_check)
        m_check->stop();
    if (m_refresh)
        m_refresh->stop();
    const bool can = m_active && m_server && m_server->state() == Ui::ServerListening &&
                     !QHostAddress(m_address).isNull();
    m_port = m_server ? m_server->port() : 0;
    m_state = can ? Checking : Unknown;
    Q_EMIT stateChanged();
    if (can)
        look();
}

void PortWatch::look()
{
    m_check->start(QHostAddress(m_address), static_cast<quint16>(m_port));
    lookForFirewalls();
}

void PortWatch::lookForFirewalls()
{
    if (m_firewallLook.isRunning())
        return;
    const auto promise = std::make_shared<QPromise<QList<Firewall>>>();
    m_firewallLook.setFuture(promise->future());
    QThreadPool::globalInstance()->start(
        [promise, probe = m_server->engine().network().firewallProbe()] {
            promise->start();
            promise->addResult(probe());
            promise->finish();
        });
}

void PortWatch::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

bool PortWatch::needsOpening() const
{
    return m_state == Swallowed || (m_state == Open && !m_on.isEmpty());
}

QString PortWatch::text() const
{
    switch (m_state) {
    case Checking:
        return tr("Trying port %1…").arg(m_port);
    case Open:
        return m_on.isEmpty() ? tr("Port %1 answers at %2.").arg(m_port).arg(m_address)
                              : tr("Port %1 answers, and %2 is on.")
                                    .arg(m_port)
                                    .arg(firewallName(m_on.first()));
    case Closed:
        return tr("Nothing listens on port %1 at %2.").arg(m_port).arg(m_address);
    case Swallowed:
        return tr("Port %1 does not answer at %2.").arg(m_port).arg(m_address);
    case Unknown:
        break;
    }
    return {};
}

QString PortWatch::help() const
{
    switch (m_state) {
    case Open:
        return m_on.isEmpty()
                   ? tr("As seen from this computer. A firewall may still keep others out.")
                   : tr("It answers this computer. Whether %1 lets outlets in can’t be seen from "
                        "here; these commands make sure.")
                         .arg(firewallName(m_on.first()));
    case Closed:
        return tr("The server listens at other addresses. Choose this one, too, in Settings, "
                  "Server.");
    case Swallowed:
        return tr("A firewall probably keeps it closed. These commands open it for your home "
                  "network.");
    case Checking:
    case Unknown:
        break;
    }
    return {};
}

Ui::Tone PortWatch::tone() const
{
    switch (m_state) {
    case Open:
        return m_on.isEmpty() ? Ui::ToneAccent : Ui::ToneInfo;
    case Closed:
    case Swallowed:
        return Ui::ToneDanger;
    case Checking:
    case Unknown:
        break;
    }
    return Ui::ToneNeutral;
}

QString PortWatch::iconName() const
{
    if (m_state == Open)
        return m_on.isEmpty() ? QStringLiteral("check") : QStringLiteral("info");
    return m_state == Checking ? QStringLiteral("search") : QStringLiteral("error");
}

QList<Firewall> PortWatch::offered() const
{
    return m_on.isEmpty() ? usualFirewalls() : m_on;
}

QStringList PortWatch::firewalls() const
{
    QStringList names;
    for (const Firewall firewall : offered())
        names += firewallName(firewall);
    return names;
}

QStringList PortWatch::commands() const
{
    if (m_state == Unknown)
        return {};
    const QList<AddressCandidate> candidates = m_server->engine().network().addresses();
    const auto it = std::find_if(candidates.begin(), candidates.end(), [this](const auto &each) {
        return each.address == QHostAddress(m_address);
    });
    const QString subnet = it == candidates.end() ? QString() : it->subnet;
    QStringList all;
    for (const Firewall firewall : offered())
        all += firewallCommands(firewall, static_cast<quint16>(m_port), subnet).join(u'\n');
    return all;
}

} // namespace outlet
