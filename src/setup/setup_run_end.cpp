// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <utility>

#include "setup/setup_run.h"

namespace outlet {

void SetupRun::waitForLogin()
{
    if (isRunning())
        waitFor(kLoginWait, [this] { loginIsOverdue(); });
}

void SetupRun::loggedIn(const QString &id, const QString &address, bool isNew)
{
    if (!isRunning() || reachedAfter(SetupStage::LoggedIn))
        return;
    switch (m_matcher.judge(id, address, isNew)) {
    case LoginMatcher::Verdict::Irrelevant:
        return;
    case LoginMatcher::Verdict::Stranger:
        m_strangerAddress = address;
        Q_EMIT strangerLoggedIn(id, address);
        // While the outlet is still being told, the right one has all its time.
        if (isRunning() && (!m_client.isRunning() || reachedAfter(SetupStage::Configured)) &&
            !m_stranger.isActive())
            m_stranger.start(kStrangerGrace);
        return;
    case LoginMatcher::Verdict::Ours:
        break;
    }
    m_outletId = id;
    m_sender.stop();
    m_listener.stop();
    m_client.stop();
    m_stranger.stop();
    m_limit.stop();
    m_request.password.clear();
    waitFor(kReadingWait, [this] { finish(State::Done); });
    reach(SetupStage::LoggedIn);
    if (isRunning())
        m_logins.accept(id);
}

void SetupRun::measured(const QString &id)
{
    if (!isRunning() || id != m_outletId)
        return;
    reach(SetupStage::FirstReading);
    if (isRunning())
        finish(State::Done);
}

void SetupRun::loginIsOverdue()
{
    if (!isRunning() || reachedAfter(SetupStage::LoggedIn))
        return;
    if (m_request.way == SetupWay::SmartConfig && !reachedAfter(SetupStage::Announced))
        return fail(SetupCause::NoAnnounce);
    m_limit.stop();
    m_phase.stop();
    const bool wasTold = reachedAfter(SetupStage::Configured) || m_configProblem;
    // An outlet that shows its own network again has not got into the other one.
    if (m_request.way == SetupWay::AccessPoint && wasTold)
        m_outletProbe.start(m_request.outletAddress, m_request.outletPort);
    else
        failWithoutLogin(false);
}

void SetupRun::failWithoutLogin(bool outletStillWaits)
{
    if (!m_strangerAddress.isEmpty())
        return fail(SetupCause::UnexpectedAddress, m_strangerAddress);
    if (m_client.isRunning() && !reachedAfter(SetupStage::Configured))
        return fail(setupCauseOf(m_client.problemSoFar())); // the limit was shorter than its own
    if (m_configProblem)
        return fail(m_configProblem->cause, m_configProblem->detail);
    if (outletStillWaits)
        return fail(SetupCause::PasswordRefused);
    if (m_serverCheck == ReachabilityCheck::Result::Refused)
        return fail(SetupCause::ServerUnreachable);
    if (m_serverCheck == ReachabilityCheck::Result::NoAnswer)
        return fail(SetupCause::Firewall);
    if (!m_firewalls.isEmpty())
        return fail(SetupCause::Firewall, firewallName(m_firewalls.first()));
    fail(SetupCause::NoLogin);
}

void SetupRun::reach(SetupStage stage)
{
    auto &reached = m_reached.at(static_cast<std::size_t>(stage));
    if (!isRunning() || reached)
        return;
    if (stage == SetupStage::Sent)
        m_matcher.setTold();
    reached = elapsed();
    Q_EMIT stageReached(stage, *reached);
}

void SetupRun::fail(SetupCause cause, const QString &detail)
{
    if (!isRunning())
        return;
    m_failure = SetupFailure{cause, detail, elapsed()};
    finish(State::Failed);
    Q_EMIT failed(*m_failure);
}

void SetupRun::finish(State state)
{
    stopEverything();
    m_endedAt = m_clock.monotonic();
    m_state = state;
    Q_EMIT stateChanged(m_state);
    if (state == State::Done)
        Q_EMIT done();
}

void SetupRun::stopEverything()
{
    m_sender.stop();
    m_listener.stop();
    m_client.stop();
    m_serverProbe.stop();
    m_outletProbe.stop();
    m_limit.stop();
    m_phase.stop();
    m_stranger.stop();
    m_begin.stop();
    m_afterPhase = {};
    m_request.password.clear();
}

} // namespace outlet
