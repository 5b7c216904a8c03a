// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>
#include <chrono>
#include <optional>

#include "protocol/models.h"
#include "simulator/appliance.h"

namespace outlet {

/// Energy as an outlet reports it (protocol.md 3.5).
struct MeteredEnergy
{
    qint64 joules = 0;
    qint64 seconds = 0;
};

/// The relay of a simulated outlet and the metering behind it: integrates what the appliance draws,
/// exactly, in integers. Pure; the caller passes the time, which must not go back.
class PowerMeter
{
public:
    /// \a nowMs is monotonic simulated time in milliseconds; \a localMsAtStart the household's own
    /// time at that moment. An outlet that starts switched on counts as on for hours already.
    PowerMeter(ApplianceKind kind, quint64 seed, protocol::Rating rating, qint64 localMsAtStart,
               std::chrono::milliseconds nowMs, bool relayOn);

    /// Counts what was drawn since the last call.
    void advanceTo(std::chrono::milliseconds nowMs);
    /// Switches at \a nowMs; what was drawn before is counted first.
    void setRelay(bool on, std::chrono::milliseconds nowMs);
    [[nodiscard]] bool relayOn() const { return m_relayOn; }

    /// Takes what can be reported: whole joules over the whole seconds since the last report, or
    /// since the relay was switched on. Fractions of both stay for the next report, so nothing is
    /// lost. Empty when less than a second has passed or nothing was on since the last report.
    [[nodiscard]] std::optional<MeteredEnergy> takeReport();

    /// What is drawn right now, at the time of the last advanceTo(); 0 while the relay is off.
    [[nodiscard]] double powerWatts() const;
    /// The mean of the last 30 seconds, or of the time since switching on (4.2).
    [[nodiscard]] double averagePowerWatts() const;
    /// The mains: nominal, with small noise and a sag under load. Empty while the relay is off or
    /// the metering chip has not settled after switching on (4.2).
    [[nodiscard]] std::optional<double> voltageVolts() const;
    /// False while the relay is off and for kSettling after switching on.
    [[nodiscard]] bool hasSettled() const;

    /// Everything drawn so far, in microjoules: the integral that reports must add up to.
    [[nodiscard]] qint64 totalMicrojoules() const { return m_totalMicrojoules; }
    /// What was drawn and not yet taken, in microjoules.
    [[nodiscard]] qint64 pendingMicrojoules() const { return m_pendingMicrojoules; }

    /// How long measurements stay 0:0 after switching on. The true time is unknown (section 10).
    static constexpr std::chrono::milliseconds kSettling{1500};

private:
    [[nodiscard]] qint64 milliwattsAt(qint64 localSecond) const;

    Appliance m_appliance;
    quint64 m_seed;
    protocol::Rating m_rating;
    qint64 m_localMsOffset; // local milliseconds = now + this
    std::chrono::milliseconds m_now;
    std::chrono::milliseconds m_onSince{0};
    std::optional<std::chrono::milliseconds> m_spanStart; // of the next report
    bool m_relayOn;
    qint64 m_totalMicrojoules = 0;
    qint64 m_pendingMicrojoules = 0;
};

} // namespace outlet
