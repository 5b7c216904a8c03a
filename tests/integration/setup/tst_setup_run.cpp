// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QElapsedTimer>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include "setup/setup_advice.h"
#include "setup_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(outlet::SetupFirmware)
Q_DECLARE_METATYPE(outlet::SetupFault)
Q_DECLARE_METATYPE(outlet::SetupMode)
Q_DECLARE_METATYPE(outlet::SetupCause)

/// From "send" to the first watt, and every way in which it can fail: real sockets at both ends.
class TestSetupRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void smartConfig_data();
    void smartConfig();
    void accessPoint_data();
    void accessPoint();
    void failures_data();
    void failures();
    void mistakes_data();
    void mistakes();
    void unexpectedAddress();
    void ownPortIsClosed();
    void firewallIsOn();
    void announcePortIsTaken();
    void secondAnnouncerIsTheOutlet();
    void setUpAnewFromTheSameAddress();
    void shortLimit();
    void cancel_data();
    void cancel();

private:
    static SimulatedSetupSpec spec(SetupMode mode, SetupFault fault = SetupFault::None,
                                   SetupFirmware firmware = SetupFirmware::Plain189)
    {
        SimulatedSetupSpec wanted;
        wanted.mode = mode;
        wanted.fault = fault;
        wanted.firmware = firmware;
        return wanted;
    }
    static void checkAdvice(const SetupFixture &fixture)
    {
        const SetupAdvice advice =
            setupAdvice(*fixture.setup.failure(), setupContext(fixture.setup, {}, {}));
        QVERIFY(!advice.title.isEmpty());
        QVERIFY(!advice.text.isEmpty());
        QVERIFY(!advice.hints.isEmpty() && advice.hints.size() <= 4);
        QVERIFY2(!advice.plain().contains(QStringLiteral("%1")), qPrintable(advice.plain()));
        QVERIFY(!advice.plain().contains(QStringLiteral("correct horse")));
    }
};

void TestSetupRun::smartConfig_data()
{
    QTest::addColumn<SetupFirmware>("firmware");
    QTest::addColumn<SetupFault>("fault");
    QTest::addColumn<bool>("withBssid");
    QTest::newRow("1.89") << SetupFirmware::Plain189 << SetupFault::None << false;
    QTest::newRow("1.89, BSSID layout") << SetupFirmware::Plain189 << SetupFault::None << true;
    QTest::newRow("2.123") << SetupFirmware::Info2123 << SetupFault::None << false;
    QTest::newRow("bare JSON") << SetupFirmware::Bare << SetupFault::None << false;
    QTest::newRow("split at every byte")
        << SetupFirmware::Info2123 << SetupFault::SplitReply << false;
    QTest::newRow("two segments") << SetupFirmware::Plain189 << SetupFault::NeedsTwoSegments
                                  << false;
}

void TestSetupRun::smartConfig()
{
    QFETCH(SetupFirmware, firmware);
    QFETCH(SetupFault, fault);
    QFETCH(bool, withBssid);
    SetupFixture fixture(spec(SetupMode::SmartConfig, fault, firmware));
    const int sockets = openSockets();
    SetupRequest request = fixture.request();
    if (withBssid) {
        request.layout = protocol::EspTouchLayout::WithBssid;
        request.bssid = {1, 2, 3, 4, 5, 6};
    }
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Done);
    QCOMPARE(fixture.stages, QStringList({QStringLiteral("sent"), QStringLiteral("announced"),
                                          QStringLiteral("configured"), QStringLiteral("loggedIn"),
                                          QStringLiteral("firstReading")}));
    std::chrono::milliseconds last{0};
    for (int stage = 0; stage < 5; ++stage) {
        const auto reached = fixture.setup.reachedAfter(static_cast<SetupStage>(stage));
        QVERIFY(reached && *reached >= last);
        last = *reached;
    }
    QVERIFY(last < 60s);
    Outlet *const outlet = fixture.server.registry.find(fixture.setup.outletId());
    QVERIFY(outlet);
    QVERIFY(outlet->isKnown()); // setting it up is the decision
    QVERIFY(outlet->reading() && outlet->reading()->powerWatts);
    QVERIFY(fixture.setup.request().password.isEmpty());
    if (firmware == SetupFirmware::Info2123)
        QCOMPARE(fixture.setup.outletFirmware(), QStringLiteral("2.123"));
    // What is open now besides the start: both ends of the outlet's link; its set-up mode is over.
    fixture.run([] { return false; }, 100ms);
    QVERIFY(openSockets() <= sockets + 1);
}

