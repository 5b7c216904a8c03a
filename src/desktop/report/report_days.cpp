// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "desktop/report/month_report.h"

namespace outlet {

namespace {

/// Where the history's answer has the joules of one of \a rates.
qsizetype indexIn(const EnergyReply &reply, const QList<RateUse> &rates, qsizetype rate)
{
    for (qsizetype i = 0; rate < rates.size() && i < reply.rates.rates.size(); ++i) {
        const RatePlan::Rate &each = reply.rates.rates.at(i);
        if (each.plan == rates.at(rate).plan && each.period == rates.at(rate).period)
            return i;
    }
    return 0;
}

} // namespace

BarData daysByRate(const EnergyPicture &picture, const EnergyReply &reply)
{
    BarData days = picture.bars;
    for (BarBucket &bucket : days.buckets)
        bucket.projected = {};
    days.series.clear();
    const qsizetype count = std::max<qsizetype>(1, picture.rates.size());
    for (qsizetype rate = 0; rate < count; ++rate) {
        BarSeries series;
        series.key = QString::number(rate);
        const qsizetype index = indexIn(reply, picture.rates, rate);
        for (const EnergyRow &row : reply.total.rows) {
            BarAmount amount;
            if (row.energy.isKnown() || row.energy.joules != 0)
                amount.joules =
                    picture.rates.isEmpty() ? row.energy.joules : row.joulesByRate.value(index);
            series.values.append(amount);
        }
        days.series.append(series);
    }
    return days;
}

} // namespace outlet
