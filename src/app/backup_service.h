// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <thread>

#include "base/clock.h"

namespace outlet {

class History;
class Settings;

/// Backups of the one file: by hand, and one a day by itself (setting "backupDaily") of which the
/// last seven days and four weeks are kept. Main thread; the disk is touched on other threads. What
/// it was given must outlive it, and the history must be closed before it goes.
class BackupService : public QObject
{
    Q_OBJECT
public:
    static constexpr int kDaysKept = 7;
    static constexpr int kWeeksKept = 4;

    struct Outcome
    {
        QString path;    ///< of the backup, or of the file that was prepared for a restore
        QString problem; ///< why it failed, as a sentence; empty = done
    };
    using Done = std::function<void(const Outcome &outcome)>;

    /// \a filePath is Storage's file.
    BackupService(History &history, Settings &settings, Clock &clock, QString filePath,
                  QObject *parent = nullptr);
    ~BackupService() override;

    /// Begins with the daily backups; some minutes after this, so that the start is not held up.
    void startDaily();
    void stop();

    /// Where daily backups go (setting "backupFolder"; "backups" in the data folder by default).
    [[nodiscard]] QString folder() const;
    /// Writes a backup to \a path; with an empty one to a file named after the time in folder().
    void backUp(const QString &path, Done done);
    /// A backup in folder().
    struct Backup
    {
        QString path;
        qint64 utcMs = 0; ///< when it was made
        qint64 bytes = 0;
        friend bool operator==(const Backup &, const Backup &) = default;
    };
    /// The backups in folder(), the newest first, a moment later.
    void list(std::function<void(const QList<Backup> &backups)> done);
    /// Checks the backup and puts a copy of it beside the file, for the next start of a Core.
    void prepareRestore(const QString &path, Done done);

    /// Of daily backups with these dates, those that are kept no longer: all but the last seven
    /// days' and the newest of each of the last four weeks.
    [[nodiscard]] static QList<QDate> datesToDrop(QList<QDate> dates, QDate today);
    /// The name of a day's backup, and the date in such a name (invalid for other names).
    [[nodiscard]] static QString dailyName(QDate date);
    [[nodiscard]] static QDate dateOfName(const QString &name);

Q_SIGNALS:
    /// There is one more backup, or one less.
    void listChanged();

private:
    void copyTo(const QString &target, const Done &done);
    void backUpDaily();
    void rotate();
    void run(std::function<Outcome()> work, Done done);

    History &m_history;
    Settings &m_settings;
    Clock &m_clock;
    const QString m_filePath;
    ClockTimer m_dailyTimer;
    std::thread m_worker;
    bool m_isWorking = false;
    bool m_isDailyUnderWay = false;
};

} // namespace outlet
