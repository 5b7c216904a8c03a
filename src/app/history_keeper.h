// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/history_care.h"
#include "base/clock.h"

namespace outlet {

class Core;
class History;
class OutletRegistry;

/// The running program's HistoryCare. What it is given must outlive it; the history must be closed
/// before it goes.
class HistoryKeeper : public HistoryCare
{
    Q_OBJECT
public:
    HistoryKeeper(Core &core, History &history, OutletRegistry &registry, BackupService &backups,
                  Clock &clock, QString filePath, QObject *parent = nullptr);

    void askFacts(std::function<void(const Facts &facts)> answer) override;
    void askLoss(const HistoryRetention &retention,
                 std::function<void(std::optional<qint64> bytes)> answer) override;
    void erase(Whose whose, Done done) override;
    [[nodiscard]] QString backupFolder() const override;
    void askBackups(std::function<void(const QList<BackupService::Backup> &)> answer) override;
    void backUp(const QString &path, BackupService::Done done) override;
    void restore(const QString &path, BackupService::Done done) override;
    [[nodiscard]] bool canRestore() const override;
    [[nodiscard]] QString keptBeforeRestore() const override;

private:
    void eraseNext(QStringList ids, const Done &done);
    /// Which of these outlets are not the user's any more.
    [[nodiscard]] QStringList removedOf(const QStringList &ids) const;

    Core &m_core;
    History &m_history;
    OutletRegistry &m_registry;
    BackupService &m_backups;
    Clock &m_clock;
    const QString m_filePath;
};

} // namespace outlet
