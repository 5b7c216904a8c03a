// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include "storage/stored_state.h"

namespace outlet {

/// What looking at the file told, before anything is written to it.
struct Inspection
{
    enum class Verdict {
        Missing,    ///< there is nothing yet
        Sound,      ///< ours, of this version or an older one
        TooNew,     ///< ours, of a later version
        Foreign,    ///< another program's database
        Damaged,    ///< not a database, or one whose structure is broken
        Unreadable, ///< the system does not let us read it
    };
    Verdict verdict = Verdict::Missing;
    StoredState state;  ///< Sound and TooNew: what it holds, as far as this version understands it
    QString systemText; ///< why, in the system's or SQLite's words
};

/// Looks at the file at \a path and checks the structure of outlets and settings, reading only.
/// Leaves no trace beside a file that was closed properly.
[[nodiscard]] Inspection inspect(const QString &path);

} // namespace outlet
