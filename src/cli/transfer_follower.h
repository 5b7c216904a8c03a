// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "control/control_client.h"

namespace outlet {

/// Follows an export or import that the running program does, and asks how far it is until it
/// ended.
class TransferFollower : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kAskEvery{150};

    /// \a client and \a clock must outlive it. \a show gets a line about how far it is.
    TransferFollower(ControlClient &client, Clock &clock, std::function<void(const QString &)> show,
                     QObject *parent = nullptr);

    /// Begins to ask about this job.
    void follow(qint64 job);
    [[nodiscard]] bool isFollowing() const { return m_job > 0; }
    /// An answer came. Empty while it goes on; then how it ended.
    [[nodiscard]] std::optional<control::Outcome> take(const control::Outcome &answer);

private:
    ControlClient &m_client;
    std::function<void(const QString &)> m_show;
    ClockTimer m_timer;
    qint64 m_job = 0;
};

} // namespace outlet
