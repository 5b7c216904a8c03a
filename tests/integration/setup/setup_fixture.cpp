// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup_fixture.h"

#include <utility>

namespace outlet::test {

using std::chrono::milliseconds;

SetupFixture::SetupFixture(SimulatedSetupSpec wanted)
    : server({}, false)
    , logins(server.registry)
    , setup(server.clock, logins)
    , newcomer(std::move(wanted), server.clock, server.port)
{
    setup.setFirewallProbe([] { return QList<Firewall>(); });
    QObject::connect(&setup, &SetupRun::stageReached, &setup,
                     [this](SetupStage stage) { stages.append(setupStageName(stage)); });
    QObject::connect(&setup, &SetupRun::failed, &setup, [this] { ++failures; });
    QObject::connect(&setup, &SetupRun::foreignAnnounced, &setup,
                     [this](const AnnouncedOutlet &heard) { foreign.append(heard); });
}

SetupFixture::~SetupFixture() = default;

SetupRequest SetupFixture::request(const char *password)
{
    SetupRequest request;
    request.ssid = QStringLiteral("Maple House");
    request.password = SecretText(password);
    request.serverAddress = QHostAddress(QHostAddress::LocalHost);
    request.serverPort = server.port;
    newcomer.leadHere(request);
    request.way = outlet.spec().mode == SetupMode::AccessPoint ? SetupWay::AccessPoint
                                                               : SetupWay::SmartConfig;
    return request;
}

bool SetupFixture::run(const std::function<bool()> &condition, milliseconds limit)
{
    return passTime(server.clock, condition, limit);
}

bool SetupFixture::runToTheEnd(SetupRequest wanted)
{
    setup.start(std::move(wanted));
    return run([this] { return !setup.isRunning(); });
}

SetupCause SetupFixture::cause() const
{
    if (!setup.failure())
        qFatal("The set-up has not failed");
    return setup.failure()->cause;
}

} // namespace outlet::test
