// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_private.h"

#include <future>

#include "base/logging.h"
#include "history/history_check.h"
#include "history/history_recovery.h"

namespace outlet {

using Kind = HistoryProblem::Kind;

/// How often the end of the recording moves while nothing happens.
static constexpr std::chrono::seconds kTick{10};

History::Private::Private(History *history, const QString &filePath, Clock &givenClock,
                          const HistoryOptions &options)
    : q(history)
    , path(filePath)
    , clock(givenClock)
    , writer(filePath, options, history)
    , reader(filePath)
    , tickTimer(givenClock, [this] { tick(); })
{
}

void History::Private::start()
{
    state = State::Open;
    closing = false;
    writer.start(clock.utcMs());
    reader.start();
    tickTimer.start(kTick);
    Q_EMIT q->started();
}

void History::Private::tick()
{
    writer.tick(clock.utcMs());
    tickTimer.start(kTick);
}

void History::Private::record(RecordedEntry entry)
{
    if (state == State::Closed)
        return;
    if (writer.record(std::move(entry)))
        return;
    if (dropped++ == 0)
        qCWarning(lcHistory) << "more is measured than can be kept in memory until the disk "
                                "can be written: new values are lost";
}

bool History::Private::writeStep(const std::function<SqlOutcome(SqlConnection &)> &step,
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

void History::Private::recover(const QString &damagedPath)
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

void History::Private::setProblem()
{
    // What keeps it from recording is more urgent than what happened and was mended.
    const HistoryProblem now = writing.kind == Kind::None ? standing : writing;
    if (now == problem)
        return;
    problem = now;
    Q_EMIT q->problemChanged();
}

void History::Private::tellDamage(const QString &systemText)
{
    if (std::exchange(isDamageTold, true))
        return;
    Q_EMIT q->damageFound(systemText);
}

void History::Private::checkOnce()
{
    if (std::exchange(checkedFile, fileNumber) != fileNumber)
        q->checkFile();
}

void History::Private::takeNews()
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

} // namespace outlet
