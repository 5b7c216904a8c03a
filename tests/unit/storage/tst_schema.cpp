// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtTest/QTest>

#include "storage/schema.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;
using Kind = StorageProblem::Kind;

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAscendFromOne();
    void marksANewFile();
    void theSchemaFitsTheFirstPage();
    void migratesVersionOne();
    void migratesWhatWasRecorded();
    void aFailingStepLeavesTheFileAsItWas();
    void aFileThatCannotBeMigratedIsReadAndKept();
};

// Version 1 as it was released, word for word: this test must not follow the program's own list.
static QStringList versionOne()
{
    return {
        QStringLiteral("CREATE TABLE outlet (id TEXT PRIMARY KEY NOT NULL, decision TEXT NOT NULL "
                       "CHECK (decision IN ('new', 'known', 'ignored')), name TEXT NOT NULL "
                       "DEFAULT '', room TEXT NOT NULL DEFAULT '', icon TEXT NOT NULL DEFAULT '', "
                       "position INTEGER NOT NULL DEFAULT 0, firmware TEXT NOT NULL DEFAULT '', "
                       "address TEXT NOT NULL DEFAULT '', first_seen_utc_ms INTEGER, "
                       "last_seen_utc_ms INTEGER, decided_utc_ms INTEGER)"),
        QStringLiteral("CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL "
                       "CHECK (type IN ('text', 'integer', 'real', 'bool')), value NOT NULL)"),
        QStringLiteral("INSERT INTO outlet VALUES ('id-1', 'known', 'Freezer', 'Kitchen', "
                       "'freezer', 1, '1.07', '192.168.1.7', 1, 2, 3)"),
        QStringLiteral("INSERT INTO outlet (id, decision, position) VALUES ('id-2', 'ignored', 2)"),
        QStringLiteral("INSERT INTO setting VALUES ('theme', 'text', 'dark')"),
        QStringLiteral("PRAGMA application_id = 1330924628"), // "OTLT"
        QStringLiteral("PRAGMA user_version = 1"),
    };
}

void TestSchema::stepsAscendFromOne()
{
    int version = 0;
    for (const Migration &step : migrations()) {
        QCOMPARE(step.toVersion, version + 1);
        QVERIFY(!step.statements.isEmpty());
        version = step.toVersion;
    }
    QCOMPARE(schemaVersion(), version);
}

void TestSchema::marksANewFile()
{
    QTemporaryDir folder;
    QString path;
    {
        StorageSession session(folder.path());
        path = session.storage().filePath();
    }
    QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA application_id")).toInt(), 1330924628);
    QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA user_version")).toInt(), schemaVersion());
    QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA journal_mode")).toString(),
             QStringLiteral("wal"));
}

void TestSchema::theSchemaFitsTheFirstPage()
{
    // The texts in sqlite_master lie on page 1 alone while that is a leaf of a b-tree (type 13); if
    // they needed more pages, one broken page more could make the whole file unreadable.
    QTemporaryDir folder;
    QString path;
    {
        StorageSession session(folder.path());
        path = session.storage().filePath();
    }
    const QByteArray file = contents(path);
    QVERIFY(file.size() > 4096);
    QCOMPARE(int(file.at(100)), 13);
}

void TestSchema::migratesVersionOne()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outlet.sqlite"));
    QCOMPARE(runSql(path, versionOne()), QString());

    OutletRecord freezer = namedRecord(QStringLiteral("id-1"), QStringLiteral("Freezer"));
    freezer.room = QStringLiteral("Kitchen");
    freezer.icon = QStringLiteral("freezer");
    freezer.position = 1;
    freezer.firmware = QStringLiteral("1.07");
    freezer.address = QStringLiteral("192.168.1.7");
    freezer.firstSeenUtcMs = 1;
    freezer.lastSeenUtcMs = 2;
    freezer.decidedUtcMs = 3;
    OutletRecord second;
    second.id = QStringLiteral("id-2");
    second.decision = Decision::Ignored;
    second.position = 2;
    {
        StorageSession session(folder.path());
        QCOMPARE(session.problem(), Kind::None);
        QCOMPARE(session.state().outlets.size(), 2);
        QVERIFY(session.state().outlets.at(0) == freezer);
        QVERIFY(session.state().outlets.at(1) == second);
        QCOMPARE(session.state().settings.value(QStringLiteral("theme")).toString(),
                 QStringLiteral("dark"));
        QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA user_version")).toInt(), schemaVersion());
        session.storage().save(fullRecord(7)); // the new columns are there to be written
    }
    StorageSession session(folder.path());
    QCOMPARE(session.state().outlets.size(), 3);
    QVERIFY(session.state().outlets.at(2) == fullRecord(7));
}

