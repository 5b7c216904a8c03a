// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>

#include "chart_stage.h"
#include "curve_samples.h"
#include "desktop/charts/power_chart.h"
#include "desktop/charts/tip_place.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr double kGone = std::numeric_limits<double>::quiet_NaN();

/// A chart of one outlet in a window of its own. Its plot is 300 x 200.
class PowerStage : public ChartBed
{
public:
    explicit PowerStage(ChartRange::Kind kind = ChartRange::Live)
    {
        range.setKind(kind);
        window.setColor(kPaper);
        window.resize(kSize);
        item.setParentItem(window.contentItem());
        item.setSize(kSize);
        item.setLineColor(kLine);
        item.setGridColor(kGrid);
        item.setGapColor(kGap);
        item.setStateColor(kState);
        item.setTextColor(kText);
        item.setSurfaceColor(kPaper);
        item.setCurves(&curves);
        window.show();
        // Everything that shows counts from a window that is there.
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("The window did not come up");
    }

    QImage shot()
    {
        QImage image = window.grabWindow().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(static_cast<qreal>(image.width()) / window.width());
        return image;
    }
    static QColor at(const QImage &image, qreal x, qreal y)
    {
        return Stage<PowerChart>::at(image, x, y);
    }

    /// Readings 5 s apart that end now, all at once, and late enough that the item may paint.
    void feed(const QList<std::optional<double>> &watts)
    {
        clock.advance(1500ms);
        LiveSeries &series = *face->live();
        qint64 time = clock.utcMs() - 5'000 * (watts.size() - 1);
        QSignalBlocker quiet(series);
        for (const auto &value : watts) {
            if (time == clock.utcMs())
                quiet.unblock();
            series.add({time, value, value ? std::optional(*value > 0) : std::nullopt});
            time += 5'000;
        }
    }

    /// Answers the newest question with buckets; waits until they are drawn.
    void answer(const QList<double> &watts)
    {
        lastCurve().answer(bucketAnswer(lastCurve().query, watts));
        QTRY_VERIFY(!curves.isLoading());
    }

    QQuickWindow window;
    Counting<PowerChart> item;
};

/// The 288 buckets of a day: 100 W, at night off, and gone from 12 to 3 PM.
QList<double> dayWatts()
{
    QList<double> watts;
    for (int i = 0; i < 288; ++i)
        watts << (i < 96 ? 0.0 : i >= 144 && i < 180 ? kGone : 100.0);
    return watts;
}

} // namespace

