// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/read_thread.h"

namespace outlet {

ReadThread::ReadThread(QString path)
    : m_path(std::move(path))
{
}

ReadThread::~ReadThread()
{
    stop();
}

void ReadThread::start()
{
    const std::lock_guard life(m_lifeMutex);
    if (m_thread.joinable())
        return;
    m_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void ReadThread::stop()
{
    const std::lock_guard life(m_lifeMutex);
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    reapAlone(true);
}

void ReadThread::ask(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void ReadThread::runAlone(Job job)
{
    const std::lock_guard life(m_lifeMutex);
    reapAlone(false);
    Alone &alone = m_alone.emplace_back();
    alone.thread = std::thread([this, &alone, job = std::move(job)] {
        {
            SqlConnection connection;
            const SqlOutcome failure =
                connection.openForReading(m_path, SqlConnection::Reading::Shared);
            job(connection, failure);
        }
        const std::lock_guard lock(m_mutex);
        alone.done = true;
    });
}

std::deque<ReadThread::Job> ReadThread::takeWaiting()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_jobs, {});
}

void ReadThread::loop()
{
    SqlConnection connection;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_stopping)
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        SqlOutcome failure;
        if (!connection.isOpen())
            failure = connection.openForReading(m_path, SqlConnection::Reading::Shared);
        if (failure)
            connection.close(); // the next question tries again
        job(connection, failure);
        job = {}; // what it holds may ask again when it goes
        lock.lock();
    }
}

void ReadThread::reapAlone(bool all)
{
    for (auto it = m_alone.begin(); it != m_alone.end();) {
        bool isDone = all;
        {
            const std::lock_guard lock(m_mutex);
            isDone = isDone || it->done;
        }
        if (!isDone) {
            ++it;
            continue;
        }
        it->thread.join();
        it = m_alone.erase(it);
    }
}

} // namespace outlet
