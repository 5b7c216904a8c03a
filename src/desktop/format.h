// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <limits>
#include <optional>

namespace outlet {

class Money;

/// A text that depends on the time, and how long it stays true.
struct TimedText
{
    static constexpr qint64 kForever = std::numeric_limits<qint64>::max();

    QString text;
    qint64 validForMs = kForever;
};

/// Numbers and times as people read them (design.md 3.1), in the default locale. Functions without
/// state; times are UTC ms and are shown in local time.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(outlet::Format)
public:
    /// A value and its unit, apart because the unit is drawn smaller.
    struct Quantity
    {
        QString value;
        QString unit;

        [[nodiscard]] QString text() const;
        friend bool operator==(const Quantity &, const Quantity &) = default;
    };

    /// The sign of the unknown.
    [[nodiscard]] static QString unknown();

    /// Live power: under 100 W one decimal, to 999 W none, then kW with two. Less than 0.3 W is
    /// noise. \a kilowatts remembers the unit from one value to the next: kW begins at 1,000 W and
    /// ends below 950 W, so that the unit does not flicker.
    [[nodiscard]] static Quantity livePower(double watts, bool &kilowatts);
    /// As livePower(), for a value on its own.
    [[nodiscard]] static Quantity livePower(double watts);
    /// Compact power (axes, tray, lists): one decimal only under 10 W.
    [[nodiscard]] static Quantity compactPower(double watts);
    /// A limit as the user wrote it: whole watts, "1,200 W".
    [[nodiscard]] static QString wholeWatts(double watts);
    /// Power spoken by a screen reader: "82.4 watts".
    [[nodiscard]] static QString spokenPower(double watts);
    [[nodiscard]] static QString volts(double volts);
    [[nodiscard]] static QString amps(double amps);
    /// Energy: two decimals under 10 kWh, one under 1,000, then none; "< 0.01" above nothing.
    [[nodiscard]] static Quantity energy(qint64 joules);
    /// CO₂ of energy at so many grams a kWh: "640 g", "12.3 kg", "123 kg", "1.24 t".
    [[nodiscard]] static Quantity carbon(qint64 joules, int gramsPerKwh);
    /// Money with the currency's sign, to hundredths: "$0.17"; "< $0.01" above nothing. The sign of
    /// the unknown without a value. \a currency is ISO 4217; empty = a number alone.
    [[nodiscard]] static QString money(std::optional<Money> money, const QString &currency);
    /// A label of a money axis: "$40", "$2.50".
    [[nodiscard]] static QString axisMoney(double value, int decimals, const QString &currency);
    /// A price in ten-thousandths of the currency's unit, with two to four decimals: "$0.2412".
    [[nodiscard]] static QString price(int priceE4, const QString &currency);
    /// The sign of a currency: the locale's own for its own ("$"), the code for others ("EUR").
    [[nodiscard]] static QString currencySign(const QString &currency);
    /// The size of a file: "214 MB", "1.1 MB".
    [[nodiscard]] static QString bytes(qint64 bytes);
    /// "45%"; "< 1%" for what is more than nothing and less than one.
    [[nodiscard]] static QString share(double fraction);
    /// "−58 dBm", with a real minus sign.
    [[nodiscard]] static QString signal(int dbm);

    /// Two units at most: "12 s", "4 min", "9 h 26 min", "3 d 4 h".
    [[nodiscard]] static TimedText duration(qint64 ms);
    /// "4 s ago", "12 min ago", and from an hour on the point in time.
    [[nodiscard]] static TimedText ago(qint64 utcMs, qint64 nowUtcMs);
    /// "14 min", under two minutes "1:45": what is left of a countdown.
    [[nodiscard]] static TimedText left(qint64 dueUtcMs, qint64 nowUtcMs);
    /// Today the clock, then "yesterday, 5:42 PM", then "Nov 3", then with the year. Within a
    /// sentence "yesterday" is small; \a standalone makes it "Yesterday".
    [[nodiscard]] static TimedText pointInTime(qint64 utcMs, qint64 nowUtcMs,
                                               bool standalone = false);
    /// "Nov 3", with the year when it is another than now's.
    [[nodiscard]] static QString day(qint64 utcMs, qint64 nowUtcMs);
    [[nodiscard]] static QString day(QDate date, QDate today);
    /// How \a locale writes that, for QLocale::toDate().
    [[nodiscard]] static QString datePattern(const QLocale &locale);
    /// A date with its year, "Nov 3, 2025", or without: "Nov 3".
    [[nodiscard]] static QString date(QDate date, bool withYear = true);
    /// "Mon, Nov 3".
    [[nodiscard]] static QString weekday(QDate date);
    /// "November 2025".
    [[nodiscard]] static QString month(QDate date);
    /// A time of day in the locale's short writing: "3:00 PM".
    [[nodiscard]] static QString clock(int minuteOfDay);
    /// As short as it can be: "3 PM", "3:30 PM", or "15:00" where the clock has 24 hours.
    [[nodiscard]] static QString shortClock(int minuteOfDay);
    /// A price in ten-thousandths of the currency's unit: "$0.24/kWh", "$0.2412/kWh".
    [[nodiscard]] static QString pricePerKwh(int priceE4, const QString &currency);
    /// Energy spoken by a screen reader: "8.2 kilowatt hours".
    [[nodiscard]] static QString spokenEnergy(qint64 joules);
    /// The full local date and time, for tooltips.
    [[nodiscard]] static QString full(qint64 utcMs);

    /// A whole number with its thousands apart: "5,952".
    [[nodiscard]] static QString count(qint64 value);
    /// \a value with \a decimals digits, rounded half away from zero, in the locale's writing.
    [[nodiscard]] static QString number(double value, int decimals);
};

} // namespace outlet
