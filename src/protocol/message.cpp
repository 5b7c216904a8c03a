// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/message.h"

namespace outlet::protocol {

QString messageKind(const Message &message)
{
    struct Kind
    {
        QString operator()(const Login &) const { return QStringLiteral("(login)"); }
        QString operator()(const KeepAlive &) const { return QStringLiteral("/ka"); }
        QString operator()(const KeepAliveReply &) const { return QStringLiteral("/kr"); }
        QString operator()(const Report &) const { return QStringLiteral("/report"); }
        QString operator()(const RuntimeInfo &) const { return QStringLiteral("/runtimeInfo"); }
        QString operator()(const ButtonPress &) const { return QStringLiteral("/state"); }
        QString operator()(const StoredTimerFired &) const { return QStringLiteral("/evtimer"); }
        QString operator()(const StoredTriggerFired &) const { return QStringLiteral("/trigger"); }
        QString operator()(const TriggerCounts &) const { return QStringLiteral("/getTriggerCnt"); }
        QString operator()(const TimerReply &) const { return QStringLiteral("/timer"); }
        QString operator()(const ControlFlags &) const { return QStringLiteral("/setCtlFlags"); }
    };
    return std::visit(Kind{}, message);
}

} // namespace outlet::protocol
