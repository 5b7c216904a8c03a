// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <algorithm>

#include "app/backup_service.h"
#include "app/settings.h"
#include "base/manual_clock.h"
#include "history/history.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr qint64 kNoonUtcMs = 1763467200000; // 2025-11-18, a Tuesday

QStringList backupsIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

/// Which backups are made by themselves, and which are kept.
class TestBackupService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSevenDaysAndFourWeeks()
    {
        const QDate today(2025, 11, 18);
        QList<QDate> dates;
        for (int day = 0; day < 60; ++day)
            dates.append(today.addDays(-day));
        const QList<QDate> dropped = BackupService::datesToDrop(dates, today);
        QList<QDate> kept;
        for (const QDate date : std::as_const(dates)) {
            if (!dropped.contains(date))
                kept.append(date);
        }
        // Twelve to eighteen; then the Sundays that end the weeks before (the newest of each).
        QList<QDate> expected;
        for (int day = 18; day >= 12; --day)
            expected.append(QDate(2025, 11, day));
        expected += {QDate(2025, 11, 9), QDate(2025, 11, 2)};
        QCOMPARE(kept, expected);
        QCOMPARE(BackupService::datesToDrop({today.addYears(-1)}, today), QList<QDate>());
        QCOMPARE(BackupService::datesToDrop({}, today), QList<QDate>());
    }

    void namesDays()
    {
        QCOMPARE(BackupService::dailyName(QDate(2025, 1, 2)),
                 QStringLiteral("outlet-2025-01-02.sqlite"));
        QCOMPARE(BackupService::dateOfName(QStringLiteral("outlet-2025-01-02.sqlite")),
                 QDate(2025, 1, 2));
        QVERIFY(!BackupService::dateOfName(QStringLiteral("outlet-2025-01-02-101500.sqlite"))
                     .isValid());
        QVERIFY(!BackupService::dateOfName(QStringLiteral("outlet-2025-13-02.sqlite")).isValid());
        QVERIFY(!BackupService::dateOfName(QStringLiteral("outlet.sqlite")).isValid());
    }

    void oneADay()
    {
        const QTemporaryDir dir;
        StorageSession session(dir.path());
        QVERIFY(session.isOpened());
        ManualClock clock;
        clock.setUtcMs(kNoonUtcMs);
        Settings settings(&session.storage());
        History history(session.storage().filePath(), clock);
        history.open();
        BackupService service(history, settings, clock, session.storage().filePath());
        const QString folder = dir.filePath(QStringLiteral("backups"));
        QCOMPARE(service.folder(), folder);
        service.startDaily();
        QVERIFY(backupsIn(folder).isEmpty()); // the start is not held up
        const auto waitFor = [&](const QStringList &names) {
            return QTest::qWaitFor([&] { return backupsIn(folder) == names; }, 20'000);
        };
        clock.advance(std::chrono::minutes(5));
        const QString first = BackupService::dailyName(QDate(2025, 11, 18));
        QVERIFY(waitFor({first}));
        clock.advance(std::chrono::hours(5));
        QVERIFY(waitFor({first})); // the same day
        clock.advance(std::chrono::hours(20));
        const QString second = BackupService::dailyName(QDate(2025, 11, 19));
        QVERIFY(waitFor({first, second}));

        settings.setBackupDaily(false);
        clock.advance(std::chrono::hours(72));
        BackupService::Outcome outcome;
        bool isDone = false;
        service.backUp({}, [&](const BackupService::Outcome &one) {
            outcome = one;
            isDone = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return isDone; }, 20'000));
        QCOMPARE(outcome.problem, QString());
        QCOMPARE(backupsIn(folder).size(), 3); // what was asked for is one more
        QVERIFY(QFileInfo::exists(outcome.path));

        isDone = false;
        service.backUp(session.storage().filePath(), [&](const BackupService::Outcome &one) {
            outcome = one;
            isDone = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return isDone; }, 20'000));
        QVERIFY(outcome.problem.contains(QStringLiteral("the file in use")));
        history.close();
    }
};

QTEST_GUILESS_MAIN(TestBackupService)
#include "tst_backup_service.moc"
