// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "curve_samples.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

HistoryProblem unreadable()
{
    HistoryProblem problem;
    problem.kind = HistoryProblem::Kind::CannotRead;
    problem.path = QStringLiteral("/outlet.sqlite");
    return problem;
}

} // namespace

/// The curves behind a chart: what is asked for when, and what is shown meanwhile.
class TestChartCurves : public QObject
{
    Q_OBJECT

    static double firstMean(const ChartCurves &curves)
    {
        const auto points = curves.lines().constFirst().curve.points();
        return points.isEmpty() ? -1 : points.constFirst().meanWatts;
    }

private Q_SLOTS:
    void asksWhenItIsSeen()
    {
        ChartBed bed;
        QCOMPARE(bed.energy.curvesAsked.size(), 0);
        bed.curves.setColumns(700);
        bed.curves.setPaused(false);
        QCOMPARE(bed.energy.curvesAsked.size(), 1);
        const CurveQuery query = bed.lastCurve().query;
        QCOMPARE(query.outletId, QStringLiteral("a"));
        QCOMPARE(query.range, bed.range.window().range);
        QCOMPARE(query.bucketMs, 5 * kMinute);
        QCOMPARE(query.columns, 700);
        bed.curves.setPaused(true);
        bed.curves.setPaused(false);
        QCOMPARE(bed.energy.curvesAsked.size(), 1); // it is on its way
        QSignalSpy changed(&bed.curves, &ChartCurves::changed);
        bed.lastCurve().answer(bucketAnswer(query, {50, 60}));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(firstMean(bed.curves), 50.0);
        QVERIFY(!bed.curves.isLoading());
    }

    void asksForLocalDays()
    {
        ChartBed bed;
        bed.range.setKind(ChartRange::Year);
        bed.curves.setPaused(false);
        const CurveQuery query = bed.lastCurve().query;
        QCOMPARE(query.edgesUtcMs, bed.energy.local.edges(query.range, CalendarUnit::Day));
        bed.range.setKind(ChartRange::Week);
        QVERIFY(bed.lastCurve().query.edgesUtcMs.isEmpty());
    }

