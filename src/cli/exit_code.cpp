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

ExitCode exitCodeFor(const SetupFailure &failure)
{
    switch (failure.cause) {
    case SetupCause::BadNetworkName:
    case SetupCause::BadPassword:
    case SetupCause::TooLong:
        return ExitCode::Usage;
    case SetupCause::NoAddress:
    case SetupCause::ServerStopped:
    case SetupCause::CannotSend:
    case SetupCause::AnnouncePortBusy:
        return ExitCode::Refused;
    case SetupCause::NoAnnounce:
    case SetupCause::ConnectionReset:
    case SetupCause::NoReply:
    case SetupCause::UnreadableReply:
    case SetupCause::UnexpectedAddress:
    case SetupCause::ServerUnreachable:
    case SetupCause::Firewall:
    case SetupCause::NoLogin:
        return ExitCode::NotConfirmed;
    case SetupCause::OutletUnreachable:
    case SetupCause::ConnectionRefused:
        return ExitCode::Offline;
    case SetupCause::Refused:
        return ExitCode::SetupRefused;
    case SetupCause::PasswordRefused: // without the outlet's own word, only time has told
        return failure.detail.isEmpty() ? ExitCode::NotConfirmed : ExitCode::SetupRefused;
    case SetupCause::UnsupportedFirmware:
        return ExitCode::Unsupported;
    }
    Q_UNREACHABLE();
}

} // namespace outlet
