// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

#include "tariff/tariff.h"

namespace outlet {

/// Part of a week: days and half hours from and to, both included; Monday is 0, midnight is 0.
struct WeekPart
{
    int firstDay = 0;
    int lastDay = 0;
    int firstHalf = 0;
    int lastHalf = 0;

    /// The part between two corners, in any order; corners beyond the week are moved into it.
    [[nodiscard]] static WeekPart between(int day, int half, int otherDay, int otherHalf);
    friend bool operator==(const WeekPart &, const WeekPart &) = default;
};

/// Neighbouring half hours of one day that have the same period.
struct WeekBlock
{
    int firstHalf = 0;
    int halves = 0;
    int period = 0;
    friend bool operator==(const WeekBlock &, const WeekBlock &) = default;
};

/// The blocks of a day (0 to 6), one after the other from midnight to midnight.
[[nodiscard]] QList<WeekBlock> blocksOf(const WeekGrid &grid, int day);

/// \a grid with \a part in this period.
[[nodiscard]] WeekGrid filled(WeekGrid grid, const WeekPart &part, int period);

/// \a grid with the day \a from copied to the days \a to.
[[nodiscard]] WeekGrid withDayCopied(WeekGrid grid, int from, const QList<int> &to);

/// \a grid after a period was taken out of its plan: what had it gets the first one, and later ones
/// are counted one less.
[[nodiscard]] WeekGrid withoutPeriod(WeekGrid grid, int period);

} // namespace outlet
