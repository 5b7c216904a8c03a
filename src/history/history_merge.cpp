// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "history/bucket_pack.h"
#include "history/minute_buckets.h"
#include "history/month_rows.h"
#include "history/raw_hour.h"
#include "history/row_editor.h"
#include "history/unsealing.h"

namespace outlet {

namespace {

const QString kDayTables[] = {QStringLiteral("minute_day"), QStringLiteral("rollup_day")};

/// Later than anything that is recorded (in the year 2200).
constexpr qint64 kNever = 7'258'118'400'000;
const QString kImports = QStringLiteral("imported_energy");

} // namespace

/// The steps of one merge or of its undoing, within a transaction. Each step does nothing once one
/// of them failed.
class MergeWork : private RowEditor
{
public:
    using Row = RowEditor::Row;
    using Merge = HistoryMerges::Merge;

    MergeWork(SqlConnection &connection, Merge &merge)
        : RowEditor(connection)
        , m_merge(merge)
    {
    }

    using RowEditor::failure;

    [[nodiscard]] int keyOf(const QString &outletId)
    {
        run(QStringLiteral("INSERT OR IGNORE INTO history_outlet (outlet_id) VALUES (?)"),
            {outletId});
        return int(
            number(QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = ?"), {outletId})
                .value_or(0));
    }

    void merge()
    {
        takeMonthsApart();
        const qint64 firstOfNew = firstUtcMs(m_merge.to);
        m_merge.sharedDay = dayOf(firstOfNew);
        // From then on both have something. Whole hours that are sealed stay so; what is sealed
        // around them becomes open rows, which mix.
        if (firstOfNew < kNever) {
            const qint64 firstHour = hourOf(firstOfNew) + 1;
            m_merge.joinedHours =
                joinHours(*this, m_merge.from, m_merge.to, firstHour, firstOpenHour(firstHour));
            open(m_merge.from, {firstOfNew, kNever});
        }
        openAround(movableRows());
        // The old outlet's hours and the new one's are of one outlet now: that day is added up
        // anew.
        forgetSums(m_merge.to, m_merge.sharedDay);
        for (const RowTable *table : rowTables()) {
            const QString name = table->name;
            if (table != &reportTable()) {
                const QList<Row> untrue = rowsOf(*table, m_merge.from, firstOfNew);
                remove(*table, untrue, m_merge.from);
                m_merge.droppedRows.insert(name, untrue);
            }
            const QList<Row> rows = rowsOf(*table, m_merge.from, 0);
            move(*table, rows, m_merge.from, m_merge.to);
            m_merge.movedRows.insert(name, rows);
        }
        movePlaces(QStringLiteral("raw_hour"), QStringLiteral("hour"));
        for (const QString &table : kDayTables) {
            joinDays(table);
            movePlaces(table, QStringLiteral("day"));
        }
        moveImports();
    }

    void undo()
    {
        takeMonthsApart();
        for (const QString &table : kDayTables)
            moveBack(table, QStringLiteral("day"));
        moveBack(QStringLiteral("raw_hour"), QStringLiteral("hour"));
        splitHours(*this, m_merge.joinedHours, m_merge.from, m_merge.to);
        // What was open at the merge may have been sealed and added up since.
        openAround(m_merge.movedRows);
        for (const qint64 hour : m_merge.movedPlaces.value(QStringLiteral("raw_hour")))
            forgetSums(m_merge.to, floorDivide(hour, 24));
        forgetSums(m_merge.to, m_merge.sharedDay);
        for (const RowTable *table : rowTables()) {
            const QString name = table->name;
            move(*table, m_merge.movedRows.value(name), m_merge.to, m_merge.from);
            insert(*table, m_merge.droppedRows.value(name), m_merge.from);
        }
        for (auto it = m_merge.joined.cbegin(); it != m_merge.joined.cend(); ++it) {
            for (const Row &row : it.value())
                replace(it.key(), row);
        }
        for (const Row &row : m_merge.movedRows.value(kImports))
            run(QStringLiteral("UPDATE imported_energy SET outlet = ? WHERE outlet = ? AND"
                               " start_utc_ms = ? AND duration_ms = ? AND import = ?"),
                {m_merge.from, m_merge.to, row.at(0), row.at(1), row.at(2)});
    }

private:
    /// Days that were put together move one by one; the sealing puts them together again.
    void takeMonthsApart()
    {
        for (const int key : {m_merge.from, m_merge.to}) {
            if (!failure())
                take(takeMonthsOfDaysApart(connection(), key, 0, dayOf(kNever)));
        }
    }

    /// The beginning of what the history has of an outlet; kNever when that is nothing.
    qint64 firstUtcMs(int key)
    {
        const auto hour =
            number(QStringLiteral("SELECT min(hour) FROM raw_hour WHERE outlet = ?"), {key});
        const auto day =
            number(QStringLiteral("SELECT min(day) FROM rollup_day WHERE outlet = ?"), {key});
        const bool areSumsFirst = day && (!hour || *day < floorDivide(*hour, 24));
        // The first packed hour says only the hour: opened, it says the instant. Where sums reach
        // further back, as their rows are gone, it stays packed.
        if (hour && !areSumsFirst)
            open(key, {*hour * kHourMs, *hour * kHourMs + 1});
        qint64 first = kNever;
        for (const RowTable *table : rowTables()) {
            const auto utcMs = number(QStringLiteral("SELECT min(%1) FROM %2 WHERE outlet = ?")
                                          .arg(table->columns.constFirst(), table->name),
                                      {key});
            first = std::min(first, utcMs.value_or(kNever));
        }
        return day && *day < dayOf(first) ? *day * kDayMs : first;
    }

    /// The first hour, from \a hour on, of which one of the two has open rows.
    qint64 firstOpenHour(qint64 hour)
    {
        qint64 first = hourOf(kNever);
        for (const RowTable *table : rowTables()) {
            const qint64 early =
                table == &reportTable() ? 1 : 0; // ends on the hour: the one before
            for (const int key : {m_merge.from, m_merge.to}) {
                const auto utcMs =
                    number(QStringLiteral("SELECT min(%1) FROM %2 WHERE outlet = ? AND %1 >= ?")
                               .arg(table->columns.constFirst(), table->name),
                           {key, hour * kHourMs + early});
                first = std::min(first, hourOf(utcMs.value_or(kNever) - early));
            }
        }
        return first;
    }

    /// All open rows of the old outlet.
    QHash<QString, QList<Row>> movableRows()
    {
        QHash<QString, QList<Row>> rows;
        for (const RowTable *table : rowTables())
            rows.insert(table->name, rowsOf(*table, m_merge.from, 0));
        return rows;
    }

    /// Opens what the new outlet has in the hours of these rows, and nothing between them.
    void openAround(const QHash<QString, QList<Row>> &rows)
    {
        std::set<qint64> hours;
        for (const RowTable *table : rowTables()) {
            for (const Row &row : rows.value(table->name)) {
                const qint64 utcMs = row.constFirst().toLongLong();
                const qint64 length = table == &reportTable() ? row.at(1).toLongLong() : 0;
                for (qint64 hour = hourOf(utcMs - length - 1); hour <= hourOf(utcMs); ++hour)
                    hours.insert(hour);
            }
        }
        for (auto it = hours.cbegin(); it != hours.cend();) {
            const qint64 first = *it;
            qint64 last = first;
            while (++it != hours.cend() && *it == last + 1)
                ++last;
            open(m_merge.to, {first * kHourMs, (last + 1) * kHourMs - 1});
        }
    }

    void open(int key, TimeRange range)
    {
        if (!failure())
            take(unseal(connection(), key, range));
    }

    /// Has a day added up anew, if the rows for that are there.
    void forgetSums(int key, qint64 day)
    {
        for (const QString &table : kDayTables)
            run(QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND day = ? AND EXISTS (SELECT 1"
                               " FROM raw_hour WHERE outlet IN (?, ?) AND hour BETWEEN ? AND ?)")
                    .arg(table),
                {key, day, m_merge.from, m_merge.to, day * 24, day * 24 + 23});
    }

    void movePlaces(const QString &table, const QString &place)
    {
        const QList<Row> rows = select(
            QStringLiteral("SELECT %1 FROM %2 WHERE outlet = ?").arg(place, table), {m_merge.from});
        for (const Row &row : rows)
            m_merge.movedPlaces[table].append(row.constFirst().toLongLong());
        run(QStringLiteral("UPDATE %1 SET outlet = ? WHERE outlet = ?").arg(table),
            {m_merge.to, m_merge.from});
    }

    void moveBack(const QString &table, const QString &place)
    {
        for (const qint64 one : m_merge.movedPlaces.value(table))
            run(QStringLiteral("UPDATE OR REPLACE %1 SET outlet = ? WHERE outlet = ? AND %2 = ?")
                    .arg(table, place),
                {m_merge.from, m_merge.to, one});
    }

    /// Days whose raw rows are gone and of which both have sums: one sum for both.
    void joinDays(const QString &table)
    {
        const bool isRollup = table == u"rollup_day";
        const QList<Row> days =
            select(QStringLiteral("SELECT a.day FROM %1 a JOIN %1 b ON a.day = b.day"
                                  " WHERE a.outlet = ? AND b.outlet = ?")
                       .arg(table),
                   {m_merge.from, m_merge.to});
        const QString one =
            QStringLiteral("SELECT * FROM %1 WHERE outlet = ? AND day = ?").arg(table);
        for (const Row &day : days) {
            const QList<Row> old = select(one, {m_merge.from, day.constFirst()});
            const QList<Row> own = select(one, {m_merge.to, day.constFirst()});
            if (old.size() != 1 || own.size() != 1)
                return;
            m_merge.joined[table] << old.constFirst() << own.constFirst();
            const std::optional<Row> sum =
                added(own.constFirst(), old.constFirst(), isRollup ? kQuarterMs : kMinuteMs);
            if (sum)
                replace(table, *sum);
            run(QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND day = ?").arg(table),
                {m_merge.from, day.constFirst()});
        }
    }

    /// Two whole rows of a day as one; empty when one of them can't be read. The blob is the last
    /// column and its format the one before; a rollup's columns between are what it adds up to.
    static std::optional<Row> added(const Row &own, const Row &other, qint64 bucketMs)
    {
        const qsizetype blob = own.size() - 1;
        QList<EnergyBucket> a(kDayMs / bucketMs);
        QList<EnergyBucket> b(a.size());
        if (!unpackBuckets(own.at(blob - 1).toInt(), own.at(blob).toByteArray(), bucketMs, a) ||
            !unpackBuckets(other.at(blob - 1).toInt(), other.at(blob).toByteArray(), bucketMs, b))
            return std::nullopt;
        EnergyBucket whole;
        for (qsizetype i = 0; i < a.size(); ++i) {
            a[i].add(b.at(i));
            for (qint64 *ms : {&a[i].reportedMs, &a[i].knownMs, &a[i].onMs})
                *ms = std::min(*ms, bucketMs); // no time counts twice
            whole.add(a.at(i));
        }
        Row sum = own;
        sum[blob - 1] = kBucketFormat;
        sum[blob] = packBuckets(a, bucketMs);
        if (bucketMs == kQuarterMs) {
            const auto orNull = [](const std::optional<qint64> &value) {
                return value ? QVariant(*value) : QVariant();
            };
            const Row sums{whole.joules,
                           whole.reportedMs,
                           whole.knownMs,
                           whole.onMs,
                           whole.estimatedMillijoules,
                           orNull(whole.minMilliwatts),
                           orNull(whole.maxMilliwatts)};
            for (qsizetype i = 0; i < sums.size(); ++i)
                sum[2 + i] = sums.at(i);
        }
        return sum;
    }

    void moveImports()
    {
        // The same span in both is put together, so that it counts for both.
        const QString same =
            QStringLiteral("SELECT outlet, start_utc_ms, duration_ms, import, joules, known_ms"
                           " FROM imported_energy WHERE outlet = ?"
                           " AND import NOT IN (SELECT id FROM import WHERE state <> 1)"
                           " AND EXISTS (SELECT 1 FROM imported_energy o WHERE o.outlet = ? AND"
                           " o.start_utc_ms = imported_energy.start_utc_ms AND"
                           " o.duration_ms = imported_energy.duration_ms AND"
                           " o.import NOT IN (SELECT id FROM import WHERE state <> 1))"
                           " ORDER BY start_utc_ms, duration_ms, import");
        const QList<Row> old = select(same, {m_merge.from, m_merge.to});
        const QList<Row> own = select(same, {m_merge.to, m_merge.from});
        m_merge.joined[kImports] = old + own;
        for (const Row &row : m_merge.joined[kImports])
            run(QStringLiteral("DELETE FROM imported_energy WHERE outlet = ? AND start_utc_ms = ?"
                               " AND duration_ms = ? AND import = ?"),
                row.mid(0, 4));
        // Of rows for the same span the last one counts; both lists have the same spans.
        std::map<std::pair<qint64, qint64>, Row> sums;
        for (const Row &row : own)
            sums[spanOf(row)] = row;
        std::map<std::pair<qint64, qint64>, Row> others;
        for (const Row &row : old)
            others[spanOf(row)] = row;
        for (auto &[span, sum] : sums) {
            const Row other = others.at(span);
            if (!other.at(4).isNull()) {
                sum[4] = sum.at(4).toLongLong() + other.at(4).toLongLong();
                sum[5] = std::max(sum.at(5).toLongLong(), other.at(5).toLongLong());
            }
            replace(kImports, sum);
        }
        m_merge.movedRows.insert(
            kImports,
            select(QStringLiteral("SELECT start_utc_ms, duration_ms, import FROM imported_energy"
                                  " WHERE outlet = ?"),
                   {m_merge.from}));
        run(QStringLiteral("UPDATE OR IGNORE imported_energy SET outlet = ? WHERE outlet = ?"),
            {m_merge.to, m_merge.from});
    }

    [[nodiscard]] static std::pair<qint64, qint64> spanOf(const Row &row)
    {
        return {row.at(1).toLongLong(), row.at(2).toLongLong()};
    }

    Merge &m_merge;
};

Result<qint64, SqlFailure> HistoryMerges::merge(SqlConnection &connection, const QString &from,
                                                const QString &to)
{
    Merge merge;
    merge.fromId = from;
    merge.toId = to;
    const SqlOutcome failure = connection.transact([&] {
        MergeWork work(connection, merge);
        merge.from = work.keyOf(from);
        merge.to = work.keyOf(to);
        work.merge();
        return work.failure();
    });
    if (failure)
        return *failure;
    m_merges.insert(++m_lastId, std::move(merge));
    return m_lastId;
}

Result<bool, SqlFailure> HistoryMerges::undo(SqlConnection &connection, qint64 id)
{
    const auto found = m_merges.find(id);
    if (found == m_merges.end())
        return false;
    const SqlOutcome failure = connection.transact([&] {
        MergeWork work(connection, *found);
        work.undo();
        return work.failure();
    });
    if (failure)
        return *failure;
    m_merges.erase(found);
    return true;
}

void HistoryMerges::forget(const QString &outletId)
{
    m_merges.removeIf([&outletId](const auto &entry) {
        return entry.value().fromId == outletId || entry.value().toId == outletId;
    });
}

} // namespace outlet
