// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/setup_loopback.h"
#include "wizard_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QList<AddressCandidate> twoAddresses()
{
    return {{QHostAddress(u"192.168.1.24"_s), u"wlan0"_s, u"192.168.1.0/24"_s, true},
            {QHostAddress(u"10.0.0.2"_s), {}, {}, false}};
}

} // namespace

/// The wizard's controller, on the real set-up, a real server and a simulated outlet.
class TestSetupWizard : public QObject
{
    Q_OBJECT

    using Fixture = WizardFixture;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void toTheFirstWatt();
    void ownNetwork();
    void ownNetworkThroughTheSystem();
    void whatWasTypedIsChecked_data();
    void whatWasTypedIsChecked();
    void passwordIsTaken();
    void addresses();
    void nameIsRemembered();
    void failureIsExplained();
    void hintsLead();
    void otherLayout();
    void cancelAtEveryStage_data();
    void cancelAtEveryStage();
    void routerNeedsNoWifi();
    void loopback_data();
    void loopback();
};

void TestSetupWizard::toTheFirstWatt()
{
    Fixture f;
    QSignalSpy said(&f.wizard, &SetupWizard::announced);
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
    f.wizard.next();
    QCOMPARE(f.wizard.step(), SetupWizard::Wifi);
    TypedPassword field;
    f.wizard.connectOutlet(u"Maple House"_s, &field);
    QCOMPARE(f.wizard.step(), SetupWizard::Connect);
    QCOMPARE(f.wizard.state(), SetupWizard::Running);
    QVERIFY(field.text().isEmpty());
    QVERIFY(f.wizard.holdsPassword()); // for another try
    QCOMPARE(column(f.wizard.stages(), u"state"_s),
             QStringList({u"running"_s, u"waiting"_s, u"waiting"_s, u"waiting"_s, u"waiting"_s}));
    QCOMPARE(f.wizard.stepText(), u"Step 1 of 5"_s);
    QCOMPARE(f.wizard.elapsedText(), u"0:00 of 2:00"_s);
    QCOMPARE(f.wizard.progress(), 0.0);

    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.state(), SetupWizard::Done);
    QVERIFY(!f.wizard.holdsPassword());
    QCOMPARE(column(f.wizard.stages(), u"state"_s), QStringList(5, u"done"_s));
    for (const QString &detail : column(f.wizard.stages(), u"detail"_s))
        QVERIFY2(detail.endsWith(u" s"), qPrintable(detail));
    QCOMPARE(f.wizard.progress(), 1.0);
    QCOMPARE(said.size(), 5); // each stage, once
    OutletFace *const face = f.wizard.face();
    QVERIFY(face);
    QCOMPARE(face->decision(), Ui::DecisionKnown);
    QVERIFY(face->state().watts);
    // Outlets keep this address, so it is noticed when it becomes another one.
    QCOMPARE(f.engine.setting(u"setupAddress"_s).toString(), u"127.0.0.1"_s);

    f.wizard.reset();
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
    QCOMPARE(f.wizard.state(), SetupWizard::Idle);
    QVERIFY(!f.wizard.face());
}

/// Where nobody can be asked to join the outlet's network, the user does it and says so.
void TestSetupWizard::ownNetwork()
{
    Fixture f(spec(SetupFault::None, SetupMode::AccessPoint));
    f.connectWith(Newcomer::kPassword, SetupWizard::AccessPoint);
    QCOMPARE(f.wizard.state(), SetupWizard::Joining);
    QVERIFY(!f.wizard.wifi()->isHelpful());
    passTime(
        f.clock, [] { return false; }, 5s);
    QCOMPARE(f.peer.newcomer.outlet.connectionCount(), 0); // nothing before the user says so
    f.wizard.sendNow();
    QCOMPARE(f.wizard.state(), SetupWizard::Running);
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.state(), SetupWizard::Done);
    QCOMPARE(column(f.wizard.stages(), u"state"_s), QStringList(4, u"done"_s));
}

