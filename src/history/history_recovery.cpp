// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_recovery.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <algorithm>

#include "base/logging.h"
#include "history/imported_energy.h"
#include "history/unsealing.h"
#include "storage/damaged_file.h"

namespace outlet {

namespace {

/// One of the history's tables that have a row for an outlet and a place on a line (time, an hour,
/// a day).
struct Table
{
    const char *name;
    const char *place;   ///< the column after `outlet` in its key
    const char *columns; ///< without outlet; the place first
    const char *blob;    ///< a packed column to be checked; nullptr = none
    const char *verb;    ///< what wins when the row is there already
    bool isOpenRows;     ///< rows of hours that are not packed yet
};

// Rollups come first: what the new file packs meanwhile from half of the raw rows must not stand in
// their place. Raw rows that were packed are whole; those that were not are added to what is there.
constexpr Table kTables[] = {
    {"rollup_month", "month", "month, format, days", "days", "INSERT OR REPLACE", false},
    {"rollup_day", "day",
     "day, joules, reported_ms, known_ms, on_ms, estimated_mj, min_mw, max_mw, format, quarters",
     "quarters", "INSERT OR REPLACE", false},
    {"minute_day", "day", "day, format, data", "data", "INSERT OR REPLACE", false},
    {"imported_energy", "start_utc_ms", "start_utc_ms, duration_ms, import, joules, known_ms",
     nullptr, "INSERT OR IGNORE", false},
    {"history_rejected", "kind", "kind, count", nullptr, "INSERT OR IGNORE", false},
    {"raw_hour", "hour", "hour, format, data", "data", "INSERT OR REPLACE", false},
    {"recent_report", "end_utc_ms", "end_utc_ms, ordinal, duration_ms, joules, arrival_utc_ms",
     nullptr, "INSERT OR IGNORE", true},
    {"waiting_report", "seq", "seq, data", nullptr, "INSERT OR IGNORE", false},
    {"recent_reading", "utc_ms", "utc_ms, milliwatts, decivolts", nullptr, "INSERT OR IGNORE",
     true},
    {"recent_state", "utc_ms", "utc_ms, ordinal, connected, relay, cause, signal_dbm", nullptr,
     "INSERT OR IGNORE", true},
};

const Table &kMonthTable = kTables[0];

/// The one whose rows say in which import they came, and where they say it.
const Table &kImportedTable = kTables[3];
constexpr qsizetype kImportColumn = 2;

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

class Recovery
{
public:
    using Write = std::function<bool(const std::function<SqlOutcome(SqlConnection &)> &)>;

    Recovery(SqlConnection &source, const std::atomic<bool> &isCancelled, const Write &write,
             const BlobCheck &isSound)
        : m_source(source)
        , m_isCancelled(isCancelled)
        , m_write(write)
        , m_isSound(isSound)
    {
    }

    RecoveryResult run()
    {
        readOutlets();
        copyRecording();
        copyImports();
        for (const Table &table : kTables) {
            for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it)
                copyOutlet(table, it.key(), it.value());
        }
        m_result.isComplete = m_result.isComplete && !m_isCancelled;
        return m_result;
    }

private:
    using Row = QVariantList;

    /// The old file's keys, and the new file's for the same outlets.
    void readOutlets()
    {
        QHash<int, QString> ids;
        for (const char *direction : {"ASC", "DESC"}) {
            QSqlQuery query = m_source.query();
            query.exec(QStringLiteral("SELECT key, outlet_id FROM history_outlet ORDER BY key %1")
                           .arg(text(direction)));
            while (query.next())
                ids.insert(query.value(0).toInt(), query.value(1).toString());
            if (!query.lastError().isValid())
                break;
            ++m_result.broken;
        }
        const bool isWritten = m_write([&](SqlConnection &target) -> SqlOutcome {
            for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
                QSqlQuery insert = target.query();
                insert.prepare(
                    QStringLiteral("INSERT OR IGNORE INTO history_outlet (outlet_id) VALUES (?)"));
                insert.addBindValue(it.value());
                if (!insert.exec())
                    return SqlFailure::from(insert.lastError());
                QSqlQuery query = target.query();
                query.prepare(QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = ?"));
                query.addBindValue(it.value());
                if (!query.exec() || !query.next())
                    return SqlFailure::from(query.lastError());
                m_keys.insert(it.key(), query.value(0).toInt());
            }
            return std::nullopt;
        });
        m_result.isComplete = m_result.isComplete && isWritten;
    }

