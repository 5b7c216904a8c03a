// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <cmath>

#include "curve_samples.h"
#include "desktop/charts/history_curve.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr double kGone = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kBucket = 5 * kMinute;

CurveQuery query(qint64 lengthMs, qint64 bucketMs = kBucket)
{
    return {QStringLiteral("a"), {0, lengthMs}, 600, bucketMs};
}

CurveSpan span(const TimeRange &range)
{
    return {range.startUtcMs, range.endUtcMs};
}

QList<double> means(const Curve &curve)
{
    QList<double> watts;
    for (const PlotPoint &point : curve.points())
        watts << point.meanWatts;
    return watts;
}

} // namespace

/// From an answer of the history to what is drawn of it.
class TestHistoryCurve : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bucketsBecomePointsWithTheirBand()
    {
        const CurveAnswer answer = bucketAnswer(query(kHour), {100, 120, 80});
        const Curve curve = makeCurve(answer, span(answer.range), 1);
        QCOMPARE(curve.pieces.size(), 1);
        QCOMPARE(means(curve), QList<double>({100, 120, 80}));
        const PlotPoint first = curve.points().constFirst();
        QCOMPARE(first.utcMs, double(kBucket) / 2); // the middle of its bucket
        QCOMPARE(first.lowWatts, 90.0);
        QCOMPARE(first.highWatts, 110.0);
        QVERIFY(first.readings > 1); // so that the band is drawn
        QCOMPARE(curve.averageWatts, 100.0);
        QCOMPARE(curve.peakWatts, 130.0);
        QCOMPARE(curve.lowWatts, 70.0);
        QVERIFY(curve.gaps.isEmpty()); // what is not over yet is no gap
        QCOMPARE(curve.on, QList<CurveSpan>({{0, 3 * kBucket}}));
    }

    void gapsAreNeverJoined()
    {
        const CurveAnswer answer =
            bucketAnswer(query(kHour), {100, 100, kGone, kGone, 50, 50, kGone, kGone, kGone});
        const Curve curve = makeCurve(answer, span(answer.range), 1);
        QCOMPARE(curve.pieces.size(), 2);
        QCOMPARE(curve.gaps,
                 QList<CurveSpan>({{2 * kBucket, 4 * kBucket}, {6 * kBucket, 9 * kBucket}}));
        QCOMPARE(curve.notRecorded, QList<bool>({false, false}));
        QCOMPARE(curve.lowWatts, 40.0); // never 0
        QCOMPARE(curve.on, QList<CurveSpan>({{0, 2 * kBucket}, {4 * kBucket, 6 * kBucket}}));
    }

    /// It went away in the middle of a bucket and came back in the middle of another one.
    void statesSayExactlyHowLongItWasAway()
    {
        CurveAnswer answer = bucketAnswer(query(kHour), {100, 100, kGone, kGone, 50, 50});
        const TimeRange away{kBucket + 2 * kMinute, 4 * kBucket + 3 * kMinute};
        answer.states = {{{0, away.startUtcMs}, StateSpan::State::On},
                         {away, StateSpan::State::Offline},
                         {{away.endUtcMs, 6 * kBucket}, StateSpan::State::Off}};
        const Curve curve = makeCurve(answer, span(answer.range), 1);
        QCOMPARE(curve.gaps, QList<CurveSpan>({span(away)}));
        QCOMPARE(curve.on, QList<CurveSpan>({{0, away.startUtcMs}}));
    }

    void saysWhetherItWasOutletItself()
    {
        CurveAnswer answer = bucketAnswer(query(kHour), {100, kGone, kGone, 50});
        answer.states = {{{kBucket, 3 * kBucket}, StateSpan::State::NotRecording}};
        QCOMPARE(makeCurve(answer, span(answer.range), 1).notRecorded, QList<bool>({true}));
    }

    void nothingIsMissingBeforeTheFirstData()
    {
        CurveAnswer answer = bucketAnswer(query(kHour), {kGone, kGone, kGone, 50, 60});
        answer.firstUtcMs = 3 * kBucket + kMinute;
        answer.states = {{{0, 3 * kBucket + kMinute}, StateSpan::State::NotRecording},
                         {{3 * kBucket + kMinute, 5 * kBucket}, StateSpan::State::On}};
        Curve curve = makeCurve(answer, span(answer.range), 1);
        QVERIFY(curve.gaps.isEmpty());
        answer.points.clear();
        answer.firstUtcMs.reset();
        curve = makeCurve(answer, span(answer.range), 1);
        QVERIFY(curve.gaps.isEmpty());
        QCOMPARE(curve.readings, 0);
    }

    void aPartIsCutOut()
    {
        QList<double> watts;
        for (int i = 0; i < 12; ++i)
            watts << 10 * i;
        const CurveAnswer answer = bucketAnswer(query(kHour), watts);
        const CurveSpan window{3 * kBucket, 6 * kBucket};
        const Curve curve = makeCurve(answer, window, 1);
        QCOMPARE(curve.range, window);
        QCOMPARE(curve.pieces.size(), 1);
        // One point beyond each edge lets the line enter and leave.
        QCOMPARE(curve.pieces.constFirst().size(), 5);
        QCOMPARE(curve.pieces.constFirst().constFirst().meanWatts, 20.0);
        QCOMPARE(curve.pieces.constFirst().constLast().meanWatts, 60.0);
        QCOMPARE(curve.peakWatts, 60.0); // 50 and its band; not what is outside
        QCOMPARE(curve.averageWatts, 40.0);
        QCOMPARE(curve.on, QList<CurveSpan>({window}));
        // Nothing of it is seen from far away.
        QVERIFY(makeCurve(answer, {10 * kHour, 11 * kHour}, 1).pieces.isEmpty());
    }

    /// Readings at one a second over ten minutes on a plot of 100 columns: two points a column at
    /// most, and none of the extremes is lost.
    void readingsAreJoinedByColumns()
    {
        CurveAnswer answer;
        answer.range = {0, 10 * kMinute};
        answer.firstUtcMs = 0;
        answer.asOfUtcMs = answer.range.endUtcMs;
        for (int i = 0; i < 600; ++i) {
            const float watts = i == 333 ? 900.F : i == 444 ? 1.F : 100.F;
            answer.points.append({i * 1000, 0, watts, watts, watts, i == 0});
        }
        const qint64 column = answer.range.endUtcMs / 100;
        const Curve curve = makeCurve(answer, span(answer.range), column);
        QCOMPARE(curve.pieces.size(), 1);
        QVERIFY(curve.points().size() <= 200);
        QVERIFY(curve.points().size() >= 100);
        QCOMPARE(curve.peakWatts, 900.0);
        QCOMPARE(curve.lowWatts, 1.0);
    }

    void readingsBecomeLivePoints()
    {
        CurveAnswer answer;
        answer.range = {0, 5 * kMinute};
        answer.points = {{1000, 0, 10, 10, 10, true},
                         {6000, 0, 20, 20, 20, false},
                         {200'000, 0, 30, 30, 30, true},
                         {250'000, 0, 40, 40, 40, false}};
        answer.states = {{{0, 7000}, StateSpan::State::On},
                         {{7000, 190'000}, StateSpan::State::Offline},
                         {{190'000, 300'000}, StateSpan::State::Off}};
        const QList<LivePoint> points = livePoints(answer, 240'000);
        QCOMPARE(points.size(), 4); // two, the beginning of the gap, one; the last is in memory
        QCOMPARE(points.at(0).watts, 10.0);
        QCOMPARE(points.at(1).on, true);
        QVERIFY(!points.at(2).watts);
        QCOMPARE(points.at(3).watts, 30.0);
        QCOMPARE(points.at(3).on, false);
    }

    void periodsAreLaidOverEachOther()
    {
        const CurveAnswer answer = bucketAnswer(query(kHour), {100, kGone, kGone, 50});
        const Curve curve = shifted(makeCurve(answer, span(answer.range), 1), 24 * kHour);
        QCOMPARE(curve.range.fromMs, 24 * kHour);
        QCOMPARE(curve.points().constFirst().utcMs, double(24 * kHour + kBucket / 2));
        QCOMPARE(curve.gaps.constFirst().fromMs, 24 * kHour + kBucket);
        QCOMPARE(curve.on.constFirst().fromMs, 24 * kHour);
    }

    void othersAreSummed()
    {
        const auto curve = [](const QList<double> &watts) {
            const CurveAnswer answer = bucketAnswer(query(kHour), watts);
            return makeCurve(answer, span(answer.range), 1);
        };
        const Curve total = sum({curve({10, 20, kGone, kGone, 50}), curve({1, 2, 3, kGone, 5})});
        QCOMPARE(means(total), QList<double>({11, 22, 3, 55}));
        QCOMPARE(total.pieces.size(), 2); // of the fourth bucket nothing is known
        QCOMPARE(total.peakWatts, 55.0);
        QVERIFY(sum({}).pieces.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHistoryCurve)
#include "tst_history_curve.moc"
