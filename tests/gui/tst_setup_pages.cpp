// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

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

    void addingTellsWhatKeepsOutletsAway()
    {
        QVERIFY(w->load(u"AddOutletPage"_s));
        QTRY_VERIFY(w->shows(u"A firewall blocks port 17273."_s));
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
