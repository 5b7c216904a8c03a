// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/storage_problem.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

namespace outlet {

QString StorageProblem::sentence() const
{
    QString text;
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::ReadOnly:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "Outlet can’t write to %1, so changes last only until it is closed: make the folder "
            "writable, and they are saved.");
        break;
    case Kind::DiskFull:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "The disk that holds %1 is full: free some space, and your changes are saved.");
        break;
    case Kind::CannotWrite:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "Outlet can’t save to %1 right now and keeps trying: check the disk, and that no other "
            "program is using the file.");
        break;
    case Kind::CorruptSetAside:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "The file with your outlets and settings was damaged, so it was kept as %1 and a new "
            "one was started: check that your outlets are all there.");
        break;
    case Kind::TooNew:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "%1 was written by a newer Outlet and was left as it is: install the newer version, as "
            "nothing is remembered until then.");
        break;
    case Kind::CannotOpen:
        text = QCoreApplication::translate(
            "outlet::StorageProblem",
            "Outlet can’t open %1, so nothing is remembered: check that the folder can be used, "
            "then start Outlet again.");
        break;
    }
    return text.arg(QDir::toNativeSeparators(path));
}

bool StorageProblem::isRetried() const
{
    return kind == Kind::ReadOnly || kind == Kind::DiskFull || kind == Kind::CannotWrite;
}

} // namespace outlet
