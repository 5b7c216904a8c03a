// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/time_ticks.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <array>

namespace outlet {

namespace {

QString number(int value)
{
    const QString digits = QLocale().toString(value);
    return QChar(0x2212) + digits; // a real minus sign
}

} // namespace

QList<TimeTick> TimeTicks::live(int spanSeconds)
{
    constexpr int fewest = 5; // labels, "now" included
    constexpr std::array steps{6 * 3600, 3 * 3600, 3600, 1800, 1200, 600, 300,
                               120,      60,       30,   15,   5,    1};
    const int span = std::max(spanSeconds, fewest - 1);
    int step = steps.back();
    for (const int candidate : steps) {
        if (span / candidate >= fewest - 1) {
            step = candidate;
            break;
        }
    }
    const int unit = step % 3600 == 0 ? 3600 : step % 60 == 0 ? 60 : 1;
    const QString withUnit = unit == 3600 ? tr("%1 h") : unit == 60 ? tr("%1 min") : tr("%1 s");
    QList<TimeTick> ticks;
    for (int ago = span - span % step; ago > 0; ago -= step) {
        const QString label = number(ago / unit);
        ticks.append(
            {1 - static_cast<double>(ago) / span, ticks.isEmpty() ? withUnit.arg(label) : label});
    }
    ticks.append({1, tr("now")});
    return ticks;
}

QString TimeTicks::clock(qint64 utcMs)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's'))
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return locale.toString(QDateTime::fromMSecsSinceEpoch(utcMs).time(), format);
}

} // namespace outlet
