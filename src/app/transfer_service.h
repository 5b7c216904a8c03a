// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>
#include <memory>

#include "base/clock.h"
#include "history/energy_export.h"
#include "history/history.h"

namespace outlet {

class BackupService;
class EnergySource;
class OutletRegistry;

/// An import that the file holds.
struct ImportRecord
{
    qint64 id = 0;
    qint64 importedUtcMs = 0;
    QString fileName;
    qint64 rowCount = 0;
};

/// Energy out of the history into files, and back; ImportSession is one import under way. Main
/// thread; returns at once; the work is done on threads of the history's. What it is given must
/// outlive it, and the history must be closed before it goes.
class TransferService : public QObject
{
    Q_OBJECT
public:
    using Progress = std::shared_ptr<TransferProgress>;

    /// What is exported.
    struct Export
    {
        QStringList outletIds;
        TimeRange range;
        ExportPlan::Resolution resolution = ExportPlan::Resolution::Hour;
        ExportPlan::Format format = ExportPlan::Format::Csv;
        bool isSemicolon = false;
    };
    /// How a long job ended.
    struct Outcome
    {
        bool isDone = false;
        QString problem; ///< a sentence; empty when it was cancelled
    };

    /// \a folder is where the history's file is: imports are sorted there.
    TransferService(History &history, EnergySource &energy, OutletRegistry &registry,
                    BackupService &backups, Clock &clock, QString folder,
                    QObject *parent = nullptr);
    ~TransferService() override;

    /// Clears away what killed imports left. To be called when the history is open.
    void start();
    /// Cancels what is under way; from now on everything is refused.
    void stop();

    /// What the user would see of an export. \a done is called once, unless it was cancelled.
    Progress preview(const Export &what,
                     std::function<void(const Result<ExportPreview, HistoryProblem> &)> done);
    /// Writes the file. \a done is called once.
    Progress exportTo(const Export &what, const QString &path,
                      std::function<void(const Outcome &)> done);
    /// The name that is suggested for a file: energy-2025-10.outlet.csv, by whose end file managers
    /// know it.
    [[nodiscard]] QString suggestedName(const Export &what) const;

    /// Takes an import back: false when there is none with this number (any more).
    void takeBack(qint64 importId, std::function<void(bool wasThere)> done);
    /// The imports that count, the newest first.
    void imports(std::function<void(const QList<ImportRecord> &)> done);

    /// Runs \a job with a reading connection and a progress of its own; then \a after on the main
    /// thread. Empty, and nothing happens, when the history is closed.
    Progress run(std::function<void(SqlConnection &, TransferProgress &)> job,
                 std::function<void(const Progress &)> after);
    /// After rows were written: everybody asks again.
    void tellRewritten();
    /// Removes rows that don't count, in small steps.
    void clearAway();

    [[nodiscard]] History &history() const { return m_history; }
    [[nodiscard]] EnergySource &energy() const { return m_energy; }
    [[nodiscard]] OutletRegistry &registry() const { return m_registry; }
    [[nodiscard]] BackupService &backups() const { return m_backups; }
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    [[nodiscard]] ExportPlan planOf(const Export &what) const;

    History &m_history;
    EnergySource &m_energy;
    OutletRegistry &m_registry;
    BackupService &m_backups;
    Clock &m_clock;
    const QString m_folder;
    QList<std::weak_ptr<TransferProgress>> m_underWay;
    bool m_isStopped = false;
};

} // namespace outlet
