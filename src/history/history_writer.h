// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "history/history_options.h"
#include "history/history_problem.h"
#include "history/recorded_entry.h"
#include "storage/sql_connection.h"

class QObject;

namespace outlet {

class HistoryFile;
class Sealer;

/// The thread that writes what is recorded, its bounded queue, and its news for the main thread.
/// What is recorded is gathered and written together; between two transactions it packs what is
/// over and drops what need not be kept, in small steps. Every public function but stop() returns
/// at once; they may be called from any thread.
class HistoryWriter
{
public:
    /// From a failed try to the next.
    static constexpr std::chrono::seconds kRetry{3};
    /// News of what was recorded come at most this often.
    static constexpr std::chrono::seconds kNewsEvery{1};
    /// Reports that wait for their places are placed when the rush is over, or after this.
    static constexpr std::chrono::seconds kLongestRush{5};
    /// More entries than this are written in several transactions.
    static constexpr std::size_t kMostInBatch = 20'000;

    /// A piece of work with the writer's connection, which may be closed when the file can't be
    /// opened. \a problem says whether everything recorded before is on disk (None) or why not.
    using Job = std::function<void(SqlConnection &connection, const HistoryProblem &problem)>;
    /// Whether a job may change rows that the writer has in mind.
    enum class JobKind { Looks, Changes };

    /// What happened since the news were last taken.
    struct News
    {
        std::optional<HistoryProblem> problem;
        RecordedNews recorded;
        std::optional<QString> damage; ///< writing stopped: SQLite's words for what is broken
    };

    /// \a receiver gets a QEvent::User when there are news; it must outlive the writer.
    HistoryWriter(QString path, const HistoryOptions &options, QObject *receiver);
    ~HistoryWriter();
    Q_DISABLE_COPY_MOVE(HistoryWriter)

    /// Starts the thread, also again after stop(). \a nowUtcMs begins the recording.
    void start(qint64 nowUtcMs);
    /// Writes what is queued (one try), runs the jobs that wait, and ends the thread. What could
    /// not be written waits for the next start().
    void stop();

    /// False when the queue is full: the entry is lost.
    [[nodiscard]] bool record(RecordedEntry entry);
    /// It is now this time: recording goes on though nothing happened. To be called more often
    /// than every kInterruptedMs.
    void tick(qint64 nowUtcMs);
    /// Runs \a job after everything that was recorded before it was written, or could not be.
    void run(Job job, JobKind kind);
    /// The same, for who waits for the job on another thread: false, and it never runs, when this
    /// thread is not running.
    [[nodiscard]] bool runIfRunning(Job job, JobKind kind);
    void setRetention(const HistoryRetention &retention);
    /// Tries at once what is being tried again every few seconds.
    void retryNow();
    [[nodiscard]] News takeNews();
    /// How many entries wait.
    [[nodiscard]] std::size_t waiting() const;

private:
    using Time = std::chrono::steady_clock::time_point;

    void loop();
    void openFile(HistoryFile &file, std::unique_lock<std::mutex> &lock);
    void waitForWork(std::unique_lock<std::mutex> &lock);
    void writeQueued(HistoryFile &file, std::unique_lock<std::mutex> &lock);
    void runJob(HistoryFile &file, Sealer &sealer, std::unique_lock<std::mutex> &lock);
    /// Gives some of the reports that wait their places; false when that failed.
    bool placeWaiting(HistoryFile &file, std::unique_lock<std::mutex> &lock);
    [[nodiscard]] bool shouldPlaceWaiting() const;
    void noteWaiting(const HistoryFile &file);
    void tidyUp(Sealer &sealer, std::unique_lock<std::mutex> &lock);
    [[nodiscard]] bool shouldTidyUp() const;
    void couldNotWrite(HistoryFile &file, const SqlFailure &failure);
    void failed(const SqlFailure &failure);
    void setProblem(const HistoryProblem &problem);
    void tell();
    void push(RecordedEntry entry);
    [[nodiscard]] bool canRunJobs() const;

    const QString m_path;
    const HistoryOptions m_options;
    QObject *const m_receiver;
    std::mutex m_lifeMutex; ///< held while the thread is started or joined
    std::thread m_thread;

    // Everything below is guarded by the mutex.
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<RecordedEntry> m_entries;
    std::size_t m_written = 0; ///< of m_entries, from the front
    struct WaitingJob
    {
        Job job;
        JobKind kind = JobKind::Looks;
        quint64 after = 0; ///< so many entries must be written before
    };
    std::vector<WaitingJob> m_jobs;
    quint64 m_countIn = 0;  ///< entries ever queued
    quint64 m_countOut = 0; ///< entries ever written
    HistoryRetention m_retention;
    News m_news;
    RecordedNews m_untold; ///< recorded, to be told at m_tellAt
    HistoryProblem m_problem;
    Time m_notBefore;
    Time m_tellAt;
    qint64 m_nowUtcMs = 0;
    /// The hour of m_nowUtcMs in which nothing was left to seal or drop.
    std::optional<qint64> m_tidyHour;
    /// Since when reports wait for their places.
    std::optional<Time> m_waitingSince;
    bool m_failed = false;
    bool m_damaged = false;
    bool m_stopping = false;
    bool m_running = false; ///< what is queued now will be looked at
    bool m_told = false;    ///< an event is on its way
};

} // namespace outlet
