// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/format.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <algorithm>
#include <cmath>

#include "tariff/money.h"

namespace outlet {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

constexpr double kNoiseWatts = 0.3;
constexpr double kEnterKilowatts = 1000;
constexpr double kLeaveKilowatts = 950;

/// Half away from zero. The nudge lets 0.35 (which no double holds exactly) round like 0.35.
double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double scaled = value * scale;
    return std::round(scaled + std::copysign(std::abs(scaled) * 1e-12, scaled)) / scale;
}

Format::Quantity power(double watts, double oneDecimalBelow, bool &kilowatts)
{
    const double w = std::abs(watts) < kNoiseWatts ? 0.0 : watts;
    kilowatts = kilowatts ? w >= kLeaveKilowatts : rounded(w, 0) >= kEnterKilowatts;
    if (kilowatts)
        return {Format::number(w / 1000, 2), QStringLiteral("kW")};
    const int decimals = w != 0.0 && rounded(w, 1) < oneDecimalBelow ? 1 : 0;
    return {Format::number(w, decimals), QStringLiteral("W")};
}

/// The locale's way to write a month and a day, from its long date without the weekday.
QString dayPattern(const QLocale &locale, bool withYear)
{
    static const QRegularExpression weekday(QStringLiteral("(\\s*'[^']*'\\s*)?d{3,4}[,.]?\\s*"));
    static const QRegularExpression year(
        QStringLiteral("[,.]?(\\s*'[^']*')?\\s*y{2,4}(\\s*'[^']*'|年|년|\\.)?"));
    QString pattern = locale.dateFormat(QLocale::LongFormat);
    pattern.remove(weekday);
    if (!withYear)
        pattern.remove(year);
    pattern.replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
    pattern = pattern.trimmed();
    while (pattern.startsWith(u',') || pattern.startsWith(u'/') || pattern.startsWith(u'-'))
        pattern = pattern.mid(1).trimmed();
    while (pattern.endsWith(u',') || pattern.endsWith(u'/') || pattern.endsWith(u'-'))
        pattern = pattern.left(pattern.size() - 1).trimmed();
    return pattern.contains(u'd') && pattern.contains(u'M') ? pattern : QStringLiteral("MMM d");
}

qint64 untilMidnight(qint64 nowUtcMs)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowUtcMs);
    return std::max<qint64>(kSecond,
                            now.date().addDays(1).startOfDay().toMSecsSinceEpoch() - nowUtcMs);
}

} // namespace

QString Format::Quantity::text() const
{
    // The space does not break: a number never stands on another line than its unit.
    return unit.isEmpty() ? value : QString(value + QChar(0x00a0) + unit);
}

QString Format::unknown()
{
    return QStringLiteral("–");
}

QString Format::count(qint64 value)
{
    return number(double(value), 0);
}

QString Format::number(double value, int decimals)
{
    double shown = rounded(value, decimals);
    if (shown == 0.0)
        shown = 0.0; // never "-0"
    QString text = QLocale().toString(shown, 'f', decimals);
    if (shown < 0)
        text.replace(QLocale().negativeSign(), QStringLiteral("−"));
    return text;
}

Format::Quantity Format::livePower(double watts, bool &kilowatts)
{
    return power(watts, 100, kilowatts);
}

Format::Quantity Format::livePower(double watts)
{
    bool kilowatts = false;
    return power(watts, 100, kilowatts);
}

Format::Quantity Format::compactPower(double watts)
{
    bool kilowatts = false;
    return power(watts, 10, kilowatts);
}

QString Format::wholeWatts(double watts)
{
    return Quantity{number(watts, 0), QStringLiteral("W")}.text();
}

QString Format::spokenPower(double watts)
{
    const Quantity quantity = livePower(watts);
    return quantity.unit == u"kW" ? tr("%1 kilowatts").arg(quantity.value)
                                  : tr("%1 watts").arg(quantity.value);
}

QString Format::volts(double volts)
{
    return Quantity{number(volts, 1), QStringLiteral("V")}.text();
}

