// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_view.h"

#include <algorithm>

#include "desktop/energy/energy_outlets.h"
#include "desktop/energy/rate_words.h"
#include "desktop/outlet_faces.h"

namespace outlet {

using std::chrono::milliseconds;

namespace {

/// Outlets that come and go together are taken together.
constexpr milliseconds kGather{50};
constexpr int kDeepest = 8;

EnergyPeriod::Kind kindOf(Ui::Period period)
{
    switch (period) {
    case Ui::PeriodWeek:
        return EnergyPeriod::Kind::Week;
    case Ui::PeriodYear:
        return EnergyPeriod::Kind::Year;
    case Ui::PeriodDay:
        return EnergyPeriod::Kind::Day;
    case Ui::PeriodMonth:
        break;
    }
    return EnergyPeriod::Kind::Month;
}

} // namespace

EnergyView::EnergyView(QObject *parent)
    : EnergyView(OutletFaces::shared(), parent)
{
}

EnergyView::EnergyView(OutletFaces *faces, QObject *parent)
    : QObject(parent)
    , m_faces(faces)
    , m_source(faces ? faces->parts().energy : nullptr)
{
    if (!m_source)
        return;
    Clock &clock = faces->parts().clock;
    m_loader = std::make_unique<EnergyLoader>(*m_source, clock);
    m_gather = std::make_unique<ClockTimer>(clock, [this] { outletsChanged(); });
    m_rateTimer = std::make_unique<ClockTimer>(clock, [this] { updateRateNow(); });
    m_period = {EnergyPeriod::Kind::Month, clock.utcMs(), m_source->calendar(),
                m_source->tariff().billingDay};
    m_outlets = energyOutlets(*faces);
    const auto gather = [this] { m_gather->start(kGather); };
    connect(faces, &OutletFaces::added, this, gather);
    connect(faces, &OutletFaces::removed, this, gather);
    connect(faces, &OutletFaces::moved, this, gather);
    connect(faces, &OutletFaces::listingChanged, this, gather);
    connect(m_loader.get(), &EnergyLoader::loadingChanged, this, &EnergyView::loadingChanged);
    connect(m_loader.get(), &EnergyLoader::loaded, this, &EnergyView::take);
    connect(m_loader.get(), &EnergyLoader::failed, this, &EnergyView::fail);
    const auto otherCalendar = [this] {
        m_trail.clear();
        show({m_period.kind(), m_period.range().startUtcMs, m_source->calendar(),
              m_source->tariff().billingDay});
        updateRateNow();
    };
    connect(m_source, &EnergySource::rewritten, this, otherCalendar);
    connect(m_source, &EnergySource::tariffChanged, this, otherCalendar);
    connect(m_source, &EnergySource::figuresChanged, this, [this] { updateTexts(); });
    updateTexts();
    updateRateNow();
}

EnergyView::~EnergyView() = default;

void EnergyView::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (m_loader) {
        m_loader->setActive(active);
        if (active && m_loader->outletIds().isEmpty())
            load();
    }
    Q_EMIT activeChanged();
}

Ui::Period EnergyView::period() const
{
    switch (m_period.kind()) {
    case EnergyPeriod::Kind::Week:
        return Ui::PeriodWeek;
    case EnergyPeriod::Kind::Year:
        return Ui::PeriodYear;
    case EnergyPeriod::Kind::Day:
        return Ui::PeriodDay;
    case EnergyPeriod::Kind::Month:
        break;
    }
    return Ui::PeriodMonth;
}

void EnergyView::setPeriod(Ui::Period period)
{
    if (!m_source || period == this->period())
        return;
    m_trail.clear();
    const qint64 now = m_faces->parts().clock.utcMs();
    const TimeRange range = m_period.range();
    show(m_period.as(kindOf(period), range.contains(now) ? now : range.startUtcMs));
}

bool EnergyView::canGoBack() const
{
    if (!m_loader)
        return false;
    const auto earliest = m_loader->earliestUtcMs();
    return earliest && *earliest < m_period.range().startUtcMs;
}

bool EnergyView::canGoForward() const
{
    return m_source && m_period.range().endUtcMs <= m_faces->parts().clock.utcMs();
}

void EnergyView::goBack()
{
    if (canGoBack())
        show(m_period.previous());
}

void EnergyView::goForward()
{
    if (canGoForward())
        show(m_period.next());
}

void EnergyView::openBar(int bar)
{
    const BarData &shown = m_bars.data();
    if (!m_source || bar < 0 || bar >= shown.buckets.size() || shown.buckets.at(bar).isFuture)
        return;
    if (m_loader->period().range() != m_period.range() || m_trail.size() >= kDeepest)
        return; // still the old picture
    const qint64 start = shown.buckets.at(bar).range.startUtcMs;
    if (m_period.kind() == EnergyPeriod::Kind::Day)
        return;
    m_trail.append(m_period);
    show(m_period.as(m_period.kind() == EnergyPeriod::Kind::Year ? EnergyPeriod::Kind::Month
                                                                 : EnergyPeriod::Kind::Day,
                     start));
}

