// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_reader.h"

#include <QtCore/QScopeGuard>
#include <algorithm>

#include "history/bucket_source.h"
#include "history/curve_maker.h"

namespace outlet {

using Kind = HistoryProblem::Kind;

namespace {

HistoryProblem cannotRead(const SqlFailure &failure)
{
    return {Kind::CannotRead, QString(), failure.text};
}

HistoryProblem badQuestion(const QString &what)
{
    return {Kind::BadQuestion, QString(), what};
}

/// Whether given borders of buckets suit their question.
bool areCurveEdges(const CurveQuery &query)
{
    const QList<qint64> &edges = query.edgesUtcMs;
    if (edges.isEmpty())
        return true;
    return edges.size() > 1 && edges.size() <= 100'001 && query.bucketMs >= kMinuteMs &&
           query.bucketMs % kMinuteMs == 0 && edges.constFirst() <= query.range.startUtcMs &&
           edges.constLast() >= query.range.endUtcMs &&
           std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end() &&
           std::all_of(edges.begin(), edges.end(),
                       [](qint64 edge) { return edge % kMinuteMs == 0; });
}

bool areOn(const QList<qint64> &edges, const QList<RateSegment> &rates, qint64 gridMs)
{
    return std::all_of(edges.cbegin(), edges.cend(),
                       [gridMs](qint64 edge) { return edge % gridMs == 0; }) &&
           std::all_of(rates.cbegin(), rates.cend(), [gridMs](const RateSegment &segment) {
               return segment.startUtcMs % gridMs == 0;
           });
}

/// What is wrong with the question, or an empty text.
QString faultOf(const EnergyQuery &query)
{
    const QList<qint64> &edges = query.edgesUtcMs;
    if (edges.size() < 2)
        return QStringLiteral("it needs two borders at least");
    if (std::adjacent_find(edges.cbegin(), edges.cend(), std::greater_equal<>()) != edges.cend())
        return QStringLiteral("its borders do not ascend");
    const auto isLater = [](const RateSegment &a, const RateSegment &b) {
        return a.startUtcMs >= b.startUtcMs;
    };
    if (std::adjacent_find(query.rates.cbegin(), query.rates.cend(), isLater) != query.rates.cend())
        return QStringLiteral("its rates do not ascend");
    if (std::any_of(query.rates.cbegin(), query.rates.cend(),
                    [](const RateSegment &segment) { return segment.rate < 0; }))
        return QStringLiteral("a rate is negative");
    if (!areOn(edges, query.rates, kMinuteMs))
        return QStringLiteral("a border is not on a whole minute");
    return {};
}

/// Sorts buckets of a finer grain, which come ascending, into those that were asked for.
class Sorter
{
public:
    explicit Sorter(const EnergyQuery &query)
        : m_query(query)
    {
        int most = 0;
        for (const RateSegment &segment : query.rates)
            most = std::max(most, segment.rate);
        m_rateCount = most + 1;
    }

    [[nodiscard]] OutletEnergy empty(const QString &outletId) const
    {
        OutletEnergy energy;
        energy.outletId = outletId;
        energy.buckets.resize(m_query.edgesUtcMs.size() - 1);
        energy.joulesByRate.fill(QList<qint64>(m_rateCount, 0), energy.buckets.size());
        return energy;
    }

    void begin()
    {
        m_bucket = 0;
        m_segment = 0;
    }

    /// The buckets of a day.
    void add(OutletEnergy &energy, qint64 startUtcMs, std::span<const EnergyBucket> buckets)
    {
        const qint64 bucketMs = kDayMs / qint64(buckets.size());
        const QList<qint64> &edges = m_query.edgesUtcMs;
        qint64 at = startUtcMs;
        for (const EnergyBucket &bucket : buckets) {
            const qint64 start = std::exchange(at, at + bucketMs);
            if (start < edges.constFirst() || start >= edges.constLast())
                continue;
            while (start >= edges.at(m_bucket + 1))
                ++m_bucket;
            energy.buckets[m_bucket].add(bucket);
            if (bucket.joules != 0)
                energy.joulesByRate[m_bucket][rateAt(start)] += bucket.joules;
        }
    }

private:
    int rateAt(qint64 utcMs)
    {
        const QList<RateSegment> &rates = m_query.rates;
        if (rates.isEmpty())
            return 0;
        while (m_segment + 1 < rates.size() && rates.at(m_segment + 1).startUtcMs <= utcMs)
            ++m_segment;
        return rates.at(m_segment).rate;
    }

