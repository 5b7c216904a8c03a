// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/export_plan.h"
#include "history/history_problem.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Reads the rows of an export through one connection, in steps, on that connection's thread. Each
/// step is one look at the file; nobody waits for it.
class EnergyExport
{
public:
    /// Both must outlive it. \a progress.cancel ends it between two steps.
    EnergyExport(SqlConnection &connection, const ExportPlan &plan, TransferProgress &progress);

    /// False ends it early.
    using Visit = std::function<bool(const ExportRow &row)>;
    /// Visits every row, by time, then in the order of the outlets.
    [[nodiscard]] std::optional<HistoryProblem> visit(const Visit &visit);

    /// How many rows there are; of readings, where there are many, about how many.
    [[nodiscard]] Result<qint64, HistoryProblem> countRows();

private:
    using Rows = Result<QList<ExportRow>, HistoryProblem>;
    [[nodiscard]] QList<TimeRange> steps() const;
    [[nodiscard]] Rows bucketRows(TimeRange step);
    [[nodiscard]] Rows readingRows(TimeRange step);

    SqlConnection &m_connection;
    const ExportPlan &m_plan;
    TransferProgress &m_progress;
};

/// What the user sees of an export before it is made.
struct ExportPreview
{
    qint64 rowCount = 0;
    qint64 bytes = 0; ///< about
    QStringList columns;
    /// The first three rows, then the first one without data, where there is one.
    struct Row
    {
        QStringList cells;
        bool hasData = true;
        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<Row> rows;
};
[[nodiscard]] Result<ExportPreview, HistoryProblem>
previewExport(SqlConnection &connection, const ExportPlan &plan, TransferProgress &progress);

/// Writes the file: under a temporary name beside \a path, which it gets at the end. Returns why it
/// could not be written as a sentence (an empty one after a cancel), and then leaves nothing; empty
/// = done.
[[nodiscard]] std::optional<QString> writeExport(SqlConnection &connection, const ExportPlan &plan,
                                                 const QString &path, TransferProgress &progress);

} // namespace outlet
