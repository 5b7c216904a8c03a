// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_writer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <algorithm>

#include "base/logging.h"
#include "history/history_file.h"
#include "history/sealing.h"
#include "storage/file_set.h"

namespace outlet {

HistoryWriter::HistoryWriter(QString path, const HistoryOptions &options, QObject *receiver)
    : m_path(std::move(path))
    , m_options(options)
    , m_receiver(receiver)
    , m_retention(options.retention)
{
}

HistoryWriter::~HistoryWriter()
{
    stop();
}

void HistoryWriter::start(qint64 nowUtcMs)
{
    const std::lock_guard life(m_lifeMutex);
    if (m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = false;
        m_running = true;
        m_failed = false;
        m_damaged = false;
        m_nowUtcMs = nowUtcMs;
        m_notBefore = {};
        push(RecordingTick{nowUtcMs, nowUtcMs});
    }
    m_thread = std::thread([this] { loop(); });
}

void HistoryWriter::stop()
{
    const std::lock_guard life(m_lifeMutex);
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool HistoryWriter::record(RecordedEntry entry)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_entries.size() - m_written >= std::size_t(m_options.queueLimit))
            return false;
        isFirst = m_entries.empty();
        if (isFirst) // many outlets often come at one moment: they are answered first
            m_notBefore =
                std::max(m_notBefore, std::chrono::steady_clock::now() + m_options.gather);
        push(std::move(entry));
    }
    // What comes behind the first changes nothing about when it is written, and waking a thread
    // costs as much as a message.
    if (isFirst)
        m_wake.notify_one();
    return true;
}

void HistoryWriter::push(RecordedEntry entry)
{
    m_entries.push_back(std::move(entry));
    ++m_countIn;
}

void HistoryWriter::tick(qint64 nowUtcMs)
{
    {
        const std::lock_guard lock(m_mutex);
        m_nowUtcMs = nowUtcMs;
        // While nothing else comes and the file can't be written, one entry stands for all ticks.
        auto *last =
            m_entries.size() > m_written ? std::get_if<RecordingTick>(&m_entries.back()) : nullptr;
        if (last && nowUtcMs >= last->untilUtcMs && nowUtcMs <= last->untilUtcMs + kInterruptedMs)
            last->untilUtcMs = nowUtcMs;
        else
            push(RecordingTick{nowUtcMs, nowUtcMs});
    }
    m_wake.notify_one();
}

void HistoryWriter::run(Job job, JobKind kind)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({std::move(job), kind, m_countIn});
    }
    m_wake.notify_one();
}

bool HistoryWriter::runIfRunning(Job job, JobKind kind)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_running)
            return false;
        m_jobs.push_back({std::move(job), kind, m_countIn});
    }
    m_wake.notify_one();
    return true;
}

void HistoryWriter::setRetention(const HistoryRetention &retention)
{
    {
        const std::lock_guard lock(m_mutex);
        m_retention = retention;
        m_tidyHour.reset();
    }
    m_wake.notify_one();
}

void HistoryWriter::retryNow()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failed)
            return;
        m_notBefore = {};
    }
    m_wake.notify_one();
}

HistoryWriter::News HistoryWriter::takeNews()
{
    const std::lock_guard lock(m_mutex);
    m_told = false;
    return std::exchange(m_news, {});
}

std::size_t HistoryWriter::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size() - m_written;
}

