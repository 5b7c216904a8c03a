// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <deque>
#include <functional>
#include <optional>

#include "base/clock.h"
#include "protocol/decoder.h"

namespace outlet {

/// One message between an outlet and the server, without anything personal in it.
struct TappedFrame
{
    quint64 number = 0; ///< 1, 2, 3 … of this outlet
    qint64 utcMs = 0;
    bool isIncoming = true;
    QByteArray text; ///< one line of UTF-8, see protocol::maskedFrame()
};

/// The last messages of one outlet, in memory alone. What comes from the outlet is masked when it
/// is taken in. Main thread.
class FrameRing
{
public:
    /// How much is kept; nothing with 0 frames.
    struct Limits
    {
        qsizetype frames = 0;
        qsizetype bytes = 0; ///< of text
    };

    /// \a clock must outlive the ring.
    explicit FrameRing(Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] bool isKeeping() const { return m_limits.frames > 0; }
    void setLimits(Limits limits);
    /// Called for each frame that was taken in; empty = nobody.
    void setWatcher(std::function<void()> watcher) { m_watcher = std::move(watcher); }

    /// A frame that arrived, and what decode() made of it. A login stays beside the others until
    /// the next one, and says which \a account is to be hidden from then on.
    void takeIn(protocol::FrameType type, QByteArrayView payload,
                const protocol::DecodeResult &result);
    /// A message of this server's own, which has nothing personal in it.
    void takeOut(const QByteArray &json);

    /// Ascending by time.
    [[nodiscard]] const std::deque<TappedFrame> &frames() const { return m_frames; }
    /// The login of the present connection; empty when it was not kept.
    [[nodiscard]] const std::optional<TappedFrame> &login() const { return m_login; }

private:
    void add(bool isIncoming, QByteArray text);
    void trim();

    Clock &m_clock;
    Limits m_limits;
    std::function<void()> m_watcher;
    std::deque<TappedFrame> m_frames;
    std::optional<TappedFrame> m_login;
    QByteArray m_account;
    qsizetype m_bytes = 0;
    quint64 m_lastNumber = 0;
};

} // namespace outlet
