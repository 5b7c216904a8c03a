// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtTest/QTest>

#include "cli/cli_arguments.h"
#include "control/control_path.h"

using namespace outlet;

/// What a command line becomes: a request of the control channel, or a notice with an exit code.
class TestCliArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requests_data();
    void requests();
    void dataDir();
    void helpAndVersion();
    void mistakes_data();
    void mistakes();
    void exitCodes();
};

static std::variant<CliRequest, CliNotice> parse(const QStringList &arguments)
{
    return parseCliArguments(QStringList{QStringLiteral("outletctl")} + arguments);
}

void TestCliArguments::requests_data()
{
    QTest::addColumn<QString>("line"); // arguments separated by "|"
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<bool>("json");
    QTest::addColumn<int>("deadlineMs");
    const QString lamp = QStringLiteral("lamp");
    const QString outlet = QStringLiteral("outlet");
    const QString waitMs = QStringLiteral("waitMs");
    const QString on = QStringLiteral("on");
    const QString setRelay = QStringLiteral("setRelay");
    QTest::newRow("list") << "list"
                          << "list" << QJsonObject() << false << 10'000;
    QTest::newRow("list --json") << "list|--json"
                                 << "list" << QJsonObject() << true << 10'000;
    QTest::newRow("on") << "on|lamp" << setRelay
                        << QJsonObject{{outlet, lamp}, {on, true}, {waitMs, 12000}} << false
                        << 22'000;
    QTest::newRow("off, short wait")
        << "off|lamp|--wait|2.5" << setRelay
        << QJsonObject{{outlet, lamp}, {on, false}, {waitMs, 2500}} << false << 12'500;
    QTest::newRow("toggle without waiting")
        << "--wait=0|toggle|lamp" << setRelay
        << QJsonObject{{outlet, lamp}, {QStringLiteral("toggle"), true}, {waitMs, 0}} << false
        << 10'000;
    QTest::newRow("allow") << "allow|lamp|--name|Hall lamp|--room|Hall|--icon|lamp|--model|ESW01-EU"
                           << "allow"
                           << QJsonObject{{outlet, lamp},
                                          {QStringLiteral("name"), QStringLiteral("Hall lamp")},
                                          {QStringLiteral("room"), QStringLiteral("Hall")},
                                          {QStringLiteral("icon"), lamp},
                                          {QStringLiteral("model"), QStringLiteral("ESW01-EU")}}
                           << false << 10'000;
    QTest::newRow("allow without choices")
        << "allow|lamp"
        << "allow" << QJsonObject{{outlet, lamp}} << false << 10'000;
    QTest::newRow("ignore") << "ignore|lamp"
                            << "ignore" << QJsonObject{{outlet, lamp}} << false << 10'000;
    QTest::newRow("forget") << "forget|lamp"
                            << "forget" << QJsonObject{{outlet, lamp}} << false << 10'000;
    QTest::newRow("rename") << "rename|lamp|Küche"
                            << "rename"
                            << QJsonObject{{outlet, lamp},
                                           {QStringLiteral("name"), QStringLiteral("Küche")}}
                            << false << 10'000;
    QTest::newRow("rename to something with a dash")
        << "rename|--|lamp|-x"
        << "rename" << QJsonObject{{outlet, lamp}, {QStringLiteral("name"), QStringLiteral("-x")}}
        << false << 10'000;
    QTest::newRow("watch") << "watch|--json"
                           << "watch" << QJsonObject() << true << 10'000;
    QTest::newRow("quit") << "quit"
                          << "quit" << QJsonObject() << false << 10'000;
    QTest::newRow("diagnostics") << "diagnostics"
                                 << "diagnostics" << QJsonObject() << false << 30'000;
    QTest::newRow("diagnostics of one")
        << "diagnostics|lamp|--json"
        << "diagnostics" << QJsonObject{{outlet, lamp}} << true << 30'000;
    QTest::newRow("status") << "status"
                            << "status" << QJsonObject() << false << 10'000;
    const QString into = QStringLiteral("into");
    QTest::newRow("merge") << "merge|lamp|Küche"
                           << "merge"
                           << QJsonObject{{outlet, lamp}, {into, QStringLiteral("Küche")}} << false
                           << 600'000;
    QTest::newRow("merge with all") << "merge|lamp|new|--take-name|--forget|--json"
                                    << "merge"
                                    << QJsonObject{{outlet, lamp},
                                                   {into, QStringLiteral("new")},
                                                   {QStringLiteral("takeName"), true},
                                                   {QStringLiteral("forget"), true}}
                                    << true << 600'000;
    QTest::newRow("undo of a merge")
        << "merge|--undo|3"
        << "undoMerge" << QJsonObject{{QStringLiteral("merge"), 3}} << false << 600'000;
    QTest::newRow("merges") << "merge|--list"
                            << "merges" << QJsonObject() << false << 600'000;
    QTest::newRow("undo of an import")
        << "import|--undo|3"
        << "takeBackImport" << QJsonObject{{QStringLiteral("import"), 3}} << false << 10'000;
    QTest::newRow("imports") << "import|--list"
                             << "imports" << QJsonObject() << false << 10'000;
}

