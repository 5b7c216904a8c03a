// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "desktop/dns_watch.h"
#include "sample_engine.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// Where outlets are led, as the page tells it; the network is a sample.
class TestDnsWatch : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<SampleEngine> m_engine;
    std::unique_ptr<ServerFace> m_server;

    static QString state(const DnsWatch &watch, int row)
    {
        return watch.data(watch.index(row), DnsWatch::StateRole).toString();
    }
    static QString resolver(const DnsWatch &watch, int row)
    {
        return watch.data(watch.index(row), DnsWatch::ResolverRole).toString();
    }
    QHash<QString, QStringList> &answers() { return m_engine->sampleNetwork.answers; }

private Q_SLOTS:
    void init();
    void cleanup();
    void asksNobodyUnlessActive();
    void leadsHere();
    void routerDecides();
    void verdicts_data();
    void verdicts();
    void brief();
    void looksAgain();
    void followsTheServer();
    void survivesTheServer();
};

void TestDnsWatch::init()
{
    m_engine = std::make_unique<SampleEngine>(m_clock);
    m_engine->setListening(kDefaultPort);
    m_server = std::make_unique<ServerFace>(*m_engine);
}

void TestDnsWatch::cleanup()
{
    m_server.reset();
    m_engine.reset();
}

void TestDnsWatch::asksNobodyUnlessActive()
{
    DnsWatch watch;
    watch.setActive(true);
    watch.refresh(); // no server yet
    QCOMPARE(watch.rowCount(), 0);
    watch.setActive(false);
    watch.setServer(m_server.get());
    QCOMPARE(watch.rowCount(), 4);
    m_clock.advance(10 * DnsCheck::kRefresh);
    QCOMPARE(m_engine->sampleNetwork.asked, 0);
    QVERIFY(!watch.isKnown());
    QCOMPARE(state(watch, 0), u"Checking…"_s);
    QCOMPARE(watch.verdict(), u"Checking both names…"_s);
    watch.setActive(true);
    QCOMPARE(m_engine->sampleNetwork.asked, 4);
    watch.setActive(false);
    m_clock.advance(10 * DnsCheck::kRefresh);
    QCOMPARE(m_engine->sampleNetwork.asked, 4);
}

