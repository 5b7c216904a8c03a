// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "wizard_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace Qt::StringLiterals;
using Action = SetupHint::Action;

namespace {

QList<AddressCandidate> onLoopback(std::optional<bool> isWired)
{
    return {{QHostAddress(QHostAddress::LocalHost), u"lo"_s, {}, false, isWired}};
}

const WifiNetwork kHome{u"Maple House"_s, u"aa:bb:cc:11:22:33"_s, 80, true, true, true};
const WifiNetwork kHome5{u"Maple House"_s, u"aa:bb:cc:11:22:44"_s, 80, false, true, true};
const WifiNetwork kFar{u"Maple House"_s, u"aa:bb:cc:11:22:33"_s, 31, true, true, true};
const WifiNetwork kOutlet{u"ESP_0A0B0C"_s, {}, 60, true, false, false};

} // namespace

/// Failures that look the same from far away are told apart by what the computer can see.
class TestSetupReasons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void nobodyAnswers_data();
    void nobodyAnswers();
    void everythingAtOnce();
    void keptApart();
    void weakSignal_data();
    void weakSignal();
    void timeWasTooShort();
    void whatTheComputerSees();
    void otherPort();
    void firewall_data();
    void firewall();
};

void TestSetupReasons::nobodyAnswers_data()
{
    QTest::addColumn<QList<WifiNetwork>>("around");
    QTest::addColumn<std::optional<bool>>("isWired");
    QTest::addColumn<QList<Firewall>>("firewalls");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Action>("step");
    using Around = QList<WifiNetwork>;
    using Walls = QList<Firewall>;
    const std::optional<bool> unknown;
    QTest::newRow("5 GHz") << Around{kHome5} << std::optional(false) << Walls()
                           << u"“Maple House” is on 5 GHz alone"_s << Action::CheckNetwork;
    QTest::newRow("the light blinks")
        << Around{kHome, kOutlet} << std::optional(false) << Walls()
        << u"The light blinks instead of being steady"_s << Action::UseAccessPoint;
    QTest::newRow("a cable") << Around() << std::optional(true) << Walls()
                             << u"This computer is on a cable"_s << Action::UseAccessPoint;
    QTest::newRow("weak") << Around{kFar} << std::optional(false) << Walls()
                          << u"“Maple House” is weak here"_s << Action::MoveCloser;
    QTest::newRow("a firewall") << Around{kHome} << unknown << Walls{Firewall::Ufw}
                                << u"ufw is on"_s << Action::ShowFirewall;
    QTest::newRow("nothing to be seen") << Around{kHome} << unknown << Walls()
                                        << u"The light was not steady blue"_s << Action::HoldButton;
}

void TestSetupReasons::nobodyAnswers()
{
    QFETCH(QList<WifiNetwork>, around);
    QFETCH(std::optional<bool>, isWired);
    QFETCH(QList<Firewall>, firewalls);
    QFETCH(QString, reason);
    QFETCH(Action, step);
    WizardFixture f(spec(SetupFault::Deaf));
    QStringList asked;
    f.engine.sampleNetwork.candidates = onLoopback(isWired);
    f.engine.sampleNetwork.wifi = [&] {
        auto wifi = std::make_unique<FakeWifi>(asked);
        wifi->around = around;
        return wifi;
    };
    f.wizard.run().setFirewallProbe([firewalls] { return firewalls; });
    f.connectWith();
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.failureTitle(), u"No outlet answered"_s);
    const QStringList titles = column(f.wizard.hints(), u"title"_s);
    QCOMPARE(titles.first(), reason);
    QCOMPARE(f.wizard.hints().first().toMap().value(u"action"_s).toInt(), static_cast<int>(step));
    QVERIFY(titles.size() <= 4);
    // What the computer knows not to be so is not guessed.
    const bool isKnown = isWired.value_or(false) || f.wizard.wifi()->isOnly5GHz(u"Maple House"_s);
    QCOMPARE(titles.contains(u"5 GHz or isolation"_s), !isKnown);
    QVERIFY(asked.isEmpty());
}

