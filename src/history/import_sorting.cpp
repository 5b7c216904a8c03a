// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_sorting.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

#include "history/import_neighbours.h"

namespace outlet {

namespace {

constexpr double kMostWatts = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

/// One pass over a stage.
class Sorting
{
public:
    Sorting(SqlConnection &history, SqlConnection &stage, const ImportReading &reading,
            const ImportChoice &choice, const LocalCalendar &calendar, qint64 nowUtcMs)
        : m_stage(stage)
        , m_reading(reading)
        , m_choice(choice)
        , m_calendar(calendar)
        , m_nowUtcMs(nowUtcMs)
        , m_neighbours(history, nowUtcMs)
        , m_before(stage.query())
        , m_insert(stage.query())
        , m_coarser(stage.query())
    {
        for (qsizetype i = 0; i < reading.shown.size(); ++i)
            m_sorted.shown.append(reading.shown.at(i).kwh ? ImportResult::New : ImportResult::Gap);
        m_sorted.replaces = choice.replaces;
    }

    [[nodiscard]] SqlOutcome run(TransferProgress &progress)
    {
        if (SqlOutcome failure = prepare())
            return failure;
        QStringList outlets;
        for (const QString &id : m_choice.outletIds) {
            if (!id.isEmpty() && !outlets.contains(id))
                outlets.append(id);
        }
        countLeftOut();
        for (m_outlet = 0; m_outlet < outlets.size() && !progress.cancel; ++m_outlet) {
            SqlOutcome failure = m_neighbours.setOutlet(outlets.at(m_outlet));
            if (!failure)
                failure = sortOutlet(outlets.at(m_outlet), progress);
            if (!failure)
                failure = settleCoarser();
            if (failure)
                return failure;
        }
        return m_stage.run(QStringLiteral("COMMIT"));
    }

    [[nodiscard]] ImportSorted take() { return std::move(m_sorted); }

private:
    struct Row
    {
        TimeRange range;
        qint64 joules = 0;
        qint64 knownMs = 0;
        qint64 line = 0;
    };

    [[nodiscard]] SqlOutcome prepare()
    {
        for (const char *sql : {"DELETE FROM accepted", "DELETE FROM coarser", "BEGIN"}) {
            if (SqlOutcome failure = m_stage.run(QString::fromLatin1(sql)))
                return failure;
        }
        m_before.prepare(QStringLiteral("SELECT start_utc_ms, duration_ms FROM accepted"
                                        " WHERE outlet = ? AND start_utc_ms < ?"
                                        " ORDER BY start_utc_ms DESC LIMIT 1"));
        m_insert.prepare(QStringLiteral("INSERT INTO accepted VALUES (?, ?, ?, ?, ?)"));
        m_coarser.prepare(QStringLiteral("INSERT OR IGNORE INTO coarser VALUES (?, ?, ?)"));
        return std::nullopt;
    }

    void countLeftOut()
    {
        for (qsizetype i = 0; i < m_reading.names.size(); ++i) {
            if (m_choice.outletIds.value(i).isEmpty())
                m_sorted.leftOut += m_reading.names.at(i).rows;
        }
        for (qsizetype i = 0; i < m_reading.shown.size(); ++i) {
            if (m_choice.outletIds.value(m_reading.shown.at(i).name).isEmpty())
                m_sorted.shown[i] = ImportResult::LeftOut;
        }
    }

