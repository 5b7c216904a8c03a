// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QLoggingCategory>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <QtTest/QTest>

#include "network_manager_mock_linux.h"
#include "setup/network_manager_wifi_linux.h"
#include "wizard_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace Qt::StringLiterals;

namespace {

const QString kHome = u"Maple House"_s;
const QString kOutlet = u"ESP_0A0B0C"_s;

QString said;

void hear(QtMsgType, const QMessageLogContext &, const QString &text)
{
    said += text + u'\n';
}

} // namespace

/// The wizard takes a computer with NetworkManager into an outlet's own network and, however it
/// goes on, home again.
class TestSetupJoining : public QObject, private NetworkManagerMock
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { stopManager(); }
    void joinsAndComesHome_data();
    void joinsAndComesHome();
    void leavesWhileItJoins();
    void mayNotJoin();

private:
    /// A wizard at the step where the computer joins; nothing has been asked for yet.
    [[nodiscard]] std::unique_ptr<WizardFixture> atTheJoining(SetupFault fault);
    /// NetworkManager was asked to go back to the network from before, and to forget the other.
    [[nodiscard]] bool isHome() const
    {
        return log().contains(u" ActivateConnection \"%1\""_s.arg(m_former)) &&
               log().contains(u" Delete");
    }

    QString m_former;
    QList<InterfaceAddress> m_have;
};

void TestSetupJoining::initTestCase()
{
    if (!isInstalled())
        QSKIP("NOT TESTED: dbus-daemon or python3-dbusmock is not installed");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(startBus());
}

void TestSetupJoining::init()
{
    QVERIFY(startManager());
    adapter = addAdapter();
    learnVolatile();
    const QString home = addPoint(u"ap1"_s, kHome, 2412, 90, kPsk);
    addPoint(u"ap2"_s, kOutlet, 2437, 60, kOpen);
    m_former =
        ask(kRoot, u"AddWiFiConnection"_s, {adapter, u"home"_s, kHome, u"wpa-psk"_s}).toString();
    ask(kRoot, u"AddActiveConnection"_s, {QStringList{adapter}, m_former, home, u"first"_s, 2U});
    ask(adapter, u"AddProperty"_s,
        {QString(kName + u".Device.Wireless"_s), u"ActiveAccessPoint"_s,
         QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusObjectPath(home))))});
    m_have = {{u"wlan0"_s, QHostAddress(u"192.168.1.24"_s)}};
}

std::unique_ptr<WizardFixture> TestSetupJoining::atTheJoining(SetupFault fault)
{
    auto f = std::make_unique<WizardFixture>(spec(fault, SetupMode::AccessPoint));
    f->engine.sampleNetwork.wifi = [this] { return std::make_unique<NetworkManagerWifi>(bus()); };
    f->wizard.wifi()->setWatch(
        std::make_unique<AccessPointWatch>(f->clock, nullptr, [this] { return m_have; }));
    f->wizard.setWay(SetupWizard::AccessPoint);
    f->wizard.next();
    if (!QTest::qWaitFor([&f] { return f->wizard.wifi()->outletNames().contains(kOutlet); }))
        qFatal("NetworkManager's networks do not come");
    TypedPassword field;
    f->wizard.connectOutlet(f->wizard.networkName(), &field);
    return f;
}

void TestSetupJoining::joinsAndComesHome_data()
{
    QTest::addColumn<SetupFault>("fault");
    QTest::addColumn<bool>("isSent");
    QTest::addColumn<SetupWizard::State>("end");
    QTest::newRow("to the first watt") << SetupFault::None << true << SetupWizard::Done;
    QTest::newRow("it refuses") << SetupFault::RefuseRequest << true << SetupWizard::Failed;
    QTest::newRow("cancelled while it is told")
        << SetupFault::SilentTcp << true << SetupWizard::Running;
    QTest::newRow("cancelled before") << SetupFault::None << false << SetupWizard::Joining;
}

void TestSetupJoining::joinsAndComesHome()
{
    QFETCH(SetupFault, fault);
    QFETCH(bool, isSent);
    QFETCH(SetupWizard::State, end);
    said.clear();
    QLoggingCategory::setFilterRules(u"outlet.*=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(hear);
    const auto f = atTheJoining(fault);
    SetupWifi &wifi = *f->wizard.wifi();
    QCOMPARE(f->wizard.networkName(), kHome); // where the computer is
    QCOMPARE(wifi.homeNames(), QStringList{kHome});
    QCOMPARE(f->wizard.state(), SetupWizard::Joining);

    wifi.join(kOutlet);
    QCOMPARE(wifi.joining(), kOutlet);
    QTRY_VERIFY(wifi.joining().isEmpty());
    QVERIFY2(wifi.problem().isEmpty(), qPrintable(wifi.problem()));
    QVERIFY(log().contains(u"AddAndActivateConnection2"));
    QVERIFY(!isHome());
    if (isSent) {
        m_have = {{u"wlan0"_s, QHostAddress(u"192.168.4.2"_s)}};
        QVERIFY(f->until([&f] { return f->wizard.state() == SetupWizard::Running; })); // by itself
    }
    if (end == SetupWizard::Done || end == SetupWizard::Failed)
        QVERIFY(f->untilEnded());
    QCOMPARE(f->wizard.state(), end);
    if (end == SetupWizard::Running || end == SetupWizard::Joining)
        f->wizard.reset();
    QTRY_VERIFY2(isHome(), qPrintable(log()));
    settle();
    QCOMPARE(log().count(u" ActivateConnection "), 1); // once is enough
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    // The outlet's network is open: the password of the other one is nobody's business.
    QVERIFY(!log().contains(QString::fromUtf8(Newcomer::kPassword)));
    QVERIFY2(!said.contains(QString::fromUtf8(Newcomer::kPassword)), qPrintable(said));
}

void TestSetupJoining::leavesWhileItJoins()
{
    const auto f = atTheJoining(SetupFault::None);
    f->wizard.wifi()->join(kOutlet);
    QTRY_VERIFY(log().contains(u" AddAndActivateConnection2 ")); // and may not be answered yet
    f->wizard.back();
    QVERIFY(!f->wizard.holdsPassword());
    QTRY_VERIFY2(isHome(), qPrintable(log()));
    QVERIFY(f->wizard.wifi()->joining().isEmpty());
}

void TestSetupJoining::mayNotJoin()
{
    ask(kRoot, u"AddMethod"_s,
        {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
         u"raise dbus.exceptions.DBusException('Not authorized', name='%1.PermissionDenied')"_s.arg(
             kName)});
    const auto f = atTheJoining(SetupFault::None);
    f->wizard.wifi()->join(kOutlet);
    QTRY_VERIFY(!f->wizard.wifi()->problem().isEmpty());
    QVERIFY2(f->wizard.wifi()->problem().contains(u"Not authorized"),
             qPrintable(f->wizard.wifi()->problem()));
    // The user can still join by hand, and goes on as if nothing had been tried.
    QCOMPARE(f->wizard.state(), SetupWizard::Joining);
    QVERIFY(f->wizard.wifi()->isHelpful());
    m_have = {{u"wlan0"_s, QHostAddress(u"192.168.4.2"_s)}};
    QVERIFY(f->untilEnded());
    QCOMPARE(f->wizard.state(), SetupWizard::Done);
    settle();
    QVERIFY(!log().contains(u" ActivateConnection ")); // what the user joined is the user's
}

QTEST_GUILESS_MAIN(TestSetupJoining)
#include "tst_setup_joining_linux.moc"
