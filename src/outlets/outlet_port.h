// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/qglobal.h>

namespace outlet {

/// The way from an Outlet back to its hardware. Implemented by the server, used by Outlet only:
/// everybody else calls Outlet::setRelay(). Main thread.
class OutletPort
{
public:
    OutletPort() = default;
    virtual ~OutletPort() = default;
    Q_DISABLE_COPY_MOVE(OutletPort)

    /// Sends the wish; a newer one replaces one that waits. The port answers through
    /// Outlet::commandConfirmed() or Outlet::commandFailed().
    virtual void requestRelay(bool on) = 0;
    /// Asks for a reading now, without waiting for the next poll.
    virtual void requestReading() = 0;
    /// Somebody began or ceased to look at the outlet: readings are asked for more, or less, often.
    virtual void observedChanged(bool observed) = 0;
};

} // namespace outlet
