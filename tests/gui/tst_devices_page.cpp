// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The Devices page, used as people use it: by pointer, by keys, and by what a screen reader reads.
class TestDevicesPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

    /// The ids that are ticked, by the page's own account: rows that say they are selected.
    QStringList selected() const
    {
        QStringList names;
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::CheckBox && each->state().checked)
                names += each->text(QAccessible::Name);
        }
        return names;
    }
    QQuickItem *box(const QString &name) const { return w->find(u"Select "_s + name); }
    QStringList order() const
    {
        QStringList names;
        for (const Outlet *outlet : w->desktop.engine.registry().outlets()) {
            if (outlet->isKnown())
                names += outlet->displayName();
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        w = std::make_unique<PageWindow>();
        QVERIFY(w->load(u"DevicesPage"_s));
    }
    void cleanup()
    {
        w->end();
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void showsNewKnownAndIgnored()
    {
        QTRY_VERIFY(w->shows(u"Outlet with ID ending in 4f2a"_s));
        QTRY_VERIFY(w->shows(u"Freezer"_s));
        QTRY_VERIFY(w->shows(u"Hall lamp"_s));
        QTRY_VERIFY(w->shows(u"Outlet with ID ending in 91c0"_s));
        QTRY_VERIFY(w->shows(u"192.168.1.51"_s));
        QTRY_VERIFY(w->shows(u"Choose model"_s)); // the lamp has none
    }

    void ticksByPointer()
    {
        QTRY_COMPARE(selected(), QStringList());
        QVERIFY(!w->find(u"Set room"_s));
        QVERIFY(w->clickOn(u"Select "_s + u"Office desk"_s));
        QTRY_COMPARE(selected(), QStringList({u"Select Office desk"_s}));
        QTRY_VERIFY(w->shows(u"1 selected"_s));
        QVERIFY(w->clickOn(u"Select "_s + u"Aquarium"_s, QAccessible::NoRole, Qt::ShiftModifier));
        QTRY_COMPARE(selected().size(), 4);
        QVERIFY(w->clickOn(u"Select "_s + u"Aquarium"_s));
        QTRY_COMPARE(selected().size(), 3);
        QVERIFY(w->clickOn(u"Clear"_s));
        QTRY_COMPARE(selected(), QStringList());
    }

    void ticksByKeys()
    {
        w->key(Qt::Key_Down);
        w->key(Qt::Key_Space);
        QTRY_COMPARE(selected(), QStringList({u"Select Office desk"_s}));
        w->key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(selected(), QStringList({u"Select Office desk"_s, u"Select TV & console"_s}));
        w->key(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(selected().size(), 9); // the rows and the box in the header
        w->key(Qt::Key_Escape);
        QTRY_COMPARE(selected(), QStringList());
    }

    void opensEditsAndMovesByKeys()
    {
        QSignalSpy opened(w->page(), SIGNAL(openOutletRequested(QString)));
        QSignalSpy edited(w->page(), SIGNAL(editRequested(outlet::OutletFace *)));
        w->key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), w->face(u"Freezer"_s)->outletId());
        w->key(Qt::Key_F2);
        QCOMPARE(edited.size(), 1);
        w->key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order().mid(0, 2), QStringList({u"Office desk"_s, u"Freezer"_s}));
        w->key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(order().mid(0, 2), QStringList({u"Freezer"_s, u"Office desk"_s}));
    }

    void movesOnlyInTheUsersOwnOrder()
    {
        const QStringList before = order();
        QVERIFY(w->clickOn(u"Sort by My order"_s));
        QVERIFY(w->clickMenu(u"Room"_s));
        QTRY_VERIFY(w->find(u"Sort by Room"_s));
        w->page()->forceActiveFocus();
        w->key(Qt::Key_Home);
        w->key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(), before);
    }

    void dragsARowByItsGrip()
    {
        QQuickItem *first = box(u"Freezer"_s);
        QQuickItem *third = box(u"TV & console"_s);
        const QPoint from = first->mapToScene({-16, first->height() / 2}).toPoint();
        const QPoint to = third->mapToScene({-16, third->height() - 2}).toPoint();
        QTest::mousePress(w->window(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 8; ++step)
            QTest::mouseMove(w->window(), from + (to - from) * step / 8);
        QTest::mouseRelease(w->window(), Qt::LeftButton, {}, to);
        QCOMPARE(order().mid(0, 3),
                 QStringList({u"Office desk"_s, u"TV & console"_s, u"Freezer"_s}));
    }

    void searches()
    {
        QMetaObject::invokeMethod(w->page(), "focusSearch");
        w->type(u"kitchen"_s);
        QTRY_VERIFY(!w->shows(u"Office desk"_s));
        QTRY_VERIFY(w->shows(u"Freezer"_s));
        QTRY_VERIFY(w->shows(u"Coffee maker"_s));
        w->type(u"xyz"_s);
        QTRY_VERIFY(w->shows(u"No outlet matches “kitchenxyz”"_s));
        QVERIFY(w->clickOn(u"Clear search"_s));
        QTRY_VERIFY(w->shows(u"Office desk"_s));
    }

    /// What cannot be seen must not be acted upon.
    void searchingUnticksWhatItHides()
    {
        QVERIFY(w->clickOn(u"Select "_s + u"Office desk"_s));
        QVERIFY(w->clickOn(u"Select "_s + u"Freezer"_s));
        QMetaObject::invokeMethod(w->page(), "focusSearch");
        w->type(u"kitchen"_s);
        QTRY_COMPARE(selected(), QStringList({u"Select Freezer"_s}));
    }

    void asksToTurnOffWhatIsTicked()
    {
        QSignalSpy asked(w->page(), SIGNAL(turnOffRequested(QVariant)));
        QVERIFY(w->clickOn(u"Select "_s + u"Freezer"_s));
        QVERIFY(w->clickOn(u"Turn off"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toStringList(),
                 QStringList({w->face(u"Freezer"_s)->outletId()}));
    }

    void removesAfterAsking()
    {
        QVERIFY(w->clickOn(u"Select "_s + u"Freezer"_s));
        QVERIFY(w->clickOn(u"Remove"_s, QAccessible::Button));
        QTRY_VERIFY(w->find(u"Remove Freezer?"_s));
        QTRY_VERIFY(w->find(u"Cancel"_s)->hasActiveFocus());
        w->key(Qt::Key_Escape);
        QTRY_VERIFY(!w->find(u"Remove Freezer?"_s));
        QVERIFY(order().contains(u"Freezer"_s));

        QVERIFY(w->clickOn(u"Remove"_s, QAccessible::Button));
        QTRY_VERIFY(w->find(u"Remove Freezer?"_s));
        w->click(w->findAll(u"Remove"_s).constLast());
        QTRY_VERIFY(!order().contains(u"Freezer"_s));
        QTRY_VERIFY(!w->shows(u"Freezer"_s));
        QTRY_COMPARE(selected(), QStringList());
    }

    void setsTheRoomOfSeveral()
    {
        QVERIFY(w->clickOn(u"Select "_s + u"Freezer"_s));
        QVERIFY(w->clickOn(u"Select "_s + u"Office desk"_s));
        QVERIFY(w->clickOn(u"Set room"_s));
        QTRY_VERIFY(w->find(u"Room"_s) && w->find(u"Room"_s)->hasActiveFocus());
        w->type(u"Cellar"_s);
        w->key(Qt::Key_Return);
        QTRY_COMPARE(w->outlet(u"Freezer"_s)->record().room, u"Cellar"_s);
        QCOMPARE(w->outlet(u"Office desk"_s)->record().room, u"Cellar"_s);
        QCOMPARE(w->outlet(u"Aquarium"_s)->record().room, u"Living room"_s);
    }

    void actsFromTheRowsMenu()
    {
        w->page()->forceActiveFocus();
        w->key(Qt::Key_Home);
        w->key(Qt::Key_Menu);
        QVERIFY(w->clickMenu(u"Turn off"_s));
        QTRY_COMPARE(w->outlet(u"Freezer"_s)->relay(), std::optional<bool>(false));
    }

    void decidesOnNewAndIgnored()
    {
        QSignalSpy allowed(w->page(), SIGNAL(allowRequested(outlet::OutletFace *)));
        QVERIFY(w->clickOn(u"Allow"_s));
        QCOMPARE(allowed.size(), 1);
        QVERIFY(w->clickOn(u"Ignore"_s));
        QTRY_VERIFY(!w->find(u"Allow"_s));
        QCOMPARE(w->findAll(u"Stop ignoring"_s).size(), 2);
        w->click(w->findAll(u"Stop ignoring"_s).constFirst());
        QTRY_VERIFY(w->find(u"Allow"_s));
    }

    void dropsColumnsAsTheWindowNarrows()
    {
        QVERIFY(w->find(u"Address"_s) || w->shows(u"Address"_s));
        w->window()->resize(960, 800);
        QTRY_VERIFY(!w->shows(u"192.168.1.51"_s));
        QTRY_VERIFY(w->shows(u"−52 dBm"_s));
        w->window()->resize(700, 800);
        QTRY_VERIFY(!w->shows(u"−52 dBm"_s));
        QTRY_VERIFY(w->shows(u"Online"_s));
        w->window()->resize(420, 800);
        QTRY_VERIFY(w->shows(u"Kitchen · "_s));
        QTRY_VERIFY(w->shows(u"Freezer"_s));
    }

    void keepsTheTablesHeaderInView()
    {
        w->window()->resize(1280, 300);
        QTRY_COMPARE(w->page()->height(), 300.0);
        QQuickItem *all = w->find(u"Select all outlets"_s);
        QVERIFY(all);
        w->page()->forceActiveFocus();
        w->key(Qt::Key_End);
        QTRY_VERIFY(box(u"Hall lamp"_s));
        QVERIFY(!box(u"Freezer"_s));
        QTRY_COMPARE(w->find(u"Select all outlets"_s), all);
        QVERIFY(all->mapToScene({}).y() > -10 && all->mapToScene({}).y() < 10);
    }
};

QTEST_MAIN(TestDevicesPage)
#include "tst_devices_page.moc"
