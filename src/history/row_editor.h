// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <array>
#include <optional>

#include "storage/prepared_statements.h"

namespace outlet {

/// A table of open rows: its columns without outlet and ordinal, the first one their time.
struct RowTable
{
    QString name;
    QStringList columns;
    bool hasOrdinal = false;
};

[[nodiscard]] const RowTable &reportTable();
[[nodiscard]] const RowTable &readingTable();
[[nodiscard]] const RowTable &stateTable();
/// All three.
[[nodiscard]] std::array<const RowTable *, 3> rowTables();

/// Runs statements of a transaction one after the other on a connection, on its thread; once one of
/// them failed, the others do nothing, and the failure is kept. What has the same words is parsed
/// once, so an editor is to be gone before its transaction ends.
class RowEditor
{
public:
    using Row = QVariantList;

    /// \a connection must outlive the editor.
    explicit RowEditor(SqlConnection &connection);

    [[nodiscard]] const SqlOutcome &failure() const { return m_failure; }
    [[nodiscard]] SqlConnection &connection() { return m_connection; }
    /// A step that was done elsewhere.
    void take(const SqlOutcome &outcome);

    /// Runs a statement with these values for its marks.
    void run(const QString &sql, const Row &values);
    /// All rows of the answer.
    [[nodiscard]] QList<Row> select(const QString &sql, const Row &values);
    /// The first value of the answer; empty when there is none or it is NULL.
    [[nodiscard]] std::optional<qint64> number(const QString &sql, const Row &values);
    /// Writes a whole row of a table, in the place of one with the same key.
    void replace(const QString &table, const Row &row);

    /// The open rows of an outlet from a time on, ascending.
    [[nodiscard]] QList<Row> rowsOf(const RowTable &table, int key, qint64 fromUtcMs);
    void remove(const RowTable &table, const QList<Row> &rows, int key);
    void insert(const RowTable &table, const QList<Row> &rows, int key);
    void move(const RowTable &table, const QList<Row> &rows, int from, int to);

private:
    SqlConnection &m_connection;
    SqlOutcome m_failure;
    PreparedStatements m_statements;
};

} // namespace outlet
