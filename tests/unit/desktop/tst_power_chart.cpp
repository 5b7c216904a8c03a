// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>

#include "chart_stage.h"
#include "desktop/charts/power_chart.h"

using namespace outlet;
using namespace outlet::test;

namespace {

void dress(PowerChart &chart)
{
    chart.setGridColor(kGrid);
    chart.setGapColor(kGap);
    chart.setStateColor(kState);
    chart.setTextColor(kText);
    chart.setSurfaceColor(kPaper);
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
        Stage<PowerChart> stage;
        dress(stage.item);
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
        Stage<PowerChart> stage;
        dress(stage.item);
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

    void bandFromLowToHigh()
    {
        Stage<PowerChart> stage;
        dress(stage.item);
        stage.item.setSpanSeconds(3600);
        QList<std::optional<double>> watts;
        for (int i = 0; i <= 720; ++i)
            watts << (i % 2 == 0 ? 20.0 : 80.0);
        stage.feed(watts);
        const QImage image = stage.shot();
        // The average line, about 50 W: a bucket holds two or three readings.
        int line = 0;
        for (int y = 78; y <= 122; ++y)
            line += near(stage.at(image, 150, y), kLine);
        QVERIFY(line > 0);
        const QColor band(244, 204, 204); // a fifth of the line's colour
        for (const int y : {55, 65, 135, 145})
            QVERIFY2(near(stage.at(image, 150, y), band),
                     qPrintable(stage.at(image, 150, y).name()));
        QVERIFY(near(stage.at(image, 150, 20), kPaper));
        QVERIFY(near(stage.at(image, 150, 180), kPaper));
    }

    void emptyChartHasItsGrid()
    {
        Stage<PowerChart> stage;
        dress(stage.item);
        const QImage image = stage.shot();
        QVERIFY(stage.item.isEmpty());
        QCOMPARE(countNear(image, kLine), 0);
        QVERIFY(near(stage.at(image, 150, 100), kGrid));
        QCOMPARE(stage.item.averageText(), QString(QChar(0x2013)));
        QCOMPARE(stage.item.tableRows().size(), 0);
    }

    void figures()
    {
        Stage<PowerChart> stage;
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
        QCOMPARE(stage.item.xTicks().size(), 6);
        const QString summary = plain(stage.item.summaryText());
        QVERIFY2(summary.startsWith(QStringLiteral("Power, Office desk, last 5 minute")) &&
                     summary.endsWith(QStringLiteral(", average 115 watts, peak 130 watts")),
                 qPrintable(summary));
        const QVariantList rows = stage.item.tableRows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(plain(rows.first().toMap().value(QStringLiteral("value")).toString()),
                 QStringLiteral("90.0 W"));
        stage.series.add({stage.clock.utcMs() + 1, std::nullopt, std::nullopt});
        stage.clock.advance(5s);
        QCOMPARE(stage.item.tableRows().size(), 4);
        QCOMPARE(stage.item.tableRows().first().toMap().value(QStringLiteral("value")),
                 QVariant(QStringLiteral("No readings")));
    }

    void crosshairSnapsAndHoldsItsTime()
    {
        Stage<PowerChart> stage;
        dress(stage.item);
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

        stage.item.setSpanSeconds(3600);
        QVERIFY(!stage.item.isCrosshairVisible());
        stage.item.moveCrosshairTo(299);
        stage.item.stepCrosshair(-1); // the newest bucket may hold a single reading yet
        QVERIFY(stage.item.crosshairRangeText().startsWith(QStringLiteral("Low ")));
        QVERIFY(stage.item.crosshairValueText().endsWith(QStringLiteral(" average")));
    }

    void axisGrowsAtOnceAndShrinksLate()
    {
        Stage<PowerChart> stage;
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
        Stage<PowerChart> chart;
        chart.feed(steps());
        (void)chart.shot();
        const int charts = chart.item.paints;
        QVERIFY(charts > 0);
        for (int i = 0; i < 3; ++i) {
            chart.item.setLineColor(kLine);
            chart.item.setSpanSeconds(300);
            chart.item.setSeries(&chart.series);
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

    void aSeriesMayGoAway()
    {
        Stage<PowerChart> stage;
        {
            LiveSeries series;
            series.setClock(stage.clock);
            stage.item.setSeries(&series);
            stage.clock.advance(1s);
            series.add({stage.clock.utcMs(), 10, true});
            QVERIFY(!stage.item.isEmpty());
        }
        QCOMPARE(stage.item.series(), nullptr);
        QVERIFY(stage.item.isEmpty());
        stage.clock.advance(1min);
        (void)stage.shot();
        stage.item.setSeries(&stage.series);
        stage.feed({10.0});
        QVERIFY(!stage.item.isEmpty());
    }

    void tinyItemsPaintNothing()
    {
        Stage<PowerChart> stage;
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