void TestSetupReasons::everythingAtOnce()
{
    const SetupFailure failure{SetupCause::NoAnnounce, {}, std::chrono::seconds(60)};
    SetupContext context;
    context.ssid = u"Maple House"_s;
    context.firewalls = {Firewall::Ufw};
    context.isWired = true;
    context.isOnly5GHz = true;
    context.outletNetwork = kOutlet.ssid;
    const SetupAdvice advice = setupAdvice(failure, context);
    QCOMPARE(advice.hints.size(), 4); // as many as there is room for, and none of them guessed
    for (const SetupHint &hint : advice.hints)
        QVERIFY2(hint.action != Action::HoldButton && hint.action != Action::OtherLayout,
                 qPrintable(hint.title));
    // Sent in both layouts: the dependable way is left.
    SetupContext tried;
    tried.layout = protocol::EspTouchLayout::WithBssid;
    QCOMPARE(setupAdvice(failure, tried).hints.last().action, Action::UseAccessPoint);
}

/// It joined and announced itself, and the router lets nothing through to it.
void TestSetupReasons::keptApart()
{
    WizardFixture f(spec(SetupFault::RefuseTcp));
    f.connectWith();
    QVERIFY(f.untilEnded());
    QVERIFY(column(f.wizard.stages(), u"state"_s).at(1) == u"done");
    QVERIFY(column(f.wizard.hints(), u"title"_s).contains(u"The router keeps devices apart"_s));
}

void TestSetupReasons::weakSignal_data()
{
    QTest::addColumn<SetupCause>("cause");
    QTest::addColumn<SetupWay>("way");
    QTest::addColumn<std::optional<int>>("percent");
    QTest::addColumn<QString>("title"); // empty: not said
    const std::optional<int> unknown;
    const std::optional<int> weak = 39;
    const std::optional<int> good = 40;
    const QString maybe = u"The signal may be too weak there"_s;
    const QString known = u"“Maple House” is weak here"_s;
    using Cause = SetupCause;
    const SetupWay air = SetupWay::SmartConfig;
    const SetupWay own = SetupWay::AccessPoint;
    QTest::newRow("no login, not known") << Cause::NoLogin << air << unknown << maybe;
    QTest::newRow("no login, good here") << Cause::NoLogin << air << good << maybe;
    QTest::newRow("no login, weak here") << Cause::NoLogin << air << weak << known;
    QTest::newRow("no login, own network") << Cause::NoLogin << own << unknown << QString();
    QTest::newRow("no login, own network, weak") << Cause::NoLogin << own << weak << known;
    QTest::newRow("not joined") << Cause::PasswordRefused << own << unknown << maybe;
    QTest::newRow("not joined, weak") << Cause::PasswordRefused << own << weak << known;
    QTest::newRow("nobody, weak") << Cause::NoAnnounce << air << weak << known;
    QTest::newRow("nobody, good here") << Cause::NoAnnounce << air << good << QString();
}

/// What this computer receives is said; of the outlet's own signal no more than that it may be so.
void TestSetupReasons::weakSignal()
{
    QFETCH(SetupCause, cause);
    QFETCH(SetupWay, way);
    QFETCH(std::optional<int>, percent);
    QFETCH(QString, title);
    SetupContext context;
    context.ssid = u"Maple House"_s;
    context.serverPort = kOutletsConnectTo;
    context.way = way;
    context.signalPercent = percent;
    const SetupAdvice advice = setupAdvice({cause, {}, std::chrono::seconds(60)}, context);
    QStringList said;
    for (const SetupHint &hint : advice.hints) {
        if (hint.action != Action::MoveCloser)
            continue;
        said += hint.title;
        QVERIFY(hint.text.contains(u"close to the router"));
        QCOMPARE(hint.text.contains(u"39%"), percent == 39);
    }
    QCOMPARE(said, title.isEmpty() ? QStringList() : QStringList{title});
    QVERIFY(advice.hints.size() <= 4);
}

