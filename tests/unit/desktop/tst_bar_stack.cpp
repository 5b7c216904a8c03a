// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "bar_samples.h"
#include "desktop/charts/bar_stack.h"

using namespace outlet;
using namespace outlet::test;

/// How outlets become layers of bars.
class TestBarStack : public QObject
{
    Q_OBJECT

    static BarData week() { return emptyBars(CalendarUnit::Day, {2025, 11, 2}, {2025, 11, 5}); }

    static QStringList keys(const BarStack &stack)
    {
        QStringList keys;
        for (const BarPart &part : stack.parts)
            keys.append(part.key);
        return keys;
    }

private Q_SLOTS:
    void theLargestOfTheRangeLiesAtTheBottom()
    {
        BarData data = week();
        addOutlet(data, QStringLiteral("a"), {9, 1, 1});
        addOutlet(data, QStringLiteral("b"), {1, 20, 1});
        addOutlet(data, QStringLiteral("c"), {-1, -1, -1});
        addOutlet(data, QStringLiteral("d"), {0, 0, 0});
        const BarStack stack = makeBarStack(data, false);
        QCOMPARE(keys(stack).join(u' '), QStringLiteral("b a d c"));
        QCOMPARE(stack.totals.at(0).joules, std::optional<qint64>(10));
        QCOMPARE(stack.totals.at(1).joules, std::optional<qint64>(21));
        QCOMPARE(stack.total.joules, std::optional<qint64>(33));
        QVERIFY(!stack.parts.last().total.joules); // not known is not 0
    }

    void theOrderByCostIsItsOwn()
    {
        BarData data = week();
        addOutlet(data, QStringLiteral("a"), {10, 0, 0});
        addOutlet(data, QStringLiteral("b"), {9, 0, 0});
        data.series[1].values[0].cost = Money::ofEnergy(9, 5000);
        QCOMPARE(keys(makeBarStack(data, false)).join(u' '), QStringLiteral("a b"));
        QCOMPARE(keys(makeBarStack(data, true)).join(u' '), QStringLiteral("b a"));
    }

    void moreThanEightAreSevenAndOthers()
    {
        BarData data = week();
        qint64 all = 0;
        for (int i = 0; i < 11; ++i) {
            addOutlet(data, QString(QChar('a' + i)), {i * 7 + 1, i * 3, -1});
            all += i * 10 + 1;
        }
        const BarStack stack = makeBarStack(data, false);
        QCOMPARE(stack.parts.size(), 8);
        QCOMPARE(keys(stack).first(7).join(u' '), QStringLiteral("k j i h g f e"));
        const BarPart &others = stack.parts.last();
        QCOMPARE(others.name, QStringLiteral("Others"));
        QCOMPARE(others.joined, 4);
        QCOMPARE(others.color, 8);
        QCOMPARE(others.values.at(0).joules, std::optional<qint64>(1 + 8 + 15 + 22));
        QVERIFY(!others.values.at(2).joules);
        QCOMPARE(stack.total.joules, std::optional(all));
        QSet<int> colors;
        for (const BarPart &part : stack.parts)
            colors.insert(part.color);
        QCOMPARE(colors.size(), 8); // none twice
    }

    void thePartsAreTheWholeToTheSmallestUnit()
    {
        BarData data = emptyBars(CalendarUnit::Day, {2025, 1, 1}, {2026, 1, 1});
        quint64 seed = 7;
        Money cost;
        qint64 joules = 0;
        for (int i = 0; i < 12; ++i) {
            BarSeries series;
            series.key = QString::number(i);
            for (qsizetype b = 0; b < data.buckets.size(); ++b) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                const auto value = static_cast<qint64>(seed >> 40);
                series.values.append(used(value, static_cast<int>(seed >> 20 & 0xfff)));
                joules += value;
                cost += *series.values.constLast().cost;
            }
            data.series.append(series);
        }
        const BarStack stack = makeBarStack(data, false);
        BarAmount byPart;
        BarAmount byBucket;
        for (const BarPart &part : stack.parts)
            byPart.add(part.total);
        for (const BarAmount &total : stack.totals)
            byBucket.add(total);
        QCOMPARE(byPart.joules, std::optional(joules));
        QCOMPARE(byBucket.joules, std::optional(joules));
        QVERIFY(byPart.cost == std::optional(cost));
        QVERIFY(byBucket.cost == std::optional(cost));
    }

    void whatIsHiddenKeepsItsPlaceAndIsNotCounted()
    {
        BarData data = week();
        addOutlet(data, QStringLiteral("a"), {9, -1, 1});
        addOutlet(data, QStringLiteral("b"), {1, 2, 1});
        const BarStack stack = makeBarStack(data, false, {QStringLiteral("a")});
        QCOMPARE(keys(stack).join(u' '), QStringLiteral("a b"));
        QVERIFY(stack.parts.first().hidden);
        QCOMPARE(stack.totals.at(0).joules, std::optional<qint64>(1));
        QCOMPARE(stack.total.joules, std::optional<qint64>(4));
    }

    void coloursAreTheUsersAndNeverTwice()
    {
        QCOMPARE(distinctColors({0, 3, 0, 3, 1}), (QList<int>{2, 3, 4, 5, 1}));
        QCOMPARE(distinctColors({8, 0, 0}, 7), (QList<int>{1, 2, 3})); // 8 is for Others
        QCOMPARE(distinctColors({0, 0, 0}, 2), (QList<int>{1, 2, 0}));
        QCOMPARE(distinctColors({9, -1}), (QList<int>{1, 2}));
        QCOMPARE(distinctColors({}), QList<int>());
    }

    /// A colour stays with its outlet, whoever used more.
    void coloursDoNotDependOnTheAmounts()
    {
        const auto colorOf = [](const BarStack &stack, const QString &key) {
            for (const BarPart &part : stack.parts)
                if (part.key == key)
                    return part.color;
            return -1;
        };
        BarData data = week();
        addOutlet(data, QStringLiteral("a"), {1, 1, 1});
        addOutlet(data, QStringLiteral("b"), {2, 2, 2});
        BarData other = week();
        addOutlet(other, QStringLiteral("a"), {5, 5, 5});
        addOutlet(other, QStringLiteral("b"), {2, 2, 2});
        for (const QString &key : {QStringLiteral("a"), QStringLiteral("b")})
            QCOMPARE(colorOf(makeBarStack(data, false), key),
                     colorOf(makeBarStack(other, false), key));
    }

    void aSingleSeriesHasTheAccentOrItsOwnColour()
    {
        BarData data = week();
        addOutlet(data, QStringLiteral("a"), {1, 1, 1});
        QCOMPARE(makeBarStack(data, false).parts.first().color, 0);
        data.series.first().color = 5;
        QCOMPARE(makeBarStack(data, false).parts.first().color, 5);
        QVERIFY(makeBarStack(BarData(), false).parts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBarStack)
#include "tst_bar_stack.moc"
