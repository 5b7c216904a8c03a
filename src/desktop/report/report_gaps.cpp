// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "desktop/report/month_report.h"

namespace outlet {

QList<ReportGap> gapsIn(const EnergyReply &reply, const QList<EnergyOutlet> &outlets,
                        qint64 nowUtcMs)
{
    const qint64 asOf = std::min(reply.asOfUtcMs, nowUtcMs);
    QList<ReportGap> gaps;
    for (qsizetype i = 0; i < std::min(outlets.size(), reply.outlets.size()); ++i) {
        const std::optional<qint64> first = outlets.at(i).firstUtcMs;
        ReportGap gap;
        qint64 firstMissing = 0; // of the gap's first bucket, and of its last one
        qint64 lastMissing = 0;
        TimeRange firstBucket;
        TimeRange lastBucket;
        const auto finish = [&] {
            if (gap.missingMs == 0)
                return;
            gap.outletId = outlets.at(i).id;
            const bool isOne = firstBucket == lastBucket;
            // Within one bucket it is not known where; over several it touches their borders.
            gap.range = isOne ? firstBucket
                              : TimeRange{firstBucket.endUtcMs - firstMissing,
                                          lastBucket.startUtcMs + lastMissing};
            gaps.append(gap);
            gap = {};
        };
        for (const EnergyRow &row : reply.outlets.at(i).rows) {
            const qint64 missing = missingIn(row, first, asOf);
            if (missing == 0) {
                finish();
                continue;
            }
            if (gap.missingMs == 0) {
                firstBucket = row.range;
                firstMissing = missing;
            }
            lastBucket = row.range;
            lastMissing = missing;
            gap.missingMs += missing;
        }
        finish();
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const ReportGap &a, const ReportGap &b) {
        return a.missingMs > b.missingMs;
    });
    return gaps;
}

} // namespace outlet
