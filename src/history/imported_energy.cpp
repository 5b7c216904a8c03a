// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/imported_energy.h"

#include <QtCore/QSet>

namespace outlet {

Result<QList<ImportedEnergy>, SqlFailure> importedEnergy(const SqlConnection &connection, int key,
                                                         TimeRange range)
{
    // Few, mostly none: imports under way, or taken back and not yet cleared away.
    QSet<qint64> hidden;
    QSqlQuery imports = connection.query();
    if (!imports.exec(QStringLiteral("SELECT id FROM import WHERE state <> %1")
                          .arg(int(ImportState::Counts))))
        return SqlFailure::from(imports.lastError());
    while (imports.next())
        hidden.insert(imports.value(0).toLongLong());
    if (imports.lastError().isValid())
        return SqlFailure::from(imports.lastError());

    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT start_utc_ms, duration_ms, joules, known_ms, import"
                                 " FROM imported_energy"
                                 " WHERE outlet = ? AND start_utc_ms >= ? AND start_utc_ms < ?"
                                 " ORDER BY start_utc_ms, duration_ms, import"));
    query.addBindValue(key);
    query.addBindValue(range.startUtcMs - kLongestImportMs);
    query.addBindValue(range.endUtcMs);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    QList<ImportedEnergy> rows;
    bool isLastReal = true; // of the rows taken: false = it says that an earlier one counts no more
    const auto dropUnreal = [&] {
        if (!isLastReal)
            rows.removeLast();
        isLastReal = true;
    };
    while (query.next()) {
        const qint64 start = query.value(0).toLongLong();
        const qint64 end = start + query.value(1).toLongLong();
        if (end <= start || end <= range.startUtcMs || hidden.contains(query.value(4).toLongLong()))
            continue;
        const ImportedEnergy row{
            {start, end}, query.value(2).toLongLong(), query.value(3).toLongLong()};
        if (!rows.isEmpty() && rows.constLast().range == row.range) {
            rows.last() = row;
        } else {
            dropUnreal();
            rows.append(row);
        }
        isLastReal = !query.isNull(2);
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    dropUnreal();
    return rows;
}

} // namespace outlet
