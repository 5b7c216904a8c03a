// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <functional>

class QSqlDatabase;

namespace outlet {

/// What Storage takes from its surroundings. The defaults are what a program wants.
struct StorageHooks
{
    /// The local time that names a damaged file. Called on the writer thread.
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
    /// Called on the writer thread before each transaction, with its connection: how a test holds
    /// the writer up, counts its transactions, or takes the disk away from it.
    std::function<void(QSqlDatabase &)> beforeWrite;
    /// Called on the writer thread before a damaged file is renamed; returns when nobody else of
    /// this program has it open any more (Windows renames no open file).
    std::function<void()> beforeSetAside;
};

} // namespace outlet
