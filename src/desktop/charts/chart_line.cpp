// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/chart_line.h"

#include <QtCore/QSet>
#include <algorithm>

#include "desktop/charts/history_curve.h"

namespace outlet {

namespace {

/// Takes the lines beyond the seven largest out of \a lines and returns what they are together.
ChartLine takeOthers(QList<ChartLine> &lines)
{
    QList<qsizetype> order(lines.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    // The first is what the chart is about, however little it draws.
    std::stable_sort(order.begin() + 1, order.end(), [&lines](qsizetype a, qsizetype b) {
        return lines.at(a).curve.averageWatts > lines.at(b).curve.averageWatts;
    });
    const QSet<qsizetype> own(order.cbegin(), order.cbegin() + ChartLines::kColors - 1);
    QList<ChartLine> kept;
    QList<Curve> rest;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (own.contains(i))
            kept.append(lines.at(i));
        else
            rest.append(lines.at(i).curve);
    }
    lines = kept;
    return {ChartLine::kOthers, {}, ChartLines::kSlate, false, sum(rest)};
}

} // namespace

QList<ChartLine> ChartLines::arranged(QList<ChartLine> lines)
{
    if (lines.size() == 1) {
        lines.first().color = 0;
        return lines;
    }
    QSet<int> taken;
    std::optional<ChartLine> others;
    if (lines.size() > kColors) {
        others = takeOthers(lines);
        others->name = tr("Others");
        taken.insert(others->color);
    }
    // Wishes first, so that a line without one does not take what another is known by.
    for (ChartLine &line : lines) {
        if (line.color < 1 || line.color > kColors || taken.contains(line.color))
            line.color = 0;
        else
            taken.insert(line.color);
    }
    int next = 1;
    for (ChartLine &line : lines) {
        if (line.color > 0)
            continue;
        while (taken.contains(next))
            ++next;
        line.color = next;
        taken.insert(next);
    }
    if (others)
        lines.append(*others);
    return lines;
}

} // namespace outlet
