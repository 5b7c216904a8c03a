// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFutureWatcher>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <array>
#include <functional>
#include <optional>

#include "base/clock.h"
#include "setup/announce_listener.h"
#include "setup/esptouch_sender.h"
#include "setup/firewall.h"
#include "setup/login_matcher.h"
#include "setup/login_source.h"
#include "setup/provisioning_client.h"
#include "setup/reachability_check.h"
#include "setup/setup_types.h"

namespace outlet {

/// One attempt to get an outlet here: sends, listens, configures, waits for the login and the first
/// reading, and says at each stage when it was reached, or why nothing more will come (protocol.md
/// section 7). It always ends: at the latest when the request's limit is over. The password leaves
/// memory as soon as nothing needs it any more. Can be started again after it has ended; same
/// thread as its clock and its login source, which must both outlive it.
class SetupRun : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Running, Done, Failed, Cancelled };

    /// How long datagrams are sent, and after that announces still waited for.
    static constexpr std::chrono::milliseconds kSendFor{60'000};
    static constexpr std::chrono::milliseconds kListenOn{5'000};
    /// A configured outlet has this long to log in.
    static constexpr std::chrono::milliseconds kLoginWait{60'000};
    /// Another outlet has logged in: this long the right one still may.
    static constexpr std::chrono::milliseconds kStrangerGrace{10'000};
    /// A logged-in outlet has this long to measure; after that the set-up is done without.
    static constexpr std::chrono::milliseconds kReadingWait{15'000};
    /// An outlet that announced itself could not be configured: this long others may announce
    /// themselves.
    static constexpr std::chrono::milliseconds kOtherCandidates{3'000};
    /// Outlets that repeat what was sent, of which the first may be a liar, are tried in turn.
    static constexpr qsizetype kMaxCandidates = 8;

    /// Says which firewalls are on; called on another thread.
    using FirewallProbe = std::function<QList<Firewall>()>;

    SetupRun(Clock &clock, LoginSource &logins, QObject *parent = nullptr);
    ~SetupRun() override;

    /// Replaces the look at this computer's firewalls, for tests.
    void setFirewallProbe(FirewallProbe probe) { m_firewallProbe = std::move(probe); }

    /// Begins; does nothing while one is running. What is wrong with the request is told by
    /// failed() after this call.
    void start(SetupRequest request);
    /// Ends the attempt at once, every socket closed and the password wiped before this returns.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    /// When a stage was reached, since the start; empty while it was not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> reachedAfter(SetupStage stage) const;
    /// Time since the start; stands still once the attempt has ended.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    /// Why it failed; empty unless it did.
    [[nodiscard]] const std::optional<SetupFailure> &failure() const { return m_failure; }
    /// The outlet that logged in; empty before.
    [[nodiscard]] const QString &outletId() const { return m_outletId; }
    /// Its firmware, where it told while it was set up; hostile text.
    [[nodiscard]] const QString &outletFirmware() const { return m_firmware; }
    /// What is being tried, without the password; valid after start().
    [[nodiscard]] const SetupRequest &request() const { return m_request; }
    /// What was found out about this computer's own port; empty before it was.
    [[nodiscard]] std::optional<ReachabilityCheck::Result> serverCheck() const
    {
        return m_serverCheck;
    }

    /// The firewalls that are on, once that is known: they may keep announces and logins out.
    [[nodiscard]] const QList<Firewall> &firewalls() const { return m_firewalls; }

Q_SIGNALS:
    void stateChanged(outlet::SetupRun::State state);
    void stageReached(outlet::SetupStage stage, std::chrono::milliseconds after);
    void failed(const outlet::SetupFailure &failure);
    /// The outlet has logged in and measured, or had the time to.
    void done();
    /// Somebody announces itself who does not repeat what was sent: shown, not configured.
    void foreignAnnounced(const outlet::AnnouncedOutlet &outlet);
    /// The outlet says that it has another address than its announce came from, which is the one
    /// that counts: something stands between, or somebody lies.
    void addressesDiffer(const outlet::AnnouncedOutlet &outlet);
    /// A new outlet has logged in from elsewhere than the one that is being set up.
    void strangerLoggedIn(const QString &id, const QString &address);
    void serverChecked(outlet::ReachabilityCheck::Result result);

private:
    [[nodiscard]] std::optional<SetupCause> mistakeIn(const SetupRequest &request) const;
    [[nodiscard]] std::optional<SecretText> configFrame() const;
    void begin();
    void lookAtThisComputer();
    void beginSmartConfig();
    [[nodiscard]] std::optional<protocol::EspTouchSequence> espTouch() const;
    void send();
    void waitFor(std::chrono::milliseconds time, std::function<void()> then);
    void tryNextCandidate();
    void announced(const AnnouncedOutlet &outlet);
    void configure(const QHostAddress &address);
    void configured(const protocol::ConfigAccepted &answer);
    void configEnded(ProvisioningClient::Problem problem, const QString &detail);
    void told(const protocol::ConfigAccepted &step);
    void loggedIn(const QString &id, const QString &address, bool isNew);
    void measured(const QString &id);
    void waitForLogin();
    void loginIsOverdue();
    void failWithoutLogin(bool outletStillWaits);
    void reach(SetupStage stage);
    void fail(SetupCause cause, const QString &detail = {});
    void finish(State state);
    void stopEverything();

    Clock &m_clock;
    LoginSource &m_logins;
    EspTouchSender m_sender;
    AnnounceListener m_listener;
    ProvisioningClient m_client;
    ReachabilityCheck m_serverProbe;
    ReachabilityCheck m_outletProbe;
    ClockTimer m_limit;
    ClockTimer m_phase;    ///< what is waited for now: announces, the login, the reading
    ClockTimer m_stranger; ///< grace for the right outlet
    ClockTimer m_begin;    ///< signals come after start() has returned

    SetupRequest m_request;
    LoginMatcher m_matcher;
    State m_state = State::Idle;
    std::array<std::optional<std::chrono::milliseconds>, 5> m_reached;
    std::optional<SetupFailure> m_failure;
    std::optional<ReachabilityCheck::Result> m_serverCheck;
    std::optional<SetupFailure>
        m_configProblem;              ///< of the last outlet that could not be configured
    QList<QHostAddress> m_candidates; ///< announced, not tried yet
    QList<QHostAddress> m_tried;
    QString m_outletId;
    QString m_firmware;
    QString m_strangerAddress;
    std::chrono::milliseconds m_startedAt{0};
    std::chrono::milliseconds m_endedAt{0};
    std::function<void()> m_afterPhase;
    FirewallProbe m_firewallProbe;
    QFutureWatcher<QList<Firewall>> m_firewallLook;
    QList<Firewall> m_firewalls;
};

} // namespace outlet
