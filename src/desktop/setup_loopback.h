// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>

namespace outlet {

class SetupWizard;

/// The environment variable that makes the wizard set up a simulated outlet (outlet-sim --setup) on
/// 127.0.0.1 instead of real ones, for tests and for trying it out: the port of the datagrams, that
/// of announces, the outlet's TCP port and, if wanted, the limit in seconds and the outlet's
/// address, "7001,18266,41234,20,127.0.0.2".
inline constexpr char kSetupLoopbackVariable[] = "OUTLET_SETUP_LOOPBACK";

/// Makes \a wizard stay on loopback as \a value says; false when it makes no sense.
bool setUpOnLoopback(SetupWizard &wizard, const QByteArray &value);

} // namespace outlet
