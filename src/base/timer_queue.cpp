// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/timer_queue.h"

namespace outlet {

Clock::TimerId TimerQueue::add(std::chrono::milliseconds due, std::function<void()> callback)
{
    const Clock::TimerId id = ++m_lastId;
    m_byDue.emplace(Key(due, id), std::move(callback));
    m_due.emplace(id, due);
    return id;
}

void TimerQueue::remove(Clock::TimerId id)
{
    const auto it = m_due.find(id);
    if (it == m_due.end())
        return;
    m_byDue.erase(Key(it->second, id));
    m_due.erase(it);
}

std::optional<std::chrono::milliseconds> TimerQueue::nextDue() const
{
    if (m_byDue.empty())
        return std::nullopt;
    return m_byDue.begin()->first.first;
}

std::function<void()> TimerQueue::takeDue(std::chrono::milliseconds now, Clock::TimerId lastId)
{
    const auto first = m_byDue.begin();
    if (first == m_byDue.end() || first->first.first > now || first->first.second > lastId)
        return {};
    std::function<void()> callback = std::move(first->second);
    m_due.erase(first->first.second);
    m_byDue.erase(first);
    return callback;
}

} // namespace outlet
