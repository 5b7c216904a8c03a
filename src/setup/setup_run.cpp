// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/setup_run.h"

#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <utility>

#include "base/logging.h"

namespace outlet {

using protocol::ConfigAccepted;
using std::chrono::milliseconds;
using Problem = ProvisioningClient::Problem;

namespace {

/// Firmware that goes on talking names its steps; these words in one mean that it can't join.
bool tellsOfAFailure(const QString &description)
{
    for (const QLatin1StringView word :
         {QLatin1StringView("FAIL"), QLatin1StringView("ERR"), QLatin1StringView("WRONG")}) {
        if (description.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

SetupRun::SetupRun(Clock &clock, LoginSource &logins, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_logins(logins)
    , m_sender(clock)
    , m_listener(clock)
    , m_client(clock)
    , m_serverProbe(clock)
    , m_outletProbe(clock)
    , m_limit(clock, [this] { loginIsOverdue(); })
    , m_phase(clock,
              [this] {
                  if (m_afterPhase)
                      std::exchange(m_afterPhase, {})();
              })
    , m_stranger(clock, [this] { fail(SetupCause::UnexpectedAddress, m_strangerAddress); })
    , m_begin(clock, [this] { begin(); })
    , m_firewallProbe([] { return activeFirewalls(); })
{
    connect(&m_sender, &EspTouchSender::passDone, this, [this] { reach(SetupStage::Sent); });
    connect(&m_sender, &EspTouchSender::cannotSend, this,
            [this](const QString &text) { fail(SetupCause::CannotSend, text); });
    connect(&m_listener, &AnnounceListener::announced, this, &SetupRun::announced);
    connect(&m_client, &ProvisioningClient::sent, this, [this] {
        m_matcher.setTold();
        if (m_request.way == SetupWay::AccessPoint)
            reach(SetupStage::Sent);
    });
    connect(&m_client, &ProvisioningClient::accepted, this, &SetupRun::configured);
    connect(&m_client, &ProvisioningClient::told, this, &SetupRun::told);
    connect(&m_client, &ProvisioningClient::ended, this, &SetupRun::configEnded);
    connect(&m_serverProbe, &ReachabilityCheck::finished, this,
            [this](ReachabilityCheck::Result result) {
                m_serverCheck = result;
                Q_EMIT serverChecked(result);
            });
    connect(&m_outletProbe, &ReachabilityCheck::finished, this,
            [this](ReachabilityCheck::Result result) {
                failWithoutLogin(result == ReachabilityCheck::Result::Reachable);
            });
    connect(&m_firewallLook, &QFutureWatcherBase::finished, this,
            [this] { m_firewalls = m_firewallLook.result(); });
    connect(&m_logins, &LoginSource::loggedIn, this, &SetupRun::loggedIn);
    connect(&m_logins, &LoginSource::measured, this, &SetupRun::measured);
}

SetupRun::~SetupRun() = default;

void SetupRun::start(SetupRequest request)
{
    if (isRunning())
        return;
    m_request = std::move(request);
    m_matcher = LoginMatcher(m_logins.online());
    m_reached.fill(std::nullopt);
    m_failure.reset();
    m_serverCheck.reset();
    m_configProblem.reset();
    m_candidates.clear();
    m_tried.clear();
    m_outletId.clear();
    m_firmware.clear();
    m_strangerAddress.clear();
    m_startedAt = m_clock.monotonic();
    m_state = State::Running;
    m_limit.start(m_request.limit);
    m_begin.start(milliseconds(0));
    Q_EMIT stateChanged(m_state);
}

void SetupRun::cancel()
{
    if (isRunning())
        finish(State::Cancelled);
}

std::optional<milliseconds> SetupRun::reachedAfter(SetupStage stage) const
{
    return m_reached.at(static_cast<std::size_t>(stage));
}

milliseconds SetupRun::elapsed() const
{
    if (m_state == State::Idle)
        return milliseconds(0);
    return (isRunning() ? m_clock.monotonic() : m_endedAt) - m_startedAt;
}

std::optional<SetupCause> SetupRun::mistakeIn(const SetupRequest &request) const
{
    const QByteArray ssid = request.ssid.toUtf8();
    if (ssid.isEmpty() || ssid.size() > protocol::kMaxSsidBytes)
        return SetupCause::BadNetworkName;
    if (request.password.size() > protocol::kMaxPasswordBytes)
        return SetupCause::BadPassword;
    if (request.serverAddress.protocol() != QAbstractSocket::IPv4Protocol)
        return SetupCause::NoAddress;
    if (request.checksServer && request.serverPort == 0)
        return SetupCause::ServerStopped;
    if (!configFrame())
        return SetupCause::TooLong;
    return std::nullopt;
}

std::optional<SecretText> SetupRun::configFrame() const
{
    const QByteArray ssid = m_request.ssid.toUtf8();
    const bool knowsBssid = m_request.bssid != protocol::MacAddress{};
    const auto json = protocol::encodeConfigRequest(
        {ssid, m_request.password.view(),
         knowsBssid ? protocol::macToText(m_request.bssid) : QString(),
         m_request.serverAddress.toString()});
    return json ? protocol::frameProvisioning(json->view()) : std::nullopt;
}

void SetupRun::begin()
{
    if (const auto mistake = mistakeIn(m_request))
        return fail(*mistake);
    lookAtThisComputer();
    if (m_request.way == SetupWay::SmartConfig)
        beginSmartConfig();
    else
        configure(m_request.outletAddress);
}

void SetupRun::lookAtThisComputer()
{
    if (m_request.serverPort != 0)
        m_serverProbe.start(m_request.serverAddress, m_request.serverPort);
    const auto promise = std::make_shared<QPromise<QList<Firewall>>>();
    m_firewallLook.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, probe = m_firewallProbe] {
        promise->start();
        promise->addResult(probe());
        promise->finish();
    });
}

void SetupRun::beginSmartConfig()
{
    const int totalLength = espTouch().value_or(protocol::EspTouchSequence()).totalLength;
    if (!m_listener.start(m_request.announceAddress, m_request.announcePort, totalLength))
        return fail(SetupCause::AnnouncePortBusy, m_listener.errorText());
    send();
    // After the last datagram, an outlet that is just joining may still announce itself.
    waitFor(kSendFor, [this] {
        m_sender.stop();
        waitFor(kListenOn, [this] { fail(SetupCause::NoAnnounce); });
    });
}

std::optional<protocol::EspTouchSequence> SetupRun::espTouch() const
{
    const QByteArray ssid = m_request.ssid.toUtf8();
    const QHostAddress &from =
        m_request.senderAddress.isNull() ? m_request.serverAddress : m_request.senderAddress;
    return protocol::encodeEspTouch(
        {ssid, m_request.password.view(), m_request.bssid, from.toIPv4Address(), m_request.layout});
}

void SetupRun::send()
{
    auto sequence = espTouch();
    if (!sequence)
        return fail(SetupCause::TooLong); // mistakeIn() has looked: its limits are narrower
    const EspTouchSender::Destination destination{m_request.senderAddress, m_request.target,
                                                  m_request.targetPort};
    if (!m_sender.start(std::move(*sequence), m_request.layout, destination))
        fail(SetupCause::CannotSend, m_sender.errorText());
}

void SetupRun::waitFor(milliseconds time, std::function<void()> then)
{
    m_afterPhase = std::move(then);
    m_phase.start(time);
}

void SetupRun::announced(const AnnouncedOutlet &outlet)
{
    if (!outlet.isOurs)
        return Q_EMIT foreignAnnounced(outlet);
    if (m_tried.contains(outlet.address) || m_candidates.contains(outlet.address) ||
        m_tried.size() + m_candidates.size() >= kMaxCandidates)
        return;
    if (outlet.addressInPayload != outlet.address)
        Q_EMIT addressesDiffer(outlet);
    m_candidates.append(outlet.address);
    if (!m_client.isRunning() && !reachedAfter(SetupStage::Configured))
        tryNextCandidate();
}

void SetupRun::tryNextCandidate()
{
    m_sender.stop();
    m_phase.stop();
    m_tried.append(m_candidates.takeFirst());
    // It understood all that was sent, even when it was quicker than the sender's own count.
    reach(SetupStage::Sent);
    reach(SetupStage::Announced);
    if (isRunning())
        configure(m_tried.last());
}

void SetupRun::configure(const QHostAddress &address)
{
    auto frame = configFrame();
    if (!frame)
        return fail(SetupCause::TooLong);
    if (m_request.way == SetupWay::SmartConfig)
        m_matcher.setAddress(address);
    m_client.start(address, m_request.outletPort, std::move(*frame));
}

void SetupRun::configured(const ConfigAccepted &answer)
{
    m_firmware = answer.firmware;
    if (!answer.id.isEmpty())
        m_matcher.setId(answer.id);
    m_request.password.clear();
    m_listener.stop();
    reach(SetupStage::Configured);
    waitForLogin();
}

void SetupRun::told(const ConfigAccepted &step)
{
    if (tellsOfAFailure(step.description))
        fail(SetupCause::PasswordRefused, escapedForLog(step.description, 80));
}

void SetupRun::configEnded(Problem problem, const QString &detail)
{
    m_configProblem = SetupFailure{setupCauseOf(problem), detail, {}};
    if (reachedAfter(SetupStage::Configured)) // it changed its mind, and the password is wiped
        return fail(m_configProblem->cause, detail);
    if (problem == Problem::Closed || problem == Problem::NoReply) {
        // It may have taken the message and changed networks: only a login can tell.
        return waitForLogin();
    }
    if (!m_candidates.isEmpty())
        return tryNextCandidate();
    if (m_request.way != SetupWay::SmartConfig)
        return fail(m_configProblem->cause, detail);
    // Anybody may have announced itself: the real outlet gets a moment to do so too.
    waitFor(kOtherCandidates, [this] { fail(m_configProblem->cause, m_configProblem->detail); });
}

} // namespace outlet
