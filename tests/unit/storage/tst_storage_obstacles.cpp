// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>
#include <atomic>

#include "storage/schema.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;
using Kind = StorageProblem::Kind;

class TestStorageObstacles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasItsSentence();
    void leavesANewerFileUntouched_data();
    void leavesANewerFileUntouched();
    void saysThatTheFolderCannotBeMade();
    void saysThatTheFileCannotBeOpened();
    void readsAReadOnlyFolder_data();
    void readsAReadOnlyFolder();
    void waitsWhileTheFileCannotGrow();
    void waitsWhileTheDiskIsFull();
    void startsOnAFullDisk();
    void waitsWhileAnotherProgramHasTheFile();
    void saysWhatIsLostAtClose();
};

/// An outlet that needs more than a page.
static OutletRecord largeRecord(int number)
{
    OutletRecord record = fullRecord(number);
    record.name = QString(3000, u'n');
    return record;
}

void TestStorageObstacles::everyProblemHasItsSentence()
{
    QStringList sentences;
    for (const Kind kind : {Kind::ReadOnly, Kind::DiskFull, Kind::CannotWrite,
                            Kind::CorruptSetAside, Kind::TooNew, Kind::CannotOpen}) {
        const StorageProblem problem{kind, QStringLiteral("/home/x/outlet.sqlite"),
                                     QStringLiteral("code 14")};
        const QString sentence = problem.sentence();
        QVERIFY(sentence.contains(QDir::toNativeSeparators(problem.path)));
        QVERIFY(sentence.endsWith(u'.') && !sentence.contains(u'!') && !sentence.contains(u'%'));
        QVERIFY(!sentence.contains(problem.systemText));
        QVERIFY(!sentences.contains(sentence));
        sentences += sentence;
    }
    QVERIFY(StorageProblem().sentence().isEmpty());
}

void TestStorageObstacles::leavesANewerFileUntouched_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("as we know it") << QStringList();
    QTest::newRow("with tables we can't read")
        << QStringList{QStringLiteral("ALTER TABLE outlet RENAME TO device")};
}

void TestStorageObstacles::leavesANewerFileUntouched()
{
    QFETCH(QStringList, changes);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outlet.sqlite"));
    {
        StorageSession session(folder.path());
        session.storage().save(fullRecord(1));
    }
    changes += QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion() + 1);
    QCOMPARE(runSql(path, changes), QString());
    const QByteArray before = contents(path);
    {
        StorageSession session(folder.path());
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::TooNew);
        // What is understood is shown; nothing is remembered.
        QCOMPARE(session.state().outlets.size(), changes.size() == 1 ? 1 : 0);
        session.storage().save(fullRecord(2));
        session.storage().remove(fullRecord(1).id);
    }
    QCOMPARE(contents(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestStorageObstacles::saysThatTheFolderCannotBeMade()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(setContents(file, "in the way"));
    for (const QString &dataDir : QStringList{file, file + QStringLiteral("/data")}) {
        StorageSession session(dataDir);
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::CannotOpen);
        QVERIFY(!session.storage().problem().systemText.isEmpty());
        session.storage().save(fullRecord(1));
    }
    QCOMPARE(contents(file), QByteArray("in the way"));
}

void TestStorageObstacles::saysThatTheFileCannotBeOpened()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("outlet.sqlite")));
    StorageSession session(folder.path());
    QVERIFY(session.isOpened());
    QCOMPARE(session.problem(), Kind::CannotOpen);
    QVERIFY(QFileInfo(session.storage().filePath()).isDir());
}

void TestStorageObstacles::readsAReadOnlyFolder_data()
{
    QTest::addColumn<bool>("hasLog");
    QTest::newRow("closed properly") << false;
    QTest::newRow("left with a log") << true;
}

void TestStorageObstacles::readsAReadOnlyFolder()
{
    QFETCH(bool, hasLog);
    // Rights do not bind root; a file system that is mounted read-only does.
    SmallDisk disk;
    QTemporaryDir plain;
    const QString folder = disk.isMounted() ? disk.path() : plain.path();
    const auto setReadOnly = [&](bool readOnly) {
        if (disk.isMounted())
            return disk.setReadOnly(readOnly);
        const auto rights = QFile::ReadOwner | QFile::ExeOwner;
        return QFile::setPermissions(folder, readOnly ? rights : rights | QFile::WriteOwner);
    };
    const auto file = [&folder](const char *name) -> QString {
        return folder + QLatin1String(name);
    };
    {
        StorageSession session(folder);
        session.storage().save(fullRecord(1));
    }
    {
        StorageSession session(folder);
        session.storage().save(fullRecord(2));
        QVERIFY(session.waitWritten());
        if (hasLog) {
            QVERIFY(QFile::copy(file("/outlet.sqlite"), file("/copy")));
            QVERIFY(QFile::copy(file("/outlet.sqlite-wal"), file("/copy-wal")));
        }
    }
    if (hasLog) {
        QVERIFY(QFile::remove(file("/outlet.sqlite")));
        QVERIFY(QFile::rename(file("/copy"), file("/outlet.sqlite")));
        QVERIFY(QFile::rename(file("/copy-wal"), file("/outlet.sqlite-wal")));
    }
    QVERIFY(setReadOnly(true));
    if (setContents(file("/probe"), "x")) {
        QVERIFY(setReadOnly(false));
        QSKIP("this user may write everywhere and may not mount a file system");
    }
    {
        StorageSession session(folder);
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::ReadOnly);
        QCOMPARE(session.state().outlets.size(), 2);
        QVERIFY(session.state().outlets.at(1) == fullRecord(2));
        session.storage().save(fullRecord(3));
        session.storage().retryNow();
        QVERIFY(setReadOnly(false));
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    StorageSession session(folder);
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), 3);
}