    /// The finest rows first, so that coarser ones see them.
    [[nodiscard]] SqlOutcome sortOutlet(const QString &outletId, TransferProgress &progress)
    {
        QStringList names;
        for (qsizetype i = 0; i < m_choice.outletIds.size(); ++i) {
            if (m_choice.outletIds.at(i) == outletId)
                names.append(QString::number(i));
        }
        QSqlQuery rows = m_stage.query();
        if (!rows.exec(QStringLiteral("SELECT start_utc_ms, duration_ms, joules, known_ms, line"
                                      " FROM staged WHERE name IN (%1)"
                                      " ORDER BY duration_ms, start_utc_ms, line")
                           .arg(names.join(u','))))
            return SqlFailure::from(rows.lastError());
        while (rows.next() && !progress.cancel) {
            Row row;
            row.range.startUtcMs = rows.value(0).toLongLong();
            row.range.endUtcMs = endOf(row.range.startUtcMs, rows.value(1).toLongLong());
            row.joules = rows.value(2).toLongLong();
            row.knownMs = rows.isNull(3) ? row.range.lengthMs() : rows.value(3).toLongLong();
            row.line = rows.value(4).toLongLong();
            if (SqlOutcome failure = sortRow(row))
                return failure;
            ++progress.done;
        }
        if (rows.lastError().isValid())
            return SqlFailure::from(rows.lastError());
        return std::nullopt;
    }

    [[nodiscard]] qint64 endOf(qint64 start, qint64 lengthMs) const
    {
        if (lengthMs > 0)
            return start + lengthMs;
        const QDate date = m_calendar.date(start);
        if (m_reading.step == ImportReading::Step::Month)
            return m_calendar.month(date).endUtcMs;
        if (m_reading.step == ImportReading::Step::Day && m_calendar.dayStartUtcMs(date) == start)
            return m_calendar.day(date).endUtcMs;
        return start + m_reading.stepMs;
    }

    [[nodiscard]] SqlOutcome sortRow(const Row &row)
    {
        if (double(row.joules) * 1000 > kMostWatts * double(row.range.lengthMs())) {
            ++m_sorted.faultCount;
            if (m_sorted.faults.size() < kMostShownFaults)
                m_sorted.faults.append(
                    {row.line, row.line, tr("Its energy is more than any outlet can use.")});
            return std::nullopt;
        }
        if (SqlOutcome failure = m_neighbours.look(row.range))
            return failure;
        ImportResult result = ImportResult::New;
        if (SqlOutcome failure = resultOf(row, result))
            return failure;
        for (qsizetype i = 0; i < m_reading.shown.size(); ++i) {
            if (m_reading.shown.at(i).line == row.line && m_reading.shown.at(i).kwh)
                m_sorted.shown[i] = result;
        }
        switch (result) {
        case ImportResult::New:
            ++m_sorted.newRows;
            break;
        case ImportResult::AlreadyHere:
        case ImportResult::Replaces:
            ++m_sorted.alreadyHere;
            break;
        case ImportResult::Measured:
            ++m_sorted.measured;
            break;
        case ImportResult::FinerHere:
            ++m_sorted.finerHere;
            break;
        default:
            ++m_sorted.repeated;
        }
        if (result != ImportResult::New && result != ImportResult::Replaces)
            return std::nullopt;
        return accept(row.range, row.joules, row.knownMs);
    }

    [[nodiscard]] SqlOutcome resultOf(const Row &row, ImportResult &result)
    {
        // Accepted rows never lie over each other: the last one that begins before the end tells.
        m_before.bindValue(0, m_outlet);
        m_before.bindValue(1, row.range.endUtcMs);
        if (!m_before.exec())
            return SqlFailure::from(m_before.lastError());
        if (m_before.next()) {
            const qint64 start = m_before.value(0).toLongLong();
            const TimeRange other{start, start + m_before.value(1).toLongLong()};
            if (other.endUtcMs > row.range.startUtcMs) {
                result = other == row.range ? ImportResult::Repeated : ImportResult::FinerHere;
                return std::nullopt;
            }
        }
        if (m_neighbours.isMeasured(row.range)) {
            result = ImportResult::Measured;
            return std::nullopt;
        }
        const QList<TimeRange> here = m_neighbours.imported(row.range);
        if (here.contains(row.range)) {
            result = m_choice.replaces ? ImportResult::Replaces : ImportResult::AlreadyHere;
            return std::nullopt;
        }
        for (const TimeRange &one : here) {
            const bool isInside =
                one.startUtcMs <= row.range.startUtcMs && one.endUtcMs >= row.range.endUtcMs;
            if (!isInside) {
                result = ImportResult::FinerHere;
                return std::nullopt;
            }
        }
        for (const TimeRange &one : here) {
            m_coarser.bindValue(0, m_outlet);
            m_coarser.bindValue(1, one.startUtcMs);
            m_coarser.bindValue(2, one.lengthMs());
            if (!m_coarser.exec())
                return SqlFailure::from(m_coarser.lastError());
        }
        return std::nullopt;
    }

