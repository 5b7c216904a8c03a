// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"

using namespace outlet;
using namespace outlet::test;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QJsonObject json(const Finished &finished)
{
    return QJsonDocument::fromJson(finished.out).object();
}

const QString kDay = QStringLiteral("2024-03-01");

/// A file of another program: so many ten-minute rows for each of two devices.
QByteArray otherFile(int rows)
{
    QByteArray text = "Timestamp;Device;Energy (Wh)\n";
    const qint64 start = 1'709'251'200; // midnight of that day, UTC
    for (int i = 0; i < rows; ++i) {
        for (const char *device : {"Fridge", "=Lamp"})
            text += QByteArray::number(start + i * 600) + ';' + device + ";1,5\n";
    }
    return text;
}

} // namespace

/// outletctl export and import, asked of the real outletd by the real outletctl.
class TestDaemonTransfer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void thereAndBack();
    void refusals();
    void killedWhileImporting();

private:
    [[nodiscard]] Finished ctl(const QStringList &arguments) { return m_daemon->ctl(arguments); }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_dir->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] double joules(const QString &outlet);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Daemon> m_daemon;
    QString m_id;
};

void TestDaemonTransfer::initTestCase()
{
    qputenv("TZ", "UTC");
}

void TestDaemonTransfer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_daemon = std::make_unique<Daemon>(file("data"));
    QVERIFY2(m_daemon->start({QStringLiteral("--accept-new")}), m_daemon->err().constData());
    SystemClock clock;
    Simulation simulation(SimulationClocks{clock, clock}, m_daemon->url());
    HouseholdOptions household;
    household.count = 2;
    simulation.add(mixedHousehold(household));
    simulation.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_daemon->list().size(), 2, 20'000);
    m_id = m_daemon->list().at(0).toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(ctl({QStringLiteral("rename"), m_id, QStringLiteral("Fridge")}).exitCode, 0);
}

void TestDaemonTransfer::cleanup()
{
    QCOMPARE(m_daemon->stop(), 0);
}

double TestDaemonTransfer::joules(const QString &outlet)
{
    const Finished asked =
        ctl({QStringLiteral("energy"), outlet, QStringLiteral("--from"),
             QStringLiteral("2024-01-01"), QStringLiteral("--to"), QStringLiteral("2024-12-31"),
             QStringLiteral("--bucket"), QStringLiteral("year"), QStringLiteral("--json")});
    return QJsonDocument::fromJson(asked.out)
        .array()
        .at(0)
        .toObject()
        .value(QStringLiteral("joules"))
        .toDouble();
}