void TestSetupWizard::ownNetworkThroughTheSystem()
{
    Fixture f(spec(SetupFault::None, SetupMode::AccessPoint));
    QStringList asked;
    FakeWifi *wifi = nullptr;
    f.engine.sampleNetwork.wifi = [&] {
        auto service = std::make_unique<FakeWifi>(asked);
        wifi = service.get();
        return service;
    };
    QList<InterfaceAddress> have{{u"wlan0"_s, QHostAddress(u"192.168.1.24"_s)}};
    f.wizard.wifi()->setWatch(
        std::make_unique<AccessPointWatch>(f.clock, nullptr, [&have] { return have; }));
    f.wizard.setWay(SetupWizard::AccessPoint);
    f.wizard.next();
    QCOMPARE(f.wizard.networkName(), u"Maple House"_s);                    // where this computer is
    QCOMPARE(f.wizard.wifi()->homeNames(), QStringList{u"Maple House"_s}); // 5 GHz is no help
    TypedPassword field;
    f.wizard.connectOutlet(u"Maple House"_s, &field);
    QCOMPARE(f.wizard.wifi()->outletNames(), QStringList{u"ESP_0A0B0C"_s});

    f.wizard.wifi()->join(u"Maple House"_s); // no outlet
    QCOMPARE(asked, QStringList());
    f.wizard.wifi()->join(u"ESP_0A0B0C"_s);
    QCOMPARE(f.wizard.wifi()->joining(), u"ESP_0A0B0C"_s);
    wifi->refuse(u"ESP_0A0B0C"_s);
    QVERIFY(f.wizard.wifi()->joining().isEmpty());
    QCOMPARE(f.wizard.wifi()->problem(), u"It is too far away."_s);
    f.wizard.wifi()->join(u"ESP_0A0B0C"_s);
    QVERIFY(f.wizard.wifi()->problem().isEmpty());

    have = {{u"wlan0"_s, QHostAddress(u"192.168.4.2"_s)}};
    QVERIFY(f.until([&f] { return f.wizard.state() == SetupWizard::Running; })); // by itself
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.state(), SetupWizard::Done);
    QCOMPARE(asked, QStringList({u"join ESP_0A0B0C"_s, u"join ESP_0A0B0C"_s, u"back"_s}));
}

void TestSetupWizard::whatWasTypedIsChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("nameIsWrong");
    QTest::addColumn<bool>("passwordIsWrong");
    QTest::newRow("no name") << QString() << QByteArray("correct horse") << true << false;
    QTest::newRow("33 bytes") << QString(11, QChar(0x6e2c)) << QByteArray() << true << false;
    QTest::newRow("7 bytes") << u"Home"_s << QByteArray("1234567") << false << true;
    QTest::newRow("65 bytes") << u"Home"_s << QByteArray(65, 'p') << false << true;
    QTest::newRow("both") << QString() << QByteArray("1234567") << true << true;
    QTest::newRow("open network") << u"Home"_s << QByteArray() << false << false;
    QTest::newRow("8 bytes in 4 letters")
        << u"Home"_s << QByteArray("\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f") << false << false;
}

void TestSetupWizard::whatWasTypedIsChecked()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, password);
    QFETCH(bool, nameIsWrong);
    QFETCH(bool, passwordIsWrong);
    Fixture f;
    f.wizard.next();
    TypedPassword field(password.constData());
    f.wizard.connectOutlet(name, &field);
    QCOMPARE(!f.wizard.nameError().isEmpty(), nameIsWrong);
    QCOMPARE(!f.wizard.passwordError().isEmpty(), passwordIsWrong);
    const bool isRight = !nameIsWrong && !passwordIsWrong;
    QCOMPARE(f.wizard.step(), isRight ? SetupWizard::Connect : SetupWizard::Wifi);
    // What is wrong can be mended where it stands; it is in the field alone.
    QCOMPARE(field.text(), isRight ? QString() : QString::fromUtf8(password));
    QCOMPARE(f.wizard.holdsPassword(), isRight && !password.isEmpty());
}