/// Nothing is claimed to have been sent that was not.
void TestSetupReasons::timeWasTooShort()
{
    WizardFixture f(spec(SetupFault::Deaf));
    f.wizard.setRequestFilter([&f](SetupRequest &request) {
        f.peer.newcomer.leadHere(request);
        request.limit = std::chrono::seconds(1); // nothing but guides until then
    });
    f.connectWith();
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.run().failure()->cause, SetupCause::NoAnnounce);
    QCOMPARE(f.wizard.failureTitle(), u"The time was too short"_s);
    QVERIFY(!f.wizard.failureText().contains(u"were sent"_s));
    QCOMPARE(column(f.wizard.hints(), u"title"_s), QStringList{u"Allow more time"_s});
    QCOMPARE(column(f.wizard.stages(), u"title"_s).first(), u"Wi‑Fi details not sent"_s);
}

/// The window and the command line get what they know in the same way.
void TestSetupReasons::whatTheComputerSees()
{
    WizardFixture f(spec(SetupFault::Deaf));
    f.connectWith();
    QVERIFY(f.untilEnded());
    const SetupRun &run = f.wizard.run();
    const QHostAddress here = run.request().serverAddress;
    const QList<AddressCandidate> wired{
        {QHostAddress(u"10.0.0.2"_s), {}, u"10.0.0.0/8"_s, false, false},
        {here, {}, u"127.0.0.0/8"_s, false, true}};
    SetupContext context = setupContext(run, wired, {kOutlet, kFar});
    QVERIFY(context.isWired && !context.isOnly5GHz && context.isSent);
    QCOMPARE(context.subnet, u"127.0.0.0/8"_s);
    QCOMPARE(context.outletNetwork, kOutlet.ssid);
    QCOMPARE(context.signalPercent, std::optional(31));
    context = setupContext(run, {}, {kHome5});
    QVERIFY(!context.isWired && context.isOnly5GHz && context.outletNetwork.isEmpty());
    QVERIFY(!context.signalPercent); // of a network that no outlet hears
    context = setupContext(run, {}, {});
    QVERIFY(!context.isOnly5GHz && !context.signalPercent);
}

/// Outlets can't be told a port.
void TestSetupReasons::otherPort()
{
    const SetupFailure failure{SetupCause::NoLogin, {}, std::chrono::seconds(60)};
    SetupContext context;
    context.serverPort = 17274;
    SetupAdvice advice = setupAdvice(failure, context);
    QCOMPARE(advice.hints.first().action, Action::OpenServerSettings);
    QVERIFY(advice.hints.first().text.contains(u"17273"));
    context.serverPort = 17273;
    advice = setupAdvice(failure, context);
    QCOMPARE(advice.hints.first().action, Action::ShowFirewall);
    context.way = SetupWay::AccessPoint;
    context.serverPort = 17274;
    QVERIFY(setupAdvice(failure, context).hints.size() == 4);
}

void TestSetupReasons::firewall_data()
{
    QTest::addColumn<QList<Firewall>>("on");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    QTest::newRow("ufw") << QList<Firewall>{Firewall::Ufw}
                         << u"A firewall may keep the outlet out"_s << u"ufw is on"_s
                         << u"ufw is on"_s;
    QTest::newRow("firewalld") << QList<Firewall>{Firewall::Firewalld}
                               << u"A firewall may keep the outlet out"_s << u"firewalld is on"_s
                               << u"firewalld is on"_s;
    QTest::newRow("none") << QList<Firewall>() << u"The outlet did not reach this computer"_s
                          << u"has not connected"_s << u"A firewall blocks port %1"_s;
}

void TestSetupReasons::firewall()
{
    QFETCH(QList<Firewall>, on);
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, hint);
    WizardFixture f(spec(SetupFault::NeverLogsIn));
    f.wizard.run().setFirewallProbe([on] { return on; });
    f.connectWith();
    QVERIFY(f.untilEnded());
    QCOMPARE(f.wizard.failureTitle(), title);
    QVERIFY2(f.wizard.failureText().contains(text), qPrintable(f.wizard.failureText()));
    const QString wanted = hint.contains(u"%1") ? hint.arg(f.peer.port) : hint;
    QVERIFY(column(f.wizard.hints(), u"title"_s).contains(wanted));
    f.wizard.follow(static_cast<int>(Action::ShowFirewall));
    QVERIFY(f.wizard.firewallLines().contains(QString::number(f.peer.port)));
}

QTEST_GUILESS_MAIN(TestSetupReasons)
#include "tst_setup_reasons.moc"
