// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/retention_choices.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outlet {

namespace {

/// A century: the most that the settings take where 0 has no meaning.
constexpr int kForeverDays = 36525;

int forever(RetentionChoices::Kind kind)
{
    return kind == RetentionChoices::Rollups ? 0 : kForeverDays;
}

/// For comparing: what is kept for ever is the longest.
int lengthOf(RetentionChoices::Kind kind, int days)
{
    return days == forever(kind) ? std::numeric_limits<int>::max() : days;
}

} // namespace

QString RetentionChoices::settingKey(Kind kind)
{
    switch (kind) {
    case Raw:
        return QStringLiteral("historyRawDays");
    case Minutes:
        return QStringLiteral("historyMinuteDays");
    case Rollups:
        break;
    }
    return QStringLiteral("historyRollupDays");
}

QList<int> RetentionChoices::days(Kind kind, int current)
{
    QList<int> days;
    switch (kind) {
    case Raw:
        days = {7, 30, 90, 180, 365, 730};
        break;
    case Minutes:
        days = {90, 365, 730, 1826};
        break;
    case Rollups:
        days = {365, 730, 1826, 3652};
        break;
    }
    days.append(forever(kind));
    if (!days.contains(current))
        days.append(current);
    std::sort(days.begin(), days.end(),
              [kind](int a, int b) { return lengthOf(kind, a) < lengthOf(kind, b); });
    return days;
}

QString RetentionChoices::label(Kind kind, int days)
{
    if (days == forever(kind))
        return tr("Forever");
    const int years = (days + 1) / 365;
    // Five years have a leap day or two.
    if (years >= 1 && std::abs(days - years * 365) <= (years + 3) / 4)
        return tr("%n year(s)", "", years);
    return tr("%n day(s)", "", days);
}

QStringList RetentionChoices::labels(Kind kind, int current)
{
    QStringList labels;
    for (const int one : days(kind, current))
        labels.append(label(kind, one));
    return labels;
}

bool RetentionChoices::isShorter(Kind kind, int days, int otherDays)
{
    return lengthOf(kind, days) < lengthOf(kind, otherDays);
}

} // namespace outlet
