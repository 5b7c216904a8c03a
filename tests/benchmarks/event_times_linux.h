// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <atomic>
#include <ctime>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace outlet::bench {

/// Milliseconds of something that happened many times.
class Times
{
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    void clear() { m_all.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    /// "p50 3.1 ms  p95 4.0 ms  p99 5.2 ms  longest 6.0 ms  (213)"
    [[nodiscard]] std::string text() const;

private:
    std::vector<double> m_all;
};

/// An application that knows how long each event kept its thread: frames on one side (an update
/// request polishes, renders and swaps), everything else on the other.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    void clear();
    /// The longest frame since this was asked last; 0 = there was none.
    [[nodiscard]] double takeLongestFrame() { return std::exchange(m_longestFrameMs, 0); }
    [[nodiscard]] const Times &frames() const { return m_frames; }
    [[nodiscard]] const Times &others() const { return m_others; }
    /// What took longest that was no frame: "QTimer, event 1".
    [[nodiscard]] const std::string &longestOther() const { return m_longestOther; }

private:
    bool m_isInside = false;
    Times m_frames;
    Times m_others;
    double m_longestFrameMs = 0;
    double m_insideMs = 0;  ///< of frames within the event that is being handled
    double m_longestMs = 0; ///< of the others
    std::string m_longestOther;
};

/// Asks the main thread every two milliseconds for a sign of life, and notes how long it takes to
/// come, together with the time that the thread worked meanwhile: on a busy machine it also waits
/// for a core, which is not its own doing.
class Watchdog : public QObject
{
public:
    Watchdog();
    ~Watchdog() override;

    [[nodiscard]] const Times &waits() const { return m_waits; }
    [[nodiscard]] const Times &works() const { return m_works; }

protected:
    bool event(QEvent *event) override;

private:
    void run();

    std::atomic<bool> m_isAsked = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<qint64> m_askedNs = 0;
    std::atomic<qint64> m_askedWorkNs = 0; ///< what the main thread had worked by then
    clockid_t m_workClock{};               ///< of the main thread
    Times m_waits;
    Times m_works;
    std::thread m_thread;
};

} // namespace outlet::bench
