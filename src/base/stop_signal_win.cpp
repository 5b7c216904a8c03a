// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/stop_signal.h"

#include <QtCore/QMetaObject>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <windows.h>

namespace outlet {

namespace {

// The system calls the handler on a thread of its own.
std::mutex mutex;
std::condition_variable receiverGone;
StopSignal *receiver = nullptr;

/// Windows waits five seconds before it ends a program whose console is closed.
constexpr std::chrono::milliseconds kLongestStop{4'500};

BOOL WINAPI onConsoleEvent(DWORD event)
{
    std::unique_lock lock(mutex);
    if (!receiver)
        return FALSE;
    QMetaObject::invokeMethod(receiver, &StopSignal::stopRequested, Qt::QueuedConnection);
    // After these the program is ended as soon as this function returns: everything is written
    // first.
    if (event == CTRL_CLOSE_EVENT || event == CTRL_LOGOFF_EVENT || event == CTRL_SHUTDOWN_EVENT)
        receiverGone.wait_for(lock, kLongestStop, [] { return receiver == nullptr; });
    return TRUE;
}

} // namespace

class StopSignal::Private
{
};

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    const std::lock_guard lock(mutex);
    receiver = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

StopSignal::~StopSignal()
{
    {
        const std::lock_guard lock(mutex);
        receiver = nullptr;
    }
    receiverGone.notify_all();
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
}

} // namespace outlet
