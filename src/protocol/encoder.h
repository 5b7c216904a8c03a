// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace outlet::protocol {

/// The clock fields of /loginReply and /kr (protocol.md 3.3).
struct ClockFields
{
    int weekday; ///< 1 = Monday ... 6 = Saturday; Sunday is kSundayWeekday
    int year;
    int month;   ///< 1 to 12
    int day;     ///< 1 to 31
    int msOfDay; ///< milliseconds since 00:00 UTC
};

/// Sunday was never observed; 0 and 7 both fit (3.3). The reference server sends 0.
inline constexpr int kSundayWeekday = 0;

/// The clock fields of an instant, in UTC.
[[nodiscard]] ClockFields clockFields(qint64 utcMs);

// Every message the server may send, as UTF-8 JSON; frame it with encryptMessage() on an AES
// connection. There is deliberately no function for /upgrade and the URIs of section 3.12.

[[nodiscard]] QByteArray encodeLoginReply(qint64 utcMs);     ///< error 0; hh, hl, lh, ll are 0
[[nodiscard]] QByteArray encodeKeepAliveReply(qint64 utcMs); ///< /kr with error 0 and the clock
[[nodiscard]] QByteArray encodeKeepAlive();                  ///< /ka
[[nodiscard]] QByteArray encodeGetRuntime();                 ///< /getRuntime
[[nodiscard]] QByteArray encodeRelay(bool on);               ///< /relay
/// /setCtlFlags flag 0: blink the blue light while offline (true) or stay dark (false), 3.10.
[[nodiscard]] QByteArray encodeOfflineLight(bool blink);

} // namespace outlet::protocol
