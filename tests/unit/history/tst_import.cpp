// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <random>

#include "import_bench.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const QByteArray kHead = "time,outlet,kwh\n";
const QByteArray kHours = kHead + "2025-10-01T00:00+02:00,a,0.5\n"
                                  "2025-10-01T01:00+02:00,a,0.25\n"
                                  "2025-10-01T02:00+02:00,a,\n"
                                  "2025-10-01T00:00+02:00,b,1\n";

} // namespace

/// What an import does to a history.
class TestImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void ofTheFileItself();
    void again();
    void replaced();
    void leftOut();
    void finerOnesCoverACoarserOne();
    void finerOnesCoverAPart();
    void coarserOnesGiveWay();
    void repeatedRows();
    void whatWasMeasuredStays();
    void clockChange();
    void takenBackInAnyOrder();
    void failingAtAnyStepLeavesNothing();
    void cancelLeavesNothing();
    void leftoversAreRemoved();
};

void TestImport::roundTrip_data()
{
    QTest::addColumn<int>("resolution");
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("isSemicolon");
    using Plan = ExportPlan;
    for (const auto &[name, resolution] : {std::pair("5 minutes", Plan::Resolution::FiveMinutes),
                                           {"hours", Plan::Resolution::Hour},
                                           {"days", Plan::Resolution::Day}}) {
        QTest::addRow("%s, CSV", name) << int(resolution) << int(Plan::Format::Csv) << false;
        QTest::addRow("%s, semicolons", name) << int(resolution) << int(Plan::Format::Csv) << true;
        QTest::addRow("%s, JSON", name) << int(resolution) << int(Plan::Format::Json) << false;
    }
}

