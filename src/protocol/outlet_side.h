// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <optional>
#include <variant>

#include "protocol/encoder.h"
#include "protocol/message.h"

/// The outlet's half of the protocol: what a simulated outlet says, and what it understands.
namespace outlet::protocol {

[[nodiscard]] QByteArray encodeLogin(const Login &login); ///< 3.2, with the outlet's line breaks
[[nodiscard]] QByteArray encodeOutletKeepAlive(std::optional<int> signalDbm); ///< /ka with rssi
[[nodiscard]] QByteArray encodeOutletKeepAliveReply();                        ///< {"uri":"/kr"}
[[nodiscard]] QByteArray encodeReport(qint64 joules, qint64 seconds);         ///< 3.5, hex fields
/// 3.7: values are scaled by 4096; an empty average repeats the newest value; an empty voltage or a
/// relay that is off is sent as 0:0, current always as "NaN".
[[nodiscard]] QByteArray encodeRuntimeInfo(bool relayOn, double powerWatts,
                                           std::optional<double> averagePowerWatts,
                                           std::optional<double> voltageVolts);
[[nodiscard]] QByteArray encodeButtonPress(bool relayOn);                   ///< /state
[[nodiscard]] QByteArray encodeStoredTimerFired(bool relayOn, int timerId); ///< /evtimer

struct LoginAccepted
{
    int error;
    std::optional<ClockFields> clock;
};
struct ServerKeepAlive
{
};
struct ServerKeepAliveReply
{
    int error;
    std::optional<ClockFields> clock;
};
struct RelayCommand
{
    bool on;
};
struct GetRuntime
{
};
/// Anything else; `uri` as sent.
struct UnknownCommand
{
    QString uri;
};

using ServerMessage = std::variant<LoginAccepted, ServerKeepAlive, ServerKeepAliveReply,
                                   RelayCommand, GetRuntime, UnknownCommand>;

/// Decodes what a server sent, as JSON (already decrypted). Empty when it is no JSON object with a
/// string `uri`, or a /relay whose action is neither of the two words.
[[nodiscard]] std::optional<ServerMessage> decodeServerMessage(QByteArrayView json);

} // namespace outlet::protocol
