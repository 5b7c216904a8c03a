// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtTest/QtTest>
#include <QtWidgets/QSystemTrayIcon>

#include "base/manual_clock.h"
#include "desktop/main_window.h"
#include "desktop/window_preparation.h"
#include "sample_desktop.h"

using namespace outlet;
using namespace std::chrono_literals;

/// How the window is shown, remembered and closed.
class TestMainWindow : public QObject
{
    Q_OBJECT

    struct Home
    {
        ManualClock clock;
        SampleDesktop desktop{clock};
        MainWindow window{desktop.engine, desktop.faces, desktop.app, desktop.preferences,
                          std::make_unique<WindowPreparation>()};

        explicit Home(QRect remembered = {})
        {
            desktop.engine.setSetting(QStringLiteral("welcomeDone"), true);
            if (remembered.isValid())
                desktop.engine.setSetting(QStringLiteral("windowGeometry"), remembered);
            desktop.engine.addHome();
            desktop.engine.setListening(17273);
            desktop.engine.setReady();
        }
    };
    static QWindow *shown()
    {
        for (QWindow *window : QGuiApplication::topLevelWindows())
            if (window->isVisible())
                return window;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("this test is about systems without a tray");
    }

    void itIsShownWhereItWas()
    {
        Home home(QRect(40, 50, 600, 580));
        QVERIFY(home.window.load());
        QVERIFY(!shown()); // the program says when
        home.window.start(false);
        QWindow *window = shown();
        QVERIFY(window);
        QCOMPARE(window->geometry(), QRect(40, 50, 600, 580));
        QCOMPARE(window->minimumSize(), QSize(380, 560));
    }

    void aMovedWindowIsRemembered()
    {
        Home home;
        QVERIFY(home.window.load());
        home.window.start(false);
        QWindow *window = shown();
        QTRY_VERIFY(window->isExposed());
        window->setGeometry(20, 30, 640, 600);
        QTRY_COMPARE(window->height(), 600);
        home.clock.advance(1s);
        QCOMPARE(home.desktop.engine.setting(QStringLiteral("windowGeometry")).toRect(),
                 QRect(20, 30, 640, 600));
    }

    /// Nothing would lead back to a hidden window.
    void withoutATrayClosingEndsTheProgram()
    {
        Home home;
        QVERIFY(home.window.load());
        home.window.start(false);
        QVERIFY(home.desktop.preferences.closeToTray());
        QSignalSpy quit(&home.desktop.app, &App::quitRequested);
        QWindow *window = shown();
        QVERIFY(window);
        QCloseEvent close;
        QCoreApplication::sendEvent(window, &close);
        QCOMPARE(quit.count(), 1);
        QVERIFY(!home.desktop.engine.setting(QStringLiteral("trayNoticeShown")).toBool());
    }

    void hiddenWithoutATrayIsMinimized()
    {
        Home home;
        QVERIFY(home.window.load());
        home.window.start(true);
        QVERIFY(shown());
        QVERIFY(shown()->windowStates().testFlag(Qt::WindowMinimized));
    }

    void aSecondStartBringsItBack()
    {
        Home home;
        QVERIFY(home.window.load());
        home.window.start(false);
        QWindow *window = shown();
        window->hide();
        Q_EMIT home.desktop.engine.raiseRequested(WindowWish::Show);
        QTRY_VERIFY(window->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
