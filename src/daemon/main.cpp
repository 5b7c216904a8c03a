// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <cstdio>

#include "app/core.h"
#include "app/listen_error_text.h"
#include "app/program_options.h"
#include "base/process_limits.h"
#include "base/short_turns.h"
#include "base/standard_streams.h"
#include "base/stop_signal.h"
#include "server/socket_dispatcher.h"

using namespace outlet;

namespace {

void print(std::FILE *file, const QString &text)
{
    std::fputs(text.toUtf8().constData(), file);
    std::fflush(file);
}

void printError(const QString &text)
{
    print(stderr, QStringLiteral("outletd: %1\n").arg(text));
}

/// Says where outlets connect, or ends the program because they can't.
void announce(const Core &core)
{
    if (const auto &error = core.listenError()) {
        // Nothing runs yet that looking through /proc could hold up.
        printError(listenErrorText(*error, error->kind == ListenError::Kind::PortInUse
                                               ? findPortHolder(error->port)
                                               : std::nullopt));
        QCoreApplication::exit(static_cast<int>(ProgramExit::PortUnavailable));
        return;
    }
    const QStringList places = core.listeningAt();
    for (const QString &place : places)
        print(stdout, QStringLiteral("listening ws://%1/gnws\n").arg(place));
}

} // namespace

int main(int argc, char *argv[])
{
    prepareStandardStreams();
    // The glib event loop is linear in the number of sockets.
    qputenv("QT_NO_GLIB", "1");
    installSocketDispatcher();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("outletd"));

    const auto parsed =
        parseProgramOptions(QStringLiteral("outletd"), QCoreApplication::arguments());
    if (const auto *notice = std::get_if<ProgramNotice>(&parsed)) {
        if (notice->exit == ProgramExit::Done)
            print(stdout, notice->text);
        else
            print(stderr, notice->text + u'\n');
        return static_cast<int>(notice->exit);
    }
    const auto &options = std::get<ProgramOptions>(parsed);
    setUpLogging(options.logLevel);
    raiseOpenFileLimit();
    askForShortTurns();

    StopSignal stopSignal;
    QObject::connect(&stopSignal, &StopSignal::stopRequested, &app, &QCoreApplication::quit);
    CoreOptions coreOptions = options.core;
    for (;;) {
        bool isAgain = false; // with the file that was restored
        Core core(coreOptions);
        QObject::connect(&core, &Core::quitRequested, &app, &QCoreApplication::quit);
        QObject::connect(&core, &Core::restartRequested, &app, [&] {
            isAgain = true;
            if (core.port() != 0)
                coreOptions.port = core.port(); // outlets come back to where they were
            QCoreApplication::quit();
        });
        QObject::connect(&core, &Core::ready, &app, [&core] { announce(core); });
        if (!core.start()) {
            printError(core.startError());
            return static_cast<int>(ProgramExit::DataFolderUnusable);
        }
        const int exitCode = QCoreApplication::exec();
        core.stop();
        if (!isAgain)
            return exitCode;
    }
}
