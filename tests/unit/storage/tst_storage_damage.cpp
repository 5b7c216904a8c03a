// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#include "storage/sql_connection.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;
using Kind = StorageProblem::Kind;

constexpr int kRecords = 600; // most pages of the file are theirs, wherever it is cut off

class TestStorageDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void salvagesAroundABrokenPage();
    void salvagesAfterACutOff();
    void keepsTheLogOfADamagedFile();
    void neverOverwritesWhatWasKept();
    void keepsAForeignDatabase();
    void noticesDamageWhileItRuns();
    void replacesAFileThatOthersFoundDamaged();
    void anUnfinishedFileIsNoDamage_data();
    void anUnfinishedFileIsNoDamage();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList keptFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

static const QDateTime kNow(QDate(2025, 11, 18), QTime(9, 5, 7));

static StorageHooks hooksAtNow()
{
    StorageHooks hooks;
    hooks.now = [] { return kNow; };
    return hooks;
}

/// A healthy file with kRecords outlets and a setting.
void TestStorageDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = file(QStringLiteral("outlet.sqlite"));
    StorageSession session(m_folder->path());
    for (int i = 0; i < kRecords; ++i)
        session.storage().save(fullRecord(i));
    session.storage().saveSetting(QStringLiteral("theme"), QStringLiteral("dark"));
}

QStringList TestStorageDamage::keptFiles() const
{
    return QDir(m_folder->path())
        .entryList({QStringLiteral("*.damaged-*")}, QDir::Files, QDir::Name);
}

void TestStorageDamage::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray sqlite("SQLite format 3\0", 16);
    QTest::newRow("text") << QByteArray("this is no database at all\n").repeated(300);
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("zeros") << QByteArray(40960, '\0');
    QTest::newRow("header, then nonsense") << sqlite + QByteArray(8000, '\xa5');
}

void TestStorageDamage::keepsADamagedFileAside()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(setContents(m_path, bytes));
    const QString kept = m_path + QStringLiteral(".damaged-20251118-090507");
    {
        StorageSession session(m_folder->path(), hooksAtNow());
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::CorruptSetAside);
        QCOMPARE(session.storage().problem().path, kept);
        QVERIFY(session.storage().problem().sentence().contains(QDir::toNativeSeparators(kept)));
        QVERIFY(session.state().outlets.isEmpty());
        QCOMPARE(contents(kept), bytes);
        session.storage().save(fullRecord(1));
        QVERIFY(session.waitWritten());
        QCOMPARE(session.problem(), Kind::CorruptSetAside); // still has to be known
    }
    QCOMPARE(contents(kept), bytes);
    StorageSession session(m_folder->path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), 1);
}

void TestStorageDamage::salvagesAroundABrokenPage()
{
    // Page 2 is the root of the outlet table (the first one made); its leaves come later. Every
    // page but the first three is broken in turn, and some of them must be leaves of that table.
    // The history's pages are looked at later, by others.
    QSet<int> ofHistory;
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(m_path));
        QSqlQuery query = connection.query();
        QVERIFY(query.exec(QStringLiteral("SELECT rootpage FROM sqlite_master"
                                          " WHERE tbl_name NOT IN ('outlet', 'setting')")));
        while (query.next())
            ofHistory.insert(query.value(0).toInt() - 1);
    }
    const QByteArray healthy = contents(m_path);
    constexpr int pageBytes = 4096;
    QCOMPARE(healthy.size() % pageBytes, 0);
    int partial = 0;
    for (int page = 3; page < healthy.size() / pageBytes; ++page) {
        if (ofHistory.contains(page))
            continue;
        QByteArray damaged = healthy;
        QRandomGenerator random(static_cast<quint32>(page));
        for (int i = 0; i < pageBytes; ++i)
            damaged[page * pageBytes + i] = static_cast<char>(random.generate());
        const QString folder = file(QStringLiteral("page-%1").arg(page));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(setContents(folder + QStringLiteral("/outlet.sqlite"), damaged));

        StorageSession session(folder);
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::CorruptSetAside);
        QCOMPARE(contents(session.storage().problem().path), damaged);
        const QList<OutletRecord> &found = session.state().outlets;
        QVERIFY2(found.size() >= kRecords / 2, qPrintable(QString::number(found.size())));
        for (const OutletRecord &record : found)
            QVERIFY(record == fullRecord(record.position - 3));
        partial += found.size() < kRecords ? 1 : 0;
        // What was saved is in the new file, for good.
        QCOMPARE(
            sqlValue(session.storage().filePath(), QStringLiteral("SELECT count(*) FROM outlet"))
                .toInt(),
            found.size());
    }
    QVERIFY(partial > 0);
}

void TestStorageDamage::salvagesAfterACutOff()
{
    const QByteArray healthy = contents(m_path);
    for (const qsizetype size : {healthy.size() * 3 / 4 + 100, healthy.size() - 4096}) {
        const QString folder = file(QStringLiteral("cut-%1").arg(size));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(setContents(folder + QStringLiteral("/outlet.sqlite"), healthy.left(size)));
        StorageSession session(folder);
        QVERIFY(session.isOpened());
        QCOMPARE(session.problem(), Kind::CorruptSetAside);
        QCOMPARE(contents(session.storage().problem().path), healthy.left(size));
        QVERIFY(!session.state().outlets.isEmpty());
        QCOMPARE(session.state().settings.value(QStringLiteral("theme")).toString(),
                 QStringLiteral("dark"));
    }
}

