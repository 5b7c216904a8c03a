// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/charts/curve.h"
#include "history/energy_query.h"

namespace outlet {

/// What is to be drawn of a history's answer within \a window. Readings (an answer without buckets)
/// that fall into the same \a columnMs are joined, so that a pixel column never holds more than
/// one point. A stretch without points is a gap where the outlet was known already; what the states
/// say of its ends is more exact than the buckets.
[[nodiscard]] Curve makeCurve(const CurveAnswer &answer, const CurveSpan &window, qint64 columnMs);

/// The readings of an answer without buckets, up to \a untilMs, as a live curve holds them.
[[nodiscard]] QList<LivePoint> livePoints(const CurveAnswer &answer, qint64 untilMs);

/// The same curve at another time, to lay periods over each other.
[[nodiscard]] Curve shifted(Curve curve, qint64 byMs);

/// The sum of curves whose points lie at the same times, for "Others".
[[nodiscard]] Curve sum(const QList<Curve> &curves);

} // namespace outlet
