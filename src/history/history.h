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
#include "history/measured.h"

namespace outlet {

class SqlConnection;

/// What was measured, kept in the same file as the outlets' identity. Recording and asking return
/// at once; the disk is touched by two threads of its own: one writes, one answers. What was
/// recorded is on disk within a second. Every public function belongs to the main thread; futures
/// finish on History's threads, so continue them with `.then(context, ...)`.
class History : public QObject
{
    Q_OBJECT
public:
    /// \a filePath is Storage's file. \a clock must outlive the history.
    History(QString filePath, Clock &clock, HistoryOptions options = {}, QObject *parent = nullptr);
    /// Like close().
    ~History() override;

    /// Starts its threads. To be called when Storage has opened the file (its migrations make the
    /// tables). What was recorded before waits.
    void open();
    /// Writes what is queued, says that recording ends, stops the threads. Waits; for shutdown
    /// only.
    void close();
    [[nodiscard]] bool isOpen() const;

    // --- recording (HistoryRecorder calls these; see there) ---

    void record(const MeasuredReport &report);
    void record(const MeasuredReading &reading);
    void record(const MeasuredState &state);
    /// The queue is bounded: what did not fit is counted here, and said once in the log.
    [[nodiscard]] quint64 droppedCount() const;
    /// Implausible values of an outlet that were not counted, by kind ("report-too-long", …).
    [[nodiscard]] QHash<QString, quint64> rejectedCounts(const QString &outletId) const;

    // --- asking; a failed future's answer carries the problem ---

    template <typename T>
    using Answer = QFuture<Result<T, HistoryProblem>>;

    [[nodiscard]] Answer<EnergyAnswer> energy(EnergyQuery query);
    [[nodiscard]] Answer<CurveAnswer> curve(CurveQuery query);
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(QStringList outletIds);
    /// Everything that was recorded before this call is on disk, and is seen by questions asked
    /// after it, when the future finishes.
    [[nodiscard]] Answer<bool> flush();
    /// Runs \a job on the reading thread (export) or the writing thread (import, merge), with that
    /// thread's connection. A long job works in short steps and looks at its own cancel flag.
    void runReading(std::function<void(SqlConnection &)> job);
    void runWriting(std::function<void(SqlConnection &)> job);

    // --- housekeeping ---

    void setRetention(const HistoryRetention &retention);
    /// Makes all that \a from has the history of \a to; can be undone while the program runs.
    [[nodiscard]] Answer<qint64> merge(QString from, QString to); ///< the id of the merge
    [[nodiscard]] Answer<bool> undoMerge(qint64 mergeId);

    [[nodiscard]] const HistoryProblem &problem() const;

Q_SIGNALS:
    void problemChanged();
    /// New energy or readings of these outlets are on disk, in this range; at most once a second.
    void recorded(const QSet<QString> &outletIds, outlet::TimeRange range);
    /// Old data changed as a whole: an import, a merge, a restore. Ask again for everything.
    void rewritten();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
