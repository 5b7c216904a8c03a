// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/energy_service.h"

#include <QtCore/QLocale>

#include "app/demo.h"
#include "app/energy_figures.h"
#include "app/energy_reply.h"
#include "app/settings.h"
#include "base/ready_future.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using std::chrono::milliseconds;

namespace {

/// Laying prices over a range takes time in proportion to it, and nobody has such a history.
constexpr qint64 kLongestRangeMs = qint64(200) * 366 * 24 * 3'600'000;
constexpr milliseconds kLookAtZone{60'000};
/// Outlets that come and go together (at the start, or with simulated ones) are taken together.
constexpr milliseconds kGather{50};

LocalCalendar systemCalendar()
{
    return LocalCalendar(QTimeZone::systemTimeZone(), QLocale().firstDayOfWeek());
}

} // namespace

/// The parts of EnergyService.
class EnergyService::Private
{
public:
    Private(EnergyService *service, History &givenHistory, OutletRegistry &givenRegistry,
            Settings &givenSettings, Clock &clock)
        : q(service)
        , history(givenHistory)
        , registry(givenRegistry)
        , settings(givenSettings)
        , calendar(systemCalendar())
        , figures([this](const QStringList &ids,
                         const QList<qint64> &edges) { return q->energy(ids, edges); },
                  [this](const QStringList &ids) { return q->extents(ids); }, clock)
        , zoneTimer(clock, [this] { lookAtZone(); })
        , outletsTimer(clock, [this] { takeOutlets(); })
    {
    }

    void start();
    void takeTariff();
    void takeOutlets();
    void lookAtZone();
    void everythingAnew();

    EnergyService *q;
    History &history;
    OutletRegistry &registry;
    Settings &settings;
    LocalCalendar calendar;
    Tariff tariff;
    EnergyFigures figures;
    ClockTimer zoneTimer;
    ClockTimer outletsTimer;
    bool followsSystem = true;
    bool isStarted = false;
};

void EnergyService::Private::start()
{
    if (!isStarted && followsSystem)
        zoneTimer.start(kLookAtZone);
    isStarted = true;
    takeOutlets();
    figures.start(calendar, tariff);
}

void EnergyService::Private::takeTariff()
{
    const QString text = settings.tariff();
    const auto read = text.isEmpty() ? Tariff() : Tariff::fromJson(text.toUtf8());
    const Tariff wanted = read ? *read : Tariff(); // Settings refuses what can't be read
    if (wanted == tariff)
        return;
    tariff = wanted;
    everythingAnew();
    Q_EMIT q->tariffChanged();
}

void EnergyService::Private::takeOutlets()
{
    QStringList known;
    QStringList real;
    for (const Outlet *outlet : registry.outlets()) {
        if (!outlet->isKnown())
            continue;
        known.append(outlet->id());
        if (!Demo::isSimulatedId(outlet->id()))
            real.append(outlet->id());
    }
    figures.setOutlets(known, real.isEmpty() ? known : real);
}

void EnergyService::Private::lookAtZone()
{
    zoneTimer.start(kLookAtZone);
    if (QTimeZone::systemTimeZoneId() == calendar.zone().id())
        return;
    const LocalCalendar now = systemCalendar();
    if (now.zone().id() == calendar.zone().id())
        return; // a zone without a name of its own
    calendar = now;
    everythingAnew();
    Q_EMIT q->rewritten();
}

void EnergyService::Private::everythingAnew()
{
    if (isStarted)
        figures.start(calendar, tariff);
}

EnergyService::EnergyService(History &history, OutletRegistry &registry, Settings &settings,
                             Clock &clock, QObject *parent)
    : EnergySource(parent)
    , d(std::make_unique<Private>(this, history, registry, settings, clock))
{
    d->takeTariff();
    connect(&settings, &Settings::tariffChanged, this, [this] { d->takeTariff(); });
    connect(&d->figures, &EnergyFigures::changed, this, &EnergyService::figuresChanged);
    connect(&history, &History::recorded, this,
            [this](const QSet<QString> &outletIds, TimeRange range) {
                d->figures.recorded(outletIds, range);
                Q_EMIT recorded(outletIds, range);
            });
    connect(&history, &History::rewritten, this, [this] {
        d->everythingAnew();
        Q_EMIT rewritten();
    });
    const auto gather = [this] {
        if (d->isStarted && !d->outletsTimer.isActive())
            d->outletsTimer.start(kGather);
    };
    connect(&registry, &OutletRegistry::outletAdded, this, gather);
    connect(&registry, &OutletRegistry::outletRemoved, this, gather);
    connect(&registry, &OutletRegistry::decisionChanged, this, gather);
}

EnergyService::~EnergyService() = default;

void EnergyService::start()
{
    d->start();
}

void EnergyService::setCalendar(const LocalCalendar &calendar)
{
    d->followsSystem = false;
    d->zoneTimer.stop();
    d->calendar = calendar;
    d->everythingAnew();
    Q_EMIT rewritten();
}

QString EnergyService::setTariff(const Tariff &tariff)
{
    if (const std::optional<QString> fault = tariff.fault())
        return *fault;
    d->settings.setTariff(QString::fromUtf8(tariff.toJson()));
    return {};
}

const LocalCalendar &EnergyService::calendar() const
{
    return d->calendar;
}

const Tariff &EnergyService::tariff() const
{
    return d->tariff;
}

QString EnergyService::currency() const
{
    if (!d->tariff.currency.isEmpty())
        return d->tariff.currency;
    return QLocale().currencySymbol(QLocale::CurrencyIsoCode);
}

EnergySource::Answer<EnergyReply> EnergyService::energy(const QStringList &outletIds,
                                                        const QList<qint64> &edgesUtcMs)
{
    using Reply = Result<EnergyReply, HistoryProblem>;
    if (edgesUtcMs.size() < 2 ||
        edgesUtcMs.constLast() - edgesUtcMs.constFirst() > kLongestRangeMs) {
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::BadQuestion;
        problem.systemText = tr("it has no time, or more than 200 years");
        return readyFuture(Reply(problem));
    }
    EnergyQuery query;
    query.outletIds = outletIds;
    query.edgesUtcMs = edgesUtcMs;
    const RatePlan rates =
        layOut(d->tariff, {edgesUtcMs.constFirst(), edgesUtcMs.constLast()}, d->calendar);
    query.rates.reserve(rates.segments.size());
    for (const PriceSegment &segment : rates.segments)
        query.rates.append({segment.startUtcMs, segment.rate});
    // Not on the main thread: a year of many outlets by hours is a lot to put prices to.
    return d->history.energy(std::move(query))
        .then([edgesUtcMs, rates](const Result<EnergyAnswer, HistoryProblem> &answer) {
            return answer ? Reply(pricedReply(*answer, edgesUtcMs, rates)) : Reply(answer.error());
        });
}

EnergySource::Answer<CurveAnswer> EnergyService::curve(const CurveQuery &query)
{
    return d->history.curve(query);
}

EnergySource::Answer<QList<HistoryExtent>> EnergyService::extents(const QStringList &outletIds)
{
    return d->history.extents(outletIds);
}

EnergyFigure EnergyService::today(const QString &outletId) const
{
    return d->figures.today(outletId);
}

EnergyFigure EnergyService::thisMonth(const QString &outletId) const
{
    return d->figures.thisMonth(outletId);
}

std::optional<EnergyFigure> EnergyService::projectedMonth() const
{
    return d->figures.projectedMonth();
}

} // namespace outlet
