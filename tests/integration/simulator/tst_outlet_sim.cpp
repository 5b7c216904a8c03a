// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtNetwork/QTcpServer>
#include <QtTest/QtTest>

#include "recording_server.h"
#include "simulator/simulator_options.h"

using namespace outlet;

namespace {

/// The real program.
class Program : public QProcess
{
public:
    Program()
    {
        setProgram(QStringLiteral(OUTLET_BIN_DIR "/outlet-sim"));
        connect(this, &QProcess::readyReadStandardOutput, this,
                [this] { m_output += readAllStandardOutput(); });
        connect(this, &QProcess::readyReadStandardError, this,
                [this] { m_errors += readAllStandardError(); });
    }
    ~Program() override
    {
        if (state() == Running) {
            kill();
            waitForFinished();
        }
    }
    void run(const QStringList &arguments)
    {
        setArguments(arguments);
        start();
    }
    void runAgainst(const RecordingServer &server, const QStringList &arguments)
    {
        run(QStringList{QStringLiteral("--server"), server.url().toString(QUrl::RemovePath)} +
            arguments);
    }
    /// Everything printed so far, events parsed.
    [[nodiscard]] QList<QJsonObject> events() const
    {
        QList<QJsonObject> found;
        for (const QByteArray &line : m_output.split('\n')) {
            const QJsonDocument document = QJsonDocument::fromJson(line);
            if (document.isObject())
                found.append(document.object());
        }
        return found;
    }
    [[nodiscard]] qsizetype count(const char *event) const
    {
        qsizetype found = 0;
        for (const QJsonObject &each : events())
            found += each[QStringLiteral("event")].toString() == QLatin1StringView(event);
        return found;
    }
    [[nodiscard]] bool hasEnded() const { return state() == NotRunning; }
    [[nodiscard]] const QByteArray &output() const { return m_output; }
    [[nodiscard]] const QByteArray &errors() const { return m_errors; }

private:
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace

class TestOutletSim : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsWithoutConnecting()
    {
        Program program;
        program.run({QStringLiteral("--list"), QStringLiteral("--count"), QStringLiteral("12"),
                     QStringLiteral("--json")});
        QTRY_VERIFY(program.hasEnded());
        QCOMPARE(program.exitCode(), 0);
        const QList<QJsonObject> outlets = program.events();
        QCOMPARE(outlets.size(), 12);
        HouseholdOptions household;
        household.count = 12;
        const auto specs = mixedHousehold(household);
        for (qsizetype i = 0; i < outlets.size(); ++i) {
            QCOMPARE(outlets[i][QStringLiteral("id")].toString(), specs[i].id);
            QCOMPARE(outlets[i][QStringLiteral("name")].toString(), specs[i].name);
            QCOMPARE(outlets[i][QStringLiteral("appliance")].toString(),
                     applianceName(specs[i].appliance));
        }
    }

    void usageErrors()
    {
        for (const QString &bad : {QStringLiteral("--bogus"), QStringLiteral("--count=0"),
                                   QStringLiteral("--server=8.8.8.8"),
                                   QStringLiteral("--ledger=/no/such/folder/ledger")}) {
            Program program;
            program.run({bad});
            QTRY_VERIFY(program.hasEnded());
            QCOMPARE(program.exitCode(), 2);
            const QByteArray said = program.errors();
            QVERIFY2(said.startsWith("outlet-sim: ") && said.endsWith(".\n"), said.constData());
        }
    }

    void unreachableServer()
    {
        quint16 port = 0;
        {
            QTcpServer unused;
            QVERIFY(unused.listen(QHostAddress::LocalHost));
            port = unused.serverPort();
        }
        Program program;
        program.run({QStringLiteral("--server"), QStringLiteral("127.0.0.1:%1").arg(port)});
        QTRY_VERIFY(program.hasEnded());
        QCOMPARE(program.exitCode(), 4);
        QVERIFY(program.errors().contains("Start outlet or outletd"));
    }

    void theLedgerIsWhatTheServerGot()
    {
        QTemporaryDir folder;
        const QString ledger = folder.filePath(QStringLiteral("ledger"));
        RecordingServer server;
        Program program;
        program.runAgainst(server, {QStringLiteral("--count"), QStringLiteral("4"),
                                    QStringLiteral("--speed"), QStringLiteral("600"),
                                    QStringLiteral("--duration"), QStringLiteral("1200"),
                                    QStringLiteral("--ledger"), ledger, QStringLiteral("--json")});
        QTRY_VERIFY_WITH_TIMEOUT(program.hasEnded(), 30000);
        QCOMPARE(program.exitCode(), 0);

        QHash<QString, QList<protocol::Report>> received;
        for (qsizetype i = 0; i < server.count(); ++i) {
            QTRY_VERIFY(server.peer(i).isClosed());
            const QString id = server.peer(i).all<protocol::Login>()[0].id;
            received[id] += server.peer(i).all<protocol::Report>();
        }
        QCOMPARE(received.size(), 4);
        QFile file(ledger);
        QVERIFY(file.open(QIODevice::ReadOnly));
        qsizetype lines = 0;
        while (!file.atEnd()) {
            const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
            const auto reports = received.value(entry[QStringLiteral("id")].toString());
            const auto sequence = entry[QStringLiteral("sequence")].toInteger();
            QVERIFY(sequence >= 1 && sequence <= reports.size());
            QCOMPARE(reports[sequence - 1].joules, entry[QStringLiteral("joules")].toInteger(-1));
            QCOMPARE(reports[sequence - 1].seconds, entry[QStringLiteral("seconds")].toInteger(-1));
            ++lines;
        }
        QVERIFY(lines >= 20);
        qsizetype all = 0;
        for (const auto &reports : received)
            all += reports.size();
        QCOMPARE(lines, all);
        QCOMPARE(program.count("report-sent"), lines);
    }

    void obeysItsCommands()
    {
        RecordingServer server;
        Program program;
        program.runAgainst(server, {QStringLiteral("--count"), QStringLiteral("2"),
                                    QStringLiteral("--json"), QStringLiteral("--commands")});
        QTRY_COMPARE(program.count("logged-in"), 2);
        program.write("press 1\npress 7\nnonsense\n");
        QTRY_COMPARE(program.count("button-pressed"), 1);
        QTRY_COMPARE(program.errors().count("commands are press N"), 2);
        program.write("drop 0\n");
        QTRY_COMPARE(program.count("disconnected"), 1);
        program.write("quit\n");
        QTRY_VERIFY(program.hasEnded());
        QCOMPARE(program.exitCode(), 0);
        qsizetype presses = 0;
        for (qsizetype i = 0; i < server.count(); ++i)
            presses += server.peer(i).all<protocol::ButtonPress>().size();
        QCOMPARE(presses, 1);
    }

    void saysGoodbyeWhenAskedToEnd()
    {
#ifdef Q_OS_WIN
        QSKIP("QProcess has no way to send Ctrl-C here");
#endif
        RecordingServer server;
        Program program;
        program.runAgainst(server, {QStringLiteral("--count"), QStringLiteral("3")});
        QTRY_VERIFY(program.output().contains("3 outlets are logged in"));
        program.terminate();
        QTRY_VERIFY(program.hasEnded());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        for (qsizetype i = 0; i < server.count(); ++i) {
            QTRY_VERIFY(server.peer(i).isClosed());
            QCOMPARE(server.peer(i).closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        }
        QVERIFY(program.output().contains("energy reports were sent"));
    }
};

QTEST_GUILESS_MAIN(TestOutletSim)
#include "tst_outlet_sim.moc"
