// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "history/minute_buckets.h"
#include "history/raw_hour.h"

using namespace outlet;

namespace {

constexpr qint64 kDay = 20'000;
constexpr qint64 kStart = kDay * kDayMs;
constexpr TimeRange kWhole{kStart, kStart + kDayMs};

qint64 minute(int index)
{
    return kStart + index * kMinuteMs;
}

RawState state(qint64 utcMs, bool connected, std::optional<bool> on)
{
    return {utcMs, connected, on, MeasuredState::Cause::Reported, std::nullopt};
}

} // namespace

/// What the minutes of a day are, worked out by hand.
class TestMinuteBuckets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsCutInProportion()
    {
        RawRows rows;
        rows.reports = {{minute(10) + 30'000, 90'000, 900}}; // 09:00 to 10:30
        const auto minutes = minuteBuckets(rows, {}, kWhole);
        QCOMPARE(minutes.size(), kMinutesOfDay);
        QCOMPARE(minutes.at(9).joules, 600);
        QCOMPARE(minutes.at(9).reportedMs, 60'000);
        QCOMPARE(minutes.at(10).joules, 300);
        QCOMPARE(minutes.at(10).reportedMs, 30'000);
        QCOMPARE(minutes.at(10).knownMs, 30'000);
        QCOMPARE(minutes.at(11), EnergyBucket());
        QCOMPARE(minutes.at(9).averageWatts(), std::optional(10.0));
        QCOMPARE(minutes.at(9).minMilliwatts, std::optional<qint64>(10'000));
    }

    void theReportOverMidnightCountsOnBothDays()
    {
        RawRows rows;
        rows.reports = {{kStart + kDayMs + 60'000, 180'000, 1001}};
        const auto today = minuteBuckets(rows, {}, kWhole);
        const auto tomorrow = minuteBuckets(rows, {}, {kStart + kDayMs, kStart + 2 * kDayMs});
        QCOMPARE(sumOf(today, 0, 1440).joules, 667);
        QCOMPARE(sumOf(tomorrow, 0, 1440).joules, 334);
    }

    void overlappingReportsDoNotMakeMoreTime()
    {
        RawRows rows;
        rows.reports = {{minute(5), 60'000, 600}, {minute(6) - 3000, 60'000, 600}};
        const auto minutes = minuteBuckets(rows, {}, kWhole);
        QCOMPARE(sumOf(minutes, 0, 10).joules, 1200);
        QCOMPARE(minutes.at(4).reportedMs, 60'000);
        QCOMPARE(sumOf(minutes, 0, 10).reportedMs, 117'000);
    }

    void readingsHoldUntilTheNextAndNoLongerThanFiveMinutes()
    {
        RawRows rows;
        rows.states = {state(minute(0), true, true)};
        rows.readings = {{minute(0), 100'000, 1200}, {minute(2), 50'000, 1200}};
        const Sessions sessions{kWhole};
        const auto minutes = minuteBuckets(rows, sessions, kWhole);
        QCOMPARE(minutes.at(1).maxMilliwatts, std::optional<qint64>(100'000));
        QCOMPARE(minutes.at(1).estimatedMillijoules, 6'000'000);
        QCOMPARE(minutes.at(1).joules, 0); // energy comes from reports alone
        QCOMPARE(minutes.at(6).knownMs, 60'000);
        QCOMPARE(minutes.at(7).knownMs, 0); // five minutes after the last one
        QCOMPARE(minutes.at(7).onMs, 60'000);
        QCOMPARE(sumOf(minutes, 0, 10).averageWatts(), std::optional((2 * 100.0 + 5 * 50) / 7));
    }

    void offIsZeroWattsAndKnown()
    {
        RawRows rows;
        rows.states = {state(minute(0), true, true), state(minute(3), true, false)};
        rows.readings = {{minute(2), 80'000, 1200}, {minute(4), 80'000, 1200}};
        const auto minutes = minuteBuckets(rows, {kWhole}, kWhole);
        QCOMPARE(minutes.at(2).maxMilliwatts, std::optional<qint64>(80'000));
        QCOMPARE(minutes.at(4).maxMilliwatts, std::optional<qint64>(0)); // whatever the wire said
        QCOMPARE(minutes.at(1000).knownMs, 60'000);
        QCOMPARE(minutes.at(1000).averageWatts(), std::optional(0.0));
        QCOMPARE(sumOf(minutes, 0, 1440).onMs, 3 * 60'000);
    }

    void goneIsNotKnown()
    {
        RawRows rows;
        rows.states = {state(minute(0), true, true), state(minute(3), false, true),
                       state(minute(30), true, std::nullopt)};
        rows.readings = {{minute(1), 80'000, 1200}};
        const auto minutes = minuteBuckets(rows, {kWhole}, kWhole);
        QCOMPARE(minutes.at(2).knownMs, 60'000);
        QCOMPARE(minutes.at(3).knownMs, 0);  // though the reading was only two minutes old
        QCOMPARE(minutes.at(40).knownMs, 0); // back, but nothing said
        QCOMPARE(sumOf(minutes, 0, 1440).onMs, 3 * 60'000);
    }

    void nothingHoldsLongerThanTheRecording()
    {
        RawRows rows;
        rows.states = {state(minute(0), true, false)};
        const Sessions sessions{{minute(0), minute(5)}, {minute(60), minute(70)}};
        const auto minutes = minuteBuckets(rows, sessions, kWhole);
        QCOMPARE(sumOf(minutes, 0, 1440).knownMs, 5 * 60'000);
    }

    void quartersAreTheSumsOfTheirMinutes()
    {
        RawRows rows;
        rows.reports = {{minute(29), 17 * 60'000, 12'345}};
        rows.readings = {{minute(20), 30'000, 1200}};
        const auto minutes = minuteBuckets(rows, {kWhole}, kWhole);
        const auto quarters = quartersOf(minutes);
        QCOMPARE(quarters.size(), kQuartersOfDay);
        QCOMPARE(quarters.at(0).joules + quarters.at(1).joules, 12'345);
        QCOMPARE(quarters.at(1), sumOf(minutes, 15, 15));
    }
};

QTEST_GUILESS_MAIN(TestMinuteBuckets)
#include "tst_minute_buckets.moc"
