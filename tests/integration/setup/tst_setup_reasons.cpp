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
