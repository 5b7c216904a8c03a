// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSet>
#include <functional>
#include <span>

#include "history/imported_energy.h"
#include "history/raw_reader.h"

namespace outlet {

/// The buckets of one outlet, minutes or quarter hours, from wherever they are: days that were
/// added up, raw rows for the others, imported energy on top. For one question, on one connection.
class BucketSource
{
public:
    /// Hour: quarters or, of whole months long past, hours; for who asks for nothing finer.
    enum class Grain { Minute, Quarter, Hour };
    enum class Layers { All, MeasuredOnly };

    /// \a connection must outlive the source; \a sessions are RawReader::sessions().
    BucketSource(SqlConnection &connection, RawReader &raw, const Sessions &sessions,
                 Layers layers = Layers::All);

    /// Called with the start of the first and the buckets of one UTC day, all of one length.
    using Visit = std::function<void(qint64 startUtcMs, std::span<const EnergyBucket> buckets)>;

    /// Visits every day of UTC that \a range touches and of which something is known, ascending.
    [[nodiscard]] SqlOutcome visit(int key, TimeRange range, Grain grain, const Visit &visit);

private:
    struct Packed
    {
        qint64 day = 0;
        int format = 0;
        QByteArray data;
        qint64 bucketMs = 0;
    };
    using Days = QHash<qint64, Packed>;

    [[nodiscard]] Result<Days, SqlFailure> packedDays(int key, qint64 first, qint64 last,
                                                      Grain grain) const;
    /// The same, of whole days within \a range by hours where spans say them.
    [[nodiscard]] Result<Days, SqlFailure> hourDays(int key, TimeRange range) const;
    [[nodiscard]] SqlOutcome addSingleDays(int key, qint64 first, qint64 last, Grain grain,
                                           Days &days) const;
    [[nodiscard]] SqlOutcome addPackedMonths(int key, qint64 first, qint64 last, Days &days) const;
    [[nodiscard]] Result<QSet<qint64>, SqlFailure> rawDays(int key, qint64 first, qint64 last,
                                                           const Days &packed) const;

    SqlConnection &m_connection;
    RawReader &m_raw;
    const Sessions &m_sessions;
    const Layers m_layers;
};

} // namespace outlet
