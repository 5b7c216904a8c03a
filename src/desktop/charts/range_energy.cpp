// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/range_energy.h"

#include <algorithm>

#include "desktop/energy/energy_picture.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kDayMs = 24 * 60 * kMinuteMs;
/// Standby is told apart by the minute where there are few of them, and more coarsely in a long
/// time.
constexpr qint64 kByMinutesMs = 2 * kDayMs + kDayMs / 2;
constexpr qint64 kByQuartersMs = 400 * kDayMs;

QList<qint64> fineEdges(const TimeRange &range, const LocalCalendar &calendar)
{
    const CalendarUnit unit = range.lengthMs() <= kByMinutesMs    ? CalendarUnit::Minute
                              : range.lengthMs() <= kByQuartersMs ? CalendarUnit::QuarterHour
                                                                  : CalendarUnit::Day;
    return calendar.edges(range, unit);
}

QString unitName(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Hour:
        return RangeEnergy::tr("Hour");
    case CalendarUnit::Month:
        return RangeEnergy::tr("Month");
    default:
        return RangeEnergy::tr("Day");
    }
}

} // namespace

RangeEnergy::RangeEnergy(QObject *parent)
    : QObject(parent)
{
    makeFigures();
}

RangeEnergy::~RangeEnergy() = default;

void RangeEnergy::setFace(OutletFace *face)
{
    if (face == m_face)
        return;
    if (m_face)
        m_face->disconnect(this);
    m_face = face;
    if (face) {
        connect(face, &QObject::destroyed, this, &RangeEnergy::start);
        connect(face, &OutletFace::identityChanged, this, [this] { // the limit, the colour
            makeFigures();
            makeBars();
        });
    }
    start();
    Q_EMIT faceChanged();
}

void RangeEnergy::setRange(ChartRange *range)
{
    if (range == m_range)
        return;
    if (m_range)
        m_range->disconnect(this);
    m_range = range;
    if (range) {
        connect(range, &ChartRange::faceChanged, this, &RangeEnergy::start);
        connect(range, &ChartRange::changed, this, &RangeEnergy::rangeMoved);
    }
    start();
    Q_EMIT rangeChanged();
}

void RangeEnergy::start()
{
    m_figureLoader.reset();
    m_barLoader.reset();
    m_settleTimer.reset();
    m_isMoved = false;
    m_firstUtcMs.reset();
    ++m_extentNumber;
    if (m_face && m_range && m_range->clock() && m_range->energy()) {
        const auto make = [this] {
            return std::make_unique<OutletEnergyLoader>(m_face->outletId(), *m_range->energy(),
                                                        *m_range->clock());
        };
        m_figureLoader = make();
        m_barLoader = make();
        m_settleTimer = std::make_unique<ClockTimer>(*m_range->clock(), [this] { ask(); });
        connect(m_figureLoader.get(), &OutletEnergyLoader::changed, this,
                &RangeEnergy::makeFigures);
        connect(m_barLoader.get(), &OutletEnergyLoader::changed, this, &RangeEnergy::makeBars);
        askExtent();
    }
    ask();
}

void RangeEnergy::askExtent()
{
    m_range->energy()
        ->extents({m_face->outletId()})
        .then(m_range->energy(), [self = QPointer(this), number = m_extentNumber](
                                     const Result<QList<HistoryExtent>, HistoryProblem> &answer) {
            if (!self || number != self->m_extentNumber || !answer || answer->isEmpty())
                return;
            self->m_firstUtcMs = answer->constFirst().firstUtcMs;
            self->makeFigures();
            self->makeBars();
        });
}

void RangeEnergy::rangeMoved()
{
    m_isMoved = m_settleTimer && !m_range->isLive() && m_range->baseWindow().range == m_base;
    if (m_isMoved)
        m_settleTimer->start(kSettle);
    else
        ask();
}

void RangeEnergy::ask()
{
    if (m_settleTimer)
        m_settleTimer->stop();
    m_choices = choices();
    QStringList units;
    for (const Bars &bars : std::as_const(m_choices))
        units += unitName(bars.unit);
    if (units != m_units) {
        m_units = units;
        Q_EMIT unitsChanged();
    }
    if (m_figureLoader) {
        const bool jumped = std::exchange(m_jumps, m_range->jumps()) != m_range->jumps();
        if (jumped || m_unit >= m_choices.size())
            m_unit = 0;
        m_base = m_range->baseWindow().range;
        const LocalCalendar &calendar = m_range->calendar();
        // The figures of Live are the curve's own.
        m_figureLoader->want(m_range->isLive() ? QList<qint64>()
                                               : fineEdges(m_range->window().range, calendar));
        const Bars bars = m_choices.value(m_unit);
        m_barLoader->want(calendar.edges(bars.range, bars.unit));
    }
    makeFigures();
    makeBars();
}