    const EnergyQuery &m_query;
    int m_rateCount = 1;
    qsizetype m_bucket = 0;
    qsizetype m_segment = 0;
};

} // namespace

HistoryReader::HistoryReader(SqlConnection &connection)
    : m_connection(connection)
    , m_raw(connection)
{
}

Result<EnergyAnswer, HistoryProblem> HistoryReader::energy(const EnergyQuery &query,
                                                           qint64 nowUtcMs)
{
    if (const QString fault = faultOf(query); !fault.isEmpty())
        return badQuestion(fault);
    // One look at the file: what is sealed meanwhile would be counted twice or not at all.
    if (const SqlOutcome failure = m_connection.run(QStringLiteral("BEGIN")))
        return cannotRead(*failure);
    const auto end =
        qScopeGuard([this] { static_cast<void>(m_connection.run(QStringLiteral("COMMIT"))); });
    const auto sessions = m_raw.sessions(nowUtcMs);
    if (!sessions)
        return cannotRead(sessions.error());
    const auto isOn = [&query](qint64 gridMs) {
        return areOn(query.edgesUtcMs, query.rates, gridMs);
    };
    const auto grain = isOn(kHourMs)      ? BucketSource::Grain::Hour
                       : isOn(kQuarterMs) ? BucketSource::Grain::Quarter
                                          : BucketSource::Grain::Minute;
    const TimeRange range{query.edgesUtcMs.constFirst(), query.edgesUtcMs.constLast()};
    BucketSource source(m_connection, m_raw, *sessions);
    Sorter sorter(query);
    EnergyAnswer answer;
    answer.asOfUtcMs = nowUtcMs;
    for (const QString &outletId : query.outletIds) {
        OutletEnergy energy = sorter.empty(outletId);
        const auto key = m_raw.keyOf(outletId);
        if (!key)
            return cannotRead(key.error());
        sorter.begin();
        if (*key) {
            const SqlOutcome failure = source.visit(
                **key, range, grain, [&](qint64 startUtcMs, std::span<const EnergyBucket> buckets) {
                    sorter.add(energy, startUtcMs, buckets);
                });
            if (failure)
                return cannotRead(*failure);
        }
        answer.outlets.append(std::move(energy));
    }
    return answer;
}

Result<CurveAnswer, HistoryProblem> HistoryReader::curve(const CurveQuery &query, qint64 nowUtcMs)
{
    if (query.range.isEmpty())
        return badQuestion(QStringLiteral("its range is empty"));
    if (query.columns < 1 || query.columns > 10'000)
        return badQuestion(QStringLiteral("it asks for %1 columns").arg(query.columns));
    if (query.bucketMs < 0 || (query.bucketMs > 0 && query.bucketMs < 1000))
        return badQuestion(QStringLiteral("its buckets are shorter than a second"));
    if (query.bucketMs > 0 && query.range.lengthMs() / query.bucketMs > 100'000)
        return badQuestion(QStringLiteral("it asks for more than 100,000 points"));
    if (!areCurveEdges(query))
        return badQuestion(QStringLiteral("the borders of its buckets make no sense"));
    if (const SqlOutcome failure = m_connection.run(QStringLiteral("BEGIN")))
        return cannotRead(*failure);
    const auto end =
        qScopeGuard([this] { static_cast<void>(m_connection.run(QStringLiteral("COMMIT"))); });
    CurveAnswer answer;
    answer.outletId = query.outletId;
    answer.range = query.range;
    answer.asOfUtcMs = nowUtcMs;
    const auto extent = extentOf(query.outletId);
    if (!extent)
        return cannotRead(extent.error());
    answer.firstUtcMs = extent->firstUtcMs;
    const auto key = m_raw.keyOf(query.outletId);
    if (!key)
        return cannotRead(key.error());
    const auto sessions = m_raw.sessions(nowUtcMs);
    if (!sessions)
        return cannotRead(sessions.error());
    CurveMaker maker(m_connection, m_raw, *sessions, nowUtcMs);
    if (const SqlOutcome failure = maker.make(*key, query, answer))
        return cannotRead(*failure);
    return answer;
}

Result<LinkAnswer, HistoryProblem> HistoryReader::link(const LinkQuery &query, qint64 nowUtcMs)
{
    if (query.range.isEmpty() || query.range.lengthMs() > LinkQuery::kLongestMs)
        return badQuestion(QStringLiteral("its range is empty or too long"));
    if (const SqlOutcome failure = m_connection.run(QStringLiteral("BEGIN")))
        return cannotRead(*failure);
    const auto end =
        qScopeGuard([this] { static_cast<void>(m_connection.run(QStringLiteral("COMMIT"))); });
    const auto key = m_raw.keyOf(query.outletId);
    if (!key)
        return cannotRead(key.error());
    if (!*key)
        return linkAnswer({}, {}, query.range, nowUtcMs);
    const auto sessions = m_raw.sessions(nowUtcMs);
    if (!sessions)
        return cannotRead(sessions.error());
    const auto rows = m_raw.rows(**key, query.range);
    if (!rows)
        return cannotRead(rows.error());
    return linkAnswer(rows->states, *sessions, query.range, nowUtcMs);
}

Result<QList<HistoryExtent>, HistoryProblem> HistoryReader::extents(const QStringList &outletIds)
{
    QList<HistoryExtent> all;
    for (const QString &outletId : outletIds) {
        const auto extent = extentOf(outletId);
        if (!extent)
            return cannotRead(extent.error());
        all.append(*extent);
    }
    return all;
}

Result<HistoryExtent, SqlFailure> HistoryReader::extentOf(const QString &outletId)
{
    HistoryExtent extent;
    extent.outletId = outletId;
    const auto key = m_raw.keyOf(outletId);
    if (!key)
        return key.error();
    if (!*key)
        return extent;
    // Each row answers by its key alone. A sealed hour or day is known by its number: near enough
    // for saying from when on there is something.
    QSqlQuery query = m_connection.query();
    query.prepare(QStringLiteral(
        "SELECT min(first), max(last) FROM ("
        " SELECT min(end_utc_ms - duration_ms) AS first, max(end_utc_ms) AS last"
        "  FROM recent_report WHERE outlet = ?"
        " UNION ALL SELECT min(utc_ms), max(utc_ms) FROM recent_reading WHERE outlet = ?"
        " UNION ALL SELECT min(utc_ms), max(utc_ms) FROM recent_state WHERE outlet = ?"
        " UNION ALL SELECT (SELECT min(hour) FROM raw_hour WHERE outlet = ?) * 3600000,"
        "  ((SELECT max(hour) FROM raw_hour WHERE outlet = ?) + 1) * 3600000"
        " UNION ALL SELECT (SELECT min(day) FROM rollup_day WHERE outlet = ?"
        "  AND day < coalesce((SELECT min(hour) / 24 FROM raw_hour WHERE outlet = ?), 1 << 40))"
        "  * 86400000, ((SELECT max(day) FROM rollup_day WHERE outlet = ?"
        "  AND day < coalesce((SELECT min(hour) / 24 FROM raw_hour WHERE outlet = ?), 1 << 40))"
        "  + 1) * 86400000"
        " UNION ALL SELECT (SELECT min(month) FROM rollup_month WHERE outlet = ?) * 32 * 86400000,"
        "  ((SELECT max(month) FROM rollup_month WHERE outlet = ?) + 1) * 32 * 86400000"
        " UNION ALL SELECT (SELECT min(start_utc_ms) FROM imported_energy WHERE outlet = ?),"
        "  (SELECT max(start_utc_ms) FROM imported_energy WHERE outlet = ?))"));
    for (int i = 0; i < 13; ++i) // each question mark is the outlet
        query.addBindValue(**key);
    if (!query.exec() || !query.next())
        return SqlFailure::from(query.lastError());
    if (!query.isNull(0))
        extent.firstUtcMs = query.value(0).toLongLong();
    if (!query.isNull(1))
        extent.lastUtcMs = query.value(1).toLongLong();
    return extent;
}

} // namespace outlet
