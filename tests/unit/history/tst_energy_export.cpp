// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "history/energy_export.h"
#include "history/export_format.h"
#include "history/minute_buckets.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;

namespace {

using Resolution = ExportPlan::Resolution;
constexpr qint64 kHour = 3'600'000;
const QString kSheet = QStringLiteral("=HYPERLINK(\"http://evil\")");

/// Two outlets in New York; the first used 360 kJ in each of the first three hours of October 1,
/// 2025, the second one 90 kJ in the second half of the first hour.
class Home
{
public:
    Home()
    {
        {
            const StorageSession storage(folder.path());
        }
        ok = !connection.openForWriting(folder.filePath(QStringLiteral("outlet.sqlite")));
        run(QStringLiteral("INSERT INTO history_outlet VALUES (1, 'a'), (2, 'b')"));
        for (int i = 1; i <= 3; ++i)
            report(1, start + i * kHour, kHour, 360'000);
        report(2, start + kHour, kHour / 2, 90'000);
        run(QStringLiteral("INSERT INTO recent_reading VALUES (1, %1, 100500, 1201), (2, %2, NULL,"
                           " 1199)")
                .arg(start + 1000)
                .arg(start + 500));
        plan.outlets = {{QStringLiteral("a"), QStringLiteral("Freezer")},
                        {QStringLiteral("b"), kSheet}};
        plan.calendar = LocalCalendar(QTimeZone("America/New_York"));
        plan.range = {start, start + 24 * kHour};
        plan.currency = QStringLiteral("USD");
        plan.cost = [](const QList<qint64> &joules) {
            return std::optional(double(joules.value(0)) / 3.6e6 * 0.25);
        };
        plan.nowUtcMs = start + 3 * kHour;
    }

    void run(const QString &sql) { ok = !connection.run(sql) && ok; }

    void report(int key, qint64 end, qint64 duration, qint64 joules)
    {
        run(QStringLiteral("INSERT INTO recent_report VALUES (%1, %2, 0, %3, %4, %2)")
                .arg(key)
                .arg(end)
                .arg(duration)
                .arg(joules));
    }

    /// The file that is written.
    [[nodiscard]] QByteArray text()
    {
        const QString path = folder.filePath(QStringLiteral("out"));
        if (const auto problem = writeExport(connection, plan, path, progress))
            return "problem: " + problem->toUtf8();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    SqlConnection connection;
    ExportPlan plan;
    TransferProgress progress;
    bool ok = false;
    const qint64 start =
        QDateTime::fromString(QStringLiteral("2025-10-01T00:00:00-04:00"), Qt::ISODate)
            .toMSecsSinceEpoch();
};

} // namespace

class TestEnergyExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commaSeparated()
    {
        Home home;
        QVERIFY(home.ok);
        const QByteArray sheet = "\"'=HYPERLINK(\"\"http://evil\"\")\"";
        const QByteArray expected =
            "time,outlet,kwh,cost_USD,min_missing,joules,seconds,seconds_known,seconds_on,"
            "average_w,min_w,max_w,outlet_id\n"
            "2025-10-01T00:00-04:00,\"Freezer\",0.100,0.025,0,360000,3600,3600,0,100,99.968,"
            "99.968,\"a\"\n"
            "2025-10-01T00:00-04:00," +
            sheet +
            ",0.025,0.00625,30,90000,3600,1800,0,50,49.984,49.984,\"b\"\n"
            "2025-10-01T01:00-04:00,\"Freezer\",0.100,0.025,0,360000,3600,3600,0,100,99.968,99.968,"
            "\"a\"\n"
            "2025-10-01T01:00-04:00," +
            sheet +
            ",,,60,,3600,0,,,,,\"b\"\n"
            "2025-10-01T02:00-04:00,\"Freezer\",0.100,0.025,0,360000,3600,3600,0,100,99.968,99.968,"
            "\"a\"\n"
            "2025-10-01T02:00-04:00," +
            sheet + ",,,60,,3600,0,,,,,\"b\"\n";
        QCOMPARE(home.text(), expected);
        QCOMPARE(home.progress.done, 6);
        QCOMPARE(home.progress.total, 6);
    }

    void semicolonsAndDecimalCommas()
    {
        Home home;
        home.plan.isSemicolon = true;
        home.plan.outlets = {{QStringLiteral("a"), QStringLiteral("Kühlschrank")}};
        home.plan.resolution = Resolution::Day;
        QCOMPARE(home.text(),
                 QByteArray("\xEF\xBB\xBFtime;outlet;kwh;cost_USD;min_missing;joules;seconds;"
                            "seconds_known;seconds_on;average_w;min_w;max_w;outlet_id\n"
                            "2025-10-01T00:00-04:00;\"K\xC3\xBChlschrank\";0,300;0,075;0;1080000;"
                            "86400;10800;0;100;99,968;99,968;\"a\"\n"));
    }

    void cellsOfNumbersNeverLookLikeFormulas()
    {
        Home home;
        const QList<QByteArray> lines = home.text().split('\n');
        for (const QByteArray &line : lines) {
            for (const char *start : {",=", ",+", ",-", ",@", ",\"=", ",\"+", ",\"-", ",\"@"})
                QVERIFY2(!line.contains(start), line.constData());
        }
    }

    void json()
    {
        Home home;
        home.plan.format = ExportPlan::Format::Json;
        const QByteArray text = home.text();
        QJsonParseError error;
        const QJsonObject root = QJsonDocument::fromJson(text, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(root.value(u"format").toString(), QStringLiteral("outlet-energy"));
        QCOMPARE(root.value(u"timeZone").toString(), QStringLiteral("America/New_York"));
        const QJsonArray rows = root.value(u"rows").toArray();
        QCOMPARE(rows.size(), 6);
        QCOMPARE(text.count('\n'), 8); // one row a line
        const QJsonObject first = rows.at(1).toObject();
        QCOMPARE(first.value(u"start").toString(), QStringLiteral("2025-10-01T00:00-04:00"));
        QCOMPARE(first.value(u"outlet").toString(), kSheet);
        QCOMPARE(first.value(u"joules").toInt(), 90'000);
        QCOMPARE(first.value(u"kwh").toDouble(), 0.025);
        QCOMPARE(first.value(u"minutesMissing").toInt(), 30);
        const QJsonObject gap = rows.at(3).toObject();
        for (const char *key : {"joules", "kwh", "cost", "averageWatts", "minWatts", "secondsOn"})
            QVERIFY2(gap.value(QLatin1StringView(key)).isNull(), key);
        home.plan.range.endUtcMs = home.plan.range.startUtcMs;
        QVERIFY(QJsonDocument::fromJson(home.text()).object().value(u"rows").isArray());
    }

    void everyReading()
    {
        Home home;
        home.plan.resolution = Resolution::Readings;
        QCOMPARE(home.text(),
                 QByteArray("time,outlet,watts,volts,outlet_id\n"
                            "2025-10-01T00:00:00.500-04:00,\"'=HYPERLINK(\"\"http://evil\"\")\",,"
                            "119.9,\"b\"\n"
                            "2025-10-01T00:00:01-04:00,\"Freezer\",100.5,120.1,\"a\"\n"));
    }

    void dayOfTheClockChange()
    {
        Home home;
        home.plan.outlets.removeLast();
        home.plan.range.endUtcMs = home.start + 40 * 24 * kHour;
        home.plan.nowUtcMs = home.plan.range.endUtcMs;
        const QByteArray hours = home.text();
        QCOMPARE(hours.count('\n'),
                 1 + 40 * 24); // by the clock 39 days and 24 hours, one of them twice
        QVERIFY(hours.contains("\n2025-11-02T01:00-04:00,"));
        QVERIFY(hours.contains("\n2025-11-02T01:00-05:00,"));
        home.plan.resolution = Resolution::Day;
        QVERIFY(home.text().contains("\n2025-11-02T00:00-04:00,\"Freezer\",,,1500,,90000,"));
        home.plan.resolution = Resolution::FiveMinutes;
        QCOMPARE(home.text().count('\n'), 1 + 40 * 24 * 12);
    }

    void preview()
    {
        Home home;
        const auto preview = previewExport(home.connection, home.plan, home.progress);
        QVERIFY(preview);
        QCOMPARE(preview->rowCount, 6);
        QCOMPARE(preview->bytes, home.text().size());
        QCOMPARE(preview->columns.size(), 5);
        QCOMPARE(preview->rows.size(), 4);
        QCOMPARE(preview->rows.at(1).cells.at(4), QStringLiteral("30"));
        QVERIFY(preview->rows.at(2).hasData);
        QVERIFY(!preview->rows.at(3).hasData);
        QCOMPARE(preview->rows.at(3).cells.at(0), QStringLiteral("2025-10-01T01:00-04:00"));
        home.plan.outlets.removeLast();
        QCOMPARE(previewExport(home.connection, home.plan, home.progress)->rows.size(), 3);
    }

    void cancelLeavesNothing()
    {
        Home home;
        const QStringList before = QDir(home.folder.path()).entryList(QDir::Files);
        home.progress.cancel = true;
        QCOMPARE(home.text(), QByteArray("problem: "));
        QVERIFY(!previewExport(home.connection, home.plan, home.progress));
        // Between two rows, too: what was written until then is gone.
        home.progress.cancel = false;
        home.plan.cost = [&home](const QList<qint64> &) {
            home.progress.cancel = true;
            return std::optional<double>();
        };
        QCOMPARE(home.text(), QByteArray("problem: "));
        QCOMPARE(QDir(home.folder.path()).entryList(QDir::Files), before);
    }

    void cannotBeWritten()
    {
        Home home;
        const QString path = home.folder.filePath(QStringLiteral("none/out.csv"));
        const auto problem = writeExport(home.connection, home.plan, path, home.progress);
        QVERIFY(problem);
        QVERIFY2(problem->contains(QStringLiteral("can't be written")), qPrintable(*problem));
        SqlConnection closed;
        QVERIFY(!writeExport(closed, home.plan, home.folder.filePath(QStringLiteral("x")),
                             home.progress)
                     ->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEnergyExport)
#include "tst_energy_export.moc"
