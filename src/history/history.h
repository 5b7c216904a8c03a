// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <functional>
#include <memory>

#include "base/clock.h"
#include "base/result.h"
#include "history/energy_query.h"
#include "history/history_options.h"
#include "history/history_problem.h"
#include "history/link_history.h"
#include "history/measured.h"
#include "storage/sql_connection.h"

namespace outlet {

/// What was measured, kept in the same file as the outlets' identity. Recording and asking return
/// at once; the disk is touched by threads of its own: one writes, one answers, long reading jobs
/// run beside them. What was recorded is on disk within a second. Every public function belongs to
/// the main thread where nothing else is said; futures finish on History's threads, so continue
/// them with `.then(context, ...)`.
class History : public QObject
{
    Q_OBJECT
public:
    /// \a filePath is Storage's file. \a clock must outlive the history.
    History(QString filePath, Clock &clock, HistoryOptions options = {}, QObject *parent = nullptr);
    /// Like close().
    ~History() override;

    /// Starts its threads. To be called when Storage has opened the file (its migrations make the
    /// tables). What was recorded before waits. Also opens again after close().
    void open();
    /// Writes what is queued, says that recording ends, stops the threads. Waits; for shutdown, and
    /// for moments in which the file is exchanged. What is recorded or asked while it is closed
    /// after an open() is not remembered, and answered with Closed.
    void close();
    [[nodiscard]] bool isOpen() const;

    /// Lets go of the file, so that it can be moved away: like close(), but what is recorded or
    /// asked meanwhile waits for resume(). Returns when the file is let go of. Any thread.
    void suspend();
    /// Goes on with the file that is there now. When the file before was damaged and set aside as
    /// \a damagedPath, what can be read of its history is brought over in the background.
    void resume(const QString &damagedPath = {});

    /// Brings over what can be read of a damaged file, in the background; recovered() tells when
    /// all of it is there. Can be done again with the same file. Does nothing while it is closed.
    void recover(const QString &damagedPath);

    // --- recording (HistoryRecorder calls these; see there) ---

    void record(const MeasuredReport &report);
    void record(const MeasuredReading &reading);
    void record(const MeasuredState &state);
    /// The queue is bounded: what did not fit is counted here, and said once in the log.
    [[nodiscard]] quint64 droppedCount() const;
    /// Implausible values of an outlet that were not counted, by kind ("report-too-long", …), since
    /// the file began.
    [[nodiscard]] QHash<QString, quint64> rejectedCounts(const QString &outletId) const;

    // --- asking; a failed future's answer carries the problem ---

    template <typename T>
    using Answer = QFuture<Result<T, HistoryProblem>>;

    [[nodiscard]] Answer<EnergyAnswer> energy(EnergyQuery query);
    [[nodiscard]] Answer<CurveAnswer> curve(CurveQuery query);
    [[nodiscard]] Answer<LinkAnswer> link(LinkQuery query);
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(QStringList outletIds);
    /// Everything that was recorded before this call is on disk, and is seen by questions asked
    /// after it, when the future finishes. The problem when it can't be written now.
    [[nodiscard]] Answer<bool> flush();
    /// Runs \a job (an export) on a thread and with a reading connection of its own, which is not
    /// open when the file can't be read. close() waits for it: it works in short steps and looks at
    /// its own cancel flag. False, and it never runs, when the history is closed.
    bool runReading(std::function<void(SqlConnection &)> job);
    /// Runs \a job (an import) on the writing thread, between two transactions, when everything
    /// recorded before is written. Meanwhile nothing is recorded on disk: keep it under a second,
    /// and call again for more. Emit rewritten() afterwards when it changed rows. False, and it
    /// never runs, when the history is closed.
    bool runWriting(std::function<void(SqlConnection &)> job);
    /// The same for a job of runReading(), on that job's thread: does \a step on the writing thread
    /// and waits for it. False when it failed, or was not begun: nothing can be written now.
    [[nodiscard]] bool writeStep(const std::function<SqlOutcome(SqlConnection &)> &step);

    // --- housekeeping ---

    void setRetention(const HistoryRetention &retention);
    /// Makes all that \a from has the history of \a to; can be undone while the program runs,
    /// unless one of them is erased or the file is exchanged. Merges that share an outlet are to be
    /// undone in the opposite order. Both emit rewritten() and started().
    [[nodiscard]] Answer<qint64> merge(QString from, QString to); ///< the id of the merge
    /// False, with nothing changed, when there is no such merge (any more).
    [[nodiscard]] Answer<bool> undoMerge(qint64 mergeId);
    /// Removes all that is known of an outlet's past, for ever. Emits rewritten() and started().
    [[nodiscard]] Answer<bool> erase(QString outletId);
    /// Reads every page of the file in the background; damage is told by damageFound().
    void checkFile();
    /// Tries at once what is being tried again every few seconds.
    void retryNow();

    [[nodiscard]] const HistoryProblem &problem() const;

Q_SIGNALS:
    /// open() or resume() was called, or the past of outlets was erased or moved: whoever records
    /// says what holds now.
    void started();
    void problemChanged();
    /// New energy or readings of these outlets are on disk, in this range; at most once a second.
    void recorded(const QSet<QString> &outletIds, outlet::TimeRange range);
    /// Old data changed as a whole: an import, a merge, a restore. Ask again for everything.
    void rewritten();
    /// All that can be read of that file is in the present one.
    void recovered(const QString &damagedPath);
    /// The file is damaged; nothing is written any more. Have it set aside (suspend() first), then
    /// resume().
    void damageFound(const QString &systemText);

protected:
    void customEvent(QEvent *event) override;

private:
    void sayAnew();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
