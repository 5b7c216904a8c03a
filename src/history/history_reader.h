// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/history_problem.h"
#include "history/link_history.h"
#include "history/raw_reader.h"

namespace outlet {

/// Answers questions to the history through one connection; on that connection's thread. Each
/// answer is one consistent look at the file.
class HistoryReader
{
public:
    /// \a connection must outlive the reader and have no transaction open.
    explicit HistoryReader(SqlConnection &connection);

    /// How much energy which outlets used, see EnergyQuery. The same whether rows are open, sealed
    /// or added up already; where only coarser data is left than the question asks for, it is cut
    /// in proportion.
    [[nodiscard]] Result<EnergyAnswer, HistoryProblem> energy(const EnergyQuery &query,
                                                              qint64 nowUtcMs);
    /// The curve of one outlet, see CurveQuery.
    [[nodiscard]] Result<CurveAnswer, HistoryProblem> curve(const CurveQuery &query,
                                                            qint64 nowUtcMs);
    /// When one outlet had a link and how strong its signal was, see LinkQuery.
    [[nodiscard]] Result<LinkAnswer, HistoryProblem> link(const LinkQuery &query, qint64 nowUtcMs);
    /// From when to when there is something of these outlets.
    [[nodiscard]] Result<QList<HistoryExtent>, HistoryProblem>
    extents(const QStringList &outletIds);

private:
    [[nodiscard]] Result<HistoryExtent, SqlFailure> extentOf(const QString &outletId);

    SqlConnection &m_connection;
    RawReader m_raw;
};

} // namespace outlet