void TestSetupRun::accessPoint_data()
{
    QTest::addColumn<SetupFirmware>("firmware");
    QTest::addColumn<SetupFault>("fault");
    QTest::newRow("1.89") << SetupFirmware::Plain189 << SetupFault::None;
    QTest::newRow("2.123") << SetupFirmware::Info2123 << SetupFault::None;
    QTest::newRow("hangs up and joins") << SetupFirmware::Plain189 << SetupFault::CloseAndJoin;
}

void TestSetupRun::accessPoint()
{
    QFETCH(SetupFirmware, firmware);
    QFETCH(SetupFault, fault);
    SetupFixture fixture(spec(SetupMode::AccessPoint, fault, firmware));
    QVERIFY(fixture.runToTheEnd(fixture.request()));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Done);
    QStringList expected{QStringLiteral("sent"), QStringLiteral("configured"),
                         QStringLiteral("loggedIn"), QStringLiteral("firstReading")};
    if (fault == SetupFault::CloseAndJoin)
        expected.removeOne(QStringLiteral("configured"));
    QCOMPARE(fixture.stages, expected);
}

void TestSetupRun::failures_data()
{
    using Mode = SetupMode;
    using Fault = SetupFault;
    using Cause = SetupCause;
    QTest::addColumn<SetupMode>("mode");
    QTest::addColumn<SetupFault>("fault");
    QTest::addColumn<SetupFirmware>("firmware");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<SetupCause>("cause");
    const auto row = [](const char *name, Mode mode, Fault fault, Cause cause,
                        SetupFirmware firmware = SetupFirmware::Plain189,
                        const char *password = "correct horse") {
        QTest::newRow(name) << mode << fault << firmware << QByteArray(password) << cause;
    };
    row("nobody hears", Mode::SmartConfig, Fault::Deaf, Cause::NoAnnounce);
    row("foreign announce", Mode::SmartConfig, Fault::ForeignAnnounce, Cause::NoAnnounce);
    row("wrong password, not heard of again", Mode::SmartConfig, Fault::None, Cause::NoAnnounce,
        SetupFirmware::Plain189, "wrong");
    row("TCP refused", Mode::SmartConfig, Fault::RefuseTcp, Cause::ConnectionRefused);
    row("TCP refused, own network", Mode::AccessPoint, Fault::RefuseTcp, Cause::ConnectionRefused);
    row("TCP reset", Mode::SmartConfig, Fault::ResetTcp, Cause::ConnectionReset);
    row("TCP reset, own network", Mode::AccessPoint, Fault::ResetTcp, Cause::ConnectionReset);
    row("hangs up", Mode::AccessPoint, Fault::CloseTcp, Cause::ConnectionReset);
    row("silent", Mode::SmartConfig, Fault::SilentTcp, Cause::NoReply);
    row("endless", Mode::SmartConfig, Fault::EndlessReply, Cause::UnreadableReply);
    row("garbage", Mode::SmartConfig, Fault::GarbageReply, Cause::UnreadableReply);
    row("refused", Mode::AccessPoint, Fault::RefuseRequest, Cause::Refused);
    row("refused password", Mode::AccessPoint, Fault::None, Cause::PasswordRefused,
        SetupFirmware::Plain189, "wrong");
    row("tells that it can't join", Mode::AccessPoint, Fault::TellsJoinFailure,
        Cause::PasswordRefused, SetupFirmware::Info2123);
    row("generation 2", Mode::SmartConfig, Fault::None, Cause::UnsupportedFirmware,
        SetupFirmware::Generation2);
    row("generation 2, own network", Mode::AccessPoint, Fault::None, Cause::UnsupportedFirmware,
        SetupFirmware::Generation2);
    row("never logs in", Mode::SmartConfig, Fault::NeverLogsIn, Cause::NoLogin);
}

