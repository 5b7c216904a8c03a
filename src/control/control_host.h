// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <functional>

#include "control/control_message.h"
#include "control/window_wish.h"

namespace outlet {

/// The program behind the control channel: what the channel asks of it besides the outlets.
/// Main thread.
class ControlHost
{
public:
    ControlHost() = default;
    virtual ~ControlHost() = default;
    Q_DISABLE_COPY_MOVE(ControlHost)

    /// "outlet" or "outletd".
    [[nodiscard]] virtual QString program() const = 0;
    /// Server, data folder and storage, for `status`.
    [[nodiscard]] virtual QJsonObject status() const = 0;
    /// Calls \a done once everything saved until now is on disk, with an empty text; or with what
    /// stands in the way, as a sentence, when it is not on disk within a bounded time.
    virtual void whenSaved(std::function<void(const QString &problem)> done) = 0;
    /// Shows the window and does \a wish; false when there is no window.
    virtual bool raise(const WindowWish &wish) = 0;
    /// Carries out a request that is about more than the outlets, and calls \a reply once, now or
    /// later. False, with nothing done, when there is no such verb.
    virtual bool carryOut(const control::Request &request,
                          const std::function<void(const control::Outcome &)> &reply)
    {
        Q_UNUSED(request)
        Q_UNUSED(reply)
        return false;
    }
    /// Ends the program, after this call has returned.
    virtual void quit() = 0;
};

} // namespace outlet
