// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <cmath>

#include "tariff/price_text.h"
#include "tariff/tariff.h"

namespace outlet {

namespace {

constexpr qsizetype kMostBytes = 4 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::Tariff", text);
}

QJsonArray toJson(const WeekGrid &grid)
{
    QJsonArray days;
    for (const auto &day : grid) {
        QString text;
        for (const quint8 period : day)
            text.append(QChar(u'0' + period));
        days.append(text);
    }
    return days;
}

QJsonValue price(int e4)
{
    return e4 / 10'000.0;
}

QString dayOfYear(int month, int day)
{
    return QStringLiteral("%1-%2")
        .arg(month, 2, 10, QLatin1Char('0'))
        .arg(day, 2, 10, QLatin1Char('0'));
}

bool isAllZero(const WeekGrid &grid)
{
    return grid == WeekGrid{};
}

QJsonObject toJson(const PricePlan &plan)
{
    QJsonObject object{{QStringLiteral("name"), plan.name},
                       {QStringLiteral("validFrom"), plan.validFrom.toString(Qt::ISODate)}};
    QJsonArray periods;
    for (const PricePeriod &period : plan.periods)
        periods.append(QJsonObject{{QStringLiteral("name"), period.name},
                                   {QStringLiteral("pricePerKwh"), price(period.pricePerKwhE4)}});
    object.insert(QStringLiteral("periods"), periods);
    if (!isAllZero(plan.grid))
        object.insert(QStringLiteral("week"), toJson(plan.grid));
    QJsonArray seasons;
    for (const Season &season : plan.seasons)
        seasons.append(
            QJsonObject{{QStringLiteral("name"), season.name},
                        {QStringLiteral("first"), dayOfYear(season.firstMonth, season.firstDay)},
                        {QStringLiteral("last"), dayOfYear(season.lastMonth, season.lastDay)},
                        {QStringLiteral("week"), toJson(season.grid)}});
    if (!seasons.isEmpty())
        object.insert(QStringLiteral("seasons"), seasons);
    if (plan.standingChargePerDayE4 != 0)
        object.insert(QStringLiteral("standingChargePerDay"), price(plan.standingChargePerDayE4));
    return object;
}

/// Reads one object of the text: asks for its entries one by one and remembers the first mistake.
class Reader
{
public:
    Reader(const QJsonValue &value, QString where, QString &error)
        : m_object(value.toObject())
        , m_where(std::move(where))
        , m_error(error)
    {
        if (!value.isObject())
            fail({}, tr("{…} is expected"));
    }

    void fail(const QString &key, const QString &text)
    {
        if (m_error.isEmpty())
            m_error = QStringLiteral("%1: %2.").arg(path(key), text);
    }
    [[nodiscard]] QString path(const QString &key) const
    {
        if (m_where.isEmpty())
            return key.isEmpty() ? tr("The text") : key;
        return key.isEmpty() ? m_where : m_where + u'.' + key;
    }

    [[nodiscard]] QJsonValue take(const QString &key)
    {
        m_known.append(key);
        return m_object.value(key);
    }

    QString text(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return {};
        if (!value.isString())
            fail(key, tr("a text is expected"));
        return value.toString();
    }

    std::optional<int> wholeNumber(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number != std::floor(number) || std::abs(number) > 1e9) {
            fail(key, tr("a whole number is expected"));
            return std::nullopt;
        }
        return int(number);
    }

    /// A price as a number or, exact in every language, as a text.
    std::optional<int> priceE4(const QString &key)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return std::nullopt;
        if (value.isString()) {
            if (const auto e4 = priceE4FromText(value.toString()))
                return e4;
        } else if (value.isDouble()) {
            const double e4 = value.toDouble() * 10'000;
            // Four decimals do not survive a double exactly; a fifth one differs by far more.
            if (e4 >= 0 && e4 <= kMostPriceE4 && std::abs(e4 - std::round(e4)) < 1e-4)
                return int(std::lround(e4));
        }
        fail(key, tr("a price of 0 to %1 with at most four decimals is expected")
                      .arg(priceText(kMostPriceE4)));
        return std::nullopt;
    }

    WeekGrid week(const QString &key)
    {
        WeekGrid grid{};
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return grid;
        const QString expected =
            tr("seven texts are expected, Monday first, each of 48 digits: for each half hour "
               "which price it has, counted from 0");
        const QJsonArray days = value.toArray();
        if (!value.isArray() || days.size() != qsizetype(grid.size())) {
            fail(key, expected);
            return grid;
        }
        for (std::size_t day = 0; day < grid.size(); ++day) {
            const QString digits = days.at(qsizetype(day)).toString();
            if (digits.size() != qsizetype(grid[day].size())) {
                fail(key, expected);
                return grid;
            }
            for (std::size_t half = 0; half < grid[day].size(); ++half) {
                const QChar digit = digits.at(qsizetype(half));
                if (digit < u'0' || digit > u'9') {
                    fail(key, expected);
                    return grid;
                }
                grid[day][half] = quint8(digit.unicode() - u'0');
            }
        }
        return grid;
    }

    void dayOfYear(const QString &key, int &month, int &day)
    {
        const QString value = text(key);
        const QDate date = QDate::fromString(QStringLiteral("2024-") + value, Qt::ISODate);
        if (value.size() != 5 || !date.isValid())
            return fail(key, tr("a day of the year as MM-DD is expected"));
        month = date.month();
        day = date.day();
    }

    /// The entries of a list, each with its own path.
    template <typename Function>
    void each(const QString &key, qsizetype most, Function read)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        const QJsonArray list = value.toArray();
        if (!value.isArray())
            return fail(key, tr("[…] is expected"));
        if (list.size() > most)
            return fail(key, tr("at most %1 entries are expected").arg(most));
        for (qsizetype i = 0; i < list.size() && m_error.isEmpty(); ++i) {
            Reader entry(list.at(i), QStringLiteral("%1[%2]").arg(path(key)).arg(i), m_error);
            read(entry);
            entry.finish();
        }
    }

    /// To be called last: an entry that nobody asked for is a slip of the pen.
    void finish()
    {
        for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
            if (!m_known.contains(it.key()))
                fail({}, tr("there is no entry “%1” here").arg(it.key().left(40)));
        }
    }

