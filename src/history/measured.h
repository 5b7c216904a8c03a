// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <optional>

namespace outlet {

/// An energy report as it arrived (protocol.md 3.5): an increment, measured before it arrived.
struct MeasuredReport
{
    QString outletId;
    qint64 arrivalUtcMs = 0;
    qint64 joules = 0;
    qint64 seconds = 0; ///< 0 = the outlet gave no span
    /// The most that this outlet can draw (protocol.md 4.2, by rating); empty = not known.
    std::optional<double> mostWatts;
};

/// A reading as it arrived.
struct MeasuredReading
{
    QString outletId;
    qint64 utcMs = 0;
    std::optional<double> powerWatts;
    std::optional<double> voltageVolts;
};

/// What the relay and the link are from this instant on.
struct MeasuredState
{
    enum class Cause : quint8 { Reported, Command, Button, StoredTimer, Link, Recording };
    QString outletId;
    qint64 utcMs = 0;
    bool connected = false;      ///< online or silent; false = offline
    std::optional<bool> relayOn; ///< empty = not known
    Cause cause = Cause::Reported;
    std::optional<int> signalDbm;
};

} // namespace outlet