QString Format::amps(double amps)
{
    return Quantity{number(amps, 2), QStringLiteral("A")}.text();
}

Format::Quantity Format::energy(qint64 joules)
{
    const double kwh = static_cast<double>(joules) / 3'600'000;
    const QString unit = QStringLiteral("kWh");
    if (joules > 0 && rounded(kwh, 2) == 0.0)
        return {tr("< %1").arg(number(0.01, 2)), unit};
    const int decimals = rounded(kwh, 2) < 10 ? 2 : rounded(kwh, 1) < 1000 ? 1 : 0;
    return {number(kwh, decimals), unit};
}

Format::Quantity Format::carbon(qint64 joules, int gramsPerKwh)
{
    const double grams = static_cast<double>(joules) / 3'600'000 * gramsPerKwh;
    if (rounded(grams, 0) < 1000)
        return {number(grams, 0), QStringLiteral("g")};
    const double kilograms = grams / 1000;
    if (rounded(kilograms, 0) < 1000)
        return {number(kilograms, rounded(kilograms, 1) < 100 ? 1 : 0), QStringLiteral("kg")};
    return {number(kilograms / 1000, 2), QStringLiteral("t")};
}

QString Format::axisMoney(double value, int decimals, const QString &currency)
{
    if (currency.isEmpty())
        return number(value, decimals);
    const QString sign = currencySign(currency);
    // A code stands apart from the amount.
    return QLocale().toCurrencyString(value, sign == currency ? sign + QChar::Nbsp : sign,
                                      decimals);
}

QString Format::money(std::optional<Money> money, const QString &currency)
{
    if (!money)
        return unknown();
    const auto written = [&](qint64 cents) {
        return axisMoney(static_cast<double>(cents) / 100, 2, currency);
    };
    const qint64 cents = money->cents();
    if (cents == 0 && money->units() > 0)
        return tr("< %1").arg(written(1));
    return written(cents);
}

