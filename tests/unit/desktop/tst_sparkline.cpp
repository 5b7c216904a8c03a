// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>

#include "chart_stage.h"
#include "desktop/charts/sparkline.h"

using namespace outlet;
using namespace outlet::test;

/// The small curve in a real window, judged by the pixels that come out.
class TestSparkline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsPaintedTwice()
    {
        Stage<Sparkline> stage({104, 38});
        stage.feed(steps());
        (void)stage.shot();
        const int paints = stage.item.paints;
        QVERIFY(paints > 0);
        for (int i = 0; i < 3; ++i) {
            stage.item.setLineColor(kLine);
            stage.item.setOffline(false);
            stage.item.setSeries(&stage.series);
            stage.clock.advance(10min); // a small curve does not move on by itself
            (void)stage.shot();
        }
        QCOMPARE(stage.item.paints, paints);
    }

    void sparklineIsPaintedOnceASecond()
    {
        Stage<Sparkline> stage({104, 38});
        stage.feed(steps());
        stage.clock.advance(5s);
        (void)stage.shot();
        const int before = stage.item.paints;
        for (int i = 0; i < 20; ++i) { // twenty readings within a second
            stage.series.add({stage.clock.utcMs(), 10.0 + i, true});
            (void)stage.shot();
            stage.clock.advance(50ms);
        }
        (void)stage.shot();
        QCOMPARE(stage.item.paints,
                 before + 2); // the first at once, the rest when the second is up
        stage.clock.advance(10s);
        (void)stage.shot();
        QCOMPARE(stage.item.paints, before + 2);
    }

    void sparklineShowsTheCurve()
    {
        Stage<Sparkline> stage({103, 46}); // a plot of 100 x 40, 3 px below the top
        stage.item.setFillColor(QColor(0, 200, 200));
        stage.feed(steps());
        const QImage image = stage.shot();
        const qreal high = 3 + 40 * (1 - 1 / 1.05);
        const qreal low = 3 + 40 * (1 - 0.2 / 1.05);
        QVERIFY(near(stage.at(image, 15, high), kLine));
        QVERIFY(near(stage.at(image, 50, low), kLine));
        QVERIFY(near(stage.at(image, 15, 30), QColor(0, 200, 200)));
        QVERIFY(near(stage.at(image, 50, 20), kPaper));
        QVERIFY(near(stage.at(image, 101, high), kLine)); // the dot
        QVERIFY(near(stage.at(image, 50, 45), kPaper));
    }

    void sparklineFillsWithItsLineColor()
    {
        Sparkline spark;
        QSignalSpy fill(&spark, &Sparkline::fillColorChanged);
        spark.setLineColor(QColor(10, 20, 30));
        QCOMPARE(fill.count(), 1);
        QCOMPARE(spark.fillColor().rgb() & 0xffffff, QColor(10, 20, 30).rgb() & 0xffffff);
        QVERIFY(qAbs(spark.fillColor().alphaF() - 0.13f) < 0.01f);
        spark.setFillColor(Qt::green);
        spark.setLineColor(Qt::blue);
        QCOMPARE(spark.fillColor(), QColor(Qt::green));
        spark.resetFillColor();
        QCOMPARE(spark.fillColor().blue(), 255);
    }

    void sparklineOffline()
    {
        Stage<Sparkline> stage({103, 46});
        stage.feed(steps());
        stage.item.setOffline(true);
        const QImage image = stage.shot();
        QVERIFY(near(stage.at(image, 20, 43), kLine));
        QVERIFY(near(stage.at(image, 15, 5), kPaper)); // no old curve
        int inked = 0;
        for (int x = 46; x < 100; ++x)
            inked += near(stage.at(image, x, 43), kLine);
        QVERIFY2(inked > 10 && inked < 45, qPrintable(QString::number(inked))); // dots
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication app(argc, argv);
    TestSparkline test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sparkline.moc"
