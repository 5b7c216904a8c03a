// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <functional>
#include <memory>

#include "base/clock.h"
#include "cli/control_logins.h"
#include "cli/setup_arguments.h"
#include "setup/network_probes.h"
#include "setup/setup_run.h"

namespace outlet {

/// One run of `outletctl setup smartconfig|ap`: joins the running program, sets the outlet up, and
/// shows every stage as it is reached.
class SetupSession : public QObject
{
    Q_OBJECT
public:
    using Write = std::function<bool(const QByteArray &)>;

    /// \a clock and \a network must outlive the session. The password comes with \a command's
    /// request.
    SetupSession(SetupCommand command, Clock &clock, const NetworkProbes &network, Write out,
                 Write err, QObject *parent = nullptr);
    ~SetupSession() override;

    /// Begins; ended() follows, never from within this call.
    void start();

Q_SIGNALS:
    void ended(outlet::ExitCode code);

private:
    void begin();
    /// At the Wi-Fi networks in reach, for what may be the reason of a failure.
    void lookAround();
    void stageReached(SetupStage stage, std::chrono::milliseconds after);
    void failed(const SetupFailure &failure);
    void tell(const QString &stage, std::chrono::milliseconds after, QJsonObject details,
              const QString &words);
    void note(const QString &text);
    void fail(ExitCode code, const QString &cause, const QString &text);
    void end(ExitCode code);

    const NetworkProbes &m_network;
    SetupCommand m_command;
    std::unique_ptr<WifiService> m_wifi;
    ControlLogins m_logins;
    SetupRun m_run;
    ClockTimer m_answerLimit;
    Write m_out;
    Write m_err;
    bool m_ended = false;
};

/// `outletctl setup smartconfig --dry-run`: what one pass would send, as one JSON object with
/// guideLengths, dataLengths and totalLength.
[[nodiscard]] ExitCode showDryRun(const SetupCommand &command, const SetupSession::Write &out,
                                  const SetupSession::Write &err);

/// Fills in the addresses that were not given: this computer's likely one. False without any; says
/// which one was chosen among several in \a note.
[[nodiscard]] bool chooseAddresses(SetupRequest &request, QString &note);

} // namespace outlet
