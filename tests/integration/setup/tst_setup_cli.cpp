// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QUdpSocket>
#include <QtTest/QTest>

#include "../daemon/daemon_process.h"

using namespace outlet::test;

namespace {

const char kPassword[] = "Tr0ub4dor & \"3\" zw\xc3\xb6lf";

QString binary(const char *name)
{
    return QStringLiteral(OUTLET_BIN_DIR "/") + QString::fromLatin1(name);
}

/// A program that runs while the test goes on, and what it said.
class Running
{
public:
    Running(const char *name, const QStringList &arguments)
    {
        m_process.start(binary(name), arguments);
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// The next JSON line with this event; an empty object when it does not come.
    QJsonObject event(const char *name)
    {
        QJsonObject found;
        (void)QTest::qWaitFor(
            [&] {
                m_all += m_process.readAllStandardOutput();
                for (const QByteArray &line : m_all.split('\n')) {
                    const QJsonObject object = QJsonDocument::fromJson(line).object();
                    if (object.value(QStringLiteral("event")).toString() == QLatin1StringView(name))
                        found = object;
                }
                return !found.isEmpty();
            },
            20'000);
        return found;
    }
    QByteArray all()
    {
        m_all += m_process.readAllStandardOutput();
        return m_all + m_process.readAllStandardError();
    }

private:
    QProcess m_process;
    QByteArray m_all;
};

quint16 freeUdpPort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress(QHostAddress::LocalHost), 0);
    return socket.localPort();
}

} // namespace

/// outletctl setup, as a script uses it: outletd, outlet-sim and outletctl as programs.
class TestSetupCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void smartConfig();
    void accessPoint_data();
    void accessPoint();
    void failures_data();
    void failures();
    void dryRun_data();
    void dryRun();
    void usage_data();
    void usage();
    void nothingRuns();
    void checkDns();

private:
    Finished ctl(QStringList arguments, const QByteArray &input);
    [[nodiscard]] QStringList simulator(const QString &way, quint16 announcePort = 1) const;
    static QStringList stages(const QByteArray &lines);
    void expectNoPassword(const QByteArray &everything) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSetupCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

