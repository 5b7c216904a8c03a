// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_writing.h"

#include <QtCore/QCoreApplication>

namespace outlet {

namespace {

/// Some ten milliseconds each, the disk aside, which every step waits for once.
constexpr qsizetype kRowsOfStep = 10'000;
constexpr int kClearedAtOnce = 5000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

struct AcceptedRow
{
    qsizetype outlet = 0;
    qint64 startUtcMs = 0;
    qint64 durationMs = 0;
    QVariant joules;
    qint64 knownMs = 0;
};

/// One import on its way into the file.
class Writing
{
public:
    Writing(const ImportChoice &choice, const WriteStep &write)
        : m_write(write)
    {
        for (const QString &id : choice.outletIds) {
            if (!id.isEmpty() && !m_outletIds.contains(id))
                m_outletIds.append(id);
        }
    }

    [[nodiscard]] bool begin(const QString &fileName, qint64 nowUtcMs)
    {
        return step([&](SqlConnection &target) {
            return target.transact([&]() -> SqlOutcome {
                if (SqlOutcome failure = target.run(
                        QStringLiteral("INSERT INTO import (imported_utc_ms, file_name, row_count,"
                                       " state) VALUES (?, ?, 0, 0)"),
                        {nowUtcMs, fileName}))
                    return failure;
                const auto id = target.value(QStringLiteral("SELECT last_insert_rowid()"));
                if (!id)
                    return id.error();
                m_id = id->toLongLong();
                return makeKeys(target);
            });
        });
    }

    [[nodiscard]] bool add(const QList<AcceptedRow> &rows)
    {
        return step([&](SqlConnection &target) {
            return target.transact([&]() -> SqlOutcome {
                QSqlQuery insert = target.query();
                insert.prepare(
                    QStringLiteral("INSERT INTO imported_energy VALUES (?, ?, ?, ?, ?, ?)"));
                for (const AcceptedRow &row : rows) {
                    insert.bindValue(0, m_keys.at(row.outlet));
                    insert.bindValue(1, row.startUtcMs);
                    insert.bindValue(2, row.durationMs);
                    insert.bindValue(3, m_id);
                    insert.bindValue(4, row.joules);
                    insert.bindValue(5, row.knownMs);
                    if (!insert.exec())
                        return SqlFailure::from(insert.lastError());
                    m_count += row.joules.isNull() ? 0 : 1;
                }
                return std::nullopt;
            });
        });
    }

    /// From here on it counts.
    [[nodiscard]] bool finish()
    {
        return step([&](SqlConnection &target) {
            return target.run(
                QStringLiteral("UPDATE import SET state = 1, row_count = ? WHERE id = ?"),
                {m_count, m_id});
        });
    }

    void abandon()
    {
        // Not done when the program ends: then it is at its next start.
        static_cast<void>(step([&](SqlConnection &target) {
            return target.run(QStringLiteral("UPDATE import SET state = 2 WHERE id = ?"), {m_id});
        }));
    }

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] QString problem() const
    {
        return tr("The import could not be written, and nothing was changed: %1.")
            .arg(m_failure.isEmpty() ? tr("the history is closed") : m_failure);
    }

private:
    [[nodiscard]] bool step(const std::function<SqlOutcome(SqlConnection &)> &work)
    {
        return m_write([&](SqlConnection &target) {
            SqlOutcome failure = work(target);
            if (failure)
                m_failure = failure->text;
            return failure;
        });
    }

    [[nodiscard]] SqlOutcome makeKeys(SqlConnection &target)
    {
        for (const QString &id : std::as_const(m_outletIds)) {
            if (SqlOutcome failure = target.run(
                    QStringLiteral("INSERT OR IGNORE INTO history_outlet (outlet_id) VALUES (?)"),
                    {id}))
                return failure;
            QSqlQuery query = target.query();
            query.prepare(QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = ?"));
            query.addBindValue(id);
            if (!query.exec() || !query.next())
                return SqlFailure::from(query.lastError());
            m_keys.append(query.value(0).toInt());
        }
        return std::nullopt;
    }

    const WriteStep &m_write;
    QStringList m_outletIds;
    QList<int> m_keys;
    qint64 m_id = 0;
    qint64 m_count = 0;
    QString m_failure;
};

} // namespace

Result<qint64, QString> writeImport(const ImportStage &stage, const ImportChoice &choice,
                                    const QString &fileName, qint64 nowUtcMs,
                                    const WriteStep &write, TransferProgress &progress)
{
    SqlConnection own;
    if (const SqlOutcome failure = stage.open(own))
        return tr("The sorted file can't be read: %1. Try again.").arg(failure->text);
    const auto total = own.value(QStringLiteral("SELECT count(*) FROM accepted"));
    progress.done = 0;
    progress.total = total ? total->toLongLong() : 0;
    QSqlQuery query = own.query();
    if (!query.exec(QStringLiteral("SELECT outlet, start_utc_ms, duration_ms, joules, known_ms"
                                   " FROM accepted ORDER BY outlet, start_utc_ms, duration_ms")))
        return tr("The sorted file can't be read: %1. Try again.").arg(query.lastError().text());
    Writing writing(choice, write);
    if (progress.cancel)
        return QString();
    if (!writing.begin(fileName, nowUtcMs))
        return writing.problem();
    bool isMore = true;
    bool isWritten = true;
    while (isMore && isWritten && !progress.cancel) {
        QList<AcceptedRow> rows;
        while (rows.size() < kRowsOfStep && (isMore = query.next()))
            rows.append({query.value(0).toLongLong(), query.value(1).toLongLong(),
                         query.value(2).toLongLong(), query.isNull(3) ? QVariant() : query.value(3),
                         query.value(4).toLongLong()});
        isWritten = rows.isEmpty() || writing.add(rows);
        progress.done += rows.size();
    }
    const QString unread = query.lastError().isValid() ? query.lastError().text() : QString();
    if (progress.cancel || !isWritten || !unread.isEmpty() || !writing.finish()) {
        const QString problem =
            unread.isEmpty() ? writing.problem()
                             : tr("The sorted file can't be read: %1. Try again.").arg(unread);
        writing.abandon();
        return progress.cancel ? QString() : problem;
    }
    return writing.id();
}

Result<bool, SqlFailure> takeBackImport(SqlConnection &connection, qint64 importId)
{
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("UPDATE import SET state = 2 WHERE id = ? AND state = 1"));
    query.addBindValue(importId);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return query.numRowsAffected() > 0;
}

SqlOutcome abandonUnfinishedImports(SqlConnection &connection)
{
    return connection.run(QStringLiteral("UPDATE import SET state = 2 WHERE state = 0"));
}

Result<bool, SqlFailure> clearImports(SqlConnection &connection)
{
    // The import itself stays: rows that a merge brings back later still count for nothing.
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral(
        "DELETE FROM imported_energy WHERE (outlet, start_utc_ms, duration_ms, import) IN"
        " (SELECT outlet, start_utc_ms, duration_ms, import FROM imported_energy WHERE import IN"
        " (SELECT id FROM import WHERE state = 2) LIMIT ?)"));
    query.addBindValue(kClearedAtOnce);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return query.numRowsAffected() > 0;
}

} // namespace outlet
