// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "day_of_outlets.h"

namespace outlet::test {

constexpr qint64 kSecondMs = 1000;
constexpr qint64 kUsualSeconds = 183;

static QByteArray line(const char *verb, int outlet, qint64 value)
{
    return QByteArray(verb) + ' ' + QByteArray::number(outlet) + ' ' + QByteArray::number(value);
}

DayOfOutlets::DayOfOutlets(int outlets, qint64 startUtcMs, quint32 seed)
    : m_random(seed)
    , m_outlets(outlets)
{
    for (int i = 0; i < outlets; ++i) {
        m_outlets[i].watts = m_random.bounded(1, 1500);
        m_outlets[i].measuredUntilUtcMs = startUtcMs;
        plan(startUtcMs, i, Event::Back);
        plan(startUtcMs + m_random.bounded(1, 183) * kSecondMs, i, Event::Report);
        plan(startUtcMs + m_random.bounded(30'000), i, Event::Reading);
        plan(startUtcMs + m_random.bounded(4 * 3600) * kSecondMs, i, Event::Switch);
        plan(startUtcMs + m_random.bounded(6 * 3600) * kSecondMs, i, Event::Drop);
        plan(startUtcMs + m_random.bounded(4 * 3600) * kSecondMs, i, Event::Stall);
    }
}

void DayOfOutlets::plan(qint64 utcMs, int outlet, Event event)
{
    m_events.emplace(utcMs, std::pair(outlet, event));
}

qint64 DayOfOutlets::nextUtcMs() const
{
    return m_events.begin()->first;
}

/// What the outlet has used since it last measured, in whole seconds up to now.
std::pair<qint64, qint64> DayOfOutlets::measure(One &one, qint64 utcMs)
{
    const qint64 seconds = (utcMs - one.measuredUntilUtcMs) / kSecondMs;
    one.measuredUntilUtcMs += seconds * kSecondMs;
    if (!one.isOn)
        return {0, 0}; // it measures nothing, and says nothing
    return {seconds, seconds * one.watts + m_random.bounded(20)};
}

void DayOfOutlets::deliver(Delivery &delivery, int outlet,
                           QList<std::pair<qint64, qint64>> reports) const
{
    // Back to back, the newest up to now: that is the rule which the history has to follow.
    qint64 end = delivery.utcMs;
    QList<DeliveredReport> placed;
    for (auto it = reports.crbegin(); it != reports.crend(); ++it) {
        placed.prepend({outlet, end - it->first * kSecondMs, end, it->second});
        end = placed.constFirst().startUtcMs;
    }
    for (const auto &[seconds, joules] : reports)
        delivery.lines += "report " + QByteArray::number(outlet) + ' ' +
                          QByteArray::number(joules) + ' ' + QByteArray::number(seconds);
    delivery.reports += placed;
}

Delivery DayOfOutlets::takeNext()
{
    const auto first = m_events.begin();
    Delivery delivery;
    delivery.utcMs = first->first;
    const auto [number, event] = first->second;
    m_events.erase(first);
    One &one = m_outlets[number];
    switch (event) {
    case Event::Report: {
        plan(delivery.utcMs + kUsualSeconds * kSecondMs + m_random.bounded(-1500, 1500), number,
             event);
        const auto report = measure(one, delivery.utcMs);
        if (report.first == 0 || !one.isConnected)
            break;
        one.held.append(report);
        if (one.isStalled && !one.isReleasing)
            break;
        one.isStalled = false;
        deliver(delivery, number, std::exchange(one.held, {}));
        break;
    }
    case Event::Reading:
        plan(delivery.utcMs + 30 * kSecondMs, number, event);
        if (one.isConnected && !one.isStalled)
            delivery.lines += line("reading", number, one.isOn ? one.watts : 0);
        break;
    case Event::Switch: {
        plan(delivery.utcMs + m_random.bounded(600, 4 * 3600) * kSecondMs, number, event);
        if (!one.isConnected || one.isStalled)
            break;
        const auto report = measure(one, delivery.utcMs);
        if (report.first > 0)
            deliver(delivery, number, {report});
        one.isOn = !one.isOn;
        one.watts = m_random.bounded(1, 1500);
        delivery.lines += line("relay", number, one.isOn ? 1 : 0);
        break;
    }
    case Event::Drop:
        plan(delivery.utcMs + m_random.bounded(2, 900) * kSecondMs, number, Event::Back);
        plan(delivery.utcMs + m_random.bounded(1, 6 * 3600) * kSecondMs, number, event);
        one.isConnected = false;
        one.isStalled = false;
        one.held.clear();
        delivery.lines += line("link", number, 0);
        break;
    case Event::Stall:
        plan(delivery.utcMs + m_random.bounded(200, 7200) * kSecondMs, number, Event::Release);
        plan(delivery.utcMs + m_random.bounded(7300, 5 * 3600) * kSecondMs, number, event);
        one.isStalled = true;
        one.isReleasing = false;
        break;
    case Event::Release:
        one.isReleasing = true;
        break;
    case Event::Back:
        one.isConnected = true;
        one.isStalled = false;
        delivery.lines += line("link", number, 1);
        delivery.lines += line("relay", number, one.isOn ? 1 : 0);
        break;
    }
    return delivery;
}

void DayOfOutlets::programIsAway(qint64 fromUtcMs, qint64 untilUtcMs)
{
    for (int i = 0; i < m_outlets.size(); ++i) {
        m_outlets[i].isConnected = false;
        m_outlets[i].isStalled = false;
        m_outlets[i].held.clear();
        plan(untilUtcMs + m_random.bounded(3000), i, Event::Back);
    }
    // What would come back meanwhile finds nobody.
    for (auto it = m_events.lower_bound(fromUtcMs); it != m_events.lower_bound(untilUtcMs);) {
        if (it->second.second == Event::Back)
            it = m_events.erase(it);
        else
            ++it;
    }
}

} // namespace outlet::test
