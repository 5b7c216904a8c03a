// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <memory>

#include "outlets/outlet_store.h"
#include "storage/storage_hooks.h"
#include "storage/storage_problem.h"
#include "storage/stored_state.h"

namespace outlet {

/// The one SQLite file, "outlet.sqlite" in the data folder: versioned schema with migrations, WAL,
/// a writer thread with a bounded queue. Every public function returns at once (but close()) and
/// belongs to the main thread; the disk is touched by the writer thread alone. A write is on disk
/// within a second. One process at a time may use a data folder: the caller sees to that.
class Storage : public QObject, public OutletStore
{
    Q_OBJECT
public:
    /// \a dataDir is made (0700) by open() when it does not exist.
    explicit Storage(QString dataDir, QObject *parent = nullptr);
    /// The same with other surroundings; for tests.
    Storage(QString dataDir, StorageHooks hooks, QObject *parent = nullptr);
    /// Like close().
    ~Storage() override;

    /// Opens, checks and migrates the file; answers with opened(), always, even when there is a
    /// problem (then the state is empty or what could be read). Once.
    void open();
    /// Writes what is queued, checkpoints and stops the thread. Waits for it: for shutdown only.
    /// What can't be written at that moment (disk full, …) is lost, and logged.
    void close();

    /// Queues the record. Saves of one id replace each other in the queue, so it holds at most one
    /// entry for each outlet. Before open() it waits; after close() it is ignored.
    void save(const OutletRecord &record) override;
    void remove(const QString &id) override;
    /// Remembers a setting (text, integer, finite number or bool; others are refused with a log
    /// line); an invalid value removes it. Queued like save().
    void saveSetting(const QString &key, const QVariant &value);

    /// Writes at once what is gathered or, after a problem, tried again every few seconds.
    void retryNow();

    /// Somebody else who uses the file found it to be damaged: it is set aside and a new one begun
    /// with all that is known, as when this finds it; problemChanged() tells when that is done.
    void replaceDamaged(const QString &systemText);

    /// True when everything saved until now is on disk. After written() it may be false again: the
    /// signal is about what was saved before it was queued.
    [[nodiscard]] bool isSaved() const;

    [[nodiscard]] const StorageProblem &problem() const;
    [[nodiscard]] QString filePath() const;

Q_SIGNALS:
    void opened(const outlet::StoredState &state);
    /// A problem appeared, changed or went away.
    void problemChanged();
    /// Everything saved before the signal was queued is on disk.
    void written();

protected:
    /// Takes the writer thread's news.
    void customEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