/// It is nowhere but in the wizard, and there no longer than it is needed.
void TestSetupWizard::passwordIsTaken()
{
    Fixture f;
    for (const auto leave : {&SetupWizard::back, &SetupWizard::reset}) {
        f.wizard.reset();
        f.connectWith();
        QVERIFY(f.wizard.holdsPassword());
        (f.wizard.*leave)();
        QVERIFY(!f.wizard.holdsPassword());
    }
    QVERIFY(!f.wizard.details().contains(QString::fromUtf8(Newcomer::kPassword)));
}

void TestSetupWizard::addresses()
{
    Fixture f;
    f.wizard.setAddressSource(twoAddresses);
    f.wizard.next();
    QCOMPARE(f.wizard.addresses(), QStringList({u"192.168.1.24 · wlan0"_s, u"10.0.0.2"_s}));
    QVERIFY(f.wizard.addressAdvice().contains(u"DHCP"_s)); // lent by the router
    f.wizard.setAddressIndex(7);
    QCOMPARE(f.wizard.addressIndex(), 0);
    f.wizard.setAddressIndex(1);
    QVERIFY(f.wizard.addressAdvice().isEmpty());
    TypedPassword field;
    f.wizard.connectOutlet(u"Maple House"_s, &field);
    QCOMPARE(f.wizard.run().request().serverAddress, QHostAddress(u"10.0.0.2"_s));

    f.wizard.reset();
    f.wizard.setAddressSource([] { return QList<AddressCandidate>(); });
    f.connectWith();
    QVERIFY(f.wizard.addressAdvice().contains(u"no address"_s));
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.failureTitle(), u"This computer has no address"_s);

    f.wizard.reset();
    f.wizard.setAddressSource([] {
        return QList<AddressCandidate>{{QHostAddress(u"192.168.4.2"_s), {}, {}, true}};
    });
    f.wizard.setWay(SetupWizard::AccessPoint);
    f.wizard.next(); // too late: the computer is in the outlet's network already
    QVERIFY(f.wizard.addressAdvice().contains(u"outlet’s own network"_s));
}

void TestSetupWizard::nameIsRemembered()
{
    Fixture f;
    f.connectWith();
    QCOMPARE(f.engine.setting(u"setupNetwork"_s).toString(), u"Maple House"_s);
    f.wizard.reset();
    f.wizard.next();
    QCOMPARE(f.wizard.networkName(), u"Maple House"_s);
    f.wizard.setRemembersName(false);
    TypedPassword field;
    f.wizard.connectOutlet(u"Maple House"_s, &field);
    QVERIFY(f.engine.setting(u"setupNetwork"_s).toString().isEmpty());
    f.wizard.reset();
    f.wizard.next();
    QVERIFY(f.wizard.networkName().isEmpty());
}

void TestSetupWizard::failureIsExplained()
{
    Fixture f(spec(SetupFault::NeverLogsIn));
    f.connectWith();
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.state(), SetupWizard::Failed);
    QCOMPARE(f.wizard.failureTitle(), u"The outlet did not reach this computer"_s);
    QVERIFY(f.wizard.failureText().contains(u" Stopped after 1:"_s));
    QCOMPARE(column(f.wizard.stages(), u"state"_s),
             QStringList({u"done"_s, u"done"_s, u"done"_s, u"failed"_s, u"waiting"_s}));
    QCOMPARE(f.wizard.stepText(), u"Step 4 of 5"_s);
    QVERIFY(!f.wizard.hints().isEmpty() && f.wizard.hints().size() <= 4);
    QVERIFY(f.wizard.details().contains(u"cause: noLogin"_s));
    QVERIFY(!f.wizard.details().contains(QString::fromUtf8(Newcomer::kPassword)));

    f.wizard.retry(); // the same, without typing anything
    QCOMPARE(f.wizard.state(), SetupWizard::Running);
    QVERIFY(f.wizard.failureTitle().isEmpty() && f.wizard.hints().isEmpty());
    QCOMPARE(f.wizard.run().request().ssid, u"Maple House"_s);
}

