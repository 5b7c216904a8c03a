// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/diagnostics_source.h"
#include "outlets/outlet_registry.h"
#include "server/frame_tap.h"

namespace outlet {

/// Diagnostics without a server and a file: real frames and real reports, of what the test put in.
class SampleDiagnostics : public DiagnosticsSource
{
public:
    /// Both must outlive this.
    SampleDiagnostics(OutletRegistry &registry, Clock &clock);

    [[nodiscard]] FrameTap &frames() override { return m_frames; }
    [[nodiscard]] std::chrono::milliseconds readingsEvery(bool isObserved) const override
    {
        return isObserved ? std::chrono::seconds(5) : std::chrono::seconds(30);
    }
    [[nodiscard]] int connectedCount() const override { return 0; }
    void askLink(const QString &outletId,
                 std::function<void(const std::optional<LinkAnswer> &)> answer) override;
    void askReport(const QString &onlyOutletId, const QString &mainOutletId,
                   std::function<void(const QJsonObject &report)> answer) override;

    /// This outlet sends \a json.
    void say(const QString &outletId, const QByteArray &json);
    /// A day of an outlet as the design shows it: it wavers, weakens, is away, and comes back.
    void liveADay(Outlet &outlet);
    /// Nobody answers questions about the past any more.
    void closeHistory() { m_isOpen = false; }

private:
    OutletRegistry &m_registry;
    Clock &m_clock;
    FrameTap m_frames;
    QHash<QString, LinkAnswer> m_links;
    bool m_isOpen = true;
};

} // namespace outlet
