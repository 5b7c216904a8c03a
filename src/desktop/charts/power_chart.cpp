// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/power_chart.h"

#include <QtCore/QDateTime>
#include <QtCore/QVariantMap>
#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>
#include <algorithm>
#include <cmath>

#include "desktop/charts/curve_painter.h"
#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qreal kStripRoom = 16; // the strip, and the air between it and the plot
constexpr qreal kLabelGap = 12;  // between two labels of the time axis
constexpr int kCaptionPixels = 12;
constexpr int kMostTimeLabels = 9; // and at least 5 where there is room

QVariantMap tick(double position, const QString &label)
{
    return {{QStringLiteral("pos"), position}, {QStringLiteral("label"), label}};
}

QVariantList tickList(const QList<TimeTick> &times)
{
    QVariantList ticks;
    for (const TimeTick &time : times)
        ticks.append(tick(time.position, time.label));
    return ticks;
}

/// Whether labels stand clear of each other; centred, but not beyond the ends.
bool doFit(const QList<TimeTick> &ticks, const QFontMetricsF &metrics, qreal width)
{
    qreal free = 0;
    for (const TimeTick &tick : ticks) {
        const qreal wide = metrics.horizontalAdvance(tick.label);
        const qreal left =
            std::clamp(tick.position * width - wide / 2, 0.0, std::max(width - wide, qreal(0)));
        if (left < free)
            return false;
        free = left + wide + kLabelGap;
    }
    return true;
}

QString watts(double value)
{
    return Format::livePower(value).text();
}

} // namespace

PowerChart::PowerChart(QQuickItem *parent)
    : PictureItem(parent)
{
    m_topWatts = m_axis.show(0, 0);
}

PowerChart::~PowerChart() = default;

void PowerChart::setCurves(ChartCurves *curves)
{
    if (curves == m_curves)
        return;
    if (m_curves)
        m_curves->disconnect(this);
    m_curves = curves;
    m_axis.reset();
    m_crosshair.clear();
    if (curves) {
        connect(curves, &ChartCurves::changed, this, [this] { refresh(); });
        connect(curves, &ChartCurves::stateChanged, this, [this] { update(); });
        connect(curves, &QObject::destroyed, this, [this] { refresh(); });
    }
    lookUp();
    refresh();
    Q_EMIT curvesChanged();
}

void PowerChart::setTabled(bool tabled)
{
    if (tabled == m_isTabled)
        return;
    m_isTabled = tabled;
    lookUp();
    Q_EMIT tabledChanged();
}

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

void PowerChart::setSeriesColors(const QList<QColor> &colors)
{
    if (setLook(m_seriesColors, colors))
        Q_EMIT looksChanged();
}

/// Tells the curves whether and how large they are seen.
void PowerChart::lookUp()
{
    if (!m_curves)
        return;
    if (plotWidth() > 1) // not before it was ever laid out
        m_curves->setColumns(static_cast<int>(plotWidth() / hairline()));
    m_curves->setPaused((!isVisible() && !m_isTabled) || !window());
}

void PowerChart::layOut()
{
    ChartRange *const range = m_curves ? m_curves->range() : nullptr;
    const qreal wideBefore = plotWidth();
    m_lines = m_curves ? m_curves->lines() : QList<ChartLine>();
    if (plotWidth() != wideBefore) {
        lookUp();
        Q_EMIT plotChanged();
    }
    m_window = m_curves ? m_curves->window() : CurveSpan();
    double peak = 0;
    for (const ChartLine &line : std::as_const(m_lines)) {
        if (!line.isHidden)
            peak = std::max(peak, line.curve.peakWatts);
    }
    // A range of its own has an axis of its own, but not before its data are there.
    if (range && range->jumps() != m_jumps && !m_curves->isLoading()) {
        m_jumps = range->jumps();
        m_axis.reset();
    }
    const double top = m_axis.show(peak, range ? range->nowUtcMs() : 0);
    const bool isTopChanged = std::exchange(m_topWatts, top) != top;
    QVariantList ticks = makeXTicks();
    const bool areTicksChanged = ticks != m_xTicks;
    m_xTicks = std::move(ticks);
    m_crosshair.setPoints(chosen() ? chosen()->curve.points() : QList<PlotPoint>(), m_window);
    if (isTopChanged)
        Q_EMIT axisChanged();
    if (areTicksChanged)
        Q_EMIT xTicksChanged();
    Q_EMIT figuresChanged();
    updateTip();
}