void TestStorageDamage::keepsTheLogOfADamagedFile()
{
    QVERIFY(setContents(m_path, QByteArray(9000, 'x')));
    QVERIFY(setContents(m_path + QStringLiteral("-wal"), QByteArray(5000, 'y')));
    StorageSession session(m_folder->path(), hooksAtNow());
    QCOMPARE(session.problem(), Kind::CorruptSetAside);
    QCOMPARE(contents(session.storage().problem().path), QByteArray(9000, 'x'));
    QCOMPARE(contents(session.storage().problem().path + QStringLiteral("-wal")),
             QByteArray(5000, 'y'));
}

void TestStorageDamage::neverOverwritesWhatWasKept()
{
    for (const char *text : {"first damage", "second damage", "third damage"}) {
        QVERIFY(setContents(m_path, text));
        StorageSession session(m_folder->path(), hooksAtNow());
        QCOMPARE(session.problem(), Kind::CorruptSetAside);
        QCOMPARE(contents(session.storage().problem().path), QByteArray(text));
    }
    const QString base = QStringLiteral("outlet.sqlite.damaged-20251118-090507");
    QCOMPARE(keptFiles(),
             QStringList({base, base + QStringLiteral("-2"), base + QStringLiteral("-3")}));
    QCOMPARE(contents(file(base)), QByteArray("first damage"));
}

void TestStorageDamage::keepsAForeignDatabase()
{
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(runSql(m_path, {QStringLiteral("CREATE TABLE outlet (id TEXT)"),
                             QStringLiteral("INSERT INTO outlet VALUES ('not ours')")}),
             QString());
    const QByteArray before = contents(m_path);
    StorageSession session(m_folder->path());
    QCOMPARE(session.problem(), Kind::CorruptSetAside);
    QCOMPARE(contents(session.storage().problem().path), before);
    QVERIFY(session.state().outlets.isEmpty());
}

void TestStorageDamage::noticesDamageWhileItRuns()
{
    bool isBroken = false; // touched on the writer thread alone, after open()
    StorageHooks hooks = hooksAtNow();
    hooks.beforeWrite = [&](QSqlDatabase &database) {
        if (std::exchange(isBroken, true))
            return;
        // Everything is in the main file and nothing in a cache; then its pages turn to nonsense.
        for (const char *pragma : {"wal_checkpoint(TRUNCATE)", "shrink_memory"})
            QSqlQuery(database).exec(QStringLiteral("PRAGMA ") + QLatin1String(pragma));
        QFile raw(m_path);
        if (raw.open(QIODevice::ReadWrite) && raw.seek(4096))
            raw.write(QByteArray(int(raw.size()) - 4096, '\x5a'));
    };
    {
        StorageSession session(m_folder->path(), hooks);
        QCOMPARE(session.problem(), Kind::None);
        QCOMPARE(session.state().outlets.size(), kRecords);
        session.storage().save(fullRecord(kRecords));
        QVERIFY(session.waitWritten());
        QCOMPARE(session.problem(), Kind::CorruptSetAside);
        QCOMPARE(keptFiles().size(), 1);
    }
    // The new file got everything that was known, not only what was saved last.
    StorageSession session(m_folder->path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), kRecords + 1);
    QCOMPARE(session.state().settings.value(QStringLiteral("theme")).toString(),
             QStringLiteral("dark"));
}

void TestStorageDamage::replacesAFileThatOthersFoundDamaged()
{
    QStringList order; // touched on the writer thread alone, until the session is closed
    StorageHooks hooks = hooksAtNow();
    hooks.beforeSetAside = [&] {
        order += QStringLiteral("let go");
        order += keptFiles();
    };
    {
        StorageSession session(m_folder->path(), hooks);
        session.storage().replaceDamaged(QStringLiteral("page 7 is never used"));
        QVERIFY(session.waitProblem(Kind::CorruptSetAside));
        QVERIFY(session.storage().problem().systemText.contains(QStringLiteral("page 7")));
        QCOMPARE(keptFiles().size(), 1);
        session.storage().save(fullRecord(kRecords));
    }
    // Whoever else had it open let go before it was renamed.
    QCOMPARE(order, QStringList{QStringLiteral("let go")});
    StorageSession session(m_folder->path());
    QCOMPARE(session.problem(), Kind::None);
    QCOMPARE(session.state().outlets.size(), kRecords + 1);
}

void TestStorageDamage::anUnfinishedFileIsNoDamage_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("no byte") << QStringList();
    QTest::newRow("a header alone") << QStringList{QStringLiteral("PRAGMA journal_mode = WAL")};
}

void TestStorageDamage::anUnfinishedFileIsNoDamage()
{
    // What a process leaves that is killed between making the file and filling it.
    QFETCH(QStringList, statements);
    QVERIFY(setContents(m_path, {}));
    QCOMPARE(runSql(m_path, statements), QString());
    {
        StorageSession session(m_folder->path());
        QCOMPARE(session.problem(), Kind::None);
        QVERIFY(session.state().outlets.isEmpty());
        session.storage().save(fullRecord(1));
    }
    StorageSession session(m_folder->path());
    QCOMPARE(session.state().outlets.size(), 1);
    QVERIFY(keptFiles().isEmpty());
}

QTEST_GUILESS_MAIN(TestStorageDamage)
#include "tst_storage_damage.moc"
