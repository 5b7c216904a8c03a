// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/energy_requests.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QPointer>
#include <algorithm>

#include "app/request_values.h"
#include "base/logging.h"
#include "outlets/outlet_registry.h"
#include "tariff/price_text.h"

namespace outlet {

using control::Error;
using control::ErrorCode;

namespace {

QString textOf(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1StringView(key)).toString();
}

std::optional<CalendarUnit> unitOf(const QString &name)
{
    static const QHash<QString, CalendarUnit> units{
        {QStringLiteral("minute"), CalendarUnit::Minute},
        {QStringLiteral("quarter"), CalendarUnit::QuarterHour},
        {QStringLiteral("hour"), CalendarUnit::Hour},
        {QStringLiteral("day"), CalendarUnit::Day},
        {QStringLiteral("week"), CalendarUnit::Week},
        {QStringLiteral("month"), CalendarUnit::Month},
        {QStringLiteral("year"), CalendarUnit::Year}};
    const auto it = units.constFind(name);
    return it == units.cend() ? std::nullopt : std::optional(*it);
}

QJsonValue orNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue watts(const std::optional<qint64> &milliwatts)
{
    return milliwatts ? QJsonValue(double(*milliwatts) / 1000) : QJsonValue();
}

QJsonObject rowJson(const EnergyRow &row, const std::optional<double> &averageWatts,
                    const LocalCalendar &calendar)
{
    const EnergyBucket &energy = row.energy;
    const bool isKnown = energy.isKnown() || energy.joules != 0;
    return {{QStringLiteral("start"), calendar.isoText(row.range.startUtcMs)},
            {QStringLiteral("seconds"), double(row.range.lengthMs()) / 1000},
            {QStringLiteral("joules"), isKnown ? QJsonValue(energy.joules) : QJsonValue()},
            {QStringLiteral("averageWatts"), orNull(averageWatts)},
            {QStringLiteral("minWatts"), watts(energy.minMilliwatts)},
            {QStringLiteral("maxWatts"), watts(energy.maxMilliwatts)},
            {QStringLiteral("secondsOn"), double(energy.onMs) / 1000},
            {QStringLiteral("secondsKnown"), double(energy.knownMs) / 1000},
            {QStringLiteral("cost"), row.cost ? QJsonValue(row.cost->toDouble()) : QJsonValue()}};
}

/// Of how many seconds up to now nothing is known.
double missingSeconds(const EnergyRow &row, qint64 asOfUtcMs)
{
    const qint64 passed = std::min(row.range.endUtcMs, asOfUtcMs) - row.range.startUtcMs;
    return double(std::max<qint64>(0, passed - row.energy.knownMs)) / 1000;
}

/// The mean power of all: the sum of the means of those of whom something is known.
std::optional<double> averageOfAll(const EnergyReply &reply, qsizetype row)
{
    std::optional<double> sum;
    for (const EnergySeries &series : reply.outlets) {
        if (const auto average = series.rows.at(row).energy.averageWatts())
            sum = sum.value_or(0) + *average;
    }
    return sum;
}

} // namespace

