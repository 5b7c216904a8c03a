// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QtGlobal>
#include <chrono>

namespace outlet {

/// A small random generator that gives the same numbers on every platform, which the standard
/// library's distributions do not promise. Not for secrets.
class SeededRandom
{
public:
    /// Equal seeds give equal sequences.
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }

    /// The next 64 random bits.
    [[nodiscard]] quint64 next();
    /// At least 0 and less than 1.
    [[nodiscard]] double unit();
    /// At least \a low and less than \a high.
    [[nodiscard]] double between(double low, double high);
    /// At least \a low and at most \a high.
    [[nodiscard]] std::chrono::milliseconds between(std::chrono::milliseconds low,
                                                    std::chrono::milliseconds high);
    /// The wait until the next event of a process that has \a perHour events an hour on average;
    /// at least 1 ms. \a perHour must be positive.
    [[nodiscard]] std::chrono::milliseconds untilNext(double perHour);

    /// A number from 0 up to 1 that depends on the three keys alone: noise without memory.
    [[nodiscard]] static double noise(quint64 seed, quint64 stream, qint64 position);

private:
    quint64 m_state;
};

/// The id of simulated outlet number \a index: a UUID of version 4 in lower case (protocol.md 3.2),
/// always the same for the same seed and index.
[[nodiscard]] QString simulatedOutletId(quint64 seed, int index);

} // namespace outlet
