// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "tariff/price_text.h"

#include <QtCore/QRegularExpression>

#include "tariff/tariff.h"

namespace outlet {

std::optional<int> priceE4FromText(QStringView text, const QLocale &locale)
{
    QString plain = text.trimmed().toString();
    plain.replace(locale.decimalPoint(), QStringLiteral("."));
    plain.replace(u',', u'.');
    static const QRegularExpression form(
        QStringLiteral("\\A(?=\\.?[0-9])([0-9]{0,6})(?:\\.([0-9]{0,4})0*)?\\z"));
    const QRegularExpressionMatch match = form.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const int priceE4 =
        match.captured(1).toInt() * 10'000 + match.captured(2).leftJustified(4, u'0').toInt();
    if (match.captured(1).toInt() > kMostPriceE4 / 10'000)
        return std::nullopt;
    return priceE4;
}

QString priceText(int priceE4, const QLocale &locale)
{
    int decimals = 4;
    while (decimals > 2 && priceE4 % (decimals == 4 ? 10 : 100) == 0)
        --decimals;
    // A double is exact enough for six digits.
    return locale.toString(priceE4 / 10'000.0, 'f', decimals);
}

} // namespace outlet
