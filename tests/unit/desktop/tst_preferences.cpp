// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>
#include <QtGui/QStyleHints>
#include <QtTest/QtTest>

#include "app/core.h"
#include "app/settings.h"
#include "base/manual_clock.h"
#include "desktop/core_engine.h"
#include "desktop/preferences.h"
#include "sample_engine.h"

using namespace outlet;

/// What the user chose comes back after a restart, through the real engine and its file.
class TestPreferences : public QObject
{
    Q_OBJECT

    static CoreOptions options(const QString &folder)
    {
        CoreOptions options;
        options.program = QStringLiteral("outlet");
        options.dataDir = folder;
        options.port = 0;
        options.bind = {QHostAddress(QHostAddress::LocalHost)};
        return options;
    }
    static void setLightness(int window, int text)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(window, window, window));
        palette.setColor(QPalette::WindowText, QColor(text, text, text));
        QGuiApplication::setPalette(palette);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit()); // the session's start-up entries
    }

    void everythingIsRemembered()
    {
        const QTemporaryDir folder;
        {
            Core core(options(folder.path()));
            CoreEngine engine(core);
            Preferences preferences(engine);
            QVERIFY(core.start());
            QTRY_VERIFY(core.isReady());
            QCOMPARE(preferences.theme(), Ui::ThemeSystem);
            QVERIFY(preferences.closeToTray());
            QVERIFY(preferences.askBeforeKeepOn());
            preferences.setTheme(Ui::ThemeDark);
            preferences.setCloseToTray(false);
            preferences.setReduceMotion(true);
            preferences.setAskBeforeKeepOn(false);
            preferences.setByRoom(true);
            preferences.setLastPage(QStringLiteral("devices"));
            QCOMPARE(preferences.chartRange(), QStringLiteral("day"));
            preferences.setChartRange(QStringLiteral("month"));
            QVERIFY(preferences.dark());
            core.stop();
        }
        Core core(options(folder.path()));
        CoreEngine engine(core);
        Preferences preferences(engine);
        QSignalSpy themeChanged(&preferences, &Preferences::themeChanged);
        QVERIFY(core.start());
        QTRY_VERIFY(core.isReady());
        QVERIFY(themeChanged.count() > 0);
        QCOMPARE(preferences.theme(), Ui::ThemeDark);
        QVERIFY(preferences.dark());
        QVERIFY(!preferences.closeToTray());
        QVERIFY(preferences.reduceMotion());
        QVERIFY(!preferences.askBeforeKeepOn());
        QVERIFY(preferences.byRoom());
        QCOMPARE(preferences.lastPage(), QStringLiteral("devices"));
        QCOMPARE(preferences.chartRange(), QStringLiteral("month"));
    }

    void theSystemsThemeIsFollowed()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
            QSKIP("this platform tells its colour scheme itself");
#endif
        ManualClock clock;
        SampleEngine engine(clock);
        setLightness(250, 10);
        Preferences preferences(engine);
        QVERIFY(!preferences.dark());
        QSignalSpy dark(&preferences, &Preferences::darkChanged);
        setLightness(20, 240);
        QTRY_VERIFY(preferences.dark());
        preferences.setTheme(Ui::ThemeLight);
        QVERIFY(!preferences.dark());
        QVERIFY(preferences.systemDark());
        setLightness(250, 10); // a choice is not followed away
        preferences.setTheme(Ui::ThemeSystem);
        QVERIFY(!preferences.dark());
        QCOMPARE(dark.count(), 2);
    }

    void startingWithTheSession()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        Preferences preferences(engine);
        QVERIFY(!preferences.startWithSession());
        preferences.setStartWithSession(true);
        QVERIFY2(preferences.startWithSession(), qPrintable(preferences.startWithSessionError()));
        QVERIFY(Preferences(engine).startWithSession()); // the session's entry is what counts
        preferences.setStartWithSession(false);
        QVERIFY(!Preferences(engine).startWithSession());
    }

    void aRefusalLeavesTheSwitchOff()
    {
#ifdef Q_OS_WIN
        QSKIP("the registry can't be taken away for a test");
#endif
        QFile inTheWay(m_home.filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        qputenv("XDG_CONFIG_HOME", inTheWay.fileName().toLocal8Bit()); // a file, not a folder
        ManualClock clock;
        SampleEngine engine(clock);
        Preferences preferences(engine);
        QSignalSpy changed(&preferences, &Preferences::startWithSessionChanged);
        preferences.setStartWithSession(true);
        QVERIFY(!preferences.startWithSession());
        QVERIFY(!preferences.startWithSessionError().isEmpty());
        QCOMPARE(changed.count(), 1);
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
