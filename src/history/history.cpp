// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history.h"

#include <QtCore/QEvent>

#include "history/history_check.h"
#include "history/history_facts.h"
#include "history/history_private.h"

namespace outlet {

using Kind = HistoryProblem::Kind;

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