void TestImport::roundTrip()
{
    QFETCH(int, resolution);
    QFETCH(int, format);
    QFETCH(bool, isSemicolon);
    ImportBench from;
    from.run(QStringLiteral("INSERT INTO history_outlet VALUES (1, 'a'), (2, 'b')"));
    // Over the end of summer time, with gaps, spans that lie over borders and odd joules.
    const qint64 start = from.calendar.instantFromText(u"2025-10-24").value_or(0);
    const qint64 end = from.calendar.instantFromText(u"2025-10-29").value_or(0);
    std::mt19937 random(17);
    from.run(QStringLiteral("BEGIN"));
    for (const int key : {1, 2}) {
        for (qint64 at = start; at < end;) {
            const qint64 length = 20'000 + qint64(random() % 300'000);
            at += length + (random() % 10 == 0 ? qint64(random() % 7'200'000) : 0);
            from.run(QStringLiteral("INSERT INTO recent_report VALUES (%1, %2, 0, %3, %4, %2)")
                         .arg(key)
                         .arg(at)
                         .arg(length)
                         .arg(random() % 300'000));
        }
    }
    from.run(QStringLiteral("COMMIT"));
    QVERIFY(from.ok);
    ExportPlan plan;
    plan.outlets = {{QStringLiteral("a"), QStringLiteral("=Formula, \"quoted\"")},
                    {QStringLiteral("b"), QStringLiteral("Kühlschrank; neu")}};
    plan.calendar = from.calendar;
    plan.range = {start, end};
    plan.resolution = ExportPlan::Resolution(resolution);
    plan.format = ExportPlan::Format(format);
    plan.isSemicolon = isSemicolon;
    plan.nowUtcMs = from.now;
    const QString path = from.folder.filePath(QStringLiteral("out"));
    QVERIFY(!writeExport(from.connection, plan, path, from.progress));

    ImportBench to;
    QVERIFY2(to.read(path), qPrintable(to.problem));
    QCOMPARE(to.faults(), QStringList());
    QCOMPARE(to.reading.rows, from.progress.done);
    QCOMPARE(to.reading.names.size(), 2);
    QCOMPARE(to.reading.names.at(0).name, QStringLiteral("=Formula, \"quoted\""));
    QCOMPARE(to.reading.names.at(1).name, QStringLiteral("Kühlschrank; neu"));
    QVERIFY2(to.sort() && to.write() > 0, qPrintable(to.problem));
    const CalendarUnit unit = plan.resolution == ExportPlan::Resolution::FiveMinutes
                                  ? CalendarUnit::FiveMinutes
                              : plan.resolution == ExportPlan::Resolution::Hour ? CalendarUnit::Hour
                                                                                : CalendarUnit::Day;
    const QList<qint64> edges = from.calendar.edges(plan.range, unit);
    for (const QString &id : {QStringLiteral("a"), QStringLiteral("b")}) {
        const OutletEnergy there = from.energy(id, edges);
        const OutletEnergy here = to.energy(id, edges);
        qint64 sum = 0;
        for (qsizetype i = 0; i < there.buckets.size(); ++i) {
            QCOMPARE(here.buckets.at(i).joules, there.buckets.at(i).joules);
            QVERIFY(qAbs(here.buckets.at(i).knownMs - there.buckets.at(i).knownMs) <= 1000);
            sum += here.buckets.at(i).joules;
        }
        QVERIFY(sum > 0);
        // Every resolution of the imported gives the same sum: cut differently, added up again.
        for (const CalendarUnit other :
             {CalendarUnit::FiveMinutes, CalendarUnit::Hour, CalendarUnit::Day}) {
            const OutletEnergy again = to.energy(id, to.calendar.edges(plan.range, other));
            qint64 same = 0;
            for (const EnergyBucket &bucket : again.buckets)
                same += bucket.joules;
            QCOMPARE(same, sum);
        }
    }
}

/// An export that comes back to where it is from changes nothing.
void TestImport::ofTheFileItself()
{
    ImportBench bench;
    QVERIFY(bench.import(kHours) > 0);
    ExportPlan plan;
    plan.outlets = {{QStringLiteral("a"), QStringLiteral("a")},
                    {QStringLiteral("b"), QStringLiteral("b")}};
    plan.calendar = bench.calendar;
    plan.range = {*bench.calendar.instantFromText(u"2025-10-01"),
                  *bench.calendar.instantFromText(u"2025-10-02")};
    plan.nowUtcMs = bench.now;
    const QString path = bench.folder.filePath(QStringLiteral("out"));
    QVERIFY(!writeExport(bench.connection, plan, path, bench.progress));
    QVERIFY(bench.read(path) && bench.sort());
    QCOMPARE(bench.reading.rows, 48);
    QCOMPARE(bench.reading.gaps, 45);
    QCOMPARE(bench.sorted.newRows, 0);
    QCOMPARE(bench.sorted.alreadyHere, 3);
}

void TestImport::again()
{
    ImportBench bench;
    QVERIFY2(bench.import(kHours) > 0, qPrintable(bench.problem));
    QCOMPARE(bench.sorted.newRows, 3);
    QCOMPARE(bench.reading.gaps, 1);
    QCOMPARE(bench.reading.shown.size(), 3);
    QCOMPARE(bench.sorted.shown, (QList{ImportResult::New, ImportResult::New, ImportResult::Gap}));
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 2'700'000);
    QCOMPARE(bench.joules("b", "2025-10-01", "2025-10-02"), 3'600'000);
    QVERIFY(bench.read(bench.file(kHours)) && bench.sort());
    QCOMPARE(bench.sorted.newRows, 0);
    QCOMPARE(bench.sorted.alreadyHere, 3);
    QCOMPARE(bench.sorted.skipped(), 3);
    QCOMPARE(bench.sorted.shown.first(), ImportResult::AlreadyHere);
}

void TestImport::replaced()
{
    ImportBench bench;
    const qint64 first = bench.import(kHours);
    QVERIFY(bench.read(bench.file(kHead + "2025-10-01T00:00+02:00,a,2\n")));
    bench.choice.replaces = true;
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.toWrite(), 1);
    QCOMPARE(bench.sorted.shown, QList{ImportResult::Replaces});
    const qint64 second = bench.write();
    QVERIFY(first > 0 && second > first);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 7'200'000 + 900'000);
    // Taking it back brings back what was there.
    QVERIFY(*takeBackImport(bench.connection, second));
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 2'700'000);
    QVERIFY(!*takeBackImport(bench.connection, second));
    QVERIFY(!*takeBackImport(bench.connection, 999));
}

