// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <cstdio>

#include "base/process_limits.h"
#include "base/standard_streams.h"
#include "simulator/simulator_options.h"
#include "simulator/simulator_program.h"

int main(int argc, char *argv[])
{
    outlet::prepareStandardStreams();
    // GLib's event dispatcher slows down with every socket; Qt's own one does so far less.
    qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);

    using outlet::SimulatorProgram;
    const auto options = outlet::parseSimulatorOptions(QCoreApplication::arguments());
    if (!options) {
        const outlet::SimulatorUsage &usage = options.error();
        std::fprintf(usage.isError ? stderr : stdout, usage.isError ? "outlet-sim: %s\n" : "%s\n",
                     qPrintable(usage.text));
        return usage.isError ? SimulatorProgram::kUsage : SimulatorProgram::kDone;
    }
    if (options->listOnly) {
        std::printf("%s\n", qPrintable(outlet::listing(options->household, options->jsonEvents)));
        return SimulatorProgram::kDone;
    }
    outlet::raiseOpenFileLimit();
    SimulatorProgram program(*options);
    if (!program.start())
        return SimulatorProgram::kUsage;
    return QCoreApplication::exec();
}