void TestSchema::migratesWhatWasRecorded()
{
    // Version 5 by the program's own steps, which are never edited; rows as they were written then.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outlet.sqlite"));
    const QString everything = QStringLiteral(
        "SELECT group_concat(row, '/') FROM (SELECT end_utc_ms || ' ' || ordinal || ' ' ||"
        " duration_ms || ' ' || joules || ' ' || arrival_utc_ms AS row FROM recent_report"
        " UNION ALL SELECT utc_ms || ' ' || ordinal || ' ' || connected || ' ' ||"
        " coalesce(relay, '-') || ' ' || cause || ' ' || coalesce(signal_dbm, '-')"
        " FROM recent_state UNION ALL SELECT start_utc_ms || ' ' || joules FROM imported_energy"
        " UNION ALL SELECT typeof(joules) || typeof(end_utc_ms) FROM recent_report)");
    QVariant before;
    {
        QVERIFY(setContents(path, {}));
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(path));
        QList<Migration> steps = migrations();
        steps.removeIf([](const Migration &step) { return step.toVersion > 5; });
        QVERIFY(!migrate(connection, 0, steps));
        for (const char *sql :
             {"INSERT INTO recent_report VALUES (1, 1000, 0, 500, 7, 1001), (1, 1000, 1, 5, 8, 2),"
              " (2, 5000000000000, 0, 86400000, 123456789012, 5)",
              "INSERT INTO recent_state VALUES (1, 10, 0, 1, 1, 2, -58), (1, 10, 1, 0, NULL, 3,"
              " NULL)",
              "INSERT INTO imported_energy VALUES (1, 3600000, 7200000, 1, 50, 7200000)"})
            QVERIFY(!connection.run(QString::fromLatin1(sql)));
        before = *connection.value(everything);
        QVERIFY(before.toString().contains(QStringLiteral("123456789012")));
    }
    const StorageSession session(folder.path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA user_version")).toInt(), schemaVersion());
    QCOMPARE(sqlValue(path, everything), before);
    QCOMPARE(int(contents(path).at(100)), 13); // its schema, too, lies on page 1 alone
}

void TestSchema::aFailingStepLeavesTheFileAsItWas()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outlet.sqlite"));
    QCOMPARE(runSql(path, versionOne()), QString());
    const QByteArray before = contents(path);
    const QList<Migration> steps{
        {2, {QStringLiteral("ALTER TABLE outlet ADD COLUMN good INTEGER")}},
        {3, {QStringLiteral("DROP TABLE setting"), QStringLiteral("ALTER TABLE nowhere ADD x")}},
    };
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(path));
        QVERIFY(!connection.run(QStringLiteral("BEGIN IMMEDIATE")));
        const SqlOutcome failure = migrate(connection, 1, steps);
        QVERIFY(failure);
        QVERIFY2(failure->text.contains(u"nowhere"), qPrintable(failure->text));
        QVERIFY(!connection.run(QStringLiteral("ROLLBACK")));
    }
    QCOMPARE(contents(path), before);
}

void TestSchema::aFileThatCannotBeMigratedIsReadAndKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("outlet.sqlite"));
    QCOMPARE(runSql(path, versionOne()
                              << QStringLiteral("ALTER TABLE outlet ADD COLUMN encrypted INTEGER")),
             QString());
    {
        StorageSession session(folder.path());
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::CannotOpen);
        QVERIFY(session.storage().problem().systemText.contains(u"encrypted"));
        QCOMPARE(session.state().outlets.size(), 2);
        QCOMPARE(session.state().outlets.at(0).name, QStringLiteral("Freezer"));
        session.storage().save(fullRecord(1));
    }
    QCOMPARE(sqlValue(path, QStringLiteral("PRAGMA user_version")).toInt(), 1);
    QCOMPARE(sqlValue(path, QStringLiteral("SELECT count(*) FROM outlet")).toInt(), 2);
    // None of the columns that came before the one that failed is there.
    QCOMPARE(
        sqlValue(path, QStringLiteral("SELECT count(*) FROM pragma_table_info('outlet')")).toInt(),
        12);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
