// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace outlet {

/// Numbers the powers that quantise() knows one after the other, so that a noisy load's readings
/// differ by small numbers whatever its size. Exact for quantised milliwatts of either sign.
[[nodiscard]] constexpr qint64 powerCode(qint64 milliwatts)
{
    if (milliwatts < 0)
        return -powerCode(-milliwatts);
    qint64 step = 0;
    while (milliwatts >> step >= 1024)
        ++step;
    return (milliwatts >> step) + 512 * step;
}

/// The power of that number; for any number, also one that no power has.
[[nodiscard]] constexpr qint64 powerOfCode(qint64 code)
{
    // 1024 + 512 * 50 is beyond all power there is, and well within 64 bits.
    constexpr qint64 most = 1024 + 512 * 50;
    if (code < 0)
        return code < -most ? -powerOfCode(most) : -powerOfCode(-code);
    if (code > most)
        return powerOfCode(most);
    const qint64 step = code < 1024 ? 0 : code / 512 - 1;
    return (code - 512 * step) << step;
}

} // namespace outlet
