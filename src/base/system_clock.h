// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "base/clock.h"
#include "base/timer_queue.h"

namespace outlet {

/// The computer's clock. All its timers share one precise QTimer, so thousands of them cost the
/// event loop one entry. Lives in the thread that made it, which must run an event loop.
class SystemClock : public QObject, public Clock
{
    Q_OBJECT
public:
    explicit SystemClock(QObject *parent = nullptr);

    [[nodiscard]] qint64 utcMs() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId id) override;

private:
    void arm();
    void runDue();

    QElapsedTimer m_elapsed;
    QTimer m_timer;
    TimerQueue m_queue;
    std::chrono::milliseconds m_armedFor{-1};
};

} // namespace outlet
