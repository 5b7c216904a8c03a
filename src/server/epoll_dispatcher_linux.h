// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QElapsedTimer>
#include <atomic>
#include <optional>
#include <vector>

class QSocketNotifier;

namespace outlet {

/// A Qt event dispatcher on epoll, for a thread with many sockets and few timers. Waiting costs as
/// much as has happened, not as much as is open. Every timer is precise to the millisecond,
/// whatever its type. Belongs to the thread it is set for; wakeUp() and interrupt() may come from
/// any.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// False when the system gave no epoll or event descriptor; it must not be used then.
    [[nodiscard]] bool isValid() const { return m_epoll >= 0 && m_wake >= 0; }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    /// The notifiers of one descriptor. The generation tells a descriptor that was closed and given
    /// out again from the one that an event was meant for.
    struct Descriptor
    {
        QSocketNotifier *notifiers[3] = {nullptr, nullptr, nullptr}; ///< by QSocketNotifier::Type
        quint32 events = 0;                                          ///< as epoll knows them
        quint32 generation = 0;
    };

    struct Timer
    {
        int id = 0;
        qint64 intervalMs = 0;
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
        qint64 dueMs = 0;
        bool running = false; ///< its event is being delivered; it can't fire in a nested loop
    };

    void updateInterest(int descriptor);
    [[nodiscard]] int waitMs(bool mayWait) const;
    int waitForSockets(bool mayWait);
    int waitWithoutSockets(bool mayWait);
    int activate(quint64 key, quint32 events);
    int activateTimers();
    [[nodiscard]] Timer *findTimer(int timerId);

    int m_epoll = -1;
    int m_wake = -1;
    std::atomic<bool> m_wakePending{false};
    std::atomic<bool> m_interrupted{false};
    std::vector<Descriptor> m_descriptors; ///< by descriptor
    std::vector<Timer> m_timers;
    QElapsedTimer m_elapsed;
};

} // namespace outlet
