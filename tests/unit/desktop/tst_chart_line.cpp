// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QSet>
#include <QtTest/QTest>

#include "curve_samples.h"
#include "desktop/charts/chart_line.h"
#include "desktop/charts/chart_words.h"
#include "desktop/charts/history_curve.h"
#include "desktop/charts/line_labels.h"

using namespace outlet;
using namespace outlet::test;

namespace {

ChartLine line(const QString &key, int color, double watts)
{
    const CurveAnswer answer =
        bucketAnswer({key, {0, kHour}, 600, 5 * kMinute}, QList<double>(12, watts));
    return {key, key.toUpper(), color, false, makeCurve(answer, {0, kHour}, 1)};
}

} // namespace

/// Several lines in one chart: colours, "Others", names at their ends.
class TestChartLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSingleLineHasTheAccent()
    {
        QCOMPARE(ChartLines::arranged({line(QStringLiteral("a"), 5, 10)}).constFirst().color, 0);
        QVERIFY(ChartLines::arranged({}).isEmpty());
    }

    void noColourIsUsedTwice()
    {
        const auto lines = ChartLines::arranged(
            {line(QStringLiteral("a"), 0, 1), line(QStringLiteral("b"), 1, 2),
             line(QStringLiteral("c"), 1, 3), line(QStringLiteral("d"), 99, 4)});
        QCOMPARE(lines.at(1).color, 1); // the wish of the first who has it
        QSet<int> colors;
        for (const ChartLine &each : lines)
            colors.insert(each.color);
        QCOMPARE(colors.size(), 4);
        QVERIFY(!colors.contains(0));
    }

    void moreThanEightAreSevenAndOthers()
    {
        QList<ChartLine> lines{line(QStringLiteral("own"), 0, 0.5)};
        for (int i = 0; i < 10; ++i)
            lines += line(QStringLiteral("o%1").arg(i), i % 9, 100.0 * (i + 1));
        const auto arranged = ChartLines::arranged(lines);
        QCOMPARE(arranged.size(), 8);
        QCOMPARE(arranged.constFirst().key, QStringLiteral("own")); // however small
        QCOMPARE(arranged.constLast().key, ChartLine::kOthers);
        QCOMPARE(arranged.constLast().color, ChartLines::kSlate);
        // 100 to 400 W are joined; 500 to 1,000 W stand for themselves.
        QCOMPARE(arranged.constLast().curve.points().constFirst().meanWatts, 1000.0);
        QSet<int> colors;
        for (const ChartLine &each : arranged)
            colors.insert(each.color);
        QCOMPARE(colors.size(), 8);
    }

    void labelsDoNotLieOnEachOther()
    {
        QCOMPARE(placeLabels({50, 150}, 10, 0, 200), QList<qreal>({50, 150}));
        QCOMPARE(placeLabels({50, 52, 51}, 10, 0, 200), QList<qreal>({50, 70, 60}));
        QCOMPARE(placeLabels({-5, 199, 198}, 10, 0, 200), QList<qreal>({5, 195, 185}));
        QVERIFY(placeLabels({}, 10, 0, 200).isEmpty());
    }

    void tooltipHasTheFourLargest()
    {
        ChartBed bed;
        QList<ChartLine> lines;
        const TimeRange day = bed.range.window().range;
        for (int i = 0; i < 7; ++i) {
            ChartLine each = line(QStringLiteral("o%1").arg(i), i + 1, 10.0 * (i + 1));
            each.curve = shifted(each.curve, day.startUtcMs);
            lines += each;
        }
        lines[6].isHidden = true;
        const PlotPoint point = lines.at(1).curve.points().at(3);
        const ChartTip tip = ChartWords::tip(lines, 1, point, bed.range);
        QCOMPARE(tip.rows.size(), 4);
        QCOMPARE(tip.rows.constFirst().name, QStringLiteral("O2")); // in the order of the lines
        QCOMPARE(tip.rows.constLast().name, QStringLiteral("O5"));
        QCOMPARE(tip.more, QStringLiteral("2 more outlets"));
        QVERIFY(tip.time.contains(QStringLiteral("12:15")));
    }

    void tableHasAColumnForEachLine()
    {
        ChartBed bed;
        const TimeRange day = bed.range.window().range;
        QList<ChartLine> lines{line(QStringLiteral("a"), 1, 10), line(QStringLiteral("b"), 2, 20)};
        for (ChartLine &each : lines)
            each.curve = shifted(each.curve, day.startUtcMs);
        lines[1].curve.pieces[0].removeLast();
        ChartRows table = ChartWords::table(lines, bed.range);
        QCOMPARE(table.columns.size(), 3);
        QCOMPARE(table.columns.constLast(), QStringLiteral("B"));
        QCOMPARE(table.rows.size(), 12);
        QCOMPARE(table.rows.constFirst().at(2), QStringLiteral("–")); // unknown is not 0
        QVERIFY(table.rows.constLast().at(2).startsWith(QStringLiteral("20.0")));
        lines[1].isHidden = true;
        table = ChartWords::table(lines, bed.range);
        QCOMPARE(table.columns.size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestChartLine)
#include "tst_chart_line.moc"
