// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <functional>

#include "control/control_dispatcher.h"
#include "setup/address_choice.h"

namespace outlet {

class Settings;

/// Remembers which address of this computer outlets were told, and notices when it is another one.
/// Main thread.
class SetupMemory
{
public:
    using Candidates = std::function<QList<AddressCandidate>()>;

    /// \a settings must outlive this. \a now says which addresses this computer has.
    explicit SetupMemory(
        Settings &settings, Candidates now = [] { return serverAddressCandidates(); });

    /// An outlet was set up and connects to \a address from now on.
    void remember(const QHostAddress &address);
    /// What to say when this computer has that address no more; empty while all is well.
    [[nodiscard]] QString changedAddressText() const;

    /// "rememberSetup" {address}: outletctl has set an outlet up.
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply);

private:
    Settings &m_settings;
    Candidates m_now;
};

} // namespace outlet
