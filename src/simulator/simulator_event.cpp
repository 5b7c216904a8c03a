// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulator_event.h"

namespace outlet {

QString eventName(SimulatorEvent::Kind kind)
{
    using Kind = SimulatorEvent::Kind;
    switch (kind) {
    case Kind::LoggedIn:
        return QStringLiteral("logged-in");
    case Kind::LoginRefused:
        return QStringLiteral("login-refused");
    case Kind::Disconnected:
        return QStringLiteral("disconnected");
    case Kind::ConnectFailed:
        return QStringLiteral("connect-failed");
    case Kind::RelayChanged:
        return QStringLiteral("relay-changed");
    case Kind::ButtonPressed:
        return QStringLiteral("button-pressed");
    case Kind::CommandIgnored:
        return QStringLiteral("command-ignored");
    case Kind::ReportSent:
        return QStringLiteral("report-sent");
    case Kind::MalformedSent:
        return QStringLiteral("malformed-sent");
    case Kind::UnknownCommand:
        return QStringLiteral("unknown-command");
    case Kind::UnreadableFrame:
        return QStringLiteral("unreadable-frame");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const SimulatorEvent &event)
{
    QJsonObject object{{QStringLiteral("event"), eventName(event.kind)},
                       {QStringLiteral("index"), event.index},
                       {QStringLiteral("id"), event.id},
                       {QStringLiteral("utcMs"), event.utcMs}};
    if (event.relayOn)
        object.insert(QStringLiteral("relay"), *event.relayOn);
    if (!event.detail.isEmpty())
        object.insert(QStringLiteral("detail"), event.detail);
    return object;
}

} // namespace outlet