void TestSetupRun::failures()
{
    QFETCH(SetupMode, mode);
    QFETCH(SetupFault, fault);
    QFETCH(SetupFirmware, firmware);
    QFETCH(QByteArray, password);
    QFETCH(SetupCause, cause);
    SetupFixture fixture(spec(mode, fault, firmware));
    QVERIFY(fixture.runToTheEnd(fixture.request(password.constData())));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Failed);
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(cause));
    QCOMPARE(fixture.failures, 1);
    QVERIFY(fixture.setup.elapsed() <= 2min);
    QVERIFY(fixture.setup.request().password.isEmpty());
    QCOMPARE(fixture.foreign.isEmpty(), fault != SetupFault::ForeignAnnounce);
    if (fault == SetupFault::ForeignAnnounce)
        QCOMPARE(fixture.outlet.connectionCount(), 0); // shown, not configured
    checkAdvice(fixture);
}

void TestSetupRun::mistakes_data()
{
    QTest::addColumn<QString>("ssid");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("hasAddress");
    QTest::addColumn<bool>("listens");
    QTest::addColumn<SetupCause>("cause");
    const QString home = QStringLiteral("Home");
    const QByteArray password("password");
    QTest::newRow("no name") << QString() << password << true << true << SetupCause::BadNetworkName;
    QTest::newRow("33 bytes") << QString(11, QChar(0x6e2c)) << password << true << true
                              << SetupCause::BadNetworkName;
    QTest::newRow("65 bytes") << home << QByteArray(65, 'p') << true << true
                              << SetupCause::BadPassword;
    QTest::newRow("too long in JSON")
        << QString(32, u'"') << QByteArray(64, '"') << true << true << SetupCause::TooLong;
    QTest::newRow("no address") << home << password << false << true << SetupCause::NoAddress;
    QTest::newRow("server stopped")
        << home << password << true << false << SetupCause::ServerStopped;
}

void TestSetupRun::mistakes()
{
    QFETCH(QString, ssid);
    QFETCH(QByteArray, password);
    QFETCH(bool, hasAddress);
    QFETCH(bool, listens);
    QFETCH(SetupCause, cause);
    SetupFixture fixture(spec(SetupMode::SmartConfig));
    SetupRequest request = fixture.request(password.constData());
    request.ssid = ssid;
    if (!hasAddress)
        request.serverAddress = {};
    if (!listens)
        request.serverPort = 0;
    fixture.setup.start(std::move(request));
    QVERIFY(fixture.setup.isRunning()); // told later, not from within start()
    QVERIFY(fixture.run([&] { return !fixture.setup.isRunning(); }, 50ms));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(cause));
    QVERIFY(fixture.stages.isEmpty());
    checkAdvice(fixture);
}

void TestSetupRun::unexpectedAddress()
{
    if (!sendsFrom(QHostAddress(QStringLiteral("127.0.0.2"))))
        QSKIP(kSendsFromElsewhere);
    SimulatedSetupSpec wanted = spec(SetupMode::SmartConfig);
    wanted.address = QHostAddress(QStringLiteral("127.0.0.2")); // and logs in from 127.0.0.1
    SetupFixture fixture(wanted);
    SetupRequest request = fixture.request();
    request.target = wanted.address;
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::UnexpectedAddress));
    QCOMPARE(fixture.setup.failure()->detail, QStringLiteral("127.0.0.1"));
    // Not the one that was set up, so the user has to decide.
    QCOMPARE(fixture.server.registry.outlets().first()->decision(), Decision::New);
    checkAdvice(fixture);
}

void TestSetupRun::ownPortIsClosed()
{
    SetupFixture fixture(spec(SetupMode::SmartConfig, SetupFault::NeverLogsIn));
    fixture.server.server.close();
    QVERIFY(fixture.runToTheEnd(fixture.request()));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::ServerUnreachable));
    checkAdvice(fixture);
}

void TestSetupRun::firewallIsOn()
{
    SetupFixture fixture(spec(SetupMode::SmartConfig, SetupFault::NeverLogsIn));
    fixture.setup.setFirewallProbe([] { return QList<Firewall>{Firewall::Ufw}; });
    QVERIFY(fixture.runToTheEnd(fixture.request()));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::Firewall));
    QCOMPARE(fixture.setup.failure()->detail, QStringLiteral("ufw"));
    checkAdvice(fixture);
}

void TestSetupRun::announcePortIsTaken()
{
    SetupFixture fixture(spec(SetupMode::SmartConfig));
    SetupRequest request = fixture.request();
    QUdpSocket other;
    QVERIFY(other.bind(request.announceAddress, request.announcePort));
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::AnnouncePortBusy));
    checkAdvice(fixture);
}

