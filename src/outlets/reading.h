// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMetaType>
#include <QtCore/QtGlobal>
#include <optional>

namespace outlet {

/// What an outlet measured at an instant. Draws the live curve; energy is never computed from it.
/// An empty value is unknown, which is not zero.
struct Reading
{
    qint64 utcMs = 0; ///< when it arrived
    std::optional<double> powerWatts;
    std::optional<double> averagePowerWatts; ///< the outlet's own running mean
    std::optional<double> voltageVolts;
};

/// Joules over seconds that have passed, as the outlet measured them: the truth for energy. An
/// increment, not a total.
struct EnergyReport
{
    qint64 receivedUtcMs = 0;
    qint64 joules = 0;
    qint64 seconds = 0; ///< 0 = the outlet gave no span; the energy counts all the same
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::Reading)
Q_DECLARE_METATYPE(outlet::EnergyReport)
