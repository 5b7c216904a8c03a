// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace outlet {

/// The state of an outlet's link.
enum class LinkState {
    Connecting, ///< known from an earlier run, expected, not heard in this one yet
    Online,
    Silent, ///< answers are missing, or the socket closed a moment ago
    Offline,
};

/// "online", "silent" or "offline" (which includes connecting): the words of the control channel.
[[nodiscard]] QString linkStateName(LinkState state);

/// Why a link is now in its state.
enum class LinkReason {
    NotTold,
    Expected,      ///< the server began to listen, and it is known from an earlier run
    LoggedIn,      ///< it logged in
    LoggedInAnew,  ///< on another connection, while the one before looked alive
    Heard,         ///< something arrived, after answers had been missing
    NoAnswer,      ///< answers are missing
    Closed,        ///< its connection ended
    NotBack,       ///< its connection ended, and it did not log in again in time
    GivenUp,       ///< no answer for so long that its connection was closed
    NeverCame,     ///< it was expected and did not log in
    ServerStopped, ///< this server closed its connection
};

/// "logged-in", "no-answer" …: the words of outletctl --json and of reports.
[[nodiscard]] QString linkReasonName(LinkReason reason);

/// One change of a link.
struct LinkChange
{
    qint64 utcMs = 0;
    LinkState state = LinkState::Offline;
    LinkReason reason = LinkReason::NotTold;

    friend bool operator==(const LinkChange &, const LinkChange &) = default;
};

/// The last changes of one outlet's link, since the program began.
class LinkJournal
{
public:
    static constexpr qsizetype kMost = 50;

    /// Adds the newest change; the oldest makes room.
    void add(const LinkChange &change);
    /// Ascending by time.
    [[nodiscard]] const QList<LinkChange> &changes() const { return m_changes; }

private:
    QList<LinkChange> m_changes;
};

} // namespace outlet
