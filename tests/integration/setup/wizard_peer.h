// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/setup_wizard.h"
#include "newcomer.h"
#include "sample_engine.h"
#include "support/server_fixture.h"

namespace outlet::test {

/// What a wizard finds at the other end: a server for the engine's outlets and one that has to be
/// set up, both on 127.0.0.1 and on \a clock. The computer has one address, no firewall and no
/// Wi-Fi that could be asked.
struct WizardPeer
{
    WizardPeer(SetupWizard &wizard, SampleEngine &engine, ManualClock &clock,
               SimulatedSetupSpec wanted = {})
        : server(engine.registry(), clock, ServerFixture::local({}))
        , port(server.listen().value())
        , newcomer(std::move(wanted), clock, port)
    {
        engine.setListening(port);
        engine.sampleNetwork.candidates = {
            {QHostAddress(QHostAddress::LocalHost), QStringLiteral("lo"), {}, false}};
        wizard.setRequestFilter([this](SetupRequest &request) { newcomer.leadHere(request); });
    }

    OutletServer server;
    quint16 port;
    Newcomer newcomer;
};

} // namespace outlet::test
