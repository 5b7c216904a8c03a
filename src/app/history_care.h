// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>
#include <optional>

#include "app/backup_service.h"
#include "history/history_options.h"

namespace outlet {

/// The history's file as the user sees it: how large it is, what it would lose, its backups. Main
/// thread; answers come later, on it. An interface, so that the settings can be tried without a
/// file; HistoryKeeper is the real one.
class HistoryCare : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What is not known is empty.
    struct Facts
    {
        std::optional<qint64> fileBytes; ///< with what still waits beside it
        std::optional<qint64> freeBytes; ///< of the disk it is on
        std::optional<qint64> diskBytes;
        std::optional<qint64> bytesADay;
        std::optional<qint64> firstUtcMs;
        int removedOutlets = 0; ///< of which there is a history, though they were removed
    };
    /// Whose history is meant.
    enum class Whose { All, Removed };
    /// Told what went wrong, as a sentence; empty = done.
    using Done = std::function<void(const QString &problem)>;

    virtual void askFacts(std::function<void(const Facts &facts)> answer) = 0;
    /// How many bytes are older than \a retention keeps; empty = can't be read.
    virtual void askLoss(const HistoryRetention &retention,
                         std::function<void(std::optional<qint64> bytes)> answer) = 0;
    /// Removes what was measured, for ever.
    virtual void erase(Whose whose, Done done) = 0;

    /// See BackupService.
    [[nodiscard]] virtual QString backupFolder() const = 0;
    virtual void askBackups(std::function<void(const QList<BackupService::Backup> &)> answer) = 0;
    virtual void backUp(const QString &path, BackupService::Done done) = 0;
    /// See Core::restore().
    virtual void restore(const QString &path, BackupService::Done done) = 0;
    /// False in the demo, which keeps nothing.
    [[nodiscard]] virtual bool canRestore() const = 0;
    /// See Core::keptBeforeRestore().
    [[nodiscard]] virtual QString keptBeforeRestore() const = 0;

Q_SIGNALS:
    void backupsChanged();
};

} // namespace outlet
