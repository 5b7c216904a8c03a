// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include "history/row_editor.h"

namespace outlet {

/// What a sealed hour of two outlets was before it became one, and what it became.
struct JoinedHour
{
    qint64 hour = 0;
    int format = 0;    ///< of the other's
    QByteArray other;  ///< the one that went
    int ownFormat = 0; ///< of own
    QByteArray own;    ///< empty = there was none, and the other's reports became open rows
    QByteArray joined; ///< what lies in the place of own
};

/// Gives the sealed hours of \a from, of \a first and later but before \a end, to \a to: their
/// reports join its own, hour by hour and without opening what is sealed; readings and states go,
/// as they were true of the other one alone. Days that were added up are forgotten where the rows
/// to add them up anew are there. Within \a editor's transaction; \a to has no open rows in
/// between.
[[nodiscard]] QList<JoinedHour> joinHours(RowEditor &editor, int from, int to, qint64 first,
                                          qint64 end);
/// Takes that back, whatever came into the hours meanwhile.
void splitHours(RowEditor &editor, const QList<JoinedHour> &hours, int from, int to);

} // namespace outlet
