// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/setup_advice.h"

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <utility>

namespace outlet {

using Action = SetupHint::Action;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::SetupRun", text);
}

SetupHint holdButton(SetupWay way)
{
    if (way == SetupWay::AccessPoint)
        return {
            tr("The outlet’s own Wi‑Fi is not on"),
            tr("Hold the button until the light blinks blue slowly, then join the network whose "
               "name begins with ESP_."),
            Action::HoldButton};
    return {tr("The light was not steady blue"),
            tr("Hold the button until the light is steady blue, then send again."),
            Action::HoldButton};
}

SetupHint accessPointInstead()
{
    return {tr("The dependable way"),
            tr("Set the outlet up through its own Wi‑Fi: that needs nothing of the router."),
            Action::UseAccessPoint};
}

SetupHint checkNetwork(const SetupContext &context)
{
    return {tr("The password or the name is wrong"),
            tr("Check both for “%1”, letter for letter.").arg(context.ssid), Action::CheckNetwork};
}

SetupHint otherPort(const SetupContext &context)
{
    return {tr("Outlet listens at another port"),
            tr("Outlets call port %1, and Outlet listens at %2. Change it in the settings, unless "
               "something forwards it.")
                .arg(kOutletsConnectTo)
                .arg(context.serverPort),
            Action::OpenServerSettings};
}

SetupHint isolation()
{
    return {tr("The router keeps devices apart"),
            tr("Turn off client isolation, or use the main network instead of the guest network."),
            Action::None};
}

SetupHint firewall(const SetupContext &context)
{
    if (context.firewalls.isEmpty())
        return {tr("A firewall blocks port %1").arg(context.serverPort),
                tr("Let Outlet be reached from your home network, then try again."),
                Action::ShowFirewall};
    return {tr("%1 is on").arg(firewallName(context.firewalls.first())),
            tr("Let outlets reach port %1 from your home network, then try again.")
                .arg(context.serverPort),
            Action::ShowFirewall};
}

SetupHint pickAddress(const SetupContext &context)
{
    return {tr("This computer’s address is another one"),
            tr("%1 must be this computer’s address in the outlet’s network: choose it again, and "
               "reserve it in the router.")
                .arg(context.serverAddress),
            Action::PickAddress};
}

SetupHint again(const SetupContext &context)
{
    return {tr("The moment was wrong"), tr("Unplug the outlet, plug it in again, and start over."),
            context.way == SetupWay::SmartConfig ? Action::HoldButton : Action::None};
}

bool isWeak(const SetupContext &context)
{
    constexpr int weak = 40; // about −76 dBm, whoever counts it
    return context.signalPercent && *context.signalPercent < weak;
}

/// The outlet's own signal is known only once it is here: what there is, is this computer's.
SetupHint moveCloser(const SetupContext &context)
{
    if (isWeak(context))
        return {tr("“%1” is weak here").arg(context.ssid),
                tr("This computer receives it at %1%. Set the outlet up close to the router.")
                    .arg(*context.signalPercent),
                Action::MoveCloser};
    return {tr("The signal may be too weak there"), tr("Set the outlet up close to the router."),
            Action::MoveCloser};
}

/// What this computer can see of the reasons for which nobody answers.
QList<SetupHint> visibleReasons(const SetupContext &context)
{
    QList<SetupHint> hints;
    if (context.isOnly5GHz)
        hints.append({tr("“%1” is on 5 GHz alone").arg(context.ssid),
                      tr("Outlets hear 2.4 GHz alone: choose the router’s network on 2.4 GHz, or "
                         "turn it on in the router."),
                      Action::CheckNetwork});
    if (!context.outletNetwork.isEmpty())
        hints.append({tr("The light blinks instead of being steady"),
                      tr("“%1” is in reach: an outlet waits in its own Wi‑Fi. Set it up through "
                         "that.")
                          .arg(context.outletNetwork),
                      Action::UseAccessPoint});
    if (context.isWired)
        hints.append({tr("This computer is on a cable"),
                      tr("The router may not pass on to the air what is sent. Use a computer on "
                         "the same Wi‑Fi, or the outlet’s own Wi‑Fi."),
                      Action::UseAccessPoint});
    if (isWeak(context))
        hints.append(moveCloser(context));
    if (!context.firewalls.isEmpty())
        hints.append({tr("%1 is on").arg(firewallName(context.firewalls.first())),
                      tr("It may keep the outlet’s answer (UDP port 18266) out."),
                      Action::ShowFirewall});
    return hints;
}

/// With no more hints than somebody will try.
SetupAdvice shortened(SetupAdvice advice)
{
    constexpr qsizetype most = 4;
    advice.hints = advice.hints.first(std::min(most, advice.hints.size()));
    return advice;
}

