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
    enum class Grain { Minute, Quarter };
    enum class Layers { All, MeasuredOnly };

    /// \a connection must outlive the source; \a sessions are RawReader::sessions().
    BucketSource(SqlConnection &connection, RawReader &raw, const Sessions &sessions,
                 Layers layers = Layers::All);

    /// Called with the start of the first and the length of each bucket; all of one UTC day.
    using Visit = std::function<void(qint64 startUtcMs, std::span<const EnergyBucket> buckets)>;

    /// Visits every day of UTC that \a range touches and of which something is known, ascending.
    [[nodiscard]] SqlOutcome visit(int key, TimeRange range, Grain grain, const Visit &visit);

private:
    struct Packed
    {
        qint64 day = 0;
        int format = 0;
        QByteArray data;
    };
    using Days = QHash<qint64, Packed>;

    [[nodiscard]] Result<Days, SqlFailure> packedDays(int key, qint64 first, qint64 last,
                                                      Grain grain) const;
    [[nodiscard]] SqlOutcome addPackedMonths(int key, qint64 first, qint64 last, Days &days) const;
    [[nodiscard]] Result<QSet<qint64>, SqlFailure> rawDays(int key, qint64 first, qint64 last,
                                                           const Days &packed) const;

    SqlConnection &m_connection;
    RawReader &m_raw;
    const Sessions &m_sessions;
    const Layers m_layers;
};

} // namespace outlet
