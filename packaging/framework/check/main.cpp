// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>

#include "all.h"

using namespace outlet;

/// Opens the file in the folder that is given, writes to it, and says what it holds.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    SystemClock clock;
    Storage storage(QString::fromLocal8Bit(argv[1]));
    History history(storage.filePath(), clock);
    OutletRegistry registry(clock, &storage);
    OutletServer server(registry, clock, {});
    QObject::connect(&storage, &Storage::opened, &app, [&](const StoredState &) {
        history.open();
        history.flush().then(&app, [](const Result<bool, HistoryProblem> &done) {
            qInfo("%d models, history %s", int(protocol::models().size()),
                  done ? "written" : "not written");
            QCoreApplication::exit(done ? 0 : 1);
        });
    });
    storage.open();
    return app.exec();
}
