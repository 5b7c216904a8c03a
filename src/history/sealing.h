// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <set>

#include "history/history_options.h"
#include "history/raw_reader.h"
#include "storage/sql_connection.h"

namespace outlet {

/// An hour or a day is sealed when it is over for so long: later than any usual delay of a report.
inline constexpr qint64 kSealAfterMs = 2 * kHourMs;

/// Packs what is over and drops what is kept long enough, in small steps on the writing connection,
/// so that nobody waits for it. Each step is one transaction; ended anywhere, the file holds the
/// same.
class Sealer
{
public:
    /// \a connection must outlive it and have no transaction open when step() is called.
    explicit Sealer(SqlConnection &connection);

    /// Does the next small thing: seals one hour or one day of one outlet, or drops a slice of what
    /// \a retention no longer keeps. False when there was nothing left to do; then ask again when
    /// some minutes have passed.
    [[nodiscard]] Result<bool, SqlFailure> step(qint64 nowUtcMs, const HistoryRetention &retention);
    /// To be called when somebody else changed rows: it looks for all there is to do anew.
    void forget();

private:
    [[nodiscard]] Result<bool, SqlFailure> stepOutlet(int key, qint64 nowUtcMs,
                                                      const HistoryRetention &retention);
    [[nodiscard]] SqlOutcome sealHour(int key, qint64 hour);
    [[nodiscard]] SqlOutcome sealDay(int key, qint64 day, qint64 nowUtcMs);
    [[nodiscard]] Result<std::optional<qint64>, SqlFailure> firstOpenHour(int key) const;
    [[nodiscard]] SqlOutcome findOpenDays(int key);
    /// Packs the oldest month of single days when it is long past; false when there is none.
    [[nodiscard]] Result<bool, SqlFailure> packOldMonth(int key, qint64 nowUtcMs);
    void openDaysOf(int key, qint64 hour, const RawRows &rows);
    [[nodiscard]] Result<bool, SqlFailure> dropOld(int key, qint64 nowUtcMs,
                                                   const HistoryRetention &retention);

    SqlConnection &m_connection;
    RawReader m_reader;
    QList<int> m_keys; ///< outlets that have not been looked at in this round
    bool m_workedInRound = false;
    /// Days with raw rows that are not added up, by outlet; looked for once, then kept up.
    QHash<int, std::set<qint64>> m_openDays;
};

} // namespace outlet
