// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/value_axis.h"

#include <QtCore/QLocale>
#include <cmath>

#include "desktop/format.h"

namespace outlet {

namespace {

constexpr double kLeastTop = 10;

/// The distance between two lines: halves, thirds or quarters that are round numbers.
double stepFor(double top)
{
    const double decade = std::pow(10, std::floor(std::log10(top) + 1e-9));
    const double leading = top / decade;
    if (leading < 1.25) // 1: quarters, but 2.5 W is no number for an axis
        return top > kLeastTop * 1.25 ? top / 4 : top / 2;
    if (leading < 1.75) // 1.5
        return top / 3;
    if (leading < 2.5) // 2
        return top / 4;
    if (leading < 4) // 3
        return top / 3;
    return top / 2; // 5
}

/// As few decimals as the number needs, at most two.
QString plain(double value)
{
    int decimals = 0;
    for (double scaled = value; decimals < 2 && std::abs(scaled - std::round(scaled)) > 1e-6;
         scaled *= 10)
        ++decimals;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

double ValueAxis::topFor(double peakWatts)
{
    return topFor(peakWatts, kLeastTop);
}

double ValueAxis::topFor(double peak, double least)
{
    if (!(peak > least) || !std::isfinite(peak))
        return least;
    const double decade = std::pow(10, std::floor(std::log10(peak)));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 5.0}) {
        if (factor * decade >= peak)
            return factor * decade;
    }
    return 10 * decade;
}

QList<double> ValueAxis::stepsFor(double top)
{
    const double step = stepFor(top);
    QList<double> lines;
    for (int i = static_cast<int>(std::round(top / step)); i >= 0; --i)
        lines.append(i * step);
    return lines;
}

QString ValueAxis::longestLabel(const QList<AxisLine> &lines)
{
    QString longest;
    for (const AxisLine &line : lines) {
        if (line.label.size() > longest.size())
            longest = line.label;
    }
    return longest;
}

int ValueAxis::decimalsFor(const QList<double> &lines, int most)
{
    int decimals = 0;
    for (const double line : lines) {
        double scaled = line * std::pow(10, decimals);
        for (; decimals < most && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
            ++decimals;
    }
    return decimals;
}

QList<AxisLine> ValueAxis::linesFor(double topWatts)
{
    const bool kilowatts = topWatts >= 1000;
    const double unit = kilowatts ? 1000 : 1;
    QList<AxisLine> lines;
    for (const double watts : stepsFor(topWatts))
        lines.append({watts, plain(watts / unit)});
    const QString name = kilowatts ? QStringLiteral("kW") : QStringLiteral("W");
    lines.first().label = Format::Quantity{lines.first().label, name}.text();
    return lines;
}

double ValueAxis::show(double peakWatts, qint64 nowMs)
{
    const double wanted = topFor(peakWatts);
    if (wanted >= m_top) {
        m_top = wanted;
        m_roomSinceMs.reset();
    } else if (!m_roomSinceMs || nowMs < *m_roomSinceMs) { // the clock may have been set back
        m_roomSinceMs = nowMs;
    } else if (nowMs - *m_roomSinceMs >= kShrinkAfterMs) {
        m_top = wanted;
        m_roomSinceMs.reset();
    }
    return m_top;
}

void ValueAxis::reset()
{
    m_top = 0;
    m_roomSinceMs.reset();
}

} // namespace outlet
