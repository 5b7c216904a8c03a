// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>
#include <variant>

#include "protocol/measurement.h"

/// What outlets say (protocol.md section 3), as values. Strings are what the peer sent, unescaped
/// and unlimited in content: hostile until shown as plain text or escaped for a log.
namespace outlet::protocol {

/// The first message on a connection (3.2). Only `id` is required; other fields that are missing or
/// of the wrong type are empty.
struct Login
{
    QString id;      ///< 1 to 64 characters; the outlet's only stable key
    QString account; ///< personal data: never logged
    QString deviceName;
    QString deviceVersion;
    std::optional<qint64> deviceVersionCode;
    QString type;
    QString apptype;
    QString firmName;
    QString firmVersion; ///< text: never compared or sorted as a number (section 0)
    std::optional<qint64> firmVersionCode;
    std::optional<qint64> key;
    std::optional<bool> relayOn; ///< empty when missing or another word than the two known
};

/// /ka (3.4). The signal is absent when missing, not a number, or outside -127..0 dBm.
struct KeepAlive
{
    std::optional<int> signalDbm;
};

/// /kr from the outlet: the answer to our /ka (3.4).
struct KeepAliveReply
{
};

/// /report (3.5): energy over a span that has passed. An increment, not a total.
struct Report
{
    qint64 joules = 0;
    qint64 seconds = 0;
};

/// /runtimeInfo (3.7): the relay and what was measured at this instant, as the wire says it; the
/// rules that need the outlet's rating or its relay are in measurement.h.
struct RuntimeInfo
{
    std::optional<bool> relayOn;
    QString meastate;
    MeasuredPair powerWatts;
    MeasuredPair voltageVolts;
};

/// /state (3.8): somebody pressed the button on the outlet.
struct ButtonPress
{
    std::optional<bool> relayOn; ///< empty for a word other than the two known
};

/// /evtimer (3.8): a timer stored in the outlet has switched it.
struct StoredTimerFired
{
    std::optional<bool> relayOn;
    std::optional<qint64> timerId;
    QString aname;
};

/// /trigger (3.8): a power threshold stored in the outlet has acted; it does not say how.
struct StoredTriggerFired
{
    std::optional<qint64> type;
};

/// /getTriggerCnt from the outlet (3.9).
struct TriggerCounts
{
    std::optional<qint64> above;
    std::optional<qint64> below;
};

/// /timer from the outlet (section 6).
struct TimerReply
{
    std::optional<qint64> error;
};

/// /setCtlFlags echoed by the outlet (3.10).
struct ControlFlags
{
    std::optional<qint64> flag;
    std::optional<qint64> set;
};

using Message =
    std::variant<Login, KeepAlive, KeepAliveReply, Report, RuntimeInfo, ButtonPress,
                 StoredTimerFired, StoredTriggerFired, TriggerCounts, TimerReply, ControlFlags>;

/// The URI of a message as on the wire, "(login)" for the login; for logs and counters.
[[nodiscard]] QString messageKind(const Message &message);

} // namespace outlet::protocol
