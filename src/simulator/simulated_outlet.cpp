// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulated_outlet.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/logging.h"

namespace outlet {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

// The first report of an outlet that makes it late covers a whole period (protocol.md section 5).
constexpr milliseconds kFirstPeriod = 183s;

// How long outlets take to answer (section 5).
constexpr milliseconds kAnswerMin{100};
constexpr milliseconds kAnswerMax{300};

// Every one is something that a server must survive without closing the connection (section 8).
constexpr std::array kMalformed = {
    "not json",
    "[1,2,3]",
    "17",
    "null",
    R"({"uri":"/report","e":"zz","t":"b7"})",
    R"({"uri":"/report","e":"1"})",
    R"({"uri":"/runtimeInfo","relay":"maybe","power":"watts","voltage":[]})",
    R"({"uri":"/doesNotExist","x":1})",
    R"({"uri":17})",
    R"({"uri":"/ka","rssi":"strong")",
};

qint64 localMsAtStart(const SimulatedOutletSpec &spec, const Clock &clock)
{
    return spec.localSecondAtStart ? *spec.localSecondAtStart * 1000 : clock.utcMs();
}

} // namespace

SimulatedOutlet::SimulatedOutlet(int index, SimulatedOutletSpec spec, SimulationClocks clocks,
                                 const QUrl &server, ReportLedger &ledger, QObject *parent)
    : QObject(parent)
    , m_index(index)
    , m_spec(std::move(spec))
    , m_clocks(clocks)
    , m_ledger(ledger)
    , m_random(m_spec.seed)
    , m_chanceRandom(m_random.next())
    , m_meter(m_spec.appliance, m_spec.seed, m_spec.rating,
              localMsAtStart(m_spec, clocks.simulated), clocks.simulated.monotonic(),
              m_spec.relayOn)
    , m_link(clocks, server, m_spec.framing, m_random.next())
    , m_reportTimer(clocks.simulated, [this] { report(); })
    , m_keepAliveTimer(clocks.simulated, [this] { keepAlive(); })
    , m_switchTimer(clocks.simulated, [this] { switchAndConfirm(); })
    , m_answers(clocks.simulated)
    , m_chances(clocks.simulated)
    , m_lastReportAt(clocks.simulated.monotonic())
{
    using Kind = SimulatorEvent::Kind;
    connect(&m_link, &SimulatedLink::up, this, &SimulatedOutlet::logIn);
    connect(&m_link, &SimulatedLink::down, this, &SimulatedOutlet::linkLost);
    connect(&m_link, &SimulatedLink::failed, this,
            [this](const QString &reason) { tell(Kind::ConnectFailed, reason); });
    connect(&m_link, &SimulatedLink::received, this, &SimulatedOutlet::handle);
    connect(&m_link, &SimulatedLink::unreadable, this, [this](qsizetype bytes) {
        tell(Kind::UnreadableFrame, QStringLiteral("%1 bytes").arg(bytes));
    });
}

SimulatedOutlet::~SimulatedOutlet() = default;

void SimulatedOutlet::start(milliseconds delay)
{
    m_link.start(delay);
    if (m_spec.firstReport == FirstReport::Early)
        m_firstReportDue = true;
    else
        m_reportTimer.start(delay + kFirstPeriod);

    const SimulatedFaults &faults = m_spec.faults;
    byChance(faults.pressesPerHour, [this] { press(); });
    byChance(faults.malformedPerHour, [this] { sendMalformed(); });
    byChance(faults.dropsPerHour, [this] {
        drop(m_spec.faults.dropManner,
             m_chanceRandom.between(m_spec.faults.dropAtLeast, m_spec.faults.dropAtMost));
    });
    if (faults.presence)
        m_chances.after(delay + faults.presence->onlineFor, [this] { followPresence(); });
}

void SimulatedOutlet::stop()
{
    m_reportTimer.stop();
    m_keepAliveTimer.stop();
    m_switchTimer.stop();
    m_answers.clear();
    m_chances.clear();
    m_link.stop();
}

void SimulatedOutlet::setServer(const QUrl &server)
{
    m_link.setServer(server);
}

void SimulatedOutlet::press()
{
    const bool on = !m_meter.relayOn();
    m_meter.setRelay(on, m_clocks.simulated.monotonic());
    if (m_loggedIn)
        m_link.send(protocol::encodeButtonPress(on));
    tell(SimulatorEvent::Kind::ButtonPressed, {}, on);
}

void SimulatedOutlet::drop(DropManner manner, milliseconds duration)
{
    m_link.goAway(manner, duration);
}

void SimulatedOutlet::sendMalformed()
{
    if (!m_loggedIn)
        return;
    const char *text = kMalformed[m_nextMalformed++ % kMalformed.size()];
    if (m_link.send(text))
        tell(SimulatorEvent::Kind::MalformedSent, QString::fromLatin1(text));
}

const PowerMeter &SimulatedOutlet::meter()
{
    m_meter.advanceTo(m_clocks.simulated.monotonic());
    return m_meter;
}

void SimulatedOutlet::logIn()
{
    protocol::Login login;
    login.id = m_spec.id;
    login.account = QStringLiteral("0"); // what a local setup leaves behind (7.4)
    login.deviceName = QStringLiteral("vesync_wifi_outlet");
    login.deviceVersion = QStringLiteral("1.5");
    login.deviceVersionCode = 5;
    login.type = QStringLiteral("wifi-switch");
    login.apptype = QStringLiteral("switch-measure");
    login.firmName = QStringLiteral("cosytek_firm_a");
    login.firmVersion = m_spec.firmVersion;
    login.firmVersionCode = m_spec.firmVersionCode;
    login.key = 0;
    login.relayOn = m_meter.relayOn();
    m_link.send(protocol::encodeLogin(login));
}

