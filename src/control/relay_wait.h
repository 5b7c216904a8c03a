// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <chrono>
#include <functional>

#include "base/clock.h"
#include "control/control_message.h"

namespace outlet {

class Outlet;

/// Sends one switching wish and waits until the outlet confirmed it, failed, was asked for
/// something else, went away, or the time is up. Answers exactly once, never from within start(),
/// and deletes itself after that. Main thread.
class RelayWait : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const control::Outcome &)>;

    RelayWait(Outlet *outlet, Clock &clock, QObject *parent);

    /// \a timeout counts from now; zero answers as soon as the wish is sent.
    void start(bool on, std::chrono::milliseconds timeout, Done done);

private:
    void finish(const control::Outcome &outcome);
    void fail(control::ErrorCode code, const QString &text);

    QPointer<Outlet> m_outlet;
    ClockTimer m_timer;
    Done m_done;
    QString m_name;
    bool m_on = false;
};

} // namespace outlet
