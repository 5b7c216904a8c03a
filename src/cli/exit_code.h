// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "control/control_message.h"
#include "setup/setup_types.h"

namespace outlet {

/// What outletctl ends with. Scripts rely on these: they don't change.
enum class ExitCode {
    Done = 0,         ///< done, and confirmed by the outlet where it is about switching
    Refused = 1,      ///< not allowed yet, not saved to disk, or another refusal; stderr says which
    Usage = 2,        ///< the command line or one of its values is wrong
    NotConfirmed = 3, ///< sent, but the outlet has not confirmed in time
    Offline = 4,      ///< the outlet is offline; nothing was sent
    NoSuchOutlet = 5, ///< no outlet has this id or name, or several do
    NotRunning = 6,   ///< neither outlet nor outletd runs with this data folder
    SetupRefused = 7, ///< the outlet refused what it was told, or could not join with it
    Unsupported = 8,  ///< the outlet's firmware can't be used
};

/// The exit code for an error that came over the control channel.
[[nodiscard]] ExitCode exitCodeFor(control::ErrorCode code);
/// The exit code for a set-up that failed.
[[nodiscard]] ExitCode exitCodeFor(const SetupFailure &failure);

} // namespace outlet
