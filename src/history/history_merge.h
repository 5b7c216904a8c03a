// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include "history/joined_hours.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Moves the history of one outlet to another, as when a dead one is replaced, and back again.
/// Blocks; made anywhere, used on the writing thread alone. What it needs to undo a merge is kept
/// in memory.
///
/// All energy moves. Readings and states of the old outlet move as far as the new one had none of
/// its own: from then on they would say of the new one what was true of the old.
class HistoryMerges
{
public:
    /// The first merge gets the number after \a lastId.
    explicit HistoryMerges(qint64 lastId = 0)
        : m_lastId(lastId)
    {
    }

    /// Makes all that \a from has the history of \a to, in one transaction; the merge's number.
    [[nodiscard]] Result<qint64, SqlFailure> merge(SqlConnection &connection, const QString &from,
                                                   const QString &to);
    /// Gives everything back. False, with nothing changed, for a number that is not known (any
    /// more).
    [[nodiscard]] Result<bool, SqlFailure> undo(SqlConnection &connection, qint64 id);
    /// The history of this outlet was erased: what it had part in can't be undone any more.
    void forget(const QString &outletId);
    [[nodiscard]] qint64 lastId() const { return m_lastId; }

private:
    friend class MergeWork;
    using Row = QVariantList;
    /// What one merge did.
    struct Merge
    {
        QString fromId;
        QString toId;
        int from = 0;
        int to = 0;
        qint64 sharedDay = 0;                      ///< in which the new one's history begins
        QList<JoinedHour> joinedHours;             ///< sealed ones that both had
        QHash<QString, QList<qint64>> movedPlaces; ///< table -> hours or days, moved as they are
        QHash<QString, QList<Row>> movedRows;      ///< table -> rows that now are the new one's
        QHash<QString, QList<Row>> droppedRows;    ///< table -> rows of the old one that are gone
        /// Table -> whole rows, keys included, that were put together into one.
        QHash<QString, QList<Row>> joined;
    };

    QHash<qint64, Merge> m_merges;
    qint64 m_lastId = 0;
};

} // namespace outlet
