// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <limits>

#include "storage/changes.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;
using Kind = StorageProblem::Kind;

class TestStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmptyAndPrivate();
    void remembersEveryField();
    void remembersDefaultsAsAbsent();
    void remembersSettingsWithTheirTypes();
    void refusesWhatASettingCannotHold();
    void removes();
    void keepsTheUsersOrder();
    void writesAtOnceWhenIdle();
    void gathersAndCoalescesABurst();
    void theLastCallWins();
    void savesBeforeOpenAndUntilClose();
    void reopensWithNothingLeftBeside();
    void takesFoldersWithOddNames();
    void readsALogThatWasNotMerged();
};

void TestStorage::startsEmptyAndPrivate()
{
    QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("a/data"));
    StorageSession session(folder);
    QVERIFY(session.isOpened());
    QVERIFY(session.state().outlets.isEmpty());
    QVERIFY(session.state().settings.isEmpty());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.storage().filePath(), folder + QStringLiteral("/outlet.sqlite"));
#ifndef Q_OS_WIN
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    session.storage().save(fullRecord(1));
    QVERIFY(session.waitWritten());
    QVERIFY((QFile::permissions(folder) & others) == 0);
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QString file = session.storage().filePath() + QLatin1String(suffix);
        QVERIFY2(QFile::exists(file), qPrintable(file));
        QVERIFY2((QFile::permissions(file) & others) == 0, qPrintable(file));
    }
#endif
}

void TestStorage::remembersEveryField()
{
    QTemporaryDir folder;
    const QList<OutletRecord> records{fullRecord(0), fullRecord(1), fullRecord(2)};
    {
        StorageSession session(folder.path());
        QVERIFY(session.isOpened());
        for (const OutletRecord &record : records)
            session.storage().save(record);
    }
    StorageSession session(folder.path());
    QVERIFY(session.isOpened());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), records.size());
    for (int i = 0; i < records.size(); ++i)
        QVERIFY(session.state().outlets.at(i) == records.at(i));
}

void TestStorage::remembersDefaultsAsAbsent()
{
    QTemporaryDir folder;
    OutletRecord bare;
    bare.id = QStringLiteral("bare");
    OutletRecord odd = namedRecord(QStringLiteral("odd"), QString(u'a') + QChar(0) + u'b');
    odd.standbyBelowWatts = std::numeric_limits<double>::quiet_NaN();
    odd.warnAboveWatts = std::numeric_limits<double>::infinity();
    odd.countdown = Countdown{5, false};
    odd.position = 1;
    QString path;
    {
        StorageSession session(folder.path());
        path = session.storage().filePath();
        session.storage().save(bare);
        session.storage().save(odd);
    }
    QVERIFY(
        sqlValue(path, QStringLiteral("SELECT encrypted FROM outlet WHERE id = 'bare'")).isNull());
    QVERIFY(sqlValue(path, QStringLiteral("SELECT last_seen_utc_ms FROM outlet WHERE id = 'bare'"))
                .isNull());
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 2);
    QVERIFY(session.state().outlets.at(0) == bare);
    // A number that is none comes back as the default, and takes nothing else with it.
    odd.standbyBelowWatts = OutletRecord().standbyBelowWatts;
    odd.warnAboveWatts.reset();
    QVERIFY(session.state().outlets.at(1) == odd);
}

void TestStorage::remembersSettingsWithTheirTypes()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        session.storage().saveSetting(QStringLiteral("text"), QStringLiteral("1"));
        session.storage().saveSetting(QStringLiteral("empty"), QString());
        session.storage().saveSetting(QStringLiteral("int"), 17273);
        session.storage().saveSetting(QStringLiteral("long"), Q_INT64_C(1763467200000));
        session.storage().saveSetting(QStringLiteral("real"), 2.0);
        session.storage().saveSetting(QStringLiteral("yes"), true);
        session.storage().saveSetting(QStringLiteral("no"), false);
    }
    StorageSession session(folder.path());
    const QHash<QString, QVariant> expected{
        {QStringLiteral("text"), QStringLiteral("1")},
        {QStringLiteral("empty"), QStringLiteral("")},
        {QStringLiteral("int"), Q_INT64_C(17273)},
        {QStringLiteral("long"), Q_INT64_C(1763467200000)},
        {QStringLiteral("real"), 2.0},
        {QStringLiteral("yes"), true},
        {QStringLiteral("no"), false},
    };
    QCOMPARE(session.state().settings, expected);
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QCOMPARE(session.state().settings.value(it.key()).typeId(), it.value().typeId());
}

void TestStorage::refusesWhatASettingCannotHold()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("can't be remembered.*bytes")));
        session.storage().saveSetting(QStringLiteral("bytes"), QByteArray("x"));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("can't be remembered.*nan")));
        session.storage().saveSetting(QStringLiteral("nan"),
                                      std::numeric_limits<double>::quiet_NaN());
        session.storage().saveSetting(QStringLiteral("good"), true);
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().settings.keys(), QStringList{QStringLiteral("good")});
}

void TestStorage::removes()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        session.storage().save(fullRecord(1));
        session.storage().save(fullRecord(2));
        session.storage().saveSetting(QStringLiteral("a"), 1);
        session.storage().saveSetting(QStringLiteral("b"), 2);
    }
    {
        StorageSession session(folder.path());
        QCOMPARE(session.state().outlets.size(), 2);
        session.storage().remove(fullRecord(1).id);
        session.storage().remove(QStringLiteral("never there"));
        session.storage().saveSetting(QStringLiteral("a"), QVariant());
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 1);
    QVERIFY(session.state().outlets.at(0) == fullRecord(2));
    QCOMPARE(session.state().settings.keys(), QStringList{QStringLiteral("b")});
}