/// The chart in a real window, judged by the pixels that come out. Runs with the software renderer,
/// at whatever scale the environment sets.
class TestPowerChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void chartShowsTheCurve()
    {
        PowerStage stage;
        stage.feed(steps());
        QCOMPARE(stage.item.topWatts(), 100.0);
        const QImage image = stage.shot();
        QCOMPARE(image.size(), kSize * image.devicePixelRatio());
        // The plot is 300 wide (1 px a second) and 200 high (2 px a watt).
        QVERIFY(near(stage.at(image, 50, 0.5), kLine));  // 100 W is the top
        QVERIFY(near(stage.at(image, 150, 160), kLine)); // 20 W
        QVERIFY(near(stage.at(image, 250, 0.5), kLine));
        QVERIFY(near(stage.at(image, 150, 80), kPaper));
        QVERIFY(near(stage.at(image, 50, 160), kPaper));
        // A grid of 25 W, and a bottom line.
        for (const qreal y : {50.0, 100.0, 150.0, 199.0})
            QVERIFY2(near(stage.at(image, 150, y), kGrid) ||
                         near(stage.at(image, 150, y + 0.99), kGrid),
                     qPrintable(QString::number(y)));
        // The strip says that it was on all the time; there is no gap.
        QVERIFY(near(stage.at(image, 20, 212.5), kState));
        QVERIFY(near(stage.at(image, 280, 212.5), kState));
        QCOMPARE(countNear(image, kGap), 0);
        // The newest reading has a dot.
        QVERIFY(near(stage.at(image, 301, 1), kLine));
    }

    void gapsAreFilledAndNotBridged()
    {
        PowerStage stage;
        QList<std::optional<double>> watts = steps();
        for (int i = 20; i < 40; ++i)
            watts[i].reset();
        stage.feed(watts);
        const QImage image = stage.shot();
        // From the last reading at 95 s to the next at 200 s.
        for (const int x : {97, 120, 150, 180, 198}) {
            for (const int y : {20, 80, 130, 160})
                QVERIFY2(!near(stage.at(image, x, y), kLine), qPrintable(QString::number(x)));
            QVERIFY(near(stage.at(image, x, 20), kGap));
        }
        QVERIFY(near(stage.at(image, 90, 20), kPaper));
        QVERIFY(near(stage.at(image, 205, 20), kPaper));
        QVERIFY(near(stage.at(image, 90, 0.5), kLine));
        QVERIFY(near(stage.at(image, 210, 0.5), kLine));
        QVERIFY(near(stage.at(image, 50, 212.5), kState));
        QVERIFY(!near(stage.at(image, 150, 212.5), kState));
        // "Offline 1 min 45 s" and the dots of the strip.
        QVERIFY(countNear(image, kText) > 30);
        QVERIFY(plain(stage.item.summaryText()).contains(QStringLiteral("offline 1 min")));
    }

    /// A day of the history: 12.5 px an hour, 2 px a watt of at most 150.
    void aDayFromTheHistory()
    {
        PowerStage stage(ChartRange::Day);
        stage.answer(dayWatts().mid(0, 17 * 12)); // now is 5 PM
        QCOMPARE(stage.item.topWatts(), 150.0);
        const QImage image = stage.shot();
        const auto x = [](double hour) { return 300 * hour / 24; };
        const auto y = [](double watts) { return 200 * (1 - watts / 150); };
        QVERIFY(near(stage.at(image, x(10), y(100)), kLine));
        QVERIFY(near(stage.at(image, x(4), 200), kLine)); // 0 W while off
        const QColor band(244, 204, 204);                 // a fifth of the line's colour
        for (const double watts : {93.0, 107.0})
            QVERIFY2(near(stage.at(image, x(10), y(watts)), band),
                     qPrintable(stage.at(image, x(10), y(watts)).name()));
        QVERIFY(near(stage.at(image, x(10), y(80)), kPaper));
        QVERIFY(near(stage.at(image, x(10), y(120)), kPaper));
        // Gone from 12 to 3 PM: neither a line nor a band.
        for (const double hour : {12.2, 13.5, 14.8}) {
            for (const double watts : {60.0, 93.0, 100.0, 107.0, 130.0})
                QVERIFY2(!near(stage.at(image, x(hour), y(watts)), kLine) &&
                             !near(stage.at(image, x(hour), y(watts)), band),
                         qPrintable(QString::number(hour)));
            QVERIFY(near(stage.at(image, x(hour), y(130)), kGap));
            QVERIFY(!near(stage.at(image, x(hour), 212.5), kState));
        }
        QVERIFY(near(stage.at(image, x(16), y(100)), kLine));
        // Nothing is known of the future, and nothing is drawn there.
        for (const double hour : {18.0, 21.0, 23.5}) {
            QVERIFY(near(stage.at(image, x(hour), y(100)), kPaper) ||
                    near(stage.at(image, x(hour), y(100)), kGrid));
            QVERIFY(near(stage.at(image, x(hour), y(130)), kPaper));
            QVERIFY(near(stage.at(image, x(hour), 212.5), kPaper));
        }
        // The strip: on from 8, off before.
        QVERIFY(near(stage.at(image, x(10), 212.5), kState));
        QVERIFY(near(stage.at(image, x(4), 212.5), kPaper));
        QVERIFY(stage.item.hasBand() && stage.item.hasGaps() && stage.item.hasOn());
        QCOMPARE(plain(stage.item.summaryText()),
                 QStringLiteral("Power, today, average 42.9 watts, peak 110 watts, "
                                "offline 3 hours"));
        const QVariantList rows = stage.item.tableRows();
        QCOMPARE(rows.size(), 17 * 12 - 36 + 1);
        const QStringList newest =
            rows.constFirst().toMap().value(QStringLiteral("cells")).toStringList();
        QCOMPARE(plain(newest.join(u'|')),
                 QString::fromUtf8("Tue, Nov 18 · 4:55 PM|100 W|90.0 W|110 W"));
    }

    /// It is filled in parts, whose edges must not be seen.
    void theBandHasNoSeams()
    {
        PowerStage stage(ChartRange::Day);
        stage.clock.advance(7h); // past midnight: a whole day
        stage.range.previous();
        stage.answer(QList<double>(288, 100));
        QVERIFY(stage.item.hasBand());
        const QImage image = stage.shot();
        const QColor band = stage.at(image, 20, 58); // 106 W of 150, the line is at 66
        QVERIFY(band != kPaper && !near(band, kLine));
        for (int x = 20; x < 280; ++x)
            QCOMPARE(stage.at(image, x, 58), band);
    }

    /// Loading keeps the old picture at 40 %, and the grid as it is.
    void loadingStepsBack()
    {
        PowerStage stage(ChartRange::Day);
        stage.answer(QList<double>(204, 60)); // of 100 W, from midnight to 5 PM
        QVERIFY(near(stage.at(stage.shot(), 100, 80), kLine));
        const int before = stage.item.paints;
        stage.range.zoomTo(0, 0.5);
        (void)stage.shot();
        QVERIFY(near(stage.at(stage.shot(), 200, 80), kLine)); // at once where it belongs now
        QVERIFY(stage.item.paints > before);
        stage.clock.advance(100ms);
        const QImage image = stage.shot();
        // Two fifths of the line over paper.
        const QColor pale(233, 153, 153);
        QVERIFY2(near(stage.at(image, 200, 80), pale), qPrintable(stage.at(image, 200, 80).name()));
        QVERIFY(near(stage.at(image, 280, 199.5), kGrid));
        stage.answer(QList<double>(600, 60));
        QVERIFY(near(stage.at(stage.shot(), 200, 80), kLine));
    }

    /// Going to another day does not show the old one there.
    void anotherDayBeginsEmpty()
    {
        PowerStage stage(ChartRange::Day);
        stage.answer(QList<double>(204, 75));
        stage.range.previous();
        QCOMPARE(countNear(stage.shot(), kLine), 0);
        QVERIFY(countNear(stage.shot(), kGrid) > 0);
        QCOMPARE(stage.item.topWatts(), 100.0); // the axis waits for the data
        stage.answer(QList<double>(288, 9));
        QCOMPARE(stage.item.topWatts(), 20.0);
        QVERIFY(countNear(stage.shot(), kLine) > 0);
    }

    /// Today over yesterday: two lines with their names at the ends, and no band.
    void periodsAreCompared()
    {
        PowerStage stage(ChartRange::Day);
        const QColor before(0, 0, 250);
        stage.item.setSeriesColors({kLine, kLine, kLine, kLine, kLine, kLine, kLine, before});
        stage.answer(QList<double>(204, 60));
        stage.curves.setWithBefore(true);
        QCOMPARE(stage.energy.curvesAsked.size(), 2); // the own line keeps what it knows
        const CurveQuery asked = stage.lastCurve().query;
        QCOMPARE(asked.range.endUtcMs, stage.range.window().range.startUtcMs);
        stage.answer(QList<double>(288, 20));
        QCOMPARE(stage.curves.lines().size(), 2);
        QCOMPARE(stage.curves.lines().at(0).name, QStringLiteral("Nov 18"));
        QCOMPARE(stage.curves.lines().at(1).name, QStringLiteral("Nov 17"));
        QCOMPARE(stage.item.plotWidth(), 300.0); // narrow: names are in the legend
        stage.window.resize(kSize.grownBy({0, 0, 60, 0}));
        stage.item.setSize(stage.window.size());
        const qreal wide = stage.item.plotWidth();
        QVERIFY(wide > 280 && wide < 340); // room for the names
        const QImage image = stage.shot();
        const qreal ten = wide * 10 / 24;
        QVERIFY(near(stage.at(image, ten, 80), kLine));
        QVERIFY(near(stage.at(image, ten, 160), before));
        QVERIFY(near(stage.at(image, wide * 22 / 24, 160), before)); // all of yesterday
        QVERIFY(near(stage.at(image, ten, 65), kPaper));             // no band of several
        stage.item.moveCrosshairTo(ten);
        QCOMPARE(stage.item.crosshairRows().size(), 2);
        const QVariantMap second = stage.item.crosshairRows().at(1).toMap();
        QCOMPARE(second.value(QStringLiteral("name")), QVariant(QStringLiteral("Nov 17")));
        QCOMPARE(plain(second.value(QStringLiteral("value")).toString()), QStringLiteral("20.0 W"));
        QVERIFY(stage.item.stepLine(-1)); // the lower one
        QCOMPARE(plain(stage.item.crosshairValueText()), QStringLiteral("20.0 W average"));
        QVERIFY(stage.item.stepLine(1));
        QCOMPARE(plain(stage.item.crosshairValueText()), QStringLiteral("60.0 W average"));
        // Hidden, it is in neither picture, axis nor table.
        stage.curves.toggle(ChartLine::kBefore);
        QVERIFY(!near(stage.at(stage.shot(), ten, 160), before));
        QCOMPARE(stage.curves.hiddenKeys(), QStringList(ChartLine::kBefore));
        stage.curves.compareNothing();
        QCOMPARE(stage.curves.lines().size(), 1);
        QVERIFY(stage.curves.legend().isEmpty());
        QVERIFY(!stage.item.stepLine(1));
        QCOMPARE(stage.item.plotWidth(), 360.0);
    }

    void fewerTimesOfTheLiveCurveWhereThereIsLessRoom()
    {
        PowerStage stage;
        stage.feed({100.0, 100.0});
        const auto labels = [&stage] {
            QStringList words;
            for (const QVariant &tick : stage.item.xTicks())
                words << tick.toMap().value(QStringLiteral("label")).toString();
            return words.join(u' ');
        };
        stage.item.setWidth(500);
        QCOMPARE(labels(), QString::fromUtf8("−5 min −4 −3 −2 −1 now"));
        stage.item.setWidth(140);
        QCOMPARE(labels(), QString::fromUtf8("−4 min −2 now"));
    }

    void theTooltipLeavesTheRingAndTheNewestPointAlone()
    {
        const QSizeF tip(100, 60);
        const QSizeF plot(300, 200);
        const QPointF none(-1, -1);
        const auto at = [&](QPointF ring, QPointF newest) {
            return tipPlace(tip, plot, ring, newest);
        };
        QCOMPARE(at({50, 100}, none), QPointF(66, 8));
        QCOMPARE(at({250, 100}, none), QPointF(134, 8));      // left near the end
        QCOMPARE(at({50, 100}, {160, 30}), QPointF(66, 132)); // it lay on the newest
        QCOMPARE(at({50, 100}, {160, 100}), QPointF(66, 8));  // which is lower
        const QSizeF narrow(160, 200);                        // no room on either side
        QCOMPARE(tipPlace(tip, narrow, {80, 50}, none), QPointF(30, 66));
        QCOMPARE(tipPlace(tip, narrow, {80, 150}, none), QPointF(30, 74));
        QCOMPARE(tipPlace(tip, narrow, {60, 150}, none), QPointF(10, 74));
        QCOMPARE(tipPlace({150, 60}, narrow, {120, 150}, none), QPointF(10, 74)); // within
        for (int x = 0; x <= 160; x += 4) {
            for (int y = 0; y <= 200; y += 4) {
                const QRectF box(tipPlace(tip, narrow, QPointF(x, y), none), tip);
                QVERIFY(!box.contains(QPointF(x, y)));
                QVERIFY(box.left() >= 0 && box.right() <= 160 && box.top() >= 0 &&
                        box.bottom() <= 200);
            }
        }
    }

    void emptyChartHasItsGrid()
    {
        PowerStage stage;
        const QImage image = stage.shot();
        QVERIFY(stage.item.isEmpty());
        QCOMPARE(countNear(image, kLine), 0);
        QVERIFY(near(stage.at(image, 150, 100), kGrid));
        QCOMPARE(stage.item.averageText(), QString(QChar(0x2013)));
        QCOMPARE(stage.item.tableRows().size(), 0);
    }

    void figures()
    {
        PowerStage stage;
        stage.item.setTitle(QStringLiteral("Office desk"));
        QSignalSpy figures(&stage.item, &PowerChart::figuresChanged);
        stage.feed({110.0, 130.0, 90.0});
        QVERIFY(figures.count() > 0);
        QCOMPARE(plain(stage.item.averageText()), QStringLiteral("115 W"));
        QCOMPARE(plain(stage.item.peakText()), QStringLiteral("130 W"));
        QCOMPARE(plain(stage.item.minText()), QStringLiteral("90.0 W"));
        QCOMPARE(stage.item.yTicks().size(), 4);
        QCOMPARE(
            plain(stage.item.yTicks().first().toMap().value(QStringLiteral("label")).toString()),
            QStringLiteral("150 W"));
        QCOMPARE(stage.item.yTicks().first().toMap().value(QStringLiteral("pos")), QVariant(0.0));
        const QString summary = plain(stage.item.summaryText());
        QVERIFY2(summary.startsWith(QStringLiteral("Power, Office desk, the last 5 minutes")) &&
                     summary.endsWith(QStringLiteral(", average 115 watts, peak 130 watts")),
                 qPrintable(summary));
        const QVariantList rows = stage.item.tableRows();
        QCOMPARE(rows.size(), 3);
        const auto cell = [](const QVariantList &from, int column) {
            return plain(
                from.first().toMap().value(QStringLiteral("cells")).toStringList().at(column));
        };
        QCOMPARE(cell(rows, 1), QStringLiteral("90.0 W"));
        QCOMPARE(stage.item.tableColumns().size(), 4);
        stage.face->live()->add({stage.clock.utcMs() + 1, std::nullopt, std::nullopt});
        stage.clock.advance(5s);
        QCOMPARE(stage.item.tableRows().size(), 4);
        QCOMPARE(cell(stage.item.tableRows(), 1), QStringLiteral("No readings"));
    }

    void crosshairSnapsAndHoldsItsTime()
    {
        PowerStage stage;
        stage.feed(steps());
        QSignalSpy moved(&stage.item, &PowerChart::crosshairChanged);
        stage.item.moveCrosshairTo(151);
        QCOMPARE(moved.count(), 1);
        QVERIFY(stage.item.isCrosshairVisible());
        QCOMPARE(stage.item.crosshairX(), 150.0);
        QCOMPARE(plain(stage.item.crosshairValueText()), QStringLiteral("20.0 W"));
        QCOMPARE(stage.item.crosshairRangeText(), QString());
        const QString time = stage.item.crosshairTimeText();
        const QImage image = stage.shot();
        QVERIFY(near(stage.at(image, 150.2, 60), kText));
        QVERIFY(near(stage.at(image, 150, 160), kPaper)); // inside the ring
        QVERIFY(near(stage.at(image, 154, 160), kLine));

        stage.clock.advance(10s);
        QCOMPARE(stage.item.crosshairTimeText(), time);
        QCOMPARE(stage.item.crosshairX(), 140.0);
        stage.item.stepCrosshair(-2);
        QCOMPARE(stage.item.crosshairX(), 130.0);
        stage.item.clearCrosshair();
        QVERIFY(!stage.item.isCrosshairVisible());
        QCOMPARE(countNear(stage.shot(), kText), 0);
        stage.item.stepCrosshair(-1);
        QCOMPARE(stage.item.crosshairX(), 290.0); // the newest reading is 10 s old

        stage.range.setKind(ChartRange::Day);
        QVERIFY(!stage.item.isCrosshairVisible());
        stage.answer(dayWatts().mid(0, 204));
        stage.item.moveCrosshairTo(126);
        QCOMPARE(plain(stage.item.crosshairTimeText()),
                 QString::fromUtf8("Tue, Nov 18 · 10:00 AM"));
        QCOMPARE(plain(stage.item.crosshairValueText()), QStringLiteral("100 W average"));
        QCOMPARE(plain(stage.item.crosshairRangeText()),
                 QString::fromUtf8("Low 90.0 W · high 110 W"));
        stage.item.moveCrosshairTo(0);
        stage.item.stepCrosshair(10);
        QVERIFY(plain(stage.item.crosshairTimeText()).endsWith(QStringLiteral("12:50 AM")));
    }

    void axisGrowsAtOnceAndShrinksLate()
    {
        PowerStage stage;
        QSignalSpy axis(&stage.item, &PowerChart::axisChanged);
        stage.feed({50.0, 60.0});
        QCOMPARE(stage.item.topWatts(), 100.0);
        stage.clock.advance(5s);
        stage.feed({1300.0});
        QCOMPARE(stage.item.topWatts(), 1500.0);
        QCOMPARE(axis.count(), 2);
        // The peak leaves the range after five minutes; the axis follows half a minute later.
        for (int i = 0; i < 49; ++i) {
            stage.clock.advance(5s);
            stage.feed({40.0});
        }
        QCOMPARE(stage.item.topWatts(), 1500.0);
        stage.clock.advance(20s);
        QCOMPARE(stage.item.topWatts(), 50.0);
        QCOMPARE(axis.count(), 3);
    }

    void nothingIsPaintedTwice()
    {
        PowerStage chart;
        chart.feed(steps());
        (void)chart.shot();
        const int charts = chart.item.paints;
        QVERIFY(charts > 0);
        for (int i = 0; i < 3; ++i) {
            chart.item.setLineColor(kLine);
            chart.item.setCurves(&chart.curves);
            chart.range.setKind(ChartRange::Live);
            (void)chart.shot();
        }
        QCOMPARE(chart.item.paints, charts);
        // Time alone moves the chart, once a second.
        chart.clock.advance(999ms);
        (void)chart.shot();
        QCOMPARE(chart.item.paints, charts);
        chart.clock.advance(1ms);
        (void)chart.shot();
        QCOMPARE(chart.item.paints, charts + 1);
        // But not while nobody can see it.
        chart.item.setVisible(false);
        chart.clock.advance(1h);
        (void)chart.shot();
        QCOMPARE(chart.item.paints, charts + 1);
        chart.item.setVisible(true);
        (void)chart.shot();
        QCOMPARE(chart.item.paints, charts + 2);
    }

    void curvesMayGoAway()
    {
        PowerStage stage;
        stage.feed(steps());
        QVERIFY(!stage.item.isEmpty());
        {
            ChartCurves curves;
            curves.setRange(&stage.range);
            curves.setFace(stage.face.get());
            stage.item.setCurves(&curves);
            QVERIFY(!stage.item.isEmpty());
        }
        QCOMPARE(stage.item.curves(), nullptr);
        QVERIFY(stage.item.isEmpty());
        stage.clock.advance(1min);
        (void)stage.shot();
        stage.item.setCurves(&stage.curves);
        QVERIFY(!stage.item.isEmpty());
        stage.face.reset();
        stage.clock.advance(1min);
        (void)stage.shot();
        QVERIFY(stage.item.isEmpty());
    }

    void tinyItemsPaintNothing()
    {
        PowerStage stage;
        stage.feed(steps());
        for (const QSizeF &size : {QSizeF(0, 0), QSizeF(300, 0), QSizeF(0.4, 100), QSizeF(1, 1)}) {
            stage.item.setSize(size);
            (void)stage.shot();
            stage.item.moveCrosshairTo(0);
        }
        QVERIFY(stage.item.isCrosshairVisible());
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication app(argc, argv);
    TestPowerChart test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_power_chart.moc"
