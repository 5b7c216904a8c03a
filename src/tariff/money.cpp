// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "tariff/money.h"

#include <algorithm>
#include <numeric>

namespace outlet {

static constexpr qint64 kUnitsPerCent = Money::kUnitsPerCurrencyUnit / 100;

qint64 Money::cents() const
{
    const qint64 rest = m_units % kUnitsPerCent;
    const qint64 whole = m_units / kUnitsPerCent;
    if (rest >= kUnitsPerCent / 2)
        return whole + 1;
    return rest <= -kUnitsPerCent / 2 ? whole - 1 : whole;
}

QList<qint64> centsThatAddUp(const QList<Money> &parts)
{
    Money whole;
    QList<qint64> cents;
    QList<qint64> remainders;
    for (const Money part : parts) {
        whole += part;
        const qint64 down = part.units() / kUnitsPerCent - (part.units() % kUnitsPerCent < 0);
        cents.append(down);
        remainders.append(part.units() - down * kUnitsPerCent);
    }
    QList<qsizetype> order(parts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return remainders[a] > remainders[b]; });
    qint64 left = whole.cents() - std::accumulate(cents.cbegin(), cents.cend(), qint64(0));
    for (const qsizetype index : order) {
        if (left-- <= 0)
            break;
        ++cents[index];
    }
    return cents;
}

} // namespace outlet
