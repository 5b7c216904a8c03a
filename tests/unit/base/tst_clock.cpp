// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "base/system_clock.h"

using namespace outlet;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

/// Both clocks, the timer on top of them and the queue below them.
class TestClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void queueKeepsOrder()
    {
        TimerQueue queue;
        QStringList calls;
        const auto note = [&calls](const char *name) {
            return [&calls, name] { calls << QString::fromLatin1(name); };
        };
        QVERIFY(!queue.nextDue());
        queue.add(20ms, note("c"));
        queue.add(10ms, note("a"));
        queue.add(10ms, note("b"));
        const auto removed = queue.add(5ms, note("removed"));
        queue.remove(removed);
        queue.remove(removed);
        queue.remove(12345);
        QCOMPARE(queue.nextDue(), std::optional<milliseconds>(10ms));
        QVERIFY(!queue.takeDue(9ms, queue.lastId()));
        QVERIFY(!queue.takeDue(10ms, 1)); // the two at 10 ms were added later than the first
        while (const auto callback = queue.takeDue(20ms, queue.lastId()))
            callback();
        QCOMPARE(calls,
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QVERIFY(!queue.nextDue());
    }

    void manualClockCallsAtTheDueTime()
    {
        ManualClock clock(1000);
        QList<qint64> calls;
        clock.callAfter(30ms, [&] { calls << clock.utcMs(); });
        clock.callAfter(10ms, [&] {
            calls << clock.utcMs();
            clock.callAfter(5ms, [&] { calls << clock.utcMs(); }); // falls into the same step
            clock.callAfter(500ms, [&] { calls << clock.utcMs(); });
        });
        clock.callAfter(-5ms, [&] { calls << clock.utcMs(); });
        QVERIFY(calls.isEmpty()); // never before callAfter() returns
        clock.advance(0ms);
        QCOMPARE(calls, QList<qint64>({1000}));
        clock.advance(100ms);
        QCOMPARE(calls, QList<qint64>({1000, 1010, 1015, 1030}));
        QCOMPARE(clock.utcMs(), qint64(1100));
        QCOMPARE(clock.monotonic(), milliseconds(100));
    }

    void manualClockCancels()
    {
        ManualClock clock;
        bool called = false;
        const auto id = clock.callAfter(1ms, [&called] { called = true; });
        clock.cancel(id);
        clock.cancel(id);
        clock.cancel(0);
        clock.advance(1h);
        QVERIFY(!called);
    }

    void settingTheWallClockMovesNoTimer()
    {
        ManualClock clock(1000);
        int calls = 0;
        clock.callAfter(10ms, [&calls] { ++calls; });
        clock.setUtcMs(1'000'000);
        clock.advance(9ms);
        QCOMPARE(calls, 0);
        clock.advance(1ms);
        QCOMPARE(calls, 1);
        QCOMPARE(clock.utcMs(), qint64(1'000'010));
    }

    void advancingInsideACallback()
    {
        ManualClock clock(0);
        QList<qint64> calls;
        clock.callAfter(10ms, [&] { clock.advance(50ms); });
        clock.callAfter(20ms, [&] { calls << clock.utcMs(); });
        clock.advance(30ms);
        QCOMPARE(calls, QList<qint64>({20}));
        QCOMPARE(clock.utcMs(), qint64(60)); // time does not go back to the outer end
    }

    void timerRestartsAndStops()
    {
        ManualClock clock;
        int calls = 0;
        ClockTimer timer(clock, [&calls] { ++calls; });
        QVERIFY(!timer.isActive());
        timer.start(10ms);
        clock.advance(9ms);
        timer.start(10ms); // from now
        clock.advance(9ms);
        QCOMPARE(calls, 0);
        QVERIFY(timer.isActive());
        clock.advance(1ms);
        QCOMPARE(calls, 1);
        QVERIFY(!timer.isActive());
        timer.start(10ms);
        timer.stop();
        timer.stop();
        clock.advance(1h);
        QCOMPARE(calls, 1);
    }

    void timerRestartsItself()
    {
        ManualClock clock;
        int calls = 0;
        std::unique_ptr<ClockTimer> timer;
        timer = std::make_unique<ClockTimer>(clock, [&] {
            if (++calls < 3)
                timer->start(10ms);
        });
        timer->start(10ms);
        clock.advance(1s);
        QCOMPARE(calls, 3);
    }

    void destroyedTimerIsSilent()
    {
        ManualClock clock;
        bool called = false;
        {
            ClockTimer timer(clock, [&called] { called = true; });
            timer.start(1ms);
        }
        clock.advance(1h);
        QVERIFY(!called);
    }

    /// A timer may be destroyed by its own callback, as when a link closes itself.
    void timerDestroyedByItsCallback()
    {
        ManualClock clock;
        int calls = 0;
        std::unique_ptr<ClockTimer> timer;
        const auto witness = std::make_shared<int>(7);
        timer = std::make_unique<ClockTimer>(clock, [&calls, &timer, witness] {
            timer.reset();
            calls += *witness; // what was captured is still there
        });
        timer->start(1ms);
        clock.advance(1ms);
        QCOMPARE(calls, 7);
        QVERIFY(!timer);
    }

    void systemClockTells()
    {
        const SystemClock clock;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = clock.utcMs();
        QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
        const auto first = clock.monotonic();
        QVERIFY(first >= 0ms);
        QTRY_VERIFY(clock.monotonic() > first);
    }

    void systemClockCalls()
    {
        SystemClock clock;
        QStringList calls;
        std::optional<milliseconds> at;
        const auto start = clock.monotonic();
        clock.callAfter(40ms, [&] {
            calls << QStringLiteral("late");
            at = clock.monotonic();
        });
        clock.callAfter(0ms, [&] {
            calls << QStringLiteral("first");
            clock.callAfter(0ms, [&] { calls << QStringLiteral("nested"); });
            calls << QStringLiteral("end of first");
        });
        clock.cancel(clock.callAfter(1ms, [&] { calls << QStringLiteral("cancelled"); }));
        QVERIFY(calls.isEmpty());
        QTRY_COMPARE(calls, QStringList({QStringLiteral("first"), QStringLiteral("end of first"),
                                         QStringLiteral("nested"), QStringLiteral("late")}));
        QVERIFY(*at >= start + 40ms); // never early
    }

    void systemClockWaitsLongerThanATimerCan()
    {
        SystemClock clock;
        bool called = false;
        clock.callAfter(std::chrono::hours(24 * 365), [&called] { called = true; });
        bool soon = false;
        clock.callAfter(1ms, [&soon] { soon = true; });
        QTRY_VERIFY(soon);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
