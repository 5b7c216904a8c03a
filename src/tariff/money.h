// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>
#include <compare>

namespace outlet {

/// An exact amount of money, never rounded while it is added up.
///
/// The unit is what one joule costs at a price of 0.0001 a kWh: 1 / 36,000,000,000 of the
/// currency's unit. Sums of parts equal the whole; 64 bits hold 256 million of the currency.
class Money
{
public:
    static constexpr qint64 kUnitsPerCurrencyUnit = 36'000'000'000;

    constexpr Money() = default;
    /// \a joules at \a pricePerKwhE4 ten-thousandths of the currency's unit a kWh.
    [[nodiscard]] static constexpr Money ofEnergy(qint64 joules, int pricePerKwhE4)
    {
        return Money(joules * pricePerKwhE4);
    }
    /// Ten-thousandths of the currency's unit.
    [[nodiscard]] static constexpr Money ofE4(qint64 e4) { return Money(e4 * 3'600'000); }

    [[nodiscard]] constexpr qint64 units() const { return m_units; }
    /// To hundredths of the currency's unit, half away from zero.
    [[nodiscard]] qint64 cents() const;
    /// As a number of the currency's unit: for JSON and drawing, not for adding up.
    [[nodiscard]] double toDouble() const
    {
        return double(m_units) / double(kUnitsPerCurrencyUnit);
    }

    constexpr Money &operator+=(Money other)
    {
        m_units += other.m_units;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
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