void TestStorageObstacles::waitsWhileTheFileCannotGrow()
{
    QTemporaryDir folder;
    std::atomic<bool> isFull = false;
    StorageHooks hooks;
    hooks.beforeWrite = [&isFull](QSqlDatabase &database) {
        // SQLite's own limit gives the same SQLITE_FULL as a disk; 1 means "no more than now".
        const int pages = isFull ? 1 : 1000000;
        QSqlQuery(database).exec(QStringLiteral("PRAGMA max_page_count = %1").arg(pages));
    };
    {
        StorageSession session(folder.path(), hooks);
        session.storage().save(fullRecord(1));
        QVERIFY(session.waitWritten());
        isFull = true;
        for (int i = 0; i < 20; ++i)
            session.storage().save(largeRecord(i));
        QVERIFY(session.waitProblem(Kind::DiskFull));
        QCOMPARE(session.storage().problem().path, session.storage().filePath());
        // Nothing of the batch is in the file, and newer words replace the waiting ones.
        QCOMPARE(
            sqlValue(session.storage().filePath(), QStringLiteral("SELECT count(*) FROM outlet"))
                .toInt(),
            1);
        session.storage().save(fullRecord(5));
        session.storage().remove(largeRecord(6).id);
        isFull = false;
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 19);
    for (const OutletRecord &record : session.state().outlets) {
        const int number = record.position - 3;
        QVERIFY(record == (number == 5 ? fullRecord(5) : largeRecord(number)));
    }
}

void TestStorageObstacles::waitsWhileTheDiskIsFull()
{
    SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("this user may not mount a file system to fill");
    {
        StorageSession session(disk.path());
        session.storage().save(fullRecord(1));
        QVERIFY(session.waitWritten());
        QVERIFY(disk.fill());
        for (int i = 0; i < 20; ++i)
            session.storage().save(largeRecord(i));
        QVERIFY(session.waitProblem(Kind::DiskFull));
        disk.makeRoom();
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    StorageSession session(disk.path());
    QCOMPARE(session.state().outlets.size(), 20);
    QVERIFY(session.state().outlets.at(19) == largeRecord(19));
}

void TestStorageObstacles::startsOnAFullDisk()
{
    SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("this user may not mount a file system to fill");
    QVERIFY(disk.fill());
    {
        StorageSession session(disk.path());
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::DiskFull);
        session.storage().save(fullRecord(1));
        disk.makeRoom();
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    QVERIFY(disk.fill());
    {
        StorageSession session(disk.path());
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::DiskFull);
        QCOMPARE(session.state().outlets.size(), 1);
        session.storage().save(fullRecord(2));
        disk.makeRoom();
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    StorageSession session(disk.path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), 2);
}

void TestStorageObstacles::waitsWhileAnotherProgramHasTheFile()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        {
            SqlConnection other;
            QVERIFY(!other.openForWriting(session.storage().filePath()));
            QVERIFY(!other.run(QStringLiteral("BEGIN IMMEDIATE")));
            session.storage().save(fullRecord(1));
            QVERIFY(session.waitProblem(Kind::CannotWrite));
        }
        session.storage().retryNow();
        QVERIFY(session.waitProblem(Kind::None));
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 1);
}

void TestStorageObstacles::saysWhatIsLostAtClose()
{
    QTemporaryDir folder;
    StorageHooks hooks;
    hooks.beforeWrite = [](QSqlDatabase &database) {
        QSqlQuery(database).exec(QStringLiteral("PRAGMA max_page_count = 1"));
    };
    StorageSession session(folder.path(), hooks);
    for (int i = 0; i < 20; ++i)
        session.storage().save(largeRecord(i));
    QVERIFY(session.waitProblem(Kind::DiskFull));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("20 changes could not be saved")));
    session.storage().close();
}

QTEST_GUILESS_MAIN(TestStorageObstacles)
#include "tst_storage_obstacles.moc"