void TestDnsWatch::leadsHere()
{
    answers() = {{QString(), {u"192.168.1.24"_s}}, {u"192.168.1.1"_s, {u"10.0.0.5"_s}}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    QCOMPARE(watch.data(watch.index(0), DnsWatch::NameRole).toString(), u"server2.vesync.com"_s);
    QCOMPARE(watch.data(watch.index(1), DnsWatch::NameRole).toString(), u"server22.vesync.com"_s);
    QCOMPARE(resolver(watch, 0), u"As the router 192.168.1.1 answers"_s);
    QCOMPARE(resolver(watch, 1), QString());
    QCOMPARE(resolver(watch, 2), u"As this computer sees it"_s);
    QCOMPARE(state(watch, 0), u"Points here, 10.0.0.5"_s); // any address of this computer
    QCOMPARE(state(watch, 3), u"Points here, 192.168.1.24"_s);
    QCOMPARE(watch.data(watch.index(0), DnsWatch::IconRole).toString(), u"check"_s);
    QCOMPARE(watch.verdictTone(), Ui::ToneAccent);
    QVERIFY(watch.isKnown());
    QCOMPARE(watch.note(), u"Asked again every 10 s while this page is open."_s);
}

void TestDnsWatch::routerDecides()
{
    answers() = {{QString(), {u"192.168.1.24"_s}}, {u"192.168.1.1"_s, {u"203.0.113.30"_s}}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    QCOMPARE(watch.verdictTone(), Ui::ToneWarn);
    QVERIFY(watch.note().startsWith(u"This computer asks another DNS server than the router."));
    // A router that answers nobody decides nothing.
    answers().remove(u"192.168.1.1"_s);
    watch.refresh();
    QCOMPARE(watch.verdictTone(), Ui::ToneAccent);
    QCOMPARE(state(watch, 0), u"No answer, nobody there answers"_s);
    QVERIFY(watch.note().startsWith(u"The router itself answers no such questions."));
}

void TestDnsWatch::verdicts_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<QString>("state");
    QTest::addColumn<Ui::Tone>("tone");
    QTest::newRow("elsewhere") << QStringList{u"203.0.113.30"_s}
                               << u"Points elsewhere, 203.0.113.30"_s << Ui::ToneWarn;
    QTest::newRow("here and elsewhere")
        << QStringList{u"192.168.1.24"_s, u"203.0.113.30"_s}
        << u"Points elsewhere, 192.168.1.24, 203.0.113.30"_s << Ui::ToneWarn;
    QTest::newRow("no address") << QStringList() << u"No answer, the name has no address there"_s
                                << Ui::ToneNeutral;
    QTest::newRow("here") << QStringList{u"192.168.1.24"_s} << u"Points here, 192.168.1.24"_s
                          << Ui::ToneAccent;
}

void TestDnsWatch::verdicts()
{
    QFETCH(QStringList, addresses);
    QFETCH(QString, state);
    QFETCH(Ui::Tone, tone);
    m_engine->sampleNetwork.resolvers = {QHostAddress()}; // no router is known
    answers() = {{QString(), addresses}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    QCOMPARE(watch.rowCount(), 2);
    QCOMPARE(TestDnsWatch::state(watch, 0), state);
    QCOMPARE(watch.verdictTone(), tone);
    QVERIFY(watch.note().startsWith(u"The router’s address is not known."));
}

/// Where room is short: what is alike is one row, what differs is not.
void TestDnsWatch::brief()
{
    answers() = {{QString(), {u"192.168.1.24"_s}}, {u"192.168.1.1"_s, {u"203.0.113.30"_s}}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    const QString whole = watch.note();
    QSignalSpy reset(&watch, &QAbstractItemModel::modelReset);
    watch.setBrief(true);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(watch.rowCount(), 2);
    QCOMPARE(watch.data(watch.index(0), DnsWatch::NameRole).toString(),
             u"server2, server22.vesync.com"_s);
    QCOMPARE(state(watch, 0), u"Points elsewhere, 203.0.113.30"_s);
    QVERIFY(resolver(watch, 0).contains(u"192.168.1.1"_s));
    QVERIFY(!resolver(watch, 1).isEmpty());
    QVERIFY(!watch.note().isEmpty() && whole.startsWith(watch.note()));
    QVERIFY(whole.size() > watch.note().size());
    watch.setBrief(false);
    QCOMPARE(watch.rowCount(), 4);
}

void TestDnsWatch::looksAgain()
{
    answers() = {{QString(), {u"203.0.113.30"_s}}, {u"192.168.1.1"_s, {u"203.0.113.30"_s}}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    QSignalSpy told(&watch, &DnsWatch::dataChanged);
    QSignalSpy busy(&watch, &DnsWatch::busyChanged);
    answers()[u"192.168.1.1"_s] = {u"192.168.1.24"_s};
    m_clock.advance(DnsCheck::kRefresh);
    QVERIFY(!told.isEmpty());
    QCOMPARE(watch.verdictTone(), Ui::ToneAccent);
    QCOMPARE(busy.size(), 0); // nobody asked for it
    watch.refresh();
    QCOMPARE(busy.size(), 2);
    QVERIFY(!watch.isBusy());
}

void TestDnsWatch::followsTheServer()
{
    answers() = {{QString(), {u"192.168.7.7"_s}}, {u"192.168.1.1"_s, {u"192.168.7.7"_s}}};
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    QCOMPARE(watch.verdictTone(), Ui::ToneWarn);
    m_engine->setAddresses({u"192.168.7.7"_s});
    QCOMPARE(watch.verdictTone(), Ui::ToneAccent);
    QCOMPARE(m_engine->sampleNetwork.asked, 4); // without asking anew
}

void TestDnsWatch::survivesTheServer()
{
    DnsWatch watch;
    watch.setServer(m_server.get());
    watch.setActive(true);
    m_server.reset();
    QCOMPARE(watch.rowCount(), 0);
    m_clock.advance(DnsCheck::kRefresh);
    watch.refresh();
    QCOMPARE(watch.verdict(), u"Checking both names…"_s);
}

QTEST_MAIN(TestDnsWatch)
#include "tst_dns_watch.moc"