EnergyRequests::EnergyRequests(EnergyService &energy, History &history, OutletRegistry &registry,
                               ControlHost &host, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_energy(energy)
    , m_history(history)
    , m_registry(registry)
    , m_host(host)
    , m_clock(clock)
{
}

bool EnergyRequests::carryOut(const control::Request &request,
                              const ControlDispatcher::Reply &reply)
{
    if (request.verb == QLatin1StringView("energy"))
        energy(request.arguments, reply);
    else if (request.verb == QLatin1StringView("tariff"))
        tariff(request.arguments, reply);
    else
        return false;
    return true;
}

void EnergyRequests::energy(const QJsonObject &arguments, const ControlDispatcher::Reply &reply)
{
    const auto refuse = [&reply](const QString &text) {
        reply(Error{ErrorCode::BadRequest, text});
    };
    const QString who = textOf(arguments, "outlet");
    const bool isAll = who == QLatin1StringView("all");
    const bool isEach = isAll && arguments.value(QLatin1StringView("each")).toBool();
    const auto found = outletsOfRequest(m_registry, who);
    if (!found)
        return reply(found.error());
    const QStringList ids = *found;
    QHash<QString, QString> names;
    for (const Outlet *outlet : m_registry.outlets())
        names.insert(outlet->id(), outlet->displayName());

    const LocalCalendar &calendar = m_energy.calendar();
    const QString bucket = textOf(arguments, "bucket");
    const auto unit = unitOf(bucket.isEmpty() ? QStringLiteral("hour") : bucket);
    if (!unit)
        return refuse(
            QStringLiteral("--bucket takes minute, quarter, hour, day, week, month or year."));
    const auto range = rangeOfRequest(arguments, calendar, m_clock.utcMs());
    if (!range)
        return refuse(range.error());
    const qsizetype each = isEach ? std::max<qsizetype>(1, ids.size()) : 1;
    const QList<qint64> edges = calendar.edges(*range, *unit, kMostRows / each + 1);
    if (edges.size() < 2)
        return refuse(QStringLiteral("That would be more than %1 rows; ask for less time or for "
                                     "longer buckets.")
                          .arg(kMostRows));

    // What was recorded before this request is in the answer; where it can't be written, the
    // answer is what is on disk.
    m_history.flush().then(this, [=, this](const Result<bool, HistoryProblem> &) {
        m_energy.energy(ids, edges)
            .then(this, [=, this](const Result<EnergyReply, HistoryProblem> &answer) {
                if (!answer)
                    return reply(Error{ErrorCode::CannotRead, answer.error().sentence()});
                QJsonArray rows;
                QJsonArray missing; // beside the rows, whose columns are a promise
                for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
                    if (isAll && !isEach) {
                        double sum = 0;
                        for (const EnergySeries &series : answer->outlets)
                            sum += missingSeconds(series.rows.at(i), answer->asOfUtcMs);
                        missing.append(sum);
                        rows.append(rowJson(answer->total.rows.at(i), averageOfAll(*answer, i),
                                            m_energy.calendar()));
                        continue;
                    }
                    for (const EnergySeries &series : answer->outlets) {
                        const EnergyRow &row = series.rows.at(i);
                        QJsonObject object =
                            rowJson(row, row.energy.averageWatts(), m_energy.calendar());
                        if (isEach) {
                            object.insert(QStringLiteral("outlet"), series.outletId);
                            object.insert(QStringLiteral("name"), names.value(series.outletId));
                        }
                        rows.append(object);
                        missing.append(missingSeconds(row, answer->asOfUtcMs));
                    }
                }
                reply(QJsonValue(QJsonObject{{QStringLiteral("rows"), rows},
                                             {QStringLiteral("missingSeconds"), missing},
                                             {QStringLiteral("currency"), m_energy.currency()}}));
            });
    });
}

void EnergyRequests::tariff(const QJsonObject &arguments, const ControlDispatcher::Reply &reply)
{
    const auto shown = [this] {
        return QJsonValue(QJsonDocument::fromJson(m_energy.tariff().toJson()).object());
    };
    const bool isFlat = arguments.contains(QLatin1StringView("flat"));
    if (!isFlat && !arguments.contains(QLatin1StringView("json")))
        return reply(shown());
    const auto wanted =
        isFlat ? flatTariff(arguments) : Tariff::fromJson(textOf(arguments, "json").toUtf8());
    const QString fault = wanted ? m_energy.setTariff(*wanted) : wanted.error();
    if (!fault.isEmpty())
        return reply(Error{ErrorCode::BadRequest, fault});
    m_host.whenSaved([shown, reply, self = QPointer(this)](const QString &problem) {
        if (!self)
            return;
        if (problem.isEmpty())
            reply(shown());
        else
            reply(Error{ErrorCode::NotSaved,
                        QStringLiteral("The prices hold, but may be gone after a restart. %1")
                            .arg(problem)});
    });
}

Result<Tariff, QString> EnergyRequests::flatTariff(const QJsonObject &arguments) const
{
    const auto priceE4 = priceE4FromText(textOf(arguments, "flat"));
    if (!priceE4)
        return QStringLiteral(
                   "--flat takes the price of a kWh, 0 to %1 with at most four decimals.")
            .arg(priceText(kMostPriceE4));
    const QString from = textOf(arguments, "from");
    PricePlan plan;
    plan.validFrom = from.isEmpty() ? m_energy.calendar().date(m_clock.utcMs())
                                    : QDate::fromString(from, Qt::ISODate);
    if (!plan.validFrom.isValid())
        return QStringLiteral("--from takes a date such as 2025-10-01.");
    plan.periods = {{QString(), *priceE4}};
    Tariff tariff = m_energy.tariff();
    if (const QString currency = textOf(arguments, "currency"); !currency.isEmpty())
        tariff.currency = currency;
    const auto place =
        std::lower_bound(tariff.plans.begin(), tariff.plans.end(), plan.validFrom,
                         [](const PricePlan &one, QDate date) { return one.validFrom < date; });
    if (place != tariff.plans.end() && place->validFrom == plan.validFrom)
        *place = plan;
    else
        tariff.plans.insert(place, plan);
    return tariff;
}

} // namespace outlet
