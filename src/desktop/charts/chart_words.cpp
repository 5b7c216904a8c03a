// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/chart_words.h"

#include <QtCore/QDateTime>
#include <algorithm>
#include <cmath>
#include <map>

#include "desktop/charts/chart_range.h"
#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

namespace {

QString watts(double value)
{
    return Format::livePower(value).text();
}

/// The point of a line at a time, if it has one within half of \a within.
const PlotPoint *pointAt(const Curve &curve, double utcMs, double within)
{
    const PlotPoint *nearest = nullptr;
    for (const auto &piece : curve.pieces) {
        for (const PlotPoint &point : piece) {
            const double distance = std::abs(point.utcMs - utcMs);
            if (distance <= within / 2 && (!nearest || distance < std::abs(nearest->utcMs - utcMs)))
                nearest = &point;
        }
    }
    return nearest;
}

/// How far apart points of different lines may be and still belong to one time.
double reach(const ChartRange &range)
{
    const qint64 bucket = range.window().bucketMs();
    return bucket > 0 ? double(bucket) : 15'000;
}

QString low(const PlotPoint &point)
{
    return point.readings > 1 ? watts(point.lowWatts) : QString();
}

QString high(const PlotPoint &point)
{
    return point.readings > 1 ? watts(point.highWatts) : QString();
}

} // namespace

QString ChartWords::time(double utcMs, const ChartRange &range)
{
    const qint64 at = std::llround(utcMs);
    if (range.isLive())
        return TimeTicks::clock(QDateTime::fromMSecsSinceEpoch(at, range.calendar().zone()).time());
    // A point lies in the middle of its bucket, which is called by its beginning.
    const qint64 bucket = range.window().bucketMs();
    return TimeWindow::pointText(at, bucket, range.calendar());
}

QString ChartWords::beginning(qint64 utcMs, const ChartRange &range)
{
    constexpr qint64 minute = 60'000;
    const qint64 bucket = range.window().bucketMs();
    if (bucket <= minute)
        return time(double(utcMs + bucket / 2), range);
    if (bucket >= 24 * 60 * minute)
        return TimeWindow::pointText(utcMs, bucket, range.calendar());
    return TimeWindow::pointText(utcMs + minute / 2, minute, range.calendar());
}

ChartTip ChartWords::tip(const QList<ChartLine> &lines, qsizetype chosen, const PlotPoint &point,
                         const ChartRange &range)
{
    ChartTip tip;
    tip.time = time(point.utcMs, range);
    const QString value = watts(point.meanWatts);
    tip.value = point.readings > 1 ? tr("%1 average").arg(value) : value;
    if (point.readings > 1)
        tip.range = tr("Low %1 · high %2").arg(watts(point.lowWatts), watts(point.highWatts));
    if (lines.size() < 2)
        return tip;

    struct Entry
    {
        qsizetype line;
        double watts;
        ChartTip::Row row;
    };
    QList<Entry> entries;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const ChartLine &line = lines.at(i);
        if (line.isHidden)
            continue;
        const PlotPoint *at = i == chosen ? &point : pointAt(line.curve, point.utcMs, reach(range));
        entries.append(
            {i,
             at ? at->meanWatts : -1,
             {line.name, at ? watts(at->meanWatts) : Format::unknown(), line.color, i == chosen}});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.watts > b.watts; });
    const auto more = static_cast<int>(entries.size()) - kMostTipRows;
    if (more > 0) {
        entries.resize(kMostTipRows);
        tip.more = tr("%n more outlet(s)", nullptr, more);
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.line < b.line; });
    for (const Entry &entry : std::as_const(entries))
        tip.rows.append(entry.row);
    return tip;
}

ChartRows ChartWords::table(const QList<ChartLine> &lines, const ChartRange &range)
{
    QList<const ChartLine *> shown;
    for (const ChartLine &line : lines) {
        if (!line.isHidden)
            shown.append(&line);
    }
    ChartRows table;
    table.columns = {tr("Time")};
    const bool isSingle = shown.size() == 1;
    if (isSingle)
        table.columns += {tr("Power"), tr("Low"), tr("High")};
    else
        for (const ChartLine *line : std::as_const(shown))
            table.columns += line->name;

    // Points of several lines in one bucket are one row.
    std::map<qint64, QStringList> rows;
    const double step = isSingle ? 1 : reach(range);
    const qsizetype width = table.columns.size();
    const auto rowAt = [&](double utcMs) -> QStringList & {
        QStringList &row = rows[static_cast<qint64>(std::floor(utcMs / step))];
        if (row.isEmpty()) {
            row.resize(width);
            row[0] = time(utcMs, range);
        }
        return row;
    };
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const Curve &curve = shown.at(i)->curve;
        for (const PlotPoint &point : curve.points()) {
            QStringList &row = rowAt(point.utcMs);
            row[i + 1] = watts(point.meanWatts);
            if (isSingle) {
                row[2] = low(point);
                row[3] = high(point);
            }
        }
        for (const CurveSpan &gap : curve.gaps) {
            if (!isSingle)
                break; // an empty cell says it
            QStringList &row = rowAt(double(gap.fromMs) + 1);
            row[0] = beginning(gap.fromMs, range);
            row[1] = tr("No readings");
            row[2] = tr("for %1").arg(Format::duration(gap.length()).text);
        }
    }
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        for (QString &cell : row->second)
            if (cell.isEmpty() && !isSingle)
                cell = Format::unknown();
        table.rows.append(row->second);
    }
    return table;
}

QString ChartWords::summary(const QList<ChartLine> &lines, const ChartRange *range,
                            const QString &title)
{
    QStringList parts{tr("Power")};
    if (!title.isEmpty())
        parts += title;
    if (range)
        parts += range->shortTitle();
    const Curve curve = lines.isEmpty() ? Curve() : lines.constFirst().curve;
    if (curve.readings == 0) {
        parts += tr("no readings");
    } else {
        parts += tr("average %1").arg(Format::spokenPower(curve.averageWatts));
        parts += tr("peak %1").arg(Format::spokenPower(curve.peakWatts));
    }
    qint64 gone = 0;
    for (const CurveSpan &gap : curve.gaps)
        gone += gap.length();
    const int goneMinutes = static_cast<int>(gone / 60'000);
    if (goneMinutes >= 120)
        parts += tr("offline %n hour(s)", nullptr, (goneMinutes + 30) / 60);
    else if (goneMinutes > 0)
        parts += tr("offline %n minute(s)", nullptr, goneMinutes);
    else if (gone > 0)
        parts += tr("offline for less than a minute");
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const ChartLine &line = lines.at(i);
        if (!line.isHidden)
            parts += line.curve.readings == 0
                         ? tr("beside it %1, no readings").arg(line.name)
                         : tr("beside it %1, average %2")
                               .arg(line.name, Format::spokenPower(line.curve.averageWatts));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace outlet