void RangeEnergy::makeFigures()
{
    const QString unknown = Format::unknown();
    Figures figures{unknown, unknown, unknown, unknown, unknown, {}};
    const EnergySeries *series = m_figureLoader ? m_figureLoader->series() : nullptr;
    if (!series && m_isMoved && m_figureLoader && m_figureLoader->isLoading())
        return;
    if (series && m_face && series->total.isKnown()) {
        const EnergyBucket &total = series->total;
        figures.energy = Format::energy(total.joules).text();
        figures.cost = Format::money(series->cost, m_range->energy()->currency());
        figures.average = Format::livePower(total.averageWatts().value_or(0)).text();
        if (total.maxMilliwatts)
            figures.peak = Format::livePower(double(*total.maxMilliwatts) / 1000).text();
        const double limit = m_face->standbyBelowWatts();
        qint64 below = 0;
        for (const EnergyRow &row : series->rows) {
            const auto average = row.energy.averageWatts();
            if (average && *average < limit)
                below += row.energy.joules;
        }
        if (total.joules > 0 && limit > 0)
            figures.standby = Format::share(double(below) / double(total.joules));
        const qint64 missing = missingIn(EnergyRow{m_range->window().range, total, {}, {}},
                                         m_firstUtcMs, m_figureLoader->asOfUtcMs());
        if (missing > 0)
            figures.missing = tr("%1 missing").arg(Format::duration(missing).text);
    }
    if (figures == m_figures)
        return;
    m_figures = figures;
    Q_EMIT figuresChanged();
}

QList<RangeEnergy::Bars> RangeEnergy::choices() const
{
    if (!m_range)
        return {};
    const LocalCalendar &calendar = m_range->calendar();
    const TimeRange window = m_range->window().range;
    const QDate first = calendar.date(window.startUtcMs);
    const QDate last = calendar.date(window.endUtcMs - 1);
    const TimeRange days{calendar.dayStartUtcMs(first), calendar.day(last).endUtcMs};
    const Bars day{CalendarUnit::Hour, calendar.day(last)};
    const Bars week{CalendarUnit::Day, calendar.week(last)};
    const Bars year{CalendarUnit::Month, calendar.year(last)};
    if (first == last)
        return {day, week};
    if (first.daysTo(last) < 62)
        return {{CalendarUnit::Day, days}, year};
    return {{CalendarUnit::Month, days}};
}

void RangeEnergy::setUnit(int unit)
{
    if (unit == m_unit || unit < 0 || unit >= m_choices.size())
        return;
    m_unit = unit;
    ask();
}

QString RangeEnergy::barsTitle() const
{
    switch (m_choices.value(m_unit).unit) {
    case CalendarUnit::Hour:
        return tr("Energy per hour");
    case CalendarUnit::Month:
        return tr("Energy per month");
    default:
        return tr("Energy per day");
    }
}

QString RangeEnergy::barsNote() const
{
    if (!m_range)
        return {};
    const TimeRange bars = m_choices.value(m_unit).range;
    if (bars == m_range->window().range)
        return {};
    const LocalCalendar &calendar = m_range->calendar();
    const bool isYear = m_choices.value(m_unit).unit == CalendarUnit::Month &&
                        bars == calendar.year(calendar.date(bars.startUtcMs));
    return TimeWindow{isYear ? TimeWindow::Kind::Year : TimeWindow::Kind::Custom, bars}.title(
        m_range->nowUtcMs(), calendar);
}

QString RangeEnergy::barsError() const
{
    return m_barLoader ? m_barLoader->problem().sentence() : QString();
}

void RangeEnergy::makeBars()
{
    const EnergySeries *series = m_barLoader ? m_barLoader->series() : nullptr;
    if (series && m_face) {
        BarData data;
        data.unit = m_choices.value(m_unit).unit;
        data.calendar = m_range->calendar();
        data.currency = m_range->energy()->currency();
        BarSeries bars;
        bars.key = m_face->outletId();
        bars.name = m_face->name();
        const qint64 now = m_range->nowUtcMs();
        for (const EnergyRow &row : series->rows) {
            BarBucket bucket;
            bucket.range = row.range;
            bucket.isCurrent = row.range.contains(now);
            bucket.isFuture = row.range.startUtcMs > now;
            bucket.missingMs = missingIn(row, m_firstUtcMs, m_barLoader->asOfUtcMs());
            data.buckets.append(bucket);
            BarAmount amount;
            if (row.energy.isKnown()) {
                amount.joules = row.energy.joules;
                amount.cost = row.cost;
            }
            bars.values.append(amount);
        }
        data.series = {bars};
        m_bars.setData(data);
    } else if (!m_barLoader) {
        m_bars.setData(BarData());
    }
    Q_EMIT barsChanged();
}

void RangeEnergy::retry()
{
    if (m_figureLoader) {
        m_figureLoader->retry();
        m_barLoader->retry();
    }
}

} // namespace outlet
