// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <functional>
#include <optional>

#include "history/link_history.h"

namespace outlet {

class FrameTap;

/// What diagnostics ask of the running program. An interface, so that the page can be tried
/// without sockets and files; Diagnostics is the real one. Main thread; answers come later, on it.
class DiagnosticsSource
{
public:
    DiagnosticsSource() = default;
    virtual ~DiagnosticsSource() = default;
    Q_DISABLE_COPY_MOVE(DiagnosticsSource)

    [[nodiscard]] virtual FrameTap &frames() = 0;
    /// How often an outlet is asked for readings, while somebody looks at it or not.
    [[nodiscard]] virtual std::chrono::milliseconds readingsEvery(bool isObserved) const = 0;
    /// Outlets that are connected.
    [[nodiscard]] virtual int connectedCount() const = 0;
    /// The link of an outlet over the last day; empty when the history can't be read.
    virtual void askLink(const QString &outletId,
                         std::function<void(const std::optional<LinkAnswer> &)> answer) = 0;
    /// A report (see diagnosticReport()) of all outlets, or of one; most is said of
    /// \a mainOutletId. Takes some seconds when name servers are slow.
    virtual void askReport(const QString &onlyOutletId, const QString &mainOutletId,
                           std::function<void(const QJsonObject &report)> answer) = 0;
};

} // namespace outlet
