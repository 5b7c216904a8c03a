// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

#include "desktop/charts/bar_data.h"
#include "desktop/energy/energy_picture.h"

namespace outlet {

/// What a monthly report is made of: answers of the history and what is known around them.
struct MonthReportInput
{
    EnergyPeriod period; ///< a month
    QList<EnergyOutlet> outlets;
    EnergyReply days;   ///< between period.edges(), in the order of outlets
    EnergyReply before; ///< the same of the month before
    EnergyReply hours;  ///< the month by hours, for the times without data
    /// Joules that each outlet used below its standby limit; empty = not known.
    QHash<QString, qint64> standbyJoules;
    Tariff tariff;
    QString currency;
    qint64 nowUtcMs = 0;
};

/// A monthly report in finished texts, with what its pictures need; what screen, printer and PDF
/// show alike. A value type.
struct MonthReport
{
    struct Figure
    {
        QString label;
        QString value; ///< the unit, drawn smaller, after a space that does not break
        QString note;
    };
    struct Row
    {
        QString icon;
        QString name;
        QString room;
        QStringList cells; ///< one for each of columns
        bool hasGap = false;
    };
    struct Rate
    {
        QString name; ///< "Peak, $0.24/kWh"
        QString energy;
        QString cost;
        double fraction = 0;
    };
    struct Gap
    {
        QString name;
        QString when; ///< "Oct 14, 9:20 AM to 4:40 PM"
        QString length;
    };

    QString title;    ///< "Energy report, October 2025", "… so far"
    QString subtitle; ///< "Oct 1 to Oct 31, 31 days, 8 outlets. Made Nov 1, 2025."
    QStringList plan; ///< at the right of the title: the plan's name, and since when it holds
    QList<Figure> figures;
    QString change;      ///< "+9%"; empty when nothing can be said
    QString changeText;  ///< what follows it
    QStringList columns; ///< of the cells: energy, share, cost and so on
    QList<Row> rows;     ///< the largest first
    Row total;
    QList<Rate> rates;  ///< the dearest first; empty without prices
    QString carbonName; ///< "CO₂, 380 g/kWh"; empty without a factor
    QString carbon;     ///< "98.7 kg"
    QList<Gap> gaps;    ///< the longest first
    int moreGaps = 0;   ///< that many are left out
    /// The days' bars: a series for each of rates, the dearest at the bottom; one without prices.
    BarData days;
    bool isEmpty = false; ///< nothing is known of the whole month

    /// The report in one sentence, for screen readers.
    [[nodiscard]] QString summary() const;
};

/// Makes a report. Sums are exact and are rounded last; a sum over something unknown is unknown.
[[nodiscard]] MonthReport makeMonthReport(const MonthReportInput &input);

/// The days of a month by price: a bar shows when energy was dear. A series for each of the
/// picture's rates, in their order.
[[nodiscard]] BarData daysByRate(const EnergyPicture &picture, const EnergyReply &reply);

/// A stretch of time of which nothing is known of an outlet.
struct ReportGap
{
    QString outletId;
    TimeRange range;      ///< as near as the buckets tell
    qint64 missingMs = 0; ///< exact
    friend bool operator==(const ReportGap &, const ReportGap &) = default;
};

/// The gaps of outlets in the buckets of \a reply, the longest first: neighbouring buckets with
/// time missing are one gap. Its ends lie where the first and the last of them say.
[[nodiscard]] QList<ReportGap> gapsIn(const EnergyReply &reply, const QList<EnergyOutlet> &outlets,
                                      qint64 nowUtcMs);

} // namespace outlet
