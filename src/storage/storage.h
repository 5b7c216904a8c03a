// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <memory>

#include "outlets/outlet_store.h"

namespace outlet {

/// What is wrong with the file, in a form that people can act on.
struct StorageProblem
{
    enum class Kind {
        None,
        ReadOnly,        ///< the folder or the file can't be written; nothing is remembered
        DiskFull,        ///< writes wait in memory and are tried again until there is room
        CorruptSetAside, ///< the file was damaged; it was kept under another name, a new one begun
        TooNew,          ///< written by a newer Outlet; left untouched, nothing is remembered
        CannotOpen,
    };
    Kind kind = Kind::None;
    QString path;       ///< the file concerned; for CorruptSetAside where it was put
    QString systemText; ///< the system's or SQLite's own words, for details only

    /// One sentence that says what happened and what to do.
    [[nodiscard]] QString sentence() const;
};

/// What the file held when it was opened.
struct StoredState
{
    QList<OutletRecord> outlets;
    QHash<QString, QVariant> settings; ///< key -> value (QString, qint64, double or bool)
};

/// The one SQLite file, "outlet.sqlite" in the data folder: versioned schema with migrations, WAL,
/// a writer thread with a bounded queue. Every public function returns at once and belongs to the
/// main thread; the disk is touched by the writer thread alone. A write is on disk within a second.
class Storage : public QObject, public OutletStore
{
    Q_OBJECT
public:
    /// \a dataDir is made (0700) by open() when it does not exist.
    explicit Storage(QString dataDir, QObject *parent = nullptr);
    /// Like close().
    ~Storage() override;

    /// Opens, checks and migrates the file; answers with opened(), always, even when there is a
    /// problem (then the state is empty or what could be read).
    void open();
    /// Writes what is queued, checkpoints and stops the thread. Waits for it: for shutdown only.
    void close();

    void save(const OutletRecord &record) override;
    void remove(const QString &id) override;
    /// Remembers a setting; an invalid value removes it.
    void saveSetting(const QString &key, const QVariant &value);

    [[nodiscard]] const StorageProblem &problem() const;
    [[nodiscard]] QString filePath() const;

Q_SIGNALS:
    void opened(const outlet::StoredState &state);
    /// A problem appeared, changed or went away.
    void problemChanged();
    /// Everything saved before the signal was queued is on disk.
    void written();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::StoredState)
Q_DECLARE_METATYPE(outlet::StorageProblem)
