// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>
#include <optional>

#include "base/clock.h"

namespace outlet {

/// One point of a live curve; without watts it is the beginning of a gap.
struct LivePoint
{
    qint64 utcMs = 0;
    std::optional<double> watts;
    std::optional<bool> on;
};

/// The readings of the last hour, in memory. Main thread.
class LiveSeries : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with an outlet")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// The newest watts; NaN when unknown.
    Q_PROPERTY(double latestWatts READ latestWatts NOTIFY changed FINAL)
public:
    static constexpr qint64 kKeptMs = 60 * 60 * 1000;

    explicit LiveSeries(QObject *parent = nullptr);

    /// Adds a point; older ones than kKeptMs before it are dropped. Points that go back in time
    /// (the wall clock was set) replace what lies after them.
    void add(const LivePoint &point);
    void clear();
    /// The time by which the series is shown; without one it stands still after its newest point.
    /// \a clock must outlive the series.
    void setClock(Clock &clock) { m_clock = &clock; }
    [[nodiscard]] Clock *clock() const { return m_clock; }
    /// The time of "now" on a time axis: never before the newest point.
    [[nodiscard]] qint64 nowMs() const;

    [[nodiscard]] const QList<LivePoint> &points() const { return m_points; }
    [[nodiscard]] int count() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] double latestWatts() const;

Q_SIGNALS:
    void changed();

private:
    QList<LivePoint> m_points;
    Clock *m_clock = nullptr;
};

} // namespace outlet
