// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace outlet {

/// What keeps the history from recording or answering, in a form that people can act on.
struct HistoryProblem
{
    enum class Kind {
        None,
        DiskFull,    ///< recording has stopped, nothing written is lost; goes on by itself
        CannotWrite, ///< likewise, for another error of the disk or a lock
        Damaged,     ///< the file was damaged: what could be read was saved, \a path was set aside
        CannotRead,  ///< a question could not be answered
        Cancelled,   ///< the asker took the question back
        BadQuestion, ///< the question contradicts itself; \a systemText says how
        Closed,      ///< asked before open() or after close()
    };
    Kind kind = Kind::None;
    QString path;
    QString systemText; ///< the system's or SQLite's own words, for details

    /// One sentence that says what happened and what to do; empty for None.
    [[nodiscard]] QString sentence() const;
    friend bool operator==(const HistoryProblem &, const HistoryProblem &) = default;
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::HistoryProblem)
