// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/setup_types.h"

namespace outlet {

QString setupStageName(SetupStage stage)
{
    switch (stage) {
    case SetupStage::Sent:
        return QStringLiteral("sent");
    case SetupStage::Announced:
        return QStringLiteral("announced");
    case SetupStage::Configured:
        return QStringLiteral("configured");
    case SetupStage::LoggedIn:
        return QStringLiteral("loggedIn");
    case SetupStage::FirstReading:
        return QStringLiteral("firstReading");
    }
    Q_UNREACHABLE();
}

QString setupCauseName(SetupCause cause)
{
    switch (cause) {
    case SetupCause::BadNetworkName:
        return QStringLiteral("badNetworkName");
    case SetupCause::BadPassword:
        return QStringLiteral("badPassword");
    case SetupCause::TooLong:
        return QStringLiteral("tooLong");
    case SetupCause::NoAddress:
        return QStringLiteral("noAddress");
    case SetupCause::ServerStopped:
        return QStringLiteral("serverStopped");
    case SetupCause::CannotSend:
        return QStringLiteral("cannotSend");
    case SetupCause::AnnouncePortBusy:
        return QStringLiteral("announcePortBusy");
    case SetupCause::NoAnnounce:
        return QStringLiteral("noAnnounce");
    case SetupCause::OutletUnreachable:
        return QStringLiteral("outletUnreachable");
    case SetupCause::ConnectionRefused:
        return QStringLiteral("connectionRefused");
    case SetupCause::ConnectionReset:
        return QStringLiteral("connectionReset");
    case SetupCause::NoReply:
        return QStringLiteral("noReply");
    case SetupCause::UnreadableReply:
        return QStringLiteral("unreadableReply");
    case SetupCause::Refused:
        return QStringLiteral("refused");
    case SetupCause::PasswordRefused:
        return QStringLiteral("passwordRefused");
    case SetupCause::UnsupportedFirmware:
        return QStringLiteral("unsupportedFirmware");
    case SetupCause::UnexpectedAddress:
        return QStringLiteral("unexpectedAddress");
    case SetupCause::ServerUnreachable:
        return QStringLiteral("serverUnreachable");
    case SetupCause::Firewall:
        return QStringLiteral("firewall");
    case SetupCause::NoLogin:
        return QStringLiteral("noLogin");
    }
    Q_UNREACHABLE();
}

} // namespace outlet