void TestDaemonTransfer::thereAndBack()
{
    QVERIFY(write(file("other.csv"), otherFile(144)));
    const QStringList import{QStringLiteral("import"), file("other.csv"), QStringLiteral("--map"),
                             QStringLiteral("=Lamp=-")};
    // What would happen changes nothing.
    const Finished dry =
        ctl(import + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY2(dry.exitCode == 0, dry.err.constData());
    QCOMPARE(json(dry).value(QStringLiteral("wouldWrite")).toInt(), 144);
    QVERIFY(json(dry).value(QStringLiteral("import")).isNull());
    QCOMPARE(joules(QStringLiteral("Fridge")), 0.0);

    const Finished done = ctl(import);
    QVERIFY2(done.exitCode == 0, done.err.constData());
    QVERIFY2(done.out.startsWith("Imported 144 rows.\n  144 rows left out by name\n"),
             done.out.constData());
    QCOMPARE(joules(QStringLiteral("Fridge")), 144 * 5400.0);
    const Finished again = ctl(import + QStringList{QStringLiteral("--json")});
    QCOMPARE(json(again).value(QStringLiteral("alreadyHere")).toInt(), 144);
    QCOMPARE(json(again).value(QStringLiteral("written")).toInt(), 0);

    // Out again, by hours, into both forms and a stream.
    const auto out = [&](const QString &to, const QStringList &more = {}) {
        return ctl(QStringList{QStringLiteral("export"), QStringLiteral("Fridge"), to,
                               QStringLiteral("--from"), kDay, QStringLiteral("--to"), kDay} +
                   more);
    };
    const Finished csv = out(file("out.csv"));
    QVERIFY2(csv.exitCode == 0, csv.err.constData());
    QVERIFY2(csv.out.startsWith("Wrote 24 rows to "), csv.out.constData());
    const QByteArray text = contents(file("out.csv"));
    QCOMPARE(text.count('\n'), 25);
    QVERIFY2(text.contains("\n2024-03-01T05:00+00:00,\"Fridge\",0.009,,0,32400,3600,3600,"),
             text.constData());
    QCOMPARE(out(file("out.json")).exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(contents(file("out.json")))
                 .object()
                 .value(QStringLiteral("rows"))
                 .toArray()
                 .size(),
             24);
    const Finished stream = out(QStringLiteral("-"), {QStringLiteral("--semicolon")});
    QCOMPARE(stream.exitCode, 0);
    QVERIFY2(stream.out.contains(";\"Fridge\";0,009;"), stream.out.constData());
    QVERIFY(!stream.out.contains("Wrote"));

    // Taken back, and in again from what was written: the same joules.
    const Finished list = ctl({QStringLiteral("import"), QStringLiteral("--list")});
    QVERIFY2(list.out.contains("144 rows  other.csv"), list.out.constData());
    const QStringList undo{QStringLiteral("import"), QStringLiteral("--undo"), QStringLiteral("1")};
    QCOMPARE(ctl(undo).exitCode, 0);
    QCOMPARE(joules(QStringLiteral("Fridge")), 0.0);
    QCOMPARE(ctl(undo).exitCode, 1);
    const Finished back = ctl({QStringLiteral("import"), file("out.json"), QStringLiteral("--json"),
                               QStringLiteral("--backup")});
    QVERIFY2(back.exitCode == 0, back.err.constData());
    QCOMPARE(json(back).value(QStringLiteral("written")).toInt(), 24);
    QVERIFY(QFile::exists(json(back).value(QStringLiteral("backup")).toString()));
    QCOMPARE(joules(QStringLiteral("Fridge")), 144 * 5400.0);
}

void TestDaemonTransfer::refusals()
{
    QVERIFY(write(file("other.csv"), otherFile(2) + "=1+1;Fridge;1,5\n1709251200;Fridge;=cmd\n"));
    const auto refused = [&](const QStringList &arguments, int exitCode, const char *words) {
        const Finished ended = ctl(arguments);
        QVERIFY2(ended.err.contains(words), ended.err.constData());
        QCOMPARE(ended.exitCode, exitCode);
        QCOMPARE(ended.out, QByteArray());
    };
    const QString import = QStringLiteral("import");
    refused({import, file("other.csv")}, 2, "No outlet is named \"=Lamp\"");
    refused({import, file("none.csv")}, 1, "can't be read");
    refused({import, file("data/outlet.sqlite")}, 1, "This is a database");
    refused({import, file("other.csv"), QStringLiteral("--energy"), QStringLiteral("Watts")}, 2,
            "There is no column");
    refused({import, file("other.csv"), QStringLiteral("--map"), QStringLiteral("=Lamp=nobody")}, 5,
            "nobody");
    refused({import, file("other.csv"), QStringLiteral("--map"), QStringLiteral("Lamp")}, 2,
            "--map");
    refused({import}, 2, "name of one file");
    refused({import, file("other.csv"), QStringLiteral("--undo"), QStringLiteral("1")}, 2, "alone");
    const QString exported = QStringLiteral("export");
    refused({exported, QStringLiteral("nobody"), file("out.csv")}, 5, "nobody");
    refused({exported, file("none/out.csv")}, 1, "can't be written");
    refused({exported, file("out.csv"), QStringLiteral("--resolution"), QStringLiteral("week")}, 2,
            "--resolution");
    refused({exported, file("out.csv"), QStringLiteral("--from"), QStringLiteral("2024-02-01"),
             QStringLiteral("--to"), QStringLiteral("2024-01-01")},
            2, "ends before it begins");
    QVERIFY(!QFile::exists(file("out.csv")));

    const Finished partly = ctl({import, file("other.csv"), QStringLiteral("--skip-unknown")});
    QCOMPARE(partly.exitCode, 0);
    QCOMPARE(partly.err, QByteArray("line 6: “=1+1” is not a time.\nline 7: “=cmd” in column "
                                    "Energy (Wh) is a formula, not a number.\n"));
}

void TestDaemonTransfer::killedWhileImporting()
{
    QByteArray text = "Timestamp;Device;Energy (Wh)\n";
    for (int i = 0; i < 150'000; ++i)
        text += QByteArray::number(1'709'251'200 + i * 60) + ";Fridge;1,5\n";
    QVERIFY(write(file("long.csv"), text));
    const auto sizeOf = [](const QString &path) { return QFileInfo(path).size(); };
    const QString log = file("data/outlet.sqlite-wal");
    const auto scratch = [this] {
        const QStringList names =
            QDir(file("data")).entryList({QStringLiteral("import-*")}, QDir::Dirs);
        return names.isEmpty() ? QString() : file("data") + u'/' + names.constFirst();
    };
    // While it is read, while it is sorted and while it is written; the last moment is found by the
    // log of the file, which grows by more than the recording of two outlets makes it.
    bool wasHalf = false;
    for (int round = 0; round < 4; ++round) {
        const qint64 logBefore = sizeOf(log);
        QProcess importing;
        importing.start(QDir(QStringLiteral(OUTLET_BIN_DIR)).filePath(QStringLiteral("outletctl")),
                        {QStringLiteral("--data-dir"), file("data"), QStringLiteral("import"),
                         file("long.csv"), QStringLiteral("--skip-unknown")});
        QVERIFY(importing.waitForStarted());
        const auto isMoment = [&] {
            const QString folder = scratch();
            const qint64 sorted = sizeOf(folder + QStringLiteral("/rows.sqlite"));
            switch (round) {
            case 0:
                return !folder.isEmpty();
            case 1:
                return sorted > 1'000'000;
            case 2:
                return sorted > 6'000'000;
            default:
                return sizeOf(log) > logBefore + 1'500'000;
            }
        };
        QVERIFY(QTest::qWaitFor(isMoment, 30'000));
        m_daemon->kill();
        QVERIFY(importing.waitForFinished());
        wasHalf = wasHalf || importing.exitCode() != 0;
        QVERIFY2(m_daemon->start(), m_daemon->err().constData());
        const double found = joules(QStringLiteral("Fridge"));
        QVERIFY2(found == 0.0 || found == 150'000 * 5400.0, qPrintable(QString::number(found)));
        // What was sorted is gone, too.
        QTRY_COMPARE(scratch(), QString());
        if (found > 0)
            break;
    }
    QVERIFY(wasHalf);
    const Finished list =
        ctl({QStringLiteral("import"), QStringLiteral("--list"), QStringLiteral("--json")});
    QVERIFY(QJsonDocument::fromJson(list.out).array().size() <= 1);
}

QTEST_GUILESS_MAIN(TestDaemonTransfer)
#include "tst_daemon_transfer.moc"
