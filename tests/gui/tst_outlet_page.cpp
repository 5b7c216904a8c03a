// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/charts/live_series.h"
#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One outlet's page.
class TestOutletPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

    bool open(const QString &name)
    {
        return w->load(u"OutletPage"_s, {{u"face"_s, QVariant::fromValue(w->face(name))}});
    }

public Q_SLOTS:
    void leave() { w->unload(); }

private Q_SLOTS:
    void init() { w = std::make_unique<PageWindow>(); }
    void cleanup()
    {
        w->end();
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void observesOnlyWhileItIsShown()
    {
        Outlet *desk = w->outlet(u"Office desk"_s);
        QVERIFY(!desk->isObserved());
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(desk->isObserved());
        w->page()->setVisible(false);
        QVERIFY(!desk->isObserved());
        w->page()->setVisible(true);
        QVERIFY(desk->isObserved());
        w->unload();
        QTRY_VERIFY(!desk->isObserved());
    }

    void tellsWhatTheOutletMeasures()
    {
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(w->find(u"118 W"_s));
        QVERIFY(w->find(u"Voltage: 121.3 V"_s));
        QVERIFY(w->find(u"Firmware: 1.89, Plain"_s));
        QVERIFY(w->find(u"ID: "_s + w->face(u"Office desk"_s)->outletId()));
    }

    void switches()
    {
        QVERIFY(open(u"Freezer"_s));
        QQuickItem *toggle = nullptr;
        for (QQuickItem *each : w->findAll(u"Freezer"_s)) {
            if (each->property("switchState").isValid())
                toggle = each;
        }
        QVERIFY(toggle);
        w->click(toggle);
        QTRY_COMPARE(w->outlet(u"Freezer"_s)->relay(), std::optional<bool>(false));
        toggle->forceActiveFocus();
        w->key(Qt::Key_Space);
        QTRY_COMPARE(w->outlet(u"Freezer"_s)->relay(), std::optional<bool>(true));
    }

    void countsDown()
    {
        QVERIFY(open(u"Freezer"_s));
        QVERIFY(w->clickOn(u"Countdown"_s));
        QVERIFY(w->clickMenu(u"Off in 30 min"_s));
        const auto &countdown = w->outlet(u"Freezer"_s)->record().countdown;
        QTRY_VERIFY(countdown.has_value());
        QVERIFY(!countdown->turnOn);
        QCOMPARE(countdown->dueUtcMs - w->clock.utcMs(), 30 * 60'000);
        QTRY_VERIFY(w->find(u"Cancel countdown"_s));
        QVERIFY(w->clickOn(u"Cancel countdown"_s));
        QTRY_VERIFY(!w->outlet(u"Freezer"_s)->record().countdown.has_value());
    }

    void countsDownAnyMinutes()
    {
        QVERIFY(open(u"Freezer"_s));
        QVERIFY(w->clickOn(u"Countdown"_s));
        QVERIFY(w->clickMenu(u"Other…"_s));
        QTRY_VERIFY(w->find(u"Minutes"_s) && w->find(u"Minutes"_s)->hasActiveFocus());
        QVERIFY(!w->find(u"Start"_s)->isEnabled());
        w->type(u"1441"_s);
        QTRY_VERIFY(w->find(u"Enter minutes from 1 to 1440."_s));
        w->key(Qt::Key_Return);
        QVERIFY(!w->outlet(u"Freezer"_s)->record().countdown.has_value());
        w->key(Qt::Key_Backspace);
        QTRY_VERIFY(w->find(u"Start"_s)->isEnabled());
        w->key(Qt::Key_Return);
        const auto &countdown = w->outlet(u"Freezer"_s)->record().countdown;
        QTRY_VERIFY(countdown.has_value());
        QCOMPARE(countdown->dueUtcMs - w->clock.utcMs(), 144 * 60'000);
    }

    void readsTheChartByKeysAndAsATable()
    {
        for (int tick = 1; tick <= 30; ++tick) {
            w->clock.advance(5s);
            w->desktop.engine.measure(tick);
        }
        w->desktop.preferences.setChartRange(u"live"_s);
        QVERIFY(open(u"Freezer"_s));
        QAccessibleInterface *plot = nullptr;
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::Chart &&
                each->text(QAccessible::Name).startsWith(u"Power, "_s))
                plot = each;
        }
        QVERIFY(plot);
        auto *item = qobject_cast<QQuickItem *>(plot->object());
        QVERIFY2(plot->text(QAccessible::Name).contains(u"watts"_s),
                 qPrintable(plot->text(QAccessible::Name)));
        item->forceActiveFocus(Qt::TabFocusReason);
        QVERIFY(plot->text(QAccessible::Description).isEmpty());
        w->key(Qt::Key_Left);
        const QString newest = plot->text(QAccessible::Description);
        QVERIFY2(newest.contains(u"W"_s), qPrintable(newest));
        w->key(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(plot->text(QAccessible::Description) != newest);
        w->key(Qt::Key_Escape);
        QVERIFY(plot->text(QAccessible::Description).isEmpty());

        w->key(Qt::Key_T);
        QQuickItem *table = nullptr;
        QTRY_VERIFY(table = w->find(u"Power, Freezer, Last 5 minutes"_s, QAccessible::Table));
        QVERIFY(table->hasActiveFocus());
        const auto rows = [this] {
            int count = 0;
            for (QAccessibleInterface *each : w->reachable())
                count += each->role() == QAccessible::Row;
            return count;
        };
        QTRY_VERIFY2(rows() >= 5, qPrintable(QString::number(rows())));
        w->key(Qt::Key_T);
        QVERIFY(!w->find(u"Power, Freezer, Last 5 minutes"_s, QAccessible::Table));
        QVERIFY(item->hasActiveFocus());
    }

    void saysThatThereAreNoReadings()
    {
        Outlet *lamp = w->outlet(u"Hall lamp"_s);
        w->face(u"Hall lamp"_s)->live()->clear();
        w->desktop.preferences.setChartRange(u"live"_s);
        w->desktop.energy.setFirstUtcMs(w->clock.utcMs());
        QVERIFY(open(u"Hall lamp"_s));
        QVERIFY(!lamp->reading());
        QTRY_VERIFY(w->shows(u"No readings yet"_s));
        QTRY_VERIFY(w->shows(u"Offline. Last seen"_s));
        QVERIFY(w->find(u"Voltage: –"_s));
        QVERIFY(!w->find(u"0 W"_s));
    }

    void offersToRetryWhatFailed()
    {
        QVERIFY(open(u"Coffee maker"_s)); // asked to turn off, did not
        QTRY_VERIFY(w->shows(u"Didn’t turn off"_s));
        QVERIFY(w->clickOn(u"Retry"_s));
        QTRY_COMPARE(w->outlet(u"Coffee maker"_s)->relay(), std::optional<bool>(false));
        QTRY_VERIFY(!w->shows(u"Didn’t turn off"_s));
    }

    void offersToAllowANewOutlet()
    {
        QVERIFY(open(u"Outlet with ID ending in 4f2a"_s));
        QVERIFY(!w->find(u"Countdown"_s));
        QSignalSpy allowed(w->page(), SIGNAL(allowRequested(outlet::OutletFace *)));
        QVERIFY(w->clickOn(u"Allow"_s));
        QCOMPARE(allowed.size(), 1);
    }

    void goesBackAndEdits()
    {
        QVERIFY(open(u"Freezer"_s));
        QSignalSpy back(w->page(), SIGNAL(backRequested()));
        QSignalSpy edited(w->page(), SIGNAL(editRequested(outlet::OutletFace *)));
        QVERIFY(w->clickOn(u"Back"_s));
        QVERIFY(w->clickOn(u"Edit"_s));
        w->key(Qt::Key_F2);
        QCOMPARE(back.size(), 1);
        QCOMPARE(edited.size(), 2);
    }

    /// An outlet that is removed while its page is open must not leave a page of errors.
    void leavesWhenItsOutletIsRemoved()
    {
        QVERIFY(open(u"Freezer"_s));
        QSignalSpy back(w->page(), SIGNAL(backRequested()));
        const QString id = w->face(u"Freezer"_s)->outletId();
        connect(w->page(), SIGNAL(backRequested()), this, SLOT(leave()));
        w->desktop.app.forgetAll({id});
        w->clock.advance(1s);
        QCOMPARE(back.size(), 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        QVERIFY(!w->face(u"Freezer"_s));
    }
};

QTEST_MAIN(TestOutletPage)
#include "tst_outlet_page.moc"
