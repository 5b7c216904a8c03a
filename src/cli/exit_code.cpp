// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/exit_code.h"

namespace outlet {

ExitCode exitCodeFor(control::ErrorCode code)
{
    switch (code) {
    case control::ErrorCode::BadRequest:
        return ExitCode::Usage;
    case control::ErrorCode::NoSuchOutlet:
    case control::ErrorCode::AmbiguousOutlet:
        return ExitCode::NoSuchOutlet;
    case control::ErrorCode::Offline:
        return ExitCode::Offline;
    case control::ErrorCode::NotConfirmed:
        return ExitCode::NotConfirmed;
    case control::ErrorCode::NotAllowed:
    case control::ErrorCode::RelayUnknown:
    case control::ErrorCode::NotSaved:
    case control::ErrorCode::CannotRead:
    case control::ErrorCode::NoWindow:
    case control::ErrorCode::Failed:
    case control::ErrorCode::Busy:
        return ExitCode::Refused;
    }
    Q_UNREACHABLE();
}

} // namespace outlet
