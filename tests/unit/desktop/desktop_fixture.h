// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <memory>

#include "automation/countdown_service.h"
#include "base/manual_clock.h"
#include "desktop/english_plurals.h"
#include "desktop/outlet_faces.h"
#include "outlets/outlet_port.h"
#include "outlets/outlet_registry.h"
#include "plain_text.h"

namespace outlet {

/// Hardware at the other end: notes what it is asked, and answers only when the test says so.
class FakePort : public OutletPort
{
public:
    explicit FakePort(Outlet &outlet)
        : m_outlet(outlet)
    {
    }
    void requestRelay(bool on) override
    {
        wishes.append(on);
        m_outlet.commandPending(on);
    }
    void requestReading() override { ++readingsAsked; }
    void observedChanged(bool isObserved) override { observed = isObserved; }
    /// The outlet does what was asked last.
    void confirm()
    {
        m_outlet.applyRelay(wishes.last(), RelayCause::Command);
        m_outlet.commandConfirmed();
    }

    QList<bool> wishes;
    int readingsAsked = 0;
    bool observed = false;

private:
    Outlet &m_outlet;
};

/// A home at 2025-11-18 12:00 UTC, in US English.
class DesktopFixture
{
public:
    DesktopFixture();
    ~DesktopFixture();

    /// A known outlet that is online, whose relay is not told yet; its id ends in \a end.
    Outlet *addKnown(const QString &name, const QString &room = {}, const QString &end = {});
    /// One that waits for a decision.
    Outlet *addNew(const QString &end);
    [[nodiscard]] FakePort &port(const Outlet *outlet) { return *ports.value(outlet); }
    [[nodiscard]] OutletFace *face(const Outlet *outlet) { return faces.find(outlet->id()); }

    /// Somebody presses its button, now.
    void switched(Outlet *outlet, bool on);
    void measure(Outlet *outlet, double watts, std::optional<double> volts = 120.0);
    void advance(std::chrono::milliseconds by) { clock.advance(by); }

    ManualClock clock;
    OutletRegistry registry;
    CountdownService countdowns;
    QStringList simulatedIds;
    OutletFaces faces;
    QHash<const Outlet *, std::shared_ptr<FakePort>> ports;

private:
    void plugIn(Outlet *outlet);

    EnglishPlurals m_plurals;
    int m_count = 0;
};

} // namespace outlet