void TestImport::leftOut()
{
    ImportBench bench;
    QVERIFY(bench.read(bench.file(kHours)));
    bench.choice.outletIds = {QString(), QStringLiteral("other")};
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.leftOut, 3);
    QCOMPARE(bench.sorted.newRows, 1);
    QVERIFY(bench.write() > 0);
    QCOMPARE(bench.joules("other", "2025-10-01", "2025-10-02"), 3'600'000);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 0);
    // Two names may be one outlet; what both have of one time is there once.
    bench.choice.outletIds = {QStringLiteral("c"), QStringLiteral("c")};
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.newRows, 2);
    QCOMPARE(bench.sorted.repeated, 1);
}

void TestImport::finerOnesCoverACoarserOne()
{
    ImportBench bench;
    QVERIFY(bench.import("date,outlet,kwh\n2025-10-01,a,10\n2025-10-02,a,20\n") > 0);
    QByteArray hours = kHead;
    for (int i = 0; i < 24; ++i)
        hours +=
            "2025-10-01T" + QByteArray::number(i).rightJustified(2, '0') + ":00+02:00,a,0.25\n";
    const qint64 id = bench.import(hours);
    QVERIFY(id > 0);
    QCOMPARE(bench.sorted.newRows, 24);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 6 * 3'600'000);
    QCOMPARE(bench.joules("a", "2025-10-02", "2025-10-03"), 20 * 3'600'000);
    QVERIFY(*takeBackImport(bench.connection, id));
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 10 * 3'600'000);
}

void TestImport::finerOnesCoverAPart()
{
    ImportBench bench;
    QVERIFY(bench.import("date,outlet,kwh\n2025-10-01,a,10\n") > 0);
    QVERIFY(bench.read(bench.file(kHours)) && bench.sort());
    QCOMPARE(bench.sorted.newRows, 1); // b's
    QCOMPARE(bench.sorted.alreadyHere, 2);
    QVERIFY(bench.write() > 0);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 10 * 3'600'000);
}

void TestImport::coarserOnesGiveWay()
{
    ImportBench bench;
    QVERIFY(bench.import(kHours) > 0);
    QVERIFY(bench.read(bench.file("date,outlet,kwh\n2025-10-01,a,10\n2025-10-02,a,20\n")));
    bench.choice.replaces = true;
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.finerHere, 1);
    QCOMPARE(bench.sorted.newRows, 1);
    // In one file, too, in whatever order.
    ImportBench mixed;
    QVERIFY(mixed.import(
                "time,outlet,kwh,seconds,joules\n"
                "2025-10-01T00:00+02:00,a,,86400,100\n2025-10-01T05:00+02:00,a,,3600,7\n") > 0);
    QCOMPARE(mixed.sorted.newRows, 1);
    QCOMPARE(mixed.sorted.finerHere, 1);
    QCOMPARE(mixed.joules("a", "2025-10-01", "2025-10-02"), 7);
}

void TestImport::repeatedRows()
{
    ImportBench bench;
    QVERIFY(bench.import(kHours + kHours.mid(kHead.size())) > 0);
    QCOMPARE(bench.sorted.repeated, 3);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 2'700'000);
}

void TestImport::whatWasMeasuredStays()
{
    ImportBench bench;
    bench.run(QStringLiteral("INSERT INTO history_outlet VALUES (1, 'a')"));
    const qint64 start = *bench.calendar.instantFromText(u"2025-10-01T01:30");
    bench.run(
        QStringLiteral("INSERT INTO recent_report VALUES (1, %1, 0, 600000, 5000, %1)").arg(start));
    QVERIFY(bench.read(bench.file(kHours)));
    bench.choice.replaces = true;
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.measured, 1);
    QCOMPARE(bench.sorted.newRows, 2);
    QVERIFY(bench.write() > 0);
    QCOMPARE(bench.joules("a", "2025-10-01T01:00", "2025-10-01T02:00"), 5000);
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 1'805'000);
}

