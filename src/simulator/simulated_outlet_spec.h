// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <chrono>
#include <optional>

#include "protocol/framing.h"
#include "protocol/models.h"
#include "simulator/appliance.h"

namespace outlet {

/// Which commands an outlet never obeys, nor confirms.
enum class NeverConfirms { Nothing, TurningOn, TurningOff, Everything };

/// How an outlet goes off the network.
enum class DropManner {
    Close, ///< its connection breaks, and the server can see it
    Mute,  ///< it falls silent while the connection looks alive
};

/// When a simulated outlet sends its first energy report (protocol.md section 5): both were seen.
enum class FirstReport {
    Early, ///< a few seconds after the login
    Late,  ///< a whole period after it was powered
};

/// What an outlet reports while its relay is off; the real behaviour is unknown (3.5).
enum class OffReports {
    None, ///< nothing
    Zero, ///< reports of 0 J
};

/// A rhythm of being on the network and away from it.
struct Presence
{
    std::chrono::milliseconds onlineFor{0};
    std::chrono::milliseconds awayFor{0};
};

/// What goes wrong with a simulated outlet, and how often. Rates are per hour of simulated time.
struct SimulatedFaults
{
    NeverConfirms neverConfirms = NeverConfirms::Nothing;
    double slowShare = 0;                      ///< 0 to 1: commands obeyed and confirmed late
    std::chrono::milliseconds slowDelay{6000}; ///< how late
    double dropsPerHour = 0;
    DropManner dropManner = DropManner::Close;
    std::chrono::milliseconds dropAtLeast{5000}; ///< how long it stays away
    std::chrono::milliseconds dropAtMost{20000};
    std::optional<Presence> presence;
    double malformedPerHour = 0; ///< messages that no server can make sense of
    double pressesPerHour = 0;   ///< of the outlet's own button: no fault, but as random
};

/// Everything that makes up one simulated outlet. Name, room, icon, model and limits are for
/// whoever shows it: the wire carries none of them (3.2).
struct SimulatedOutletSpec
{
    QString id; ///< UUID v4; see simulatedOutletId()
    QString name;
    QString room;
    QString icon;
    QString modelKey;                 ///< of protocol::models(); empty: not chosen by the user
    protocol::Rating rating{10, 120}; ///< as printed on its back
    std::optional<double> standbyBelowWatts;
    std::optional<double> warnAboveWatts;

    ApplianceKind appliance = ApplianceKind::Lamp;
    quint64 seed = 1;
    protocol::Framing framing = protocol::Framing::Text;
    QString firmVersion = QStringLiteral("1.89");
    qint64 firmVersionCode = 89;
    int signalDbm = -58; ///< around which it wavers
    bool relayOn = true;
    FirstReport firstReport = FirstReport::Late;
    OffReports offReports = OffReports::None;
    /// The household's time at the start, seconds since 1970; empty: the clock's UTC.
    std::optional<qint64> localSecondAtStart;
    SimulatedFaults faults;
};

} // namespace outlet
