// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/history_care.h"

namespace outlet {

/// A history's file for tests of the interface: says what it is told to say, at once, and remembers
/// what was asked of it. What takes time in earnest waits for the test.
class SampleHistoryCare : public HistoryCare
{
public:
    void askFacts(std::function<void(const Facts &facts)> answer) override { answer(facts); }
    void askLoss(const HistoryRetention &retention,
                 std::function<void(std::optional<qint64> bytes)> answer) override
    {
        askedLoss = retention;
        answer(loss);
    }
    void erase(Whose whose, Done done) override
    {
        erased = whose;
        done(problem);
    }
    [[nodiscard]] QString backupFolder() const override
    {
        return QStringLiteral("/home/kim/outlet/backups");
    }
    void askBackups(std::function<void(const QList<BackupService::Backup> &)> answer) override
    {
        answer(backups);
    }
    void backUp(const QString &path, BackupService::Done done) override
    {
        backedUpTo = path;
        waiting = std::move(done);
    }
    void restore(const QString &path, BackupService::Done done) override
    {
        restored = path;
        waiting = std::move(done);
    }
    [[nodiscard]] bool canRestore() const override { return true; }
    [[nodiscard]] QString keptBeforeRestore() const override { return {}; }

    Facts facts{214'000'000, 38'000'000'000, 60'000'000'000, 1'100'000, {}, 1};
    std::optional<qint64> loss = 12'000'000;
    QList<BackupService::Backup> backups;
    QString problem;
    std::optional<HistoryRetention> askedLoss;
    std::optional<Whose> erased;
    QString backedUpTo;
    QString restored;
    BackupService::Done waiting; ///< of backUp() or restore()
};

} // namespace outlet
