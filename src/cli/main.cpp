// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <cstdio>
#include <utility>

#include "base/standard_streams.h"
#include "base/system_clock.h"
#include "cli/cli_session.h"
#include "cli/cli_text.h"
#include "cli/dns_session.h"
#include "cli/password_input.h"
#include "cli/setup_session.h"

using namespace outlet;

namespace {

bool writeTo(std::FILE *file, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, file) == size && std::fflush(file) == 0;
}

using Write = CliSession::Write;

int show(const CliNotice &notice, const Write &out, const Write &err)
{
    if (notice.exit == ExitCode::Done)
        out(notice.text.toUtf8());
    else
        err("outletctl: " + notice.text.toUtf8() + '\n');
    return static_cast<int>(notice.exit);
}

/// Runs a session until it ends; its exit code.
template <typename Session>
int runToItsEnd(Session &session)
{
    QObject::connect(&session, &Session::ended, QCoreApplication::instance(),
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    session.start();
    return QCoreApplication::exec();
}

int runSetup(const Write &out, const Write &err)
{
    auto parsed = parseSetupArguments(QCoreApplication::arguments());
    if (const auto *notice = std::get_if<CliNotice>(&parsed))
        return show(*notice, out, err);
    auto &command = std::get<SetupCommand>(parsed);
    SystemClock clock;
    if (command.kind == SetupCommand::Kind::CheckDns) {
        // The system's resolver tries for longer than the check waits, and the end waits for it.
        if (!qEnvironmentVariableIsSet("RES_OPTIONS"))
            qputenv("RES_OPTIONS", "timeout:2 attempts:1");
        DnsSession session(command, clock, out);
        return runToItsEnd(session);
    }
    QString note;
    if (!chooseAddresses(command.request, note))
        return show({QStringLiteral("This computer has no address in a network; give one with "
                                    "--ip or --server-ip."),
                     ExitCode::Refused},
                    out, err);
    auto password =
        readPassword(QStringLiteral("Wi‑Fi password of %1: ").arg(printable(command.request.ssid)));
    if (!password)
        return show(
            {QStringLiteral("The password can't be read from standard input."), ExitCode::Usage},
            out, err);
    command.request.password = std::move(*password);
    if (command.dryRun)
        return static_cast<int>(showDryRun(command, out, err));
    if (!note.isEmpty())
        err(note.toUtf8() + '\n');
    const NetworkProbes network;
    SetupSession session(std::move(command), clock, network, out, err);
    return runToItsEnd(session);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("outletctl"));
    const auto out = [](const QByteArray &bytes) { return writeTo(stdout, bytes); };
    const auto err = [](const QByteArray &bytes) { return writeTo(stderr, bytes); };

    if (isSetupCommand(QCoreApplication::arguments()))
        return runSetup(out, err);
    const auto parsed = parseCliArguments(QCoreApplication::arguments());
    if (const auto *notice = std::get_if<CliNotice>(&parsed))
        return show(*notice, out, err);
    SystemClock clock;
    CliSession session(std::get<CliRequest>(parsed), clock, out, err);
    return runToItsEnd(session);
}
