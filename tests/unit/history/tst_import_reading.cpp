// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "history/csv_reader.h"
#include "history/json_rows.h"
#include "import_bench.h"

using namespace outlet;
using namespace outlet::test;

namespace {

/// Rows as "LINE[-LAST]: a|b|c" or "LINE: fault".
template <typename Reader>
QStringList rowsOf(Reader &reader)
{
    QStringList rows;
    while (const auto record = reader.next()) {
        QString line = QString::number(record->line);
        if (record->lastLine != record->line)
            line += QStringLiteral("-%1").arg(record->lastLine);
        rows.append(line + QStringLiteral(": ") +
                    (record->fault.isEmpty() ? record->cells.join(u'|') : record->fault));
    }
    return rows;
}

/// Gives \a text in pieces of \a size.
std::function<QString()> pieces(QString text, qsizetype size)
{
    return [text = std::move(text), size]() mutable {
        const QString piece = text.left(size);
        text = text.mid(size);
        return piece;
    };
}

const QByteArray kHead = "time,outlet,kwh\n";

} // namespace

/// Files of others and damaged ones: what is read, and what is said of the rest.
class TestImportReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv_data();
    void csv();
    void longLinesAreSkipped();
    void json_data();
    void json();
    void times_data();
    void times();
    void numbers_data();
    void numbers();
    void encodings_data();
    void encodings();
    void refused_data();
    void refused();
    void faults_data();
    void faults();
    void brokenLettersFarInside();
    void otherPrograms_data();
    void otherPrograms();
    void columnsByName();
    void manyFaultsAreCounted();
    void tooManyNames();
    void cancelled();
};

void TestImportReading::csv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    const auto add = [](const char *name, const char *text,
                        std::initializer_list<const char *> rows) {
        QStringList list;
        for (const char *row : rows)
            list.append(QString::fromUtf8(row));
        QTest::newRow(name) << QString::fromUtf8(text) << list;
    };
    add("plain", "a,b\nc,d\n", {"1: a|b", "2: c|d"});
    add("no line end at the end", "a,b\nc,d", {"1: a|b", "2: c|d"});
    add("Windows", "a,b\r\nc,d\r\n", {"1: a|b", "2: c|d"});
    add("old Mac", "a,b\rc,d\r", {"1: a|b", "2: c|d"});
    add("empty lines", "\n\na,b\n\r\n\nc,d\n\n", {"3: a|b", "6: c|d"});
    add("quotes", "\"a,b\",\"c\"\"d\"\n", {"1: a,b|c\"d"});
    add("line end in quotes", "\"a\r\nb\",c\nd,e\n", {"1-2: a\r\nb|c", "3: d|e"});
    add("quote within a cell", "a\"b,5\" disk\nc,d\n", {"1: a\"b|5\" disk", "2: c|d"});
    add("text after a quote", "\"a\"b,c\n", {"1: ab|c"});
    add("blanks", "  a , \"b\" ,c\n", {"1: a|b|c"});
    add("empty cells", ",,\na,,\n", {"1: ||", "2: a||"});
    add("open quote", "a,\"b\nc,d\n", {"1-3: A quote is opened and not closed."});
}

void TestImportReading::csv()
{
    QFETCH(QString, text);
    QFETCH(QStringList, rows);
    for (const qsizetype size : {qsizetype(1), qsizetype(2), qsizetype(1000)}) {
        CsvReader reader(pieces(text, size), u',');
        QCOMPARE(rowsOf(reader), rows);
    }
}