    void dimsAndSpinsOnlyWhenItTakesLong()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        QVERIFY(bed.curves.isLoading());
        QVERIFY(!bed.curves.isDimmed() && !bed.curves.isBusy());
        bed.clock.advance(100ms);
        QVERIFY(bed.curves.isDimmed() && !bed.curves.isBusy());
        bed.clock.advance(199ms);
        QVERIFY(!bed.curves.isBusy());
        bed.clock.advance(1ms);
        QVERIFY(bed.curves.isBusy());
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, {50}));
        QTRY_VERIFY(!bed.curves.isBusy());
        QVERIFY(!bed.curves.isDimmed() && !bed.curves.isLoading());
    }

    /// Zooming keeps the old picture until the new one is there.
    void keepsTheOldPictureAndIgnoresOutdatedAnswers()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        const auto day = bed.lastCurve();
        day.answer(bucketAnswer(day.query, QList<double>(200, 50)));
        QTRY_VERIFY(!bed.curves.isLoading());
        bed.range.zoomTo(0.25, 0.5);
        QVERIFY(bed.curves.isLoading());
        QCOMPARE(firstMean(bed.curves), 50.0);
        QCOMPARE(bed.curves.window().fromMs, bed.range.window().range.startUtcMs);
        const auto first = bed.lastCurve();
        bed.range.zoomTo(0, 0.1);
        const auto second = bed.lastCurve();
        QVERIFY(first.isCanceled());
        QVERIFY(first.query.bucketMs != second.query.bucketMs);
        second.answer(bucketAnswer(second.query, QList<double>(500, 70)));
        QTRY_COMPARE(firstMean(bed.curves), 70.0);
        // The first answer comes after all.
        first.answer(bucketAnswer(first.query, QList<double>(500, 60)));
        QCoreApplication::processEvents();
        QCOMPARE(firstMean(bed.curves), 70.0);
        QVERIFY(!bed.curves.isLoading());
    }

    void movingALittleAsksNothing()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        bed.range.zoomTo(0.2, 0.4);
        const auto asked = bed.lastCurve();
        asked.answer(bucketAnswer(asked.query, QList<double>(300, 50)));
        QTRY_VERIFY(!bed.curves.isLoading());
        const auto count = bed.energy.curvesAsked.size();
        bed.range.pan(0.2);
        bed.range.pan(0.2);
        QCOMPARE(bed.energy.curvesAsked.size(), count);
        QVERIFY(!bed.curves.isLoading());
        bed.range.pan(0.2);
        QCOMPARE(bed.energy.curvesAsked.size(), count + 1);
        QVERIFY(bed.curves.isLoading());
    }

    void followsWhatIsRecorded()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, {50}));
        QTRY_VERIFY(!bed.curves.isLoading());
        const TimeRange now{bed.clock.utcMs() - 5000, bed.clock.utcMs()};
        Q_EMIT bed.energy.recorded({QStringLiteral("b")}, now);
        Q_EMIT bed.energy.recorded({QStringLiteral("a")}, {0, 1000});
        bed.clock.advance(10min);
        QCOMPARE(bed.energy.curvesAsked.size(), 1); // another outlet, another time
        for (int i = 0; i < 30; ++i) {
            Q_EMIT bed.energy.recorded({QStringLiteral("a")}, now);
            bed.clock.advance(1s);
        }
        QCOMPARE(bed.energy.curvesAsked.size(), 1); // a day grows slowly
        bed.clock.advance(30s);
        QCOMPARE(bed.energy.curvesAsked.size(), 2);
        QVERIFY(!bed.curves.isLoading()); // it only grows: nothing is dimmed
        Q_EMIT bed.energy.recorded({QStringLiteral("a")}, now);
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, {50, 60}));
        QTRY_COMPARE(bed.curves.lines().constFirst().curve.points().size(), 2);
        bed.clock.advance(1min); // more came while it was asked
        QCOMPARE(bed.energy.curvesAsked.size(), 3);
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, {50, 60}));
        Q_EMIT bed.energy.rewritten();
        QCOMPARE(bed.energy.curvesAsked.size(), 4);
    }

    void saysWhatIsEmpty()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        QVERIFY(bed.curves.emptyText().isEmpty());
        CurveAnswer answer = bucketAnswer(bed.lastCurve().query, {});
        answer.firstUtcMs = at(bed.energy.local, "2025-11-05T16:12");
        bed.range.setDays(QStringLiteral("2025-11-03"), QStringLiteral("2025-11-03"));
        answer.range = bed.lastCurve().query.range;
        answer.asOfUtcMs = bed.clock.utcMs();
        bed.lastCurve().answer(answer);
        QTRY_COMPARE(bed.curves.emptyText(), QStringLiteral("No readings for Nov 3"));
        QCOMPARE(plain(bed.curves.emptyNote()), QStringLiteral("First reading: Nov 5, 4:12 PM"));
        bed.range.next();
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, QList<double>(300, 5)));
        QTRY_VERIFY(bed.curves.emptyText().isEmpty());
    }

    void saysWhatWentWrongAndTriesAgain()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        bed.lastCurve().answer(unreadable());
        QTRY_VERIFY(!bed.curves.errorText().isEmpty());
        QCOMPARE(bed.curves.errorText(), unreadable().sentence());
        QVERIFY(bed.curves.emptyText().isEmpty());
        QVERIFY(!bed.curves.isLoading());
        bed.curves.retry();
        QCOMPARE(bed.energy.curvesAsked.size(), 2);
        QVERIFY(bed.curves.isLoading());
        bed.lastCurve().answer(bucketAnswer(bed.lastCurve().query, {5}));
        QTRY_VERIFY(bed.curves.errorText().isEmpty());
        QCOMPARE(firstMean(bed.curves), 5.0);
        bed.curves.retry(); // nothing is wrong
        QCOMPARE(bed.energy.curvesAsked.size(), 2);
    }

    /// Live comes from memory; what memory is too young for, from the history.
    void liveTakesOverFromTheHistory()
    {
        ChartBed bed;
        const qint64 now = bed.clock.utcMs();
        for (int ago = 60; ago >= 0; ago -= 5)
            bed.face->live()->add({now - ago * 1000, 200, true});
        bed.range.setKind(ChartRange::Live);
        bed.curves.setPaused(false);
        QCOMPARE(bed.energy.curvesAsked.size(), 1);
        const CurveQuery query = bed.lastCurve().query;
        QCOMPARE(query.bucketMs, 0);
        QCOMPARE(query.range.startUtcMs, now - TimeWindow::kLiveMs);
        QCOMPARE(query.range.endUtcMs, now - 60'000);
        QVERIFY(!bed.curves.isLoading()); // there is something to see
        QCOMPARE(bed.curves.lines().constFirst().curve.points().size(), 13);
        CurveAnswer answer;
        answer.range = query.range;
        for (int ago = 295; ago > 60; ago -= 5)
            answer.points.append({now - ago * 1000, 0, 100, 100, 100, ago == 295});
        bed.lastCurve().answer(answer);
        QTRY_COMPARE(bed.curves.lines().constFirst().curve.points().size(), 60);
        QCOMPARE(bed.curves.lines().constFirst().curve.pieces.size(), 1);
        // Later memory is enough, and nothing is asked any more.
        bed.clock.advance(1s);
        for (int i = 1; i <= 60; ++i) {
            bed.clock.advance(5s);
            bed.face->live()->add({bed.clock.utcMs(), 200, true});
        }
        QCOMPARE(bed.energy.curvesAsked.size(), 1);
        QCOMPARE(firstMean(bed.curves), 200.0);
    }

    void liveIsNotMadeMoreOftenThanItIsSeen()
    {
        ChartBed bed;
        bed.range.setKind(ChartRange::Live);
        bed.curves.setPaused(false);
        QSignalSpy changed(&bed.curves, &ChartCurves::changed);
        for (int i = 0; i < 100; ++i) {
            bed.face->live()->add({bed.clock.utcMs(), 100.0 + i, true});
            bed.clock.advance(10ms);
        }
        QVERIFY2(changed.size() <= 5, qPrintable(QString::number(changed.size())));
        QVERIFY(changed.size() >= 4);
        changed.clear();
        bed.clock.advance(10s); // "now" moves on without readings, too
        QVERIFY(changed.size() >= 9 && changed.size() <= 11);
        bed.curves.setPaused(true);
        changed.clear();
        bed.clock.advance(10s);
        bed.face->live()->add({bed.clock.utcMs(), 1, true});
        QCOMPARE(changed.size(), 0);
    }

    void anOutletMayGoAway()
    {
        ChartBed bed;
        bed.curves.setPaused(false);
        const auto question = bed.lastCurve();
        bed.face.reset();
        QVERIFY(bed.curves.lines().isEmpty());
        QVERIFY(!bed.curves.isLoading());
        bed.clock.advance(1h);
        bed.curves.setFace(nullptr);
        QVERIFY(question.isCanceled());
        question.answer(bucketAnswer(question.query, {1}));
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestChartCurves)
#include "tst_chart_curves.moc"
