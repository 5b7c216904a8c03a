// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulated_setup_spec.h"

#include <QtCore/QStringList>
#include <array>

namespace outlet {

namespace {

struct NamedFault
{
    SetupFault fault;
    const char *name;
};

constexpr std::array kFaults{
    NamedFault{SetupFault::None, "none"},
    NamedFault{SetupFault::Deaf, "deaf"},
    NamedFault{SetupFault::ForeignAnnounce, "foreign-announce"},
    NamedFault{SetupFault::RefuseTcp, "refuse-tcp"},
    NamedFault{SetupFault::ResetTcp, "reset-tcp"},
    NamedFault{SetupFault::CloseTcp, "close-tcp"},
    NamedFault{SetupFault::CloseAndJoin, "close-and-join"},
    NamedFault{SetupFault::SilentTcp, "silent-tcp"},
    NamedFault{SetupFault::EndlessReply, "endless-reply"},
    NamedFault{SetupFault::GarbageReply, "garbage-reply"},
    NamedFault{SetupFault::RefuseRequest, "refuse-request"},
    NamedFault{SetupFault::SplitReply, "split-reply"},
    NamedFault{SetupFault::NeedsTwoSegments, "needs-two-segments"},
    NamedFault{SetupFault::TellsJoinFailure, "tells-join-failure"},
    NamedFault{SetupFault::NeverLogsIn, "never-logs-in"},
};

} // namespace

QString setupFaultName(SetupFault fault)
{
    for (const NamedFault &each : kFaults) {
        if (each.fault == fault)
            return QString::fromLatin1(each.name);
    }
    Q_UNREACHABLE();
}

std::optional<SetupFault> setupFaultFromName(const QString &name)
{
    for (const NamedFault &each : kFaults) {
        if (name == QLatin1StringView(each.name))
            return each.fault;
    }
    return std::nullopt;
}

QStringList setupFaultNames()
{
    QStringList names;
    for (const NamedFault &each : kFaults)
        names.append(QString::fromLatin1(each.name));
    return names;
}

} // namespace outlet
