// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <optional>

#include "history/raw_rows.h"

namespace outlet {

/// Chooses which readings of one outlet are stored, so that a curve drawn from them is within 1 %
/// of what was received, peaks and steps included. A value type without a clock.
class ReadingFilter
{
public:
    /// A value that stays the same is stored again after this time.
    static constexpr qint64 kHeartbeatMs = 120 * 1000;

    /// Takes a quantised reading; returns what has to be stored now, ascending by time.
    [[nodiscard]] QList<RawReading> add(const RawReading &reading);
    /// Returns the reading that was left out last, if it is from before \a utcMs, when something
    /// else changes at that time: the value before that change is stored up to it.
    [[nodiscard]] std::optional<RawReading> takeSkipped(qint64 utcMs);

private:
    [[nodiscard]] bool differsFromStored(const RawReading &reading) const;

    std::optional<RawReading> m_stored;
    std::optional<RawReading> m_skipped;
};

} // namespace outlet
