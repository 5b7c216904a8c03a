// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/first_questions.h"

#include <algorithm>

namespace outlet {

FirstQuestions::Time FirstQuestions::wait(Time now)
{
    const Time at = std::max(m_next, now - (kAtOnce - 1) * kApart);
    m_next = at + kApart;
    return std::max(at - now, Time(0));
}

} // namespace outlet
