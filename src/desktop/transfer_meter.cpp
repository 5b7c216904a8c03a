// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/transfer_meter.h"

#include <algorithm>

#include "desktop/format.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kEvery{200};
/// Before that a guess of the rest is worth nothing.
constexpr std::chrono::milliseconds kGuessAfter{700};

} // namespace

TransferMeter::TransferMeter(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock, [this] { look(); })
{
}

void TransferMeter::watch(std::shared_ptr<TransferProgress> progress)
{
    if (progress == m_progress)
        return;
    m_progress = std::move(progress);
    m_since = m_clock.monotonic();
    m_timeLeft.clear();
    if (m_progress)
        look();
    else
        m_timer.stop();
}

double TransferMeter::fraction() const
{
    return m_total > 0 ? std::clamp(double(m_done) / double(m_total), 0.0, 1.0) : -1;
}

void TransferMeter::look()
{
    m_timer.start(kEvery);
    m_done = m_progress->done;
    m_total = m_progress->total;
    const auto passed = m_clock.monotonic() - m_since;
    m_timeLeft.clear();
    if (passed >= kGuessAfter && m_done > 0 && m_total > m_done) {
        const double left = double(passed.count()) * double(m_total - m_done) / double(m_done);
        m_timeLeft =
            tr("about %1 left").arg(Format::duration(std::max(1000LL, qRound64(left))).text);
    }
    Q_EMIT changed();
}

} // namespace outlet
