// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "tariff/week_grid.h"

#include <algorithm>

namespace outlet {

WeekPart WeekPart::between(int day, int half, int otherDay, int otherHalf)
{
    const auto [firstDay, lastDay] =
        std::minmax({std::clamp(day, 0, 6), std::clamp(otherDay, 0, 6)});
    const auto [firstHalf, lastHalf] =
        std::minmax({std::clamp(half, 0, 47), std::clamp(otherHalf, 0, 47)});
    return {firstDay, lastDay, firstHalf, lastHalf};
}

QList<WeekBlock> blocksOf(const WeekGrid &grid, int day)
{
    QList<WeekBlock> blocks;
    const auto &halves = grid[std::size_t(day)];
    for (std::size_t half = 0; half < halves.size(); ++half) {
        if (blocks.isEmpty() || blocks.constLast().period != halves[half])
            blocks.append({int(half), 0, halves[half]});
        ++blocks.last().halves;
    }
    return blocks;
}

WeekGrid filled(WeekGrid grid, const WeekPart &part, int period)
{
    for (int day = part.firstDay; day <= part.lastDay; ++day) {
        for (int half = part.firstHalf; half <= part.lastHalf; ++half)
            grid[std::size_t(day)][std::size_t(half)] = quint8(period);
    }
    return grid;
}

WeekGrid withDayCopied(WeekGrid grid, int from, const QList<int> &to)
{
    const auto day = grid[std::size_t(from)];
    for (const int other : to)
        grid[std::size_t(other)] = day;
    return grid;
}

WeekGrid withoutPeriod(WeekGrid grid, int period)
{
    for (auto &day : grid) {
        for (quint8 &half : day)
            half = half == period ? 0 : half > period ? quint8(half - 1) : half;
    }
    return grid;
}

} // namespace outlet
