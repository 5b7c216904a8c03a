// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtCore/QTextStream>
#include <QtTest/QTest>
#include <numeric>
#include <random>

#include "../base/zones.h"
#include "base/local_calendar.h"
#include "history/history_reader.h"
#include "history/imported_energy.h"
#include "history/month_rows.h"
#include "history/past_writer.h"
#include "history/quantise.h"
#include "history/sealing.h"
#include "history/unsealing.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const QString kId = QStringLiteral("outlet-1");

/// A file with the tables of a history, and one connection to it.
class File
{
public:
    File()
    {
        {
            const StorageSession storage(m_folder.path());
        }
        ok = !connection.openForWriting(m_folder.path() + QStringLiteral("/outlet.sqlite"));
        run(QStringLiteral("PRAGMA synchronous = OFF")); // no power goes off in a test
        run(QStringLiteral("INSERT INTO history_outlet (key, outlet_id) VALUES (1, 'outlet-1')"));
    }

    void run(const QString &sql) { ok = !connection.run(sql) && ok; }

    void insert(const RawRows &rows)
    {
        run(QStringLiteral("BEGIN"));
        int ordinal = 0;
        for (const RawReport &r : rows.reports)
            run(QStringLiteral("INSERT INTO recent_report VALUES (1, %1, %2, %3, %4, %1)")
                    .arg(r.endUtcMs)
                    .arg(ordinal++)
                    .arg(r.durationMs)
                    .arg(r.joules));
        for (const RawReading &r : rows.readings)
            run(QStringLiteral("INSERT INTO recent_reading VALUES (1, %1, %2, 1200)")
                    .arg(r.utcMs)
                    .arg(*r.milliwatts));
        for (const RawState &s : rows.states)
            run(QStringLiteral("INSERT INTO recent_state VALUES (1, %1, %2, %3, %4, 0, NULL)")
                    .arg(s.utcMs)
                    .arg(ordinal++)
                    .arg(int(s.connected))
                    .arg(s.relayOn ? QString::number(int(*s.relayOn)) : QStringLiteral("NULL")));
        run(QStringLiteral("COMMIT"));
    }

    void recordedFrom(qint64 start, qint64 end)
    {
        run(QStringLiteral("INSERT INTO recording (start_utc_ms, end_utc_ms) VALUES (%1, %2)")
                .arg(start)
                .arg(end));
    }

    /// Seals and drops all that is due; returns the steps it took.
    int tidyUp(qint64 nowUtcMs, const HistoryRetention &retention = {})
    {
        Sealer sealer(connection);
        int steps = 0;
        for (;; ++steps) {
            const auto more = sealer.step(nowUtcMs, retention);
            ok = ok && more;
            if (!more || !*more)
                return steps;
        }
    }

    int count(const QString &table)
    {
        const auto value = connection.value(QStringLiteral("SELECT count(*) FROM ") + table);
        return value ? value->toInt() : -1;
    }

    [[nodiscard]] OutletEnergy energy(const QList<qint64> &edges, qint64 now,
                                      const QList<RateSegment> &rates = {})
    {
        HistoryReader reader(connection);
        const auto answer = reader.energy({{kId}, edges, rates}, now);
        ok = ok && answer;
        return answer ? answer->outlets.constFirst() : OutletEnergy();
    }

    QTemporaryDir m_folder;
    SqlConnection connection;
    bool ok = false;
};

/// A day by its quarter hours alone.
void addDay(File &file, qint64 day, const QList<EnergyBucket> &quarters)
{
    PastWriter writer(file.connection);
    const std::atomic<bool> isCancelled = true; // nothing is packed yet
    file.ok = !writer.addDay(kId, day, quarters) && !writer.finish(0, isCancelled) && file.ok;
}

