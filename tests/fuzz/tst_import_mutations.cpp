// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "history/import_reading.h"
#include "mutator.h"

using namespace outlet;
using outlet::test::Mutator;

namespace {

QList<QByteArray> corpus()
{
    const QByteArray csv =
        "time,outlet,kwh,cost_EUR,min_missing,joules,seconds,seconds_known,outlet_id\n"
        "2025-10-01T00:00+02:00,\"Freezer\",0.052,0.01,0,187200,3600,3600,\"a\"\n"
        "2025-10-01T01:00+02:00,\"'=Lamp \"\"x\"\"\",,,60,,3600,0,\"b\"\n";
    const QByteArray json =
        "{\"format\":\"outlet-energy\",\"rows\":[\n"
        "{\"joules\":187200,\"kwh\":0.052,\"outlet\":\"Freezer\",\"outletId\":\"a\",\"seconds\":"
        "3600,"
        "\"secondsKnown\":3600,\"start\":\"2025-10-01T00:00+02:00\"},\n"
        "{\"joules\":null,\"kwh\":null,\"outlet\":\"Lamp\",\"outletId\":\"b\",\"seconds\":3600,"
        "\"secondsKnown\":0,\"start\":\"2025-10-01T01:00+02:00\"}\n]}\n";
    const QByteArray other = "Datum;Ger\xC3\xA4t;Verbrauch (kWh)\r\n01.10.2025 00:00;x;1,5\r\n"
                             "01.10.2025 01:00;y;1.234,5\r\n";
    const QByteArray meter = "when\ttotal_kwh\n1759276800\t100\n1759280400\t100.5\n";
    const QString text = QString::fromUtf8(other);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    return {csv, json, other, meter, wide, QString(text).toLatin1()};
}

} // namespace

/// Files that were changed at random: whatever comes in, reading them ends, and each row is either
/// taken or named with a reason.
class TestImportMutations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mutations_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1u, 2u, 3u, 4u})
            QTest::addRow("seed %u", seed) << seed;
    }

    void mutations()
    {
        QFETCH(unsigned, seed);
        const QTemporaryDir folder;
        const LocalCalendar calendar(QTimeZone("Europe/Berlin"));
        const qint64 now = 1'767'250'800'000; // the first of January 2026
        const auto stage = ImportStage::make(folder.path());
        QVERIFY(stage);
        const QList<QByteArray> files = corpus();
        const QString path = folder.filePath(QStringLiteral("file"));
        Mutator mutator(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 500; ++i) {
            const QByteArray bytes = mutator.mutate(files);
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            QCOMPARE(out.write(bytes), bytes.size());
            out.close();
            const auto file = ImportFile::open(path);
            if (!file) {
                ++refused;
                QVERIFY(!file.error().isEmpty());
                continue;
            }
            const ImportColumns columns = guessColumns(**file);
            if (!columnFault(columns).isEmpty()) {
                ++refused;
                continue;
            }
            TransferProgress progress;
            const auto reading = readImport(**file, columns, calendar, now, **stage, progress);
            if (!reading) {
                ++refused;
                QVERIFY(!reading.error().isEmpty());
                continue;
            }
            ++read;
            qint64 named = 0;
            for (const ImportReading::Name &name : reading->names)
                named += name.rows;
            QCOMPARE(named, reading->rows);
            QVERIFY(reading->gaps <= reading->rows);
            QCOMPARE(qint64(reading->faults.size()),
                     reading->faultCount); // so few rows are all kept
            for (const ImportFault &fault : reading->faults) {
                QVERIFY(!fault.reason.isEmpty());
                QVERIFY(fault.line >= 1 && fault.lastLine >= fault.line);
                QVERIFY(fault.lastLine <= bytes.size() + 1);
            }
        }
        // Both happen, or the mutations are too tame or too wild to say anything.
        QVERIFY2(read > 50, qPrintable(QString::number(read)));
        QVERIFY2(refused > 20, qPrintable(QString::number(refused)));
        SqlConnection connection;
        QVERIFY(!(*stage)->open(connection));
        const auto bad = connection.value(QStringLiteral(
            "SELECT count(*) FROM staged WHERE joules < 0 OR duration_ms < 0 OR start_utc_ms > "
            "1767250800000 OR known_ms > duration_ms"));
        QVERIFY(bad);
        QCOMPARE(bad->toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestImportMutations)
#include "tst_import_mutations.moc"
