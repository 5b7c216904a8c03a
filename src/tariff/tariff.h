// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>
#include <array>
#include <optional>

#include "base/local_calendar.h"
#include "base/result.h"
#include "tariff/money.h"

namespace outlet {

/// Energy in this period of a plan costs this much.
struct PricePeriod
{
    QString name;          ///< "Off-peak"
    int pricePerKwhE4 = 0; ///< ten-thousandths of the currency's unit: 0.2412 is 2412
    friend bool operator==(const PricePeriod &, const PricePeriod &) = default;
};

/// Which period each half hour of a week has, Monday first: 7 x 48 indices into the plan's periods.
using WeekGrid = std::array<std::array<quint8, 48>, 7>;

/// A part of the year with a grid of its own: from one day of the year to another, both included;
/// may run over New Year. The plan's own grid holds outside of all seasons; the first season that
/// fits wins.
struct Season
{
    QString name;
    int firstMonth = 1, firstDay = 1, lastMonth = 12, lastDay = 31;
    WeekGrid grid{};
    friend bool operator==(const Season &, const Season &) = default;
};

/// The most that a kWh, and a day of standing charge, may cost: 99.9999.
inline constexpr int kMostPriceE4 = 999'999;

/// The most CO2 that a kWh may make, in grams.
inline constexpr int kMostGramsCo2 = 5000;

/// Prices that hold from a local date until the next plan starts; the first also holds before.
struct PricePlan
{
    QString name;
    QDate validFrom;
    QList<PricePeriod> periods; ///< 1 to 6; one = flat
    WeekGrid grid{};
    QList<Season> seasons;
    int standingChargePerDayE4 = 0;
    friend bool operator==(const PricePlan &, const PricePlan &) = default;
};

/// All prices of a home, and how it counts months.
struct Tariff
{
    QString currency;       ///< ISO 4217, e.g. "EUR"; empty = that of the locale
    QList<PricePlan> plans; ///< ascending by validFrom, no two on one date; empty = costs not known
    int billingDay = 1;     ///< 1 to 28: the day on which a billing month starts
    std::optional<int> gramsCo2PerKwh;

    /// What is wrong with it (in the user's words, names the plan), or nothing.
    [[nodiscard]] std::optional<QString> fault() const;
    [[nodiscard]] QByteArray toJson() const;
    /// Reads toJson()'s form; the error says what is wrong and where.
    [[nodiscard]] static Result<Tariff, QString> fromJson(const QByteArray &json);
    friend bool operator==(const Tariff &, const Tariff &) = default;
};

/// One price that holds from an instant on. Segments and prices go together: rate is an index into
/// the prices of the same RatePlan.
struct PriceSegment
{
    qint64 startUtcMs = 0;
    int rate = 0;
};

/// A tariff laid over a range of time: who knows the joules under each rate knows the cost.
struct RatePlan
{
    struct Rate
    {
        int plan = 0;   ///< index into Tariff::plans
        int period = 0; ///< index into its periods
        int pricePerKwhE4 = 0;
    };
    QList<Rate> rates;
    QList<PriceSegment> segments; ///< ascending; starts on quarter hours of UTC

    /// Exact cost of energy, by rate. Empty without prices, and when there is energy under a rate
    /// that does not exist.
    [[nodiscard]] std::optional<Money> cost(const QList<qint64> &joulesByRate) const;
};

/// The index of the plan whose prices hold on a local date; -1 when there is none.
[[nodiscard]] int planOn(const Tariff &tariff, QDate date);

/// The grid of \a plan that holds on a local date: a season's, or its own.
[[nodiscard]] const WeekGrid &gridOn(const PricePlan &plan, QDate date);

/// Lays \a tariff over \a range: wall-clock half hours become instants. On clock-change days the
/// missing hour is missing and the doubled one counts twice. Takes time in proportion to the days
/// in range.
[[nodiscard]] RatePlan layOut(const Tariff &tariff, TimeRange range, const LocalCalendar &calendar);

/// Standing charge of the local days that begin in \a range. Never part of an outlet's cost.
[[nodiscard]] std::optional<Money> standingCharge(const Tariff &tariff, TimeRange range,
                                                  const LocalCalendar &calendar);

} // namespace outlet
