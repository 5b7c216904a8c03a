// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/imported_energy.h"

#include <QtCore/QSet>

namespace outlet {

namespace {

/// Few, mostly none: imports under way, or taken back and not yet cleared away.
Result<QSet<qint64>, SqlFailure> hiddenImports(const SqlConnection &connection)
{
    QSet<qint64> hidden;
    QSqlQuery imports = connection.query();
    if (!imports.exec(QStringLiteral("SELECT id FROM import WHERE state <> %1")
                          .arg(int(ImportState::Counts))))
        return SqlFailure::from(imports.lastError());
    while (imports.next())
        hidden.insert(imports.value(0).toLongLong());
    if (imports.lastError().isValid())
        return SqlFailure::from(imports.lastError());
    return hidden;
}

/// Takes rows that come by start, length and import, and keeps those that count.
class CountingRows
{
public:
    CountingRows(TimeRange range, QSet<qint64> hidden)
        : m_range(range)
        , m_hidden(std::move(hidden))
    {
    }

    /// Rows of the table \a source names that begin from \a fromUtcMs to before \a untilUtcMs.
    [[nodiscard]] SqlOutcome add(const SqlConnection &connection, const QString &source, int key,
                                 qint64 fromUtcMs, qint64 untilUtcMs)
    {
        QSqlQuery query = connection.query();
        if (!query.prepare(
                QStringLiteral("SELECT start_utc_ms, duration_ms, joules, known_ms, import"
                               " FROM %1 AND outlet = ? AND start_utc_ms >= ? AND start_utc_ms < ?"
                               " ORDER BY start_utc_ms, duration_ms, import")
                    .arg(source)))
            return SqlFailure::from(query.lastError());
        query.addBindValue(key);
        query.addBindValue(fromUtcMs);
        query.addBindValue(untilUtcMs);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        while (query.next())
            take(query);
        if (query.lastError().isValid())
            return SqlFailure::from(query.lastError());
        return std::nullopt;
    }

    [[nodiscard]] QList<ImportedEnergy> finish()
    {
        dropUnreal();
        return std::move(m_rows);
    }

private:
    void take(const QSqlQuery &query)
    {
        const qint64 start = query.value(0).toLongLong();
        const qint64 end = start + query.value(1).toLongLong();
        if (end <= start || end <= m_range.startUtcMs ||
            m_hidden.contains(query.value(4).toLongLong()))
            return;
        const ImportedEnergy row{
            {start, end}, query.value(2).toLongLong(), query.value(3).toLongLong()};
        if (!m_rows.isEmpty() && m_rows.constLast().range == row.range) {
            m_rows.last() = row;
        } else {
            dropUnreal();
            m_rows.append(row);
        }
        m_isLastReal = !query.isNull(2);
    }

    void dropUnreal()
    {
        if (!m_isLastReal)
            m_rows.removeLast();
        m_isLastReal = true;
    }

    const TimeRange m_range;
    const QSet<qint64> m_hidden;
    QList<ImportedEnergy> m_rows;
    bool m_isLastReal = true; ///< false = it says that an earlier one counts no more
};

} // namespace

Result<QList<ImportedEnergy>, SqlFailure> importedEnergy(const SqlConnection &connection, int key,
                                                         TimeRange range)
{
    auto hidden = hiddenImports(connection);
    if (!hidden)
        return hidden.error();
    CountingRows rows(range, *std::move(hidden));
    // First the long ones, which begin before all others: so the rows stay in their order.
    const qint64 shortFrom = range.startUtcMs - kShortImportMs;
    SqlOutcome failure = rows.add(connection,
                                  QStringLiteral("imported_energy INDEXED BY imported_long"
                                                 " WHERE duration_ms > %1")
                                      .arg(kShortImportMs),
                                  key, range.startUtcMs - kLongestImportMs, shortFrom);
    if (!failure)
        failure = rows.add(connection, QStringLiteral("imported_energy WHERE true"), key, shortFrom,
                           range.endUtcMs);
    if (failure)
        return *failure;
    return rows.finish();
}

} // namespace outlet
