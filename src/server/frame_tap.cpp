// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/frame_tap.h"

#include <algorithm>
#include <bit>

namespace outlet {

FrameTap::FrameTap(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    adapt();
}

std::shared_ptr<FrameRing> FrameTap::ringOf(const QString &outletId)
{
    std::shared_ptr<FrameRing> &ring = m_rings[outletId];
    if (ring)
        return ring;
    ring = std::make_shared<FrameRing>(m_clock);
    const std::shared_ptr<FrameRing> made = ring;
    apply(outletId, *made);
    adapt();
    return made;
}

const FrameRing *FrameTap::find(const QString &outletId) const
{
    return m_rings.value(outletId).get();
}

void FrameTap::forget(const QString &outletId)
{
    if (m_rings.remove(outletId) > 0)
        adapt();
}

void FrameTap::watch(const QString &outletId)
{
    if (++m_watched[outletId] > 1)
        return;
    if (const auto ring = m_rings.value(outletId))
        apply(outletId, *ring);
}

void FrameTap::unwatch(const QString &outletId)
{
    const auto watched = m_watched.find(outletId);
    if (watched == m_watched.end() || --watched.value() > 0)
        return;
    m_watched.erase(watched);
    if (const auto ring = m_rings.value(outletId))
        apply(outletId, *ring);
}

void FrameTap::adapt()
{
    // In steps, so that not every outlet that comes changes the limits of all.
    const auto count = static_cast<qsizetype>(
        std::bit_ceil(static_cast<std::size_t>(std::max<qsizetype>(m_rings.size(), 1))));
    FrameRing::Limits limits{std::min(kMostFrames, kMostFramesInAll / count),
                             std::min(kMostBytes, kMostBytesInAll / count)};
    if (limits.frames < kFewestFrames)
        limits = {};
    if (limits.frames == m_limits.frames && limits.bytes == m_limits.bytes)
        return;
    m_limits = limits;
    for (auto it = m_rings.cbegin(); it != m_rings.cend(); ++it)
        apply(it.key(), *it.value());
}

void FrameTap::apply(const QString &outletId, FrameRing &ring)
{
    if (!m_watched.contains(outletId)) {
        ring.setWatcher({});
        ring.setLimits(m_limits);
        return;
    }
    ring.setWatcher([this, outletId] { Q_EMIT frameTaken(outletId); });
    ring.setLimits({kMostFrames, kMostBytes});
}

} // namespace outlet