    [[nodiscard]] SqlOutcome accept(TimeRange range, const QVariant &joules, qint64 knownMs)
    {
        m_insert.bindValue(0, m_outlet);
        m_insert.bindValue(1, range.startUtcMs);
        m_insert.bindValue(2, range.lengthMs());
        m_insert.bindValue(3, joules);
        m_insert.bindValue(4, knownMs);
        if (!m_insert.exec())
            return SqlFailure::from(m_insert.lastError());
        return std::nullopt;
    }

    /// A coarser row of an earlier import gives way to finer ones that cover all of it; where they
    /// cover a part, it stays and they don't come in.
    [[nodiscard]] SqlOutcome settleCoarser()
    {
        QList<TimeRange> all;
        {
            QSqlQuery rows = m_stage.query();
            if (!rows.exec(QStringLiteral("SELECT start_utc_ms, duration_ms FROM coarser"
                                          " WHERE outlet = %1 ORDER BY start_utc_ms")
                               .arg(m_outlet)))
                return SqlFailure::from(rows.lastError());
            while (rows.next()) {
                const qint64 start = rows.value(0).toLongLong();
                all.append({start, start + rows.value(1).toLongLong()});
            }
        }
        for (const TimeRange &one : std::as_const(all)) {
            const QString inside = QStringLiteral(" FROM accepted WHERE outlet = %1 AND"
                                                  " start_utc_ms >= %2 AND start_utc_ms < %3")
                                       .arg(m_outlet)
                                       .arg(one.startUtcMs)
                                       .arg(one.endUtcMs);
            const auto covered = m_stage.value(QStringLiteral("SELECT sum(duration_ms)") + inside);
            if (!covered)
                return covered.error();
            if (covered->toLongLong() == one.lengthMs()) {
                if (SqlOutcome failure = accept(one, QVariant(), 0))
                    return failure;
                continue;
            }
            const auto count = m_stage.value(QStringLiteral("SELECT count(*)") + inside);
            if (!count)
                return count.error();
            if (SqlOutcome failure = m_stage.run(QStringLiteral("DELETE") + inside))
                return failure;
            m_sorted.newRows -= count->toLongLong();
            m_sorted.alreadyHere += m_choice.replaces ? 0 : count->toLongLong();
            m_sorted.finerHere += m_choice.replaces ? count->toLongLong() : 0;
        }
        return std::nullopt;
    }

    SqlConnection &m_stage;
    const ImportReading &m_reading;
    const ImportChoice &m_choice;
    const LocalCalendar &m_calendar;
    const qint64 m_nowUtcMs;
    ImportNeighbours m_neighbours;
    QSqlQuery m_before;
    QSqlQuery m_insert;
    QSqlQuery m_coarser;
    ImportSorted m_sorted;
    qsizetype m_outlet = 0;
};

} // namespace

Result<ImportSorted, QString> sortImport(SqlConnection &connection, const ImportStage &stage,
                                         const ImportReading &reading, const ImportChoice &choice,
                                         const LocalCalendar &calendar, qint64 nowUtcMs,
                                         TransferProgress &progress)
{
    if (!connection.isOpen())
        return tr("The history can't be read at the moment. Try again in a while.");
    progress.done = 0;
    progress.total = std::max<qint64>(0, reading.rows - reading.gaps);
    SqlConnection own;
    SqlOutcome failure = stage.open(own);
    if (!failure) {
        Sorting sorting(connection, own, reading, choice, calendar, nowUtcMs);
        failure = sorting.run(progress);
        if (progress.cancel)
            return QString();
        if (!failure)
            return sorting.take();
    }
    return tr("The file can't be sorted: %1. Free some room and try again.").arg(failure->text);
}

} // namespace outlet
