// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtTest/QtTest>

#include "desktop/command_line.h"

using namespace outlet;

class TestCommandLine : public QObject
{
    Q_OBJECT

    static auto parse(const char *text)
    {
        return parseDesktopCommandLine(QString::fromLatin1(text).split(u' '));
    }

private Q_SLOTS:
    void everyOption()
    {
        const auto parsed = parse("outlet --demo --hidden --port 0 --bind 127.0.0.1 --accept-new "
                                  "--log-level debug --data-dir /nowhere");
        QVERIFY(std::holds_alternative<DesktopOptions>(parsed));
        const auto &options = std::get<DesktopOptions>(parsed);
        QVERIFY(options.core.demo && options.hidden && options.core.acceptNew);
        QVERIFY(options.wish == WindowWish::Show);
        QVERIFY(std::get<DesktopOptions>(parse("outlet --turn-all-off")).wish ==
                WindowWish::AskTurnAllOff);
        QCOMPARE(options.core.program, QStringLiteral("outlet"));
        QCOMPARE(*options.core.port, 0);
        QCOMPARE(options.core.bind, QList<QHostAddress>{QHostAddress(QHostAddress::LocalHost)});
        QVERIFY(options.logLevel == LogLevel::Debug);
        QVERIFY(options.core.dataDir.endsWith(QStringLiteral("/nowhere")));
    }

    void aFileIsToBeImported()
    {
        const auto wishOf = [](const char *text) {
            return std::get<DesktopOptions>(parse(text)).wish;
        };
        // The program that runs already has another working folder.
        const QString path = QDir::current().absoluteFilePath(QStringLiteral("in.csv"));
        QVERIFY(wishOf("outlet in.csv") == WindowWish::importOf(path));
        QVERIFY(wishOf("outlet --demo in.csv -platform offscreen") == WindowWish::importOf(path));
        QVERIFY(wishOf("outlet -- in.csv") == WindowWish::importOf(path));
        const QString elsewhere = QDir::tempPath() + QStringLiteral("/in.csv");
        QVERIFY(wishOf(qPrintable(QStringLiteral("outlet ") + elsewhere)) ==
                WindowWish::importOf(elsewhere));
        QVERIFY(std::get<ProgramNotice>(parse("outlet --help")).text.contains(u"[FILE]"));
        QVERIFY(
            std::get<ProgramNotice>(parse("outlet in.csv more.csv")).text.contains(u"more.csv"));
    }

    void qtsOwnOptionsAreLeftToQt()
    {
        const auto parsed = parse("outlet -platform offscreen --demo -style Fusion");
        QVERIFY(std::holds_alternative<DesktopOptions>(parsed));
        QVERIFY(std::get<DesktopOptions>(parsed).core.demo);
        QVERIFY(std::get<DesktopOptions>(parsed).hasDisplay);
    }

    void aMistakeIsOneSentence()
    {
        const auto parsed = parse("outlet --sideways");
        QVERIFY(std::holds_alternative<ProgramNotice>(parsed));
        const auto &notice = std::get<ProgramNotice>(parsed);
        QCOMPARE(notice.exit, ProgramExit::Usage);
        QVERIFY(notice.text.contains(QStringLiteral("sideways")));
        QVERIFY(!notice.text.contains(u'\n'));
    }

    void versionAndHelpNeedNoDisplay()
    {
        QCOMPARE(std::get<ProgramNotice>(parse("outlet --version")).exit, ProgramExit::Done);
        const QString help = std::get<ProgramNotice>(parse("outlet --help")).text;
        QVERIFY(help.contains(QStringLiteral("--demo")) &&
                help.contains(QStringLiteral("--hidden")));
    }

    void noDisplayIsNoticed()
    {
#if !defined(Q_OS_UNIX) || defined(Q_OS_DARWIN)
        QSKIP("there is always a display here");
#endif
        const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
        const QByteArray display = qgetenv("DISPLAY");
        const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
        for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            qunsetenv(name);
        QVERIFY(!std::get<DesktopOptions>(parse("outlet")).hasDisplay);
        qputenv("DISPLAY", ":7");
        QVERIFY(std::get<DesktopOptions>(parse("outlet")).hasDisplay);
        qputenv("QT_QPA_PLATFORM", platform);
        qputenv("DISPLAY", display);
        qputenv("WAYLAND_DISPLAY", wayland);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