    /// The rows of a small table without outlets, from the front and, where that breaks, from the
    /// back.
    [[nodiscard]] QList<Row> wholeTable(const QString &table, const QString &columns)
    {
        const auto count = columns.count(u',') + 1;
        QList<Row> rows;
        for (const char *direction : {"ASC", "DESC"}) {
            QSqlQuery query = m_source.query();
            query.exec(QStringLiteral("SELECT %1 FROM %2 ORDER BY rowid %3")
                           .arg(columns, table, text(direction)));
            while (query.next())
                rows.append(rowOf(query, 0, int(count)));
            if (!query.lastError().isValid())
                break;
            ++m_result.broken;
        }
        return rows;
    }

    void copyRecording()
    {
        // The same session is not written twice, whatever its number is in the new file.
        QList<Row> rows =
            wholeTable(QStringLiteral("recording"), QStringLiteral("start_utc_ms, end_utc_ms"));
        for (Row &row : rows)
            row += row;
        writeRows(QStringLiteral("INSERT INTO recording (start_utc_ms, end_utc_ms) SELECT ?, ?"
                                 " WHERE NOT EXISTS (SELECT 1 FROM recording WHERE"
                                 " start_utc_ms = ? AND end_utc_ms = ?)"),
                  rows);
    }

    /// An import keeps its number where that is free: in the new file another one may have it by
    /// now, of which this one's rows are no part.
    void copyImports()
    {
        QList<Row> rows = wholeTable(QStringLiteral("import"),
                                     QStringLiteral("id, imported_utc_ms, file_name, row_count, ") +
                                         // Before schema 4 every import counted that was there.
                                         (lacks(QStringLiteral("import"), QStringLiteral("state"))
                                              ? QString::number(int(ImportState::Counts))
                                              : QStringLiteral("state")));
        std::sort(rows.begin(), rows.end(), [](const Row &one, const Row &other) {
            return one.constFirst().toLongLong() < other.constFirst().toLongLong();
        });
        if (rows.isEmpty() || m_isCancelled)
            return;
        const bool isWritten = m_write([&](SqlConnection &target) -> SqlOutcome {
            for (const Row &row : std::as_const(rows)) {
                const auto id = importIn(target, row);
                if (!id)
                    return id.error();
                m_imports.insert(row.constFirst().toLongLong(), *id);
            }
            return std::nullopt;
        });
        m_result.isComplete = m_result.isComplete && isWritten;
        m_result.rows += isWritten ? rows.size() : 0;
    }

    /// The number of an import in the new file: of the same one when it is there already.
    static Result<qint64, SqlFailure> importIn(SqlConnection &target, const Row &row)
    {
        QSqlQuery same = target.query();
        same.prepare(QStringLiteral("SELECT id FROM import WHERE imported_utc_ms = ? AND"
                                    " file_name = ? AND row_count = ?"));
        for (int i = 0; i < 3; ++i)
            same.bindValue(i, row.at(1 + i));
        if (!same.exec())
            return SqlFailure::from(same.lastError());
        if (same.next())
            return same.value(0).toLongLong();
        QSqlQuery insert = target.query();
        insert.prepare(
            QStringLiteral("INSERT INTO import (id, imported_utc_ms, file_name, row_count, state)"
                           " SELECT CASE WHEN EXISTS (SELECT 1 FROM import WHERE id = ?)"
                           " THEN (SELECT max(id) + 1 FROM import) ELSE ? END, ?, ?, ?, ?"));
        insert.bindValue(0, row.at(0));
        for (int i = 0; i < 5; ++i)
            insert.bindValue(1 + i, row.at(i));
        if (!insert.exec())
            return SqlFailure::from(insert.lastError());
        return insert.lastInsertId().toLongLong();
    }

