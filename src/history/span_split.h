// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>
#include <algorithm>

namespace outlet {

/// How much of \a amount, which is spread evenly over [startMs, endMs), lies before \a atMs;
/// rounded down. However a span is cut, the differences of this add up to the whole, and a piece
/// that is cut again gives the same pieces: all resolutions agree, joule for joule. A span without
/// length counts whole at the millisecond before its end. \a amount must not be negative.
[[nodiscard]] inline qint64 amountBefore(qint64 amount, qint64 startMs, qint64 endMs, qint64 atMs)
{
    const qint64 start = std::min(startMs, endMs - 1);
    if (atMs <= start)
        return 0;
    if (atMs >= endMs)
        return amount;
    const qint64 length = endMs - start;
    const qint64 passed = atMs - start;
    // amount * passed / length without leaving 64 bits: the remainder and `passed` are both less
    // than `length`, whose square fits for spans of up to 96 years.
    return amount / length * passed + (amount % length) * passed / length;
}

/// How much of it lies in [fromMs, toMs).
[[nodiscard]] inline qint64 amountBetween(qint64 amount, qint64 startMs, qint64 endMs,
                                          qint64 fromMs, qint64 toMs)
{
    return amountBefore(amount, startMs, endMs, toMs) -
           amountBefore(amount, startMs, endMs, fromMs);
}

} // namespace outlet
