// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QUdpSocket>
#include <QtTest/QTest>

#include "../daemon/daemon_process.h"
#include "network_manager_mock_linux.h"

using namespace outlet::test;
using namespace Qt::StringLiterals;

/// outletctl setup tells what this computer sees as the reason of a failure, as the window does:
/// the programs themselves, with a NetworkManager of the test's own.
class TestSetupCliReasons : public QObject, private NetworkManagerMock
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nobodyAnswers_data();
    void nobodyAnswers();
    void timeWasTooShort();
    void words();

private:
    /// An attempt that nobody answers.
    [[nodiscard]] Finished attempt(const QStringList &more) const;
    [[nodiscard]] static QJsonObject lastLine(const Finished &finished);
    /// The hint with this title; an empty object when there is none.
    [[nodiscard]] static QJsonObject hint(const QJsonObject &failed, const QString &title);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Daemon> m_daemon;
};

void TestSetupCliReasons::initTestCase()
{
    if (!isInstalled())
        QSKIP("NOT TESTED: dbus-daemon or python3-dbusmock is not installed");
    QVERIFY(startBus());
}

void TestSetupCliReasons::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_daemon = std::make_unique<Daemon>(m_folder->path());
    QVERIFY(m_daemon->start());
    QVERIFY(startManager());
    adapter = addAdapter();
}

void TestSetupCliReasons::cleanup()
{
    stopManager();
    m_daemon.reset();
    m_folder.reset();
}

Finished TestSetupCliReasons::attempt(const QStringList &more) const
{
    QUdpSocket free;
    if (!free.bind(QHostAddress(QHostAddress::LocalHost), 0))
        qFatal("no port");
    const QString deaf = QString::number(free.localPort()); // where nobody reads
    QUdpSocket other;
    if (!other.bind(QHostAddress(QHostAddress::LocalHost), 0))
        qFatal("no port");
    const QString announce = QString::number(other.localPort());
    other.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, busAddress());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(OUTLET_BIN_DIR "/outletctl"),
                  QStringList{u"setup"_s, u"smartconfig"_s, u"--ssid"_s, u"Maple House"_s,
                              u"--ip"_s, u"127.0.0.1"_s, u"--target"_s, u"127.0.0.1:"_s + deaf,
                              u"--announce-port"_s, announce, u"--data-dir"_s, m_folder->path()} +
                      more);
    process.write("correct horse\n");
    process.closeWriteChannel();
    Finished finished;
    if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30'000))
        finished.exitCode = process.exitCode();
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

QJsonObject TestSetupCliReasons::lastLine(const Finished &finished)
{
    return QJsonDocument::fromJson(finished.out.trimmed().split('\n').last()).object();
}

QJsonObject TestSetupCliReasons::hint(const QJsonObject &failed, const QString &title)
{
    for (const auto &each : failed.value(u"hints"_s).toArray()) {
        if (each.toObject().value(u"title"_s).toString() == title)
            return each.toObject();
    }
    return {};
}

void TestSetupCliReasons::nobodyAnswers_data()
{
    QTest::addColumn<QString>("ssid");
    QTest::addColumn<uint>("megahertz");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("step"); // empty: nothing to type
    QTest::newRow("5 GHz") << u"Maple House"_s << 5180U << 80
                           << u"“Maple House” is on 5 GHz alone"_s << QString();
    QTest::newRow("the light blinks")
        << u"ESP_0A0B0C"_s << 2437U << 60 << u"The light blinks instead of being steady"_s
        << u"outletctl setup ap --ssid S"_s;
    QTest::newRow("weak") << u"Maple House"_s << 2412U << 20 << u"“Maple House” is weak here"_s
                          << QString();
    QTest::newRow("nothing to be seen")
        << u"Neighbour"_s << 2412U << 90 << u"Firmware that listens differently"_s
        << u"--layout bssid"_s;
}

void TestSetupCliReasons::nobodyAnswers()
{
    QFETCH(QString, ssid);
    QFETCH(uint, megahertz);
    QFETCH(int, percent);
    QFETCH(QString, title);
    QFETCH(QString, step);
    addPoint(u"ap1"_s, ssid, megahertz, percent, kPsk);
    const Finished finished = attempt({u"--json"_s, u"--timeout"_s, u"4"_s});
    QCOMPARE(finished.exitCode, 3);
    const QJsonObject failed = lastLine(finished);
    QCOMPARE(failed.value(u"cause"_s).toString(), u"noAnnounce"_s); // as ever: scripts know it
    const QJsonObject found = hint(failed, title);
    QVERIFY2(!found.isEmpty(), finished.out.constData());
    QVERIFY(!found.value(u"text"_s).toString().isEmpty());
    QCOMPARE(found.value(u"steps"_s).toArray(), step.isEmpty() ? QJsonArray() : QJsonArray{step});
    QVERIFY(!finished.out.contains("correct horse") && !finished.err.contains("correct horse"));
}

void TestSetupCliReasons::timeWasTooShort()
{
    const Finished finished = attempt({u"--json"_s, u"--timeout"_s, u"0.5"_s});
    QCOMPARE(finished.exitCode, 3);
    const QJsonObject failed = lastLine(finished);
    QCOMPARE(failed.value(u"cause"_s).toString(), u"noAnnounce"_s);
    QVERIFY(!failed.value(u"text"_s).toString().contains(u"were sent"));
    QCOMPARE(hint(failed, u"Allow more time"_s).value(u"steps"_s).toArray(),
             QJsonArray{u"--timeout 60"_s});
}

/// Without --json: each reason on a line, and below it what to type.
void TestSetupCliReasons::words()
{
    addPoint(u"ap1"_s, u"ESP_0A0B0C"_s, 2437, 60, kOpen);
    const Finished finished = attempt({u"--timeout"_s, u"4"_s});
    QCOMPARE(finished.exitCode, 3);
    QVERIFY2(finished.err.contains("outletctl: No outlet answered. "), finished.err.constData());
    const QByteArrayList lines = finished.err.split('\n');
    const auto line = std::find_if(lines.begin(), lines.end(), [](const QByteArray &each) {
        return each.startsWith("outletctl:   - The light blinks instead of being steady: ");
    });
    QVERIFY2(line != lines.end() && line + 1 != lines.end(), finished.err.constData());
    QCOMPARE(*(line + 1), QByteArray("outletctl:       outletctl setup ap --ssid S"));
}

QTEST_GUILESS_MAIN(TestSetupCliReasons)
#include "tst_setup_cli_reasons_linux.moc"
