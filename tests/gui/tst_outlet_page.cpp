// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/charts/live_series.h"
#include "support/page_rules.h"
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

    /// The plot of the power curve, as a screen reader finds it.
    QAccessibleInterface *powerPlot()
    {
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::Chart &&
                each->text(QAccessible::Name).startsWith(u"Power, "_s))
                return each;
        }
        return nullptr;
    }
    /// Puts the focus on that plot, as Tab does.
    QAccessibleInterface *focusPlot()
    {
        QAccessibleInterface *plot = powerPlot();
        if (plot)
            qobject_cast<QQuickItem *>(plot->object())->forceActiveFocus(Qt::TabFocusReason);
        return plot;
    }

public Q_SLOTS:
    void leave() { w->unload(); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
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
        QAccessibleInterface *plot = powerPlot();
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

    void showsTheDayWithItsFigures()
    {
        w->clock.advance(10h + 42min); // 5:42 PM in New York
        QVERIFY(open(u"Office desk"_s));
        QTRY_VERIFY(w->find(u"Today, Nov 18"_s));
        QVERIFY(powerPlot());
        const QString name = powerPlot()->text(QAccessible::Name);
        QVERIFY2(name.startsWith(u"Power, Office desk, today, average "_s) &&
                     name.endsWith(u", offline 46 minutes"_s),
                 qPrintable(name));
        for (const QString &label : {u"Energy"_s, u"Cost"_s, u"Average"_s, u"Peak"_s,
                                     u"Standby share"_s, u"Energy per hour"_s, u"Switched on"_s})
            QVERIFY2(w->shows(label), qPrintable(label));
        QVERIFY(w->shows(u"45 min missing"_s) || w->shows(u"46 min missing"_s));
        QVERIFY(!w->find(u"On today: –"_s));
    }

    void goesThroughRangesByKeys()
    {
        w->clock.advance(10h);
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(focusPlot());
        w->key(Qt::Key_PageUp);
        QTRY_VERIFY(w->find(u"Yesterday, Nov 17"_s));
        w->key(Qt::Key_PageDown);
        QTRY_VERIFY(w->find(u"Today, Nov 18"_s));
        w->key(Qt::Key_PageDown); // tomorrow has not begun
        QVERIFY(w->find(u"Today, Nov 18"_s));
        // Zoomed around the crosshair, moved, and back step by step.
        w->key(Qt::Key_Home);
        w->key(Qt::Key_Plus);
        QTRY_VERIFY(w->shows(u"Nov 18, 12:0"_s) && w->shows(u" – 12:0"_s));
        w->key(Qt::Key_Right, Qt::ControlModifier);
        w->key(Qt::Key_Escape); // the crosshair
        w->key(Qt::Key_Escape); // the move
        w->key(Qt::Key_Escape); // the zoom
        QTRY_VERIFY(w->find(u"Today, Nov 18"_s));
        w->key(Qt::Key_Minus);
        QTRY_VERIFY(w->find(u"Nov 17 – Nov 18"_s));
        QVERIFY(w->clickOn(u"Zoom out (Esc)"_s));
        QTRY_VERIFY(w->find(u"Today, Nov 18"_s));
    }

    /// From the top of the page to the chart, its crosshair, its table and back, without a pointer.
    void tabLeadsToTheChartAndItsTwin()
    {
        w->clock.advance(10h);
        QVERIFY(open(u"Office desk"_s));
        const auto tabTo = [this](const QQuickItem *wanted) {
            for (int i = 0; i < 60 && !wanted->hasActiveFocus(); ++i)
                w->key(Qt::Key_Tab);
            return wanted->hasActiveFocus();
        };
        QAccessibleInterface *plot = powerPlot();
        QVERIFY(plot);
        auto *item = qobject_cast<QQuickItem *>(plot->object());
        QVERIFY(tabTo(item));
        QVERIFY(showsFocusRing(*w));
        w->key(Qt::Key_Home);
        const QString first = plot->text(QAccessible::Description);
        QVERIFY2(first.contains(u"12:00"_s), qPrintable(first));
        w->key(Qt::Key_End);
        const QString last = plot->text(QAccessible::Description);
        QVERIFY(!last.isEmpty() && last != first);
        w->key(Qt::Key_Escape);
        QVERIFY(plot->text(QAccessible::Description).isEmpty());
        w->key(Qt::Key_T);
        QTRY_VERIFY(w->find(u"Power, Office desk, Today, Nov 18"_s, QAccessible::Table));
        w->key(Qt::Key_Down); // a row, not the page
        w->key(Qt::Key_T);
        QTRY_VERIFY(item->hasActiveFocus());
        QVERIFY(showsFocusRing(*w));

        // The bars below are the next chart.
        QQuickItem *bars = nullptr;
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::Chart && each != plot && each->state().focusable)
                bars = qobject_cast<QQuickItem *>(each->object());
        }
        QVERIFY(bars);
        QVERIFY(tabTo(bars));
        QVERIFY(showsFocusRing(*w));
        QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(bars);
        w->key(Qt::Key_Home);
        const QString hour = spoken->text(QAccessible::Description);
        QVERIFY2(hour.contains(u"12:00"_s), qPrintable(hour));
        w->key(Qt::Key_Right);
        const QString next = spoken->text(QAccessible::Description);
        QVERIFY2(!next.isEmpty() && next != hour, qPrintable(next));
        w->key(Qt::Key_Escape);
        QVERIFY(spoken->text(QAccessible::Description).isEmpty());
        // A click needs no ring.
        w->click(item);
        QVERIFY(item->hasActiveFocus());
        QVERIFY(!showsFocusRing(*w));
    }

    void remembersTheRange()
    {
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(w->clickOn(u"Week"_s));
        QTRY_VERIFY(w->find(u"Nov 16 – Nov 22"_s));
        QCOMPARE(w->desktop.preferences.chartRange(), u"week"_s);
        QVERIFY(w->clickOn(u"Earlier"_s));
        QTRY_VERIFY(w->find(u"Nov 9 – Nov 15"_s));
        w->end();
        QVERIFY(open(u"Freezer"_s));
        QTRY_VERIFY(w->find(u"Nov 16 – Nov 22"_s));
    }

    void takesDaysOfOnesChoice()
    {
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(w->clickOn(u"Custom"_s));
        QTRY_VERIFY(w->find(u"Choose days"_s, QAccessible::Dialog));
        QQuickItem *first = nullptr;
        QTRY_VERIFY((first = w->find(u"From"_s)) && first->hasActiveFocus());
        w->key(Qt::Key_A, Qt::ControlModifier);
        w->type(u"Nov 3, 2025"_s);
        w->key(Qt::Key_Return); // takes the date
        w->key(Qt::Key_Return);
        QTRY_VERIFY(w->find(u"Nov 3 – Nov 18"_s));
    }

    void dragSelectsAndDoubleClickGoesBack()
    {
        w->clock.advance(10h);
        QVERIFY(open(u"Office desk"_s));
        auto *plot = qobject_cast<QQuickItem *>(powerPlot()->object());
        const auto at = [plot](double part) {
            return plot->mapToScene({plot->width() * part, plot->height() / 3}).toPoint();
        };
        QTest::mousePress(w->window(), Qt::LeftButton, {}, at(0.4));
        QTest::mouseMove(w->window(), at(0.5));
        QTest::mouseMove(w->window(), at(0.6));
        QTest::mouseRelease(w->window(), Qt::LeftButton, {}, at(0.6));
        QTRY_VERIFY(w->shows(u"Nov 18, "_s) && !w->find(u"Today, Nov 18"_s));
        QVERIFY(w->find(u"Zoom out (Esc)"_s));
        QTest::mouseDClick(w->window(), Qt::LeftButton, {}, at(0.5));
        QTRY_VERIFY(w->find(u"Today, Nov 18"_s));
        // The plain wheel is the page's; with Ctrl it zooms.
        const QPointF place = at(0.5);
        QWheelEvent wheel(place, w->window()->mapToGlobal(place), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(w->window(), &wheel);
        QTRY_VERIFY(w->find(u"Zoom out (Esc)"_s));
    }

    void loadsFailsAndTriesAgain()
    {
        w->desktop.energy.hold();
        QVERIFY(open(u"Office desk"_s));
        w->clock.advance(299ms);
        QVERIFY(!w->find(u"Loading"_s));
        w->clock.advance(1ms);
        QTRY_VERIFY(w->find(u"Loading"_s));
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::CannotRead;
        w->desktop.energy.setProblem(problem);
        w->desktop.energy.release();
        QTRY_VERIFY(w->find(problem.sentence()));
        w->desktop.energy.setProblem({});
        QVERIFY(w->clickOn(u"Retry"_s));
        QTRY_VERIFY(!w->shows(problem.sentence()) || w->findAll(u"Retry"_s).size() == 1);
        QTRY_VERIFY(powerPlot()->text(QAccessible::Name).contains(u"average"_s));
    }

    void saysWhenADayHasNoReadings()
    {
        w->desktop.energy.setFirstUtcMs(w->clock.utcMs() - 3'600'000);
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(focusPlot());
        w->key(Qt::Key_PageUp);
        QTRY_VERIFY(w->find(u"No readings for yesterday"_s));
        QVERIFY(w->shows(u"First reading: Nov 18, 6:00"_s));
    }

    void theTableFollowsTheRange()
    {
        w->clock.advance(10h);
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(focusPlot());
        w->key(Qt::Key_T);
        QTRY_VERIFY(w->shows(u"Tue, Nov 18 · "_s));
        QVERIFY(w->clickOn(u"Earlier"_s));
        QTRY_VERIFY(w->shows(u"Mon, Nov 17 · "_s));
        QVERIFY(!w->shows(u"Tue, Nov 18 · "_s));
    }

    void comparesWithTheDayBeforeAndOthers()
    {
        w->clock.advance(10h);
        QVERIFY(open(u"Office desk"_s));
        QVERIFY(w->clickOn(u"Compare"_s));
        QVERIFY(w->clickOn(u"The day before"_s));
        QVERIFY(w->clickOn(u"Freezer"_s, QAccessible::CheckBox));
        QVERIFY(w->clickOn(u"Done"_s));
        QTRY_VERIFY(!w->find(u"Compare with"_s)); // while it fades it holds presses back
        QTRY_VERIFY(w->find(u"Show Nov 17 in the chart"_s));
        QQuickItem *entry = w->find(u"Show Freezer in the chart"_s);
        QVERIFY(entry);
        QVERIFY(powerPlot()->text(QAccessible::Name).contains(u"beside it Freezer, average"_s));
        entry->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Space);
        QVERIFY(!powerPlot()->text(QAccessible::Name).contains(u"Freezer"_s));
        QVERIFY(entry->hasActiveFocus());
        // The table has a column for each.
        QVERIFY(focusPlot());
        w->key(Qt::Key_T);
        QTRY_VERIFY(w->find(u"Power, Office desk, Today, Nov 18"_s, QAccessible::Table));
        QTRY_VERIFY(w->shows(u"Nov 17"_s));
        w->key(Qt::Key_Escape);
        QTRY_VERIFY(!w->find(u"Power, Office desk, Today, Nov 18"_s, QAccessible::Table));
        QVERIFY(w->clickOn(u"Compare"_s));
        QVERIFY(w->clickOn(u"Compare nothing"_s));
        QVERIFY(w->clickOn(u"Done"_s));
        QTRY_VERIFY(!w->find(u"Show Nov 17 in the chart"_s));
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
