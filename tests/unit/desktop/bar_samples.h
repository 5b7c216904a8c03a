// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTimeZone>

#include "desktop/charts/bar_data.h"

namespace outlet::test {

inline constexpr qint64 kKwh = 3'600'000;

/// Joules that cost \a priceE4 ten-thousandths a kWh.
inline BarAmount used(qint64 joules, int priceE4 = 2000)
{
    return {joules, Money::ofEnergy(joules, priceE4)};
}

/// Buckets of \a unit from a date on, in New York; nothing in them.
inline BarData emptyBars(CalendarUnit unit, QDate from, QDate to)
{
    BarData data;
    data.unit = unit;
    data.calendar = LocalCalendar(QTimeZone("America/New_York"), Qt::Sunday);
    data.currency = QStringLiteral("USD");
    const QList<qint64> edges = data.calendar.edges(
        {data.calendar.dayStartUtcMs(from), data.calendar.dayStartUtcMs(to)}, unit);
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        BarBucket bucket;
        bucket.range = {edges.at(i), edges.at(i + 1)};
        data.buckets.append(bucket);
    }
    return data;
}

/// Adds an outlet that used this much in each bucket; -1 = not known.
inline void addOutlet(BarData &data, const QString &key, const QList<qint64> &joules, int color = 0)
{
    BarSeries series;
    series.key = key;
    series.name = key.toUpper();
    series.color = color;
    for (const qint64 value : joules)
        series.values.append(value < 0 ? BarAmount() : used(value));
    data.series.append(series);
}

} // namespace outlet::test
