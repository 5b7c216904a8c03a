// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "desktop/autostart.h"

using namespace outlet;

class TestAutostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEntryStartsThisProgramHidden()
    {
#ifndef Q_OS_LINUX
        QSKIP("there is an entry to read on Linux only");
#endif
        const QTemporaryDir config;
        qputenv("XDG_CONFIG_HOME", config.path().toLocal8Bit());
        Autostart autostart(QStringLiteral("/home/kim/50% \"off\" $HOME\\data"));
        QVERIFY(!autostart.isOn());
        QCOMPARE(autostart.setOn(true), QString());
        QVERIFY(autostart.isOn());
        QFile entry(config.filePath(QStringLiteral("autostart/outlet.desktop")));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(entry.readAll());
        QVERIFY(
            text.startsWith(QStringLiteral("[Desktop Entry]\nType=Application\nName=Outlet\n")));
        QVERIFY(text.contains(QStringLiteral("\nExec=\"%1\" --hidden --data-dir ")
                                  .arg(QCoreApplication::applicationFilePath())));
        // The Desktop Entry Specification unescapes the value once as a string, then its quotes.
        QVERIFY2(text.contains(QStringLiteral("\"/home/kim/50%% \\\\\"off\\\\\" \\\\$HOME"
                                              "\\\\\\\\data\"")),
                 qPrintable(text));
        QCOMPARE(autostart.setOn(false), QString());
        QVERIFY(!autostart.isOn());
        QCOMPARE(autostart.setOn(false), QString()); // off already is no error
    }
};

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