void PowerChart::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemVisibleHasChanged || change == ItemSceneChange)
        lookUp();
    PictureItem::itemChange(change, data);
}

void PowerChart::geometryChange(const QRectF &now, const QRectF &before)
{
    lookUp();
    PictureItem::geometryChange(now, before);
    if (now.size() != before.size())
        Q_EMIT plotChanged();
}

const Curve &PowerChart::main() const
{
    static const Curve none;
    return m_lines.isEmpty() ? none : m_lines.constFirst().curve;
}

QColor PowerChart::colorOf(const ChartLine &line) const
{
    return line.color > 0 ? m_seriesColors.value(line.color - 1, m_lineColor) : m_lineColor;
}

bool PowerChart::isLive() const
{
    return m_curves && m_curves->range() && m_curves->range()->isLive();
}

QRectF PowerChart::plot() const
{
    return {0, 0, plotWidth(), plotHeight()};
}

qreal PowerChart::plotHeight() const
{
    return std::max<qreal>(height() - kStripRoom, 1);
}

qreal PowerChart::plotWidth() const
{
    // Room for the dot at the end of the line, and for names.
    return std::max<qreal>(width() - CurvePainter::kDotRadius - 1 - nameRoom(), 1);
}

QVariantList PowerChart::yTicks() const
{
    QVariantList ticks;
    for (const AxisLine &line : ValueAxis::linesFor(m_topWatts))
        ticks.append(tick(1 - line.watts / m_topWatts, line.label));
    return ticks;
}

QVariantList PowerChart::makeXTicks() const
{
    if (!m_curves || !m_curves->range())
        return {};
    const ChartRange &range = *m_curves->range();
    QFont font = QGuiApplication::font();
    font.setPixelSize(kCaptionPixels);
    const QFontMetricsF metrics(font);
    // As many as have room beside each other.
    QList<TimeTick> ticks;
    for (int most = kMostTimeLabels; most > 1; most = static_cast<int>(ticks.size()) - 1) {
        ticks = range.isLive()
                    ? TimeTicks::live(static_cast<int>(TimeWindow::kLiveMs / 1000), most)
                    : TimeTicks::of({m_window.fromMs, m_window.toMs}, most, range.calendar());
        if (ticks.size() < 2 || doFit(ticks, metrics, plotWidth()))
            break;
    }
    return tickList(ticks);
}

bool PowerChart::isEmpty() const
{
    return std::all_of(m_lines.begin(), m_lines.end(),
                       [](const ChartLine &line) { return line.curve.readings == 0; });
}

bool PowerChart::hasBand() const
{
    if (isLive()) // every reading as it came, but for two at the same moment
        return false;
    const auto isSpan = [](const PlotPoint &point) {
        return point.readings > 1 && point.highWatts > point.lowWatts;
    };
    const Curve &curve = main();
    return std::any_of(curve.pieces.begin(), curve.pieces.end(), [&](const auto &piece) {
        return std::any_of(piece.begin(), piece.end(), isSpan);
    });
}

QString PowerChart::averageText() const
{
    return main().readings == 0 ? Format::unknown() : watts(main().averageWatts);
}

QString PowerChart::peakText() const
{
    return main().readings == 0 ? Format::unknown() : watts(main().peakWatts);
}

QString PowerChart::minText() const
{
    return main().readings == 0 ? Format::unknown() : watts(main().lowWatts);
}

QString PowerChart::summaryText() const
{
    return ChartWords::summary(m_lines, m_curves ? m_curves->range() : nullptr, m_title);
}

QStringList PowerChart::tableColumns() const
{
    return m_curves && m_curves->range()
               ? ChartWords::table(m_curves->lines(), *m_curves->range()).columns
               : QStringList();
}

QVariantList PowerChart::tableRows() const
{
    if (!m_curves || !m_curves->range())
        return {};
    QVariantList list;
    const ChartRows table = ChartWords::table(m_curves->lines(), *m_curves->range());
    for (const QStringList &cells : table.rows) {
        QStringList words = cells;
        words.removeAll(QString());
        list.append(QVariantMap{{QStringLiteral("cells"), cells},
                                {QStringLiteral("words"), words.join(QStringLiteral(", "))}});
    }
    return list;
}

} // namespace outlet
