// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/link_state.h"

namespace outlet {

QString linkStateName(LinkState state)
{
    switch (state) {
    case LinkState::Online:
        return QStringLiteral("online");
    case LinkState::Silent:
        return QStringLiteral("silent");
    case LinkState::Connecting:
    case LinkState::Offline:
        return QStringLiteral("offline");
    }
    Q_UNREACHABLE();
}

QString linkReasonName(LinkReason reason)
{
    switch (reason) {
    case LinkReason::NotTold:
        return QStringLiteral("unknown");
    case LinkReason::Expected:
        return QStringLiteral("expected");
    case LinkReason::LoggedIn:
        return QStringLiteral("logged-in");
    case LinkReason::LoggedInAnew:
        return QStringLiteral("logged-in-anew");
    case LinkReason::Heard:
        return QStringLiteral("heard");
    case LinkReason::NoAnswer:
        return QStringLiteral("no-answer");
    case LinkReason::Closed:
        return QStringLiteral("closed");
    case LinkReason::NotBack:
        return QStringLiteral("not-back");
    case LinkReason::GivenUp:
        return QStringLiteral("given-up");
    case LinkReason::NeverCame:
        return QStringLiteral("never-came");
    case LinkReason::ServerStopped:
        return QStringLiteral("server-stopped");
    }
    Q_UNREACHABLE();
}

void LinkJournal::add(const LinkChange &change)
{
    if (m_changes.size() == kMost)
        m_changes.removeFirst();
    m_changes.append(change);
}

} // namespace outlet
