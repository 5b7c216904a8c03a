// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "desktop/port_watch.h"
#include "sample_engine.h"

using namespace outlet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Found = ReachabilityCheck::Result;

/// Whether outlets get through, as the page tells it; the network is a sample.
class TestPortWatch : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<SampleEngine> m_engine;
    std::unique_ptr<ServerFace> m_server;
    std::unique_ptr<PortWatch> m_watch;

    SampleNetwork &network() { return m_engine->sampleNetwork; }
    /// Begins to watch, and waits for the first answer.
    void begin()
    {
        m_watch = std::make_unique<PortWatch>();
        m_watch->setServer(m_server.get());
        m_watch->setAddress(u"192.168.1.24"_s);
        m_watch->setActive(true);
        m_clock.advance(5ms);
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void triesOnlyWhileItIsActive();
    void needsAServerAndAnAddress();
    void answers_data();
    void answers();
    void tellsOfAFirewall();
    void opensEveryFirewall();
    void looksAgain();
    void survivesTheServer();
};

void TestPortWatch::init()
{
    m_engine = std::make_unique<SampleEngine>(m_clock);
    m_engine->setListening(kDefaultPort);
    m_server = std::make_unique<ServerFace>(*m_engine);
}

void TestPortWatch::cleanup()
{
    m_watch.reset();
    m_server.reset();
    m_engine.reset();
}

void TestPortWatch::triesOnlyWhileItIsActive()
{
    PortWatch watch;
    watch.setServer(m_server.get());
    watch.setAddress(u"192.168.1.24"_s);
    m_clock.advance(1min);
    QCOMPARE(network().tried, 0);
    QCOMPARE(watch.state(), PortWatch::Unknown);
    QVERIFY(watch.commands().isEmpty());
    watch.setActive(true);
    QCOMPARE(watch.state(), PortWatch::Checking);
    QCOMPARE(watch.text(), u"Trying port 17273…"_s);
    watch.setActive(false);
    m_clock.advance(1min);
    QCOMPARE(watch.state(), PortWatch::Unknown);
    QCOMPARE(network().tried, 1);
}

void TestPortWatch::needsAServerAndAnAddress()
{
    begin();
    m_watch->setAddress(QString());
    QCOMPARE(m_watch->state(), PortWatch::Unknown);
    m_watch->setAddress(u"10.0.0.5"_s);
    QCOMPARE(m_watch->state(), PortWatch::Checking);
    m_clock.advance(5ms);
    QCOMPARE(m_watch->text(), u"Port 17273 answers at 10.0.0.5."_s);
    m_engine->setListenError({ListenError::Kind::PortInUse, QHostAddress::Any, 17273, {}}, {}, 8);
    QCOMPARE(m_watch->state(), PortWatch::Unknown);
    QVERIFY(m_watch->text().isEmpty());
    m_engine->setListening(5000); // another port is tried anew
    m_clock.advance(5ms);
    QCOMPARE(m_watch->text(), u"Port 5000 answers at 10.0.0.5."_s);
    QVERIFY(m_watch->commands().constFirst().contains(u"5000"));
}

void TestPortWatch::answers_data()
{
    QTest::addColumn<Found>("result");
    QTest::addColumn<PortWatch::State>("state");
    QTest::addColumn<Ui::Tone>("tone");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("needsOpening");
    QTest::newRow("open") << Found::Reachable << PortWatch::Open << Ui::ToneAccent
                          << u"Port 17273 answers at 192.168.1.24."_s << false;
    QTest::newRow("closed") << Found::Refused << PortWatch::Closed << Ui::ToneDanger
                            << u"Nothing listens on port 17273 at 192.168.1.24."_s << false;
    QTest::newRow("swallowed") << Found::NoAnswer << PortWatch::Swallowed << Ui::ToneDanger
                               << u"Port 17273 does not answer at 192.168.1.24."_s << true;
}

void TestPortWatch::answers()
{
    QFETCH(Found, result);
    network().reach = result;
    begin();
    QTEST(m_watch->state(), "state");
    QTEST(m_watch->tone(), "tone");
    QTEST(m_watch->text(), "text");
    QTEST(m_watch->needsOpening(), "needsOpening");
    QVERIFY(!m_watch->help().isEmpty());
}

void TestPortWatch::tellsOfAFirewall()
{
    network().firewallsOn = {Firewall::Ufw};
    begin();
    QTRY_VERIFY(m_watch->needsOpening()); // looked for on another thread
    QCOMPARE(m_watch->text(), u"Port 17273 answers, and ufw is on."_s);
    QCOMPARE(m_watch->tone(), Ui::ToneInfo);
    QCOMPARE(m_watch->firewalls(), QStringList{u"ufw"_s});
    QCOMPARE(m_watch->commands(),
             QStringList{u"sudo ufw allow from 192.168.1.0/24 to any port 17273 proto tcp\n"
                         u"sudo ufw allow from 192.168.1.0/24 to any port 18266 proto udp"_s});
}

void TestPortWatch::opensEveryFirewall()
{
    network().candidates.clear(); // the network is not known
    begin();
    QCOMPARE(m_watch->firewalls().size(), usualFirewalls().size());
    QCOMPARE(m_watch->commands().size(), usualFirewalls().size());
    for (int i = 0; i < usualFirewalls().size(); ++i)
        QCOMPARE(m_watch->commands().at(i),
                 firewallCommands(usualFirewalls().at(i), kDefaultPort, {}).join(u'\n'));
}

void TestPortWatch::looksAgain()
{
    network().reach = Found::NoAnswer;
    begin();
    QCOMPARE(m_watch->state(), PortWatch::Swallowed);
    network().reach = Found::Reachable; // the firewall was opened
    QSignalSpy changed(m_watch.get(), &PortWatch::stateChanged);
    m_clock.advance(PortWatch::kRefresh + 5ms);
    QCOMPARE(m_watch->state(), PortWatch::Open);
    QCOMPARE(changed.size(), 1); // without a flicker in between
    QCOMPARE(network().tried, 2);
}

void TestPortWatch::survivesTheServer()
{
    begin();
    m_server.reset();
    QCOMPARE(m_watch->state(), PortWatch::Unknown);
    QVERIFY(m_watch->commands().isEmpty());
    m_clock.advance(1min);
}

QTEST_MAIN(TestPortWatch)
#include "tst_port_watch.moc"
