// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPromise>
#include <atomic>

#include "history/history.h"
#include "history/history_merge.h"
#include "history/history_reader.h"
#include "history/history_writer.h"
#include "history/read_thread.h"

namespace outlet {

template <typename T>
using PromisePtr = std::shared_ptr<QPromise<Result<T, HistoryProblem>>>;

/// Of an answer that is under way.
template <typename T>
PromisePtr<T> makePromise()
{
    auto promise = std::make_shared<QPromise<Result<T, HistoryProblem>>>();
    promise->start();
    return promise;
}

/// Gives the answer.
template <typename T>
void finish(const PromisePtr<T> &promise, Result<T, HistoryProblem> answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

/// What a History is made of: the writing and the reading thread, and what both found out. Main
/// thread, but for what is said to run elsewhere.
class History::Private
{
public:
    Private(History *history, const QString &filePath, Clock &givenClock,
            const HistoryOptions &options);

    enum class State { New, Open, Suspended, Closed };

    void start();
    /// Every few seconds: the recording's end moves with it.
    void tick();
    /// Counts what there is no more room for.
    void record(RecordedEntry entry);

    /// Does \a step on the writing thread while another one waits for it.
    [[nodiscard]] bool writeStep(const std::function<SqlOutcome(SqlConnection &)> &step,
                                 HistoryWriter::JobKind kind);

    /// Brings the history of a damaged file over, on a thread of its own.
    void recover(const QString &damagedPath);

    /// Has \a question answered on the reading thread, once the history is open.
    template <typename T, typename Question>
    [[nodiscard]] QFuture<Result<T, HistoryProblem>> ask(Question question);
    /// A change of old rows on the writing thread, told when it is done.
    template <typename T, typename Work>
    [[nodiscard]] QFuture<Result<T, HistoryProblem>> change(Work work);

    /// Tells what keeps it from recording, or what happened and was mended.
    void setProblem();
    /// Says once of each file that it is damaged, however many find out.
    void tellDamage(const QString &systemText);
    /// Looks at the file after a failure, but once for each file.
    void checkOnce();
    /// Tells what the writing thread found out since the last time.
    void takeNews();

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

template <typename T, typename Question>
QFuture<Result<T, HistoryProblem>> History::Private::ask(Question question)
{
    const PromisePtr<T> promise = makePromise<T>();
    auto future = promise->future();
    if (state == State::Closed) {
        finish<T>(promise, HistoryProblem{HistoryProblem::Kind::Closed, path, {}});
        return future;
    }
    reader.ask([this, promise, question = std::move(question),
                filePath = path](SqlConnection &connection, const SqlOutcome &failure) {
        if (promise->isCanceled())
            return promise->finish(); // nobody waits for it any more
        if (failure)
            return finish<T>(
                promise, HistoryProblem{HistoryProblem::Kind::CannotRead, filePath, failure->text});
        HistoryReader historyReader(connection);
        Result<T, HistoryProblem> answer = question(historyReader);
        // What can't be read may be broken. This object ends the thread before it goes.
        if (!answer && answer.error().kind == HistoryProblem::Kind::CannotRead)
            QMetaObject::invokeMethod(
                q, [this] { checkOnce(); }, Qt::QueuedConnection);
        finish<T>(promise, std::move(answer));
    });
    return future;
}

template <typename T, typename Work>
QFuture<Result<T, HistoryProblem>> History::Private::change(Work work)
{
    const PromisePtr<T> promise = makePromise<T>();
    auto future = promise->future();
    if (state == State::Closed) {
        finish<T>(promise, HistoryProblem{HistoryProblem::Kind::Closed, path, {}});
        return future;
    }
    writer.run(
        [this, promise, work = std::move(work), filePath = path](SqlConnection &connection,
                                                                 const HistoryProblem &why) {
            if (why.kind != HistoryProblem::Kind::None) {
                finish<T>(promise, why);
                return;
            }
            Result<T, SqlFailure> result = work(connection);
            if (!result) {
                finish<T>(promise, HistoryProblem{HistoryProblem::Kind::CannotWrite, filePath,
                                                  result.error().text});
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

} // namespace outlet
