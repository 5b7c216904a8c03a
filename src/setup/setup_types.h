// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtNetwork/QHostAddress>
#include <chrono>

#include "base/secret_text.h"
#include "protocol/announce.h"
#include "protocol/provisioning.h"

namespace outlet {

/// How an outlet hears of the network: from datagrams that it overhears while its light is steady
/// blue, or in its own network while its light blinks blue slowly (protocol.md 7.1).
enum class SetupWay { SmartConfig, AccessPoint };

/// How far a set-up has come. Stages are reached in this order; some may be skipped, as when an
/// outlet logs in before it has answered. "Failed" is none: see SetupFailure.
enum class SetupStage {
    Sent,         ///< the network's name and password were told once, whole
    Announced,    ///< the outlet has joined the network and said so (SmartConfig alone)
    Configured,   ///< it has accepted the address of this computer
    LoggedIn,     ///< it has connected to the server
    FirstReading, ///< it has measured
};

/// "sent", "announced", "configured", "loggedIn", "firstReading": the words of outletctl --json.
[[nodiscard]] QString setupStageName(SetupStage stage);

/// Where outlets connect; they can only be told the address (protocol.md 7.4).
inline constexpr quint16 kOutletsConnectTo = 17273;

/// Why a set-up did not succeed.
enum class SetupCause {
    BadNetworkName,    ///< empty or over 32 bytes
    BadPassword,       ///< over 64 bytes
    TooLong,           ///< name and password together don't fit into the message
    NoAddress,         ///< this computer has no address in a network
    ServerStopped,     ///< nothing listens for outlets
    CannotSend,        ///< the system did not let the datagrams out
    AnnouncePortBusy,  ///< another program holds UDP port 18266
    NoAnnounce,        ///< nobody answered: wrong light, 5 GHz, password, isolation, wired computer
    OutletUnreachable, ///< no connection to it came about
    ConnectionRefused, ///< the outlet refuses connections
    ConnectionReset,   ///< it hung up without an answer, and never logged in
    NoReply,           ///< it took the message and did not answer, and never logged in
    UnreadableReply,   ///< what answered is no outlet
    Refused,           ///< it answered with an error
    PasswordRefused,   ///< it could not join the network
    UnsupportedFirmware, ///< generation 2: can't be used without the vendor's cloud
    UnexpectedAddress,   ///< an outlet logged in, but from elsewhere than the one set up
    ServerUnreachable,   ///< this computer's own port is not reachable at its address
    Firewall,            ///< the same, and a firewall is the likely reason
    NoLogin,             ///< set up, but it never logged in
};

/// "noAnnounce" and so on: the words of outletctl --json.
[[nodiscard]] QString setupCauseName(SetupCause cause);

/// A set-up that failed, and what was known at that moment.
struct SetupFailure
{
    SetupCause cause = SetupCause::NoLogin;
    QString detail; ///< the system's or the outlet's own words, made fit to be shown; may be empty
    std::chrono::milliseconds after{0}; ///< since the start
};

/// An outlet that announced itself. Anybody on the network could have.
struct AnnouncedOutlet
{
    protocol::MacAddress mac{};
    QHostAddress address;          ///< where the datagram came from: the one that counts
    QHostAddress addressInPayload; ///< what it says
    bool isOurs = false;           ///< it repeats the length of what was sent
};

/// What a set-up needs to know. The password is taken out of it when the set-up starts.
struct SetupRequest
{
    SetupWay way = SetupWay::SmartConfig;
    QString ssid;
    SecretText password;
    protocol::MacAddress bssid{}; ///< zeros: not known
    /// Where the outlet will connect: an address of this computer in the outlet's network.
    QHostAddress serverAddress;
    quint16 serverPort = 0; ///< where the server listens; 0 = it does not; empty checks are skipped
    bool checksServer = true; ///< false: whether it listens is somebody else's business

    // SmartConfig
    QHostAddress senderAddress; ///< whose network it goes out to; null: serverAddress
    protocol::EspTouchLayout layout = protocol::EspTouchLayout::Classic;
    QHostAddress target;       ///< instead of multicast and broadcast, for tests
    quint16 targetPort = 7001; ///< of the datagrams
    quint16 announcePort = protocol::kAnnouncePort;
    /// Where to listen for announces; null: on every address.
    QHostAddress announceAddress;

    // the outlet's own network
    QHostAddress outletAddress{QString::fromLatin1(protocol::kAccessPointAddress)};

    quint16 outletPort = protocol::kProvisioningPort;
    std::chrono::milliseconds limit{120'000}; ///< for everything up to the login
};

} // namespace outlet
