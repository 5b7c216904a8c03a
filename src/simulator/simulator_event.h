// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <optional>

namespace outlet {

/// Something that happened to a simulated outlet.
struct SimulatorEvent
{
    enum class Kind {
        LoggedIn,        ///< the server accepted the login
        LoginRefused,    ///< the server answered it with an error; detail has the number
        Disconnected,    ///< detail has the reason
        ConnectFailed,   ///< an attempt failed; detail has the reason
        RelayChanged,    ///< by the server's command
        ButtonPressed,   ///< by hand, or by chance
        CommandIgnored,  ///< a command it never obeys
        ReportSent,      ///< detail has joules and seconds
        MalformedSent,   ///< nonsense was sent on purpose
        UnknownCommand,  ///< the server sent what outlets do not know; detail has the URI, escaped
        UnreadableFrame, ///< the server sent what is no message
    };

    Kind kind = Kind::LoggedIn;
    int index = 0; ///< of the outlet in its simulation
    QString id;
    qint64 utcMs = 0; ///< simulated
    std::optional<bool> relayOn;
    QString detail;
};

/// The word for a kind in JSON, e.g. "logged-in".
[[nodiscard]] QString eventName(SimulatorEvent::Kind kind);
/// {"event", "index", "id", "utcMs"} and, where there are any, "relay" (a bool) and "detail".
[[nodiscard]] QJsonObject toJson(const SimulatorEvent &event);

} // namespace outlet
