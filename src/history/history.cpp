// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history.h"

#include <QtCore/QEvent>
#include <QtCore/QPromise>
#include <atomic>
#include <future>

#include "base/logging.h"
#include "history/history_check.h"
#include "history/history_facts.h"
#include "history/history_merge.h"
#include "history/history_reader.h"
#include "history/history_recovery.h"
#include "history/history_writer.h"
#include "history/read_thread.h"

namespace outlet {

using Kind = HistoryProblem::Kind;

namespace {

/// How often the end of the recording moves while nothing happens.
constexpr std::chrono::seconds kTick{10};

template <typename T>
using PromisePtr = std::shared_ptr<QPromise<Result<T, HistoryProblem>>>;

template <typename T>
PromisePtr<T> makePromise()
{
    auto promise = std::make_shared<QPromise<Result<T, HistoryProblem>>>();
    promise->start();
    return promise;
}

template <typename T>
void finish(const PromisePtr<T> &promise, Result<T, HistoryProblem> answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

} // namespace

class History::Private
{
public:
    Private(History *history, const QString &filePath, Clock &givenClock,
            const HistoryOptions &options)
        : q(history)
        , path(filePath)
        , clock(givenClock)
        , writer(filePath, options, history)
        , reader(filePath)
        , tickTimer(givenClock, [this] { tick(); })
    {
    }

    enum class State { New, Open, Suspended, Closed };

    void start()
    {
        state = State::Open;
        closing = false;
        writer.start(clock.utcMs());
        reader.start();
        tickTimer.start(kTick);
        Q_EMIT q->started();
    }

    void tick()
    {
        writer.tick(clock.utcMs());
        tickTimer.start(kTick);
    }

    void record(RecordedEntry entry)
    {
        if (state == State::Closed)
            return;
        if (writer.record(std::move(entry)))
            return;
        if (dropped++ == 0)
            qCWarning(lcHistory) << "more is measured than can be kept in memory until the disk "
                                    "can be written: new values are lost";
    }

    /// Does \a step on the writing thread while another one waits for it.
    [[nodiscard]] bool writeStep(const std::function<SqlOutcome(SqlConnection &)> &step,
                                 HistoryWriter::JobKind kind)
    {
        std::promise<bool> worked;
        const bool isTaken = writer.runIfRunning(
            [&](SqlConnection &connection, const HistoryProblem &why) {
                worked.set_value(why.kind == Kind::None && !step(connection));
            },
            kind);
        return isTaken && worked.get_future().get();
    }

    /// Brings the history of a damaged file over, on a thread of its own.
    void recover(const QString &damagedPath)
    {
        reader.runAlone([this, damagedPath](SqlConnection &, const SqlOutcome &) {
            const auto write = [this](const std::function<SqlOutcome(SqlConnection &)> &step) {
                return writeStep(step, HistoryWriter::JobKind::Changes);
            };
            const RecoveryResult result = recoverHistory(damagedPath, closing, write, isSoundBlob);
            QMetaObject::invokeMethod(
                q,
                [this, damagedPath, isComplete = result.isComplete] {
                    Q_EMIT q->rewritten();
                    if (isComplete)
                        Q_EMIT q->recovered(damagedPath);
                },
                Qt::QueuedConnection);
        });
    }

    template <typename T, typename Question>
    [[nodiscard]] QFuture<Result<T, HistoryProblem>> ask(Question question);
    template <typename T, typename Work>
    [[nodiscard]] QFuture<Result<T, HistoryProblem>> change(Work work);

    void setProblem()
    {
        // What keeps it from recording is more urgent than what happened and was mended.
        const HistoryProblem now = writing.kind == Kind::None ? standing : writing;
        if (now == problem)
            return;
        problem = now;
        Q_EMIT q->problemChanged();
    }

    /// Says once of each file that it is damaged, however many find out.
    void tellDamage(const QString &systemText)
    {
        if (std::exchange(isDamageTold, true))
            return;
        Q_EMIT q->damageFound(systemText);
    }

    /// Looks at the file after a failure, but once for each file.
    void checkOnce()
    {
        if (std::exchange(checkedFile, fileNumber) != fileNumber)
            q->checkFile();
    }

    void takeNews()
    {
        const HistoryWriter::News news = writer.takeNews();
        for (auto it = news.recorded.rejected.cbegin(); it != news.recorded.rejected.cend(); ++it)
            rejected.insert(it.key(), it.value());
        if (news.problem) {
            writing = *news.problem;
            setProblem();
        }
        if (news.damage)
            tellDamage(*news.damage);
        if (!news.recorded.outletIds.isEmpty())
            Q_EMIT q->recorded(news.recorded.outletIds, news.recorded.range);
    }

