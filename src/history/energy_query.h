// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <limits>
#include <optional>

#include "base/local_calendar.h"

namespace outlet {

/// From this instant until that of the next segment, energy counts under \a rate: an index that the
/// asker chose, e.g. one for each price. Instants lie on quarter hours of UTC.
struct RateSegment
{
    qint64 startUtcMs = 0;
    int rate = 0;
};

/// How much energy which outlets used, in which steps.
struct EnergyQuery
{
    QStringList outletIds; ///< ids without history are answered with nothing known
    /// Ascending borders, n + 1 of them for n buckets; whole minutes of UTC. Coarse ones (all on
    /// quarter hours of UTC, as all local hours and days are) are answered from far less data.
    QList<qint64> edgesUtcMs;
    /// Ascending; empty = everything counts under rate 0. Time before the first counts under its
    /// rate.
    QList<RateSegment> rates;
};

/// What is known of one outlet in one bucket.
///
/// Energy is cut at a border in proportion to time, by cumulative rounding: however a span is cut,
/// the parts add up to the whole, joule for joule.
struct EnergyBucket
{
    qint64 joules = 0;     ///< of energy reports and imports alone; means nothing when knownMs is 0
    qint64 reportedMs = 0; ///< time that energy reports cover
    /// Time of which something is known: covered by reports or readings, or the relay was off while
    /// the outlet was connected. The rest of the bucket (up to now) is missing.
    qint64 knownMs = 0;
    qint64 onMs = 0; ///< time known to be switched on
    /// Known time without a report, as readings have it, for averages only; never added to energy.
    qint64 estimatedMillijoules = 0;
    /// Extremes of the readings; of the reports' means where no reading was taken.
    std::optional<qint64> minMilliwatts;
    std::optional<qint64> maxMilliwatts;

    [[nodiscard]] bool isKnown() const { return knownMs > 0; }
    /// Mean power over the known time; empty when nothing is known.
    [[nodiscard]] std::optional<double> averageWatts() const
    {
        if (knownMs <= 0)
            return std::nullopt;
        return (double(joules) * 1000 + double(estimatedMillijoules)) / double(knownMs);
    }
    /// The same bucket counted twice over different times: what follows it in time, or other time.
    void add(const EnergyBucket &other);
    friend bool operator==(const EnergyBucket &, const EnergyBucket &) = default;
};

/// One outlet's answer.
struct OutletEnergy
{
    QString outletId;
    QList<EnergyBucket> buckets; ///< one for each pair of neighbouring edges
    /// For each bucket its joules by rate (index = rate); inner lists as long as the highest rate
    /// asks for. Their sum is the bucket's joules.
    QList<QList<qint64>> joulesByRate;
};

/// The answer; outlets in the order in which they were asked for.
struct EnergyAnswer
{
    QList<OutletEnergy> outlets;
    qint64 asOfUtcMs = 0; ///< nothing is known of later than this
};

/// The curve of one outlet's power for drawing.
struct CurveQuery
{
    QString outletId;
    TimeRange range;
    int columns = 600; ///< wanted resolution: pixel columns of the plot, 1 to 10,000
    /// Buckets of this length (whole seconds, at least 1); 0 = chosen from range and columns.
    qint64 bucketMs = 0;
    /// The borders of the buckets where they are of local time, as days are that a clock change
    /// makes shorter or longer: ascending, on whole minutes, about bucketMs (at least a minute)
    /// apart, the first at or before the range's start. Empty = all are bucketMs long.
    QList<qint64> edgesUtcMs = {};
};

/// A piece of the curve: what was measured in a bucket.
struct CurvePoint
{
    qint64 startUtcMs = 0;
    qint64 lengthMs = 0; ///< 0 = a single reading
    float averageWatts = 0;
    float minWatts = 0;
    float maxWatts = 0;
    /// True when the time between the point before and this one is not known: the line breaks.
    bool afterGap = false;
};

/// What the relay and the link were, for the state strip and for gaps.
struct StateSpan
{
    enum class State { Off, On, Offline, NotRecording };
    TimeRange range;
    State state = State::NotRecording;
};

struct CurveAnswer
{
    QString outletId;
    TimeRange range;
    qint64 bucketMs = 0; ///< 0 = every reading; with given edges about their distance
    QList<CurvePoint> points;
    QList<StateSpan> states;          ///< ascending, without holes, over the range up to asOfUtcMs
    std::optional<qint64> firstUtcMs; ///< the outlet's first data of all
    qint64 asOfUtcMs = 0;
};

/// What a history holds of an outlet.
struct HistoryExtent
{
    QString outletId;
    std::optional<qint64> firstUtcMs;
    std::optional<qint64> lastUtcMs;
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::EnergyAnswer)
Q_DECLARE_METATYPE(outlet::CurveAnswer)
