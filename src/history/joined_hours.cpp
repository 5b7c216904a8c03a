// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/joined_hours.h"

#include <algorithm>

#include "history/raw_hour.h"
#include "history/unsealing.h"

namespace outlet {

namespace {

using Row = RowEditor::Row;

const QString kOne = QStringLiteral("SELECT format, data FROM raw_hour"
                                    " WHERE outlet = ? AND hour = ?");
const QString kPut = QStringLiteral("INSERT OR REPLACE INTO raw_hour (outlet, hour, format, data)"
                                    " VALUES (?, ?, ?, ?)");
const QString kDrop = QStringLiteral("DELETE FROM raw_hour WHERE outlet = ? AND hour = ?");

std::optional<RawRows> rowsOf(qint64 hour, const Row &packed)
{
    return unpackRawHour(hour, packed.at(0).toInt(), packed.at(1).toByteArray());
}

/// Has the days of an hour and its reports added up anew, where the rows for that are there.
void forgetDays(RowEditor &editor, int key, qint64 hour, const QList<RawReport> &reports)
{
    qint64 first = floorDivide(hour, 24);
    const qint64 last = first;
    for (const RawReport &one : reports)
        first = std::min(first, dayOf(one.endUtcMs - std::max<qint64>(one.durationMs, 1)));
    forgetAddedUp(editor, key, first, last);
}

void openHour(RowEditor &editor, int key, qint64 hour)
{
    if (!editor.failure())
        editor.take(unseal(editor.connection(), key, {hour * kHourMs, (hour + 1) * kHourMs - 1}));
}

} // namespace

QList<JoinedHour> joinHours(RowEditor &editor, int from, int to, qint64 first, qint64 end)
{
    const QList<Row> hours =
        editor.select(QStringLiteral("SELECT hour, format, data FROM raw_hour WHERE outlet = ?"
                                     " AND hour >= ? AND hour < ? ORDER BY hour"),
                      {from, first, end});
    // Before the first hour goes: then it is not known any more which days can be added up.
    for (const Row &row : hours) {
        const qint64 hour = row.at(0).toLongLong();
        const auto other = rowsOf(hour, row.mid(1));
        for (const int key : {from, to})
            forgetDays(editor, key, hour, other ? other->reports : QList<RawReport>());
    }
    QList<JoinedHour> joined;
    for (const Row &row : hours) {
        JoinedHour one;
        one.hour = row.at(0).toLongLong();
        one.format = row.at(1).toInt();
        one.other = row.at(2).toByteArray();
        const auto other = rowsOf(one.hour, row.mid(1));
        if (!other)
            continue; // it can't be read, and stays where it is
        const QList<Row> own = editor.select(kOne, {to, one.hour});
        auto rows = own.isEmpty() ? std::nullopt : rowsOf(one.hour, own.constFirst());
        if (rows) {
            one.ownFormat = own.constFirst().at(0).toInt();
            one.own = own.constFirst().at(1).toByteArray();
            rows->reports += other->reports;
            std::stable_sort(
                rows->reports.begin(), rows->reports.end(),
                [](const RawReport &a, const RawReport &b) { return a.endUtcMs < b.endUtcMs; });
            one.joined = packRawHour(one.hour, *rows);
            editor.run(kPut, {to, one.hour, kRawHourFormat, one.joined});
        } else {
            editor.insert(reportTable(), openRows(other->reports), to);
        }
        editor.run(kDrop, {from, one.hour});
        joined.append(one);
    }
    return joined;
}

void splitHours(RowEditor &editor, const QList<JoinedHour> &hours, int from, int to)
{
    for (const JoinedHour &one : hours) {
        const auto other = unpackRawHour(one.hour, one.format, one.other);
        if (!other)
            continue; // it was read at the joining
        const QList<Row> own = editor.select(kOne, {to, one.hour});
        const bool isAsJoined = !one.joined.isEmpty() && own.size() == 1 &&
                                own.constFirst().at(1).toByteArray() == one.joined;
        forgetDays(editor, to, one.hour, other->reports);
        if (isAsJoined) {
            editor.run(kPut, {to, one.hour, one.ownFormat, one.own});
        } else {
            // Something came into it, or it was only made then.
            openHour(editor, to, one.hour);
            editor.remove(reportTable(), openRows(other->reports), to);
        }
        const bool isThere = !editor.select(kOne, {from, one.hour}).isEmpty();
        if (isThere) {
            openHour(editor, from, one.hour);
            insertOpen(editor, *other, from);
        } else {
            editor.run(kPut, {from, one.hour, one.format, one.other});
        }
    }
}

} // namespace outlet
