// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/chart_range.h"

#include <QtCore/QMetaEnum>
#include <algorithm>

#include "app/energy_source.h"

namespace outlet {

namespace {

/// Nothing was recorded before such outlets were made.
const QDate kFirstDate(2010, 1, 1);
constexpr std::chrono::milliseconds kLongestWait{60'000};

TimeWindow::Kind windowKind(ChartRange::Kind kind)
{
    return static_cast<TimeWindow::Kind>(kind);
}

} // namespace

ChartRange::ChartRange(QObject *parent)
    : QObject(parent)
{
}

ChartRange::~ChartRange() = default;

void ChartRange::setParts(Clock &clock, EnergySource *energy)
{
    if (m_energy)
        m_energy->disconnect(this);
    m_clock = &clock;
    m_energy = energy;
    m_timer = std::make_unique<ClockTimer>(clock, [this] { follow(); });
    if (!energy)
        m_kind = Live;
    if (energy) // another zone, perhaps
        connect(energy, &EnergySource::rewritten, this, [this] {
            if (m_kind != Custom)
                show(TimeWindow::of(windowKind(m_kind), m_base.range.startUtcMs, calendar()));
        });
    goToNow();
}

OutletFace *ChartRange::face() const
{
    return m_face;
}

void ChartRange::setFace(OutletFace *face)
{
    if (face == m_face)
        return;
    m_face = face;
    if (face)
        setParts(face->clock(), face->energySource());
    Q_EMIT faceChanged();
}

const LocalCalendar &ChartRange::calendar() const
{
    return m_energy ? m_energy->calendar() : m_systemCalendar;
}

qint64 ChartRange::nowUtcMs() const
{
    return m_clock ? m_clock->utcMs() : 0;
}

QString ChartRange::kindName() const
{
    return QString::fromLatin1(QMetaEnum::fromType<Kind>().valueToKey(m_kind)).toLower();
}

void ChartRange::setKindName(const QString &name)
{
    const auto kinds = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        if (QString::fromLatin1(kinds.key(i)).toLower() == name)
            setKind(static_cast<Kind>(kinds.value(i)));
    }
}

void ChartRange::setKind(Kind kind)
{
    if ((kind == m_kind && !isZoomed()) || (m_clock && !m_energy))
        return;
    // Another kind of range shows the time that was looked at, not today.
    const TimeRange was = window().range;
    const bool isNow = was.contains(nowUtcMs()) || m_kind == Live;
    const qint64 at = isNow ? nowUtcMs() : was.startUtcMs;
    const TimeWindow days = TimeWindow::custom(was);
    m_kind = kind;
    m_zooms.clear();
    show(kind == Custom && !isNow ? days : TimeWindow::of(windowKind(kind), at, calendar()));
}

void ChartRange::goToNow()
{
    m_zooms.clear();
    show(TimeWindow::of(windowKind(m_kind), nowUtcMs(), calendar()));
}

void ChartRange::show(const TimeWindow &window)
{
    m_base = window;
    m_follows = m_kind != Custom && window.range.contains(nowUtcMs());
    follow();
    jump();
}

void ChartRange::jump()
{
    ++m_jumps;
    Q_EMIT changed();
}

void ChartRange::follow()
{
    if (!m_timer || m_kind == Live)
        return;
    const qint64 now = nowUtcMs();
    if (m_follows && now >= m_base.range.endUtcMs) {
        m_base = TimeWindow::of(windowKind(m_kind), now, calendar());
        jump();
    }
    // The wall clock may be set, so a long wait is taken in parts.
    if (m_follows)
        m_timer->start(std::clamp(std::chrono::milliseconds(m_base.range.endUtcMs - now),
                                  std::chrono::milliseconds(1), kLongestWait));
    else
        m_timer->stop();
}

TimeWindow ChartRange::baseWindow() const
{
    return m_kind == Live ? TimeWindow::of(TimeWindow::Kind::Live, nowUtcMs(), calendar()) : m_base;
}

TimeWindow ChartRange::window() const
{
    if (!m_zooms.isEmpty())
        return {TimeWindow::Kind::Custom, m_zooms.constLast()};
    return baseWindow();
}

TimeRange ChartRange::periodBefore() const
{
    if (m_kind == Live || m_kind == Custom)
        return {};
    return m_base.moved(-1, calendar()).range;
}

QString ChartRange::title() const
{
    return window().title(nowUtcMs(), calendar());
}

QString ChartRange::shortTitle() const
{
    return window().shortTitle(nowUtcMs(), calendar());
}

bool ChartRange::canGoForward() const
{
    return !isLive() && window().range.endUtcMs <= nowUtcMs();
}

bool ChartRange::canGoBack() const
{
    return !isLive() && window().range.startUtcMs > calendar().dayStartUtcMs(kFirstDate);
}

QString ChartRange::firstDay() const
{
    return calendar().date(window().range.startUtcMs).toString(Qt::ISODate);
}

QString ChartRange::lastDay() const
{
    return calendar().date(window().range.endUtcMs - 1).toString(Qt::ISODate);
}

void ChartRange::previous()
{
    if (!canGoBack())
        return;
    if (isZoomed())
        pan(-1);
    else
        show(m_base.moved(-1, calendar()));
}

void ChartRange::next()
{
    if (!canGoForward())
        return;
    if (isZoomed())
        pan(1);
    else
        show(m_base.moved(1, calendar()));
}

QString ChartRange::setDays(const QString &first, const QString &last)
{
    const QDate from = QDate::fromString(first.trimmed(), Qt::ISODate);
    const QDate to = QDate::fromString(last.trimmed(), Qt::ISODate);
    if (!from.isValid() || !to.isValid())
        return tr("Enter dates as year-month-day, for example %1.").arg(lastDay());
    if (to < from)
        return tr("The last day is before the first.");
    if (from < kFirstDate)
        return tr("Nothing is recorded before %1.").arg(kFirstDate.year());
    if (from > calendar().date(nowUtcMs()))
        return tr("The first day has not come yet.");
    const TimeRange range{calendar().dayStartUtcMs(from), calendar().dayStartUtcMs(to.addDays(1))};
    if (range.lengthMs() > TimeWindow::kLongestMs)
        return tr("Choose at most 30 years.");
    m_kind = Custom;
    m_zooms.clear();
    show(TimeWindow::custom(range));
    return {};
}

TimeRange ChartRange::allowed(TimeRange range) const
{
    const LocalCalendar &local = calendar();
    const qint64 first = local.dayStartUtcMs(kFirstDate);
    const qint64 last = std::max(m_base.range.endUtcMs, local.day(local.date(nowUtcMs())).endUtcMs);
    const auto move = [&range](qint64 by) {
        range.startUtcMs += by;
        range.endUtcMs += by;
    };
    if (range.endUtcMs > last)
        move(last - range.endUtcMs);
    if (range.startUtcMs < first)
        move(first - range.startUtcMs);
    return range;
}

void ChartRange::zoomTo(double from, double to)
{
    const TimeRange now = window().range;
    const auto length = static_cast<double>(now.lengthMs());
    const double left = std::clamp(std::min(from, to), 0.0, 1.0);
    const double right = std::clamp(std::max(from, to), 0.0, 1.0);
    const TimeRange part{now.startUtcMs + static_cast<qint64>(left * length),
                         now.startUtcMs + static_cast<qint64>(right * length)};
    const TimeRange wanted = allowed(TimeWindow::custom(part).range);
    if (wanted.lengthMs() >= now.lengthMs())
        return;
    m_zooms.append(wanted);
    m_isPanned = false;
    jump();
}

void ChartRange::zoomBy(double factor, double around)
{
    const TimeRange now = window().range;
    const auto length = static_cast<double>(now.lengthMs());
    const double place = std::clamp(around, 0.0, 1.0);
    const double wanted = std::clamp(length * factor, double(TimeWindow::kShortestMs),
                                     double(TimeWindow::kLongestMs));
    const qint64 start = now.startUtcMs + static_cast<qint64>(place * (length - wanted));
    const TimeRange range = allowed({start, start + static_cast<qint64>(wanted)});
    if (range.lengthMs() == now.lengthMs())
        return;
    if (factor > 1 && isZoomed()) {
        const TimeRange before =
            m_zooms.size() > 1 ? m_zooms.at(m_zooms.size() - 2) : baseWindow().range;
        if (range.lengthMs() >= before.lengthMs()) {
            zoomOut(); // the way out is the way in
            return;
        }
    }
    m_zooms.append(range);
    m_isPanned = false;
    jump();
}

void ChartRange::pan(double by)
{
    const TimeRange now = window().range;
    const auto step = static_cast<qint64>(by * static_cast<double>(now.lengthMs()));
    const TimeRange range = allowed({now.startUtcMs + step, now.endUtcMs + step});
    if (range == now)
        return;
    // Moving is one step, however often; it is taken back as a whole.
    if (isZoomed() && m_isPanned) {
        m_zooms.last() = range;
    } else {
        m_zooms.append(range);
        m_isPanned = true;
    }
    Q_EMIT changed();
}

bool ChartRange::zoomOut()
{
    if (m_zooms.isEmpty())
        return false;
    m_zooms.removeLast();
    m_isPanned = false;
    jump();
    return true;
}

} // namespace outlet
