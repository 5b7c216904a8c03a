// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace outlet {

/// When outlets that have logged in are first asked for a reading: a few at once, many that come at
/// one moment one after another, so that those that still wait for their /loginReply are answered
/// before the readings of the others come in.
class FirstQuestions
{
public:
    using Time = std::chrono::milliseconds;

    /// So many are asked at once.
    static constexpr int kAtOnce = 16;
    /// From one of many to the next.
    static constexpr Time kApart{1};

    /// How long the outlet that logs in \a now (monotonic) waits for its question.
    [[nodiscard]] Time wait(Time now);

private:
    Time m_next{0}; ///< when one more would be asked if none were asked at once
};

} // namespace outlet
