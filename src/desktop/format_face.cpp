// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/format_face.h"

#include <QtCore/QLocale>
#include <cmath>

#include "desktop/format.h"

namespace outlet {

QString FormatFace::power(double watts) const
{
    return std::isfinite(watts) ? Format::livePower(watts).text() : Format::unknown();
}

QString FormatFace::compactPower(double watts) const
{
    return std::isfinite(watts) ? Format::compactPower(watts).text() : Format::unknown();
}

QString FormatFace::count(double value) const
{
    return Format::count(qint64(value));
}

double FormatFace::parseNumber(const QString &text) const
{
    bool isNumber = false;
    const double value = QLocale().toDouble(text.trimmed(), &isNumber);
    return isNumber && std::isfinite(value) ? value : std::nan("");
}

QString FormatFace::number(double value) const
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace outlet
