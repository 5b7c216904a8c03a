// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/setup_steps.h"

#include <QtCore/QJsonObject>

namespace outlet {

using Action = SetupHint::Action;

QStringList setupSteps(const SetupHint &hint, const SetupContext &context)
{
    const bool isBroadcast = context.way == SetupWay::SmartConfig;
    switch (hint.action) {
    case Action::PickAddress:
        return {isBroadcast ? QStringLiteral("--ip ADDRESS")
                            : QStringLiteral("--server-ip ADDRESS")};
    case Action::ShowFirewall:
        return firewallLines(context.firewalls, context.serverPort, context.subnet);
    case Action::OtherLayout:
        return {context.layout == protocol::EspTouchLayout::Classic
                    ? QStringLiteral("--layout bssid")
                    : QStringLiteral("--layout classic")};
    case Action::UseAccessPoint:
        return {QStringLiteral("outletctl setup ap --ssid S")};
    case Action::UseSmartConfig:
        return {QStringLiteral("outletctl setup smartconfig --ssid S")};
    case Action::OpenDevices:
        return {QStringLiteral("outletctl list"), QStringLiteral("outletctl allow OUTLET"),
                QStringLiteral("outletctl ignore OUTLET")};
    case Action::MoreTime:
        return {QStringLiteral("--timeout 60")};
    case Action::None:
    case Action::HoldButton:
    case Action::CheckNetwork:
    case Action::OpenServerSettings:
    case Action::MoveCloser:
        break;
    }
    return {};
}

QStringList adviceLines(const SetupAdvice &advice, const SetupContext &context)
{
    QStringList lines{advice.title + QStringLiteral(". ") + advice.text};
    for (const SetupHint &hint : advice.hints) {
        lines += QStringLiteral("  - %1: %2").arg(hint.title, hint.text);
        for (const QString &step : setupSteps(hint, context))
            lines += QStringLiteral("      ") + step;
    }
    return lines;
}

QJsonArray adviceArray(const SetupAdvice &advice, const SetupContext &context)
{
    QJsonArray hints;
    for (const SetupHint &hint : advice.hints)
        hints.append(QJsonObject{
            {QStringLiteral("title"), hint.title},
            {QStringLiteral("text"), hint.text},
            {QStringLiteral("steps"), QJsonArray::fromStringList(setupSteps(hint, context))}});
    return hints;
}

} // namespace outlet
