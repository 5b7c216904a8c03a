// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <cstdio>

#include "base/system_clock.h"
#include "cli/cli_session.h"

using namespace outlet;

namespace {

bool writeTo(std::FILE *file, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fflush(file) == 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("outletctl"));
    const auto out = [](const QByteArray &bytes) { return writeTo(stdout, bytes); };
    const auto err = [](const QByteArray &bytes) { return writeTo(stderr, bytes); };

    const auto parsed = parseCliArguments(QCoreApplication::arguments());
    if (const auto *notice = std::get_if<CliNotice>(&parsed)) {
        if (notice->exit == ExitCode::Done)
            out(notice->text.toUtf8());
        else
            err("outletctl: " + notice->text.toUtf8() + '\n');
        return static_cast<int>(notice->exit);
    }
    SystemClock clock;
    CliSession session(std::get<CliRequest>(parsed), clock, out, err);
    QObject::connect(&session, &CliSession::ended, &app,
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    session.start();
    return QCoreApplication::exec();
}
