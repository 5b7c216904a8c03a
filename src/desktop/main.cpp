// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QLocale>
#include <QtQuickControls2/QQuickStyle>
#include <QtWidgets/QApplication>
#include <cstdio>
#include <memory>
#include <utility>

#include "app/core.h"
#include "app/program_options.h"
#include "app/running_instance.h"
#include "base/logging.h"
#include "base/short_turns.h"
#include "base/standard_streams.h"
#include "base/stop_signal.h"
#include "desktop/command_line.h"
#include "desktop/desktop.h"
#include "desktop/english_plurals.h"
#include "desktop/window_preparation.h"

using namespace outlet;

namespace {

void print(std::FILE *file, const QString &text)
{
    std::fputs(text.toUtf8().constData(), file);
    std::fflush(file);
}

/// A system without a locale would write 1200 W and 24 h clocks that the design does not have.
void setUpLanguage(QApplication &application)
{
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto *plurals = new EnglishPlurals(&application);
    QCoreApplication::installTranslator(plurals);
}

} // namespace

int main(int argc, char *argv[])
{
    prepareStandardStreams();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto parsed = parseDesktopCommandLine(arguments);
    if (const auto *notice = std::get_if<ProgramNotice>(&parsed)) {
        if (notice->exit == ProgramExit::Done)
            print(stdout, notice->text);
        else
            print(stderr, notice->text + u'\n');
        return static_cast<int>(notice->exit);
    }
    const auto &options = std::get<DesktopOptions>(parsed);
    if (!options.hasDisplay) {
        print(stderr, QStringLiteral("outlet: There is no display to show a window on. "
                                     "Run outletd to serve outlets without one.\n"));
        return kNoDisplayExit;
    }
    setUpLogging(options.logLevel);
    askForShortTurns(); // this thread answers outlets, too

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("outlet"));
    QApplication::setApplicationDisplayName(QStringLiteral("Outlet"));
    QApplication::setDesktopFileName(QStringLiteral("outlet"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    setUpLanguage(application);

    if (!options.core.demo &&
        raiseRunningInstance(options.core.dataDir, options.wish) == RaiseResult::Raised)
        return 0;

    StopSignal stopSignal;
    QObject::connect(&stopSignal, &StopSignal::stopRequested, &application,
                     &QCoreApplication::quit);
    CoreOptions coreOptions = options.core;
    WindowWish wish = options.wish;
    // Who opens a file wants to see it, whatever else was asked for.
    for (bool isHidden = options.hidden && wish.kind != WindowWish::Import;; isHidden = false) {
        bool isAgain = false; // with the file that was restored
        auto preparation = std::make_unique<WindowPreparation>();
        Core core(coreOptions);
        std::unique_ptr<Desktop> desktop; // goes before the core that it shows
        QObject::connect(&core, &Core::quitRequested, &application, &QCoreApplication::quit);
        QObject::connect(&core, &Core::restartRequested, &application, [&] {
            isAgain = true;
            if (core.port() != 0)
                coreOptions.port = core.port(); // outlets come back to where they were
            QCoreApplication::quit();
        });
        QObject::connect(&core, &Core::ready, &application, [&] {
            desktop = std::make_unique<Desktop>(core, std::move(preparation));
            if (!desktop->window.load()) {
                QCoreApplication::exit(1);
                return;
            }
            core.setHasWindow(true);
            desktop->window.start(isHidden);
            desktop->app.fulfil(std::exchange(wish, {}));
        });
        if (!core.start()) {
            // Two starts at the same moment: the other one was not yet there to be asked above.
            if (!options.core.demo &&
                raiseRunningInstance(options.core.dataDir, options.wish) == RaiseResult::Raised)
                return 0;
            print(stderr, QStringLiteral("outlet: %1\n").arg(core.startError()));
            return static_cast<int>(ProgramExit::DataFolderUnusable);
        }
        preparation->drawAndFindFonts();
        const int exitCode = QApplication::exec();
        desktop.reset();
        core.stop();
        if (!isAgain)
            return exitCode;
    }
}
