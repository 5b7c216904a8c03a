// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/bar_stack.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

namespace outlet {

namespace {

constexpr int kColors = 8;

/// What the order goes by; what is not known comes last.
qint64 sizeOf(const BarAmount &amount, bool byCost)
{
    if (byCost)
        return amount.cost ? amount.cost->units() : -1;
    return amount.joules.value_or(-1);
}

} // namespace

QList<int> distinctColors(const QList<int> &wanted, int most)
{
    QList<int> colors(wanted.size(), 0);
    QList<bool> taken(kColors + 1, false);
    int given = 0;
    for (qsizetype i = 0; i < wanted.size() && given < most; ++i) {
        const int wish = wanted.at(i);
        if (wish < 1 || wish > most || taken.at(wish))
            continue;
        colors[i] = wish;
        taken[wish] = true;
        ++given;
    }
    int next = 1;
    for (qsizetype i = 0; i < wanted.size() && given < most; ++i) {
        if (colors.at(i) != 0)
            continue;
        while (taken.at(next))
            ++next;
        colors[i] = next;
        taken[next] = true;
        ++given;
    }
    return colors;
}

BarStack makeBarStack(const BarData &data, bool byCost, const QSet<QString> &hidden)
{
    BarStack stack;
    for (const BarSeries &series : data.series) {
        BarPart part{series.key,    series.name, series.color, 1, hidden.contains(series.key),
                     series.values, {}};
        part.values.resize(data.buckets.size());
        for (const BarAmount &value : std::as_const(part.values))
            part.total.add(value);
        stack.parts.append(part);
    }
    QList<qsizetype> order(stack.parts.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return sizeOf(stack.parts.at(a).total, byCost) > sizeOf(stack.parts.at(b).total, byCost);
    });
    const bool joins = order.size() > kColors;
    const qsizetype own = joins ? kColors - 1 : order.size();
    QList<BarPart> ordered;
    for (qsizetype i = 0; i < own; ++i)
        ordered.append(stack.parts.at(order.at(i)));
    // In the user's order, so that a colour does not depend on who used most.
    QList<qsizetype> coloured = order.first(own);
    std::sort(coloured.begin(), coloured.end());
    QList<int> wishes;
    for (const qsizetype index : std::as_const(coloured))
        wishes.append(stack.parts.at(index).color);
    const QList<int> colors = distinctColors(wishes, static_cast<int>(joins ? own : kColors));
    const bool single = stack.parts.size() == 1;
    for (qsizetype i = 0; i < own; ++i) {
        BarPart &part = ordered[i];
        part.color = single ? part.color : colors.at(coloured.indexOf(order.at(i)));
    }
    if (joins) {
        BarPart others;
        others.name = QCoreApplication::translate("outlet::BarStack", "Others");
        others.color = kColors;
        others.joined = static_cast<int>(order.size() - own);
        others.hidden = hidden.contains(QString());
        others.values.resize(data.buckets.size());
        for (qsizetype i = own; i < order.size(); ++i) {
            const BarPart &part = stack.parts.at(order.at(i));
            for (qsizetype b = 0; b < part.values.size(); ++b)
                others.values[b].add(part.values.at(b));
            others.total.add(part.total);
        }
        ordered.append(others);
    }
    stack.parts = ordered;
    stack.totals.resize(data.buckets.size());
    for (const BarPart &part : std::as_const(stack.parts)) {
        if (part.hidden)
            continue;
        for (qsizetype b = 0; b < part.values.size(); ++b)
            stack.totals[b].add(part.values.at(b));
        stack.total.add(part.total);
    }
    for (const BarBucket &bucket : data.buckets)
        stack.hasProjection =
            stack.hasProjection || barHeight(bucket.projected, byCost).has_value();
    return stack;
}

std::optional<double> barHeight(const BarAmount &amount, bool byCost)
{
    if (byCost)
        return amount.cost ? std::optional(amount.cost->toDouble()) : std::nullopt;
    if (!amount.joules)
        return std::nullopt;
    return static_cast<double>(*amount.joules) / 3'600'000;
}

} // namespace outlet
