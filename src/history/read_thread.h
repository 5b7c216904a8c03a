// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

#include "storage/sql_connection.h"

namespace outlet {

/// Answers questions to the file one after another, on a thread and a reading connection of its
/// own; runs long jobs beside that, each on its own thread and connection. Its functions may be
/// called from any thread; only stop() waits.
class ReadThread
{
public:
    /// Given the open connection, or why it could not be opened.
    using Job = std::function<void(SqlConnection &connection, const SqlOutcome &failure)>;

    explicit ReadThread(QString path);
    ~ReadThread();
    Q_DISABLE_COPY_MOVE(ReadThread)

    /// Starts answering, also again after stop().
    void start();
    /// Ends the threads when the jobs under way are done; what waits stays for the next start().
    void stop();

    /// Runs \a job when those asked before it are answered.
    void ask(Job job);
    /// Runs \a job beside all others, at once; it must not wait for a start().
    void runAlone(Job job);
    /// Takes out what waits; for the end.
    [[nodiscard]] std::deque<Job> takeWaiting();

private:
    void loop();
    void reapAlone(bool all);

    struct Alone
    {
        std::thread thread;
        bool done = false;
    };

    const QString m_path;
    std::mutex m_lifeMutex; ///< held while threads are started or joined
    std::thread m_thread;
    std::list<Alone> m_alone;

    std::mutex m_mutex; ///< guards what follows, and Alone::done
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
};

} // namespace outlet
