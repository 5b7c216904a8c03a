// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/stop_signal.h"

#include <QtCore/QMetaObject>
#include <mutex>
#include <windows.h>

namespace outlet {

namespace {

// The system calls the handler on a thread of its own.
std::mutex mutex;
StopSignal *receiver = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    const std::lock_guard lock(mutex);
    if (!receiver)
        return FALSE;
    QMetaObject::invokeMethod(receiver, &StopSignal::stopRequested, Qt::QueuedConnection);
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
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    const std::lock_guard lock(mutex);
    receiver = nullptr;
}

} // namespace outlet
