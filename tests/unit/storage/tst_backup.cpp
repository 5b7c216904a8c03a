// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtTest/QTest>

#include "storage/backup.h"
#include "storage/schema.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;

/// Copies of the file while it is in use, and what may take its place.
class TestBackup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_backup;
    const QDateTime m_now{QDate(2026, 11, 24), QTime(12, 30)};

    static QString nameIn(const QString &path)
    {
        return sqlValue(path, QStringLiteral("SELECT name FROM outlet")).toString();
    }

    /// Writes a backup through a connection of its own; what went wrong, or an empty text.
    [[nodiscard]] QString backUp(const QString &target) const
    {
        SqlConnection connection;
        if (connection.openForReading(m_path, SqlConnection::Reading::Shared))
            return QStringLiteral("not open");
        return writeBackup(connection, target).value_or(QString());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("outlet.sqlite"));
        m_backup = m_folder->filePath(QStringLiteral("kept/copy.sqlite"));
        StorageSession session(m_folder->path());
        QVERIFY(session.isOpened());
        session.storage().save(namedRecord(QStringLiteral("a"), QStringLiteral("Freezer")));
        QVERIFY(session.waitWritten());
    }

    void holdsWhatIsThere()
    {
        StorageSession session(m_folder->path()); // others use the file meanwhile
        QVERIFY(session.isOpened());
        session.storage().save(namedRecord(QStringLiteral("a"), QStringLiteral("Fridge")));
        QVERIFY(session.waitWritten());
        QCOMPARE(backUp(m_backup), QString());
        QCOMPARE(nameIn(m_backup), QStringLiteral("Fridge"));
        QVERIFY(!faultOfBackup(m_backup));
#ifndef Q_OS_WIN // there a user's folders are closed to others by what they inherit
        QCOMPARE(QFileInfo(m_backup).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
#endif
        QCOMPARE(QDir(QFileInfo(m_backup).path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("copy.sqlite")});
        session.storage().save(namedRecord(QStringLiteral("a"), QStringLiteral("Kettle")));
        QVERIFY(session.waitWritten());
        QCOMPARE(backUp(m_backup), QString()); // replaces it
        QCOMPARE(nameIn(m_backup), QStringLiteral("Kettle"));
    }

    void saysWhyItCannotBeWritten()
    {
        QVERIFY(setContents(m_folder->filePath(QStringLiteral("file")), "x"));
        const QString problem = backUp(m_folder->filePath(QStringLiteral("file/copy.sqlite")));
        QVERIFY2(problem.contains(QStringLiteral("file is not a folder")), qPrintable(problem));

        const SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("this user may not mount a small disk");
        QCOMPARE(runSql(m_path, {QStringLiteral("CREATE TABLE big (x)"),
                                 QStringLiteral("INSERT INTO big VALUES (randomblob(4000000))")}),
                 QString());
        const QString target = disk.path() + QStringLiteral("/copy.sqlite");
        QVERIFY2(backUp(target).contains(QStringLiteral("not enough room")),
                 qPrintable(backUp(target)));
        // Nothing half-written is left.
        QCOMPARE(QDir(disk.path()).entryList(QDir::Files), QStringList());
    }

    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("There is no file");
        QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("not an Outlet file");
        QTest::newRow("text") << QStringLiteral("text") << QStringLiteral("not an Outlet file");
        QTest::newRow("foreign") << QStringLiteral("foreign")
                                 << QStringLiteral("not an Outlet file");
        QTest::newRow("damaged") << QStringLiteral("damaged") << QStringLiteral("is damaged");
        QTest::newRow("cut off") << QStringLiteral("cut off") << QStringLiteral("is damaged");
        QTest::newRow("newer") << QStringLiteral("newer") << QStringLiteral("by a newer Outlet");
        QTest::newRow("itself") << QStringLiteral("itself") << QStringLiteral("the file in use");
    }

    void refusesWhatIsNoBackup()
    {
        QFETCH(QString, kind);
        QFETCH(QString, words);
        QCOMPARE(backUp(m_backup), QString());
        QString path = m_backup;
        if (kind == u"missing")
            QVERIFY(QFile::remove(path));
        else if (kind == u"empty")
            QVERIFY(setContents(path, ""));
        else if (kind == u"text")
            QVERIFY(setContents(path, QByteArray(5000, 'x')));
        else if (kind == u"foreign")
            QCOMPARE(runSql(path, {QStringLiteral("PRAGMA application_id = 1")}), QString());
        else if (kind == u"newer")
            QCOMPARE(
                runSql(path, {QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion() + 1)}),
                QString());
        else if (kind == u"itself")
            path = m_path;
        else {
            QByteArray bytes = contents(path);
            if (kind == u"cut off")
                bytes.truncate(bytes.size() / 2);
            else
                std::fill(bytes.begin() + 4096, bytes.begin() + 3 * 4096, '\x5a');
            QVERIFY(setContents(path, bytes));
        }
        const QByteArray before = contents(m_path);
        const auto fault = prepareRestore(path, m_path);
        QVERIFY(fault.has_value());
        QVERIFY2(fault->contains(words), qPrintable(*fault));
        QCOMPARE(contents(m_path), before);
        QVERIFY(!finishRestore(m_path, m_now).wasPrepared);
    }

    void takesThePlaceAndKeepsWhatWasThere()
    {
        QCOMPARE(backUp(m_backup), QString());
        {
            StorageSession session(m_folder->path());
            session.storage().save(namedRecord(QStringLiteral("a"), QStringLiteral("Later")));
            QVERIFY(session.waitWritten());
        }
        QVERIFY(!prepareRestore(m_backup, m_path));
        QCOMPARE(nameIn(m_path), QStringLiteral("Later")); // not yet
        const FinishedRestore done = finishRestore(m_path, m_now);
        QVERIFY(done.wasPrepared);
        QCOMPARE(done.problem, QString());
        QCOMPARE(done.keptAs, m_path + QStringLiteral(".before-restore-20261124-123000"));
        QCOMPARE(nameIn(m_path), QStringLiteral("Freezer"));
        QCOMPARE(nameIn(done.keptAs), QStringLiteral("Later"));
        QVERIFY(QFile::exists(m_backup));
        QVERIFY(!finishRestore(m_path, m_now).wasPrepared); // once
        const StorageSession session(m_folder->path());
        QCOMPARE(session.problem(), StorageProblem::Kind::None);
        QCOMPARE(session.state().outlets.constFirst().name, QStringLiteral("Freezer"));
    }

    void anOlderBackupIsBroughtUpToDate()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_backup).path()));
        SqlConnection old;
        QVERIFY(setContents(m_backup, ""));
        QVERIFY(!old.openForWriting(m_backup));
        QVERIFY(!migrate(old, 0, {migrations().constFirst()}));
        QVERIFY(!old.run(QStringLiteral("INSERT INTO outlet (id, decision, name) VALUES"
                                        " ('b', 'known', 'Old')")));
        old.close();
        QVERIFY(!prepareRestore(m_backup, m_path));
        QVERIFY(finishRestore(m_path, m_now).wasPrepared);
        const StorageSession session(m_folder->path());
        QCOMPARE(session.problem(), StorageProblem::Kind::None);
        QCOMPARE(session.state().outlets.constFirst().name, QStringLiteral("Old"));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
