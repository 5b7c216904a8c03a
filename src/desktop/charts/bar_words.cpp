// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/bar_words.h"

#include <QtCore/QLocale>
#include <algorithm>
#include <cmath>

#include "desktop/format.h"

namespace outlet {

namespace {

constexpr int kNamed = 4; // parts that the tip names
constexpr int kMostLabels = 9;
const QString kSeparator = QStringLiteral(" · ");

QList<BarTick> hourTicks(const BarData &data, qreal slot)
{
    constexpr qreal kRoom = 52;
    int step = 12;
    const auto count = static_cast<double>(data.buckets.size());
    for (const int candidate : {1, 2, 3, 4, 6}) {
        if (candidate * slot >= kRoom && count / candidate <= kMostLabels) {
            step = candidate;
            break;
        }
    }
    QList<BarTick> ticks;
    for (qsizetype i = 0; i < data.buckets.size(); ++i) {
        const BarBucket &bucket = data.buckets.at(i);
        const int minute = data.calendar.minuteOfDay(bucket.range.startUtcMs);
        if (minute % (step * 60) != 0)
            continue;
        const QString label = Format::shortClock(minute);
        if (ticks.isEmpty() || ticks.constLast().label != label) // an hour may come twice
            ticks.append({i, label, bucket.isCurrent});
    }
    return ticks;
}

QList<BarTick> dayTicks(const BarData &data, qreal slot)
{
    const QLocale locale;
    const qsizetype count = data.buckets.size();
    QList<BarTick> ticks;
    if (count <= kMostLabels) { // a week
        for (qsizetype i = 0; i < count; ++i) {
            const QDate date = data.calendar.date(data.buckets.at(i).range.startUtcMs);
            const QString name = locale.standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
            const QString number = locale.toString(date.day());
            ticks.append({i, slot >= 52 ? QStringLiteral("%1 %2").arg(name, number) : number,
                          data.buckets.at(i).isCurrent});
        }
        return ticks;
    }
    constexpr qreal kRoom = 24;
    const int step = slot * 5 >= 2 * kRoom ? 5 : 10;
    const auto current = std::find_if(data.buckets.begin(), data.buckets.end(),
                                      [](const BarBucket &bucket) { return bucket.isCurrent; });
    const qsizetype now =
        current == data.buckets.end() ? -1 : std::distance(data.buckets.begin(), current);
    for (qsizetype i = 0; i < count; ++i) {
        const int day = data.calendar.date(data.buckets.at(i).range.startUtcMs).day();
        // The 31st would stand too near to the 30th, and at the 1st of the next month.
        const bool round = i == 0 || (day % step == 0 && static_cast<qreal>(i) * slot >= kRoom);
        const bool crowded =
            now >= 0 && i != now && static_cast<qreal>(std::abs(i - now)) * slot < kRoom;
        if (i == now || (round && !crowded))
            ticks.append({i, locale.toString(day), i == now});
    }
    return ticks;
}

QList<BarTick> monthTicks(const BarData &data, qreal slot)
{
    const QLocale locale;
    QList<BarTick> ticks;
    for (qsizetype i = 0; i < data.buckets.size(); ++i) {
        const QDate date = data.calendar.date(data.buckets.at(i).range.startUtcMs);
        ticks.append({i,
                      locale.standaloneMonthName(date.month(), slot >= 34 ? QLocale::ShortFormat
                                                                          : QLocale::NarrowFormat),
                      data.buckets.at(i).isCurrent});
    }
    return ticks;
}

} // namespace

QString BarWords::title(const BarData &data, qsizetype bucket)
{
    const TimeRange range = data.buckets.at(bucket).range;
    const QDate date = data.calendar.date(range.startUtcMs);
    switch (data.unit) {
    case CalendarUnit::Month:
        return Format::month(date);
    case CalendarUnit::Day:
        return Format::weekday(date);
    default:
        return tr("%1, %2 to %3", "day, time to time")
            .arg(Format::weekday(date), Format::clock(data.calendar.minuteOfDay(range.startUtcMs)),
                 Format::clock(data.calendar.minuteOfDay(range.endUtcMs)));
    }
}

QList<BarTick> BarWords::ticks(const BarData &data, qreal width)
{
    if (data.buckets.isEmpty())
        return {};
    const qreal slot = width / static_cast<qreal>(data.buckets.size());
    switch (data.unit) {
    case CalendarUnit::Month:
        return monthTicks(data, slot);
    case CalendarUnit::Day:
        return dayTicks(data, slot);
    default:
        return hourTicks(data, slot);
    }
}

QList<AxisLine> BarWords::lines(double top, bool byCost, const QString &currency, bool withUnit)
{
    const QList<double> values = ValueAxis::stepsFor(top);
    const int needed = ValueAxis::decimalsFor(values, byCost ? 2 : 3);
    const int decimals = byCost && needed > 0 ? 2 : needed; // "$2.50", not "$2.5"
    QList<AxisLine> lines;
    for (const double value : values)
        lines.append({value, byCost ? Format::axisMoney(value, decimals, currency)
                                    : Format::number(value, value == 0 ? 0 : decimals)});
    if (!byCost && withUnit && !lines.isEmpty())
        lines.first().label = Format::Quantity{lines.first().label, QStringLiteral("kWh")}.text();
    return lines;
}

QString BarWords::amount(const BarAmount &amount, bool byCost, const QString &currency)
{
    if (byCost)
        return Format::money(amount.cost, currency);
    return amount.joules ? Format::energy(*amount.joules).text() : Format::unknown();
}

QString BarWords::note(const BarBucket &bucket)
{
    QStringList notes;
    if (bucket.isCurrent)
        notes += tr("So far");
    if (bucket.missingMs >= 60'000)
        notes += tr("%1 missing").arg(Format::duration(bucket.missingMs).text);
    return notes.join(kSeparator);
}

BarTip BarWords::tip(const BarData &data, const BarStack &stack, qsizetype bucket, bool byCost,
                     const QString &chosenKey)
{
    const BarBucket &place = data.buckets.at(bucket);
    BarTip tip;
    tip.title = title(data, bucket);
    tip.note = note(place);
    const BarAmount &known = place.isFuture ? place.projected : stack.totals.at(bucket);
    QStringList total{amount(known, byCost, data.currency)};
    if (!byCost && known.cost)
        total += amount(known, true, data.currency);
    else if (byCost && known.joules)
        total += amount(known, false, data.currency);
    tip.total = total.join(kSeparator);
    if (place.isFuture) {
        if (barHeight(known, byCost))
            tip.note = tr("Projected");
        return tip;
    }
    if (stack.parts.size() < 2)
        return tip;

    QList<qsizetype> present;
    for (qsizetype i = 0; i < stack.parts.size(); ++i) {
        const BarPart &part = stack.parts.at(i);
        if (!part.hidden && barHeight(part.values.at(bucket), byCost))
            present.append(i);
    }
    QList<qsizetype> largest = present;
    std::stable_sort(largest.begin(), largest.end(), [&](qsizetype a, qsizetype b) {
        return *barHeight(stack.parts.at(a).values.at(bucket), byCost) >
               *barHeight(stack.parts.at(b).values.at(bucket), byCost);
    });
    // A fifth one is named, too: its line is no longer than "1 more outlet".
    const bool all = largest.size() <= kNamed + 1 &&
                     std::all_of(largest.begin(), largest.end(),
                                 [&](qsizetype i) { return stack.parts.at(i).joined == 1; });
    if (!all)
        largest.resize(std::min<qsizetype>(largest.size(), kNamed));
    BarAmount more;
    int outlets = 0;
    for (const qsizetype i : std::as_const(present)) {
        const BarPart &part = stack.parts.at(i);
        const BarAmount &value = part.values.at(bucket);
        const bool chosen = part.key == chosenKey;
        if (largest.contains(i) || chosen) {
            tip.rows.append({part.name, amount(value, byCost, data.currency), part.color, chosen});
        } else {
            more.add(value);
            outlets += part.joined;
        }
    }
    if (outlets > 0) {
        tip.moreName = tr("%n more outlet(s)", nullptr, outlets);
        tip.moreValue = amount(more, byCost, data.currency);
    }
    return tip;
}

QList<BarRow> BarWords::table(const BarData &data, const BarStack &stack, bool byCost)
{
    QList<BarRow> rows;
    for (qsizetype i = data.buckets.size() - 1; i >= 0; --i) {
        const BarBucket &bucket = data.buckets.at(i);
        if (bucket.isFuture)
            continue;
        BarRow row;
        row.time = title(data, i);
        row.total = amount(stack.totals.at(i), byCost, data.currency);
        row.other = amount(stack.totals.at(i), !byCost, data.currency);
        for (const BarPart &part : stack.parts)
            row.parts.append(amount(part.values.at(i), byCost, data.currency));
        row.note = note(bucket);
        rows.append(row);
    }
    return rows;
}

QString BarWords::summary(const BarData &data, const BarStack &stack, bool byCost,
                          const QString &title)
{
    QStringList parts;
    if (!title.isEmpty())
        parts += title;
    if (!barHeight(stack.total, byCost)) {
        parts += tr("nothing measured");
        return parts.join(QStringLiteral(", "));
    }
    const auto spoken = [&](const BarAmount &value) {
        return byCost ? amount(value, true, data.currency) : Format::spokenEnergy(*value.joules);
    };
    parts += tr("%1 in total").arg(spoken(stack.total));
    qsizetype most = -1;
    for (qsizetype i = 0; i < stack.totals.size(); ++i) {
        const auto height = barHeight(stack.totals.at(i), byCost);
        if (height && (most < 0 || *height > *barHeight(stack.totals.at(most), byCost)))
            most = i;
    }
    if (most >= 0 && data.buckets.size() > 1)
        parts += tr("most on %1 with %2", "day, amount")
                     .arg(BarWords::title(data, most), spoken(stack.totals.at(most)));
    qint64 missing = 0;
    for (const BarBucket &bucket : data.buckets)
        missing += bucket.missingMs;
    if (missing >= 60'000)
        parts += tr("%1 missing").arg(Format::duration(missing).text);
    return parts.join(QStringLiteral(", "));
}

} // namespace outlet
