// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/salvage.h"

#include <functional>

#include "storage/changes.h"
#include "storage/damaged_file.h"
#include "storage/row_reader.h"
#include "storage/sql_connection.h"

namespace outlet {

namespace {

/// Reads what is left of one table: from the front to the first broken page, from the back to the
/// last one, and between them row by row.
class TableSalvage
{
public:
    TableSalvage(SqlConnection &connection, QString table,
                 std::function<void(const QSqlQuery &)> take)
        : m_connection(connection)
        , m_table(std::move(table))
        , m_take(std::move(take))
    {
    }

    void run()
    {
        // Between two ends at most this many rows are asked for one by one.
        constexpr qint64 maxProbes = 10000;
        const Scan front = scan(QStringLiteral("ASC"));
        if (front.complete)
            return;
        const Scan back = scan(QStringLiteral("DESC"));
        const qint64 from = front.lastRowId.value_or(0) + 1;
        const qint64 to = qMin(back.lastRowId.value_or(from + maxProbes) - 1, from + maxProbes);
        QSqlQuery query = m_connection.query();
        if (!query.prepare(QStringLiteral("SELECT * FROM %1 WHERE rowid = ?").arg(m_table)))
            return;
        for (qint64 rowId = from; rowId <= to; ++rowId) {
            query.bindValue(0, rowId);
            if (query.exec() && query.next()) // a failure is a row that is lost
                m_take(query);
        }
    }

private:
    struct Scan
    {
        bool complete = false;
        std::optional<qint64> lastRowId;
    };

    Scan scan(const QString &direction)
    {
        Scan scan;
        QSqlQuery query = m_connection.query();
        if (!query.exec(
                QStringLiteral("SELECT *, rowid AS salvaged_rowid FROM %1 ORDER BY rowid %2")
                    .arg(m_table, direction)))
            return scan;
        while (query.next()) {
            scan.lastRowId = query.value(QStringLiteral("salvaged_rowid")).toLongLong();
            m_take(query);
        }
        scan.complete = !query.lastError().isValid();
        return scan;
    }

    SqlConnection &m_connection;
    QString m_table;
    std::function<void(const QSqlQuery &)> m_take;
};

} // namespace

StoredState salvage(const QString &path)
{
    StoredState state;
    DamagedFile file(path);
    if (!file.isOpen())
        return state;
    SqlConnection &connection = file.connection();

    QHash<QString, OutletRecord> outlets;
    TableSalvage(connection, QStringLiteral("outlet"), [&outlets](const QSqlQuery &query) {
        if (const std::optional<OutletRecord> record = outletFromRow(query))
            outlets.insert(record->id, *record);
    }).run();
    TableSalvage(connection, QStringLiteral("setting"), [&state](const QSqlQuery &query) {
        if (const auto setting = settingFromRow(query))
            state.settings.insert(setting->first, setting->second);
    }).run();
    state.outlets = outlets.values();
    sortOutlets(state.outlets);
    return state;
}

} // namespace outlet
