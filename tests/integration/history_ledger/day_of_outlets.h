// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QRandomGenerator>
#include <map>
#include <utility>

namespace outlet::test {

/// A report that was delivered, over the time for which it has to count.
struct DeliveredReport
{
    int outlet = 0;
    qint64 startUtcMs = 0;
    qint64 endUtcMs = 0;
    qint64 joules = 0;
};

/// What reaches the program at one instant: lines for the process, and the reports among them.
struct Delivery
{
    qint64 utcMs = 0;
    QList<QByteArray> lines;
    QList<DeliveredReport> reports;
};

/// A day of invented outlets on an invented network: they measure all the time; what they report
/// arrives at its time, not at all (drops), or long after, all at once, with the newest of them
/// (stalls). Everything that happens follows from the seed.
class DayOfOutlets
{
public:
    DayOfOutlets(int outlets, qint64 startUtcMs, quint32 seed);

    /// The time of what happens next.
    [[nodiscard]] qint64 nextUtcMs() const;
    /// What happens next; it is delivered to a program that runs.
    [[nodiscard]] Delivery takeNext();
    /// The program is away from now until then: connections break, what is reported is lost.
    void programIsAway(qint64 fromUtcMs, qint64 untilUtcMs);

private:
    enum class Event { Report, Reading, Switch, Drop, Back, Stall, Release };
    struct One
    {
        bool isOn = true;
        bool isConnected = true;
        bool isStalled = false;
        bool isReleasing = false; ///< the stall ends with the next report
        qint64 measuredUntilUtcMs = 0;
        qint64 watts = 0;
        QList<std::pair<qint64, qint64>> held; ///< seconds and joules that a stall holds back
    };
    void plan(qint64 utcMs, int outlet, Event event);
    [[nodiscard]] std::pair<qint64, qint64> measure(One &one, qint64 utcMs);
    void deliver(Delivery &delivery, int outlet, QList<std::pair<qint64, qint64>> reports) const;

    QRandomGenerator m_random;
    QList<One> m_outlets;
    std::multimap<qint64, std::pair<int, Event>> m_events;
};

} // namespace outlet::test
