// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/row_editor.h"

#include <QtSql/QSqlRecord>

namespace outlet {

const RowTable &reportTable()
{
    static const RowTable table{QStringLiteral("recent_report"),
                                {QStringLiteral("end_utc_ms"), QStringLiteral("duration_ms"),
                                 QStringLiteral("joules"), QStringLiteral("arrival_utc_ms")},
                                true};
    return table;
}

const RowTable &readingTable()
{
    static const RowTable table{
        QStringLiteral("recent_reading"),
        {QStringLiteral("utc_ms"), QStringLiteral("milliwatts"), QStringLiteral("decivolts")},
        false};
    return table;
}

const RowTable &stateTable()
{
    static const RowTable table{QStringLiteral("recent_state"),
                                {QStringLiteral("utc_ms"), QStringLiteral("connected"),
                                 QStringLiteral("relay"), QStringLiteral("cause"),
                                 QStringLiteral("signal_dbm")},
                                true};
    return table;
}

std::array<const RowTable *, 3> rowTables()
{
    return {&reportTable(), &readingTable(), &stateTable()};
}

RowEditor::RowEditor(SqlConnection &connection)
    : m_connection(connection)
    , m_statements(connection)
{
}

void RowEditor::take(const SqlOutcome &outcome)
{
    if (!m_failure)
        m_failure = outcome;
}

void RowEditor::replace(const QString &table, const Row &row)
{
    run(QStringLiteral("INSERT OR REPLACE INTO %1 VALUES (%2)")
            .arg(table, QStringList(row.size(), QStringLiteral("?")).join(u',')),
        row);
}

void RowEditor::run(const QString &sql, const Row &values)
{
    if (!m_failure)
        m_failure = m_statements.run(sql, values);
}

QList<RowEditor::Row> RowEditor::select(const QString &sql, const Row &values)
{
    QList<Row> rows;
    if (m_failure)
        return rows;
    const auto done = m_statements.execute(sql, values);
    if (!done) {
        m_failure = done.error();
        return rows;
    }
    QSqlQuery *const query = *done;
    const int count = query->record().count();
    while (query->next()) {
        Row row;
        row.reserve(count);
        for (int i = 0; i < count; ++i)
            row.append(query->value(i));
        rows.append(row);
    }
    if (query->lastError().isValid())
        m_failure = SqlFailure::from(query->lastError());
    query->finish();
    return rows;
}

std::optional<qint64> RowEditor::number(const QString &sql, const Row &values)
{
    const QList<Row> rows = select(sql, values);
    if (rows.isEmpty() || rows.constFirst().constFirst().isNull())
        return std::nullopt;
    return rows.constFirst().constFirst().toLongLong();
}

QList<RowEditor::Row> RowEditor::rowsOf(const RowTable &table, int key, qint64 fromUtcMs)
{
    return select(QStringLiteral("SELECT %1 FROM %2 WHERE outlet = ? AND %3 >= ? ORDER BY %3")
                      .arg(table.columns.join(u','), table.name, table.columns.constFirst()),
                  {key, fromUtcMs});
}

/// A report's arrival is not kept when it is sealed, so it can't tell rows apart.
static QStringList comparable(const RowTable &table)
{
    return &table == &reportTable() ? table.columns.mid(0, 3) : table.columns;
}

void RowEditor::remove(const RowTable &table, const QList<Row> &rows, int key)
{
    // Rows with the same values are the same to everybody: any one of them goes.
    const QString same =
        comparable(table).join(QStringLiteral(" IS ? AND ")) + QStringLiteral(" IS ?");
    const QString time = table.columns.constFirst();
    const QString sql =
        table.hasOrdinal
            ? QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND %2 = ? AND ordinal ="
                             " (SELECT min(ordinal) FROM %1 WHERE outlet = ? AND %3)")
                  .arg(table.name, time, same)
            : QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND %2").arg(table.name, same);
    for (const Row &row : rows) {
        const Row values = row.mid(0, comparable(table).size());
        if (table.hasOrdinal)
            run(sql, Row{key, row.constFirst(), key} + values);
        else
            run(sql, Row{key} + values);
    }
}

void RowEditor::insert(const RowTable &table, const QList<Row> &rows, int key)
{
    const QString columns = table.columns.join(u',');
    const QString marks = QStringList(table.columns.size(), QStringLiteral("?")).join(u',');
    const QString sql =
        table.hasOrdinal
            ? QStringLiteral("INSERT INTO %1 (outlet, ordinal, %2) VALUES (?, (SELECT"
                             " coalesce(max(ordinal) + 1, 0) FROM %1 WHERE outlet = ? AND %3 ="
                             " ?), %4)")
                  .arg(table.name, columns, table.columns.constFirst(), marks)
            : QStringLiteral("INSERT OR IGNORE INTO %1 (outlet, %2) VALUES (?, %3)")
                  .arg(table.name, columns, marks);
    for (const Row &row : rows)
        run(sql, (table.hasOrdinal ? Row{key, key, row.constFirst()} : Row{key}) + row);
}

void RowEditor::move(const RowTable &table, const QList<Row> &rows, int from, int to)
{
    remove(table, rows, from);
    insert(table, rows, to);
}

} // namespace outlet
