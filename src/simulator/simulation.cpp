// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulation.h"

#include <algorithm>
#include <utility>

namespace outlet {

Simulation::Simulation(SimulationClocks clocks, QUrl server, QObject *parent)
    : QObject(parent)
    , m_clocks(clocks)
    , m_server(std::move(server))
{
}

Simulation::~Simulation() = default;

SimulatedOutlet &Simulation::add(const SimulatedOutletSpec &spec)
{
    auto made = std::make_unique<SimulatedOutlet>(count(), spec, m_clocks, m_server, m_ledger);
    connect(made.get(), &SimulatedOutlet::happened, this, &Simulation::note);
    connect(made.get(), &SimulatedOutlet::reported, this, &Simulation::reported);
    m_outlets.push_back(std::move(made));
    m_tried.push_back(false);
    return *m_outlets.back();
}

void Simulation::add(const QList<SimulatedOutletSpec> &specs)
{
    for (const SimulatedOutletSpec &spec : specs)
        add(spec);
}

void Simulation::start()
{
    std::chrono::milliseconds delay{0};
    for (const auto &each : m_outlets) {
        each->start(delay);
        delay += kStartSpacing;
    }
}

void Simulation::stop()
{
    m_stopping = true;
    for (const auto &each : m_outlets)
        each->stop();
    checkStoppedSoon();
}

void Simulation::setServer(const QUrl &server)
{
    m_server = server;
    for (const auto &each : m_outlets)
        each->setServer(server);
}

SimulatedOutlet *Simulation::outlet(int index) const
{
    return index >= 0 && index < count() ? m_outlets[static_cast<std::size_t>(index)].get()
                                         : nullptr;
}

int Simulation::loggedInCount() const
{
    return static_cast<int>(std::count_if(m_outlets.begin(), m_outlets.end(),
                                          [](const auto &each) { return each->isLoggedIn(); }));
}

void Simulation::note(const SimulatorEvent &event)
{
    using Kind = SimulatorEvent::Kind;
    Q_EMIT happened(event);
    if (event.kind == Kind::LoggedIn)
        m_everAccepted = true;
    else if (event.kind == Kind::ConnectFailed || event.kind == Kind::Disconnected)
        noteFailure(event);
}

void Simulation::noteFailure(const SimulatorEvent &event)
{
    if (m_stopping) {
        checkStoppedSoon();
        return;
    }
    const auto index = static_cast<std::size_t>(event.index);
    if (m_everAccepted || m_saidUnreachable || m_tried[index])
        return;
    m_tried[index] = true;
    if (++m_triedCount < count())
        return;
    m_saidUnreachable = true;
    Q_EMIT unreachable(event.detail);
}

void Simulation::checkStoppedSoon()
{
    // Some connections end while stop() still runs; stopped() comes after it in any case, and one
    // look at all outlets is enough for many that end at once.
    if (std::exchange(m_checkQueued, true))
        return;
    QMetaObject::invokeMethod(this, &Simulation::checkStopped, Qt::QueuedConnection);
}

void Simulation::checkStopped()
{
    m_checkQueued = false;
    const bool allDown = std::all_of(m_outlets.begin(), m_outlets.end(),
                                     [](const auto &each) { return each->isDown(); });
    if (allDown && m_stopping) {
        m_stopping = false;
        Q_EMIT stopped();
    }
}

} // namespace outlet