private:
    QJsonObject m_object;
    QString m_where;
    QString &m_error;
    QStringList m_known;
};

PricePlan readPlan(Reader &reader)
{
    PricePlan plan;
    plan.name = reader.text(QStringLiteral("name"));
    const QString key = QStringLiteral("validFrom");
    const QString date = reader.text(key);
    plan.validFrom = QDate::fromString(date, Qt::ISODate);
    if (date.size() != 10 || !plan.validFrom.isValid())
        reader.fail(key, tr("a date as YYYY-MM-DD is expected"));
    reader.each(QStringLiteral("periods"), 6, [&plan](Reader &entry) {
        PricePeriod period;
        const QString priceKey = QStringLiteral("pricePerKwh");
        period.name = entry.text(QStringLiteral("name"));
        const auto e4 = entry.priceE4(priceKey);
        if (!e4)
            entry.fail(priceKey, tr("is missing"));
        period.pricePerKwhE4 = e4.value_or(0);
        plan.periods.append(period);
    });
    plan.grid = reader.week(QStringLiteral("week"));
    reader.each(QStringLiteral("seasons"), 12, [&plan](Reader &entry) {
        Season season;
        season.name = entry.text(QStringLiteral("name"));
        entry.dayOfYear(QStringLiteral("first"), season.firstMonth, season.firstDay);
        entry.dayOfYear(QStringLiteral("last"), season.lastMonth, season.lastDay);
        season.grid = entry.week(QStringLiteral("week"));
        plan.seasons.append(season);
    });
    plan.standingChargePerDayE4 =
        reader.priceE4(QStringLiteral("standingChargePerDay")).value_or(0);
    return plan;
}

} // namespace

QByteArray Tariff::toJson() const
{
    QJsonObject object{{QStringLiteral("version"), 1}, {QStringLiteral("billingDay"), billingDay}};
    if (!currency.isEmpty())
        object.insert(QStringLiteral("currency"), currency);
    if (gramsCo2PerKwh)
        object.insert(QStringLiteral("gramsCo2PerKwh"), *gramsCo2PerKwh);
    QJsonArray list;
    for (const PricePlan &plan : plans)
        list.append(outlet::toJson(plan));
    object.insert(QStringLiteral("plans"), list);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Tariff, QString> Tariff::fromJson(const QByteArray &json)
{
    if (json.size() > kMostBytes)
        return tr("The text is too long to be prices.");
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull()) {
        const qsizetype line = json.left(parseError.offset).count('\n') + 1;
        return tr("This is not JSON: %1 (line %2).").arg(parseError.errorString()).arg(line);
    }
    QString error;
    Tariff tariff;
    Reader reader(document.isObject() ? QJsonValue(document.object())
                                      : QJsonValue(document.array()),
                  QString(), error);
    if (const auto version = reader.wholeNumber(QStringLiteral("version"));
        version && *version != 1)
        return tr("These prices were written by a newer Outlet (version %1).").arg(*version);
    tariff.currency = reader.text(QStringLiteral("currency"));
    tariff.billingDay = reader.wholeNumber(QStringLiteral("billingDay")).value_or(1);
    tariff.gramsCo2PerKwh = reader.wholeNumber(QStringLiteral("gramsCo2PerKwh"));
    reader.each(QStringLiteral("plans"), 500,
                [&tariff](Reader &entry) { tariff.plans.append(readPlan(entry)); });
    reader.finish();
    if (!error.isEmpty())
        return error;
    if (const auto fault = tariff.fault())
        return *fault;
    return tariff;
}

} // namespace outlet