void SimulatedOutlet::linkLost(const QString &reason)
{
    m_loggedIn = false;
    m_answers.clear();
    tell(SimulatorEvent::Kind::Disconnected, reason);
}

void SimulatedOutlet::handle(const protocol::ServerMessage &message)
{
    if (const auto *accepted = std::get_if<protocol::LoginAccepted>(&message))
        loginAnswered(accepted->error);
    else if (std::holds_alternative<protocol::ServerKeepAlive>(message))
        answerSoon([this] { m_link.send(protocol::encodeOutletKeepAliveReply()); });
    else if (const auto *command = std::get_if<protocol::RelayCommand>(&message))
        obey(command->on);
    else if (std::holds_alternative<protocol::GetRuntime>(message))
        answerSoon([this] { sendRuntimeInfo(); });
    else if (const auto *unknown = std::get_if<protocol::UnknownCommand>(&message))
        tell(SimulatorEvent::Kind::UnknownCommand, escapedForLog(unknown->uri));
}

void SimulatedOutlet::loginAnswered(int error)
{
    if (error != 0) {
        tell(SimulatorEvent::Kind::LoginRefused, QString::number(error));
        return;
    }
    m_link.confirmAccepted();
    m_loggedIn = true;
    if (std::exchange(m_firstReportDue, false))
        m_reportTimer.start(m_random.between(2s, 8s));
    tell(SimulatorEvent::Kind::LoggedIn, {}, m_meter.relayOn());
}

void SimulatedOutlet::obey(bool on)
{
    m_switchTimer.stop(); // the newer command counts
    if (neverObeys(on)) {
        tell(SimulatorEvent::Kind::CommandIgnored, {}, on);
        return;
    }
    m_switchTo = on;
    const bool slow = m_random.unit() < m_spec.faults.slowShare;
    m_switchTimer.start(slow ? m_spec.faults.slowDelay : m_random.between(kAnswerMin, kAnswerMax));
}

void SimulatedOutlet::switchAndConfirm()
{
    const bool changes = m_switchTo != m_meter.relayOn();
    m_meter.setRelay(m_switchTo, m_clocks.simulated.monotonic());
    sendRuntimeInfo();
    if (changes)
        tell(SimulatorEvent::Kind::RelayChanged, {}, m_switchTo);
}

void SimulatedOutlet::sendRuntimeInfo()
{
    if (!m_loggedIn)
        return;
    const PowerMeter &now = meter();
    // Until the chip has settled after switching on, power and voltage are 0:0 (4.2).
    if (now.hasSettled())
        m_link.send(protocol::encodeRuntimeInfo(true, now.powerWatts(), now.averagePowerWatts(),
                                                now.voltageVolts()));
    else
        m_link.send(protocol::encodeRuntimeInfo(now.relayOn(), 0.0, std::nullopt, std::nullopt));
}

void SimulatedOutlet::answerSoon(std::function<void()> answer)
{
    m_answers.after(m_random.between(kAnswerMin, kAnswerMax), std::move(answer));
}

void SimulatedOutlet::keepAlive()
{
    if (m_loggedIn) {
        const int wavering = static_cast<int>(m_random.between(-2.0, 3.0));
        m_link.send(
            protocol::encodeOutletKeepAlive(std::clamp(m_spec.signalDbm + wavering, -127, 0)));
    }
    m_reportTimer.start(kKeepAliveToReport);
}

void SimulatedOutlet::report()
{
    m_keepAliveTimer.start(kReportToKeepAlive + m_random.between(0ms, 200ms));
    // Off the network the energy stays in the meter, and is in the next report that gets through.
    if (!m_loggedIn)
        return;
    const milliseconds now = m_clocks.simulated.monotonic();
    m_meter.advanceTo(now);
    auto energy = m_meter.takeReport();
    if (!energy && m_spec.offReports == OffReports::Zero) {
        const auto since = std::chrono::duration_cast<std::chrono::seconds>(now - m_lastReportAt);
        energy = MeteredEnergy{0, since.count()};
    }
    if (!energy || energy->seconds < 1)
        return;
    m_lastReportAt = now;
    m_link.send(protocol::encodeReport(energy->joules, energy->seconds));
    const LedgerEntry entry =
        m_ledger.add(m_spec.id, energy->joules, energy->seconds, m_clocks.simulated.utcMs());
    Q_EMIT reported(entry);
    tell(SimulatorEvent::Kind::ReportSent,
         QStringLiteral("%1 J in %2 s").arg(energy->joules).arg(energy->seconds));
}

void SimulatedOutlet::byChance(double perHour, const std::function<void()> &what)
{
    if (perHour <= 0)
        return;
    m_chances.after(m_chanceRandom.untilNext(perHour), [this, perHour, what] {
        byChance(perHour, what);
        what();
    });
}

void SimulatedOutlet::followPresence()
{
    const Presence rhythm = *m_spec.faults.presence;
    m_chances.after(rhythm.awayFor + rhythm.onlineFor, [this] { followPresence(); });
    drop(m_spec.faults.dropManner, rhythm.awayFor);
}

bool SimulatedOutlet::neverObeys(bool on) const
{
    switch (m_spec.faults.neverConfirms) {
    case NeverConfirms::Nothing:
        return false;
    case NeverConfirms::TurningOn:
        return on;
    case NeverConfirms::TurningOff:
        return !on;
    case NeverConfirms::Everything:
        return true;
    }
    Q_UNREACHABLE();
}

void SimulatedOutlet::tell(SimulatorEvent::Kind kind, const QString &detail,
                           std::optional<bool> relay)
{
    Q_EMIT happened(
        SimulatorEvent{kind, m_index, m_spec.id, m_clocks.simulated.utcMs(), relay, detail});
}

} // namespace outlet
