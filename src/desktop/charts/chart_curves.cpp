// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/chart_curves.h"

#include <algorithm>

#include "desktop/charts/history_curve.h"
#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

using std::chrono::milliseconds;

namespace {

/// "Nov 5, 4:12 PM"
QString dateAndTime(qint64 utcMs, qint64 nowUtcMs, const LocalCalendar &calendar)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(utcMs, calendar.zone()).time();
    return ChartCurves::tr("%1, %2").arg(Format::day(calendar.date(utcMs), calendar.date(nowUtcMs)),
                                         QLocale().toString(time, QLocale::ShortFormat));
}

} // namespace

ChartCurves::ChartCurves(QObject *parent)
    : QObject(parent)
{
}

ChartCurves::~ChartCurves() = default;

void ChartCurves::setFace(OutletFace *face)
{
    if (face == m_face)
        return;
    if (m_face)
        m_face->disconnect(this);
    m_face = face;
    if (face)
        connect(face, &QObject::destroyed, this, &ChartCurves::makeSeries);
    makeSeries();
    Q_EMIT faceChanged();
}

void ChartCurves::setRange(ChartRange *range)
{
    if (range == m_range)
        return;
    if (m_range)
        m_range->disconnect(this);
    m_range = range;
    if (range) {
        connect(range, &ChartRange::faceChanged, this, &ChartCurves::makeSeries);
        connect(range, &ChartRange::changed, this, [this] {
            ask();
            dataChanged();
        });
    }
    makeSeries();
    Q_EMIT rangeChanged();
}

void ChartCurves::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    if (!paused) {
        ask();
        dataChanged();
    } else if (m_paceTimer) {
        m_paceTimer->stop();
    }
}

void ChartCurves::setColumns(int columns)
{
    m_columns = std::max(columns, 1);
}

void ChartCurves::makeSeries()
{
    for (const Series &series : m_series) {
        if (series.face)
            series.face->live()->disconnect(this);
    }
    m_series.clear();
    Clock *const clock = m_range ? m_range->clock() : nullptr;
    if (!clock || !m_face) {
        m_waitTimer.reset();
        m_liveTimer.reset();
        m_paceTimer.reset();
        dataChanged();
        return;
    }
    m_waitTimer = std::make_unique<ClockTimer>(*clock, [this] { updateState(); });
    m_liveTimer = std::make_unique<ClockTimer>(*clock, [this] { emitLive(); });
    m_paceTimer = std::make_unique<ClockTimer>(*clock, [this] { emitLive(); });
    m_wasLoading = false;
    m_liveAt.reset();

    Series own;
    own.face = m_face;
    if (EnergySource *energy = m_range->energy()) {
        own.loader = std::make_unique<CurveLoader>(m_face->outletId(), *energy, *clock);
        connect(own.loader.get(), &CurveLoader::changed, this, &ChartCurves::dataChanged);
    }
    connect(m_face->live(), &LiveSeries::changed, this, &ChartCurves::liveChanged);
    m_series.push_back(std::move(own));
    ask();
    dataChanged();
}

