// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <memory>

#include "server/frame_ring.h"

namespace outlet {

/// The last messages of every outlet, for diagnostics. All outlets share one budget: a home's have
/// 500 messages each, and where there are thousands of outlets only those that somebody looks at
/// have any, so that neither memory nor time grows with their number. Main thread.
class FrameTap : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostFrames = 500; ///< of one outlet
    static constexpr qsizetype kMostFramesInAll = 16 * 1024;
    static constexpr qsizetype kMostBytes = 128 * 1024; ///< of one outlet
    static constexpr qsizetype kMostBytesInAll = 8 * 1024 * 1024;
    /// With fewer an outlet keeps none: they would tell little of what came before, and masking
    /// each message costs a good part of what answering it does.
    static constexpr qsizetype kFewestFrames = 32;

    /// \a clock must outlive the tap.
    explicit FrameTap(Clock &clock, QObject *parent = nullptr);

    /// Where the messages of this outlet go, from its first login on.
    [[nodiscard]] std::shared_ptr<FrameRing> ringOf(const QString &outletId);
    /// nullptr when it has not logged in yet. Valid until forget().
    [[nodiscard]] const FrameRing *find(const QString &outletId) const;
    /// Nobody will ask for this outlet any more.
    void forget(const QString &outletId);

    /// Somebody looks at this outlet: it keeps as much as one may, and frameTaken() tells of each
    /// message. To be ended as often as it was begun.
    void watch(const QString &outletId);
    void unwatch(const QString &outletId);

Q_SIGNALS:
    /// A message of an outlet that is watched.
    void frameTaken(const QString &outletId);

private:
    void adapt();
    void apply(const QString &outletId, FrameRing &ring);

    Clock &m_clock;
    QHash<QString, std::shared_ptr<FrameRing>> m_rings;
    QHash<QString, int> m_watched;
    FrameRing::Limits m_limits;
};

} // namespace outlet
