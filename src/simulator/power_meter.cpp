// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/power_meter.h"

#include <algorithm>

#include "simulator/seeded_random.h"

namespace outlet {

using std::chrono::milliseconds;

namespace {

constexpr quint64 kVoltageStream = 101;
constexpr quint64 kMinuteVoltageStream = 102;
constexpr double kWiringOhms = 0.35;
constexpr int kAverageSeconds = 30;

} // namespace

PowerMeter::PowerMeter(ApplianceKind kind, quint64 seed, protocol::Rating rating,
                       qint64 localMsAtStart, milliseconds nowMs, bool relayOn)
    : m_appliance(kind, seed, static_cast<double>(rating.currentAmps * rating.nominalVolts))
    , m_seed(seed)
    , m_rating(rating)
    , m_localMsOffset(localMsAtStart - nowMs.count())
    , m_now(nowMs)
    , m_onSince(nowMs - std::chrono::hours(4))
    , m_relayOn(relayOn)
{
    if (relayOn)
        m_spanStart = nowMs;
}

void PowerMeter::advanceTo(milliseconds nowMs)
{
    if (nowMs <= m_now)
        return;
    if (!m_relayOn) {
        m_now = nowMs;
        return;
    }
    qint64 at = m_now.count() + m_localMsOffset;
    const qint64 end = nowMs.count() + m_localMsOffset;
    while (at < end) {
        const qint64 second = at / 1000;
        const qint64 until = std::min(end, (second + 1) * 1000);
        const qint64 drawn = milliwattsAt(second) * (until - at); // mW x ms = microjoules
        m_totalMicrojoules += drawn;
        m_pendingMicrojoules += drawn;
        at = until;
    }
    m_now = nowMs;
}

void PowerMeter::setRelay(bool on, milliseconds nowMs)
{
    advanceTo(nowMs);
    if (on == m_relayOn)
        return;
    m_relayOn = on;
    if (!on)
        return;
    m_onSince = nowMs;
    if (!m_spanStart)
        m_spanStart = nowMs;
}

std::optional<MeteredEnergy> PowerMeter::takeReport()
{
    if (!m_spanStart)
        return std::nullopt;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_now - *m_spanStart);
    if (seconds.count() < 1)
        return std::nullopt;
    const qint64 joules = m_pendingMicrojoules / 1'000'000;
    m_pendingMicrojoules -= joules * 1'000'000;
    // While the relay is off no new span begins until it is switched on again.
    if (m_relayOn)
        *m_spanStart += seconds;
    else
        m_spanStart.reset();
    return MeteredEnergy{joules, seconds.count()};
}

double PowerMeter::powerWatts() const
{
    if (!m_relayOn)
        return 0.0;
    return static_cast<double>(milliwattsAt((m_now.count() + m_localMsOffset) / 1000)) / 1000.0;
}

double PowerMeter::averagePowerWatts() const
{
    if (!m_relayOn)
        return 0.0;
    const qint64 second = (m_now.count() + m_localMsOffset) / 1000;
    const qint64 onSecond = (m_onSince.count() + m_localMsOffset) / 1000;
    const qint64 first = std::max(second - kAverageSeconds + 1, onSecond);
    qint64 sum = 0;
    for (qint64 s = first; s <= second; ++s)
        sum += milliwattsAt(s);
    return static_cast<double>(sum) / static_cast<double>(second - first + 1) / 1000.0;
}

std::optional<double> PowerMeter::voltageVolts() const
{
    if (!hasSettled())
        return std::nullopt;
    const qint64 second = (m_now.count() + m_localMsOffset) / 1000;
    const double wander = SeededRandom::noise(m_seed, kMinuteVoltageStream, second / 60) - 0.5;
    const double noise = SeededRandom::noise(m_seed, kVoltageStream, second) - 0.5;
    const double supply = m_rating.nominalVolts * (1.0 + 0.012 * wander + 0.002 * noise);
    return supply - kWiringOhms * powerWatts() / supply;
}

bool PowerMeter::hasSettled() const
{
    return m_relayOn && m_now - m_onSince >= kSettling;
}

qint64 PowerMeter::milliwattsAt(qint64 localSecond) const
{
    const qint64 onSecond = (m_onSince.count() + m_localMsOffset) / 1000;
    return m_appliance.milliwatts(localSecond, std::max<qint64>(0, localSecond - onSecond));
}

} // namespace outlet
