// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT

// storage_kill_child FOLDER FIRST once|forever: saves changes from number FIRST on and prints each
// one it was given back for, "saved NUMBER UTCMS", until it is killed. With "once" it saves one,
// prints "written" when that is on disk, and waits to be killed.

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimer>
#include <cstdio>

#include "kill_protocol.h"
#include "storage/storage.h"

using namespace outlet;

static void saveChange(Storage &storage, int change)
{
    OutletRecord record;
    record.id = test::killOutletId(change);
    record.decision = change % 2 == 0 ? Decision::Known : Decision::Ignored;
    record.name = QString::number(change);
    storage.save(record);
    storage.saveSetting(test::killSettingKey(), change);
    std::printf("saved %d %lld\n", change,
                static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
    std::fflush(stdout);
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    Storage storage(arguments.at(1));
    int change = arguments.at(2).toInt();
    const bool isOnce = arguments.at(3) == u"once";

    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] { saveChange(storage, change++); });
    QObject::connect(&storage, &Storage::opened, [&] {
        if (storage.problem().kind != StorageProblem::Kind::None)
            QCoreApplication::exit(1);
        else if (isOnce)
            saveChange(storage, change);
        else
            timer.start(3);
    });
    QObject::connect(&storage, &Storage::written, [&] {
        if (isOnce) {
            std::puts("written");
            std::fflush(stdout);
        }
    });
    storage.open();
    return QCoreApplication::exec();
}
