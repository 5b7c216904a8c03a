// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/epoll_dispatcher_linux.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTimerEvent>
#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include "base/logging.h"
#include "server/socket_dispatcher.h"

namespace outlet {

namespace {

constexpr quint64 kWakeKey = std::numeric_limits<quint64>::max();
constexpr int kEventsAtOnce = 256;

/// What epoll calls the things that a notifier of each type waits for.
constexpr std::array<quint32, 3> kInterest{EPOLLIN, EPOLLOUT, EPOLLPRI};
/// What is news for a notifier of each type: a broken socket is both readable and writable.
constexpr std::array<quint32, 3> kNews{
    EPOLLIN | EPOLLHUP | EPOLLERR, EPOLLOUT | EPOLLHUP | EPOLLERR, EPOLLPRI | EPOLLHUP | EPOLLERR};

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_elapsed.start();
    if (!isValid())
        return;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kWakeKey;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    if (m_wake >= 0)
        ::close(m_wake);
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    // What was posted meanwhile has also called wakeUp(), so that the wait below ends at once.
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_interrupted;
    if (mayWait)
        Q_EMIT aboutToBlock();
    int handled = flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? waitWithoutSockets(mayWait)
                                                                     : waitForSockets(mayWait);
    if (!m_interrupted)
        handled += activateTimers();
    return handled > 0;
}

int EpollDispatcher::waitMs(bool mayWait) const
{
    if (!mayWait)
        return 0;
    std::optional<qint64> due;
    for (const Timer &timer : m_timers) {
        if (!timer.running)
            due = std::min(due.value_or(timer.dueMs), timer.dueMs);
    }
    if (!due)
        return -1;
    return static_cast<int>(
        std::clamp<qint64>(*due - m_elapsed.elapsed(), 0, std::numeric_limits<int>::max()));
}

int EpollDispatcher::waitForSockets(bool mayWait)
{
    std::array<epoll_event, kEventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll, events.data(), kEventsAtOnce, waitMs(mayWait));
    if (mayWait)
        Q_EMIT awake();
    int handled = 0;
    for (int i = 0; i < count; ++i)
        handled += activate(events[static_cast<size_t>(i)].data.u64,
                            events[static_cast<size_t>(i)].events);
    return handled;
}

int EpollDispatcher::waitWithoutSockets(bool mayWait)
{
    pollfd wake{m_wake, POLLIN, 0};
    const int count = ::poll(&wake, 1, waitMs(mayWait));
    if (mayWait)
        Q_EMIT awake();
    return count > 0 ? activate(kWakeKey, EPOLLIN) : 0;
}

int EpollDispatcher::activate(quint64 key, quint32 events)
{
    if (key == kWakeKey) {
        quint64 count = 0;
        // Taken back before the posted events are sent, in the next call: none can be overlooked.
        m_wakePending = false;
        [[maybe_unused]] const auto size = ::read(m_wake, &count, sizeof count);
        return 1;
    }
    const auto descriptor = static_cast<size_t>(key & 0xffffffff);
    int handled = 0;
    for (size_t type = 0; type < kNews.size(); ++type) {
        if ((events & kNews[type]) == 0)
            continue;
        // Looked up every time: what was just delivered may have closed anything.
        const Descriptor &entry = m_descriptors[descriptor];
        if (entry.generation != static_cast<quint32>(key >> 32))
            break;
        if (QSocketNotifier *notifier = entry.notifiers[type]) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            ++handled;
        }
    }
    return handled;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<size_t>(notifier->socket());
    if (descriptor >= m_descriptors.size())
        m_descriptors.resize(descriptor + 1);
    m_descriptors[descriptor].notifiers[notifier->type()] = notifier;
    updateInterest(static_cast<int>(descriptor));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<size_t>(notifier->socket());
    if (descriptor >= m_descriptors.size() ||
        m_descriptors[descriptor].notifiers[notifier->type()] != notifier)
        return;
    m_descriptors[descriptor].notifiers[notifier->type()] = nullptr;
    updateInterest(static_cast<int>(descriptor));
}

void EpollDispatcher::updateInterest(int descriptor)
{
    Descriptor &entry = m_descriptors[static_cast<size_t>(descriptor)];
    quint32 events = 0;
    for (size_t type = 0; type < kInterest.size(); ++type)
        events |= entry.notifiers[type] ? kInterest[type] : 0;
    if (events == entry.events)
        return;
    if (entry.events == 0)
        ++entry.generation;
    epoll_event event{};
    event.events = events;
    event.data.u64 =
        static_cast<quint64>(entry.generation) << 32 | static_cast<quint32>(descriptor);
    // A descriptor in which nobody is interested is taken out: epoll would go on reporting that it
    // is broken. One that was closed before it was unregistered has left by itself.
    const int operation = events == 0         ? EPOLL_CTL_DEL
                          : entry.events == 0 ? EPOLL_CTL_ADD
                                              : EPOLL_CTL_MOD;
    entry.events = events;
    int result = ::epoll_ctl(m_epoll, operation, descriptor, &event);
    if (result != 0 && events != 0 && (errno == ENOENT || errno == EEXIST))
        result = ::epoll_ctl(m_epoll, errno == ENOENT ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor,
                             &event);
    if (result != 0 && events != 0)
        qCWarning(lcServer, "Descriptor %d can't be waited for: %s", descriptor,
                  qUtf8Printable(qt_error_string(errno)));
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    m_timers.push_back(
        Timer{timerId, interval, timerType, object, m_elapsed.elapsed() + interval, false});
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return std::erase_if(m_timers, [timerId](const Timer &timer) { return timer.id == timerId; }) >
           0;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers,
                         [object](const Timer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> result;
    for (const Timer &timer : m_timers) {
        if (timer.object == object)
            result.append(TimerInfo(timer.id, static_cast<int>(timer.intervalMs), timer.type));
    }
    return result;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const Timer *timer = findTimer(timerId);
    return timer ? static_cast<int>(std::max<qint64>(0, timer->dueMs - m_elapsed.elapsed())) : -1;
}

EpollDispatcher::Timer *EpollDispatcher::findTimer(int timerId)
{
    const auto found = std::find_if(m_timers.begin(), m_timers.end(),
                                    [timerId](const Timer &t) { return t.id == timerId; });
    return found == m_timers.end() ? nullptr : &*found;
}

int EpollDispatcher::activateTimers()
{
    const qint64 now = m_elapsed.elapsed();
    std::vector<std::pair<qint64, int>> due;
    for (const Timer &timer : m_timers) {
        if (timer.dueMs <= now && !timer.running)
            due.emplace_back(timer.dueMs, timer.id);
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[dueMs, id] : due) {
        Timer *timer = findTimer(id);
        if (!timer || timer->dueMs != dueMs || timer->running)
            continue; // stopped, or started anew, by one before it
        timer->dueMs = std::max(timer->dueMs + timer->intervalMs, now);
        timer->running = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer->object, &event);
        if (Timer *after = findTimer(id)) // the event may have moved or ended it
            after->running = false;
    }
    return static_cast<int>(due.size());
}

void EpollDispatcher::wakeUp()
{
    if (m_wakePending.exchange(true))
        return;
    const quint64 one = 1;
    [[maybe_unused]] const auto size = ::write(m_wake, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

void installSocketDispatcher()
{
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (dispatcher->isValid())
        QCoreApplication::setEventDispatcher(dispatcher.release());
}

} // namespace outlet
