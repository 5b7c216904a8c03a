// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <chrono>
#include <memory>

#include "base/clock.h"
#include "outlets/outlet.h"

namespace outlet {

class OutletRegistry;

/// Runs countdowns: one switching per outlet, due once. A countdown is part of the outlet's record
/// and so survives a restart. One that came due while Outlet was not running, or while its outlet
/// was offline, is carried out when the outlet is back within kLateLimit, and dropped after that.
/// Main thread.
class CountdownService : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes kLateLimit{15};
    /// A wall clock that was set, or a computer that slept, is noticed this soon.
    static constexpr std::chrono::seconds kLookAtClock{30};

    CountdownService(OutletRegistry &registry, Clock &clock, QObject *parent = nullptr);
    ~CountdownService() override;

    /// Starts or replaces the outlet's countdown; \a delay is at least one second. Does nothing for
    /// an outlet that is not known.
    void start(Outlet *outlet, std::chrono::seconds delay, bool turnOn);
    /// Forgets the outlet's countdown, if it has one.
    void cancel(Outlet *outlet);

Q_SIGNALS:
    /// A countdown was dropped because its outlet was away for too long.
    void missed(outlet::Outlet *outlet);

private:
    void watch(Outlet *outlet);
    void arm(Outlet *outlet);
    void due(Outlet *outlet);

    OutletRegistry &m_registry;
    Clock &m_clock;
    QHash<Outlet *, std::shared_ptr<ClockTimer>> m_timers;
};

} // namespace outlet