void TestSetupWizard::hintsLead()
{
    using Action = SetupHint::Action;
    Fixture f(spec(SetupFault::RefuseRequest));
    QSignalSpy devices(&f.wizard, &SetupWizard::devicesRequested);
    QSignalSpy server(&f.wizard, &SetupWizard::serverRequested);
    const auto follow = [&f](Action action) {
        f.wizard.reset();
        f.connectWith();
        if (!f.untilEnded())
            qFatal("It does not end");
        f.wizard.follow(static_cast<int>(action));
    };
    follow(Action::CheckNetwork);
    QCOMPARE(f.wizard.step(), SetupWizard::Wifi);
    follow(Action::PickAddress);
    QCOMPARE(f.wizard.step(), SetupWizard::Wifi);
    follow(Action::HoldButton);
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
    QCOMPARE(f.wizard.way(), SetupWizard::SmartConfig);
    follow(Action::UseAccessPoint);
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
    QCOMPARE(f.wizard.way(), SetupWizard::AccessPoint);
    f.wizard.setWay(SetupWizard::SmartConfig);
    follow(Action::ShowFirewall);
    QCOMPARE(f.wizard.step(), SetupWizard::Connect);
    QVERIFY(f.wizard.firewallLines().contains(QString::number(f.peer.port)));
    follow(Action::OpenDevices);
    QCOMPARE(devices.size(), 1);
    follow(Action::OpenServerSettings);
    QCOMPARE(server.size(), 1);
    QVERIFY(!f.wizard.holdsPassword() || f.wizard.step() == SetupWizard::Connect);
}

void TestSetupWizard::otherLayout()
{
    Fixture f(spec(SetupFault::Deaf));
    QStringList asked;
    f.engine.sampleNetwork.wifi = [&asked] { return std::make_unique<FakeWifi>(asked); };
    f.connectWith();
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.run().request().layout, protocol::EspTouchLayout::Classic);
    QCOMPARE(f.wizard.run().request().bssid, protocol::MacAddress{});
    QVERIFY(column(f.wizard.hints(), u"button"_s).contains(u"Send again"_s));
    f.wizard.follow(static_cast<int>(SetupHint::Action::OtherLayout));
    QCOMPARE(f.wizard.state(), SetupWizard::Running);
    QCOMPARE(f.wizard.run().request().layout, protocol::EspTouchLayout::WithBssid);
    const protocol::MacAddress seen{0xaa, 0xbb, 0xcc, 0x11, 0x22, 0x33};
    QCOMPARE(f.wizard.run().request().bssid, seen);
    QVERIFY(f.untilEnded());
    QVERIFY(column(f.wizard.hints(), u"button"_s).contains(u"Use it"_s)); // the dependable way
}

void TestSetupWizard::cancelAtEveryStage_data()
{
    using Wizard = SetupWizard;
    QTest::addColumn<SetupWizard::Way>("way");
    QTest::addColumn<int>("stagesBehind"); // -1: before the computer is in the outlet's network
    QTest::addColumn<SetupFault>("fault");
    QTest::newRow("at once") << Wizard::SmartConfig << 0 << SetupFault::Deaf;
    QTest::newRow("sent") << Wizard::SmartConfig << 1 << SetupFault::Deaf;
    QTest::newRow("announced") << Wizard::SmartConfig << 2 << SetupFault::SilentTcp;
    QTest::newRow("configured") << Wizard::SmartConfig << 3 << SetupFault::NeverLogsIn;
    QTest::newRow("logged in") << Wizard::SmartConfig << 4 << SetupFault::None;
    QTest::newRow("joining") << Wizard::AccessPoint << -1 << SetupFault::None;
    QTest::newRow("own network, at once") << Wizard::AccessPoint << 0 << SetupFault::SilentTcp;
    QTest::newRow("own network, sent") << Wizard::AccessPoint << 1 << SetupFault::SilentTcp;
    QTest::newRow("own network, configured") << Wizard::AccessPoint << 2 << SetupFault::NeverLogsIn;
    QTest::newRow("own network, logged in") << Wizard::AccessPoint << 3 << SetupFault::None;
}