void TestImportReading::longLinesAreSkipped()
{
    const QString tenMegabytes(10'000'000, u'x');
    const QStringList expected{QStringLiteral("1: a|b"),
                               QStringLiteral("2: It is longer than 65,536 characters."),
                               QStringLiteral("3: c|d")};
    CsvReader plain(pieces(QStringLiteral("a,b\n%1\nc,d\n").arg(tenMegabytes), 100'000), u',');
    QCOMPARE(rowsOf(plain), expected);
    CsvReader cells(pieces(QStringLiteral("a,b\n%1\nc,d\n").arg(QString(300, u',')), 100'000),
                    u',');
    QCOMPARE(rowsOf(cells).at(1), QStringLiteral("2: It has more than 256 columns."));
    CsvReader quoted(pieces(QStringLiteral("a,b\n\"%1\nc,d\n").arg(tenMegabytes), 100'000), u',');
    QCOMPARE(rowsOf(quoted), (QStringList{QStringLiteral("1: a|b"),
                                          QStringLiteral("2: A quote is opened and not closed."),
                                          QStringLiteral("3: c|d")}));
}

void TestImportReading::json_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    const auto add = [](const char *name, const char *text,
                        std::initializer_list<const char *> rows) {
        QStringList list;
        for (const char *row : rows)
            list.append(QString::fromUtf8(row));
        QTest::newRow(name) << QString::fromUtf8(text) << list;
    };
    add("list", "[{\"a\":1,\"b\":\"x\"},\n{\"b\":\"y\",\"a\":null}]", {"1: 1|x", "2: |y"});
    add("within an object", "{\"v\":[1,2],\"rows\":[\n{\"a\":1.5}\n]}", {"2: 1.5"});
    add("brackets in texts", "[{\"a\":\"}]{\\\"[\"},{\"a\":2}]", {"1: }]{\"[", "1: 2"});
    add("whole numbers", "[{\"a\":9007199254740992}]", {"1: 9007199254740992"});
    add("nothing", "{\"rows\":[]}", {});
    add("cut off between", "{\"rows\":[{\"a\":1},",
        {"1: 1", "1: The file ends in the middle: something is missing."});
    add("cut off within",
        "[{\"a\":1},\n{\"a\":", {"1: 1", "2: The file ends in the middle: something is missing."});
    add("wrong bracket", "[{\"a\":1}}",
        {"1: 1",
         "1: A bracket is closed that was not opened: the rest of the file can't be read."});
    add("one bad row", "[{\"a\":1},{a:2},{\"a\":3}]",
        {"1: 1", "1: It is not JSON: invalid termination by object member separator.", "1: 3"});
}

void TestImportReading::json()
{
    QFETCH(QString, text);
    QFETCH(QStringList, rows);
    for (const qsizetype size : {qsizetype(1), qsizetype(1000)}) {
        JsonRows reader(pieces(text, size));
        QStringList found = rowsOf(reader);
        for (QString &row : found) // Qt's words for what is wrong differ between versions
            row.replace(QRegularExpression(QStringLiteral("(It is not JSON: ).*")),
                        QStringLiteral("\\1invalid termination by object member separator."));
        QCOMPARE(found, rows);
    }
}

void TestImportReading::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected"); // in UTC, or empty
    const auto add = [](const char *text, const char *expected,
                        DateOrder order = DateOrder::DayFirst) {
        QTest::addRow("%s%s", text, order == DateOrder::DayFirst ? "" : " (month first)")
            << QString::fromLatin1(text) << int(order) << QString::fromLatin1(expected);
    };
    add("2025-10-01T00:00:00-04:00", "2025-10-01T04:00:00Z");
    add("2025-10-01T00:00-04:00", "2025-10-01T04:00:00Z");
    add("2025-10-01 00:00:00", "2025-09-30T22:00:00Z");
    add("2025-10-01 00:00:00+00:00", "2025-10-01T00:00:00Z");
    add("2025-10-01 00:00:00 +00:00", "2025-10-01T00:00:00Z");
    add("2025-10-01", "2025-09-30T22:00:00Z");
    add("2025-10", "2025-09-30T22:00:00Z");
    add("01.10.2025", "2025-09-30T22:00:00Z");
    add("1.10.25 06:30", "2025-10-01T04:30:00Z");
    add("10/01/2025", "2025-01-09T23:00:00Z");
    add("10/01/2025", "2025-09-30T22:00:00Z", DateOrder::MonthFirst);
    add("10/1/2025 12:05 AM", "2025-09-30T22:05:00Z", DateOrder::MonthFirst);
    add("10/1/2025, 1:05:07 p.m.", "2025-10-01T11:05:07Z", DateOrder::MonthFirst);
    add("2025/10/01 13:00", "2025-10-01T11:00:00Z");
    add("1759276800", "2025-10-01T00:00:00Z");
    add("1759276800000", "2025-10-01T00:00:00Z");
    for (const char *wrong :
         {"", "now", "2025-13-01", "32.1.2025", "10/13/2025", "2025-10-01T25:00",
          "10/1/2025 13:05 AM", "12", "=1+1", "99999999999999999999", "2025-10-01T00:00:00+99:99"})
        add(wrong, "");
}

void TestImportReading::times()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    QFETCH(QString, expected);
    const LocalCalendar berlin(QTimeZone("Europe/Berlin"));
    const auto time = importTime(text, DateOrder(order), berlin);
    const QString found =
        time ? QDateTime::fromMSecsSinceEpoch(time->utcMs).toUTC().toString(Qt::ISODate)
             : QString();
    QCOMPARE(found, expected);
}

void TestImportReading::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isComma");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("fault");
    QTest::newRow("point") << "1.5" << false << 1.5 << "";
    QTest::newRow("comma") << "1,5" << true << 1.5 << "";
    QTest::newRow("thousands") << "1,234.5" << false << 1234.5 << "";
    QTest::newRow("thousands with points") << "1.234,5" << true << 1234.5 << "";
    QTest::newRow("negative") << "-3" << false << -3.0 << "";
    QTest::newRow("exponent") << "1.5e3" << false << 1500.0 << "";
    for (const char *formula : {"=1+1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
        QTest::newRow(formula) << QString::fromLatin1(formula) << false << 0.0
                               << QStringLiteral("“%1” in column kwh is a formula, not a number.")
                                      .arg(QString::fromLatin1(formula));
    for (const char *wrong : {"", "abc", "nan", "inf", "0x10", "1.5.2", "--1", "1e999", "+",
                              "1 kWh", "+cmd|' /C calc'!A0"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << false << 0.0
                             << QStringLiteral("“%1” in column kwh is not a number.")
                                    .arg(QString::fromLatin1(wrong));
}

void TestImportReading::numbers()
{
    QFETCH(QString, text);
    QFETCH(bool, isComma);
    QFETCH(double, value);
    QFETCH(QString, fault);
    const auto number = importNumber(text, isComma, QStringLiteral("kwh"));
    QCOMPARE(number ? QString() : number.error(), fault);
    if (number)
        QCOMPARE(*number, value);
}

void TestImportReading::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("time,outlet,kwh\n2025-10-01T00:00+02:00,Kühlschrank,0.5\n"
                                        "2025-10-01T01:00+02:00,Kühlschrank,0.25\n");
    const auto encoded = [&text](QStringConverter::Encoding encoding, bool hasMark) {
        QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom
                                                 : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << "UTF-8";
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << "UTF-8";
    QTest::newRow("UTF-16 LE") << encoded(QStringConverter::Utf16LE, false) << "UTF-16";
    QTest::newRow("UTF-16 BE") << encoded(QStringConverter::Utf16BE, false) << "UTF-16";
    QTest::newRow("UTF-16 LE with a mark") << encoded(QStringConverter::Utf16LE, true) << "UTF-16";
    QTest::newRow("UTF-16 BE with a mark") << encoded(QStringConverter::Utf16BE, true) << "UTF-16";
    QTest::newRow("Latin-1") << text.toLatin1() << "Latin-1";
}

void TestImportReading::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    ImportBench bench;
    const auto file = ImportFile::open(bench.file(bytes));
    QVERIFY2(file, file ? "" : qPrintable(file.error()));
    QCOMPARE((*file)->encodingName(), encoding);
    QVERIFY2(bench.read(bench.file(bytes)), qPrintable(bench.problem));
    QCOMPARE(bench.faults(), QStringList());
    QCOMPARE(bench.reading.rows, 2);
    QCOMPARE(bench.reading.names.size(), 1);
    QCOMPARE(bench.reading.names.first().name, QStringLiteral("Kühlschrank"));
}

void TestImportReading::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto add = [](const char *name, const QByteArray &bytes, const char *problem) {
        QTest::newRow(name) << bytes << QString::fromUtf8(problem);
    };
    add("empty", "", "This file is empty.");
    add("no columns", "hello\nworld\n", "This file has no time and energy columns.");
    add("prose", QByteArray("The quick brown fox jumps over the lazy dog. ").repeated(50),
        "This file has no time and energy columns.");
    add("spreadsheet", QByteArray("PK\x03\x04", 4) + QByteArray(1000, 'x'),
        "This is a spreadsheet or an archive, not a text file. Save the sheet as CSV and choose "
        "that file.");
    add("database", "SQLite format 3" + QByteArray(1000, '\0'),
        "This is a database. To bring an Outlet backup back, use Restore.");
    add("zeros", QByteArray(100'000, '\0'), "This is not a text file. Choose a CSV or JSON file.");
    add("readings", "time,outlet,watts,volts,outlet_id\n2025-10-01T00:00:01+02:00,a,5,230,a\n",
        "This file has no energy column. Readings of power can't be imported; export hours or 5 "
        "minutes instead.");
    add("all rows bad", "time,outlet,kwh\nx,a,1\ny,a,1\n",
        "No row of this file can be read. Line 2: “x” is not a time.");
    add("JSON without rows", "{\"a\":{\"b\":1}}", "This file has no time and energy columns.");
    add("10 MB of one line", QByteArray(10'000'000, 'x'),
        "This file has no time and energy columns.");
    add("10 MB of brackets", QByteArray(10'000'000, '['),
        "This file has no time and energy columns.");
}

void TestImportReading::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    ImportBench bench;
    QVERIFY(!bench.read(bench.file(bytes)));
    QCOMPARE(bench.problem, problem);
    bench.stage.reset();
    // Nothing is left behind.
    QCOMPARE(QDir(bench.folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(!bench.read(bench.folder.filePath(QStringLiteral("none"))));
    QVERIFY2(bench.problem.contains(QStringLiteral("can't be read")), qPrintable(bench.problem));
    QVERIFY(!bench.read(bench.folder.path()));
    QVERIFY2(bench.problem.contains(QStringLiteral("is not a file")), qPrintable(bench.problem));
}

void TestImportReading::faults_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("fault");
    const auto add = [](const char *name, const QByteArray &row, const char *fault) {
        QTest::newRow(name) << row << QString::fromUtf8(fault);
    };
    add("cut off", "2025-10-01T00:00+02:00,a", "It has 2 columns where 3 are expected.");
    add("no time", "yesterday,a,1", "“yesterday” is not a time.");
    add("formula as time", "=NOW(),a,1", "“=NOW()” is not a time.");
    add("formula as energy", "2025-10-01T00:00+02:00,a,=1+1",
        "“=1+1” in column kwh is a formula, not a number.");
    add("text as energy", "2025-10-01T00:00+02:00,a,off", "“off” in column kwh is not a number.");
    add("negative", "2025-10-01T00:00+02:00,a,-1", "Its energy is negative.");
    add("huge", "2025-10-01T00:00+02:00,a,1e30", "Its energy is more than any outlet can use.");
    add("future", "2026-10-01T00:00+02:00,a,1", "“2026-10-01T00:00+02:00” lies in the future.");
    add("long ago", "1985-10-01T00:00+02:00,a,1",
        "“1985-10-01T00:00+02:00” is before the year 2000.");
    add("no name", "2025-10-01T00:00+02:00,,1", "It names no outlet.");
    add("NUL", QByteArray("2025-10-01T00:00+02:00,a\0b,1", 28),
        "It holds NUL bytes: the file is damaged there.");
    add("10 MB", "2025-10-01T00:00+02:00," + QByteArray(10'000'000, 'x') + ",1",
        "It is longer than 65,536 characters.");
}

void TestImportReading::faults()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, fault);
    ImportBench bench;
    const QByteArray good = "2025-10-01T02:00+02:00,a,0.5\n2025-10-01T03:00+02:00,a,0.5\n";
    QVERIFY2(bench.read(bench.file(kHead + good + row + "\n" + good)), qPrintable(bench.problem));
    QCOMPARE(bench.faults(), QStringList{QStringLiteral("4: ") + fault});
    QCOMPARE(bench.reading.rows, 4);
    QVERIFY2(bench.sort(), qPrintable(bench.problem));
    QCOMPARE(bench.sorted.newRows, 2);
    QCOMPARE(bench.sorted.repeated, 2);
}

void TestImportReading::brokenLettersFarInside()
{
    // Behind what is looked at to find out the encoding.
    ImportBench bench;
    const QByteArray good = "2025-10-01T02:00+02:00,a,0.5\n";
    QVERIFY(
        bench.read(bench.file(kHead + good.repeated(20'000) + "2025-10-01T02:00+02:00,a\xFF,1\n")));
    QCOMPARE(bench.faults(),
             QStringList{QStringLiteral("20002: Its letters can't be read: the file is damaged "
                                        "there, or in more than one encoding.")});
    QCOMPARE(bench.reading.rows, 20'000);
}

void TestImportReading::otherPrograms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("joules"); // of the first row
    QTest::addColumn<int>("hours");     // that it lasts
    QTest::newRow("semicolons, German") << QByteArray("Datum;Gerät;Verbrauch (kWh)\n"
                                                      "30.09.2025;x;1,5\n01.10.2025;x;2,5\n")
                                        << qint64(5'400'000) << 24;
    QTest::newRow("tabs, watt-hours") << QByteArray("Start\tDevice\tEnergy [Wh]\n"
                                                    "2025-09-30 00:00\tx\t1500\n"
                                                    "2025-09-30 01:00\tx\t20\n")
                                      << qint64(5'400'000) << 1;
    QTest::newRow("month first") << QByteArray("Date,Device,Energy (kWh)\n9/30/2025,x,1.5\n")
                                 << qint64(5'400'000) << 24;
    QTest::newRow("meter") << QByteArray("time,device,total_kwh\n2025-09-30T00:00,x,100\n"
                                         "2025-09-30T02:00,x,101.5\n2025-09-30T03:00,x,101.6\n")
                           << qint64(5'400'000) << 2;
    QTest::newRow("months") << QByteArray("month,device,kwh\n2025-09,x,1.5\n2025-10,x,1\n")
                            << qint64(5'400'000) << 30 * 24;
    QTest::newRow("no head") << QByteArray("2025-09-30 00:00,1.5,x\n2025-09-30 01:00,0.1,x\n")
                             << qint64(5'400'000) << 1;
    QTest::newRow("JSON") << QByteArray("[{\"time\":\"2025-09-30T00:00\",\"name\":\"x\","
                                        "\"energy_wh\":1500}]")
                          << qint64(5'400'000) << 1;
}

void TestImportReading::otherPrograms()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, joules);
    QFETCH(int, hours);
    ImportBench bench;
    ImportColumnNames names;
    if (!bytes.contains('[') && !bytes.contains(';') && !bytes.contains("kwh") &&
        !bytes.contains("kWh"))
        names = {QStringLiteral("Column 1"), QStringLiteral("3"), QStringLiteral("2"), {}, {}};
    QVERIFY2(bench.read(bench.file(bytes), names), qPrintable(bench.problem));
    QCOMPARE(bench.faults(), QStringList());
    QCOMPARE(bench.reading.names.size(), 1);
    QCOMPARE(bench.reading.names.first().name, QStringLiteral("x"));
    QVERIFY2(bench.sort() && bench.write() > 0, qPrintable(bench.problem));
    QSqlQuery query = bench.connection.query();
    QVERIFY(query.exec(QStringLiteral(
        "SELECT joules, duration_ms FROM imported_energy ORDER BY start_utc_ms LIMIT 1")));
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toLongLong(), joules);
    QCOMPARE(query.value(1).toLongLong(), hours * kHourMs);
}

void TestImportReading::columnsByName()
{
    ImportBench bench;
    const QString path = bench.file("when,who,x,y\n2025-09-30,a,1,2\n");
    QVERIFY(!bench.read(path, {{}, {}, QStringLiteral("y"), {}, {}}));
    QCOMPARE(bench.problem, QStringLiteral("This file has no time column."));
    QVERIFY(!bench.read(path, {QStringLiteral("where"), {}, QStringLiteral("y"), {}, {}}));
    QCOMPARE(bench.problem,
             QStringLiteral("There is no column “where”; the file has when, who, x, y."));
    QVERIFY(!bench.read(path, {QStringLiteral("when"), {}, QStringLiteral("when"), {}, {}}));
    QVERIFY(!bench.read(
        path, {QStringLiteral("when"), {}, QStringLiteral("y"), QStringLiteral("BTU"), {}}));
    QCOMPARE(bench.problem, QStringLiteral("The unit is kWh, Wh or J."));
    QVERIFY(bench.read(path, {QStringLiteral("WHEN"),
                              QStringLiteral("who"),
                              QStringLiteral("4"),
                              QStringLiteral("J"),
                              {}}));
    QCOMPARE(bench.reading.names.first().name, QStringLiteral("a"));
    // Without a column for it all rows are of one outlet.
    QVERIFY(bench.read(bench.file("when,x,y\n2025-09-30,1,2\n"),
                       {QStringLiteral("when"), {}, QStringLiteral("y"), {}, {}}));
    QCOMPARE(bench.reading.names.size(), 1);
    QCOMPARE(bench.reading.names.first().name, QString());
}

void TestImportReading::manyFaultsAreCounted()
{
    ImportBench bench;
    QVERIFY(bench.read(bench.file(kHead + "2025-10-01T02:00+02:00,a,0.5\n" +
                                  QByteArray("x,a,1\n").repeated(5000))));
    QCOMPARE(bench.reading.faultCount, 5000);
    QCOMPARE(bench.reading.faults.size(), kMostShownFaults);
}

void TestImportReading::tooManyNames()
{
    ImportBench bench;
    QByteArray text = kHead;
    for (int i = 0; i < 600; ++i)
        text += "2025-10-01T02:00+02:00," + QByteArray::number(i) + "x,0.5\n";
    QVERIFY(!bench.read(bench.file(text)));
    QVERIFY2(bench.problem.contains(QStringLiteral("500 different names")),
             qPrintable(bench.problem));
}

void TestImportReading::cancelled()
{
    ImportBench bench;
    bench.progress.cancel = true;
    QVERIFY(!bench.read(bench.file(kHead + "2025-10-01T02:00+02:00,a,0.5\n")));
    QCOMPARE(bench.problem, QString());
}

QTEST_GUILESS_MAIN(TestImportReading)
#include "tst_import_reading.moc"
