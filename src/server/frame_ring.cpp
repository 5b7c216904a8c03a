// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/frame_ring.h"

#include <utility>

#include "protocol/frame_mask.h"

namespace outlet {

namespace {

const protocol::Login *loginIn(const protocol::DecodeResult &result)
{
    const auto *decoded = std::get_if<protocol::Decoded>(&result);
    return decoded ? std::get_if<protocol::Login>(&decoded->message) : nullptr;
}

} // namespace

void FrameRing::setLimits(Limits limits)
{
    m_limits = limits;
    if (!isKeeping())
        m_login.reset();
    trim();
}

void FrameRing::takeIn(protocol::FrameType type, QByteArrayView payload,
                       const protocol::DecodeResult &result)
{
    const protocol::Login *login = loginIn(result);
    if (login)
        m_account = login->account.toUtf8();
    if (!isKeeping())
        return;
    add(true, protocol::maskedFrame(type, payload, result, m_account));
    if (login)
        m_login = m_frames.back();
}

void FrameRing::takeOut(const QByteArray &json)
{
    if (isKeeping())
        add(false, json);
}

void FrameRing::add(bool isIncoming, QByteArray text)
{
    m_bytes += text.size();
    m_frames.push_back({++m_lastNumber, m_clock.utcMs(), isIncoming, std::move(text)});
    trim();
    if (m_watcher)
        m_watcher();
}

void FrameRing::trim()
{
    const auto most = static_cast<std::size_t>(m_limits.frames);
    while (m_frames.size() > most || (m_bytes > m_limits.bytes && m_frames.size() > 1)) {
        m_bytes -= m_frames.front().text.size();
        m_frames.pop_front();
    }
    if (m_frames.empty())
        m_frames.shrink_to_fit();
}

} // namespace outlet
