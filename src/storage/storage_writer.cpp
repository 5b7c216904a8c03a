// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/storage_writer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <algorithm>

#include "base/logging.h"
#include "storage/database_file.h"

namespace outlet {

StorageWriter::StorageWriter(QString path, StorageHooks hooks, QObject *receiver)
    : m_path(std::move(path))
    , m_hooks(std::move(hooks))
    , m_receiver(receiver)
{
}

StorageWriter::~StorageWriter()
{
    stop();
}

void StorageWriter::start()
{
    m_thread = std::thread([this] { run(); });
}

void StorageWriter::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

template <typename Change>
void StorageWriter::enqueue(Change change)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_remembers)
            return;
        isFirst = m_changes.isEmpty();
        if (isFirst)
            m_notBefore = std::max(m_notBefore, std::chrono::steady_clock::now() + kGather);
        change(m_changes);
    }
    if (isFirst) // the thread knows already when it writes what comes behind
        m_wake.notify_one();
}

void StorageWriter::save(const OutletRecord &record)
{
    enqueue([&](Changes &changes) { changes.save(record); });
}

void StorageWriter::remove(const QString &id)
{
    enqueue([&](Changes &changes) { changes.remove(id); });
}

void StorageWriter::saveSetting(const QString &key, const QVariant &value)
{
    enqueue([&](Changes &changes) { changes.saveSetting(key, value); });
}

void StorageWriter::retryNow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failed && m_changes.isEmpty())
            return;
        m_notBefore = {};
    }
    m_wake.notify_one();
}

void StorageWriter::replaceDamaged(const QString &systemText)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_remembers)
            return;
        m_damage = systemText;
        m_notBefore = {};
    }
    m_wake.notify_one();
}

StorageWriter::News StorageWriter::takeNews()
{
    const std::lock_guard lock(m_mutex);
    m_told = false;
    return std::exchange(m_news, {});
}

bool StorageWriter::isSaved() const
{
    const std::lock_guard lock(m_mutex);
    return m_changes.isEmpty() && !m_writing;
}

void StorageWriter::run()
{
    DatabaseFile file(m_path, m_hooks);
    openFile(file);

    std::unique_lock lock(m_mutex);
    for (;;) {
        waitForWork(lock);
        const bool isLastTry = m_stopping;
        if (m_damage)
            replaceFile(file, lock);
        if (!m_damage && (!m_changes.isEmpty() || m_failed))
            writeQueued(file, lock);
        if (isLastTry)
            break;
    }
    if (!m_changes.isEmpty())
        qCWarning(lcStorage) << m_changes.size()
                             << "changes could not be saved:" << m_problem.systemText;
    m_remembers = false;
    lock.unlock();
    file.close();
}

void StorageWriter::openFile(DatabaseFile &file)
{
    DatabaseFile::Opened opened = file.open();

    const std::lock_guard lock(m_mutex);
    m_remembers = file.remembers();
    if (!m_remembers)
        m_changes = {};
    m_failed = opened.problem.isRetried();
    if (m_failed)
        m_notBefore = std::chrono::steady_clock::now() + kRetry;
    m_news.opened = std::move(opened.state);
    setProblem(opened.problem);
    tell();
}

void StorageWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    while (!m_stopping) {
        if (m_changes.isEmpty() && !m_failed && !m_damage)
            m_wake.wait(lock);
        else if (std::chrono::steady_clock::now() < m_notBefore)
            m_wake.wait_until(lock, m_notBefore);
        else
            return;
    }
}

void StorageWriter::writeQueued(DatabaseFile &file, std::unique_lock<std::mutex> &lock)
{
    const Changes batch = std::exchange(m_changes, {});
    m_writing = true;
    lock.unlock();
    const DatabaseFile::Written written = file.write(batch);
    const auto now = std::chrono::steady_clock::now();
    lock.lock();
    m_writing = false;

    m_failed = !written.done;
    if (m_failed)
        m_changes.putBack(batch);
    // It was damaged and is a new one now; others had to let go of the file that they knew.
    if (written.problem.kind == StorageProblem::Kind::CorruptSetAside &&
        written.problem.path != m_problem.path)
        m_damage.reset();
    if (m_failed)
        m_notBefore = now + kRetry;
    setProblem(written.problem);
    // Something queued meanwhile is not on disk yet: then the next round says it.
    if (written.done && m_changes.isEmpty()) {
        m_news.written = true;
        tell();
    }
}

void StorageWriter::replaceFile(DatabaseFile &file, std::unique_lock<std::mutex> &lock)
{
    const QString systemText = *std::exchange(m_damage, std::nullopt);
    lock.unlock();
    const DatabaseFile::Written replaced = file.replaceDamaged(systemText);
    lock.lock();
    m_failed = !replaced.done;
    m_damage.reset(); // what was found meanwhile was found in the file before
    if (m_failed) {
        m_damage = systemText; // nothing is written to it before it is replaced
        m_notBefore = std::chrono::steady_clock::now() + kRetry;
    }
    setProblem(replaced.problem);
}

void StorageWriter::setProblem(const StorageProblem &problem)
{
    // Each try may word the same problem differently; that is no news.
    if (problem.kind == m_problem.kind && problem.path == m_problem.path)
        return;
    m_problem = problem;
    m_news.problem = problem;
    if (problem.kind != StorageProblem::Kind::None)
        qCWarning(lcStorage).noquote()
            << problem.sentence() << u'[' % problem.systemText.simplified() % u']';
    tell();
}

void StorageWriter::tell()
{
    if (m_told)
        return;
    m_told = true;
    QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
}

} // namespace outlet
