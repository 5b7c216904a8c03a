// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <optional>

namespace outlet::protocol {

// The wire's words for the relay (protocol.md 3.6); nowhere else in Outlet. They are the contact's,
// not an electrician's circuit: "open" lets power flow.
inline constexpr QByteArrayView kWordOn = "open";
inline constexpr QByteArrayView kWordOff = "break";

/// The state that a word of the wire means; empty for any other word, which is never "off".
[[nodiscard]] inline std::optional<bool> relayFromWord(QByteArrayView word)
{
    if (word == kWordOn)
        return true;
    if (word == kWordOff)
        return false;
    return std::nullopt;
}

/// The wire's word for a state.
[[nodiscard]] constexpr QByteArrayView relayWord(bool on)
{
    return on ? kWordOn : kWordOff;
}

} // namespace outlet::protocol
