// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>
#include <compare>
#include <limits>

namespace outlet {

/// An exact amount of money, never rounded while it is added up.
///
/// The unit is what one joule costs at a price of 0.0001 a kWh: 1 / 36,000,000,000 of the
/// currency's unit. Sums of parts equal the whole. 64 bits hold 256 million of the currency's unit:
/// more than 1,000 outlets of 16 A cost in 10 years at 0.75 a kWh. What is more than that stays at
/// the limit and says so; it never wraps round.
class Money
{
public:
    static constexpr qint64 kUnitsPerCurrencyUnit = 36'000'000'000;

    constexpr Money() = default;
    /// \a joules at \a pricePerKwhE4 ten-thousandths of the currency's unit a kWh.
    [[nodiscard]] static constexpr Money ofEnergy(qint64 joules, int pricePerKwhE4)
    {
        return Money(product(joules, pricePerKwhE4));
    }
    /// Ten-thousandths of the currency's unit.
    [[nodiscard]] static constexpr Money ofE4(qint64 e4) { return Money(product(e4, 3'600'000)); }
    /// This many units(), as they were written down somewhere.
    [[nodiscard]] static constexpr Money ofUnits(qint64 units)
    {
        return Money(units < -kMost ? -kMost : units);
    }

    [[nodiscard]] constexpr qint64 units() const { return m_units; }
    /// The true amount is this or more: too large to be held.
    [[nodiscard]] constexpr bool isAtLimit() const { return m_units == kMost || m_units == -kMost; }
    /// To hundredths of the currency's unit, half away from zero.
    [[nodiscard]] qint64 cents() const;
    /// As a number of the currency's unit: for JSON and drawing, not for adding up.
    [[nodiscard]] double toDouble() const
    {
        return double(m_units) / double(kUnitsPerCurrencyUnit);
    }

    constexpr Money &operator+=(Money other)
    {
        if (other.m_units > 0 && m_units > kMost - other.m_units)
            m_units = kMost;
        else if (other.m_units < 0 && m_units < -kMost - other.m_units)
            m_units = -kMost;
        else
            m_units += other.m_units;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    static constexpr qint64 kMost = std::numeric_limits<qint64>::max();

    static constexpr qint64 product(qint64 a, qint64 b)
    {
        if (a == 0 || b == 0)
            return 0;
        const bool isNegative = (a < 0) != (b < 0);
        const quint64 sizeA = a < 0 ? quint64(0) - quint64(a) : quint64(a);
        const quint64 sizeB = b < 0 ? quint64(0) - quint64(b) : quint64(b);
        if (sizeA > quint64(kMost) / sizeB)
            return isNegative ? -kMost : kMost;
        return isNegative ? -qint64(sizeA * sizeB) : qint64(sizeA * sizeB);
    }
    explicit constexpr Money(qint64 units)
        : m_units(units)
    {
    }
    qint64 m_units = 0;
};

/// Rounds \a parts to cents so that they add up to the rounded whole (largest remainders first):
/// for a bill whose lines must add up to its sum.
[[nodiscard]] QList<qint64> centsThatAddUp(const QList<Money> &parts);

} // namespace outlet
