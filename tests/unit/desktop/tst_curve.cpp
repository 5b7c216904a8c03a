// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <random>

#include "base/manual_clock.h"
#include "desktop/charts/crosshair.h"
#include "desktop/charts/curve.h"
#include "desktop/charts/live_series.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

/// Points \a stepMs apart, with these watts; NaN is the beginning of a gap.
QList<LivePoint> points(qint64 fromMs, qint64 stepMs, const QList<double> &watts)
{
    QList<LivePoint> list;
    for (const double value : watts) {
        const bool reading = !qIsNaN(value);
        list.append({fromMs, reading ? std::optional(value) : std::nullopt,
                     reading ? std::optional(true) : std::nullopt});
        fromMs += stepMs;
    }
    return list;
}

QList<double> means(const QList<PlotPoint> &points)
{
    QList<double> means;
    for (const PlotPoint &point : points)
        means << point.meanWatts;
    return means;
}

} // namespace

/// What is drawn of a series, without drawing it.
class TestCurve : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing()
    {
        const Curve curve = makeCurve({}, {0, 300'000}, 1);
        QVERIFY(curve.pieces.isEmpty());
        QVERIFY(curve.gaps.isEmpty()); // nobody was there to miss anything
        QVERIFY(curve.on.isEmpty());
        QCOMPARE(curve.readings, 0);
    }

    void rawLine()
    {
        const Curve curve = makeCurve(points(10'000, 5'000, {1, 3, 2}), {0, 25'000}, 1);
        QCOMPARE(curve.pieces.size(), 1);
        QCOMPARE(means(curve.points()), QList<double>({1, 3, 2}));
        QCOMPARE(curve.points().first().utcMs, 10'000.0);
        QCOMPARE(curve.points().first().readings, 1);
        QCOMPARE(curve.readings, 3);
        QCOMPARE(curve.peakWatts, 3.0);
        QCOMPARE(curve.lowWatts, 1.0);
        QVERIFY(curve.gaps.isEmpty());
    }

    void buckets()
    {
        // 10 s buckets, two readings in each; they begin at full tens whatever the range is.
        for (const qint64 from : {0, 1'000, 7'777}) {
            const Curve curve =
                makeCurve(points(20'000, 5'000, {10, 20, 30, 50}), {from, 60'000}, 10'000);
            QCOMPARE(means(curve.points()), QList<double>({15, 40}));
            const PlotPoint second = curve.points().at(1);
            QCOMPARE(second.lowWatts, 30.0);
            QCOMPARE(second.highWatts, 50.0);
            QCOMPARE(second.readings, 2);
            QCOMPARE(second.utcMs, 32'500.0);
        }
    }

    void spikesSurviveDecimation()
    {
        std::mt19937 random(7);
        QList<LivePoint> many;
        double peak = 0;
        double low = 1e9;
        for (int i = 0; i < 36'000; ++i) {
            const double watts = 100 + static_cast<double>(random() % 1000) / 10;
            peak = std::max(peak, watts);
            low = std::min(low, watts);
            many.append({1'000 + i * 100, watts, true});
        }
        many[17'000].watts = 3000;
        const CurveSpan range{1'000, 3'601'000};
        const Curve curve = makeCurve(many, range, range.length() / 700);
        QVERIFY(curve.points().size() <= 702); // a point per pixel column, whatever was measured
        double drawnPeak = 0;
        double drawnLow = 1e9;
        for (const PlotPoint &point : curve.points()) {
            drawnPeak = std::max(drawnPeak, point.highWatts);
            drawnLow = std::min(drawnLow, point.lowWatts);
            QVERIFY(point.lowWatts <= point.meanWatts && point.meanWatts <= point.highWatts);
        }
        QCOMPARE(drawnPeak, 3000.0);
        QCOMPARE(drawnLow, low);
        QCOMPARE(curve.peakWatts, 3000.0);
    }

    void theLineEntersFromTheEdge()
    {
        const auto data = points(0, 10'000, {1, 2, 3, 4});
        const Curve curve = makeCurve(data, {15'000, 40'000}, 1);
        QCOMPARE(curve.pieces.first().size(), 3); // with the last one before the range
        QCOMPARE(curve.pieces.first().first().meanWatts, 2.0);
        QCOMPARE(means(curve.points()), QList<double>({3, 4})); // which is not one of its points
        QCOMPARE(curve.lowWatts, 3.0);
        QCOMPARE(curve.readings, 2);
    }

    void whatIsOlderIsNotThere()
    {
        const auto data = points(0, 1'000, {1, 2, 3});
        const Curve curve = makeCurve(data, {60'000, 80'000}, 1);
        QVERIFY(curve.pieces.isEmpty());
        QCOMPARE(curve.readings, 0);
        const Curve later = makeCurve(data, {600'000, 900'000}, 1);
        QCOMPARE(later.gaps, QList<CurveSpan>({{600'000, 900'000}}));
        QVERIFY(makeCurve(points(50'000, 1'000, {1}), {0, 40'000}, 1).pieces.isEmpty());
    }

    void silenceIsAGap()
    {
        auto data = points(10'000, 5'000, {100, 100});
        data += points(15'000 + kLongestJoinMs, 5'000, {50, 50}); // exactly still joined
        QCOMPARE(makeCurve(data, {0, 130'000}, 1).pieces.size(), 1);
        data[2].utcMs += 1;
        data[3].utcMs += 1;
        const Curve curve = makeCurve(data, {0, 130'000}, 1);
        QCOMPARE(curve.pieces.size(), 2);
        QCOMPARE(curve.gaps, QList<CurveSpan>({{15'000, 105'001}}));
        QCOMPARE(curve.readings, 4);
        QCOMPARE(curve.averageWatts, 75.0); // 5 s of each, nothing of the gap
    }

    void offlineIsAGapAtOnce()
    {
        const double none = qQNaN();
        const Curve curve =
            makeCurve(points(10'000, 5'000, {100, none, none, 100, none}), {0, 40'000}, 1);
        QCOMPARE(curve.pieces.size(), 2);
        QCOMPARE(curve.gaps, QList<CurveSpan>({{10'000, 25'000}, {25'000, 40'000}}));
        QVERIFY(curve.on.isEmpty()); // seen for no time at all
    }

    void silenceUpToNow()
    {
        const auto data = points(0, 5'000, {100, 100});
        QVERIFY(makeCurve(data, {0, 5'000 + kLongestJoinMs}, 1).gaps.isEmpty());
        const Curve curve = makeCurve(data, {0, 5'001 + kLongestJoinMs}, 1);
        QCOMPARE(curve.gaps, QList<CurveSpan>({{5'000, 5'001 + kLongestJoinMs}}));
        QCOMPARE(curve.on, QList<CurveSpan>({{0, 5'000}}));
    }

    void bucketsDoNotBridge()
    {
        const double none = qQNaN();
        const Curve curve = makeCurve(points(10'000, 1'000, {100, none, 50}), {0, 20'000}, 10'000);
        QCOMPARE(curve.pieces.size(), 2);
        QCOMPARE(means(curve.points()), QList<double>({100, 50}));
    }

    void switchedOn()
    {
        QList<LivePoint> data;
        for (int i = 0; i < 6; ++i)
            data.append({10'000 + i * 5'000, 0.0, i == 1 || i == 2 || i == 5});
        const Curve curve = makeCurve(data, {12'000, 40'000}, 1);
        QCOMPARE(curve.on, QList<CurveSpan>({{15'000, 25'000}, {35'000, 40'000}}));
    }

    void averageIsOverTime()
    {
        // 100 W for 10 s (to 50 W within the next 10) and two quick readings more.
        const QList<LivePoint> data{
            {0, 100, true}, {10'000, 100, true}, {20'000, 0, true}, {20'001, 0, true}};
        const Curve curve = makeCurve(data, {0, 30'000}, 1);
        QVERIFY(qAbs(curve.averageWatts - 75) < 0.01);
        QCOMPARE(makeCurve({{5, 42, true}}, {0, 10}, 1).averageWatts, 42.0);
    }

    void seriesKeepsAnHour()
    {
        LiveSeries series;
        QSignalSpy changed(&series, &LiveSeries::changed);
        QVERIFY(qIsNaN(series.latestWatts()));
        for (int i = 0; i <= 7'200; ++i)
            series.add({i * 1000LL, i * 1.0, true});
        QCOMPARE(series.count(), 3601);
        QCOMPARE(series.points().first().utcMs, 3'600'000);
        QCOMPARE(series.latestWatts(), 7200.0);
        QCOMPARE(changed.count(), 7201);
        // The wall clock was set back: what lies in the future now never was.
        series.add({4'000'000, 1, true});
        QCOMPARE(series.points().last().utcMs, 4'000'000);
        QCOMPARE(series.count(), 401);
        series.add({4'001'000, std::nullopt, std::nullopt});
        QVERIFY(qIsNaN(series.latestWatts()));
        series.clear();
        series.clear();
        QCOMPARE(series.count(), 0);
        QCOMPARE(changed.count(), 7204);
    }

    void seriesKnowsNow()
    {
        ManualClock clock(50'000);
        LiveSeries series;
        QCOMPARE(series.nowMs(), 0);
        series.add({40'000, 1, true});
        QCOMPARE(series.nowMs(), 40'000);
        series.setClock(clock);
        QCOMPARE(series.nowMs(), 50'000);
        clock.setUtcMs(10'000);
        QCOMPARE(series.nowMs(), 40'000);
    }

    void crosshair()
    {
        Crosshair cross;
        QCOMPARE(cross.point(), nullptr);
        cross.moveTo(5);
        cross.step(1);
        QCOMPARE(cross.point(), nullptr);
        const auto at = [&cross] { return cross.point() ? cross.point()->utcMs : -1; };
        const auto curve = [](qint64 from) {
            return makeCurve(points(10'000, 10'000, {1, 2, 3, 4}), {from, from + 50'000}, 1);
        };
        cross.setPoints(curve(0).points(), {0, 50'000});
        QCOMPARE(cross.point(), nullptr);
        cross.moveTo(24'000);
        QCOMPARE(at(), 20'000.0);
        cross.moveTo(26'000);
        QCOMPARE(at(), 30'000.0);
        cross.moveTo(-1e9);
        QCOMPARE(at(), 10'000.0);
        cross.moveTo(1e12);
        QCOMPARE(at(), 40'000.0);
        cross.step(-2);
        QCOMPARE(at(), 20'000.0);
        cross.step(100);
        QCOMPARE(at(), 40'000.0);
        cross.step(-100);
        QCOMPARE(at(), 10'000.0);
        // It holds its time while the range moves on, and goes with it when it leaves.
        cross.step(1);
        cross.setPoints(curve(15'000).points(), {15'000, 65'000});
        QCOMPARE(at(), 20'000.0);
        cross.setPoints(curve(25'000).points(), {25'000, 75'000});
        QCOMPARE(cross.point(), nullptr);
        cross.step(-1);
        QCOMPARE(at(), 40'000.0); // from nowhere to the newest
        cross.clear();
        QCOMPARE(cross.point(), nullptr);
    }
};

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
