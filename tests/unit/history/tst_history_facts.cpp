// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "history/history_facts.h"
#include "history/past_writer.h"
#include "history/raw_hour.h"
#include "history_session.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr qint64 kNowUtcMs = 1763467200000; // 2025-11-18, noon
constexpr qint64 kToday = kNowUtcMs / kDayMs;
const QString kOne = QStringLiteral("11111111-2222-3333-4444-555555555555");
const QString kOther = QStringLiteral("99999999-2222-3333-4444-555555555555");

/// A day of readings, one a minute, and reports of 5 minutes.
RawRows hourOfRows(qint64 hour)
{
    RawRows rows;
    const qint64 start = hour * kHourMs;
    rows.states.append({start, true, true, MeasuredState::Cause::Recording, {}});
    for (int minute = 0; minute < 60; ++minute)
        rows.readings.append({start + minute * kMinuteMs, 50'000 + minute * 100, 1200});
    for (int i = 1; i <= 12; ++i)
        rows.reports.append({start + i * 5 * kMinuteMs, 5 * kMinuteMs, 15'000});
    return rows;
}

} // namespace

/// What is counted in a history's file, and taking all of an outlet out of it.
class TestHistoryFacts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<ManualClock> clock;
    QString path;

    /// Days of a past for both outlets, the last of them yesterday.
    void writePast(int days)
    {
        SqlConnection connection;
        QCOMPARE(connection.openForWriting(path).has_value(), false);
        PastWriter writer(connection);
        QVERIFY(!writer.addSession({(kToday - days) * kDayMs, kToday * kDayMs}));
        for (qint64 hour = (kToday - days) * 24; hour < kToday * 24; ++hour) {
            QVERIFY(!writer.addHour(kOne, hour, hourOfRows(hour)));
            QVERIFY(!writer.addHour(kOther, hour, hourOfRows(hour)));
        }
        const std::atomic<bool> isCancelled = false;
        QVERIFY(!writer.finish(kNowUtcMs, isCancelled));
    }
    HistoryFacts facts()
    {
        SqlConnection connection;
        if (connection.openForReading(path, SqlConnection::Reading::Shared))
            qFatal("can't be opened");
        return *historyFacts(connection, kNowUtcMs);
    }
    qint64 beyond(const HistoryRetention &retention)
    {
        SqlConnection connection;
        if (connection.openForReading(path, SqlConnection::Reading::Shared))
            qFatal("can't be opened");
        return *bytesBeyond(connection, retention, kNowUtcMs);
    }
    qint64 value(const QString &sql) const { return sqlValue(path, sql).toLongLong(); }

private Q_SLOTS:
    /// Somebody else may write at any moment between two rows, and finds those of the steps before.
    void aPastIsWrittenInSteps()
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(path));
        SqlConnection other;
        QVERIFY(!other.openForWriting(path));
        QVERIFY(!other.run(QStringLiteral("PRAGMA busy_timeout = 0")));
        PastWriter writer(connection);
        constexpr int days = 350;
        for (int i = 0; i < days; ++i) {
            QVERIFY(!writer.addDay(kOne, kToday - days + i, QList<EnergyBucket>(kQuartersOfDay)));
            QVERIFY(!other.run(QStringLiteral("INSERT OR REPLACE INTO setting VALUES"
                                              " ('day', 'integer', %1)")
                                   .arg(i)));
        }
        QVERIFY(value(QStringLiteral("SELECT count(*) FROM rollup_day")) >= 300);
        const std::atomic<bool> isCancelled = true; // nothing is packed, so that days are counted
        QVERIFY(!writer.finish(kNowUtcMs, isCancelled));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM rollup_day")), days);
    }

    void init()
    {
        dir = std::make_unique<QTemporaryDir>();
        clock = std::make_unique<ManualClock>(kNowUtcMs);
        path = dir->filePath(QStringLiteral("outlet.sqlite"));
        const StorageSession storage(dir->path()); // makes the tables
    }

    void knowsNothingOfAnEmptyFile()
    {
        const HistoryFacts none = facts();
        QCOMPARE(none.bytesADay, std::nullopt);
        QCOMPARE(none.firstUtcMs, std::nullopt);
        QCOMPARE(none.outletIds, QStringList());
        QCOMPARE(beyond(HistoryRetention()), 0);
    }

    void countsDays()
    {
        writePast(3);
        const HistoryFacts known = facts();
        QCOMPARE(known.outletIds.size(), 2);
        QCOMPARE(known.firstUtcMs, std::optional((kToday - 3) * kDayMs));
        const qint64 all =
            value(QStringLiteral("SELECT (SELECT sum(length(data)) FROM raw_hour)"
                                 " + (SELECT sum(length(data)) FROM minute_day)"
                                 " + (SELECT sum(length(quarters)) FROM rollup_day)"));
        QVERIFY(all > 0);
        QCOMPARE(known.bytesADay, std::optional(all / 3));
    }

    /// What would go is what the tidying then drops, byte for byte.
    void countsWhatWouldGo()
    {
        writePast(40);
        QCOMPARE(beyond(HistoryRetention()), 0);
        const HistoryRetention shorter{10, 20, 0};
        const qint64 expected = beyond(shorter);
        QVERIFY(expected > 0);
        const QString sum =
            QStringLiteral("SELECT coalesce((SELECT sum(length(data)) FROM raw_hour),"
                           " 0) + (SELECT sum(length(data)) FROM minute_day)");
        const qint64 before = value(sum);
        HistoryOptions options;
        options.retention = shorter;
        History history(path, *clock, options);
        history.open();
        QTRY_COMPARE_WITH_TIMEOUT(value(sum), before - expected, 20'000);
    }

    void erasesOneOutlet()
    {
        writePast(40);
        History history(path, *clock, HistoryOptions());
        history.open();
        QSignalSpy started(&history, &History::started);
        QSignalSpy rewritten(&history, &History::rewritten);
        const auto erased = history.erase(kOne);
        QVERIFY(waitFor(erased));
        QVERIFY(erased.result().ok());
        QTRY_COMPARE(rewritten.size(), 1);
        QTRY_COMPARE(started.size(), 1); // who records says what holds now
        QCOMPARE(facts().outletIds, QStringList{kOther});
        EnergyQuery query;
        query.outletIds = {kOne, kOther};
        query.edgesUtcMs = {(kToday - 40) * kDayMs, kToday * kDayMs};
        const auto energy = history.energy(query);
        QVERIFY(waitFor(energy));
        QVERIFY(energy.result().ok());
        QVERIFY(!energy.result()->outlets.at(0).buckets.at(0).isKnown());
        QCOMPARE(energy.result()->outlets.at(1).buckets.at(0).joules, 40 * 24 * 12 * 15'000);
        // It can be recorded anew.
        history.record(MeasuredReport{kOne, kNowUtcMs, 1000, 60, {}});
        QVERIFY(waitFor(history.flush()));
        QCOMPARE(facts().outletIds.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestHistoryFacts)
#include "tst_history_facts.moc"
