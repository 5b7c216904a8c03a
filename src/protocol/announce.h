// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <optional>

#include "protocol/esptouch.h"

namespace outlet::protocol {

/// The UDP port on which outlets announce themselves once they have joined (protocol.md 7.3).
inline constexpr quint16 kAnnouncePort = 18266;

/// What an outlet says once it has joined the network. Anybody on the network can say it.
struct Announce
{
    quint8 totalLength = 0; ///< repeats EspTouchSequence::totalLength: whose answer this is
    MacAddress mac{};
    quint32 ipv4 = 0; ///< host byte order; where the datagram came from counts more
};

/// Reads one datagram; empty when it has not exactly 11 bytes.
[[nodiscard]] std::optional<Announce> decodeAnnounce(QByteArrayView datagram);
[[nodiscard]] QByteArray encodeAnnounce(const Announce &announce);

} // namespace outlet::protocol