    /// Whether the file is from before \a column of \a table was there; false when nobody knows.
    [[nodiscard]] bool lacks(const QString &table, const QString &column)
    {
        const auto count = m_source.value(
            QStringLiteral("SELECT count(*) FROM pragma_table_info('%1') WHERE name = '%2'")
                .arg(table, column));
        return count && count->toInt() == 0;
    }

    /// What to ask the old file for, in the order of the table's columns.
    [[nodiscard]] QString askedColumns(const Table &table)
    {
        QString columns = text(table.columns);
        const QString known = QStringLiteral("known_ms");
        // Before schema 4 a row of an import was known over all its time.
        if (&table == &kImportedTable && lacks(text(table.name), known))
            columns.replace(known, QStringLiteral("duration_ms"));
        return columns;
    }

    void copyOutlet(const Table &table, int oldKey, int newKey)
    {
        if (lacks(text(table.name), text(table.place)))
            return; // the file is from before this table
        const Scan front = scan(table, oldKey, newKey, QStringLiteral("ASC"), {}, {});
        if (front.isWhole)
            return;
        const Scan back = scan(table, oldKey, newKey, QStringLiteral("DESC"), {}, {});
        if (back.isWhole || !back.lastPlace.isValid())
            return;
        // Between the two ends a broken page may hide sound ones: looks behind it here and there.
        constexpr qint64 probes = 256;
        bool isNumber = false;
        const qint64 to = back.lastPlace.toLongLong(&isNumber);
        const qint64 from = front.lastPlace.toLongLong();
        if (!isNumber || !front.lastPlace.isValid() || to <= from)
            return;
        const qint64 step = std::max<qint64>(1, (to - from) / probes);
        for (qint64 start = from + 1; start < to && !m_isCancelled; start += step) {
            const Scan part = scan(table, oldKey, newKey, QStringLiteral("ASC"), start, to);
            if (part.isWhole)
                return;
            if (part.lastPlace.isValid())
                start = std::max(start, part.lastPlace.toLongLong());
        }
    }

    struct Scan
    {
        bool isWhole = false;
        QVariant lastPlace;
    };

    /// Reads one outlet's rows from one end to the first that can't be read, and writes them.
    Scan scan(const Table &table, int oldKey, int newKey, const QString &direction,
              std::optional<qint64> from, std::optional<qint64> before)
    {
        Scan scan;
        QString sql = QStringLiteral("SELECT outlet, %1 FROM %2 WHERE outlet = %3")
                          .arg(askedColumns(table), text(table.name))
                          .arg(oldKey);
        if (from)
            sql += QStringLiteral(" AND %1 >= %2").arg(text(table.place)).arg(*from);
        if (before)
            sql += QStringLiteral(" AND %1 < %2").arg(text(table.place)).arg(*before);
        sql += QStringLiteral(" ORDER BY %1 %2").arg(text(table.place), direction);

        const int count = 1 + int(QByteArray(table.columns).count(','));
        const QString columns = text(table.columns);
        const int blob =
            table.blob ? int(columns.split(QStringLiteral(", ")).indexOf(text(table.blob))) : -1;
        const int format = int(columns.split(QStringLiteral(", ")).indexOf(u"format"));
        QSqlQuery query = m_source.query();
        query.exec(sql);
        QList<Row> rows;
        while (!m_isCancelled && query.next()) {
            scan.lastPlace = query.value(1);
            Row row = rowOf(query, 1, count);
            if (blob >= 0 && !m_isSound(text(table.name), row.constFirst().toLongLong(),
                                        row.at(format).toInt(), row.at(blob).toByteArray())) {
                ++m_result.unusable;
                continue;
            }
            if (&table == &kImportedTable)
                row[kImportColumn] = m_imports.value(row.at(kImportColumn).toLongLong(),
                                                     row.at(kImportColumn).toLongLong());
            row.prepend(newKey);
            rows.append(std::move(row));
            if (rows.size() >= kRowsInStep)
                writeOutletRows(table, newKey, std::exchange(rows, {}));
        }
        writeOutletRows(table, newKey, rows);
        scan.isWhole = !query.lastError().isValid();
        m_result.broken += scan.isWhole ? 0 : 1;
        return scan;
    }

