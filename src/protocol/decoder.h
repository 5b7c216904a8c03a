// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <variant>

#include "protocol/framing.h"
#include "protocol/message.h"

namespace outlet::protocol {

/// The WebSocket opcode a payload came with.
enum class FrameType { Text, Binary };

/// Why a frame is no message (protocol.md section 8).
enum class IgnoreReason {
    Empty,           ///< nothing but white space
    BadCipherLength, ///< binary, and not a multiple of 16
    NotJson,         ///< includes binary frames that decrypt to garbage
    NotAnObject,
    NoUri,      ///< an object that is neither a login nor carries a string `uri`
    UnknownUri, ///< includes known URIs in the wrong direction and those of section 3.12
    BadField,   ///< an essential field is missing, malformed or of the wrong type
};

/// A frame that was not understood. Never a reason to disconnect.
struct Ignored
{
    IgnoreReason reason;
    QString uri;    ///< unescaped, may be huge or hostile; empty when there was none
    QString detail; ///< which field, for the log; hostile as well
};

/// A frame that was understood, and how it travelled.
struct Decoded
{
    Message message;
    Framing framing;
};

using DecodeResult = std::variant<Decoded, Ignored>;

/// Decodes one complete WebSocket message from an outlet (sections 2, 3, 8). Pure; never throws;
/// cost is linear in the size. Duplicate keys: the last one wins. \a payload is UTF-8 for text.
[[nodiscard]] DecodeResult decode(FrameType type, QByteArrayView payload);

/// The reason as a short word for logs and counters, e.g. "not-json".
[[nodiscard]] QString ignoreReasonName(IgnoreReason reason);

} // namespace outlet::protocol
