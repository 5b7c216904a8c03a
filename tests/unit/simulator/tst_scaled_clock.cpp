// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "base/manual_clock.h"
#include "simulator/delayed_actions.h"
#include "simulator/scaled_clock.h"

using namespace outlet;
using namespace std::chrono_literals;

class TestScaledClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothTimesRunWithTheFactor()
    {
        ManualClock base(1'000'000);
        base.advance(5s);
        const ScaledClock clock(base, 60);
        QCOMPARE(clock.utcMs(), 1'005'000);
        QCOMPARE(clock.monotonic().count(), 0);
        base.advance(1500ms);
        QCOMPARE(clock.monotonic(), 90s);
        QCOMPARE(clock.utcMs(), 1'095'000);
    }

    void timersAreNeverEarly_data()
    {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.5, 1.0, 3.0, 7.3, 60.0, 1000.0})
            QTest::addRow("%g", factor) << factor;
    }
    void timersAreNeverEarly()
    {
        QFETCH(double, factor);
        ManualClock base;
        ScaledClock clock(base, factor);
        base.advance(17ms);
        for (const auto delay : {0ms, 1ms, 13ms, 100ms, 183000ms}) {
            const auto asked = clock.monotonic();
            std::optional<std::chrono::milliseconds> fired;
            clock.callAfter(delay, [&] { fired = clock.monotonic(); });
            const auto realStart = base.monotonic();
            while (!fired)
                base.advance(1ms);
            QVERIFY(*fired - asked >= delay);
            const double realWait = static_cast<double>((base.monotonic() - realStart).count());
            QVERIFY(realWait <= static_cast<double>(delay.count()) / factor + 1);
        }
    }

    void cancelledTimersStaySilent()
    {
        ManualClock base;
        ScaledClock clock(base, 10);
        int calls = 0;
        const auto id = clock.callAfter(50ms, [&] { ++calls; });
        clock.callAfter(50ms, [&] { calls += 10; });
        clock.cancel(id);
        base.advance(1s);
        QCOMPARE(calls, 10);
    }

    void delayedActionsEndWithTheirOwner()
    {
        ManualClock clock;
        QStringList done;
        {
            DelayedActions actions(clock);
            actions.after(10ms, [&] { done << QStringLiteral("first"); });
            const auto forgotten = actions.after(10ms, [&] { done << QStringLiteral("never"); });
            actions.after(100ms, [&] { done << QStringLiteral("too late"); });
            actions.forget(forgotten);
            clock.advance(20ms);
        }
        clock.advance(1s);
        QCOMPARE(done, QStringList{QStringLiteral("first")});
    }
};

QTEST_GUILESS_MAIN(TestScaledClock)
#include "tst_scaled_clock.moc"
