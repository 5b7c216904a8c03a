// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>

#include "base/manual_clock.h"
#include "desktop/tray_icon.h"
#include "sample_desktop.h"

using namespace outlet;
using namespace std::chrono_literals;

/// The native menu does what its lines say; its ticks are what outlets confirmed.
class TestTrayIcon : public QObject
{
    Q_OBJECT

    struct Home
    {
        ManualClock clock;
        SampleDesktop desktop{clock};
        std::unique_ptr<TrayIcon> icon;
        QMenu *menu = nullptr;

        Home()
        {
            desktop.engine.addHome();
            clock.advance(1s);
            icon = std::make_unique<TrayIcon>(desktop.engine, desktop.faces, desktop.app,
                                              desktop.preferences);
            for (QWidget *widget : QApplication::topLevelWidgets())
                if (auto *found = qobject_cast<QMenu *>(widget))
                    menu = found;
        }
        QAction *line(const char *beginning) const
        {
            for (QAction *action : menu->actions())
                if (action->text().startsWith(QString::fromUtf8(beginning)))
                    return action;
            return nullptr;
        }
        OutletFace *face(const char *name)
        {
            for (OutletFace *face : desktop.faces.all())
                if (face->name() == QString::fromUtf8(name))
                    return face;
            return nullptr;
        }
    };

private Q_SLOTS:
    void aTickSwitches()
    {
        Home home;
        QVERIFY(home.line("Freezer")->isChecked());
        home.line("Freezer")->trigger();
        QVERIFY(!home.face("Freezer")->isOn());
        home.clock.advance(1s); // the menu follows what was confirmed
        QVERIFY(!home.line("Freezer")->isChecked());
        QVERIFY(!home.line("Hall lamp")->isEnabled());
    }

    void aTickIsNotMovedByTheClickAlone()
    {
        Home home;
        Outlet *outlet = home.face("Freezer")->outlet();
        outlet->setLinkState(LinkState::Offline); // the open menu does not know it yet
        QAction *freezer = home.line("Freezer");
        freezer->trigger();
        QVERIFY(freezer->isChecked());
    }

    void theOtherLines()
    {
        Home home;
        QSignalSpy raised(&home.desktop.app, &App::raise);
        QSignalSpy page(&home.desktop.app, &App::openPage);
        QSignalSpy asked(&home.desktop.app, &App::askTurnAllOff);
        QSignalSpy quit(&home.desktop.app, &App::quitRequested);
        QVERIFY(!home.menu->actions().first()->isEnabled()); // totals are only to read
        home.line("Turn all off")->trigger();
        QCOMPARE(asked.count(), 1);
        home.line("Open Outlet")->trigger();
        QCOMPARE(raised.count(), 1);
        QCOMPARE(home.menu->defaultAction(), home.line("Open Outlet"));
        home.line("Settings")->trigger();
        QCOMPARE(page.first().first().toString(), QStringLiteral("settings"));
        home.line("Quit")->trigger();
        QCOMPARE(quit.count(), 1);
    }

    void theMenuStandsStillWhileNothingChanges()
    {
        Home home;
        QAction *before = home.line("Freezer");
        Q_EMIT home.menu->aboutToShow();
        QCOMPARE(home.line("Freezer"), before);
        home.face("Freezer")->rename(QStringLiteral("Big freezer"));
        Q_EMIT home.menu->aboutToShow();
        QVERIFY(home.line("Big freezer"));
    }

    void everyStateHasItsOwnPicture()
    {
        const auto picture = [](TrayMenu::State state, bool onDark) {
            return TrayIcon::picture(state, 22, onDark).toImage();
        };
        const QImage running = picture(TrayMenu::State::Running, false);
        const QImage stopped = picture(TrayMenu::State::Stopped, false);
        const QImage overload = picture(TrayMenu::State::Overload, false);
        const QImage fresh = picture(TrayMenu::State::NewOutlet, false);
        QVERIFY(running != stopped && running != overload && running != fresh);
        QVERIFY(stopped != overload && overload != fresh);
        QCOMPARE(stopped.pixelColor(21, 5).alpha() > 0, true); // the badge's right edge
        QVERIFY(picture(TrayMenu::State::Running, true) != running);
        int drawn = 0;
        for (int y = 0; y < running.height(); ++y)
            for (int x = 0; x < running.width(); ++x)
                drawn += running.pixelColor(x, y).alpha() > 128;
        QVERIFY2(drawn > 40, "the socket is there");
    }
};

QTEST_MAIN(TestTrayIcon)
#include "tst_tray_icon.moc"
