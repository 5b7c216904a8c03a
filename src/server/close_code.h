// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace outlet {

/// Why a WebSocket is closed, as its close frame says (RFC 6455, section 7.4.1).
namespace closecode {
inline constexpr quint16 kNormal = 1000;
inline constexpr quint16 kGoingAway = 1001;
inline constexpr quint16 kProtocolError = 1002;
inline constexpr quint16 kWrongData = 1007;
inline constexpr quint16 kPolicyViolated = 1008;
inline constexpr quint16 kTooMuchData = 1009;
} // namespace closecode

} // namespace outlet
