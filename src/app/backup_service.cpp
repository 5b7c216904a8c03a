// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/backup_service.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>
#include <algorithm>

#include "app/settings.h"
#include "base/logging.h"
#include "history/history.h"
#include "storage/backup.h"

namespace outlet {

namespace {

constexpr std::chrono::minutes kFirstAfter{5};
constexpr std::chrono::hours kEvery{1};
const QString kPrefix = QStringLiteral("outlet-");
const QString kSuffix = QStringLiteral(".sqlite");

} // namespace

BackupService::BackupService(History &history, Settings &settings, Clock &clock, QString filePath,
                             QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_settings(settings)
    , m_clock(clock)
    , m_filePath(std::move(filePath))
    , m_dailyTimer(clock, [this] { backUpDaily(); })
{
}

BackupService::~BackupService()
{
    stop();
}

void BackupService::startDaily()
{
    m_dailyTimer.start(kFirstAfter);
}

void BackupService::stop()
{
    m_dailyTimer.stop();
    if (m_worker.joinable())
        m_worker.join();
}

QString BackupService::folder() const
{
    const QString chosen = m_settings.backupFolder();
    return chosen.isEmpty() ? QFileInfo(m_filePath).absolutePath() + QStringLiteral("/backups")
                            : chosen;
}

QString BackupService::dailyName(QDate date)
{
    return kPrefix + date.toString(Qt::ISODate) + kSuffix;
}

QDate BackupService::dateOfName(const QString &name)
{
    const qsizetype length = name.size() - kPrefix.size() - kSuffix.size();
    if (length != 10 || !name.startsWith(kPrefix) || !name.endsWith(kSuffix))
        return {};
    return QDate::fromString(name.mid(kPrefix.size(), length), Qt::ISODate);
}

QList<QDate> BackupService::datesToDrop(QList<QDate> dates, QDate today)
{
    std::sort(dates.begin(), dates.end(), std::greater<>());
    QList<QDate> dropped;
    QList<std::pair<int, int>> weeks; // the last ones that have a backup
    for (const QDate date : std::as_const(dates)) {
        int year = 0;
        const int number = date.weekNumber(&year);
        const std::pair<int, int> week{year, number};
        // The newest of a week comes first.
        const bool isFirstOfWeek = !weeks.contains(week);
        if (isFirstOfWeek && weeks.size() < kWeeksKept)
            weeks.append(week);
        const bool isKeptForWeek = isFirstOfWeek && weeks.contains(week);
        if (date.daysTo(today) >= kDaysKept && !isKeptForWeek)
            dropped.append(date);
    }
    return dropped;
}

void BackupService::backUp(const QString &path, Done done)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs());
    const QString target = path.isEmpty()
                               ? folder() + u'/' + kPrefix +
                                     now.toString(QStringLiteral("yyyy-MM-dd-HHmmss")) + kSuffix
                               : QFileInfo(path).absoluteFilePath();
    if (QFileInfo(target).canonicalFilePath() == QFileInfo(m_filePath).canonicalFilePath() &&
        QFileInfo::exists(target)) {
        done({target, tr("%1 is the file in use. Choose another name for the backup.")
                          .arg(QDir::toNativeSeparators(target))});
        return;
    }
    // What was measured a moment ago belongs to it.
    m_history.flush().then(
        this, [this, target, done](const Result<bool, HistoryProblem> &) { copyTo(target, done); });
}

void BackupService::copyTo(const QString &target, const Done &done)
{
    const bool isAsked = m_history.runReading([this, target, done](SqlConnection &connection) {
        const auto problem = connection.isOpen() ? writeBackup(connection, target)
                                                 : tr("There is no file to back up at the moment.");
        QMetaObject::invokeMethod(
            this,
            [this, target, problem, done] {
                done({target, problem.value_or(QString())});
                if (!problem)
                    Q_EMIT listChanged();
            },
            Qt::QueuedConnection);
    });
    if (!isAsked)
        done({target, tr("There is no file to back up at the moment.")});
}

void BackupService::list(std::function<void(const QList<Backup> &backups)> done)
{
    QThreadPool::globalInstance()->start(
        [service = QPointer<BackupService>(this), path = folder(), done = std::move(done)] {
            QList<Backup> backups;
            const QFileInfoList files =
                QDir(path).entryInfoList({kPrefix + u'*' + kSuffix}, QDir::Files, QDir::Time);
            for (const QFileInfo &file : files)
                backups.append({file.absoluteFilePath(), file.lastModified().toMSecsSinceEpoch(),
                                file.size()});
            QMetaObject::invokeMethod(
                qApp,
                [service, backups, done] {
                    if (service)
                        done(backups);
                },
                Qt::QueuedConnection);
        });
}

void BackupService::prepareRestore(const QString &path, Done done)
{
    run(
        [path, file = m_filePath] {
            return Outcome{path, outlet::prepareRestore(path, file).value_or(QString())};
        },
        std::move(done));
}

void BackupService::run(std::function<Outcome()> work, Done done)
{
    if (m_isWorking) {
        done({QString(), tr("Another restore is under way. Try again in a moment.")});
        return;
    }
    if (m_worker.joinable())
        m_worker.join();
    m_isWorking = true;
    m_worker = std::thread([this, work = std::move(work), done = std::move(done)] {
        const Outcome outcome = work();
        QMetaObject::invokeMethod(
            this,
            [this, outcome, done] {
                m_isWorking = false;
                done(outcome);
            },
            Qt::QueuedConnection);
    });
}

void BackupService::backUpDaily()
{
    m_dailyTimer.start(kEvery);
    if (!m_settings.backupDaily() || m_isDailyUnderWay)
        return;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs()).date();
    const QString target = folder() + u'/' + dailyName(today);
    if (QFileInfo::exists(target))
        return;
    m_isDailyUnderWay = true;
    backUp(target, [this](const Outcome &outcome) {
        m_isDailyUnderWay = false;
        if (outcome.problem.isEmpty())
            rotate();
        else
            qCWarning(lcApp).noquote() << outcome.problem;
    });
}

void BackupService::rotate()
{
    QDir backups(folder());
    QList<QDate> dates;
    const QStringList names = backups.entryList({kPrefix + u'*' + kSuffix}, QDir::Files);
    for (const QString &name : names) {
        if (const QDate date = dateOfName(name); date.isValid())
            dates.append(date);
    }
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs()).date();
    const QList<QDate> dropped = datesToDrop(dates, today);
    for (const QDate date : dropped) {
        if (!backups.remove(dailyName(date)))
            qCWarning(lcApp).noquote() << "the old backup" << dailyName(date) << "can't be removed";
    }
}

} // namespace outlet
