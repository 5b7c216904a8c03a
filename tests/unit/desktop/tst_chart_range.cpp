// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "curve_samples.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

/// Which time a chart looks at, and the ways to another one.
class TestChartRange : public QObject
{
    Q_OBJECT

    static QString shown(const ChartRange &range)
    {
        const TimeRange window = range.window().range;
        return range.calendar().isoText(window.startUtcMs).left(16) + u' ' +
               range.calendar().isoText(window.endUtcMs).left(16);
    }

private Q_SLOTS:
    void beginsWithTodayAndGoesByDays()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        QSignalSpy changed(&range, &ChartRange::changed);
        QVERIFY(range.hasHistory());
        QCOMPARE(range.kindName(), QStringLiteral("day"));
        QCOMPARE(range.title(), QStringLiteral("Today, Nov 18"));
        QVERIFY(!range.canGoForward()); // tomorrow has not begun
        range.next();
        QCOMPARE(changed.size(), 0);
        range.previous();
        QCOMPARE(range.title(), QStringLiteral("Yesterday, Nov 17"));
        QVERIFY(range.canGoForward());
        range.previous();
        range.next();
        range.next();
        QCOMPARE(range.title(), QStringLiteral("Today, Nov 18"));
        QCOMPARE(changed.size(), 4);
        QCOMPARE(range.jumps(), 5);
    }

    /// Another kind of range shows the time that was looked at.
    void kindsKeepTheTime()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        range.setKind(ChartRange::Month);
        range.previous();
        QCOMPARE(range.title(), QStringLiteral("October 2025"));
        range.setKind(ChartRange::Week);
        QCOMPARE(range.title(), QString::fromUtf8("Sep 28 – Oct 4"));
        range.setKind(ChartRange::Live);
        QVERIFY(range.isLive());
        QVERIFY(!range.canGoBack() && !range.canGoForward());
        range.setKindName(QStringLiteral("hour"));
        QCOMPARE(plain(range.title()), QString::fromUtf8("Nov 18, 5:00 PM – 6:00 PM"));
        range.setKindName(QStringLiteral("decade"));
        QCOMPARE(range.kind(), ChartRange::Hour);
        range.setKind(ChartRange::Custom);
        QCOMPARE(range.title(), QStringLiteral("Today, Nov 18"));
    }

    void withoutAHistoryThereIsLive()
    {
        ChartRange range;
        ManualClock clock;
        range.setParts(clock, nullptr);
        QVERIFY(!range.hasHistory());
        QVERIFY(range.isLive());
        range.setKind(ChartRange::Day);
        QVERIFY(range.isLive());
    }

    void todayBecomesTheNewDay()
    {
        ChartBed bed;
        QSignalSpy changed(&bed.range, &ChartRange::changed);
        bed.clock.advance(6h + 59min);
        QCOMPARE(bed.range.title(), QStringLiteral("Today, Nov 18"));
        QCOMPARE(changed.size(), 0);
        bed.clock.advance(1min);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bed.range.title(), QStringLiteral("Today, Nov 19"));
        // A day that was gone to stays.
        bed.range.previous();
        bed.clock.advance(48h);
        QCOMPARE(bed.range.title(), QStringLiteral("Tue, Nov 18"));
    }

    void zoomsInStepsAndBack()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        range.zoomTo(0.75, 0.5);
        QVERIFY(range.isZoomed());
        QCOMPARE(shown(range), QStringLiteral("2025-11-18T12:00 2025-11-18T18:00"));
        QCOMPARE(range.window().kind, TimeWindow::Kind::Custom);
        QCOMPARE(range.kind(), ChartRange::Day);
        range.zoomBy(0.5, 0.5);
        QCOMPARE(shown(range), QStringLiteral("2025-11-18T13:30 2025-11-18T16:30"));
        const int jumps = range.jumps();
        range.pan(-1.0 / 3);
        range.pan(-1.0 / 3);
        QCOMPARE(shown(range), QStringLiteral("2025-11-18T11:30 2025-11-18T14:30"));
        QCOMPARE(range.jumps(), jumps); // moving keeps the axis
        QVERIFY(range.zoomOut());       // the moves are one step
        QCOMPARE(shown(range), QStringLiteral("2025-11-18T13:30 2025-11-18T16:30"));
        QVERIFY(range.zoomOut());
        QVERIFY(range.zoomOut());
        QVERIFY(!range.isZoomed());
        QVERIFY(!range.zoomOut());
        QCOMPARE(range.title(), QStringLiteral("Today, Nov 18"));
    }

    void minusGoesBackTheWayOfPlus()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        range.zoomBy(0.5, 0.25);
        range.zoomBy(0.5, 0.25);
        range.zoomBy(2, 0.9);
        range.zoomBy(2, 0.9);
        QVERIFY(!range.isZoomed());
        range.zoomBy(2, 0.5); // and on: two days
        QCOMPARE(range.window().range.lengthMs(), 48 * kHour);
        // The future beyond today is not shown.
        QCOMPARE(shown(range), QStringLiteral("2025-11-17T00:00 2025-11-19T00:00"));
    }

    void staysWithinWhatThereCanBe()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        range.pan(0.5); // tomorrow
        QVERIFY(!range.isZoomed());
        for (int i = 0; i < 40; ++i)
            range.zoomBy(0.5, 0.3);
        QCOMPARE(range.window().range.lengthMs(), TimeWindow::kShortestMs);
        for (int i = 0; i < 60; ++i)
            range.zoomBy(3, 0.3);
        QVERIFY(range.window().range.lengthMs() <= TimeWindow::kLongestMs);
        for (int i = 0; i < 100; ++i)
            range.pan(-1);
        QVERIFY(range.window().range.startUtcMs >= at(range.calendar(), "2010-01-01"));
        range.zoomTo(0.5, 0.5);
        QVERIFY(range.window().range.lengthMs() >= TimeWindow::kShortestMs);
    }

    void zoomsIntoLive()
    {
        ChartBed bed;
        bed.range.setKind(ChartRange::Live);
        bed.range.zoomTo(0.2, 0.6);
        QVERIFY(!bed.range.isLive());
        QCOMPARE(bed.range.window().range.lengthMs(), 2 * kMinute);
        bed.range.previous();
        QVERIFY(bed.range.canGoForward());
        bed.range.zoomOut();
        bed.range.zoomOut();
        QVERIFY(bed.range.isLive());
    }

    void takesDays()
    {
        ChartBed bed;
        ChartRange &range = bed.range;
        const auto set = [&](const char *first, const char *last) {
            return range.setDays(QString::fromLatin1(first), QString::fromLatin1(last));
        };
        QCOMPARE(set("2025-11-03", "2025-11-09"), QString());
        QCOMPARE(range.kind(), ChartRange::Custom);
        QCOMPARE(shown(range), QStringLiteral("2025-11-03T00:00 2025-11-10T00:00"));
        QCOMPARE(range.firstDay(), QStringLiteral("2025-11-03"));
        QCOMPARE(range.lastDay(), QStringLiteral("2025-11-09"));
        range.previous();
        QCOMPARE(range.firstDay(), QStringLiteral("2025-10-27"));
        for (const auto &[first, last] :
             QList<std::pair<const char *, const char *>>{{"2025-11-09", "2025-11-03"},
                                                          {"x", "2025-11-03"},
                                                          {"2025-11-09", ""},
                                                          {"2025-12-01", "2025-12-03"},
                                                          {"1995-12-01", "2025-11-03"},
                                                          {"2025-11-03", "2099-11-03"}}) {
            QVERIFY2(!set(first, last).isEmpty(), first);
            QCOMPARE(range.firstDay(), QStringLiteral("2025-10-27"));
        }
    }

    void knowsThePeriodBefore()
    {
        ChartBed bed;
        bed.range.setKind(ChartRange::Month);
        const TimeRange before = bed.range.periodBefore();
        QCOMPARE(before.startUtcMs, at(bed.range.calendar(), "2025-10-01"));
        QCOMPARE(before.endUtcMs, at(bed.range.calendar(), "2025-11-01"));
        bed.range.setKind(ChartRange::Live);
        QVERIFY(bed.range.periodBefore().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChartRange)
#include "tst_chart_range.moc"
