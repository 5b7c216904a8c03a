// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_problem.h"

#include <QtCore/QCoreApplication>

namespace outlet {

static QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::HistoryProblem", text);
}

QString HistoryProblem::sentence() const
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::DiskFull:
        return tr("The disk is full: energy is not being recorded. What was recorded is safe; "
                  "recording goes on by itself when there is room.");
    case Kind::CannotWrite:
        return tr("Energy can't be saved at the moment (%1). Outlet tries again by itself.")
            .arg(systemText);
    case Kind::Damaged:
        return tr("The history file was damaged. What could be read was saved; the damaged file is "
                  "kept as %1.")
            .arg(path);
    case Kind::CannotRead:
        return tr("The history can't be read (%1). Try again.").arg(systemText);
    case Kind::Cancelled:
        return tr("Cancelled.");
    case Kind::BadQuestion:
        return tr("The history can't answer that: %1.").arg(systemText);
    case Kind::Closed:
        return tr("The history is not open.");
    }
    return {};
}

} // namespace outlet