QString Format::price(int priceE4, const QString &currency)
{
    const int decimals = priceE4 % 10 != 0 ? 4 : priceE4 % 100 != 0 ? 3 : 2;
    return axisMoney(priceE4 / 10'000.0, decimals, currency);
}

QString Format::currencySign(const QString &currency)
{
    const QLocale locale;
    return currency == locale.currencySymbol(QLocale::CurrencyIsoCode)
               ? locale.currencySymbol(QLocale::CurrencySymbol)
               : currency;
}

QString Format::bytes(qint64 bytes)
{
    qint64 unit = 1;
    while (unit < 1'000'000'000'000 && bytes / unit >= 1000)
        unit *= 1000;
    const bool hasDecimal = unit > 1 && rounded(double(bytes) / double(unit), 1) < 10;
    return QLocale().formattedDataSize(bytes, hasDecimal ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString Format::share(double fraction)
{
    const double percent = fraction * 100;
    if (percent > 0 && percent < 1)
        return tr("< %1%").arg(number(1, 0));
    return tr("%1%").arg(number(percent, 0));
}

QString Format::signal(int dbm)
{
    return Quantity{number(dbm, 0), QStringLiteral("dBm")}.text();
}

TimedText Format::duration(qint64 ms)
{
    const qint64 t = std::max<qint64>(0, ms);
    const auto until = [t](qint64 unit) { return unit - t % unit; };
    if (t < kMinute)
        return {tr("%1 s").arg(t / kSecond), until(kSecond)};
    if (t < kHour)
        return {tr("%1 min").arg(t / kMinute), until(kMinute)};
    if (t < kDay) {
        const qint64 minutes = t % kHour / kMinute;
        return {minutes ? tr("%1 h %2 min").arg(t / kHour).arg(minutes) : tr("%1 h").arg(t / kHour),
                until(kMinute)};
    }
    const qint64 hours = t % kDay / kHour;
    return {hours ? tr("%1 d %2 h").arg(t / kDay).arg(hours) : tr("%1 d").arg(t / kDay),
            until(kHour)};
}

TimedText Format::ago(qint64 utcMs, qint64 nowUtcMs)
{
    const qint64 passed = std::max<qint64>(0, nowUtcMs - utcMs); // a clock set back is "0 s ago"
    if (passed >= kHour)
        return pointInTime(utcMs, nowUtcMs);
    const TimedText duration = Format::duration(passed);
    return {tr("%1 ago").arg(duration.text), duration.validForMs};
}

TimedText Format::left(qint64 dueUtcMs, qint64 nowUtcMs)
{
    const qint64 left = std::max<qint64>(0, dueUtcMs - nowUtcMs);
    if (left < 2 * kMinute) {
        const qint64 seconds = (left + kSecond - 1) / kSecond;
        const qint64 next = left % kSecond;
        return {tr("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')),
                left == 0 ? TimedText::kForever : (next == 0 ? kSecond : next)};
    }
    // Counts the minute that has begun: 14 min are shown until 13 min are left.
    const qint64 minutes = (left + kMinute - 1) / kMinute;
    const qint64 next = left % kMinute == 0 ? kMinute : left % kMinute;
    const qint64 toSeconds = left - 2 * kMinute + 1;
    return {duration(minutes * kMinute).text, std::min(next, toSeconds)};
}

TimedText Format::pointInTime(qint64 utcMs, qint64 nowUtcMs, bool standalone)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowUtcMs);
    const QString clock = QLocale().toString(then.time(), QLocale::ShortFormat);
    const qint64 midnight = untilMidnight(nowUtcMs);
    if (then.date() == now.date())
        return {clock, midnight};
    if (then.date().addDays(1) == now.date())
        return {standalone ? tr("Yesterday, %1").arg(clock) : tr("yesterday, %1").arg(clock),
                midnight};
    return {day(utcMs, nowUtcMs), midnight};
}

QString Format::day(qint64 utcMs, qint64 nowUtcMs)
{
    return day(QDateTime::fromMSecsSinceEpoch(utcMs).date(),
               QDateTime::fromMSecsSinceEpoch(nowUtcMs).date());
}

QString Format::day(QDate date, QDate today)
{
    return Format::date(date, date.year() != today.year());
}

QString Format::date(QDate date, bool withYear)
{
    const QLocale locale;
    return locale.toString(date, dayPattern(locale, withYear));
}

QString Format::weekday(QDate date)
{
    return tr("%1, %2", "weekday, day")
        .arg(QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat), Format::date(date, false));
}

QString Format::month(QDate date)
{
    const QLocale locale;
    return tr("%1 %2", "month year")
        .arg(locale.standaloneMonthName(date.month()),
             locale.toString(date, QStringLiteral("yyyy")));
}

QString Format::clock(int minuteOfDay)
{
    return QLocale().toString(QTime(minuteOfDay / 60, minuteOfDay % 60), QLocale::ShortFormat);
}

QString Format::shortClock(int minuteOfDay)
{
    const QLocale locale;
    const QString format = locale.timeFormat(QLocale::ShortFormat);
    const bool halves = format.contains(u'a', Qt::CaseInsensitive);
    const QTime time(minuteOfDay / 60, minuteOfDay % 60);
    return halves && time.minute() == 0 ? locale.toString(time, QStringLiteral("h AP"))
                                        : locale.toString(time, QLocale::ShortFormat);
}

QString Format::pricePerKwh(int priceE4, const QString &currency)
{
    const int decimals = priceE4 % 100 == 0 ? 2 : priceE4 % 10 == 0 ? 3 : 4;
    return tr("%1/kWh").arg(axisMoney(priceE4 / 10'000.0, decimals, currency));
}

QString Format::spokenEnergy(qint64 joules)
{
    return tr("%1 kilowatt hours").arg(energy(joules).value);
}

QString Format::datePattern(const QLocale &locale)
{
    return dayPattern(locale, true);
}

QString Format::full(qint64 utcMs)
{
    const QLocale locale;
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(utcMs);
    return tr("%1, %2").arg(locale.toString(then.date(), QLocale::LongFormat),
                            locale.toString(then.time(), QLocale::ShortFormat));
}

} // namespace outlet
