// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/demo_past.h"
#include "desktop/format.h"
#include "support/page_window.h"
#include "tariff/week_grid.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The Settings page and its sections.
class TestSettingsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

    bool open(const QString &section)
    {
        return w->load(u"SettingsPage"_s, {{u"section"_s, section}});
    }

    void setPrices()
    {
        w->desktop.energy.setTariff(
            DemoPast::tariff(w->desktop.energy.calendar().date(w->clock.utcMs())));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { w = std::make_unique<PageWindow>(); }
    void cleanup()
    {
        w->end();
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void appliesTheThemeAtOnce()
    {
        QVERIFY(open(u"general"_s));
        QVERIFY(w->clickOn(u"Dark"_s));
        QCOMPARE(w->desktop.preferences.theme(), Ui::ThemeDark);
        QVERIFY(w->desktop.preferences.dark());
        QVERIFY(w->clickOn(u"Light"_s));
        QCOMPARE(w->desktop.preferences.theme(), Ui::ThemeLight);
        QVERIFY(!w->desktop.preferences.dark());
    }

    void switchesApplyAtOnce()
    {
        QVERIFY(open(u"general"_s));
        const bool before = w->desktop.preferences.reduceMotion();
        QVERIFY(w->clickOn(u"Reduce motion"_s));
        QCOMPARE(w->desktop.preferences.reduceMotion(), !before);
        QVERIFY(w->clickOn(u"Ask before turning off"_s));
        QCOMPARE(w->desktop.preferences.askBeforeKeepOn(), false);
        // And what changes elsewhere shows here.
        w->desktop.preferences.setAskBeforeKeepOn(true);
        QVERIFY(w->find(u"Ask before turning off"_s)->property("checked").toBool());
    }

    void saysWhyThereIsNoTray()
    {
        if (w->desktop.app.trayAvailable())
            QSKIP("This platform has a tray.");
        QVERIFY(open(u"general"_s));
        QTRY_VERIFY(w->shows(u"This desktop shows no tray."_s));
        QVERIFY(!w->find(u"Close to tray"_s)->isEnabled());
    }

    void movesBetweenSectionsByKeys()
    {
        QVERIFY(open(u"general"_s));
        w->find(u"General"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Down);
        QCOMPARE(w->page()->property("section").toString(), u"prices"_s);
        w->key(Qt::Key_Down);
        QCOMPARE(w->page()->property("section").toString(), u"server"_s);
        QVERIFY(w->find(u"Port"_s));
        w->key(Qt::Key_Down);
        QCOMPARE(w->page()->property("section").toString(), u"history"_s);
        w->key(Qt::Key_Down);
        QTRY_VERIFY(w->shows(u"Not made or endorsed by Etekcity or VeSync."_s));
        w->key(Qt::Key_Up);
        w->key(Qt::Key_Up);
        QVERIFY(w->find(u"Port"_s));
    }

    void changesThePortAfterAsking()
    {
        QVERIFY(open(u"server"_s));
        QQuickItem *save = w->find(u"Save"_s);
        QVERIFY(!save->isEnabled());
        QQuickItem *port = w->find(u"Port"_s, QAccessible::EditableText);
        port->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_A, Qt::ControlModifier);
        w->type(u"80"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!w->desktop.server.portError(u"80"_s).isEmpty());
        QTRY_VERIFY(w->shows(w->desktop.server.portError(u"80"_s)));
        w->type(u"80"_s);
        QVERIFY(save->isEnabled());
        w->click(save);
        QTRY_VERIFY(w->find(u"Restart the server on port 8080?"_s));
        QCOMPARE(w->desktop.server.port(), int(kDefaultPort));
        QVERIFY(w->clickOn(u"Restart"_s));
        QTRY_COMPARE(w->desktop.server.port(), 8080);
        QTRY_VERIFY(!save->isEnabled());
    }

    void asksBeforeATypedPortIsLost()
    {
        QVERIFY(open(u"server"_s));
        w->find(u"Port"_s, QAccessible::EditableText)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_A, Qt::ControlModifier);
        w->type(u"5000"_s);
        QVERIFY(w->clickOn(u"About"_s));
        QTRY_VERIFY(w->find(u"Discard changes?"_s));
        QVERIFY(w->clickOn(u"Keep editing"_s));
        QTRY_VERIFY(!w->find(u"Discard changes?"_s));
        QCOMPARE(w->page()->property("section").toString(), u"server"_s);
        QVERIFY(w->clickOn(u"About"_s));
        QTRY_VERIFY(w->find(u"Discard"_s));
        QVERIFY(w->clickOn(u"Discard"_s));
        QTRY_COMPARE(w->page()->property("section").toString(), u"about"_s);
        QCOMPARE(w->desktop.server.port(), int(kDefaultPort));
    }

    void keepsAtLeastOneAddress()
    {
        QVERIFY(open(u"server"_s));
        const QVariantList addresses = w->desktop.server.bindAddresses();
        QVERIFY(!addresses.isEmpty());
        for (const QVariant &each : addresses)
            QVERIFY(w->clickOn(each.toMap().value(u"address"_s).toString(), QAccessible::CheckBox));
        QTRY_VERIFY(w->shows(u"Keep at least one address."_s));
        int left = 0;
        for (const QVariant &each : w->desktop.server.bindAddresses())
            left += each.toMap().value(u"selected"_s).toBool();
        QCOMPARE(left, 1);
    }

    void saysWhyTheServerIsStopped()
    {
        w->desktop.engine.setListenError(
            {ListenError::Kind::PortInUse, QHostAddress::Any, kDefaultPort, {}},
            u"Outlet (another copy, process 4128)"_s, 8);
        QVERIFY(open(u"server"_s));
        QTRY_VERIFY(w->shows(u"Port 17273 is in use by another program."_s));
        QTRY_VERIFY(w->shows(u"process 4128"_s));
        QVERIFY(w->find(u"Try again"_s));
        w->desktop.engine.setListening(kDefaultPort);
        QVERIFY(!w->find(u"Try again"_s));
        QTRY_VERIFY(w->shows(u"Running since"_s));
    }

    void copiesTheVersions()
    {
        QVERIFY(open(u"about"_s));
        w->click(w->findAll(u"Copy"_s).constFirst());
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(w->desktop.app.version()));
        QVERIFY(copied.contains(w->desktop.app.qtVersion()));
        QVERIFY(w->clickOn(u"Licenses"_s));
        QTRY_VERIFY(w->find(u"Licenses"_s, QAccessible::Dialog));
        QVERIFY(!w->desktop.app.licensesText().isEmpty());
    }

    void showsThePlans()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        QVERIFY(w->find(u"Flat rate"_s));
        QVERIFY(w->shows(u"Used now"_s));
        QVERIFY(w->shows(u"2 periods, $0.13 to $0.24/kWh"_s));
        // The one that is used now is open, and nothing needs saving.
        QCOMPARE(w->find(u"Plan name"_s)->property("text").toString(), u"Winter time-of-use"_s);
        QVERIFY(!w->find(u"Save plan"_s)->isEnabled());
        QVERIFY(w->clickOn(u"Flat rate"_s));
        QTRY_COMPARE(w->find(u"Plan name"_s)->property("text").toString(), u"Flat rate"_s);
        QVERIFY(!w->find(u"Week, half hours"_s));
    }

    void beginsWithoutPrices()
    {
        QVERIFY(open(u"prices"_s));
        QVERIFY(w->shows(u"No prices yet"_s));
        QVERIFY(w->clickOn(u"Set your price"_s));
        QTRY_VERIFY(w->find(u"Price of a kWh"_s));
        w->find(u"Price of a kWh"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_A, Qt::ControlModifier);
        w->type(u"0.30"_s);
        QVERIFY(w->clickOn(u"Save plan"_s));
        QCOMPARE(w->desktop.energy.tariff().plans.size(), 1);
        QCOMPARE(w->desktop.energy.tariff().plans.at(0).periods.at(0).pricePerKwhE4, 3000);
        QTRY_VERIFY(w->shows(u"$0.30/kWh"_s));
    }

    /// The whole week by keyboard: mark with Shift, set with Space, take back, copy a day.
    void paintsTheWeekByKeyboard()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        QQuickItem *plot = w->find(u"Week, half hours"_s);
        QVERIFY(plot);
        plot->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_2); // Peak
        w->key(Qt::Key_Right);
        w->key(Qt::Key_Right, Qt::ShiftModifier);
        w->key(Qt::Key_Space);
        const auto blocks = [this](int day) {
            return blocksOf(w->desktop.prices.editor()->plan().grid, day).size();
        };
        QCOMPARE(blocks(0), 5);
        QVERIFY(w->find(u"Save plan"_s)->isEnabled());
        w->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(blocks(0), 3);
        QVERIFY(!w->find(u"Save plan"_s)->isEnabled());
        w->find(u"Copy a day"_s)->forceActiveFocus(Qt::TabFocusReason);
        for (int i = 0; i < 5; ++i)
            w->key(Qt::Key_Down);
        w->key(Qt::Key_C);
        QVERIFY(w->clickMenu(u"Copy to Monday to Friday"_s));
        QTRY_COMPARE(blocks(0), 1);
        QVERIFY(w->clickOn(u"Save plan"_s));
        QCOMPARE(blocksOf(w->desktop.energy.tariff().plans.at(1).grid, 0).size(), 1);
    }

    void paintsTheWeekByMouse()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        const QQuickItem *plot = w->find(u"Week, half hours"_s);
        QVERIFY(plot);
        const auto at = [plot](double half, double day) {
            return plot->mapToScene({plot->width() * half / 48, plot->height() * day / 7})
                .toPoint();
        };
        // Off-peak is chosen; Tuesday's and Wednesday's evening lose their peak.
        QTest::mousePress(w->window(), Qt::LeftButton, {}, at(31.5, 1.5));
        QTest::mouseMove(w->window(), at(36, 2.2));
        QTest::mouseMove(w->window(), at(42.5, 2.5));
        QTest::mouseRelease(w->window(), Qt::LeftButton, {}, at(42.5, 2.5));
        const WeekGrid grid = w->desktop.prices.editor()->plan().grid;
        QCOMPARE(blocksOf(grid, 0).size(), 3);
        QCOMPARE(blocksOf(grid, 1).size(), 1);
        QCOMPARE(blocksOf(grid, 2).size(), 1);
        QCOMPARE(blocksOf(grid, 3).size(), 3);
    }

    void asksBeforeAPlanIsLost()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        w->find(u"Plan name"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->type(u"My "_s);
        QVERIFY(w->clickOn(u"Spring flat"_s));
        QTRY_VERIFY(w->find(u"Discard changes?"_s));
        QVERIFY(w->clickOn(u"Keep editing"_s));
        QTRY_VERIFY(!w->find(u"Discard changes?"_s));
        QVERIFY(w->clickOn(u"General"_s));
        QTRY_VERIFY(w->find(u"Discard changes?"_s));
        QVERIFY(w->clickOn(u"Discard"_s));
        QTRY_COMPARE(w->page()->property("section").toString(), u"general"_s);
        QVERIFY(!w->desktop.prices.editor()->edited());
    }

    void saysThatADateIsTaken()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        w->find(u"Valid from"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_A, Qt::ControlModifier);
        w->type(Format::date(w->desktop.energy.tariff().plans.at(2).validFrom));
        w->key(Qt::Key_Return);
        QTRY_VERIFY(w->shows(u"Another plan starts on"_s));
        QVERIFY(!w->find(u"Save plan"_s)->isEnabled());
        QVERIFY(w->clickOn(u"Cancel"_s));
        QTRY_VERIFY(!w->shows(u"Another plan starts on"_s));
    }

    void deletesAPlan()
    {
        setPrices();
        QVERIFY(open(u"prices"_s));
        QVERIFY(w->clickOn(u"More for Spring flat"_s));
        QVERIFY(w->clickMenu(u"Delete"_s));
        QTRY_COMPARE(w->desktop.energy.tariff().plans.size(), 2);
        w->desktop.app.undo();
        QTRY_VERIFY(w->find(u"Spring flat"_s));
    }

    void choosesTheCurrencyInGeneral()
    {
        QVERIFY(open(u"general"_s));
        QVERIFY(w->find(u"Currency"_s));
        w->find(u"Currency"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Down);
        w->key(Qt::Key_Down);
        QCOMPARE(w->desktop.energy.tariff().currency, u"EUR"_s);
    }

    void asksBeforeTheHistoryIsShortened()
    {
        QVERIFY(open(u"history"_s));
        const auto days = [this] { return w->desktop.engine.setting(u"historyRawDays"_s).toInt(); };
        w->find(u"Keep every reading for"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Up);
        QTRY_VERIFY(w->find(u"Keep only 30 days?"_s));
        QTRY_VERIFY(w->find(u"Cancel"_s)->hasActiveFocus());
        w->key(Qt::Key_Escape);
        QTRY_VERIFY(!w->find(u"Keep only 30 days?"_s));
        QCOMPARE(days(), 90);
        w->find(u"Keep every reading for"_s)->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Up);
        QVERIFY(w->clickOn(u"Keep less"_s));
        QTRY_COMPARE(days(), 30);
    }

    void deletesTheHistoryWithTheWordTyped()
    {
        QVERIFY(open(u"history"_s));
        QVERIFY(w->clickOn(u"Delete history: Delete"_s));
        QTRY_VERIFY(w->find(u"Delete history?"_s));
        QQuickItem *button = w->find(u"Delete"_s);
        QVERIFY(!button->isEnabled());
        QTRY_VERIFY(w->find(u"Type “delete” to go on"_s)->hasActiveFocus());
        w->type(u"delete"_s);
        QTRY_VERIFY(button->isEnabled());
        w->click(button);
        // One removed outlet has a history, so its alone is offered first.
        QTRY_COMPARE(w->desktop.historyCare.erased, std::optional(HistoryCare::Whose::Removed));
        QTRY_VERIFY(w->shows(u"The history is deleted."_s));
    }

    void restoresABackupFromTheList()
    {
        w->desktop.historyCare.backups = {
            {u"/b/outlet-2025-11-18.sqlite"_s, w->clock.utcMs() - 3'600'000, 5'000'000}};
        QVERIFY(open(u"history"_s));
        QVERIFY(w->clickOn(u"Restore a backup: Choose"_s));
        QTRY_VERIFY(w->find(u"Restore"_s));
        QVERIFY(!w->find(u"Restore"_s)->isEnabled());
        QVERIFY(w->clickOn(Format::full(w->clock.utcMs() - 3'600'000)));
        QVERIFY(w->clickOn(u"Restore"_s));
        QCOMPARE(w->desktop.historyCare.restored, u"/b/outlet-2025-11-18.sqlite"_s);
        QTRY_VERIFY(w->find(u"Checking…"_s));
        w->desktop.historyCare.waiting({{}, u"This file is damaged."_s});
        QTRY_VERIFY(w->shows(u"This file is damaged."_s));
    }

    void isAPageOfItsOwnWhereNarrow()
    {
        w->window()->resize(420, 800);
        QVERIFY(open(u"server"_s));
        QVERIFY(!w->find(u"About"_s));
        QVERIFY(w->clickOn(u"Back"_s));
        QTRY_VERIFY(w->find(u"About"_s));
        QVERIFY(!w->find(u"Port"_s));
        QVERIFY(w->clickOn(u"General"_s));
        QTRY_VERIFY(w->find(u"Reduce motion"_s));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