/// The limit was over before anybody could have heard everything once.
SetupAdvice notSent()
{
    return {tr("The time was too short"),
            tr("It was over before the network’s name and password had been sent once, so no "
               "outlet could answer."),
            {{tr("Allow more time"),
              tr("Sending takes up to 5 seconds, and an outlet needs some more to join: allow a "
                 "minute."),
              Action::MoreTime}},
            SetupAdvice::Kind::Choices};
}

/// What is visible comes first; what can only be guessed fills the rest.
SetupAdvice noAnnounce(const SetupContext &context)
{
    SetupAdvice advice{
        tr("No outlet answered"),
        tr("The network’s name and password were sent, and no outlet said that it has "
           "joined."),
        visibleReasons(context)};
    const bool leadsElsewhere = context.isWired || !context.outletNetwork.isEmpty();
    if (context.outletNetwork.isEmpty())
        advice.hints.append(holdButton(context.way));
    advice.hints.append(checkNetwork(context));
    if (!context.isOnly5GHz && !context.isWired)
        advice.hints.append(
            {tr("5 GHz or isolation"),
             tr("Outlets hear 2.4 GHz alone, and with client isolation, as in guest "
                "networks, the router does not pass on what is sent. Close to the router they "
                "hear best."),
             Action::None});
    if (context.layout == protocol::EspTouchLayout::Classic)
        advice.hints.append({tr("Firmware that listens differently"),
                             tr("Send once more in the other layout."), Action::OtherLayout});
    else if (!leadsElsewhere)
        advice.hints.append(accessPointInstead());
    return shortened(std::move(advice));
}

SetupAdvice unreachable(const SetupFailure &failure, const SetupContext &context)
{
    const bool refused = failure.cause == SetupCause::ConnectionRefused;
    SetupAdvice advice{refused ? tr("The outlet refuses the connection")
                               : tr("The outlet can’t be reached"),
                       refused ? tr("It is there, but does not listen for a set-up any more.")
                               : tr("No connection to it came about."),
                       {holdButton(context.way)}};
    if (context.way == SetupWay::AccessPoint)
        advice.hints.append({tr("This computer is in another network"),
                             tr("Join the outlet’s own Wi‑Fi (ESP_…); it is at 192.168.4.1 there."),
                             Action::None});
    else
        advice.hints << isolation() << accessPointInstead();
    return advice;
}

SetupAdvice blocked(const SetupFailure &failure, const SetupContext &context)
{
    const QString text =
        failure.detail.isEmpty()
            ? tr("It took the settings, but port %1 of %2 does not answer, not even to this "
                 "computer.")
                  .arg(context.serverPort)
                  .arg(context.serverAddress)
            : tr("It took the settings and has not connected to %1, and %2 is on.")
                  .arg(context.serverAddress, failure.detail);
    return {tr("A firewall may keep the outlet out"),
            text,
            {firewall(context), isolation(), pickAddress(context)}};
}

SetupAdvice noLogin(const SetupContext &context)
{
    SetupAdvice advice{
        tr("The outlet did not reach this computer"),
        tr("It took the settings and has not connected to %1.").arg(context.serverAddress),
        {}};
    // Whatever else may be behind it, this is.
    if (context.serverPort != 0 && context.serverPort != kOutletsConnectTo)
        advice.hints.append(otherPort(context));
    advice.hints.append(firewall(context));
    if (context.way == SetupWay::AccessPoint)
        advice.hints.append(checkNetwork(context));
    advice.hints.append(isolation());
    // It has joined, if barely; in its own network nothing tells that it has, so more may be wrong.
    if (context.way == SetupWay::SmartConfig || isWeak(context))
        advice.hints.append(moveCloser(context));
    advice.hints.append(pickAddress(context));
    return shortened(std::move(advice));
}

} // namespace

