// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/chart_curves.h"

#include <algorithm>

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
        connect(face, &QObject::destroyed, this, &ChartCurves::startOver);
    startOver();
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
        connect(range, &ChartRange::faceChanged, this, &ChartCurves::startOver);
        connect(range, &ChartRange::changed, this, [this] {
            makeSeries(); // another kind of range may have no period before
            Q_EMIT comparisonChanged();
        });
    }
    startOver();
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

/// Begins anew: another outlet, clock or source.
void ChartCurves::startOver()
{
    for (const Series &series : m_series) {
        if (series.face)
            series.face->live()->disconnect(this);
    }
    m_series.clear();
    m_waitTimer.reset();
    m_liveTimer.reset();
    m_paceTimer.reset();
    m_liveAt.reset();
    Clock *const clock = m_range ? m_range->clock() : nullptr;
    if (clock && m_face) {
        m_waitTimer = std::make_unique<ClockTimer>(*clock, [this] { updateState(); });
        m_liveTimer = std::make_unique<ClockTimer>(*clock, [this] { emitLive(); });
        m_paceTimer = std::make_unique<ClockTimer>(*clock, [this] { emitLive(); });
    }
    makeSeries();
}

/// Sees to it that there is a series for each line; those that are there keep what they know.
void ChartCurves::makeSeries()
{
    std::vector<Series> old = std::exchange(m_series, {});
    if (m_waitTimer && m_face) {
        addSeries(*m_face, false, old);
        if (m_withBefore && !m_range->periodBefore().isEmpty())
            addSeries(*m_face, true, old);
        for (const auto &other : std::as_const(m_compared)) {
            if (other && other != m_face)
                addSeries(*other, false, old);
        }
        ask();
    }
    dataChanged();
}

void ChartCurves::addSeries(OutletFace &face, bool isBefore, std::vector<Series> &known)
{
    for (Series &series : known) {
        if (series.face == &face && series.isBefore == isBefore) {
            m_series.push_back(std::move(series));
            series.face = nullptr;
            return;
        }
    }
    Series series;
    series.face = &face;
    series.isBefore = isBefore;
    if (EnergySource *energy = m_range->energy()) {
        series.loader = std::make_unique<CurveLoader>(face.outletId(), *energy, *m_range->clock());
        connect(series.loader.get(), &CurveLoader::changed, this, &ChartCurves::dataChanged);
    }
    connect(face.live(), &LiveSeries::changed, this, &ChartCurves::liveChanged,
            Qt::UniqueConnection);
    m_series.push_back(std::move(series));
}

qint64 ChartCurves::shiftMs(const Series &series) const
{
    return series.isBefore
               ? m_range->baseWindow().range.startUtcMs - m_range->periodBefore().startUtcMs
               : 0;
}

bool ChartCurves::hasMemory(const Series &series) const
{
    return m_range->isLive() && series.face && series.face->live()->count() > 0;
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
        TimeRange seen = window.range;
        TimeRange asked = window.askedRange(m_range->calendar());
        const qint64 shift = shiftMs(series);
        for (TimeRange *range : {&seen, &asked}) {
            range->startUtcMs -= shift;
            range->endUtcMs -= shift;
        }
        const auto columns = static_cast<int>(std::min<qint64>(
            m_columns * asked.lengthMs() / std::max<qint64>(window.range.lengthMs(), 1), 10'000));
        series.loader->want(seen, asked, window.bucketMs(), columns);
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

QString ChartCurves::beforeName() const
{
    switch (m_range && !m_range->periodBefore().isEmpty() ? m_range->kind() : ChartRange::Live) {
    case ChartRange::Hour:
        return tr("The hour before");
    case ChartRange::Day:
        return tr("The day before");
    case ChartRange::Week:
        return tr("The week before");
    case ChartRange::Month:
        return tr("The month before");
    case ChartRange::Year:
        return tr("The year before");
    case ChartRange::Live:
    case ChartRange::Custom:
        break;
    }
    return {};
}

void ChartCurves::setWithBefore(bool with)
{
    if (with == m_withBefore)
        return;
    m_withBefore = with;
    makeSeries();
    Q_EMIT comparisonChanged();
}

void ChartCurves::setCompared(OutletFace *face, bool compared)
{
    if (!face || face == m_face || compared == isCompared(face))
        return;
    if (compared)
        m_compared.append(face);
    else
        m_compared.removeAll(face);
    m_compared.removeAll(nullptr);
    makeSeries();
    Q_EMIT comparisonChanged();
}

bool ChartCurves::isCompared(OutletFace *face) const
{
    return face && m_compared.contains(face);
}

void ChartCurves::compareNothing()
{
    m_compared.clear();
    m_withBefore = false;
    m_hidden.clear();
    makeSeries();
    Q_EMIT hiddenKeysChanged();
    Q_EMIT comparisonChanged();
}

void ChartCurves::toggle(const QString &key)
{
    if (!m_hidden.removeOne(key))
        m_hidden.append(key);
    Q_EMIT hiddenKeysChanged();
    dataChanged();
}

bool ChartCurves::isLoading() const
{
    return std::any_of(m_series.begin(), m_series.end(), [this](const Series &series) {
        return series.face && series.loader && series.loader->isLoading() && !hasMemory(series);
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

    const QList<ChartLine> all = m_isPaused ? QList<ChartLine>() : lines();
    updateLegend(all);
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