void TestImport::clockChange()
{
    // Days of 25 and 23 hours, told by their dates alone.
    ImportBench bench;
    QVERIFY(
        bench.import(
            "date,outlet,kwh\n2025-03-30,a,1\n2025-10-25,a,1\n2025-10-26,a,1\n2025-10-27,a,1\n") >
        0);
    QCOMPARE(bench.count("SELECT duration_ms FROM imported_energy ORDER BY duration_ms LIMIT 1"),
             23 * kHourMs);
    QCOMPARE(bench.count("SELECT max(duration_ms) FROM imported_energy"), 25 * kHourMs);
    QCOMPARE(bench.joules("a", "2025-10-26", "2025-10-27"), 3'600'000);
}

void TestImport::takenBackInAnyOrder()
{
    ImportBench bench;
    const qint64 first = bench.import(kHead + "2025-10-01T00:00+02:00,a,1\n");
    QVERIFY(bench.read(bench.file(kHead + "2025-10-01T00:00+02:00,a,2\n")));
    bench.choice.replaces = true;
    QVERIFY(bench.sort());
    const qint64 second = bench.write();
    QVERIFY(*takeBackImport(bench.connection, first));
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 7'200'000);
    while (*clearImports(bench.connection)) {
    }
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 7'200'000);
    QVERIFY(*takeBackImport(bench.connection, second));
    QCOMPARE(bench.joules("a", "2025-10-01", "2025-10-02"), 0);
    while (*clearImports(bench.connection)) {
    }
    QCOMPARE(bench.count("SELECT count(*) FROM imported_energy"), 0);
}

void TestImport::failingAtAnyStepLeavesNothing()
{
    QByteArray text = kHead;
    qint64 at = ImportBench().calendar.instantFromText(u"2025-01-01").value_or(0);
    for (int i = 0; i < 24'000; ++i, at += 600'000)
        text += QByteArray::number(at) + ",a,0.01\n";
    for (int step = 1; step <= 5; ++step) {
        ImportBench bench;
        bench.failsAtStep = step;
        QCOMPARE(bench.import(text), 0);
        QCOMPARE(bench.steps, step == 1 ? 1 : step + 1); // the last one gives it up
        QVERIFY2(bench.problem.contains(QStringLiteral("nothing was changed")),
                 qPrintable(bench.problem));
        QCOMPARE(bench.joules("a", "2025-01-01", "2026-01-01"), 0);
        QVERIFY(!abandonUnfinishedImports(bench.connection));
        while (*clearImports(bench.connection)) {
        }
        QCOMPARE(bench.count("SELECT count(*) FROM imported_energy"), 0);
        bench.failsAtStep = 0;
        QVERIFY(bench.sort() && bench.write() > 0);
        QCOMPARE(bench.joules("a", "2025-01-01", "2026-01-01"), 24'000 * 36'000);
    }
}

void TestImport::cancelLeavesNothing()
{
    ImportBench bench;
    QVERIFY(bench.read(bench.file(kHours)) && bench.sort());
    bench.progress.cancel = true;
    QCOMPARE(bench.write(), 0);
    QCOMPARE(bench.problem, QString());
    QCOMPARE(bench.count("SELECT count(*) FROM imported_energy"), 0);
    QVERIFY(!bench.sort());
    QCOMPARE(bench.problem, QString());
}

void TestImport::leftoversAreRemoved()
{
    ImportBench bench;
    QVERIFY(QDir(bench.folder.path()).mkpath(QStringLiteral("import-0123abcd-a1B2c3")));
    QVERIFY(QDir(bench.folder.path()).mkpath(QStringLiteral("import-0123abce-mine00/kept")));
    QFile rows(bench.folder.filePath(QStringLiteral("import-0123abcd-a1B2c3/rows.sqlite")));
    QVERIFY(rows.open(QIODevice::WriteOnly));
    rows.close();
    // One that is being worked with stays: somebody may import at once after the start.
    QVERIFY(bench.read(bench.file(kHours)));
    ImportStage::removeLeftovers(bench.folder.path());
    QVERIFY(bench.sort());
    QCOMPARE(bench.sorted.newRows, 3);
    bench.stage.reset();
    QCOMPARE(QDir(bench.folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("import-0123abce-mine00")});
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
