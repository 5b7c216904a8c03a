// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QPair>
#include <QtNetwork/QHostAddress>
#include <chrono>

namespace outlet {

/// The port that outlets call (protocol.md section 1).
inline constexpr quint16 kDefaultPort = 17273;

/// Who may connect and how patient the server is. The times come from protocol.md section 5 and
/// design-more.md (Devices); all are configurable because several rest on few observations.
struct ServerOptions
{
    /// Where to listen; empty = every address of this computer, IPv4 and IPv6.
    QList<QHostAddress> addresses;
    quint16 port = kDefaultPort; ///< 0 = any free one

    /// Peers outside private, link-local and loopback ranges are refused, except from these.
    QList<QPair<QHostAddress, int>> extraAllowedSubnets;

    std::chrono::milliseconds handshakeDeadline{10'000};
    std::chrono::milliseconds loginDeadline{10'000};
    std::chrono::milliseconds pollObserved{5'000};          ///< /getRuntime while somebody looks
    std::chrono::milliseconds pollIdle{30'000};             ///< /getRuntime otherwise
    std::chrono::milliseconds quietBeforeKeepAlive{60'000}; ///< own /ka where nothing is polled
    std::chrono::milliseconds answerDeadline{5'000};        ///< then an answer counts as missed
    std::chrono::milliseconds relayQueryAfter{3'000}; ///< unconfirmed /relay: ask with /getRuntime
    std::chrono::milliseconds relayFailAfter{10'000}; ///< unconfirmed /relay: failed
    std::chrono::milliseconds closedGrace{5'000};     ///< closed socket: silent, then offline
    std::chrono::milliseconds expectedGrace{60'000};  ///< known outlets after start: then offline

    // Silent and offline need both: so many missed answers, and so long a quiet.
    int missedForSilent = 2;
    int missedForOffline = 4;
    std::chrono::milliseconds quietForSilent{30'000};
    std::chrono::milliseconds quietForOffline{120'000};

    int maxLinks = 12'000;
    int maxLinksPerAddress = 64; ///< does not apply to loopback
};

} // namespace outlet
