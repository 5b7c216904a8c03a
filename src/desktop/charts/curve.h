// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

#include "desktop/charts/live_series.h"

namespace outlet {

/// All readings that fall into one bucket of time; what one pixel column shows.
struct PlotPoint
{
    double utcMs = 0; ///< mean time of the readings
    double meanWatts = 0;
    double lowWatts = 0;
    double highWatts = 0;
    int readings = 0;
};

/// A stretch of time.
struct CurveSpan
{
    qint64 fromMs = 0;
    qint64 toMs = 0;

    [[nodiscard]] qint64 length() const { return toMs - fromMs; }
    friend bool operator==(const CurveSpan &, const CurveSpan &) = default;
};

/// What is to be drawn of a series between two times. Nothing in it depends on size or colour.
struct Curve
{
    CurveSpan range;
    QList<QList<PlotPoint>> pieces; ///< unbroken lines; never empty ones
    QList<CurveSpan> gaps;          ///< no readings; never bridged, never 0
    /// For each gap whether Outlet itself was not running; empty = it always was.
    QList<bool> notRecorded;
    QList<CurveSpan> on;     ///< the relay was on
    int readings = 0;        ///< within the range; the figures below need at least one
    double averageWatts = 0; ///< over the time with readings, each as long as it lasted
    double peakWatts = 0;
    double lowWatts = 0;

    /// All points of all pieces that lie within the range, in order.
    [[nodiscard]] QList<PlotPoint> points() const;
};

/// Readings further apart than this are not joined: three times the slowest usual interval (30 s).
inline constexpr qint64 kLongestJoinMs = 90'000;

/// Cuts \a points (in order of time) to \a range and joins readings that fall into the same
/// \a bucketMs (at least 1). Buckets are aligned to the epoch, so that a moving range does not
/// regroup them. The last reading before the range is kept, so that the line enters from its edge.
[[nodiscard]] Curve makeCurve(const QList<LivePoint> &points, const CurveSpan &range,
                              qint64 bucketMs);

} // namespace outlet
