// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/command_input.h"

#include <QtCore/QByteArray>
#include <QtCore/QSocketNotifier>
#include <array>
#include <unistd.h>

namespace outlet {

namespace {

constexpr qsizetype kLongestLine = 4096;

} // namespace

class CommandInput::Private
{
public:
    QSocketNotifier notifier{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray buffer;
};

CommandInput::CommandInput(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    connect(&d->notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 1024> chunk{};
        const auto count = ::read(STDIN_FILENO, chunk.data(), chunk.size());
        if (count <= 0) {
            d->notifier.setEnabled(false);
            return;
        }
        d->buffer.append(chunk.data(), count);
        for (auto end = d->buffer.indexOf('\n'); end >= 0; end = d->buffer.indexOf('\n')) {
            const QString line = QString::fromUtf8(d->buffer.left(end)).trimmed();
            d->buffer.remove(0, end + 1);
            Q_EMIT lineRead(line);
        }
        if (d->buffer.size() > kLongestLine)
            d->buffer.clear();
    });
}

CommandInput::~CommandInput() = default;

} // namespace outlet