void TestStorage::keepsTheUsersOrder()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        for (const int position : {2, 0, 3, 1}) {
            OutletRecord record = namedRecord(QString::number(9 - position), QString());
            record.position = position;
            session.storage().save(record);
        }
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 4);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(session.state().outlets.at(i).position, i);
}

void TestStorage::writesAtOnceWhenIdle()
{
    QTemporaryDir folder;
    StorageSession session(folder.path());
    session.storage().save(fullRecord(1));
    QVERIFY(session.waitWritten());
    // Not closed: another connection sees what is committed.
    QCOMPARE(sqlValue(session.storage().filePath(), QStringLiteral("SELECT name FROM outlet"))
                 .toString(),
             fullRecord(1).name);
}

void TestStorage::gathersAndCoalescesABurst()
{
    QTemporaryDir folder;
    QSemaphore writing;
    QSemaphore mayWrite;
    int transactions = 0; // written on the writer thread, read when it is gone
    StorageHooks hooks;
    hooks.beforeWrite = [&](QSqlDatabase &) {
        ++transactions;
        writing.release();
        mayWrite.acquire();
    };
    {
        StorageSession session(folder.path(), hooks);
        session.storage().save(namedRecord(QStringLiteral("a"), QStringLiteral("first")));
        QVERIFY(writing.tryAcquire(1, 10000)); // it is idle: the first is on its way
        for (int i = 0; i < 5000; ++i) {
            const QString id = i % 2 == 0 ? QStringLiteral("a") : QStringLiteral("b");
            session.storage().save(namedRecord(id, QString::number(i)));
        }
        mayWrite.release(2);
        QVERIFY(session.waitWritten());
    }
    QCOMPARE(transactions, 2);
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 2);
    QCOMPARE(session.state().outlets.at(0).name, QStringLiteral("4998"));
    QCOMPARE(session.state().outlets.at(1).name, QStringLiteral("4999"));
}

void TestStorage::theLastCallWins()
{
    Changes older;
    older.save(namedRecord(QStringLiteral("a"), QStringLiteral("old")));
    older.save(namedRecord(QStringLiteral("b"), QStringLiteral("old")));
    older.remove(QStringLiteral("c"));
    older.saveSetting(QStringLiteral("s"), 1);
    Changes newer;
    newer.remove(QStringLiteral("a"));
    newer.save(namedRecord(QStringLiteral("c"), QStringLiteral("again")));
    newer.saveSetting(QStringLiteral("s"), QVariant());
    newer.putBack(older);
    QCOMPARE(newer.size(), 4);
    QVERIFY(!newer.outlets().value(QStringLiteral("a")).has_value());
    QCOMPARE(newer.outlets().value(QStringLiteral("b"))->name, QStringLiteral("old"));
    QCOMPARE(newer.outlets().value(QStringLiteral("c"))->name, QStringLiteral("again"));
    QVERIFY(!newer.settings().value(QStringLiteral("s")).isValid());

    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        session.storage().save(fullRecord(1));
        session.storage().remove(fullRecord(1).id);
        session.storage().remove(fullRecord(2).id);
        session.storage().save(fullRecord(2));
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 1);
    QVERIFY(session.state().outlets.at(0) == fullRecord(2));
}

void TestStorage::savesBeforeOpenAndUntilClose()
{
    QTemporaryDir folder;
    {
        Storage storage(folder.path());
        storage.save(fullRecord(1));
        storage.open();
        storage.save(fullRecord(2));
        storage.close(); // at once: what was queued is written all the same
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("after the file")));
        storage.save(fullRecord(3));
        storage.close();
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 2);
}

void TestStorage::reopensWithNothingLeftBeside()
{
    QTemporaryDir folder;
    {
        StorageSession session(folder.path());
        session.storage().save(fullRecord(1));
    }
    const QDir dir(folder.path());
    QCOMPARE(dir.entryList(QDir::Files), QStringList{QStringLiteral("outlet.sqlite")});
}

void TestStorage::takesFoldersWithOddNames()
{
    QTemporaryDir parent;
#ifdef Q_OS_WIN // which allows no question mark
    const QString folder = parent.filePath(QStringLiteral("wer 100% #1 & söhne"));
#else
    const QString folder = parent.filePath(QStringLiteral("wer? 100% #1 & söhne"));
#endif
    {
        StorageSession session(folder);
        QCOMPARE(session.problem(), Kind::None);
        session.storage().save(fullRecord(1));
    }
    StorageSession session(folder);
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), 1);
}

void TestStorage::readsALogThatWasNotMerged()
{
    QTemporaryDir folder;
    QTemporaryDir other;
    {
        StorageSession session(folder.path());
        session.storage().save(fullRecord(1));
        QVERIFY(session.waitWritten());
        // As a process that was killed leaves it: the change is in the log alone.
        for (const char *suffix : {"", "-wal"}) {
            const QString name = QStringLiteral("outlet.sqlite") + QLatin1String(suffix);
            QVERIFY(QFile::copy(folder.filePath(name), other.filePath(name)));
        }
    }
    StorageSession session(other.path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), 1);
    QVERIFY(session.state().outlets.at(0) == fullRecord(1));
}

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
