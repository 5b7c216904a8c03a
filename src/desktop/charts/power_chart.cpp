// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/power_chart.h"

#include <QtCore/QVariantMap>
#include <algorithm>
#include <cmath>

#include "desktop/charts/curve_painter.h"
#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qreal kStripRoom = 16; // the strip, and the air between it and the plot

/// How many milliseconds one point stands for; raw for the last minutes, 10 s for an hour.
qint64 bucketFor(qint64 spanMs, qreal pixels)
{
    const qint64 usual = spanMs >= 3'600'000 ? 10'000 : 1;
    return std::max(usual, spanMs / std::max<qint64>(static_cast<qint64>(pixels), 1));
}

QVariantMap tick(double position, const QString &label)
{
    return {{QStringLiteral("pos"), position}, {QStringLiteral("label"), label}};
}

QString watts(double value)
{
    return Format::livePower(value).text();
}

} // namespace

PowerChart::PowerChart(QQuickItem *parent)
    : SeriesItem(std::chrono::milliseconds(250), parent)
{
    m_topWatts = m_axis.show(0, 0);
}

PowerChart::~PowerChart() = default;

void PowerChart::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT titleChanged();
    Q_EMIT figuresChanged();
}

void PowerChart::setColor(QColor &member, const QColor &color)
{
    if (setLook(member, color))
        Q_EMIT looksChanged();
}

void PowerChart::forget()
{
    m_axis.reset();
    m_crosshair.clear();
    m_pace.reset();
}

void PowerChart::layOut()
{
    const qint64 span = qint64(spanSeconds()) * 1000;
    const qint64 now = series() ? series()->nowMs() : 0;
    const QList<LivePoint> points = series() ? series()->points() : QList<LivePoint>();
    m_curve = makeCurve(points, {now - span, now}, bucketFor(span, plot().width() / hairline()));
    const double top = m_axis.show(m_curve.peakWatts, now);
    if (top != m_topWatts) {
        m_topWatts = top;
        Q_EMIT axisChanged();
    }
    m_crosshair.setPoints(m_curve.points(), m_curve.range);
    Q_EMIT figuresChanged();
    Q_EMIT crosshairChanged();

    Clock *const clock = series() ? series()->clock() : nullptr;
    const bool moves = !m_curve.pieces.isEmpty() || !m_curve.gaps.isEmpty();
    if (!clock || !moves) {
        m_pace.reset();
        return;
    }
    if (!m_pace)
        m_pace = std::make_unique<ClockTimer>(*clock, [this] { refresh(); });
    m_pace->start(std::chrono::milliseconds(std::max<qint64>(span / 300, 1000)));
}

void PowerChart::geometryChange(const QRectF &now, const QRectF &before)
{
    SeriesItem::geometryChange(now, before);
    if (now.height() != before.height())
        Q_EMIT plotHeightChanged();
}

QRectF PowerChart::plot() const
{
    // Room for the dot at the end of the line.
    const qreal right = CurvePainter::kDotRadius + 1;
    return {0, 0, std::max<qreal>(width() - right, 1), plotHeight()};
}

qreal PowerChart::plotHeight() const
{
    return std::max<qreal>(height() - kStripRoom, 1);
}

QVariantList PowerChart::yTicks() const
{
    QVariantList ticks;
    for (const AxisLine &line : ValueAxis::linesFor(m_topWatts))
        ticks.append(tick(1 - line.watts / m_topWatts, line.label));
    return ticks;
}

QVariantList PowerChart::xTicks() const
{
    QVariantList ticks;
    for (const TimeTick &time : TimeTicks::live(spanSeconds()))
        ticks.append(tick(time.position, time.label));
    return ticks;
}

QString PowerChart::averageText() const
{
    return isEmpty() ? Format::unknown() : watts(m_curve.averageWatts);
}

QString PowerChart::peakText() const
{
    return isEmpty() ? Format::unknown() : watts(m_curve.peakWatts);
}

QString PowerChart::minText() const
{
    return isEmpty() ? Format::unknown() : watts(m_curve.lowWatts);
}

QString PowerChart::summaryText() const
{
    QStringList parts{tr("Power")};
    if (!m_title.isEmpty())
        parts += m_title;
    parts += spanSeconds() == 3600 ? tr("last hour")
                                   : tr("last %n minute(s)", nullptr, spanSeconds() / 60);
    if (isEmpty()) {
        parts += tr("no readings");
    } else {
        parts += tr("average %1").arg(Format::spokenPower(m_curve.averageWatts));
        parts += tr("peak %1").arg(Format::spokenPower(m_curve.peakWatts));
    }
    qint64 gone = 0;
    for (const CurveSpan &gap : m_curve.gaps)
        gone += gap.length();
    const int goneMinutes = static_cast<int>(gone / 60'000);
    if (goneMinutes > 0)
        parts += tr("offline %n minute(s)", nullptr, goneMinutes);
    else if (gone > 0)
        parts += tr("offline for less than a minute");
    return parts.join(QStringLiteral(", "));
}

qreal PowerChart::crosshairX() const
{
    const CurvePoint *const point = m_crosshair.point();
    if (!point)
        return 0;
    const auto range = static_cast<double>(std::max<qint64>(m_curve.range.length(), 1));
    return plot().width() * (point->utcMs - static_cast<double>(m_curve.range.fromMs)) / range;
}

QString PowerChart::crosshairTimeText() const
{
    const CurvePoint *const point = m_crosshair.point();
    return point ? TimeTicks::clock(std::llround(point->utcMs)) : QString();
}

QString PowerChart::crosshairValueText() const
{
    const CurvePoint *const point = m_crosshair.point();
    if (!point)
        return {};
    const QString value = watts(point->meanWatts);
    return point->readings > 1 ? tr("%1 average").arg(value) : value;
}

QString PowerChart::crosshairRangeText() const
{
    const CurvePoint *const point = m_crosshair.point();
    if (!point || point->readings < 2)
        return {};
    return tr("Low %1 · high %2").arg(watts(point->lowWatts), watts(point->highWatts));
}

void PowerChart::moveCrosshairTo(qreal x)
{
    const auto range = static_cast<double>(m_curve.range.length());
    m_crosshair.moveTo(static_cast<double>(m_curve.range.fromMs) + range * x / plot().width());
    crosshairMoved();
}

void PowerChart::stepCrosshair(int count)
{
    m_crosshair.step(count);
    crosshairMoved();
}

void PowerChart::clearCrosshair()
{
    if (!isCrosshairVisible())
        return;
    m_crosshair.clear();
    crosshairMoved();
}

void PowerChart::crosshairMoved()
{
    Q_EMIT crosshairChanged();
    update();
}

QVariantList PowerChart::tableRows() const
{
    struct Row
    {
        double utcMs;
        QString time;
        QString value;
    };
    QList<Row> rows;
    for (const CurvePoint &point : m_curve.points())
        rows.append(
            {point.utcMs, TimeTicks::clock(std::llround(point.utcMs)), watts(point.meanWatts)});
    for (const CurveSpan &gap : m_curve.gaps) {
        const QString time =
            tr("%1 to %2").arg(TimeTicks::clock(gap.fromMs), TimeTicks::clock(gap.toMs));
        rows.append({static_cast<double>(gap.fromMs) + 0.5, time, tr("No readings")});
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row &a, const Row &b) { return a.utcMs > b.utcMs; });
    QVariantList list;
    for (const Row &row : std::as_const(rows))
        list.append(
            QVariantMap{{QStringLiteral("time"), row.time}, {QStringLiteral("value"), row.value}});
    return list;
}

} // namespace outlet
