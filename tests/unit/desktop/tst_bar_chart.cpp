// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtQuick/QQuickWindow>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "bar_samples.h"
#include "desktop/charts/bar_chart.h"
#include "desktop/english_plurals.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const QColor kGround(Qt::white);
const QColor kGrid(0, 0, 200);
const QColor kProjected(210, 210, 210);
const QColor kMark(0, 120, 120);
const QColor kAccent(10, 122, 102);
const QList<QColor> kSeries{QColor(200, 0, 0), QColor(0, 160, 0), QColor(0, 0, 0),
                            QColor(200, 120, 0)};

bool near(const QColor &a, const QColor &b)
{
    constexpr int tolerance = 30;
    return qAbs(a.red() - b.red()) <= tolerance && qAbs(a.green() - b.green()) <= tolerance &&
           qAbs(a.blue() - b.blue()) <= tolerance;
}

} // namespace

/// The bars as they are really shown, and how they are used.
class TestBarChart : public QObject
{
    Q_OBJECT

    EnglishPlurals m_plurals;
    std::unique_ptr<QQuickWindow> m_window;
    BarChart *m_chart = nullptr;
    BarSource m_source;

    QImage shot()
    {
        QImage image = m_window->grabWindow().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(static_cast<qreal>(image.width()) / m_window->width());
        return image;
    }
    static QColor at(const QImage &image, qreal x, qreal y)
    {
        const qreal ratio = image.devicePixelRatio();
        return image.pixelColor(static_cast<int>(x * ratio), static_cast<int>(y * ratio));
    }
    /// Four days in a plot of 400 x 200: bars of 64 in slots of 100.
    static BarData days()
    {
        BarData data = emptyBars(CalendarUnit::Day, {2025, 11, 16}, {2025, 11, 20});
        addOutlet(data, QStringLiteral("a"), {6 * kKwh, 4 * kKwh, 2 * kKwh, -1}, 1);
        addOutlet(data, QStringLiteral("b"), {2 * kKwh, 4 * kKwh, 0, -1}, 2);
        return data;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_plurals);
    }
    void init()
    {
        m_window = std::make_unique<QQuickWindow>();
        m_window->setColor(kGround);
        m_window->resize(400, 200);
        m_chart = new BarChart;
        m_chart->setParentItem(m_window->contentItem());
        m_chart->setSize({400, 200});
        m_chart->setSeriesColors(kSeries);
        m_chart->setAccentColor(kAccent);
        m_chart->setGridColor(kGrid);
        m_chart->setProjectedColor(kProjected);
        m_chart->setMarkColor(kMark);
        m_source.setData(days());
        m_chart->setSource(&m_source);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        delete m_chart;
        m_window.reset();
    }

    void stacksAreDrawn()
    {
        QCOMPARE(m_chart->top(), 10.0);
        const QImage image = shot();
        QVERIFY(near(at(image, 50, 150), kSeries.at(0))); // 6 kWh at the bottom
        QVERIFY(near(at(image, 50, 60), kSeries.at(1)));  // 2 kWh on it
        QVERIFY(near(at(image, 50, 30), kGround));
        QVERIFY(near(at(image, 150, 180), kSeries.at(0)));
        QVERIFY(near(at(image, 150, 80), kSeries.at(1)));
        QVERIFY(near(at(image, 10, 150), kGround));  // beside the bar
        QVERIFY(near(at(image, 350, 150), kGround)); // not known
        QVERIFY(near(at(image, 10, 0.5), kGrid));
        // Ground shows between the parts: 80 px above the bottom in the first bar, or just below.
        bool gap = false;
        for (qreal y = 78; y < 84; y += 0.5)
            gap = gap || near(at(image, 50, y), kGround) || at(image, 50, y).blue() > 60;
        QVERIFY(gap);
    }

    void topsAreRound()
    {
        const QImage image = shot();
        QVERIFY(near(at(image, 18.5, 40.5), kGround));
        QVERIFY(near(at(image, 50, 41.5), kSeries.at(1)));
    }

    void theCurrentBarIsPaleAndDaysToComeAreOutlined()
    {
        BarData data = days();
        data.buckets[2].isCurrent = true;
        data.buckets[3].isFuture = true;
        data.buckets[3].projected = used(5 * kKwh);
        m_source.setData(data);
        QVERIFY(m_chart->hasProjection());
        const QImage image = shot();
        const QColor pale = at(image, 250, 190);
        QVERIFY(!near(pale, kSeries.at(0)) && !near(pale, kGround));
        QVERIFY(pale.red() > pale.green() + 60);
        QVERIFY(near(at(image, 350, 150), kProjected));
        QVERIFY(near(at(image, 350, 80), kGround));
    }

    void missingTimeHasANotch()
    {
        BarData data = days();
        data.buckets[1].missingMs = 8 * 60'000;
        m_source.setData(data);
        QImage image = shot();
        QVERIFY(near(at(image, 150, 33.5), kMark)); // above the bar of 8 kWh, which begins at 40
        QVERIFY(!near(at(image, 50, 33.5), kMark));
        // It needs room also where the bar would reach the top.
        data = emptyBars(CalendarUnit::Day, {2025, 11, 16}, {2025, 11, 17});
        addOutlet(data, QStringLiteral("a"), {10 * kKwh});
        data.buckets[0].missingMs = 60'000;
        m_source.setData(data);
        QCOMPARE(m_chart->top(), 15.0);
    }

    void aSingleSeriesIsTheAccent()
    {
        BarData data = days();
        data.series.removeLast();
        data.series.first().color = 0;
        m_source.setData(data);
        QVERIFY(near(at(shot(), 50, 150), kAccent));
        QVERIFY(m_chart->legend().isEmpty());
    }

    void theLegendHidesAndShows()
    {
        QCOMPARE(m_chart->legend().size(), 2);
        m_chart->toggle(QStringLiteral("a"));
        QVERIFY(m_chart->hiddenKeys().contains(QStringLiteral("a")));
        QVERIFY(near(at(shot(), 150, 180), kSeries.at(1)));
        QCOMPARE(m_chart->top(), 5.0);
        m_source.setData(days()); // new data does not bring it back
        QVERIFY(m_chart->hiddenKeys().contains(QStringLiteral("a")));
        m_chart->toggle(QStringLiteral("a"));
        QVERIFY(near(at(shot(), 150, 180), kSeries.at(0)));
    }

    void aBarIsChosen()
    {
        QSignalSpy changed(m_chart, &BarChart::currentChanged);
        QCOMPARE(m_chart->barAt(-5), 0);
        QCOMPARE(m_chart->barAt(150), 1);
        QCOMPARE(m_chart->barAt(4000), 3);
        m_chart->choose(m_chart->barAt(150));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_chart->current(), 1);
        QCOMPARE(m_chart->tipTitle(), QStringLiteral("Mon, Nov 17"));
        QCOMPARE(m_chart->tipRows().size(), 2);
        QCOMPARE(m_chart->currentLeft(), 100.0);
        QCOMPARE(m_chart->currentRight(), 200.0);
        bool framed = false;
        const QImage image = shot();
        for (qreal x = 110; x < 120; x += 0.5)
            framed = framed || near(at(image, x, 20), kMark);
        QVERIFY(framed);
        m_chart->choose(-1);
        QCOMPARE(m_chart->tipTitle(), QString());
    }

    void theChoiceKeepsItsTime()
    {
        m_chart->choose(1);
        BarData data = emptyBars(CalendarUnit::Day, {2025, 11, 17}, {2025, 11, 20});
        addOutlet(data, QStringLiteral("a"), {kKwh, kKwh, kKwh});
        m_source.setData(data);
        QCOMPARE(m_chart->current(), 0);
        QCOMPARE(m_chart->tipTitle(), QStringLiteral("Mon, Nov 17"));
        m_source.setData(emptyBars(CalendarUnit::Day, {2025, 12, 1}, {2025, 12, 9}));
        QCOMPARE(m_chart->current(), -1);
    }

    void keysMoveTheChoice()
    {
        BarData data = days();
        data.buckets[3].isFuture = true;
        m_source.setData(data);
        m_chart->step(-1);
        QCOMPARE(m_chart->current(), 2); // the last that has begun
        m_chart->step(-10);
        QCOMPARE(m_chart->current(), 0);
        m_chart->step(1);
        QCOMPARE(m_chart->current(), 1);
        m_chart->stepPart(1);
        QCOMPARE(plain(m_chart->currentText()), QStringLiteral("Mon, Nov 17, A, 4.00 kWh"));
        m_chart->stepPart(1);
        QVERIFY(m_chart->currentText().contains(QStringLiteral(", B, ")));
        m_chart->stepPart(1); // the whole again
        QCOMPARE(plain(m_chart->currentText()), QStringLiteral("Mon, Nov 17, 8.00 kWh · $1.60"));
        m_chart->stepPart(-1);
        m_chart->step(-1);
        QVERIFY(m_chart->currentText().contains(QStringLiteral(", B, "))); // keeps the part
    }

    void costIsAnotherPictureOfTheSameData()
    {
        m_chart->setByCost(true);
        QCOMPARE(m_chart->top(), 2.0); // 8 kWh at 0.20
        QCOMPARE(m_chart->totalText(), QStringLiteral("$3.60"));
        QCOMPARE(m_chart->tableColumns().first(3).join(u' '), QStringLiteral("Time Cost Energy"));
    }

    void theTableHasAllOfIt()
    {
        QCOMPARE(m_chart->tableColumns().join(u' '), QStringLiteral("Time Energy Cost A B"));
        const QVariantList rows = m_chart->tableRows();
        QCOMPARE(rows.size(), 4);
        QString words = rows.at(2).toMap().value(QStringLiteral("words")).toString();
        QCOMPARE(plain(words),
                 QStringLiteral("Mon, Nov 17, Energy: 8.00 kWh, Cost: $1.60, A: 4.00 kWh, B: 4.00 "
                                "kWh"));
    }

    void withoutDataItIsEmpty()
    {
        QVERIFY(!m_chart->isEmpty());
        m_source.setData(BarData());
        QVERIFY(m_chart->isEmpty());
        QCOMPARE(m_chart->barAt(10), -1);
        m_chart->step(1);
        m_chart->stepPart(1);
        QCOMPARE(m_chart->current(), -1);
        QVERIFY(near(at(shot(), 10, 0.5), kGrid)); // the bare grid
        {
            BarSource source;
            source.setData(days());
            m_chart->setSource(&source);
            QVERIFY(!m_chart->isEmpty());
        }
        QVERIFY(m_chart->isEmpty()); // its owner is gone
    }

    void onTheWayItIsDimmed()
    {
        m_chart->setDimmed(true);
        const QColor dim = at(shot(), 50, 150);
        QVERIFY(!near(dim, kSeries.at(0)) && !near(dim, kGround));
    }
};

QTEST_MAIN(TestBarChart)
#include "tst_bar_chart.moc"