bool EnergyView::goUp()
{
    if (m_trail.isEmpty())
        return false;
    show(m_trail.takeLast());
    return true;
}

void EnergyView::setByCost(bool byCost)
{
    if (byCost == m_byCost)
        return;
    m_byCost = byCost;
    updateRanking();
    updateComparison();
    Q_EMIT byCostChanged();
    Q_EMIT changed();
}

void EnergyView::setSort(Ui::EnergySort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    updateRanking();
    Q_EMIT sortChanged();
}

void EnergyView::retry()
{
    if (m_loader)
        load();
}

QString EnergyView::month() const
{
    const qint64 now = m_faces ? m_faces->parts().clock.utcMs() : 0;
    const TimeRange range = m_period.range();
    return m_period.calendar()
        .date(range.contains(now) ? now : range.startUtcMs)
        .toString(Qt::ISODate);
}

QString EnergyView::firstDay() const
{
    return m_period.calendar().date(m_period.range().startUtcMs).toString(Qt::ISODate);
}

QString EnergyView::lastDay() const
{
    const qint64 now = m_faces ? m_faces->parts().clock.utcMs() : 0;
    const TimeRange range = m_period.range();
    return m_period.calendar()
        .date(range.contains(now) ? now : range.endUtcMs - 1)
        .toString(Qt::ISODate);
}

QStringList EnergyView::outletIds() const
{
    QStringList ids;
    for (const EnergyOutlet &outlet : m_outlets)
        ids.append(outlet.id);
    return ids;
}

void EnergyView::show(const EnergyPeriod &period)
{
    m_period = period;
    Q_EMIT periodChanged();
    load();
}

void EnergyView::outletsChanged()
{
    QList<EnergyOutlet> outlets = energyOutlets(*m_faces);
    const bool sameIds =
        std::equal(outlets.begin(), outlets.end(), m_outlets.begin(), m_outlets.end(),
                   [](const EnergyOutlet &a, const EnergyOutlet &b) { return a.id == b.id; });
    if (outlets == m_outlets)
        return;
    m_outlets = outlets;
    if (!sameIds)
        load();
    else
        take(); // other names and colours for what is there
}

void EnergyView::load()
{
    if (!m_isActive)
        return;
    m_errorText.clear();
    m_loader->load(outletIds(), m_period);
    Q_EMIT loadingChanged(); // the error is gone
}

void EnergyView::take()
{
    m_errorText.clear();
    updatePicture();
    Q_EMIT loadingChanged();
    Q_EMIT periodChanged(); // whether there is something before it
}

void EnergyView::fail(const QString &text)
{
    m_errorText = text;
    Q_EMIT loadingChanged();
}

bool EnergyView::isCurrent() const
{
    return m_period.range().contains(m_faces->parts().clock.utcMs());
}

void EnergyView::updatePicture()
{
    QList<EnergyOutlet> outlets;
    for (const QString &id : m_loader->outletIds()) {
        EnergyOutlet outlet{id, id, {}, {}, 0, m_loader->firstUtcMs(id)};
        for (const EnergyOutlet &known : std::as_const(m_outlets)) {
            if (known.id != id)
                continue;
            outlet = known;
            outlet.firstUtcMs = m_loader->firstUtcMs(id);
        }
        outlets.append(outlet);
    }
    const qint64 now = m_faces->parts().clock.utcMs();
    const Tariff &tariff = m_source->tariff();
    const QString currency = m_source->currency();
    const EnergyPeriod &period = m_loader->period();
    // Hours are too small to be foretold, and a year too long.
    const EnergyPeriod::Kind kind = period.kind();
    Expectation expected;
    if (kind == EnergyPeriod::Kind::Week || kind == EnergyPeriod::Kind::Month)
        expected = [this](TimeRange range) { return m_loader->expected(range); };
    m_picture =
        makeEnergyPicture(m_loader->now(), outlets, period, tariff, currency, now, expected);
    m_beforePicture =
        makeEnergyPicture(m_loader->before(), outlets, period.previous(), tariff, currency, now);
    m_bars.setData(m_picture.bars);
    updateTexts();
    updateRanking();
    updateComparison();
    updateRates();
    Q_EMIT changed();
}

void EnergyView::updateRateNow()
{
    const Clock &clock = m_faces->parts().clock;
    const auto now = RateWords::now(m_source->tariff(), m_source->calendar(), m_source->currency(),
                                    clock.utcMs());
    m_rateText = now ? now->text : QString();
    m_rateTone = now && now->isDearest ? Ui::ToneWarn : Ui::ToneAccent;
    if (now) // looked at now and then, too, as the clock may be set
        m_rateTimer->start(std::clamp(milliseconds(now->untilUtcMs - clock.utcMs()),
                                      milliseconds(1000), milliseconds(600'000)));
    else
        m_rateTimer->stop();
    Q_EMIT rateChanged();
}

} // namespace outlet
