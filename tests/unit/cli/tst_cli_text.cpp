// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "cli/cli_session.h"
#include "cli/cli_text.h"

using namespace outlet;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// What outletctl shows to people.
class TestCliText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostileText();
    void table();
    void events_data();
    void events();
    void status();
    void done();
    void nothingRuns();
};

void TestCliText::hostileText()
{
    QCOMPARE(printable(QStringLiteral("Küche\x1b[2J\n\u202e\u2028x")),
             QStringLiteral("Küche?[2J???x"));
}

void TestCliText::table()
{
    QCOMPARE(listTable({}), QStringLiteral("No outlet has connected yet.\n"));
    const QJsonArray outlets{
        object(R"({"id":"aaaa-1","name":"Freezer","room":"Kitchen","decision":"known",
            "link":"online","relay":true,"pending":false,"powerWatts":85.2,
            "energyTodayJoules":1800000,"firmware":"1.89","signalDbm":-39})"),
        object(R"({"id":"bbbb-2","name":"Outlet bb-2","room":null,"decision":"new",
            "link":"offline","relay":null,"pending":null,"powerWatts":null,
            "energyTodayJoules":0,"firmware":null,"signalDbm":null})")};
    const QStringList lines = listTable(outlets).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0),
             QStringLiteral("NAME         ROOM     DECISION  LINK     RELAY            "
                            "POWER   TODAY      SIGNAL   FIRMWARE  ID"));
    QCOMPARE(lines.at(1),
             QStringLiteral("Freezer      Kitchen  known     online   on, off pending  "
                            "85.2 W  0.500 kWh  -39 dBm  1.89      aaaa-1"));
    QCOMPARE(lines.at(2),
             QStringLiteral("Outlet bb-2  -        new       offline  -                "
                            "-       0.000 kWh  -        -         bbbb-2"));
}

void TestCliText::events_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *more, const char *line) {
        QTest::newRow(name) << QByteArray(R"({"time":"2025-11-18T12:00:01.500Z",)") + more + '}'
                            << QStringLiteral("12:00:01  ") + QString::fromLatin1(line);
    };
    row("hello", R"("event":"hello","program":"outletd","version":"1.2.3","pid":7)",
        "outletd 1.2.3, process 7");
    row("added", R"("event":"outletAdded","id":"a-1","name":"A","decision":"new")",
        "A: appeared (new, a-1)");
    row("relay", R"("event":"relay","name":"A","relay":false,"cause":"button")", "A: off (button)");
    row("relay unknown", R"("event":"relay","name":"A","relay":null,"cause":"reported")",
        "A: - (reported)");
    row("pending", R"("event":"pending","name":"A","pending":true)", "A: on pending");
    row("not pending", R"("event":"pending","name":"A","pending":null)", "A: nothing pending");
    row("failed", R"("event":"failed","name":"A","wanted":false)", "A: did not turn off");
    row("reading", R"("event":"reading","name":"A","powerWatts":12.34,"voltageVolts":null)",
        "A: 12.3 W, -");
    row("report", R"("event":"report","name":"A","joules":804,"seconds":183)", "A: 804 J in 183 s");
    row("link", R"("event":"link","name":"A","link":"silent")", "A: silent");
    row("removed", R"("event":"removed","name":"A")", "A: removed");
    row("lost", R"("event":"lost","count":12)", "12 events were left out");
}

void TestCliText::events()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, line);
    QCOMPARE(eventLine(object(event.constData())), line); // tests run in UTC
}

void TestCliText::status()
{
    const QString listening = statusText(object(R"({"program":"outletd","version":"1.2.3","pid":7,
        "listening":true,"port":17273,"addresses":["192.168.1.5","10.0.0.2"],"error":null,
        "outlets":{"known":3,"online":2,"new":1,"ignored":0},"dataDir":"/data",
        "storageProblem":null})"));
    QCOMPARE(listening,
             QStringLiteral("Program      outletd 1.2.3, process 7\n"
                            "Server       listening at 192.168.1.5, 10.0.0.2, port 17273\n"
                            "Outlets      3 known (2 online), 1 new, 0 ignored\n"
                            "Data folder  /data\n"));
    const QString stopped = statusText(object(
        R"({"listening":false,"error":"Port 17273 is in use.","storageProblem":"The disk is full."})"));
    QVERIFY(stopped.contains(QStringLiteral("not listening: Port 17273 is in use.\n")));
    QVERIFY(stopped.contains(QStringLiteral("Problem      The disk is full.\n")));
}

void TestCliText::done()
{
    using Show = CliRequest::Show;
    const QJsonObject outlet = object(R"({"name":"Freezer","relay":false})");
    QCOMPARE(doneText(Show::Relay, outlet), QStringLiteral("Freezer is off."));
    QCOMPARE(doneText(Show::Allowed, outlet), QStringLiteral("Freezer is allowed."));
    QCOMPARE(doneText(Show::Ended, object(R"({"program":"outletd"})")),
             QStringLiteral("outletd ends."));
    QCOMPARE(doneText(Show::Forgotten, outlet), QStringLiteral("Freezer is forgotten."));
}

void TestCliText::nothingRuns()
{
    ManualClock clock;
    QByteArray err;
    CliRequest request;
    request.verb = QStringLiteral("list");
    request.dataDir = QStringLiteral("/no/such/folder");
    const auto append = [&err](const QByteArray &bytes) {
        err += bytes;
        return true;
    };
    CliSession session(request, clock, {}, append);
    std::optional<ExitCode> code;
    connect(&session, &CliSession::ended, this, [&code](ExitCode ended) { code = ended; });
    session.start();
    QVERIFY(!code);
    QTRY_VERIFY(code);
    QCOMPARE(*code, ExitCode::NotRunning);
    QCOMPARE(err.count('\n'), 1);
    QVERIFY(err.contains("start outlet or outletd"));
}

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_cli_text.moc"
