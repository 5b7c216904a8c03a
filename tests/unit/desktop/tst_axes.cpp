// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "desktop/charts/time_ticks.h"
#include "desktop/charts/value_axis.h"
#include "plain_text.h"

using namespace outlet;

namespace {

QString labels(double top)
{
    QStringList labels;
    for (const AxisLine &line : ValueAxis::linesFor(top))
        labels << plain(line.label);
    return labels.join(u' ');
}

} // namespace

/// The round numbers of both axes.
class TestAxes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void top_data()
    {
        QTest::addColumn<double>("peak");
        QTest::addColumn<double>("top");
        for (const auto &[peak, top] : {std::pair(0.0, 10.0),
                                        {3.0, 10.0},
                                        {10.0, 10.0},
                                        {10.01, 15.0},
                                        {15.0, 15.0},
                                        {15.1, 20.0},
                                        {20.1, 30.0},
                                        {30.1, 50.0},
                                        {50.1, 100.0},
                                        {100.0, 100.0},
                                        {100.1, 150.0},
                                        {176.0, 200.0},
                                        {999.0, 1000.0},
                                        {1310.0, 1500.0},
                                        {2875.0, 3000.0},
                                        {-5.0, 10.0},
                                        {qQNaN(), 10.0},
                                        {qInf(), 10.0}})
            QTest::addRow("%g", peak) << peak << top;
    }
    void top()
    {
        QFETCH(double, peak);
        QFETCH(double, top);
        QCOMPARE(ValueAxis::topFor(peak), top);
    }

    void lines()
    {
        QCOMPARE(labels(10), QStringLiteral("10 W 5 0"));
        QCOMPARE(labels(15), QStringLiteral("15 W 10 5 0"));
        QCOMPARE(labels(20), QStringLiteral("20 W 15 10 5 0"));
        QCOMPARE(labels(30), QStringLiteral("30 W 20 10 0"));
        QCOMPARE(labels(50), QStringLiteral("50 W 25 0"));
        QCOMPARE(labels(100), QStringLiteral("100 W 75 50 25 0"));
        QCOMPARE(labels(150), QStringLiteral("150 W 100 50 0"));
        QCOMPARE(labels(1000), QStringLiteral("1 kW 0.75 0.5 0.25 0"));
        QCOMPARE(labels(1500), QStringLiteral("1.5 kW 1 0.5 0"));
        QCOMPARE(labels(3000), QStringLiteral("3 kW 2 1 0"));
    }

    void everyAxisHasThreeToFiveLinesFromZeroToItsTop()
    {
        for (double peak = 1; peak < 1e5; peak *= 1.07) {
            const double top = ValueAxis::topFor(peak);
            const auto lines = ValueAxis::linesFor(top);
            QVERIFY2(lines.size() >= 3 && lines.size() <= 5, qPrintable(labels(top)));
            QVERIFY(top >= peak);
            QCOMPARE(lines.first().watts, top);
            QCOMPARE(lines.last().watts, 0.0);
        }
    }

    void growsAtOnceAndShrinksLate()
    {
        ValueAxis axis;
        QCOMPARE(axis.show(80, 0), 100.0);
        QCOMPARE(axis.show(1400, 1'000), 1500.0);
        QCOMPARE(axis.show(40, 2'000), 1500.0);
        QCOMPARE(axis.show(45, 31'999), 1500.0);
        QCOMPARE(axis.show(45, 32'000), 50.0);
        // What needs the room again starts the waiting anew.
        QCOMPARE(axis.show(5, 40'000), 50.0);
        QCOMPARE(axis.show(50, 60'000), 50.0);
        QCOMPARE(axis.show(5, 65'000), 50.0);
        QCOMPARE(axis.show(5, 94'999), 50.0);
        QCOMPARE(axis.show(5, 95'000), 10.0);
        QCOMPARE(axis.top(), 10.0);
    }

    void aClockSetBackDoesNotFreezeTheAxis()
    {
        ValueAxis axis;
        axis.show(1400, 1'000'000);
        QCOMPARE(axis.show(40, 1'000'000), 1500.0);
        QCOMPARE(axis.show(40, 5'000), 1500.0);
        QCOMPARE(axis.show(40, 35'000), 50.0);
    }

    void resetForgets()
    {
        ValueAxis axis;
        axis.show(1400, 0);
        axis.reset();
        QCOMPARE(axis.show(40, 1), 50.0);
    }

    void liveTicks()
    {
        const auto said = [](int span) {
            QStringList words;
            for (const TimeTick &tick : TimeTicks::live(span))
                words << tick.label;
            return words.join(u' ');
        };
        QCOMPARE(said(300), QString::fromUtf8("−5 min −4 −3 −2 −1 now"));
        QCOMPARE(said(3600), QString::fromUtf8("−60 min −50 −40 −30 −20 −10 now"));
        QCOMPARE(said(60), QString::fromUtf8("−60 s −45 −30 −15 now"));
        QCOMPARE(said(24 * 3600), QString::fromUtf8("−24 h −18 −12 −6 now"));
        const auto ticks = TimeTicks::live(300);
        QCOMPARE(ticks.first().position, 0.0);
        QCOMPARE(ticks.at(3).position, 0.6);
        QCOMPARE(ticks.last().position, 1.0);
        QCOMPARE(TimeTicks::live(300, 5).size(), 3);
        QCOMPARE(TimeTicks::live(300, 2).size(), 2);
        for (const int span : {1, 7, 90, 250, 400, 1000, 5000, 40'000}) {
            const auto some = TimeTicks::live(span);
            QVERIFY2(some.size() >= 5 && some.size() <= 13, qPrintable(said(span)));
            QVERIFY(some.first().position >= 0);
        }
    }

    void clockHasSeconds()
    {
        QCOMPARE(TimeTicks::clock(QTime(17, 41, 20)).simplified(), QStringLiteral("5:41:20 PM"));
    }
};

QTEST_APPLESS_MAIN(TestAxes)
#include "tst_axes.moc"
