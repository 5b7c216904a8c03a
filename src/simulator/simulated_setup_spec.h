// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>
#include <chrono>
#include <optional>

#include "protocol/announce.h"
#include "protocol/provisioning.h"

namespace outlet {

/// How a simulated outlet that must be set up waits for it (protocol.md 7.1).
enum class SetupMode {
    SmartConfig, ///< light steady blue: overhears datagrams
    AccessPoint, ///< light blinks slowly: waits in its own network
};

/// Which of the answers of section 7.4 it gives.
enum class SetupFirmware {
    Plain189,   ///< 1 + 37 bytes, no NUL
    Info2123,   ///< /connectInfo, a NUL after it
    Bare,       ///< JSON without a length byte
    Generation2 ///< encrypted, error 60
};

/// What goes wrong with its set-up.
enum class SetupFault {
    None,
    Deaf,            ///< hears nothing: the light was wrong, or the network is isolated
    ForeignAnnounce, ///< repeats another length than it heard
    RefuseTcp,       ///< its port is closed
    ResetTcp,        ///< resets the connection once it has the message
    CloseTcp,        ///< closes it without an answer, and never logs in
    CloseAndJoin,    ///< closes it without an answer, and logs in
    SilentTcp,       ///< keeps the connection and says nothing
    EndlessReply,    ///< an answer that never ends, one byte a time
    GarbageReply,
    RefuseRequest,    ///< error 1
    SplitReply,       ///< one byte a time
    NeedsTwoSegments, ///< understands the message only with its length byte alone
    TellsJoinFailure, ///< accepts, then says that it could not join
    NeverLogsIn,
};

/// Everything about a set-up of a simulated outlet.
struct SimulatedSetupSpec
{
    SetupMode mode = SetupMode::SmartConfig;
    SetupFirmware firmware = SetupFirmware::Plain189;
    SetupFault fault = SetupFault::None;
    QHostAddress address{QHostAddress::LocalHost}; ///< where it listens and announces from
    quint16 datagramPort = 7001;                   ///< 0: any free one; likewise the next
    quint16 tcpPort = protocol::kProvisioningPort;
    quint16 announcePort = protocol::kAnnouncePort; ///< of whoever sets it up
    protocol::MacAddress mac{0x5c, 0xcf, 0x7f, 0x0a, 0x0b, 0x0c};
    QString id; ///< told by firmware that does
    /// The network it can join; with another name or password it does not. Empty: any.
    QByteArray ssid;
    QByteArray password;
    std::chrono::milliseconds joinTime{200};
};

/// The word of a fault on the command line, "refuse-tcp".
[[nodiscard]] QString setupFaultName(SetupFault fault);
[[nodiscard]] std::optional<SetupFault> setupFaultFromName(const QString &name);
/// All of them, for --help.
[[nodiscard]] QStringList setupFaultNames();

} // namespace outlet
