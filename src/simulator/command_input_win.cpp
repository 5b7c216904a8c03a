// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/command_input.h"

#include <QtCore/QMetaObject>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

namespace outlet {

class CommandInput::Private
{
public:
    /// What the reading thread shares with its owner, and outlives it with.
    struct Shared
    {
        std::mutex mutex;
        CommandInput *receiver = nullptr;
    };
    std::shared_ptr<Shared> shared = std::make_shared<Shared>();
};

CommandInput::CommandInput(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->shared->receiver = this;
    // A read from a console can't be waited for together with sockets, nor be interrupted: it gets
    // a thread, which the end of the process ends.
    std::thread([shared = d->shared] {
        std::string line;
        while (std::getline(std::cin, line)) {
            const QString text = QString::fromLocal8Bit(line.c_str()).trimmed();
            const std::lock_guard lock(shared->mutex);
            CommandInput *const receiver = shared->receiver;
            if (!receiver)
                return;
            QMetaObject::invokeMethod(
                receiver, [receiver, text] { Q_EMIT receiver->lineRead(text); },
                Qt::QueuedConnection);
        }
    }).detach();
}

CommandInput::~CommandInput()
{
    const std::lock_guard lock(d->shared->mutex);
    d->shared->receiver = nullptr;
}

} // namespace outlet
