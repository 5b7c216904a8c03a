// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QWindow>
#include <QtTest/QtTest>

#include "base/manual_clock.h"
#include "desktop/window_memory.h"
#include "sample_engine.h"

using namespace outlet;
using namespace std::chrono_literals;

class TestWindowMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fitted_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("got");
        QTest::newRow("as it was") << QRect(100, 100, 1280, 800) << QRect(100, 100, 1280, 800);
        QTest::newRow("on the second screen")
            << QRect(2000, 50, 800, 600) << QRect(2000, 50, 800, 600);
        QTest::newRow("screen is gone") << QRect(6000, 50, 800, 600) << QRect(1120, 50, 800, 600);
        QTest::newRow("half outside") << QRect(-500, -300, 1280, 800) << QRect(0, 0, 1280, 800);
        QTest::newRow("larger than the screen")
            << QRect(0, 0, 5000, 3000) << QRect(0, 0, 1920, 1080);
    }
    void fitted()
    {
        QFETCH(QRect, wanted);
        const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)};
        QTEST(WindowMemory::fitted(wanted, screens), "got");
    }

    void rememberedAfterItSettles()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        QWindow window;
        window.setGeometry(10, 20, 500, 600);
        WindowMemory memory(engine, &window);
        window.show();
        QTRY_VERIFY(window.isExposed());
        QSignalSpy resized(&window, &QWindow::heightChanged); // the last word of a new geometry
        window.setGeometry(30, 40, 510, 610);
        QTRY_COMPARE(resized.count(), 1);
        clock.advance(499ms);
        QVERIFY(!engine.setting(QStringLiteral("windowGeometry")).isValid());
        clock.advance(1ms);
        QCOMPARE(engine.setting(QStringLiteral("windowGeometry")).toRect(), window.geometry());

        QWindow next;
        WindowMemory again(engine, &next);
        again.restore();
        QCOMPARE(next.geometry(), window.geometry());
        QVERIFY(!again.wasMaximized());
    }

    void maximizedKeepsTheSmallerSize()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        engine.setSetting(QStringLiteral("windowGeometry"), QRect(30, 40, 510, 610));
        QWindow window;
        WindowMemory memory(engine, &window);
        window.showMaximized();
        QTRY_VERIFY(window.isExposed());
        clock.advance(1s);
        QVERIFY(memory.wasMaximized());
        QCOMPARE(engine.setting(QStringLiteral("windowGeometry")).toRect(),
                 QRect(30, 40, 510, 610));
    }
};

QTEST_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