/// Days of which only the quarter hours are left, with gaps and odd numbers; some are missing.
void fillDays(File &file, qint64 first, qint64 end)
{
    std::mt19937_64 random(5);
    const auto below = [&random](qint64 most) { return qint64(random() % quint64(most)); };
    PastWriter writer(file.connection);
    for (qint64 day = first; day < end; ++day) {
        if (day % 37 == 0)
            continue;
        QList<EnergyBucket> quarters(kQuartersOfDay);
        for (EnergyBucket &quarter : quarters) {
            if (below(9) == 0)
                continue;
            quarter.joules = below(90'000);
            quarter.knownMs = below(2) == 0 ? kQuarterMs : below(kQuarterMs);
            quarter.reportedMs = quarter.knownMs - below(quarter.knownMs + 1) / 7;
            quarter.onMs = below(quarter.knownMs + 1);
            quarter.estimatedMillijoules = below(5) == 0 ? below(1000) : 0;
            if (below(5) != 0) {
                quarter.minMilliwatts = quantise(below(50'000));
                quarter.maxMilliwatts = quantise(50'000 + below(50'000));
            }
        }
        file.ok = !writer.addDay(kId, day, quarters) && file.ok;
    }
    const std::atomic<bool> isCancelled = true;
    file.ok = !writer.finish(0, isCancelled) && file.ok;
}

/// All that a curve says.
QByteArray textOf(const CurveAnswer &curve)
{
    QByteArray text;
    QTextStream out(&text);
    out.setRealNumberPrecision(9);
    for (const CurvePoint &p : curve.points)
        out << p.startUtcMs << ' ' << p.lengthMs << ' ' << p.averageWatts << ' ' << p.minWatts
            << ' ' << p.maxWatts << ' ' << int(p.afterGap) << '\n';
    for (const StateSpan &s : curve.states)
        out << s.range.startUtcMs << ' ' << s.range.endUtcMs << ' ' << int(s.state) << '\n';
    out.flush();
    return text;
}

QList<qint64> steps(qint64 from, qint64 to, qint64 step)
{
    QList<qint64> edges;
    for (qint64 at = from; at <= to; at += step)
        edges.append(at);
    return edges;
}

qint64 joulesOf(const OutletEnergy &energy)
{
    return std::accumulate(
        energy.buckets.cbegin(), energy.buckets.cend(), qint64(0),
        [](qint64 sum, const EnergyBucket &bucket) { return sum + bucket.joules; });
}

/// Days of an outlet that is switched, drops out and comes back; ascending rows.
RawRows livelyDays(qint64 start, int days, unsigned seed)
{
    std::mt19937 random(seed);
    const auto between = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    const qint64 end = start + days * kDayMs;
    RawRows rows;
    for (qint64 at = start; at < end; at += between(1, 7'200'000))
        rows.states.append({at, between(0, 5) != 0, between(0, 2) != 0,
                            MeasuredState::Cause::Reported, std::nullopt});
    for (qint64 at = start; at < end;
         at += between(0, 40) == 0 ? between(60'000, 5'000'000) : between(29'000, 125'000))
        rows.readings.append({at, quantise(between(0, 200'000)), 1200});
    for (qint64 at = start + 200'000; at < end;
         at += between(0, 30) == 0 ? between(200'000, 9'000'000) : between(181'000, 185'000))
        rows.reports.append({at, between(0, 50) == 0 ? 0 : 183'000LL, between(0, 50'000)});
    return rows;
}

} // namespace

class TestHistoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The same question has the same answer from open rows, from sealed hours, from days that were
    /// added up, and when their raw rows are gone.
    void everyLayerAnswersAlike()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + 4 * kDayMs;
        const RawRows rows = livelyDays(start, 4, 3);
        File file;
        file.insert(rows);
        file.recordedFrom(start, start + 50 * kHourMs);
        file.recordedFrom(start + 51 * kHourMs, now);
        QVERIFY(file.ok);
        const qint64 all = std::accumulate(
            rows.reports.cbegin(), rows.reports.cend(), qint64(0),
            [](qint64 sum, const RawReport &report) { return sum + report.joules; });

        const QList<qint64> minutes = steps(start - kDayMs, now, kMinuteMs);
        const QList<qint64> hours = steps(start - kDayMs, now, kHourMs);
        const QList<RateSegment> rates{{start - 5 * kDayMs, 0},
                                       {start + 6 * kHourMs, 2},
                                       {start + 30 * kHourMs, 1},
                                       {start + 70 * kHourMs, 0}};
        const OutletEnergy openMinutes = file.energy(minutes, now);
        const OutletEnergy openHours = file.energy(hours, now, rates);
        QCOMPARE(joulesOf(openMinutes), all);
        QCOMPARE(joulesOf(openHours), all);
        for (qsizetype i = 0; i < openHours.buckets.size(); ++i) {
            QCOMPARE(openHours.buckets.at(i), sumOf(openMinutes.buckets, i * 60, 60));
            const QList<qint64> &byRate = openHours.joulesByRate.at(i);
            QCOMPARE(byRate.size(), 3);
            QCOMPARE(byRate.at(0) + byRate.at(1) + byRate.at(2), openHours.buckets.at(i).joules);
        }

        // Hours get sealed, the last days are not yet added up.
        const int early = file.tidyUp(start + 30 * kHourMs);
        QVERIFY(early > 28);
        QVERIFY(file.count(QStringLiteral("raw_hour")) >= 28);
        QCOMPARE(file.count(QStringLiteral("rollup_day")), 1);
        QCOMPARE(file.energy(minutes, now).buckets, openMinutes.buckets);
        QCOMPARE(file.energy(hours, now, rates).joulesByRate, openHours.joulesByRate);

        // The reading's last session ends with `now`, so that sealing later changes nothing.
        file.recordedFrom(now + 2 * kDayMs, now + 2 * kDayMs);
        file.tidyUp(now + 2 * kDayMs);
        QCOMPARE(file.count(QStringLiteral("recent_report")), 0);
        QCOMPARE(file.count(QStringLiteral("recent_reading")), 0);
        QCOMPARE(file.count(QStringLiteral("recent_state")), 0);
        QVERIFY(file.count(QStringLiteral("rollup_day")) >= 4);
        QCOMPARE(file.energy(minutes, now).buckets, openMinutes.buckets);
        QCOMPARE(file.energy(hours, now).buckets, openHours.buckets);
        QCOMPARE(file.energy(hours, now, rates).joulesByRate, openHours.joulesByRate);

        // Raw rows go, then the minutes: what is coarser stays exactly as it was.
        HistoryRetention retention;
        retention.rawDays = 2;
        file.tidyUp(now + 60 * kDayMs, retention);
        QCOMPARE(file.count(QStringLiteral("raw_hour")), 0);
        QCOMPARE(file.energy(minutes, now).buckets, openMinutes.buckets);
        retention.minuteDays = 10;
        file.tidyUp(now + 60 * kDayMs, retention);
        QCOMPARE(file.count(QStringLiteral("minute_day")), 0);
        // By then the days of a month lie together.
        QCOMPARE(file.count(QStringLiteral("rollup_day")), 0);
        QVERIFY(file.count(QStringLiteral("rollup_month")) > 0);
        QCOMPARE(file.energy(hours, now).buckets, openHours.buckets);
        QCOMPARE(joulesOf(file.energy(minutes, now)), all);
        QVERIFY(file.ok);
    }

    /// Years of days: questions on whole hours are answered from spans of hours where there are
    /// any, and must not differ from what the quarter hours say.
    void spansOfHoursAnswerAlike()
    {
        const qint64 first = 20'000;
        const qint64 today = first + 800;
        File file;
        file.recordedFrom(first * kDayMs, today * kDayMs);
        fillDays(file, first, today);
        // To the end of what is over: all but the last days lie in months, and in spans.
        file.tidyUp(today * kDayMs);
        QVERIFY(file.count(QStringLiteral("rollup_hours")) >= 5);
        QVERIFY(file.count(QStringLiteral("rollup_month")) > 20);
        const qint64 now = today * kDayMs + 7 * kHourMs;
        const QList<qint64> questions[] = {
            steps((first - 3) * kDayMs, now, 24 * kHourMs),
            steps((first + 50) * kDayMs + 7 * kHourMs, (first + 700) * kDayMs, 24 * kHourMs),
            steps((first + 90) * kDayMs - kHourMs, (first + 400) * kDayMs, 5 * kHourMs),
            {(first + 100) * kDayMs + 23 * kHourMs, (first + 611) * kDayMs + kHourMs},
        };
        const QList<RateSegment> rates{{first * kDayMs, 1}, {(first + 300) * kDayMs + kHourMs, 0}};
        QList<OutletEnergy> byHours;
        for (const QList<qint64> &edges : questions)
            byHours.append(file.energy(edges, now, rates));
        CurveQuery query;
        query.outletId = kId;
        query.columns = 300;
        QList<CurveAnswer> curves;
        const auto ask = [&] {
            curves.clear();
            for (const qint64 offset : {qint64(0), kHourMs, kQuarterMs, qint64(123'456)}) {
                query.range = {(first + 20) * kDayMs + offset, now - offset};
                const auto answer = HistoryReader(file.connection).curve(query, now);
                QVERIFY(answer);
                QVERIFY(answer->points.size() > 100);
                curves.append(*answer);
            }
        };
        ask();
        const QList<CurveAnswer> curvesByHours = curves;
        file.run(QStringLiteral("DELETE FROM rollup_hours"));
        for (qsizetype i = 0; i < byHours.size(); ++i) {
            const OutletEnergy energy = file.energy(questions[i], now, rates);
            QVERIFY(joulesOf(energy) > 0);
            QCOMPARE(byHours.at(i).buckets, energy.buckets);
            QCOMPARE(byHours.at(i).joulesByRate, energy.joulesByRate);
        }
        ask();
        for (qsizetype i = 0; i < curves.size(); ++i) {
            QCOMPARE(textOf(curvesByHours.at(i)), textOf(curves.at(i)));
        }
        QVERIFY(file.ok);
    }

    /// Whoever changes a month changes what its span says.
    void spansOfHoursFollowTheirMonths()
    {
        const qint64 first = 20'096; // of a span
        const qint64 today = first + 2 * 128 + 40;
        const qint64 now = today * kDayMs;
        File file;
        file.recordedFrom(first * kDayMs, now);
        fillDays(file, first, today);
        file.tidyUp(now);
        QCOMPARE(file.count(QStringLiteral("rollup_hours")), 2);
        const QList<qint64> all{first * kDayMs, now};
        const qint64 before = joulesOf(file.energy(all, now));
        // A month is taken apart, and a day of it changes.
        file.run(QStringLiteral("BEGIN"));
        QVERIFY(!takeMonthsOfDaysApart(file.connection, 1, 0, 100'000));
        file.run(QStringLiteral("COMMIT"));
        QCOMPARE(file.count(QStringLiteral("rollup_hours")), 0);
        QCOMPARE(joulesOf(file.energy(all, now)), before);
        const auto day =
            file.energy({(first + 9) * kDayMs, (first + 10) * kDayMs}, now).buckets.at(0).joules;
        QVERIFY(day > 0);
        file.run(QStringLiteral("DELETE FROM rollup_day WHERE day = %1").arg(first + 9));
        file.tidyUp(now);
        QCOMPARE(file.count(QStringLiteral("rollup_hours")), 2);
        QCOMPARE(joulesOf(file.energy(all, now)), before - day);
        // A day that was added up later counts before what is packed, and is packed in its turn.
        EnergyBucket quarter;
        quarter.joules = 5;
        quarter.knownMs = quarter.reportedMs = kQuarterMs;
        addDay(file, first + 9, QList<EnergyBucket>(kQuartersOfDay, quarter));
        QCOMPARE(joulesOf(file.energy(all, now)), before - day + 480);
        file.tidyUp(now);
        QCOMPARE(file.count(QStringLiteral("rollup_day WHERE day < %1").arg(today - 40)), 0);
        QCOMPARE(file.count(QStringLiteral("rollup_hours")), 2);
        QCOMPARE(joulesOf(file.energy(all, now)), before - day + 480);
        // What is not kept any longer goes from both.
        HistoryRetention retention;
        retention.rollupDays = 40 + 128 + 10;
        file.tidyUp(now, retention);
        const qint64 kept = joulesOf(file.energy(all, now));
        QVERIFY(kept > 0 && kept < before);
        file.run(QStringLiteral("DELETE FROM rollup_hours"));
        QCOMPARE(joulesOf(file.energy(all, now)), kept);
        QVERIFY(file.ok);
    }

    /// What was added up is a pure function of the raw rows: made again it is the same, byte for
    /// byte.
    void rollupsAreRebuiltIdentically()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + 5 * kDayMs;
        File file;
        file.insert(livelyDays(start, 3, 8));
        file.recordedFrom(start, start + 3 * kDayMs);
        file.recordedFrom(now, now);
        file.tidyUp(now);
        const auto blobs = [&file] {
            QByteArrayList all;
            QSqlQuery query = file.connection.query();
            query.exec(QStringLiteral("SELECT data FROM minute_day UNION ALL SELECT quarters FROM"
                                      " rollup_day UNION ALL SELECT days FROM rollup_month"
                                      " UNION ALL SELECT data FROM raw_hour"));
            while (query.next())
                all.append(query.value(0).toByteArray());
            return all;
        };
        const QByteArrayList before = blobs();
        QVERIFY(before.size() > 70);
        QVERIFY(!unseal(file.connection, 1, {start, start + 3 * kDayMs}));
        QCOMPARE(file.count(QStringLiteral("raw_hour")), 0);
        QCOMPARE(file.count(QStringLiteral("rollup_day")), 0);
        QVERIFY(file.count(QStringLiteral("recent_report")) > 300);
        file.tidyUp(now);
        QCOMPARE(blobs(), before);

        // The same when the days had been put together to months before.
        file.tidyUp(now + 40 * kDayMs);
        QVERIFY(file.count(QStringLiteral("rollup_month")) > 0);
        const QByteArrayList together = blobs();
        QVERIFY(!unseal(file.connection, 1, {start, start + 3 * kDayMs}));
        QCOMPARE(file.count(QStringLiteral("rollup_month")), 0);
        file.tidyUp(now + 40 * kDayMs);
        QCOMPARE(blobs(), together);
        QVERIFY(file.ok);
    }

    /// A row that comes late goes where it belongs, also into what was sealed long ago.
    void lateRowsAreCountedOnce()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + 3 * kDayMs;
        RawRows rows;
        rows.reports = {{start + 10 * kHourMs, 3'600'000, 36'000}};
        File file;
        file.insert(rows);
        file.recordedFrom(now, now);
        file.tidyUp(now);
        QCOMPARE(file.count(QStringLiteral("rollup_day")), 1);
        RawRows late;
        late.reports = {{start + 26 * kHourMs, 4 * 3'600'000, 1000}}; // over midnight
        QVERIFY(!unseal(file.connection, 1, {start + 22 * kHourMs, start + 26 * kHourMs}));
        file.insert(late);
        const QList<qint64> days = steps(start, now, kDayMs);
        QCOMPARE(file.energy(days, now).buckets.at(0).joules, 36'500);
        QCOMPARE(file.energy(days, now).buckets.at(1).joules, 500);
        file.tidyUp(now);
        QCOMPARE(file.count(QStringLiteral("recent_report")), 0);
        QCOMPARE(file.energy(days, now).buckets.at(0).joules, 36'500);
        QCOMPARE(file.energy(days, now).buckets.at(1).joules, 500);
        QVERIFY(file.ok);
    }

    void localDaysMonthsAndYearsAddUp_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("shortDays");
        QTest::addColumn<int>("longDays");
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << 1 << 1;
        QTest::newRow("New York") << QByteArray("America/New_York") << 1 << 1;
        QTest::newRow("Lord Howe") << QByteArray("Australia/Lord_Howe") << 1 << 1;
        QTest::newRow("Kathmandu") << QByteArray(nepalZone()) << 0 << 0;
    }

    /// A year over both clock changes: days, months, the year and the raw reports agree in joules.
    void localDaysMonthsAndYearsAddUp()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, shortDays);
        QFETCH(int, longDays);
        const LocalCalendar calendar{QTimeZone(zone)};
        const TimeRange year = calendar.year(QDate(2025, 7, 1));
        std::mt19937 random(5);
        RawRows rows;
        qint64 inYear = 0;
        for (qint64 end = year.startUtcMs; end <= year.endUtcMs + 3'600'000; end += 1'837'000) {
            const RawReport report{end, 1'837'000, static_cast<qint64>(random() % 4'000'000)};
            rows.reports.append(report);
            // Worked out apart from the program: the part of each border's report inside the year.
            const qint64 from = std::max(end - 1'837'000, year.startUtcMs);
            const qint64 to = std::min(end, year.endUtcMs);
            const auto before = [&report](qint64 at) {
                return report.joules * (at - (report.endUtcMs - 1'837'000)) / 1'837'000;
            };
            if (from < to)
                inYear += before(to) - before(from);
        }
        File file;
        file.insert(rows);
        const qint64 now = year.endUtcMs + 10 * kDayMs;
        file.recordedFrom(now, now);
        file.tidyUp(now);
        const auto sums = [&](CalendarUnit unit) {
            return file.energy(calendar.edges(year, unit), now);
        };
        QCOMPARE(joulesOf(sums(CalendarUnit::Year)), inYear);
        QCOMPARE(joulesOf(sums(CalendarUnit::Month)), inYear);
        const OutletEnergy days = sums(CalendarUnit::Day);
        QCOMPARE(joulesOf(days), inYear);
        QCOMPARE(joulesOf(sums(CalendarUnit::Hour)), inYear);
        QCOMPARE(days.buckets.size(), 365);
        int shorter = 0;
        int longer = 0;
        const QList<qint64> edges = calendar.edges(year, CalendarUnit::Day);
        for (qsizetype i = 0; i < 365; ++i) {
            const qint64 length = edges.at(i + 1) - edges.at(i);
            QCOMPARE(days.buckets.at(i).knownMs, length); // all of the day, however long
            shorter += length < kDayMs;
            longer += length > kDayMs;
        }
        QCOMPARE(shorter, shortDays);
        QCOMPARE(longer, longDays);
        QVERIFY(file.ok);
    }

    void importedEnergyLiesOnTop()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + 3 * kDayMs;
        RawRows rows;
        rows.reports = {{start + kHourMs, 3'600'000, 100}};
        File file;
        file.insert(rows);
        file.recordedFrom(now, now);
        file.run(
            QStringLiteral("INSERT INTO imported_energy VALUES (1, %1, 3600000, 1, 50, 3600000)")
                .arg(start + kHourMs));
        file.run(QStringLiteral(
                     "INSERT INTO imported_energy VALUES (1, %1, 86400000, 1, 2400, 86400000)")
                     .arg(start + kDayMs));
        const auto check = [&] {
            const OutletEnergy hours = file.energy(steps(start, now, kHourMs), now);
            QCOMPARE(hours.buckets.at(0).joules, 100);
            QCOMPARE(hours.buckets.at(1).joules, 50);
            QCOMPARE(hours.buckets.at(1).knownMs, kHourMs);
            QCOMPARE(hours.buckets.at(2).knownMs, 0);
            QCOMPARE(hours.buckets.at(30).joules, 100);
            QCOMPARE(joulesOf(hours), 2550);
        };
        check();
        file.tidyUp(now);
        check();
        QVERIFY(file.ok);
    }

    /// Rows of every length that begin long before a range and reach into it, or end where it
    /// begins: what the file is asked for must not depend on where the question begins.
    void importedRowsReachIntoTheRange_data()
    {
        QTest::addColumn<qint64>("lengthMs");
        QTest::newRow("five minutes") << qint64(300'000);
        QTest::newRow("an hour") << kHourMs;
        QTest::newRow("an hour and a bit") << kHourMs + 1000;
        QTest::newRow("a day") << kDayMs;
        QTest::newRow("a day with its clock change") << 25 * kHourMs;
        QTest::newRow("the longest") << kLongestImportMs;
    }

    void importedRowsReachIntoTheRange()
    {
        QFETCH(qint64, lengthMs);
        const qint64 start = 20'000 * kDayMs;
        const qint64 end = start + kLongestImportMs + 3 * kDayMs;
        File file;
        file.recordedFrom(end, end);
        file.run(QStringLiteral("INSERT INTO import VALUES (1, 0, 'a.csv', 1, 1)"));
        qint64 rows = 0;
        file.run(QStringLiteral("BEGIN"));
        for (qint64 at = start; at + lengthMs <= end; at += lengthMs, ++rows)
            file.run(QStringLiteral("INSERT INTO imported_energy VALUES (1, %1, %2, 1, %3, %2)")
                         .arg(at)
                         .arg(lengthMs)
                         .arg(lengthMs / 1000));
        file.run(QStringLiteral("COMMIT"));
        QVERIFY(rows > 0);
        // A watt all the time: whatever piece is asked for has as many joules as seconds.
        for (qint64 from = start; from < start + rows * lengthMs; from += 7 * kHourMs + kMinuteMs) {
            const qint64 until = std::min(from + 5 * kHourMs, start + rows * lengthMs);
            const OutletEnergy piece =
                file.energy({from, from + (until - from) / 60'000 * 60'000}, end);
            const qint64 seconds = (until - from) / 60'000 * 60;
            QVERIFY2(qAbs(piece.buckets.at(0).joules - seconds) <= 1,
                     qPrintable(QStringLiteral("%1 J of %2 at hour %3")
                                    .arg(piece.buckets.at(0).joules)
                                    .arg(seconds)
                                    .arg((from - start) / kHourMs)));
        }
        QVERIFY(file.ok);
    }

    void latestImportCounts()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + kDayMs;
        File file;
        file.recordedFrom(now, now);
        for (const auto &[id, state] : {std::pair(1, 1), {2, 1}, {3, 0}, {4, 2}, {5, 1}})
            file.run(QStringLiteral("INSERT INTO import VALUES (%1, 0, 'a.csv', 1, %2)")
                         .arg(id)
                         .arg(state));
        const auto import = [&](qint64 at, int id, const char *joules, qint64 knownMs) {
            file.run(QStringLiteral("INSERT INTO imported_energy VALUES (1, %1, 3600000, %2, %3,"
                                    " %4)")
                         .arg(start + at)
                         .arg(id)
                         .arg(QLatin1StringView(joules))
                         .arg(knownMs));
        };
        import(0, 1, "50", kHourMs);
        import(0, 2, "60", kHourMs / 2); // in its place, half of it known
        import(0, 3, "70", kHourMs);     // being written
        import(0, 4, "80", kHourMs);     // taken back
        import(kHourMs, 1, "90", kHourMs);
        import(kHourMs, 5, "NULL", 0); // no longer
        const OutletEnergy hours = file.energy(steps(start, now, kHourMs), now);
        QCOMPARE(hours.buckets.at(0).joules, 60);
        QCOMPARE(hours.buckets.at(0).knownMs, kHourMs / 2);
        QCOMPARE(hours.buckets.at(1).joules, 0);
        QCOMPARE(hours.buckets.at(1).knownMs, 0);
        file.run(QStringLiteral("UPDATE import SET state = 2 WHERE id IN (2, 5)"));
        const OutletEnergy before = file.energy(steps(start, now, kHourMs), now);
        QCOMPARE(before.buckets.at(0).joules, 50);
        QCOMPARE(before.buckets.at(1).joules, 90);
        QVERIFY(file.ok);
    }

    void questionsThatContradictThemselvesAreRefused()
    {
        File file;
        HistoryReader reader(file.connection);
        const QList<EnergyQuery> wrong{
            {{kId}, {}, {}},
            {{kId}, {0, 0}, {}},
            {{kId}, {60'000, 0}, {}},
            {{kId}, {0, 61'000}, {}},
            {{kId}, {0, 60'000}, {{0, 0}, {0, 1}}},
            {{kId}, {0, 60'000}, {{0, -1}}},
        };
        for (const EnergyQuery &query : wrong) {
            const auto answer = reader.energy(query, 0);
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, HistoryProblem::Kind::BadQuestion);
        }
        QVERIFY(!reader.curve({kId, {5, 5}, 600, 0}, 0));
        QVERIFY(!reader.curve({kId, {0, 5}, 0, 0}, 0));
        const auto unknown = reader.energy({{QStringLiteral("nobody")}, {0, 60'000}, {}}, 0);
        QVERIFY(unknown);
        QVERIFY(!unknown->outlets.constFirst().buckets.constFirst().isKnown());
    }

    /// A curve has its peaks whatever the zoom, and breaks where nothing is known.
    void curvesKeepPeaksAndGaps()
    {
        const qint64 start = 20'000 * kDayMs;
        const qint64 now = start + 2 * kDayMs;
        RawRows rows;
        rows.states = {{start, true, true, {}, {}},
                       {start + 10 * kHourMs, false, true, {}, {}},
                       {start + 11 * kHourMs, true, true, {}, {}},
                       {start + 20 * kHourMs, true, false, {}, {}}};
        for (qint64 at = start; at < start + 20 * kHourMs; at += 30'000) {
            const bool isGone = at >= start + 10 * kHourMs && at < start + 11 * kHourMs;
            if (!isGone)
                rows.readings.append({at, 100'000, 1200});
        }
        rows.readings[500].milliwatts = quantise(2'000'000);
        File file;
        file.insert(rows);
        file.recordedFrom(start, start + kDayMs);
        file.recordedFrom(now, now);
        HistoryReader reader(file.connection);
        const auto check = [&](TimeRange range, qint64 bucketMs) {
            const auto answer = reader.curve({kId, range, 600, 0}, now);
            QVERIFY(answer);
            QCOMPARE(answer->bucketMs, bucketMs);
            float peak = 0;
            int breaks = 0;
            for (const CurvePoint &point : answer->points) {
                peak = std::max(peak, point.maxWatts);
                QVERIFY(point.minWatts <= point.averageWatts);
                QVERIFY(point.averageWatts <= point.maxWatts);
                breaks += point.afterGap;
            }
            QVERIFY(qAbs(peak - 2000) <= 2);
            QCOMPARE(breaks, range.lengthMs() > 11 * kHourMs ? 2 : 1);
            QVERIFY(answer->points.size() <= 1200);
        };
        const qint64 peakMs = start + 500 * 30'000;
        for (int round = 0; round < 2; ++round) {
            check({peakMs - 120'000, peakMs + 120'000}, 0);
            check({peakMs - 1'800'000, peakMs + 1'800'000}, 10'000);
            check({start, start + kDayMs}, 300'000);
            file.tidyUp(now);
        }
        const auto day = reader.curve({kId, {start, start + 2 * kDayMs}, 600, 0}, now);
        QVERIFY(day);
        QCOMPARE(day->firstUtcMs, std::optional<qint64>(start));
        using State = StateSpan::State;
        QList<State> states;
        qint64 at = start;
        for (const StateSpan &span : day->states) {
            QCOMPARE(span.range.startUtcMs, at); // without holes
            at = span.range.endUtcMs;
            states.append(span.state);
        }
        QCOMPARE(at, now);
        QCOMPARE(states, QList<State>({State::On, State::Offline, State::On, State::Off,
                                       State::NotRecording}));
        // Buckets of given borders: each holds what lies between its own.
        const QList<qint64> edges{start, start + 7 * kHourMs, start + 19 * kHourMs,
                                  start + 24 * kHourMs};
        const TimeRange whole{start, start + kDayMs};
        const auto given = reader.curve({kId, whole, 600, 12 * kHourMs, edges}, now);
        QVERIFY(given);
        QCOMPARE(given->points.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(given->points.at(i).startUtcMs, edges.at(i));
            QCOMPARE(given->points.at(i).lengthMs, edges.at(i + 1) - edges.at(i));
        }
        QVERIFY(given->points.at(0).maxWatts > 1990); // the peak is at 4:10
        QVERIFY(given->points.at(1).maxWatts < 110);
        QList<qint64> late = edges;
        late.removeFirst();
        QList<qint64> crooked = edges;
        crooked[1] += 1;
        QList<qint64> backward = edges;
        std::swap(backward[1], backward[2]);
        for (const QList<qint64> &bad : {late, crooked, backward, QList<qint64>{start}}) {
            const auto refused = reader.curve({kId, whole, 600, 12 * kHourMs, bad}, now);
            QVERIFY(!refused && refused.error().kind == HistoryProblem::Kind::BadQuestion);
        }
        // A week from the quarter hours tells the same in coarser steps.
        const auto week = reader.curve({kId, {start, start + 7 * kDayMs}, 600, 0}, now);
        QVERIFY(week);
        QCOMPARE(week->bucketMs, 1'800'000);
        QVERIFY(!week->points.isEmpty());
        QCOMPARE(week->states.constLast().range.endUtcMs, now);
        QVERIFY(file.ok);
    }
};

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_history_reader.moc"
