// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/demo_past.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <algorithm>

#include "app/demo_habits.h"
#include "history/past_writer.h"
#include "history/quantise.h"
#include "history/raw_hour.h"
#include "simulator/seeded_random.h"

namespace outlet {

namespace {

constexpr qint64 kReportMinutes = 5;
constexpr int kSamplesOfQuarter = 3;

/// One outlet's past, written step by step.
class PastOfOutlet
{
public:
    PastOfOutlet(const SimulatedOutletSpec &spec, PastWriter &writer,
                 const DemoPastOptions &options)
        : m_spec(spec)
        , m_habits(spec)
        , m_writer(writer)
        , m_options(options)
    {
    }

    SqlOutcome write(const Sessions &sessions, const std::atomic<bool> &isCancelled)
    {
        const qint64 today = dayOf(m_options.nowUtcMs);
        const int daysBack = std::min(m_options.days, m_habits.daysOwned());
        for (qint64 day = today - daysBack; day <= today && !isCancelled; ++day) {
            const qint64 start = day * kDayMs;
            const auto offset = m_options.calendar.zone().offsetFromUtc(
                QDateTime::fromMSecsSinceEpoch(start + kDayMs / 2, QTimeZone::utc()));
            m_localOffsetSeconds = offset;
            const bool isDetailed = day > today - m_options.detailedDays;
            const SqlOutcome failure = isDetailed ? writeDetails(day, sessions) : writeDay(day);
            if (failure)
                return failure;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] qint64 localSecond(qint64 utcMs) const
    {
        return utcMs / 1000 + m_localOffsetSeconds;
    }

    SqlOutcome writeDay(qint64 day)
    {
        QList<EnergyBucket> quarters(kQuartersOfDay);
        for (qsizetype i = 0; i < kQuartersOfDay; ++i) {
            const qint64 start = day * kDayMs + i * kQuarterMs;
            const qint64 second = localSecond(start);
            if (m_habits.isAway(second))
                continue;
            EnergyBucket &quarter = quarters[i];
            quarter.knownMs = kQuarterMs;
            quarter.minMilliwatts = 0;
            quarter.maxMilliwatts = 0;
            if (!m_habits.isOn(second))
                continue;
            qint64 sum = 0;
            for (int sample = 0; sample < kSamplesOfQuarter; ++sample) {
                const qint64 power = m_habits.milliwatts(second + 150 + sample * 300);
                sum += power;
                quarter.minMilliwatts = sample ? std::min(*quarter.minMilliwatts, power) : power;
                quarter.maxMilliwatts = std::max(*quarter.maxMilliwatts, power);
            }
            quarter.joules = sum * (kQuarterMs / 1000) / kSamplesOfQuarter / 1000;
            quarter.reportedMs = kQuarterMs;
            quarter.onMs = kQuarterMs;
        }
        return m_writer.addDay(m_spec.id, day, quarters);
    }

    SqlOutcome writeDetails(qint64 day, const Sessions &sessions)
    {
        // What was measured ends on the last whole step: what comes from now on begins later.
        const qint64 stepMs = kReportMinutes * kMinuteMs;
        const qint64 end = std::min((day + 1) * kDayMs, m_options.nowUtcMs / stepMs * stepMs);
        for (qint64 start = day * kDayMs; start < end; start += kHourMs) {
            const qint64 hourEnd = std::min(start + kHourMs, end);
            RawRows rows;
            for (qint64 step = start; step < hourEnd; step += stepMs)
                addStep(step, stepMs, sessions, rows);
            if (const SqlOutcome failure = m_writer.addHour(m_spec.id, hourOf(start), rows))
                return failure;
        }
        return std::nullopt;
    }

    void addStep(qint64 start, qint64 stepMs, const Sessions &sessions, RawRows &rows)
    {
        const bool isRecorded =
            std::any_of(sessions.cbegin(), sessions.cend(), [&](const TimeRange &session) {
                return start >= session.startUtcMs && start + stepMs <= session.endUtcMs;
            });
        if (!isRecorded)
            return;
        const qint64 second = localSecond(start);
        const bool isConnected = !m_habits.isAway(second);
        const bool isOn = m_habits.isOn(second);
        addState(start, isConnected, isOn, rows);
        if (!isConnected || !isOn)
            return;
        qint64 millijoules = m_restMillijoules;
        for (qint64 at = start; at < start + stepMs; at += kMinuteMs) {
            const qint64 power = m_habits.milliwatts(localSecond(at));
            millijoules += power * (kMinuteMs / 1000);
            rows.readings.append({at, quantise(power), m_habits.decivolts(localSecond(at))});
        }
        rows.reports.append({start + stepMs, stepMs, millijoules / 1000});
        m_restMillijoules = millijoules % 1000;
    }

    void addState(qint64 utcMs, bool isConnected, bool isOn, RawRows &rows)
    {
        RawState state;
        state.utcMs = utcMs;
        state.connected = isConnected;
        state.relayOn = isOn;
        state.signalDbm = isConnected ? std::optional(m_spec.signalDbm) : std::nullopt;
        const bool isSame =
            m_lastState && m_lastState->connected == isConnected && m_lastState->relayOn == isOn;
        if (m_lastState && !isSame)
            state.cause = m_lastState->connected == isConnected ? MeasuredState::Cause::Command
                                                                : MeasuredState::Cause::Link;
        else
            state.cause = MeasuredState::Cause::Recording;
        // A sealed hour begins with the state that held then.
        if (!isSame || rows.states.isEmpty())
            rows.states.append(state);
        m_lastState = state;
    }

    const SimulatedOutletSpec &m_spec;
    const DemoHabits m_habits;
    PastWriter &m_writer;
    const DemoPastOptions &m_options;
    qint64 m_localOffsetSeconds = 0;
    qint64 m_restMillijoules = 0; ///< reports are whole joules, and nothing is lost
    std::optional<RawState> m_lastState;
};

/// Outlet ran all the time, but for an update or two.
Sessions sessionsOf(const DemoPastOptions &options)
{
    const qint64 end = options.nowUtcMs / kMinuteMs * kMinuteMs;
    const qint64 today = dayOf(options.nowUtcMs);
    const qint64 breaks[] = {today - 120, today - 45, today - 6};
    Sessions sessions;
    qint64 start = (today - options.days) * kDayMs;
    for (const qint64 day : breaks) {
        const qint64 from = day * kDayMs + 11 * kHourMs;
        if (from <= start)
            continue;
        sessions.append({start, from});
        start = from + 70 * kMinuteMs;
    }
    sessions.append({start, end});
    return sessions;
}

} // namespace

DemoPast::DemoPast(QObject *parent)
    : QObject(parent)
{
}

DemoPast::~DemoPast()
{
    cancel();
}

void DemoPast::cancel()
{
    m_isCancelled = true;
    if (m_worker.joinable())
        m_worker.join();
}

void DemoPast::write(const QString &filePath, const QList<SimulatedOutletSpec> &specs,
                     const DemoPastOptions &options, Done done)
{
    m_worker = std::thread([this, filePath, specs, options, done = std::move(done)] {
        const QString problem = writeNow(filePath, specs, options, m_isCancelled);
        QMetaObject::invokeMethod(
            this,
            [this, problem, done] {
                if (!m_isCancelled)
                    done(problem);
            },
            Qt::QueuedConnection);
    });
}

QString DemoPast::writeNow(const QString &filePath, const QList<SimulatedOutletSpec> &specs,
                           const DemoPastOptions &options, const std::atomic<bool> &isCancelled)
{
    SqlConnection connection;
    SqlOutcome failure = connection.openForWriting(filePath);
    // A scratch file: when the power goes, it is gone as well.
    if (!failure)
        failure = connection.run(QStringLiteral("PRAGMA synchronous = OFF"));
    PastWriter writer(connection);
    const Sessions sessions = sessionsOf(options);
    for (qsizetype i = 0; i < sessions.size() && !failure; ++i)
        failure = writer.addSession(sessions.at(i));
    for (qsizetype i = 0; i < specs.size() && !failure; ++i)
        failure = PastOfOutlet(specs.at(i), writer, options).write(sessions, isCancelled);
    if (!failure)
        failure = writer.finish(options.nowUtcMs, isCancelled);
    return failure ? failure->text : QString();
}

Tariff DemoPast::tariff(QDate today)
{
    // The mains of the design's pictures: a winter with an evening peak, flat before and after.
    const int winter = today.month() >= 10 ? today.year() : today.year() - 1;
    PricePlan flat;
    flat.name = tr("Flat rate");
    flat.validFrom = QDate(winter - 1, 1, 1);
    flat.periods = {{QString(), 1600}};
    flat.standingChargePerDayE4 = 3000;
    PricePlan timeOfUse;
    timeOfUse.name = tr("Winter time-of-use");
    timeOfUse.validFrom = QDate(winter, 10, 1);
    timeOfUse.periods = {{tr("Off-peak"), 1300}, {tr("Peak"), 2400}};
    for (std::size_t day = 0; day < 5; ++day) // Monday to Friday, 4 to 9 PM
        std::fill(timeOfUse.grid[day].begin() + 32, timeOfUse.grid[day].begin() + 42, quint8(1));
    timeOfUse.standingChargePerDayE4 = 3500;
    PricePlan next = flat;
    next.name = today < QDate(winter + 1, 3, 1) ? tr("Spring flat") : tr("Next winter flat");
    next.validFrom =
        today < QDate(winter + 1, 3, 1) ? QDate(winter + 1, 3, 1) : QDate(winter + 1, 10, 1);
    next.periods = {{QString(), 1700}};
    Tariff tariff;
    tariff.plans = {flat, timeOfUse, next};
    return tariff;
}

} // namespace outlet
