// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/history_keeper.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include "app/core.h"
#include "history/history.h"
#include "history/history_facts.h"
#include "outlets/outlet_registry.h"
#include "storage/file_set.h"

namespace outlet {

HistoryKeeper::HistoryKeeper(Core &core, History &history, OutletRegistry &registry,
                             BackupService &backups, Clock &clock, QString filePath,
                             QObject *parent)
    : HistoryCare(parent)
    , m_core(core)
    , m_history(history)
    , m_registry(registry)
    , m_backups(backups)
    , m_clock(clock)
    , m_filePath(std::move(filePath))
{
    connect(&backups, &BackupService::listChanged, this, &HistoryCare::backupsChanged);
}

void HistoryKeeper::askFacts(std::function<void(const Facts &facts)> answer)
{
    const bool isAsked = m_history.runReading(
        [this, path = m_filePath, now = m_clock.utcMs(), answer](SqlConnection &connection) {
            Facts facts;
            const QFileInfo file(path);
            if (file.exists())
                facts.fileBytes = file.size() + QFileInfo(walPath(path)).size();
            const QStorageInfo disk(file.absolutePath());
            if (disk.isValid() && disk.isReady()) {
                facts.freeBytes = disk.bytesAvailable();
                facts.diskBytes = disk.bytesTotal();
            }
            QStringList ids;
            if (connection.isOpen()) {
                if (const auto counted = historyFacts(connection, now)) {
                    facts.bytesADay = counted->bytesADay;
                    facts.firstUtcMs = counted->firstUtcMs;
                    ids = counted->outletIds;
                }
            }
            QMetaObject::invokeMethod(
                this,
                [this, facts, ids, answer]() mutable {
                    facts.removedOutlets = int(removedOf(ids).size());
                    answer(facts);
                },
                Qt::QueuedConnection);
        });
    if (!isAsked)
        answer({});
}

void HistoryKeeper::askLoss(const HistoryRetention &retention,
                            std::function<void(std::optional<qint64> bytes)> answer)
{
    const bool isAsked = m_history.runReading(
        [this, retention, now = m_clock.utcMs(), answer](SqlConnection &connection) {
            std::optional<qint64> bytes;
            if (connection.isOpen()) {
                if (const auto counted = bytesBeyond(connection, retention, now))
                    bytes = *counted;
            }
            QMetaObject::invokeMethod(
                this, [bytes, answer] { answer(bytes); }, Qt::QueuedConnection);
        });
    if (!isAsked)
        answer(std::nullopt);
}

QStringList HistoryKeeper::removedOf(const QStringList &ids) const
{
    QStringList removed;
    for (const QString &id : ids) {
        const Outlet *outlet = m_registry.find(id);
        if (!outlet || !outlet->isKnown())
            removed.append(id);
    }
    return removed;
}

void HistoryKeeper::erase(Whose whose, Done done)
{
    const bool isAsked = m_history.runReading([this, whose, done,
                                               now = m_clock.utcMs()](SqlConnection &connection) {
        const auto counted = connection.isOpen()
                                 ? historyFacts(connection, now)
                                 : Result<HistoryFacts, SqlFailure>(SqlFailure{
                                       SqlFailure::CannotOpen, tr("The file is not open.")});
        QMetaObject::invokeMethod(
            this,
            [this, whose, done, counted] {
                if (!counted)
                    return done(counted.error().text);
                eraseNext(whose == Whose::All ? counted->outletIds : removedOf(counted->outletIds),
                          done);
            },
            Qt::QueuedConnection);
    });
    if (!isAsked)
        done(tr("There is no file at the moment."));
}

void HistoryKeeper::eraseNext(QStringList ids, const Done &done)
{
    if (ids.isEmpty())
        return done({});
    const QString id = ids.takeFirst();
    // One after the other: recording goes on between them.
    m_history.erase(id).then(this, [this, ids, done](const Result<bool, HistoryProblem> &erased) {
        if (!erased)
            return done(erased.error().sentence());
        eraseNext(ids, done);
    });
}

QString HistoryKeeper::backupFolder() const
{
    return m_backups.folder();
}

void HistoryKeeper::askBackups(std::function<void(const QList<BackupService::Backup> &)> answer)
{
    m_backups.list(std::move(answer));
}

void HistoryKeeper::backUp(const QString &path, BackupService::Done done)
{
    m_backups.backUp(path, std::move(done));
}

void HistoryKeeper::restore(const QString &path, BackupService::Done done)
{
    m_core.restore(path, done);
}

bool HistoryKeeper::canRestore() const
{
    return !m_core.options().demo;
}

QString HistoryKeeper::keptBeforeRestore() const
{
    return m_core.keptBeforeRestore();
}

} // namespace outlet