    History *const q;
    const QString path;
    Clock &clock;
    HistoryWriter writer;
    ReadThread reader;
    ClockTimer tickTimer;
    State state = State::New;
    std::atomic<bool> closing = false; ///< background work should end soon
    int fileNumber = 0;                ///< counts resume(): what is found belongs to one file
    int checkedFile = -1;              ///< of fileNumber
    bool isDamageTold = false;
    quint64 dropped = 0;
    RejectedCounts rejected;
    HistoryProblem writing;  ///< the writer's
    HistoryProblem standing; ///< what happened and has to be known until the program ends
    HistoryProblem problem;
    /// Used on the writing thread, by jobs that may outlive this.
    std::shared_ptr<HistoryMerges> merges = std::make_shared<HistoryMerges>();
};

History::History(QString filePath, Clock &clock, HistoryOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, filePath, clock, options))
{
}

History::~History()
{
    close();
}

void History::open()
{
    if (d->state == Private::State::New || d->state == Private::State::Closed)
        d->start();
}

void History::close()
{
    if (d->state == Private::State::Closed)
        return;
    if (d->state == Private::State::Open)
        d->writer.tick(d->clock.utcMs()); // recording ends now, not at the last tick
    const bool wasOpen = d->state != Private::State::New;
    d->state = Private::State::Closed;
    d->tickTimer.stop();
    d->closing = true;
    d->writer.stop();
    d->reader.stop();
    const auto waiting = d->reader.takeWaiting();
    for (const ReadThread::Job &job : waiting) {
        SqlConnection none;
        job(none, SqlFailure{SqlFailure::CannotOpen, QStringLiteral("closed")});
    }
    if (wasOpen)
        d->takeNews();
}

bool History::isOpen() const
{
    return d->state == Private::State::Open;
}

void History::suspend()
{
    d->closing = true;
    d->writer.stop();
    d->reader.stop();
}

void History::resume(const QString &damagedPath)
{
    if (d->state == Private::State::Closed)
        return;
    // What was found until now was found in the file before.
    d->isDamageTold = true;
    d->takeNews();
    d->isDamageTold = false;
    ++d->fileNumber;
    // What was merged, was in that file; its numbers are not given again.
    d->merges = std::make_shared<HistoryMerges>(d->merges->lastId());
    if (!damagedPath.isEmpty()) {
        d->standing = {Kind::Damaged, damagedPath, {}};
        d->setProblem();
    }
    d->start();
    recover(damagedPath);
}

void History::recover(const QString &damagedPath)
{
    if (d->state == Private::State::Open && !damagedPath.isEmpty())
        d->recover(damagedPath);
}

void History::record(const MeasuredReport &report)
{
    d->record(report);
}

void History::record(const MeasuredReading &reading)
{
    d->record(reading);
}

void History::record(const MeasuredState &state)
{
    d->record(state);
}

quint64 History::droppedCount() const
{
    return d->dropped;
}

QHash<QString, quint64> History::rejectedCounts(const QString &outletId) const
{
    return d->rejected.value(outletId);
}

/// Has \a question answered on the reading thread, once the history is open.
template <typename T, typename Question>
QFuture<Result<T, HistoryProblem>> History::Private::ask(Question question)
{
    const PromisePtr<T> promise = makePromise<T>();
    auto future = promise->future();
    if (state == State::Closed) {
        finish<T>(promise, HistoryProblem{Kind::Closed, path, {}});
        return future;
    }
    reader.ask([this, promise, question = std::move(question),
                filePath = path](SqlConnection &connection, const SqlOutcome &failure) {
        if (promise->isCanceled())
            return promise->finish(); // nobody waits for it any more
        if (failure)
            return finish<T>(promise, HistoryProblem{Kind::CannotRead, filePath, failure->text});
        HistoryReader historyReader(connection);
        Result<T, HistoryProblem> answer = question(historyReader);
        // What can't be read may be broken. This object ends the thread before it goes.
        if (!answer && answer.error().kind == Kind::CannotRead)
            QMetaObject::invokeMethod(
                q, [this] { checkOnce(); }, Qt::QueuedConnection);
        finish<T>(promise, std::move(answer));
    });
    return future;
}

History::Answer<EnergyAnswer> History::energy(EnergyQuery query)
{
    return d->ask<EnergyAnswer>([query = std::move(query), now = d->clock.utcMs()](
                                    HistoryReader &reader) { return reader.energy(query, now); });
}

History::Answer<CurveAnswer> History::curve(CurveQuery query)
{
    return d->ask<CurveAnswer>([query = std::move(query), now = d->clock.utcMs()](
                                   HistoryReader &reader) { return reader.curve(query, now); });
}

History::Answer<LinkAnswer> History::link(LinkQuery query)
{
    return d->ask<LinkAnswer>([query = std::move(query), now = d->clock.utcMs()](
                                  HistoryReader &reader) { return reader.link(query, now); });
}

History::Answer<QList<HistoryExtent>> History::extents(QStringList outletIds)
{
    return d->ask<QList<HistoryExtent>>(
        [ids = std::move(outletIds)](HistoryReader &reader) { return reader.extents(ids); });
}

History::Answer<bool> History::flush()
{
    const PromisePtr<bool> promise = makePromise<bool>();
    auto future = promise->future();
    if (d->state == Private::State::Closed) {
        finish<bool>(promise, HistoryProblem{Kind::Closed, d->path, {}});
        return future;
    }
    d->writer.run(
        [promise](SqlConnection &, const HistoryProblem &problem) {
            if (problem.kind == Kind::None)
                finish<bool>(promise, true);
            else
                finish<bool>(promise, problem);
        },
        HistoryWriter::JobKind::Looks);
    return future;
}

bool History::runReading(std::function<void(SqlConnection &)> job)
{
    if (d->state != Private::State::Open)
        return false;
    d->reader.runAlone(
        [job = std::move(job)](SqlConnection &connection, const SqlOutcome &) { job(connection); });
    return true;
}

bool History::runWriting(std::function<void(SqlConnection &)> job)
{
    if (d->state == Private::State::Closed)
        return false;
    d->writer.run([job = std::move(job)](SqlConnection &connection,
                                         const HistoryProblem &) { job(connection); },
                  HistoryWriter::JobKind::Changes);
    return true;
}

bool History::writeStep(const std::function<SqlOutcome(SqlConnection &)> &step)
{
    return d->writeStep(step, HistoryWriter::JobKind::Looks);
}

/// A change of old rows on the writing thread, told when it is done.
template <typename T, typename Work>
QFuture<Result<T, HistoryProblem>> History::Private::change(Work work)
{
    const PromisePtr<T> promise = makePromise<T>();
    auto future = promise->future();
    if (state == State::Closed) {
        finish<T>(promise, HistoryProblem{Kind::Closed, path, {}});
        return future;
    }
    writer.run(
        [this, promise, work = std::move(work), filePath = path](SqlConnection &connection,
                                                                 const HistoryProblem &why) {
            if (why.kind != Kind::None) {
                finish<T>(promise, why);
                return;
            }
            Result<T, SqlFailure> result = work(connection);
            if (!result) {
                finish<T>(promise,
                          HistoryProblem{Kind::CannotWrite, filePath, result.error().text});
                return;
            }
            // This object ends the writer's thread before it goes.
            QMetaObject::invokeMethod(
                q, [history = q] { Q_EMIT history->rewritten(); }, Qt::QueuedConnection);
            finish<T>(promise, std::move(result).value());
        },
        HistoryWriter::JobKind::Changes);
    return future;
}

History::Answer<qint64> History::merge(QString from, QString to)
{
    if (from == to || from.isEmpty() || to.isEmpty()) {
        const PromisePtr<qint64> promise = makePromise<qint64>();
        auto future = promise->future();
        finish<qint64>(promise,
                       HistoryProblem{Kind::BadQuestion, d->path,
                                      QStringLiteral("an outlet can't be merged with itself")});
        return future;
    }
    return d->change<qint64>([this, merges = d->merges, from = std::move(from),
                              to = std::move(to)](SqlConnection &connection) {
        auto merged = merges->merge(connection, from, to);
        if (merged)
            sayAnew();
        return merged;
    });
}

History::Answer<bool> History::undoMerge(qint64 mergeId)
{
    return d->change<bool>([this, merges = d->merges, mergeId](SqlConnection &connection) {
        auto undone = merges->undo(connection, mergeId);
        if (undone && *undone)
            sayAnew();
        return undone;
    });
}

History::Answer<bool> History::erase(QString outletId)
{
    return d->change<bool>([this, merges = d->merges, outletId = std::move(outletId)](
                               SqlConnection &connection) -> Result<bool, SqlFailure> {
        if (SqlOutcome failure = eraseHistory(connection, outletId))
            return *std::move(failure);
        merges->forget(outletId);
        sayAnew();
        return true;
    });
}

/// On the writing thread: what an outlet's last row says went with the others.
void History::sayAnew()
{
    // This object ends the writer's thread before it goes.
    QMetaObject::invokeMethod(this, &History::started, Qt::QueuedConnection);
}

void History::setRetention(const HistoryRetention &retention)
{
    d->writer.setRetention(retention);
}

void History::checkFile()
{
    if (d->state != Private::State::Open)
        return;
    // The thread ends before this object does: close() waits for it.
    d->reader.runAlone(
        [this, fileNumber = d->fileNumber](SqlConnection &connection, const SqlOutcome &failure) {
            const std::optional<QString> damage =
                failure ? std::nullopt : findDamage(connection, d->closing);
            if (!damage)
                return;
            QMetaObject::invokeMethod(
                this,
                [this, fileNumber, text = *damage] {
                    if (fileNumber == d->fileNumber)
                        d->tellDamage(text);
                },
                Qt::QueuedConnection);
        });
}

void History::retryNow()
{
    d->writer.retryNow();
}

const HistoryProblem &History::problem() const
{
    return d->problem;
}

void History::customEvent(QEvent *event)
{
    if (event->type() == QEvent::User)
        d->takeNews();
    else
        QObject::customEvent(event);
}

} // namespace outlet
