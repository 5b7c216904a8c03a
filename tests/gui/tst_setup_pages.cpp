// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/port_watch.h"
#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The welcome page and the page that explains how an outlet gets here.
class TestSetupPages : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

private Q_SLOTS:
    void init() { w = std::make_unique<PageWindow>(); }
    void cleanup()
    {
        w->end();
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void welcomeLeadsToAdding()
    {
        QVERIFY(w->load(u"WelcomePage"_s));
        QVERIFY(w->desktop.app.welcome());
        QTRY_VERIFY(w->shows(u"The server is running and listening for outlets"_s));
        QSignalSpy asked(w->page(), SIGNAL(addRequested()));
        w->key(Qt::Key_Return); // the first thing has the focus
        QCOMPARE(asked.size(), 1);
        QVERIFY(!w->desktop.app.welcome());
    }

    void welcomeTriesWithSimulatedOutlets()
    {
        QVERIFY(w->load(u"WelcomePage"_s));
        QVERIFY(w->clickOn(u"Try with simulated outlets"_s));
        QVERIFY(w->desktop.app.simulatedActive());
        QVERIFY(!w->desktop.app.welcome());
    }

    /// The checkbox takes effect only when a button is pressed, and then as it stands.
    void welcomeStartsWithTheSessionOnlyIfAsked()
    {
        QSignalSpy wished(&w->desktop.app, &App::startWithSessionWished);
        QVERIFY(w->load(u"WelcomePage"_s));
        QQuickItem *box = w->find(u"Start Outlet when I log in"_s);
        QVERIFY(box->property("checked").toBool());
        w->click(box);
        QCOMPARE(wished.size(), 0);
        QVERIFY(w->clickOn(u"Skip"_s));
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished.at(0).at(0).toBool(), false);
    }

    void welcomeTellsThatTheServerIsStopped()
    {
        w->desktop.engine.setListenError(
            {ListenError::Kind::PortInUse, QHostAddress::Any, kDefaultPort, {}}, {}, 8);
        QVERIFY(w->load(u"WelcomePage"_s));
        QTRY_VERIFY(w->shows(u"Port 17273 is in use by another program."_s));
        QSignalSpy asked(w->page(), SIGNAL(serverRequested()));
        QVERIFY(w->clickOn(u"Details"_s));
        QCOMPARE(asked.size(), 1);
    }

    void addingNamesTheAddressAndTheHosts()
    {
        QVERIFY(w->load(u"AddOutletPage"_s));
        const QString address = w->desktop.server.primaryAddress();
        QVERIFY(!address.isEmpty());
        QTRY_VERIFY(w->shows(u"server2.vesync.com"_s));
        QTRY_VERIFY(w->shows(u"server22.vesync.com"_s));
        for (const QVariant &kind : w->desktop.server.snippetKinds()) {
            const QString label = kind.toMap().value(u"label"_s).toString();
            const QString key = kind.toMap().value(u"key"_s).toString();
            QVERIFY(w->clickOn(label));
            const QString lines = w->desktop.server.snippet(key, address);
            QVERIFY(lines.contains(address));
            QTRY_VERIFY2(w->shows(lines), qPrintable(label));
        }
    }

    void addingCopies()
    {
        QVERIFY(w->load(u"AddOutletPage"_s));
        QVERIFY(w->clickOn(u"Copy server22.vesync.com"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"server22.vesync.com"_s);
        w->click(w->findAll(u"Copy"_s).constLast());
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 w->desktop.server.snippet(u"dnsmasq"_s, w->desktop.server.primaryAddress()));
    }

    void addingShowsWhatComes()
    {
        OutletRegistry &registry = w->desktop.engine.registry();
        registry.ignore(w->outlet(u"Outlet with ID ending in 4f2a"_s));
        QVERIFY(w->load(u"AddOutletPage"_s));
        QTRY_VERIFY(w->shows(u"Waiting for an outlet"_s));
        QVERIFY(!w->find(u"Allow"_s));

        Outlet *fresh = registry.findOrAdd(u"00000000-0000-4000-8000-00000000beef"_s);
        QVERIFY(fresh);
        QTRY_VERIFY(w->shows(u"Outlet with ID ending in beef"_s));
        QTRY_VERIFY(!w->shows(u"Waiting for an outlet"_s));
        QSignalSpy allowed(w->page(), SIGNAL(allowRequested(outlet::OutletFace *)));
        QVERIFY(w->clickOn(u"Allow"_s));
        QCOMPARE(allowed.size(), 1);
        QVERIFY(w->clickOn(u"Ignore"_s));
        QTRY_VERIFY(w->shows(u"Waiting for an outlet"_s));
    }

    /// The names are asked about while the page is open, and what is found is told and followed.
    void addingChecksTheNames()
    {
        SampleNetwork &network = w->desktop.engine.sampleNetwork;
        network.answers = {{QString(), {u"192.168.1.24"_s}},
                           {u"192.168.1.1"_s, {u"203.0.113.30"_s}}};
        QVERIFY(w->load(u"AddOutletPage"_s));
        QTRY_VERIFY(w->shows(u"As the router 192.168.1.1 answers"_s));
        QVERIFY(w->shows(u"Points elsewhere, 203.0.113.30"_s));
        QVERIFY(w->shows(u"As this computer sees it"_s));
        QVERIFY(w->shows(u"Points here, 192.168.1.24"_s));
        QVERIFY(w->shows(u"outlets would call another computer"_s));
        QVERIFY(w->find(u"server22.vesync.com: Points here, 192.168.1.24"_s));

        network.answers[u"192.168.1.1"_s] = {u"192.168.1.24"_s};
        QSignalSpy heard(&w->desktop.app, &App::announce);
        w->clock.advance(DnsCheck::kRefresh);
        QTRY_VERIFY(!w->shows(u"Points elsewhere"_s));
        QVERIFY(w->shows(u"Both names lead here."_s));
        QCOMPARE(heard.size(), 1);
        network.answers.clear();
        QVERIFY(w->clickOn(u"Check again"_s));
        QTRY_VERIFY(w->shows(u"No answer, nobody there answers"_s));

        w->end();
        const int asked = network.asked;
        w->clock.advance(5 * DnsCheck::kRefresh);
        QCOMPARE(network.asked, asked);
    }

    void addingAsksNobodyBehindAClosedWindow()
    {
        SampleNetwork &network = w->desktop.engine.sampleNetwork;
        QVERIFY(w->load(u"AddOutletPage"_s));
        QVERIFY(network.asked > 0);
        w->window()->hide();
        const int asked = network.asked;
        const int tried = network.tried;
        w->clock.advance(5 * DnsCheck::kRefresh);
        QCOMPARE(network.asked, asked);
        QCOMPARE(network.tried, tried);
        w->window()->show();
        QTRY_VERIFY(network.asked > asked);
    }

    void addingTriesItsOwnPort()
    {
        w->window()->resize(1280, 1400);
        w->desktop.engine.sampleNetwork.reach = ReachabilityCheck::Result::NoAnswer;
        QVERIFY(w->load(u"AddOutletPage"_s));
        QTRY_VERIFY(w->shows(u"Trying port 17273…"_s));
        w->clock.advance(std::chrono::milliseconds(5));
        QTRY_VERIFY(w->shows(u"Port 17273 does not answer at 192.168.1.24."_s));
        const QString commands =
            firewallCommands(usualFirewalls().constFirst(), 17273, u"192.168.1.0/24"_s).join(u'\n');
        QTRY_VERIFY(w->shows(commands));
        if (usualFirewalls().size() > 1) {
            QVERIFY(w->clickOn(firewallName(usualFirewalls().at(1))));
            QTRY_VERIFY(!w->shows(commands));
            QTRY_VERIFY(w->shows(
                firewallCommands(usualFirewalls().at(1), 17273, u"192.168.1.0/24"_s).join(u'\n')));
        }
        w->desktop.engine.sampleNetwork.reach = ReachabilityCheck::Result::Reachable;
        w->clock.advance(PortWatch::kRefresh + std::chrono::milliseconds(5));
        QTRY_VERIFY(w->shows(u"Port 17273 answers at 192.168.1.24."_s));
        QVERIFY(!w->find(u"Commands that open the firewall"_s));
        QVERIFY(w->clickOn(u"How to open a firewall"_s));
        QTRY_VERIFY(w->find(u"Commands that open the firewall"_s));

        w->desktop.engine.sampleNetwork.reach = ReachabilityCheck::Result::Refused;
        w->clock.advance(PortWatch::kRefresh + std::chrono::milliseconds(5));
        QSignalSpy asked(w->page(), SIGNAL(serverRequested()));
        QVERIFY(w->clickOn(u"Server settings"_s));
        QCOMPARE(asked.size(), 1);
    }

    /// Home says that this computer's address is another one, until that was seen or is over.
    void homeTellsOfAnotherAddress()
    {
        const QString text = u"Outlets were set up for 192.168.1.20, this computer is now "
                             "192.168.1.37. Give this computer its old address again."_s;
        QVERIFY(w->load(u"HomePage"_s));
        QVERIFY(!w->find(u"Dismiss"_s));
        w->desktop.engine.setChangedAddress(text);
        QTRY_VERIFY(w->shows(text));
        QSignalSpy asked(w->page(), SIGNAL(addRequested()));
        QVERIFY(w->clickOn(u"Set up anew"_s));
        QCOMPARE(asked.size(), 1);
        w->window()->resize(420, 800);
        QTRY_VERIFY(w->find(u"Set up anew"_s)); // below the words there
        QVERIFY(w->clickOn(u"Dismiss"_s));
        QTRY_VERIFY(!w->shows(text));
        w->desktop.engine.setChangedAddress(text);
        QVERIFY(w->drawn());
        QVERIFY(!w->shows(text));
        w->desktop.engine.setChangedAddress(text + u" Again."_s);
        QTRY_VERIFY(w->shows(text + u" Again."_s));
    }

    void addingTellsWhatKeepsOutletsAway()
    {
        w->window()->resize(1280, 1400);
        QVERIFY(w->load(u"AddOutletPage"_s));
        QTRY_VERIFY(!w->shows(u"The server uses port"_s));
        w->desktop.server.setPort(5000);
        w->desktop.engine.setListening(5000);
        QTRY_VERIFY(w->shows(u"The server uses port 5000."_s));
        w->desktop.engine.setListenError(
            {ListenError::Kind::PortInUse, QHostAddress::Any, 5000, {}}, {}, 8);
        QTRY_VERIFY(w->find(u"Try again"_s));
    }
};

QTEST_MAIN(TestSetupPages)
#include "tst_setup_pages.moc"
