// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTemporaryDir>
#include <functional>
#include <memory>

#include "base/clock.h"
#include "cli/cli_arguments.h"
#include "cli/transfer_follower.h"
#include "control/control_client.h"

namespace outlet {

/// One run of outletctl: asks, shows the answer or the events, and says how to end.
class CliSession : public QObject
{
    Q_OBJECT
public:
    /// Writes bytes at once, flushed; false when nobody reads them any more.
    using Write = std::function<bool(const QByteArray &)>;

    /// \a clock must outlive the session.
    CliSession(CliRequest request, Clock &clock, Write out, Write err, QObject *parent = nullptr);

    /// Begins; ended() follows, never from within this call.
    void start();

Q_SIGNALS:
    void ended(outlet::ExitCode code);

private:
    void showAnswer(const control::Outcome &outcome);
    void lookForRestarted();
    [[nodiscard]] bool prepareFile();
    void follow(const control::Outcome &outcome);
    void finishTransfer(const QJsonObject &result);
    void showProgress(const QString &text);
    void showEvent(const QJsonObject &event);
    void fail(ExitCode code, const QString &text);
    void end(ExitCode code);

    Clock &m_clock;
    CliRequest m_request;
    ControlClient m_client;
    ClockTimer m_deadline;
    Write m_out;
    Write m_err;
    ClockTimer m_restartTimer;
    std::unique_ptr<ControlClient> m_again; ///< asks the program that was started anew
    std::unique_ptr<TransferFollower> m_follower;
    std::unique_ptr<QTemporaryDir> m_scratch; ///< holds what goes to or comes from a stream
    bool m_hasProgress = false;               ///< a line about it stands on the terminal
    int m_tries = 0;
    int m_run = 0; ///< of the program before it starts anew
    bool m_ended = false;
};

} // namespace outlet