Finished TestSetupCli::ctl(QStringList arguments, const QByteArray &input)
{
    arguments.prepend(QStringLiteral("setup"));
    if (!arguments.contains(QStringLiteral("--data-dir")))
        arguments << QStringLiteral("--data-dir") << m_folder->path();
    QProcess process;
    process.start(binary("outletctl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    Finished finished;
    if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000) &&
        process.exitStatus() == QProcess::NormalExit)
        finished.exitCode = process.exitCode();
    process.kill();
    process.waitForFinished();
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

QStringList TestSetupCli::simulator(const QString &way, quint16 announcePort) const
{
    return {QStringLiteral("--setup"),    way,
            QStringLiteral("--json"),     QStringLiteral("--setup-udp-port"),
            QStringLiteral("0"),          QStringLiteral("--setup-tcp-port"),
            QStringLiteral("0"),          QStringLiteral("--setup-announce-port"),
            QString::number(announcePort)};
}

QStringList TestSetupCli::stages(const QByteArray &lines)
{
    QStringList all;
    double last = 0;
    for (const QByteArray &line : lines.trimmed().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        all.append(object.value(QStringLiteral("stage")).toString());
        const double seconds = object.value(QStringLiteral("seconds")).toDouble(-1);
        if (seconds < last)
            qFatal("A stage goes back in time: %s", line.constData());
        last = seconds;
    }
    return all;
}

/// Neither what was typed nor any part of it in another form is anywhere.
void TestSetupCli::expectNoPassword(const QByteArray &everything) const
{
    const QByteArray password(kPassword);
    const QByteArray escaped = QByteArray(password).replace("\"", "\\\"");
    const auto contains = [&](const QByteArray &bytes) {
        return bytes.contains(password) || bytes.contains(escaped) || bytes.contains("Tr0ub4dor") ||
               bytes.contains(password.toHex()) || bytes.contains(password.toBase64());
    };
    QVERIFY2(!contains(everything), everything.constData());
    int files = 0;
    QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue; // the control channel's socket
        ++files;
        QVERIFY2(!contains(file.readAll()), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

void TestSetupCli::smartConfig()
{
    Daemon daemon(m_folder->path());
    QVERIFY(daemon.start({QStringLiteral("--log-level"), QStringLiteral("debug")}));
    const quint16 announcePort = freeUdpPort();
    QStringList arguments = simulator(QStringLiteral("smartconfig"), announcePort);
    arguments << QStringLiteral("--setup-server-port") << QString::number(daemon.port());
    Running outlet("outlet-sim", arguments);
    const QJsonObject waiting = outlet.event("setup-waiting");
    const int udpPort = waiting.value(QStringLiteral("udpPort")).toInt();
    QVERIFY(udpPort != 0);
    const Finished finished =
        ctl({QStringLiteral("smartconfig"), QStringLiteral("--ssid"), QStringLiteral("Maple House"),
             QStringLiteral("--ip"), QStringLiteral("127.0.0.1"), QStringLiteral("--target"),
             QStringLiteral("127.0.0.1:%1").arg(udpPort), QStringLiteral("--announce-port"),
             QString::number(announcePort), QStringLiteral("--tcp-port"),
             QString::number(waiting.value(QStringLiteral("tcpPort")).toInt()),
             QStringLiteral("--json")},
            QByteArray(kPassword) + '\n');
    QVERIFY2(finished.exitCode == 0, finished.err.constData());
    QCOMPARE(stages(finished.out),
             QStringList({QStringLiteral("sent"), QStringLiteral("announced"),
                          QStringLiteral("configured"), QStringLiteral("loggedIn"),
                          QStringLiteral("firstReading")}));
    const QJsonObject listed = daemon.list().first().toObject();
    QCOMPARE(listed.value(QStringLiteral("decision")).toString(), QStringLiteral("known"));
    QVERIFY(listed.value(QStringLiteral("powerWatts")).isDouble());
    // It remembers what the outlet was told: an address that this computer always has.
    const QJsonObject status =
        QJsonDocument::fromJson(
            daemon.ctl({QStringLiteral("status"), QStringLiteral("--json")}).out)
            .object();
    QVERIFY(status.contains(QStringLiteral("addressProblem")));
    QVERIFY(status.value(QStringLiteral("addressProblem")).isNull());
    const QByteArray backup =
        daemon.ctl({QStringLiteral("backup"), m_folder->filePath(QStringLiteral("b.sqlite"))}).out;
    // What people attach to a bug: the outlet is in it, its network and its whole id are not.
    QByteArray reports;
    for (const QStringList &more : {QStringList(), QStringList{QStringLiteral("--json")}}) {
        const Finished report = daemon.ctl(QStringList{QStringLiteral("diagnostics")} + more);
        QCOMPARE(report.exitCode, 0);
        QVERIFY2(report.out.contains("/runtimeInfo"), report.out.constData());
        QVERIFY(report.out.contains("logged-in"));
        QVERIFY(!report.out.contains("Maple House"));
        QVERIFY(!report.out.contains(listed.value(QStringLiteral("id")).toString().toUtf8()));
        reports += report.out;
    }
    QCOMPARE(daemon.stop(), 0);
    expectNoPassword(finished.out + finished.err + daemon.out() + daemon.err() + outlet.all() +
                     backup + reports);
}

void TestSetupCli::accessPoint_data()
{
    QTest::addColumn<QString>("firmware");
    for (const char *firmware : {"1.89", "2.123", "bare"})
        QTest::newRow(firmware) << QString::fromLatin1(firmware);
}

void TestSetupCli::accessPoint()
{
    QFETCH(QString, firmware);
    Daemon daemon(m_folder->path());
    QVERIFY(daemon.start());
    Running outlet("outlet-sim", simulator(QStringLiteral("ap"))
                                     << QStringLiteral("--setup-firmware") << firmware
                                     << QStringLiteral("--setup-server-port")
                                     << QString::number(daemon.port()));
    const int tcpPort = outlet.event("setup-waiting").value(QStringLiteral("tcpPort")).toInt();
    const Finished finished =
        ctl({QStringLiteral("ap"), QStringLiteral("--ssid"), QStringLiteral("Küche 測試"),
             QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--server-ip"),
             QStringLiteral("127.0.0.1"), QStringLiteral("--tcp-port"), QString::number(tcpPort)},
            QByteArray(kPassword) + "\r\n");
    QVERIFY2(finished.exitCode == 0, finished.err.constData());
    QVERIFY(finished.out.contains("it has logged in"));
    QCOMPARE(outlet.event("setup-configured").value(QStringLiteral("serverIP")).toString(),
             QStringLiteral("127.0.0.1"));
    QCOMPARE(daemon.stop(), 0);
    expectNoPassword(finished.out + finished.err + daemon.out() + daemon.err() + outlet.all());
}

void TestSetupCli::failures_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *name, const char *options, int exitCode, const char *cause) {
        QTest::newRow(name) << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts)
                            << exitCode << QString::fromLatin1(cause);
    };
    row("never logs in", "--setup-fault never-logs-in", 3, "passwordRefused");
    row("silent", "--setup-fault silent-tcp", 3, "noReply");
    row("closed", "--setup-fault refuse-tcp", 4, "connectionRefused");
    row("refuses", "--setup-fault refuse-request", 7, "refused");
    row("tells", "--setup-fault tells-join-failure", 7, "passwordRefused");
    row("generation 2", "--setup-firmware gen2", 8, "unsupportedFirmware");
}