void HistoryWriter::loop()
{
    HistoryFile file(m_path);
    Sealer sealer(file.connection());
    std::unique_lock lock(m_mutex);
    for (;;) {
        waitForWork(lock);
        const bool isLastTry = m_stopping;
        const bool isDue = isLastTry || std::chrono::steady_clock::now() >= m_notBefore ||
                           (!m_jobs.empty() && !m_failed);
        if (isDue && !m_damaged) {
            if (!file.isOpen())
                openFile(file, lock);
            if (file.isOpen() && !m_entries.empty())
                writeQueued(file, lock);
        }
        if (!isLastTry && file.isOpen() && shouldPlaceWaiting())
            placeWaiting(file, lock);
        while (canRunJobs()) {
            // Who asks sees everything that was recorded before.
            while (m_waitingSince && file.isOpen() && placeWaiting(file, lock)) {
            }
            runJob(file, sealer, lock);
        }
        if (!isLastTry && file.isOpen() && shouldTidyUp())
            tidyUp(sealer, lock);
        if (!m_untold.isEmpty() && std::chrono::steady_clock::now() >= m_tellAt) {
            m_news.recorded.add(std::exchange(m_untold, {}));
            m_tellAt = std::chrono::steady_clock::now() + kNewsEvery;
            tell();
        }
        if (isLastTry) {
            // A long queue takes several transactions.
            if (!m_entries.empty() && !m_failed && !m_damaged)
                continue;
            while (!m_jobs.empty())
                runJob(file, sealer, lock);
            m_running = false;
            break;
        }
    }
    if (!m_entries.empty())
        qCWarning(lcHistory) << m_entries.size() - m_written
                             << "measured values could not be written:" << m_problem.systemText;
    lock.unlock();
    file.close();
}

bool HistoryWriter::canRunJobs() const
{
    return !m_jobs.empty() && (m_failed || m_damaged || m_countOut >= m_jobs.front().after);
}

void HistoryWriter::waitForWork(std::unique_lock<std::mutex> &lock)
{
    while (!m_stopping) {
        const Time now = std::chrono::steady_clock::now();
        Time wakeAt = Time::max();
        if (!m_jobs.empty())
            return; // who waits for an answer does not wait for more to be gathered
        if (shouldPlaceWaiting() || shouldTidyUp())
            return;
        if (!m_damaged && !m_entries.empty()) {
            if (now >= m_notBefore)
                return;
            wakeAt = m_notBefore;
        }
        if (!m_untold.isEmpty()) {
            if (now >= m_tellAt)
                return;
            wakeAt = std::min(wakeAt, m_tellAt);
        }
        if (wakeAt == Time::max())
            m_wake.wait(lock);
        else
            m_wake.wait_until(lock, wakeAt);
    }
}

void HistoryWriter::openFile(HistoryFile &file, std::unique_lock<std::mutex> &lock)
{
    lock.unlock();
    SqlOutcome failure = file.open();
    RejectedCounts rejected;
    if (!failure) {
        auto counts = file.rejectedCounts();
        if (counts)
            rejected = std::move(counts).value();
        else
            failure = counts.error();
    }
    lock.lock();
    if (failure) {
        file.close();
        failed(*failure);
        return;
    }
    noteWaiting(file);
    if (!rejected.isEmpty()) {
        m_news.recorded.rejected = rejected;
        tell();
    }
}

void HistoryWriter::writeQueued(HistoryFile &file, std::unique_lock<std::mutex> &lock)
{
    // The front of the queue is taken out only for good: it counts as waiting until it is on disk.
    std::vector<RecordedEntry> batch = std::exchange(m_entries, {});
    const std::size_t begin = std::exchange(m_written, 0);
    const std::size_t count = std::min(batch.size() - begin, kMostInBatch);
    const bool isAll = begin + count == batch.size();
    lock.unlock();
    const Result<RecordedNews, SqlFailure> written =
        file.write(std::span<const RecordedEntry>(batch.data() + begin, count));
    lock.lock();

    // What came meanwhile goes behind what is left.
    const std::size_t done = begin + (written ? count : 0);
    if (done < batch.size()) {
        std::move(m_entries.begin(), m_entries.end(), std::back_inserter(batch));
        m_entries = std::move(batch);
        m_written = done;
    }
    if (!written) {
        couldNotWrite(file, written.error());
        return;
    }
    m_failed = false;
    m_countOut += count;
    noteWaiting(file);
    m_notBefore = isAll ? std::chrono::steady_clock::now() + m_options.gather : Time();
    m_untold.add(*written);
    setProblem({});
}

