// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_comparison.h"

#include <algorithm>

#include "desktop/charts/bar_stack.h"

namespace outlet {

namespace {

/// What all outlets used in each bucket.
QList<BarAmount> totalsOf(const EnergyPicture &picture)
{
    QList<BarAmount> totals(picture.bars.buckets.size());
    for (const BarSeries &series : picture.bars.series) {
        for (qsizetype i = 0; i < std::min(totals.size(), series.values.size()); ++i)
            totals[i].add(series.values.at(i));
    }
    return totals;
}

/// How far a line has come at a place between two points.
double valueAt(const QList<RunningPoint> &line, double place)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        const RunningPoint &a = line.at(i - 1);
        const RunningPoint &b = line.at(i);
        if (place <= b.place)
            return a.value + (b.value - a.value) * (place - a.place) / (b.place - a.place);
    }
    return line.isEmpty() ? 0 : line.constLast().value;
}

/// The sum up to the end of each bucket that has begun; the last point lies at now.
QList<RunningPoint> running(const EnergyPicture &picture, qint64 nowUtcMs, bool byCost)
{
    QList<RunningPoint> line{{0, 0}};
    BarAmount sum;
    const QList<BarAmount> totals = totalsOf(picture);
    for (qsizetype i = 0; i < totals.size(); ++i) {
        const TimeRange range = picture.bars.buckets.at(i).range;
        if (range.startUtcMs >= nowUtcMs)
            break;
        sum.add(totals.at(i));
        const double part = double(std::min(range.endUtcMs, nowUtcMs) - range.startUtcMs) /
                            double(range.lengthMs());
        line.append({double(i) + part, barHeight(sum, byCost).value_or(0)});
    }
    return line;
}

/// What the whole period comes to: buckets that are over, and what the others are expected to be.
std::optional<double> expectedEnd(const EnergyPicture &picture, qint64 nowUtcMs, bool byCost)
{
    BarAmount sum;
    const QList<BarAmount> totals = totalsOf(picture);
    for (qsizetype i = 0; i < totals.size(); ++i) {
        const BarBucket &bucket = picture.bars.buckets.at(i);
        if (bucket.range.endUtcMs <= nowUtcMs)
            sum.add(totals.at(i));
        else if (barHeight(bucket.projected, byCost)) // has its own beginning in it
            sum.add(bucket.projected);
        else
            return std::nullopt;
    }
    return barHeight(sum, byCost);
}

} // namespace

EnergyComparison compareEnergy(const EnergyPicture &now, const EnergyPicture &before,
                               qint64 nowUtcMs, bool byCost)
{
    EnergyComparison comparison;
    RunningData &lines = comparison.lines;
    lines.byCost = byCost;
    lines.currency = now.bars.currency;
    lines.length = static_cast<int>(now.bars.buckets.size());
    if (barHeight(now.total, byCost))
        lines.now = running(now, nowUtcMs, byCost);

    lines.isOver =
        now.bars.buckets.isEmpty() || now.bars.buckets.constLast().range.endUtcMs <= nowUtcMs;
    if (!lines.isOver && !lines.now.isEmpty())
        lines.end = expectedEnd(now, nowUtcMs, byCost);

    const auto was = barHeight(before.total, byCost);
    if (!was || *was <= 0)
        return comparison;
    if (before.knownFraction < kLeastKnown) {
        comparison.tooLittleKnown = true;
        return comparison;
    }
    lines.before = running(before, nowUtcMs, byCost);
    lines.length = std::max(lines.length, static_cast<int>(before.bars.buckets.size()));
    if (lines.now.isEmpty())
        return comparison;
    if (lines.end || lines.isOver) {
        const double end = lines.end.value_or(lines.now.constLast().value);
        comparison.change = end / *was - 1;
        return comparison;
    }
    const double then = valueAt(lines.before, lines.now.constLast().place);
    if (then > 0) {
        comparison.change = lines.now.constLast().value / then - 1;
        comparison.isSoFar = true;
    }
    return comparison;
}

} // namespace outlet
