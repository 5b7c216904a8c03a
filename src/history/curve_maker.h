// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/bucket_source.h"

namespace outlet {

/// The length of the buckets in which a curve over \a rangeMs is drawn on \a columns pixel columns:
/// a round one with at most one bucket a column; 0 = every reading.
[[nodiscard]] qint64 curveBucketMs(qint64 rangeMs, int columns);

/// Makes the answer to a CurveQuery from the layer that is fine enough for it. For one question, on
/// one connection.
class CurveMaker
{
public:
    /// All must outlive the maker. \a sessions are RawReader::sessions().
    CurveMaker(SqlConnection &connection, RawReader &raw, const Sessions &sessions,
               qint64 nowUtcMs);

    /// Fills bucketMs, points and states of \a answer; \a key is empty for an outlet without
    /// history.
    [[nodiscard]] SqlOutcome make(std::optional<int> key, const CurveQuery &query,
                                  CurveAnswer &answer);

private:
    [[nodiscard]] SqlOutcome fromReadings(int key, const CurveQuery &query, CurveAnswer &answer);
    [[nodiscard]] SqlOutcome fromBuckets(int key, const CurveQuery &query, CurveAnswer &answer);
    void addPoint(CurveAnswer &answer, qint64 startUtcMs, qint64 lengthMs,
                  const EnergyBucket &bucket) const;
    void addStates(const QList<RelaySpan> &relays, TimeRange range, CurveAnswer &answer) const;
    void addState(CurveAnswer &answer, TimeRange range, StateSpan::State state) const;
    [[nodiscard]] bool isRecorded(TimeRange range) const;

    SqlConnection &m_connection;
    RawReader &m_raw;
    const Sessions &m_sessions;
    const qint64 m_nowUtcMs;
};

} // namespace outlet
