// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
//
// A headless server in one page: prints what each outlet measures, and toggles the outlet whose
// name (or id, or an unambiguous beginning of one) is typed. Usage: outlet-example [PORT]
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTextStream>

#include "base/system_clock.h"
#include "outlets/outlet_registry.h"
#include "server/outlet_server.h"

using namespace outlet;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    SystemClock clock; // time is handed to every part, so that tests can hold it
    OutletRegistry registry(clock, nullptr); // nullptr: nothing is remembered over a restart
    registry.setAcceptNew(true);             // whoever connects is ours; apps ask the user

    QObject::connect(&registry, &OutletRegistry::outletAdded, &app, [&](Outlet *outlet) {
        outlet->observe(); // a reading every 5 seconds instead of every 30
        QObject::connect(outlet, &Outlet::readingChanged, &app, [&out, outlet] {
            if (const auto &reading = outlet->reading(); reading && reading->powerWatts)
                out << outlet->displayName() << ": " << *reading->powerWatts << " W" << Qt::endl;
        });
        QObject::connect(outlet, &Outlet::relayChanged, &app, [&out, outlet] {
            if (outlet->relay()) // unknown until the outlet has said it
                out << outlet->displayName() << (*outlet->relay() ? " on" : " off") << Qt::endl;
        });
    });

    ServerOptions options;
    options.port = argc > 1 ? QByteArray(argv[1]).toUShort() : kDefaultPort;
    OutletServer server(registry, clock, options);
    const auto port = server.listen();
    if (!port)
        qFatal("The port can't be opened: %s", qPrintable(port.error().systemText));
    out << "listening on port " << *port << Qt::endl;

    QFile input;
    QSocketNotifier keyboard(0, QSocketNotifier::Read);
    keyboard.setEnabled(input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered));
    QObject::connect(&keyboard, &QSocketNotifier::activated, &app, [&] {
        const QString name = QString::fromUtf8(input.readLine()).trimmed();
        if (name.isEmpty()) // the end of the input: serve without a keyboard
            return keyboard.setEnabled(false);
        const auto found = registry.lookUp(name);
        if (!found)
            out << "no such outlet, or several: " << name << Qt::endl;
        else if ((*found)->setRelay(!(*found)->relay().value_or(false)) != CommandResult::Sent)
            out << (*found)->displayName() << " is offline" << Qt::endl;
    });
    return app.exec();
}