SetupAdvice setupAdvice(const SetupFailure &failure, const SetupContext &context)
{
    switch (failure.cause) {
    case SetupCause::BadNetworkName:
        return {tr("The network’s name can’t be used"),
                tr("A Wi‑Fi name has 1 to 32 bytes."),
                {checkNetwork(context)}};
    case SetupCause::BadPassword:
        return {tr("The password can’t be used"),
                tr("A Wi‑Fi password has at most 64 bytes."),
                {checkNetwork(context)}};
    case SetupCause::TooLong:
        return {tr("Name and password are too long together"),
                tr("They don’t fit into the 255 bytes that an outlet reads."),
                {{tr("A shorter password"),
                  tr("Give the network, or a guest network for outlets, a shorter password without "
                     "quotes and backslashes."),
                  Action::CheckNetwork}}};
    case SetupCause::NoAddress:
        return {tr("This computer has no address"),
                tr("Outlets need an IPv4 address of this computer in their network."),
                {{tr("Not connected"), tr("Connect this computer to the home network."),
                  Action::PickAddress}}};
    case SetupCause::ServerStopped:
        return {tr("Outlet is not listening"),
                tr("An outlet would find nobody to connect to."),
                {{tr("The server is stopped"), tr("Start it, then try again."),
                  Action::OpenServerSettings}}};
    case SetupCause::CannotSend:
        return {tr("This computer could not send"),
                failure.detail.isEmpty()
                    ? tr("The system let none of the datagrams out.")
                    : tr("The system let none of the datagrams out: %1.").arg(failure.detail),
                {{tr("Not connected"), tr("Connect this computer to the home network."),
                  Action::PickAddress},
                 accessPointInstead()}};
    case SetupCause::AnnouncePortBusy:
        return {
            tr("Another program listens for outlets"),
            tr("UDP port 18266 is in use, so the outlet’s answer would not arrive."),
            {{tr("Another set-up is running"),
              tr("Close other programs that set up smart plugs, then try again."), Action::None},
             accessPointInstead()}};
    case SetupCause::NoAnnounce:
        return context.isSent ? noAnnounce(context) : notSent();
    case SetupCause::OutletUnreachable:
    case SetupCause::ConnectionRefused:
        return unreachable(failure, context);
    case SetupCause::ConnectionReset:
        return {tr("The outlet hung up"),
                tr("It closed the connection without an answer, and never connected to this "
                   "computer."),
                {again(context), firewall(context), pickAddress(context)}};
    case SetupCause::NoReply:
        return {
            tr("The outlet does not answer"),
            tr("It was told everything and said nothing, and never connected to this computer."),
            {again(context), firewall(context), pickAddress(context)}};
    case SetupCause::UnreadableReply:
        return {tr("What answered is no outlet"),
                tr("Its answer makes no sense to Outlet, so it was not trusted further."),
                {{tr("Another device"),
                  tr("Something else is at this address. Unplug other new devices and start over."),
                  Action::HoldButton}}};
    case SetupCause::Refused:
        return {tr("The outlet refused"),
                failure.detail.isEmpty()
                    ? tr("It did not accept the settings.")
                    : tr("It did not accept the settings (error %1).").arg(failure.detail),
                {again(context), checkNetwork(context)}};
    case SetupCause::PasswordRefused:
        return {tr("The outlet could not join “%1”").arg(context.ssid),
                tr("It took the settings, and did not get into the network with them."),
                {checkNetwork(context),
                 {tr("5 GHz only"), tr("Outlets need a network on 2.4 GHz."), Action::CheckNetwork},
                 moveCloser(context)}};
    case SetupCause::UnsupportedFirmware:
        return {tr("This outlet’s firmware can’t be used"),
                tr("It is of the second generation, which can’t be used without the vendor’s "
                   "cloud. The label does not tell; the firmware does."),
                {{tr("Nothing is broken"),
                  tr("It still works with the vendor’s app. Outlet can use firmware 1.8x, 1.9x and "
                     "2.12x."),
                  Action::None}},
                SetupAdvice::Kind::Hopeless};
    case SetupCause::UnexpectedAddress:
        return {tr("Another outlet logged in"),
                tr("A new outlet connected from %1, which is not the one that was set up.")
                    .arg(failure.detail),
                {{tr("It is yours"), tr("Its address may have changed: allow it under Devices."),
                  Action::OpenDevices},
                 {tr("It is not yours"), tr("Ignore it under Devices, then start over."),
                  Action::OpenDevices}},
                SetupAdvice::Kind::Choices};
    case SetupCause::ServerUnreachable:
        return {
            tr("Outlet can’t be reached at %1").arg(context.serverAddress),
            tr("Nothing answers at port %1 of this address, not even from this computer.")
                .arg(context.serverPort),
            {pickAddress(context),
             {tr("The server listens elsewhere"),
              tr("Let it listen at this address, then try again."), Action::OpenServerSettings}}};
    case SetupCause::Firewall:
        return blocked(failure, context);
    case SetupCause::NoLogin:
        return noLogin(context);
    }
    Q_UNREACHABLE();
}

QString SetupAdvice::plain() const
{
    QString all = title + QStringLiteral(". ") + text;
    for (const SetupHint &hint : hints)
        all += QStringLiteral("\n  - ") + hint.title + QStringLiteral(": ") + hint.text;
    return all;
}

} // namespace outlet