void TestSetupCli::failures()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QString, cause);
    Daemon daemon(m_folder->path());
    QVERIFY(daemon.start());
    Running outlet("outlet-sim", simulator(QStringLiteral("ap")) + options);
    const int tcpPort = outlet.event("setup-waiting").value(QStringLiteral("tcpPort")).toInt();
    const Finished finished =
        ctl({QStringLiteral("ap"), QStringLiteral("--ssid"), QStringLiteral("Home"),
             QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--server-ip"),
             QStringLiteral("127.0.0.1"), QStringLiteral("--tcp-port"), QString::number(tcpPort),
             QStringLiteral("--json"), QStringLiteral("--timeout"), QStringLiteral("2")},
            QByteArray(kPassword));
    QCOMPARE(finished.exitCode, exitCode);
    const QByteArray last = finished.out.trimmed().split('\n').last();
    const QJsonObject failed = QJsonDocument::fromJson(last).object();
    QCOMPARE(failed.value(QStringLiteral("stage")).toString(), QStringLiteral("failed"));
    QCOMPARE(failed.value(QStringLiteral("cause")).toString(), cause);
    QVERIFY(failed.value(QStringLiteral("text")).toString().size() > 20);
    expectNoPassword(finished.out + finished.err + daemon.out() + daemon.err() + outlet.all());
}

void TestSetupCli::dryRun_data()
{
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QJsonObject>("expected");
    QFile file(QStringLiteral(OUTLET_TEST_DATA "/protocol/esptouch.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const auto &each : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject all = each.toObject();
        const QJsonObject input = all.value(QStringLiteral("input")).toObject();
        if (input.contains(QStringLiteral("ssid")))
            QTest::newRow(qPrintable(all.value(QStringLiteral("name")).toString()))
                << input << all.value(QStringLiteral("expected")).toObject();
    }
}

void TestSetupCli::dryRun()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const auto text = [&input](const char *key) {
        return input.value(QLatin1StringView(key)).toString();
    };
    // Neither a running Outlet nor a socket is needed.
    const Finished finished =
        ctl({QStringLiteral("smartconfig"), QStringLiteral("--dry-run"), QStringLiteral("--ssid"),
             text("ssid"), QStringLiteral("--bssid"), text("bssid"), QStringLiteral("--ip"),
             text("ip"), QStringLiteral("--layout"),
             text("layout") == u"classic" ? QStringLiteral("classic") : QStringLiteral("bssid")},
            text("password").toUtf8() + '\n');
    QCOMPARE(finished.exitCode, 0);
    const QJsonObject shown = QJsonDocument::fromJson(finished.out).object();
    QCOMPARE(shown.value(QStringLiteral("guideLengths")),
             expected.value(QStringLiteral("guide_lengths")));
    QCOMPARE(shown.value(QStringLiteral("dataLengths")),
             expected.value(QStringLiteral("datagram_lengths")));
    QCOMPARE(shown.value(QStringLiteral("totalLength")),
             expected.value(QStringLiteral("total_len")));
}

void TestSetupCli::usage_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *arguments :
         {"", "nonsense", "ap", "ap --ssid", "smartconfig", "ap --ssid S --layout classic",
          "smartconfig --ssid S --layout old", "smartconfig --ssid S --bssid 12",
          "smartconfig --ssid S --ip house", "smartconfig --ssid S --target :0",
          "ap --ssid S --tcp-port 70000", "ap --ssid S --timeout -1", "ap --ssid S --password p",
          "ap --ssid S Tr0ub4dor", "check-dns --resolver router", "check-dns --ssid S"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
}

void TestSetupCli::usage()
{
    QFETCH(QString, arguments);
    const Finished finished = ctl(arguments.split(u' ', Qt::SkipEmptyParts), {});
    QCOMPARE(finished.exitCode, 2);
    QVERIFY(finished.out.isEmpty());
    QVERIFY(finished.err.startsWith("outletctl: "));
    QVERIFY(!finished.err.contains("Tr0ub4dor")); // a password typed in the wrong place
}

void TestSetupCli::nothingRuns()
{
    const Finished finished =
        ctl({QStringLiteral("ap"), QStringLiteral("--ssid"), QStringLiteral("Home"),
             QStringLiteral("--server-ip"), QStringLiteral("127.0.0.1")},
            kPassword);
    QCOMPARE(finished.exitCode, 6);
    QVERIFY(finished.err.contains("Nothing is running"));
}

void TestSetupCli::checkDns()
{
    // Nobody answers at this port of this address; that is an answer.
    const Finished finished = ctl({QStringLiteral("check-dns"), QStringLiteral("--resolver"),
                                   QStringLiteral("127.123.45.67"), QStringLiteral("--json")},
                                  {});
    QCOMPARE(finished.exitCode, 0);
    const QByteArrayList lines = finished.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines.first()).object();
    QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("server2.vesync.com"));
    QCOMPARE(first.value(QStringLiteral("state")).toString(), QStringLiteral("noAnswer"));
    QVERIFY(first.value(QStringLiteral("addresses")).isArray());
}

QTEST_GUILESS_MAIN(TestSetupCli)
#include "tst_setup_cli.moc"
