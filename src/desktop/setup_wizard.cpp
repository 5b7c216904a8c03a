// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/setup_wizard.h"

#include <QtCore/QPointer>
#include <QtCore/QVariant>
#include <QtQml/QQmlEngine>
#include <utility>

#include "desktop/engine.h"
#include "desktop/outlet_faces.h"
#include "desktop/setup_words.h"
#include "setup/setup_context.h"

namespace outlet {

using Action = SetupHint::Action;
using protocol::EspTouchLayout;

namespace {

constexpr std::chrono::milliseconds kTick{1000};

const QString kNetworkSetting = QStringLiteral("setupNetwork");
const QString kAddressSetting = QStringLiteral("setupAddress");

QPointer<SetupWizard> latest;

} // namespace

SetupWizard::SetupWizard(Engine &engine, const OutletFaces &faces, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_faces(faces)
    , m_logins(engine.registry())
    , m_run(engine.clock(), m_logins)
    , m_wifi(engine.clock(), engine.network())
    , m_tick(engine.clock(), [this] { tick(); })
    , m_addressSource([&engine] { return engine.network().addresses(); })
{
    latest = this;
    m_run.setFirewallProbe(engine.network().firewallProbe());
    connect(&m_run, &SetupRun::stateChanged, this, [this] {
        if (!m_run.isRunning())
            m_tick.stop();
        Q_EMIT changed();
        Q_EMIT elapsedChanged();
    });
    connect(&m_run, &SetupRun::stageReached, this, &SetupWizard::reached);
    connect(&m_run, &SetupRun::failed, this, &SetupWizard::failed);
    connect(&m_run, &SetupRun::done, this, &SetupWizard::done);
    connect(&m_run, &SetupRun::foreignAnnounced, this, [this](const AnnouncedOutlet &outlet) {
        m_remark = tr("Another outlet announces itself at %1. It is left alone.")
                       .arg(outlet.address.toString());
        Q_EMIT changed();
    });
    connect(&m_run, &SetupRun::addressesDiffer, this, [this](const AnnouncedOutlet &outlet) {
        m_remark = tr("The outlet says that it is at %1, but it spoke from %2. The latter is used.")
                       .arg(outlet.addressInPayload.toString(), outlet.address.toString());
        Q_EMIT changed();
    });
    connect(&m_run, &SetupRun::strangerLoggedIn, this, [this](const QString &, const QString &at) {
        m_remark = tr("Another new outlet logged in from %1. It waits in Devices.").arg(at);
        Q_EMIT changed();
    });
    connect(&m_wifi, &SetupWifi::cameNear, this, &SetupWizard::sendNow);
    connect(&m_wifi, &SetupWifi::changed, this, [this] {
        if (m_step == Wifi && m_networkName.isEmpty() && !m_wifi.currentName().isEmpty()) {
            m_networkName = m_wifi.currentName();
            Q_EMIT changed();
        }
    });
}

SetupWizard::~SetupWizard() = default;

SetupWizard *SetupWizard::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(latest, QQmlEngine::CppOwnership);
    return latest;
}

void SetupWizard::setAddressSource(std::function<QList<AddressCandidate>()> source)
{
    m_addressSource = std::move(source);
}

void SetupWizard::setRequestFilter(std::function<void(SetupRequest &)> filter)
{
    m_requestFilter = std::move(filter);
}

SetupWizard::State SetupWizard::state() const
{
    if (m_step != Connect || m_way == RouterDns)
        return Idle;
    if (m_isJoining)
        return Joining;
    switch (m_run.state()) {
    case SetupRun::State::Running:
        return Running;
    case SetupRun::State::Done:
        return Done;
    case SetupRun::State::Failed:
        return Failed;
    case SetupRun::State::Idle:
    case SetupRun::State::Cancelled:
        break;
    }
    return Idle;
}

void SetupWizard::setWay(Way way)
{
    if (m_step != Choose || way == m_way)
        return;
    m_way = way;
    Q_EMIT changed();
}

QStringList SetupWizard::addresses() const
{
    QStringList texts;
    for (const AddressCandidate &each : m_addresses)
        texts += each.interfaceName.isEmpty()
                     ? each.address.toString()
                     : tr("%1 · %2").arg(each.address.toString(), each.interfaceName);
    return texts;
}

void SetupWizard::setAddressIndex(int index)
{
    if (index < 0 || index >= m_addresses.size() || index == m_addressIndex)
        return;
    m_addressIndex = index;
    Q_EMIT changed();
}

QString SetupWizard::addressAdvice() const
{
    if (m_addresses.isEmpty())
        return tr("This computer has no address on a home network now. Connect it, then go back "
                  "and come here again.");
    const AddressCandidate &chosen = m_addresses.at(m_addressIndex);
    const QHostAddress outlet(QString::fromLatin1(protocol::kAccessPointAddress));
    if (m_way == AccessPoint && chosen.address.isInSubnet(outlet, 24))
        return tr("%1 looks like an address in an outlet’s own network. Go back to your home "
                  "Wi‑Fi first, then come here again.")
            .arg(chosen.address.toString());
    return dynamicAddressAdvice(chosen);
}

void SetupWizard::setRemembersName(bool remembers)
{
    if (std::exchange(m_remembersName, remembers) != remembers)
        Q_EMIT changed();
}

void SetupWizard::lookAtAddresses()
{
    m_addresses = m_addressSource();
    m_addressIndex = 0;
}

void SetupWizard::goTo(Step step)
{
    m_run.cancel();
    m_tick.stop();
    m_isJoining = false;
    m_wifi.setWatching(false);
    m_wifi.goBack();
    m_password.clear();
    m_nameError.clear();
    m_passwordError.clear();
    m_step = step;
}

void SetupWizard::next()
{
    if (m_step != Choose)
        return;
    goTo(m_way == RouterDns ? Connect : Wifi);
    // Before the computer joins the outlet's own network, where it has another address.
    lookAtAddresses();
    if (m_networkName.isEmpty())
        m_networkName = m_engine.setting(kNetworkSetting).toString();
    if (m_way != RouterDns)
        m_wifi.search();
    Q_EMIT changed();
}

void SetupWizard::back()
{
    goTo(m_step == Connect && m_way != RouterDns ? Wifi : Choose);
    Q_EMIT changed();
}

void SetupWizard::connectOutlet(const QString &networkName, QObject *passwordField)
{
    if (m_step != Wifi || !passwordField)
        return;
    QString typed = passwordField->property("text").toString();
    QString again(typed.constData(), typed.size()); // the field still has the other one
    SecretText password = SecretText::takenFrom(again);
    m_networkName = networkName;
    m_nameError = setupNameMistake(networkName);
    m_passwordError = setupPasswordMistake(password.size());
    if (!m_nameError.isEmpty() || !m_passwordError.isEmpty()) {
        Q_EMIT announced(m_nameError.isEmpty() ? m_passwordError : m_nameError);
        Q_EMIT changed();
        return;
    }
    passwordField->setProperty("text", QString());
    wipe(typed); // nobody else has it any more
    m_password = std::move(password);
    m_engine.setSetting(kNetworkSetting, m_remembersName ? networkName : QString());
    m_layout = EspTouchLayout::Classic;
    m_step = Connect;
    begin();
    Q_EMIT changed();
}

void SetupWizard::forgetMistakes()
{
    if (m_nameError.isEmpty() && m_passwordError.isEmpty())
        return;
    m_nameError.clear();
    m_passwordError.clear();
    Q_EMIT changed();
}

void SetupWizard::begin()
{
    m_advice = {};
    m_remark.clear();
    m_firewallLines.clear();
    m_isJoining = m_way == AccessPoint;
    if (!m_isJoining)
        return start();
    m_wifi.search();
    m_wifi.setWatching(true);
}

void SetupWizard::sendNow()
{
    if (!m_isJoining)
        return;
    m_isJoining = false;
    m_wifi.setWatching(false);
    start();
    Q_EMIT changed();
}

void SetupWizard::start()
{
    SetupRequest request;
    request.way = m_way == AccessPoint ? SetupWay::AccessPoint : SetupWay::SmartConfig;
    request.ssid = m_networkName;
    request.password = m_password.copy();
    request.layout = m_layout;
    if (m_layout == EspTouchLayout::WithBssid)
        request.bssid = m_wifi.bssidOf(m_networkName);
    if (!m_addresses.isEmpty())
        request.serverAddress = m_addresses.at(m_addressIndex).address;
    request.serverPort = m_engine.isListening() ? m_engine.port() : quint16(0);
    if (m_requestFilter)
        m_requestFilter(request);
    m_run.start(std::move(request));
    m_tick.start(kTick);
}

void SetupWizard::retry()
{
    if (m_step != Connect || m_run.state() != SetupRun::State::Failed)
        return;
    begin();
    Q_EMIT changed();
}

void SetupWizard::reached(SetupStage stage)
{
    if (stage == SetupStage::Configured && m_way == AccessPoint)
        m_wifi.goBack(); // where the outlet is going, too
    if (stage == SetupStage::LoggedIn) {
        m_password.clear();
        m_engine.setSetting(kAddressSetting, m_run.request().serverAddress.toString());
    }
    Q_EMIT announced(setupStageDone(m_run, stage));
    Q_EMIT changed();
}

void SetupWizard::done()
{
    m_password.clear();
    Q_EMIT changed();
}

void SetupWizard::failed(const SetupFailure &failure)
{
    m_advice = setupAdvice(failure, setupContext(m_run, m_addresses, m_wifi.networks()));
    if (failure.cause == SetupCause::UnexpectedAddress)
        m_remark.clear(); // the failure says the same
    m_wifi.goBack();
    Q_EMIT announced(m_advice.title);
    Q_EMIT changed();
}

void SetupWizard::follow(int action)
{
    switch (static_cast<Action>(action)) {
    case Action::OtherLayout:
        m_layout = m_layout == EspTouchLayout::Classic ? EspTouchLayout::WithBssid
                                                       : EspTouchLayout::Classic;
        return retry();
    case Action::PickAddress:
        lookAtAddresses();
        return back();
    case Action::CheckNetwork:
        return back();
    case Action::UseAccessPoint:
        m_way = AccessPoint;
        break;
    case Action::UseSmartConfig:
        m_way = SmartConfig;
        break;
    case Action::HoldButton: // the first step shows how the light gets there
        break;
    case Action::ShowFirewall:
        return showFirewall();
    case Action::OpenDevices:
        return Q_EMIT devicesRequested();
    case Action::OpenServerSettings:
        return Q_EMIT serverRequested();
    case Action::None:
    case Action::MoveCloser:
    case Action::MoreTime:
        return;
    }
    goTo(Choose);
    Q_EMIT changed();
}

void SetupWizard::showFirewall()
{
    const QString subnet =
        m_addresses.isEmpty() ? QString() : m_addresses.at(m_addressIndex).subnet;
    m_firewallLines = outlet::firewallLines(m_run.firewalls(), m_engine.port(), subnet).join(u'\n');
    Q_EMIT changed();
}

void SetupWizard::reset()
{
    goTo(Choose);
    m_networkName.clear();
    m_advice = {};
    m_remark.clear();
    m_firewallLines.clear();
    Q_EMIT changed();
}

QString SetupWizard::elapsedText() const
{
    return tr("%1 of %2")
        .arg(minutesAndSeconds(m_run.elapsed()), minutesAndSeconds(m_run.request().limit));
}

QString SetupWizard::failureText() const
{
    const auto &failure = m_run.failure();
    if (!failure || failure->after < std::chrono::seconds(1))
        return m_advice.text;
    return tr("%1 Stopped after %2.").arg(m_advice.text, minutesAndSeconds(failure->after));
}

OutletFace *SetupWizard::face() const
{
    return state() == Done ? m_faces.find(m_run.outletId()) : nullptr;
}

void SetupWizard::tick()
{
    Q_EMIT elapsedChanged();
    m_tick.start(kTick);
}

} // namespace outlet