void ChartCurves::ask()
{
    if (m_isPaused || !m_range)
        return;
    const TimeWindow window = m_range->window();
    for (const Series &series : m_series) {
        if (!series.loader || !series.face)
            continue;
        if (m_range->isLive()) {
            // Only what was measured before memory began.
            const QList<LivePoint> &points = series.face->live()->points();
            TimeRange before = window.range;
            if (!points.isEmpty())
                before.endUtcMs = std::min(before.endUtcMs, points.constFirst().utcMs);
            if (!before.isEmpty())
                series.loader->want(before, before, 0, m_columns);
            continue;
        }
        const TimeRange asked = window.askedRange(m_range->calendar());
        const auto columns = static_cast<int>(std::min<qint64>(
            m_columns * asked.lengthMs() / std::max<qint64>(window.range.lengthMs(), 1), 10'000));
        series.loader->want(window.range, asked, window.bucketMs(), columns);
    }
}

void ChartCurves::dataChanged()
{
    updateState();
    Q_EMIT changed();
    if (!m_paceTimer || m_isPaused)
        return;
    if (m_range->isLive())
        m_paceTimer->start(milliseconds(1000));
    else
        m_paceTimer->stop();
}

void ChartCurves::liveChanged()
{
    if (m_isPaused || !m_range->isLive())
        return;
    const milliseconds now = m_range->clock()->monotonic();
    const milliseconds due = m_liveAt ? *m_liveAt + kLeastPause : now;
    if (now >= due)
        emitLive();
    else if (!m_liveTimer->isActive())
        m_liveTimer->start(due - now);
}

void ChartCurves::emitLive()
{
    m_liveTimer->stop();
    if (m_isPaused || !m_range->isLive())
        return;
    m_liveAt = m_range->clock()->monotonic();
    dataChanged();
}

CurveSpan ChartCurves::window() const
{
    if (!m_range)
        return {};
    if (m_range->isLive() && m_face) {
        const qint64 now = m_face->live()->nowMs();
        return {now - TimeWindow::kLiveMs, now};
    }
    const TimeRange range = m_range->window().range;
    return {range.startUtcMs, range.endUtcMs};
}

qint64 ChartCurves::columnMs() const
{
    return std::max<qint64>(window().length() / m_columns, 1);
}

Curve ChartCurves::liveCurve(const Series &series) const
{
    const QList<LivePoint> &memory = series.face->live()->points();
    const CurveSpan span = window();
    const bool isWhole = !memory.isEmpty() && memory.constFirst().utcMs <= span.fromMs;
    if (isWhole || !series.loader || !series.loader->answer())
        return makeCurve(memory, span, columnMs());
    const qint64 until = memory.isEmpty() ? span.toMs : memory.constFirst().utcMs;
    QList<LivePoint> points = livePoints(*series.loader->answer(), until);
    points += memory;
    return makeCurve(points, span, columnMs());
}

QList<ChartLine> ChartCurves::lines() const
{
    QList<ChartLine> lines;
    for (const Series &series : m_series) {
        if (!series.face)
            continue;
        ChartLine line;
        line.name = series.face->name();
        if (m_range->isLive())
            line.curve = liveCurve(series);
        else if (series.loader && series.loader->answer())
            line.curve = makeCurve(*series.loader->answer(), window(), columnMs());
        else
            line.curve.range = window();
        lines.append(line);
    }
    return lines;
}

bool ChartCurves::isLoading() const
{
    return std::any_of(m_series.begin(), m_series.end(), [this](const Series &series) {
        const bool hasMemory = m_range->isLive() && series.face && series.face->live()->count() > 0;
        return series.face && series.loader && series.loader->isLoading() && !hasMemory;
    });
}

void ChartCurves::updateState()
{
    State state;
    const bool loading = isLoading();
    if (loading && m_waitTimer) {
        const milliseconds now = m_range->clock()->monotonic();
        if (!m_wasLoading)
            m_loadingSince = now;
        const milliseconds waited = now - m_loadingSince;
        state.isDimmed = waited >= kDimAfter;
        state.isBusy = waited >= kSpinAfter;
        if (!state.isBusy)
            m_waitTimer->start((state.isDimmed ? kSpinAfter : kDimAfter) - waited);
    } else if (m_waitTimer) {
        m_waitTimer->stop();
    }
    const bool isLoadingChanged = loading != m_wasLoading;
    m_wasLoading = loading;

    bool isEmpty = !m_series.empty() && !loading && !m_isPaused;
    std::optional<qint64> first;
    for (const Series &series : m_series) {
        if (!series.loader)
            continue;
        const HistoryProblem &problem = series.loader->problem();
        if (problem.kind != HistoryProblem::Kind::None && !m_range->isLive())
            state.errorText = problem.sentence();
        if (series.loader->answer() && !first)
            first = series.loader->answer()->firstUtcMs;
    }
    if (isEmpty && state.errorText.isEmpty()) {
        const QList<ChartLine> all = lines();
        isEmpty = std::all_of(all.begin(), all.end(),
                              [](const ChartLine &line) { return line.curve.readings == 0; });
        if (isEmpty && m_range->isLive()) {
            state.emptyText = tr("No readings yet");
            state.emptyNote = m_face && m_face->offline()
                                  ? tr("The outlet is offline.")
                                  : tr("The first one comes in a few seconds.");
        } else if (isEmpty) {
            state.emptyText = tr("No readings for %1").arg(m_range->shortTitle());
            state.emptyNote =
                first ? tr("First reading: %1")
                            .arg(dateAndTime(*first, m_range->nowUtcMs(), m_range->calendar()))
                      : tr("Nothing of this outlet was recorded yet.");
        }
    }
    if (state != m_state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
    if (isLoadingChanged)
        Q_EMIT loadingChanged();
}

void ChartCurves::retry()
{
    for (const Series &series : m_series) {
        if (series.loader)
            series.loader->retry();
    }
}

} // namespace outlet
