// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <optional>

#include "history/reading_filter.h"
#include "history/report_accounting.h"
#include "storage/sql_connection.h"

namespace outlet {

/// How much time an outlet's reports can still be about, at most: no more time passes than passes.
/// It sorts out, without a look at what is recorded, what a faulty or hostile outlet claims.
class ReportAllowance
{
public:
    /// False when \a report is about more time than there can have been.
    [[nodiscard]] bool covers(const MeasuredReport &report);
    /// \a report counts, or may count: its time is taken.
    void take(const MeasuredReport &report);

private:
    qint64 m_leftMs = ReportAccounting::kWindowMs;
    std::optional<qint64> m_atUtcMs;
};

/// What the writing thread keeps in mind of one outlet between two transactions; a value, so that a
/// transaction that fails can be forgotten.
struct OutletBooks
{
    int key = 0; ///< in history_outlet
    /// Empty until the outlet's first report: then read from the file.
    std::optional<ReportAccounting> reports;
    ReportAllowance allowance;
    /// The last of the rows in waiting_report; empty when none waits.
    std::optional<qint64> waitingSeq;
    ReadingFilter readings;
    /// States of this session, ascending, as far back as reports are judged.
    QList<RawState> states;
    QHash<QString, quint64> rejected; ///< by kind, since the file began

    /// True when the relay is known to have been off, with the outlet connected, over all of this.
    [[nodiscard]] bool wasOff(qint64 startUtcMs, qint64 endUtcMs) const;
    /// Remembers a state and forgets what no report can concern any more.
    void addState(const RawState &state);
};

/// The books of an outlet as the file has them, which gets a key for it when it had none. Inside a
/// transaction, on the writing thread.
[[nodiscard]] Result<OutletBooks, SqlFailure> readBooks(SqlConnection &connection,
                                                        const QString &outletId);

/// What the file holds of an outlet's reports that end until \a endUtcMs and may move for one that
/// arrives at \a arrivalUtcMs.
[[nodiscard]] Result<QList<ReportAccounting::Span>, SqlFailure>
readReports(SqlConnection &connection, int key, qint64 arrivalUtcMs, qint64 endUtcMs);

} // namespace outlet