void TestSetupWizard::cancelAtEveryStage()
{
    QFETCH(SetupWizard::Way, way);
    QFETCH(int, stagesBehind);
    QFETCH(SetupFault, fault);
    const bool isOwn = way == SetupWizard::AccessPoint;
    const int stages = isOwn ? 4 : 5;
    Fixture f(spec(fault, isOwn ? SetupMode::AccessPoint : SetupMode::SmartConfig));
    const int before = openSockets();
    f.connectWith(Newcomer::kPassword, way);
    if (stagesBehind >= 0) {
        f.wizard.sendNow();
        QVERIFY(
            f.until([&] { return f.wizard.progress() >= double(stagesBehind) / stages - 0.001; }));
    }
    QCOMPARE(f.wizard.state(), stagesBehind < 0 ? SetupWizard::Joining : SetupWizard::Running);
    QElapsedTimer time;
    time.start();
    f.wizard.reset();
    QVERIFY2(time.elapsed() < 200, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
    QVERIFY(!f.wizard.holdsPassword());
    f.peer.newcomer.outlet.stop();
    passTime(
        f.clock, [] { return false; }, 100ms);
    const int linked = stagesBehind == stages - 1 ? 2 : 0; // both ends of the outlet's own link
    QVERIFY2(openSockets() <= before + linked, qPrintable(QString::number(openSockets())));
}

void TestSetupWizard::routerNeedsNoWifi()
{
    Fixture f;
    f.wizard.setWay(SetupWizard::RouterDns);
    f.wizard.next();
    QCOMPARE(f.wizard.step(), SetupWizard::Connect);
    QCOMPARE(f.wizard.state(), SetupWizard::Idle);
    f.wizard.back();
    QCOMPARE(f.wizard.step(), SetupWizard::Choose);
}

void TestSetupWizard::loopback_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("makesSense");
    QTest::newRow("ports") << QByteArray("7001,18266,41234") << true;
    QTest::newRow("and the limit") << QByteArray("7001,18266,41234,20") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("two") << QByteArray("7001,18266") << false;
    QTest::newRow("zero") << QByteArray("0,18266,41234") << false;
    QTest::newRow("and the outlet's address")
        << QByteArray("7001,18266,41234,20,127.0.0.1") << true;
    QTest::newRow("not on loopback") << QByteArray("7001,18266,41234,20,192.168.1.9") << false;
    QTest::newRow("six") << QByteArray("1,2,3,4,127.0.0.1,6") << false;
    QTest::newRow("words") << QByteArray("a,b,c") << false;
}

void TestSetupWizard::loopback()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, makesSense);
    Fixture f;
    QCOMPARE(setUpOnLoopback(f.wizard, value), makesSense);
    if (!makesSense)
        return;
    f.connectWith();
    const SetupRequest &request = f.wizard.run().request();
    QCOMPARE(request.target, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(request.targetPort, quint16(7001));
    QCOMPARE(request.announcePort, quint16(18266));
    QCOMPARE(request.outletPort, quint16(41234));
    QCOMPARE(request.limit, value.contains(",20") ? 20s : 120s);
}

QTEST_GUILESS_MAIN(TestSetupWizard)
#include "tst_setup_wizard.moc"