    void writeOutletRows(const Table &table, int key, const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        const auto count = 2 + QByteArray(table.columns).count(',');
        // Begun before and not ended, this may be the second time: rows that were brought over then
        // can be packed by now. They are opened, so that no row comes in twice.
        std::optional<TimeRange> open;
        const bool areMonths = &table == &kMonthTable;
        if (table.isOpenRows) {
            const qint64 one = rows.constFirst().at(1).toLongLong();
            const qint64 other = rows.constLast().at(1).toLongLong(); // read from either end
            open = TimeRange{std::min(one, other) - 1, std::max(one, other)};
        }
        writeRows(QStringLiteral("%1 INTO %2 (outlet, %3) VALUES (%4)")
                      .arg(text(table.verb), text(table.name), text(table.columns),
                           QStringList(count, QStringLiteral("?")).join(u',')),
                  rows, [key, open, areMonths](SqlConnection &target) -> SqlOutcome {
                      if (areMonths) // what follows from them is made anew
                          return target.run(
                              QStringLiteral("DELETE FROM rollup_hours WHERE outlet = ?"), {key});
                      return open ? unseal(target, key, *open) : std::nullopt;
                  });
    }

    using Before = std::function<SqlOutcome(SqlConnection &)>;

    void writeRows(const QString &sql, const QList<Row> &rows, const Before &before = {})
    {
        if (rows.isEmpty() || m_isCancelled)
            return;
        const bool isWritten = m_write([&](SqlConnection &target) -> SqlOutcome {
            if (before) {
                if (const SqlOutcome failure = before(target))
                    return failure;
            }
            QSqlQuery query = target.query();
            if (!query.prepare(sql))
                return SqlFailure::from(query.lastError());
            for (const Row &row : rows) {
                for (qsizetype i = 0; i < row.size(); ++i)
                    query.bindValue(int(i), row.at(i));
                if (!query.exec())
                    return SqlFailure::from(query.lastError());
            }
            return std::nullopt;
        });
        if (isWritten)
            m_result.rows += rows.size();
        else
            m_result.isComplete = false;
    }

    static Row rowOf(const QSqlQuery &query, int first, int count)
    {
        Row row;
        for (int i = 0; i < count; ++i)
            row.append(query.value(first + i));
        return row;
    }

    static constexpr qsizetype kRowsInStep = 500;

    SqlConnection &m_source;
    const std::atomic<bool> &m_isCancelled;
    const Write &m_write;
    const BlobCheck &m_isSound;
    QHash<int, int> m_keys;
    QHash<qint64, qint64> m_imports; ///< numbers of imports: the old file's -> the new one's
    RecoveryResult m_result;
};

} // namespace

RecoveryResult
recoverHistory(const QString &path, const std::atomic<bool> &isCancelled,
               const std::function<bool(const std::function<SqlOutcome(SqlConnection &)> &)> &write,
               const BlobCheck &isSound)
{
    DamagedFile file(path);
    if (!file.isOpen())
        return {0, 0, 1, true};
    const auto inTransaction = [&write](const std::function<SqlOutcome(SqlConnection &)> &step) {
        return write([&step](SqlConnection &connection) {
            return connection.transact([&] { return step(connection); });
        });
    };
    const Recovery::Write checked = inTransaction;
    const RecoveryResult result = Recovery(file.connection(), isCancelled, checked, isSound).run();
    qCInfo(lcHistory) << "of the damaged history" << result.rows << "rows were saved,"
                      << result.unusable << "were unusable, at" << result.broken
                      << "places nothing could be read";
    return result;
}

} // namespace outlet
