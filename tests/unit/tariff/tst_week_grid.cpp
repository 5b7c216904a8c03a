// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "tariff/week_grid.h"

using namespace outlet;

/// Changing which period the half hours of a week have.
class TestWeekGrid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsHaveTwoCorners()
    {
        const WeekPart part{1, 3, 32, 41};
        QVERIFY(WeekPart::between(1, 32, 3, 41) == part);
        QVERIFY(WeekPart::between(3, 41, 1, 32) == part);
        QVERIFY(WeekPart::between(3, 32, 1, 41) == part);
        QVERIFY(WeekPart::between(-2, -5, 9, 60) == (WeekPart{0, 6, 0, 47}));
    }

    void fillsAndCutsIntoBlocks()
    {
        const WeekGrid flat{};
        QCOMPARE(blocksOf(flat, 0), (QList<WeekBlock>{{0, 48, 0}}));
        const WeekGrid grid = filled(flat, {0, 4, 32, 41}, 1);
        for (int day = 0; day < 7; ++day) {
            const auto expected = day < 5 ? QList<WeekBlock>{{0, 32, 0}, {32, 10, 1}, {42, 6, 0}}
                                          : QList<WeekBlock>{{0, 48, 0}};
            QCOMPARE(blocksOf(grid, day), expected);
        }
        const WeekGrid ends = filled(filled(flat, {2, 2, 0, 0}, 2), {2, 2, 47, 47}, 2);
        QCOMPARE(blocksOf(ends, 2), (QList<WeekBlock>{{0, 1, 2}, {1, 46, 0}, {47, 1, 2}}));
    }

    void copiesDays()
    {
        const WeekGrid grid = filled({}, {0, 0, 10, 20}, 1);
        const WeekGrid copied = withDayCopied(grid, 0, {1, 2, 6});
        for (const int day : {0, 1, 2, 6})
            QCOMPARE(blocksOf(copied, day), blocksOf(grid, 0));
        QCOMPARE(blocksOf(copied, 3), blocksOf(grid, 3));
    }

    void takesAPeriodOut()
    {
        WeekGrid grid = filled({}, {0, 0, 0, 9}, 1);
        grid = filled(grid, {0, 0, 10, 19}, 2);
        const WeekGrid left = withoutPeriod(grid, 1);
        QCOMPARE(blocksOf(left, 0), (QList<WeekBlock>{{0, 10, 0}, {10, 10, 1}, {20, 28, 0}}));
        // Taking the first one out gives its time to the one that is first then.
        QCOMPARE(blocksOf(withoutPeriod(grid, 0), 0),
                 (QList<WeekBlock>{{0, 10, 0}, {10, 10, 1}, {20, 28, 0}}));
    }
};

QTEST_APPLESS_MAIN(TestWeekGrid)
#include "tst_week_grid.moc"
