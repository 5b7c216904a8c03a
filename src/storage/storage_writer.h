// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "storage/changes.h"
#include "storage/storage_hooks.h"
#include "storage/storage_problem.h"
#include "storage/stored_state.h"

class QObject;

namespace outlet {

class DatabaseFile;

/// The thread that touches the disk, its queue, and its news for the main thread. Changes are
/// gathered for kGather and written together, or at once by retryNow(): many outlets often come at
/// one moment. Every public function belongs to the main thread, and only stop() waits for the
/// disk.
class StorageWriter
{
public:
    /// From the first change to its transaction.
    static constexpr std::chrono::milliseconds kGather{200};
    /// From a failed try to the next.
    static constexpr std::chrono::seconds kRetry{5};

    /// What happened since the news were last taken.
    struct News
    {
        std::optional<StoredState> opened;
        std::optional<StorageProblem> problem;
        bool written = false;
    };

    /// \a receiver gets a QEvent::User when there are news; it must outlive the writer.
    StorageWriter(QString path, StorageHooks hooks, QObject *receiver);
    ~StorageWriter();
    Q_DISABLE_COPY_MOVE(StorageWriter)

    /// Starts the thread, which opens the file first. Once.
    void start();
    /// Writes what is queued, tries once more what failed, and ends the thread.
    void stop();

    void save(const OutletRecord &record);
    void remove(const QString &id);
    void saveSetting(const QString &key, const QVariant &value);
    void retryNow();
    void replaceDamaged(const QString &systemText);
    [[nodiscard]] News takeNews();
    /// True while nothing is queued or being written.
    [[nodiscard]] bool isSaved() const;

private:
    using Time = std::chrono::steady_clock::time_point;

    template <typename Change>
    void enqueue(Change change);
    void run();
    void openFile(DatabaseFile &file);
    void replaceFile(DatabaseFile &file, std::unique_lock<std::mutex> &lock);
    void writeQueued(DatabaseFile &file, std::unique_lock<std::mutex> &lock);
    void waitForWork(std::unique_lock<std::mutex> &lock);
    void setProblem(const StorageProblem &problem);
    void tell();

    const QString m_path;
    const StorageHooks m_hooks;
    QObject *const m_receiver;
    std::thread m_thread;

    // Everything below is guarded by the mutex.
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Changes m_changes;
    News m_news;
    StorageProblem m_problem;
    Time m_notBefore;
    std::optional<QString> m_damage; ///< found by others: the file has to be replaced
    bool m_remembers = true;
    bool m_failed = false; ///< the last try failed: another is due even if nothing was queued since
    bool m_writing = false; ///< a batch is out of the queue and not yet on disk
    bool m_stopping = false;
    bool m_told = false; ///< an event is on its way
};

} // namespace outlet