bool HistoryWriter::shouldPlaceWaiting() const
{
    return m_waitingSince && !m_failed && !m_damaged &&
           (m_entries.empty() ||
            std::chrono::steady_clock::now() >= *m_waitingSince + kLongestRush);
}

void HistoryWriter::noteWaiting(const HistoryFile &file)
{
    if (!file.hasWaiting())
        m_waitingSince.reset();
    else if (!m_waitingSince)
        m_waitingSince = std::chrono::steady_clock::now();
}

bool HistoryWriter::placeWaiting(HistoryFile &file, std::unique_lock<std::mutex> &lock)
{
    constexpr int outletsInStep = 8; // so that what is recorded meanwhile does not wait for long
    lock.unlock();
    const Result<RecordedNews, SqlFailure> placed = file.placeWaiting(outletsInStep);
    lock.lock();
    if (!placed) {
        couldNotWrite(file, placed.error());
        return false;
    }
    m_untold.add(*placed);
    noteWaiting(file);
    return true;
}

void HistoryWriter::runJob(HistoryFile &file, Sealer &sealer, std::unique_lock<std::mutex> &lock)
{
    WaitingJob next = std::move(m_jobs.front());
    m_jobs.erase(m_jobs.begin());
    const HistoryProblem problem = m_problem;
    lock.unlock();
    next.job(file.connection(), problem);
    next.job = {}; // what it holds may wait for the mutex when it goes
    SqlOutcome failure;
    if (next.kind == JobKind::Changes) {
        failure = file.forgetReports();
        sealer.forget();
    }
    lock.lock();
    if (next.kind == JobKind::Changes) {
        m_tidyHour.reset();
        noteWaiting(file);
    }
    if (failure)
        failed(*failure);
}

bool HistoryWriter::shouldTidyUp() const
{
    // With nothing waiting: what belongs into an hour must be there before that is packed.
    return m_options.tidiesUp && !m_failed && !m_damaged && m_entries.empty() && !m_waitingSince &&
           m_tidyHour != hourOf(m_nowUtcMs);
}

void HistoryWriter::tidyUp(Sealer &sealer, std::unique_lock<std::mutex> &lock)
{
    // One small step; what was recorded meanwhile comes before the next.
    const qint64 nowUtcMs = m_nowUtcMs;
    const HistoryRetention retention = m_retention;
    lock.unlock();
    const auto more = sealer.step(nowUtcMs, retention);
    lock.lock();
    if (!more)
        failed(more.error());
    else if (!*more)
        m_tidyHour = hourOf(nowUtcMs);
}

void HistoryWriter::couldNotWrite(HistoryFile &file, const SqlFailure &failure)
{
    // On a full disk the connection is kept, as opening needs room too; anything else may need a
    // new one (the disk was mounted anew, the folder came back).
    if (failure.code != SqlFailure::Full)
        file.close();
    failed(failure);
}

void HistoryWriter::failed(const SqlFailure &failure)
{
    m_failed = true;
    m_notBefore = std::chrono::steady_clock::now() + kRetry;
    if (failure.isDamage() && !m_damaged) {
        m_damaged = true;
        m_news.damage = failure.text;
        tell();
    }
    const auto kind = problemFor(failure, m_path).kind == StorageProblem::Kind::DiskFull
                          ? HistoryProblem::Kind::DiskFull
                          : HistoryProblem::Kind::CannotWrite;
    setProblem({kind, m_path, failure.text});
}

void HistoryWriter::setProblem(const HistoryProblem &problem)
{
    // Each try may word the same problem differently; that is no news.
    if (problem.kind == m_problem.kind && problem.path == m_problem.path)
        return;
    m_problem = problem;
    m_news.problem = problem;
    if (problem.kind != HistoryProblem::Kind::None)
        qCWarning(lcHistory).noquote()
            << problem.sentence() << u'[' % problem.systemText.simplified() % u']';
    tell();
}

void HistoryWriter::tell()
{
    if (m_told)
        return;
    m_told = true;
    QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
}

} // namespace outlet