void TestCliArguments::requests()
{
    QFETCH(QString, line);
    QFETCH(QString, verb);
    QFETCH(QJsonObject, arguments);
    QFETCH(bool, json);
    QFETCH(int, deadlineMs);
    const auto parsed = parse(line.split(u'|'));
    const auto *request = std::get_if<CliRequest>(&parsed);
    QVERIFY(request);
    QCOMPARE(request->verb, verb);
    QCOMPARE(request->arguments, arguments);
    QCOMPARE(request->json, json);
    QCOMPARE(request->deadline.count(), deadlineMs);
    QCOMPARE(request->dataDir, defaultDataDir());
}

void TestCliArguments::dataDir()
{
    const auto parsed = parse(
        {QStringLiteral("--data-dir"), QStringLiteral("some/../folder"), QStringLiteral("list")});
    const auto *request = std::get_if<CliRequest>(&parsed);
    QVERIFY(request);
    QCOMPARE(request->dataDir, QDir::current().absoluteFilePath(QStringLiteral("folder")));
}

void TestCliArguments::helpAndVersion()
{
    for (const char *option : {"--help", "--version"}) {
        const auto parsed = parse({QString::fromLatin1(option)});
        const auto *notice = std::get_if<CliNotice>(&parsed);
        QVERIFY(notice);
        QCOMPARE(notice->exit, ExitCode::Done);
        QVERIFY(notice->text.contains(QStringLiteral("outletctl")));
    }
}

void TestCliArguments::mistakes_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << "";
    QTest::newRow("unknown command") << "explode";
    QTest::newRow("unknown option") << "list|--nonsense";
    QTest::newRow("option of another command") << "list|--wait|3";
    QTest::newRow("json where there is none") << "on|lamp|--json";
    QTest::newRow("list with an outlet") << "list|lamp";
    QTest::newRow("on without outlet") << "on";
    QTest::newRow("name without quotes") << "on|Hall|lamp";
    QTest::newRow("rename without name") << "rename|lamp";
    QTest::newRow("wait is no number") << "on|lamp|--wait|soon";
    QTest::newRow("negative wait") << "on|lamp|--wait|-1";
    QTest::newRow("endless wait") << "on|lamp|--wait|1e9";
    QTest::newRow("wait is nan") << "on|lamp|--wait|nan";
    QTest::newRow("wait without value") << "on|lamp|--wait";
    QTest::newRow("merge of nothing") << "merge";
    QTest::newRow("merge into nothing") << "merge|lamp";
    QTest::newRow("merge of three") << "merge|lamp|desk|fan";
    QTest::newRow("undo with outlets") << "merge|lamp|desk|--undo|1";
    QTest::newRow("undo of no number") << "merge|--undo|first";
    QTest::newRow("undo and list") << "merge|--undo|1|--list";
    QTest::newRow("undo with a file") << "import|file.csv|--undo|1";
    QTest::newRow("empty data folder") << "list|--data-dir|";
}

void TestCliArguments::mistakes()
{
    QFETCH(QString, line);
    const auto parsed = parse(line.split(u'|'));
    const auto *notice = std::get_if<CliNotice>(&parsed);
    QVERIFY(notice);
    QCOMPARE(notice->exit, ExitCode::Usage);
    QVERIFY(notice->text.endsWith(QStringLiteral("See: outletctl --help")));
}

void TestCliArguments::exitCodes()
{
    using control::ErrorCode;
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::NotAllowed)), 1);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::NotSaved)), 1);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::BadRequest)), 2);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::NotConfirmed)), 3);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::Offline)), 4);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::NoSuchOutlet)), 5);
    QCOMPARE(static_cast<int>(exitCodeFor(ErrorCode::AmbiguousOutlet)), 5);
    QCOMPARE(static_cast<int>(ExitCode::NotRunning), 6);
}

QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cli_arguments.moc"