/// A liar announces itself first; the outlet is set up all the same.
void TestSetupRun::secondAnnouncerIsTheOutlet()
{
    SetupFixture fixture(spec(SetupMode::SmartConfig));
    SetupRequest request = fixture.request();
    QUdpSocket liar;
    QVERIFY(liar.bind(QHostAddress(QStringLiteral("127.0.0.3"))));
    const auto length = static_cast<quint8>(9 + 11 + 13);
    const QByteArray lie = protocol::encodeAnnounce({length, {6, 6, 6, 6, 6, 6}, 0x7f000003});
    const quint16 port = request.announcePort;
    fixture.setup.start(std::move(request));
    QVERIFY(fixture.run([&] { return fixture.stages.contains(QStringLiteral("sent")); }));
    liar.writeDatagram(lie, QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(fixture.run([&] { return !fixture.setup.isRunning(); }));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Done);
}

/// An outlet that is known and looks online all the while is set up anew.
void TestSetupRun::setUpAnewFromTheSameAddress()
{
    SetupFixture fixture(spec(SetupMode::AccessPoint, SetupFault::None, SetupFirmware::Info2123));
    QVERIFY(fixture.runToTheEnd(fixture.request()));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Done);
    QCOMPARE(fixture.logins.online().size(), 1);
    QVERIFY(fixture.outlet.start());
    fixture.stages.clear();
    QVERIFY(fixture.runToTheEnd(fixture.request()));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Done);
    QCOMPARE(fixture.stages.last(), QStringLiteral("firstReading"));
}

void TestSetupRun::shortLimit()
{
    SetupFixture fixture(spec(SetupMode::SmartConfig, SetupFault::Deaf));
    SetupRequest request = fixture.request();
    request.limit = 3s;
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::NoAnnounce));
    QCOMPARE(fixture.setup.elapsed(), 3s);
}

void TestSetupRun::cancel_data()
{
    QTest::addColumn<SetupMode>("mode");
    QTest::addColumn<SetupFault>("fault");
    QTest::addColumn<QString>("stage");
    const auto row = [](const char *name, SetupMode mode, SetupFault fault, const char *stage) {
        QTest::newRow(name) << mode << fault << QString::fromLatin1(stage);
    };
    const SetupMode air = SetupMode::SmartConfig;
    row("at once", air, SetupFault::Deaf, "");
    row("sent", air, SetupFault::Deaf, "sent");
    row("announced", air, SetupFault::SilentTcp, "announced");
    row("configured", air, SetupFault::NeverLogsIn, "configured");
    row("loggedIn", air, SetupFault::None, "loggedIn");
    const SetupMode own = SetupMode::AccessPoint;
    row("own network, at once", own, SetupFault::SilentTcp, "");
    row("own network, sent", own, SetupFault::SilentTcp, "sent");
    row("own network, configured", own, SetupFault::NeverLogsIn, "configured");
    row("own network, loggedIn", own, SetupFault::None, "loggedIn");
}

void TestSetupRun::cancel()
{
    QFETCH(SetupMode, mode);
    QFETCH(SetupFault, fault);
    QFETCH(QString, stage);
    SetupFixture fixture(spec(mode, fault));
    SetupRequest request = fixture.request();
    fixture.run([] { return false; }, 20ms);
    const int before = openSockets();
    fixture.setup.start(std::move(request));
    if (!stage.isEmpty())
        QVERIFY(fixture.run([&] { return fixture.stages.contains(stage); }));
    else
        fixture.run([] { return false; }, 20ms);
    QVERIFY(fixture.setup.isRunning());
    const int linked = fixture.server.server.linkCount() * 2; // the outlet's, not the set-up's
    fixture.outlet.stop();
    QElapsedTimer timer;
    timer.start();
    fixture.setup.cancel();
    QVERIFY(timer.elapsed() < 200);
    QCOMPARE(fixture.setup.state(), SetupRun::State::Cancelled);
    QVERIFY(fixture.setup.request().password.isEmpty());
    // A turn of the loop ends the outlet's own.
    fixture.run([] { return false; }, 20ms);
    QVERIFY2(openSockets() <= before + linked, qPrintable(QString::number(openSockets())));
    QVERIFY(!fixture.run([&] { return fixture.setup.isRunning(); }, 1s));
    QCOMPARE(fixture.failures, 0);
}

QTEST_GUILESS_MAIN(TestSetupRun)
#include "tst_setup_run.moc"
