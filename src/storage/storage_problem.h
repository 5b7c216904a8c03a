// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace outlet {

/// What is wrong with the file, in a form that people can act on.
struct StorageProblem
{
    enum class Kind {
        None,
        ReadOnly, ///< the folder or the file can't be written; changes last until the program ends
        DiskFull, ///< writes wait in memory and are tried again until there is room
        CannotWrite,     ///< another error of the disk or a lock; waits and tries again likewise
        CorruptSetAside, ///< the file was damaged; it was kept under another name, a new one begun
        TooNew,          ///< written by a newer Outlet; left untouched, nothing is remembered
        CannotOpen,      ///< can't be read or made at all; nothing is remembered
    };
    Kind kind = Kind::None;
    QString path;       ///< the file concerned; for CorruptSetAside where it was put
    QString systemText; ///< the system's or SQLite's own words, for details only

    /// One sentence that says what happened and what to do; empty for None.
    [[nodiscard]] QString sentence() const;
    /// True when the writer tries again by itself and loses nothing until then.
    [[nodiscard]] bool isRetried() const;

    friend bool operator==(const StorageProblem &, const StorageProblem &) = default;
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::StorageProblem)
