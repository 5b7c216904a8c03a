// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "event_times_linux.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <pthread.h>

namespace outlet::bench {

namespace {

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

qint64 workedNs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return time.tv_sec * qint64(1'000'000'000) + time.tv_nsec;
}

} // namespace

std::string Times::text() const
{
    if (m_all.empty())
        return "never happened";
    std::vector<double> sorted = m_all;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&sorted](double part) {
        return sorted[static_cast<std::size_t>(double(sorted.size() - 1) * part)];
    };
    char text[120];
    std::snprintf(text, sizeof(text),
                  "p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms  longest %6.2f ms  (%zu)", at(0.5),
                  at(0.95), at(0.99), sorted.back(), sorted.size());
    return text;
}

bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type();
    // An event may send others, which are part of it; but a frame begins in a timer's event.
    const bool isFrame = type == QEvent::UpdateRequest;
    if (m_isInside && !isFrame)
        return QApplication::notify(receiver, event);
    const bool wasInside = std::exchange(m_isInside, true);
    const std::string name = receiver->metaObject()->className();
    const qint64 start = nowNs();
    const bool isTaken = QApplication::notify(receiver, event);
    const double tookMs = double(nowNs() - start) / 1e6;
    m_isInside = wasInside;
    if (isFrame) {
        m_frames.add(tookMs);
        m_longestFrameMs = std::max(m_longestFrameMs, tookMs);
        m_insideMs += wasInside ? tookMs : 0;
        return isTaken;
    }
    const double ownMs = tookMs - std::exchange(m_insideMs, 0);
    m_others.add(ownMs);
    if (ownMs > m_longestMs) {
        m_longestMs = ownMs;
        m_longestOther = name + ", event " + std::to_string(int(type));
    }
    return isTaken;
}

void TimedApplication::clear()
{
    m_frames.clear();
    m_others.clear();
    m_longestFrameMs = 0;
    m_longestMs = 0;
    m_longestOther.clear();
}

Watchdog::Watchdog()
{
    pthread_getcpuclockid(pthread_self(), &m_workClock);
    m_thread = std::thread([this] { run(); });
}

Watchdog::~Watchdog()
{
    m_isEnding = true;
    m_thread.join();
}

void Watchdog::run()
{
    using namespace std::chrono_literals;
    while (!m_isEnding) {
        if (!m_isAsked.exchange(true)) {
            m_askedWorkNs = workedNs(m_workClock);
            m_askedNs = nowNs();
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        }
        std::this_thread::sleep_for(2ms);
    }
}

bool Watchdog::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_waits.add(double(nowNs() - m_askedNs) / 1e6);
    m_works.add(double(workedNs(m_workClock) - m_askedWorkNs) / 1e6);
    m_isAsked = false;
    return true;
}

} // namespace outlet::bench
