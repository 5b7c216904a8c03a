// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>
#include <vector>

#include "base/clock.h"

namespace outlet {

class Storage;

/// Tells when everything that was saved until now is on disk, or that it is not within a bounded
/// time. Main thread; never waits.
class SaveWait : public QObject
{
    Q_OBJECT
public:
    /// How long a write may take before it counts as not done.
    static constexpr std::chrono::seconds kLimit{2};
    using Done = std::function<void(const QString &problem)>;

    /// Both must outlive this.
    SaveWait(Storage &storage, Clock &clock, QObject *parent = nullptr);

    /// Calls \a done once, with an empty text or with the problem as a sentence: at once when it is
    /// known already.
    void whenSaved(Done done);

private:
    struct Waiting
    {
        Done done;
        std::chrono::milliseconds until; ///< monotonic
    };
    void check();
    void giveUp();

    Storage &m_storage;
    Clock &m_clock;
    ClockTimer m_limit;
    std::vector<Waiting> m_waiting; ///< those who wait longest first
};

} // namespace outlet
