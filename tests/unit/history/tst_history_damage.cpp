// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "history_session.h"
#include "storage/schema.h"

using namespace outlet;
using namespace outlet::test;
using std::chrono::seconds;

constexpr int kPageBytes = 4096;
constexpr int kOutlets = 3;
constexpr int kReports = 400; // of each: many pages

/// What becomes of a history whose file is damaged: a real file, broken page by page.
class TestHistoryDamage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bringsOverWhatCanBeRead();
    void bringsItOverOnce();
    void bringsItOverOnceThoughPacked();
    void bringsOverImports();
    void importsKeepApart();
    void bringsOverImportsOfOldFiles();
    void aFileThatIsNoDatabase();
    void theCheckFindsDamage();
    void theCheckPassesASoundFile();
    void aQuestionFindsDamage();
    void aWriteFindsDamage();
    void goesOnInTheNewFile();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QList<int> pagesOf(const QString &table) const;
    void breakPage(const QString &file, int page) const;
    [[nodiscard]] bool addImports(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
};

/// A healthy file "sound.sqlite" with reports of three outlets.
void TestHistoryDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
    const QString folder = path("make");
    {
        HistorySession session(folder, *m_clock);
        for (int i = 0; i < kReports; ++i) {
            for (int outlet = 0; outlet < kOutlets; ++outlet)
                session.history().record(
                    MeasuredReport{QString::number(outlet), m_clock->utcMs(), i, 10, std::nullopt});
            m_clock->advance(seconds(10));
        }
        QVERIFY(session.flush());
        QCOMPARE(session.value("SELECT count(*) FROM recent_report").toInt(), kReports * kOutlets);
    }
    QCOMPARE(runSql(folder + QStringLiteral("/outlet.sqlite"),
                    {QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")}),
             QString());
    QVERIFY(QFile::rename(folder + QStringLiteral("/outlet.sqlite"), path("sound.sqlite")));
}

/// The pages of a table that are none of its root, counted from 0: found by breaking each in turn
/// and asking the table alone.
QList<int> TestHistoryDamage::pagesOf(const QString &table) const
{
    QList<int> pages;
    const auto count = contents(path("sound.sqlite")).size() / kPageBytes;
    for (int page = 1; page < count; ++page) {
        const QString probe = path("probe.sqlite");
        QFile::remove(probe);
        if (!QFile::copy(path("sound.sqlite"), probe))
            return {};
        breakPage(probe, page);
        SqlConnection connection;
        if (connection.openForReading(probe, SqlConnection::Reading::Immutable))
            continue;
        const auto root = connection.value(
            QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = '%1'").arg(table));
        const auto check = connection.value(QStringLiteral("PRAGMA quick_check('%1')").arg(table));
        if (root && root->toInt() != page + 1 && (!check || check->toString() != u"ok"))
            pages += page;
    }
    return pages;
}

void TestHistoryDamage::breakPage(const QString &file, int page) const
{
    QByteArray bytes = contents(file);
    QRandomGenerator random(static_cast<quint32>(page));
    for (int i = 0; i < kPageBytes; ++i)
        bytes[page * kPageBytes + i] = static_cast<char>(random.generate());
    if (!setContents(file, bytes))
        qFatal("cannot write the test's file");
}

void TestHistoryDamage::bringsOverWhatCanBeRead()
{
    const QList<int> pages = pagesOf(QStringLiteral("recent_report"));
    QVERIFY2(pages.size() > 3, qPrintable(QString::number(pages.size())));
    const int perPage = int(kReports * kOutlets / pages.size());
    for (const int page : {pages.first(), pages.at(pages.size() / 2), pages.last()}) {
        const QString damaged = path("damaged.sqlite");
        QFile::remove(damaged);
        QVERIFY(QFile::copy(path("sound.sqlite"), damaged));
        breakPage(damaged, page);
        const QByteArray before = contents(damaged);

        HistorySession session(m_folder->filePath(QStringLiteral("new-%1").arg(page)), *m_clock);
        session.history().suspend();
        QSignalSpy recovered(&session.history(), &History::recovered);
        QSignalSpy rewritten(&session.history(), &History::rewritten);
        session.history().resume(damaged);
        QCOMPARE(session.history().problem().kind, HistoryProblem::Kind::Damaged);
        QVERIFY(session.history().problem().sentence().contains(QStringLiteral("damaged.sqlite")));
        // Recording goes on while it is brought over.
        session.history().record(
            MeasuredReport{QStringLiteral("new"), m_clock->utcMs(), 7, 10, std::nullopt});
        QVERIFY(recovered.wait(20'000));
        QCOMPARE(rewritten.count(), 1);
        QVERIFY(session.flush());
        const int found =
            session
                .value("SELECT count(*) FROM recent_report WHERE joules != 7 OR outlet IN"
                       " (SELECT key FROM history_outlet WHERE outlet_id != 'new')")
                .toInt();
        qInfo("of %d rows %d are left, %d lie on a page", kReports * kOutlets, found, perPage);
        QVERIFY(found < kReports * kOutlets);
        QVERIFY(found >= kReports * kOutlets - 3 * perPage);
        // What was found is what was there, under the right outlet.
        QCOMPARE(session
                     .value("SELECT count(*) FROM recent_report r JOIN history_outlet o ON"
                            " o.key = r.outlet WHERE o.outlet_id != 'new' AND"
                            " r.end_utc_ms != 1763467200000 + r.joules * 10000")
                     .toInt(),
                 0);
        QCOMPARE(session.value("SELECT count(*) FROM history_outlet").toInt(), kOutlets + 1);
        QCOMPARE(contents(damaged), before);
    }
}

void TestHistoryDamage::bringsItOverOnce()
{
    HistorySession session(path("new"), *m_clock);
    for (int i = 0; i < 2; ++i) {
        session.history().suspend();
        QSignalSpy recovered(&session.history(), &History::recovered);
        session.history().resume(path("sound.sqlite"));
        QVERIFY(recovered.wait(20'000));
    }
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT count(*) FROM recent_report").toInt(), kReports * kOutlets);
    QCOMPARE(
        session.value("SELECT count(*) FROM recording WHERE start_utc_ms = 1763467200000").toInt(),
        1);
}

/// What was brought over was packed before it is brought over again (the program had ended before
/// all of it was there): it counts once all the same.
void TestHistoryDamage::bringsItOverOnceThoughPacked()
{
    HistorySession session(path("new"), *m_clock, HistoryOptions());
    const auto joules = [&] {
        EnergyQuery query;
        for (int outlet = 0; outlet < kOutlets; ++outlet)
            query.outletIds += QString::number(outlet);
        query.edgesUtcMs = {1763467200000 - 3600'000, 1763467200000 + 48 * 3600'000};
        const auto answer = session.history().energy(query);
        qint64 sum = 0;
        if (!waitFor(answer))
            return sum;
        const Result<EnergyAnswer, HistoryProblem> result = answer.result();
        if (result) {
            for (const OutletEnergy &outlet : result->outlets)
                sum += outlet.buckets.constFirst().joules;
        }
        return sum;
    };
    for (int i = 0; i < 2; ++i) {
        session.history().suspend();
        QSignalSpy recovered(&session.history(), &History::recovered);
        session.history().resume(path("sound.sqlite"));
        QVERIFY(recovered.wait(20'000));
        QVERIFY(session.flush());
        QCOMPARE(joules(), qint64(kReports) * (kReports - 1) / 2 * kOutlets);
        m_clock->advance(std::chrono::hours(4));
        QTRY_COMPARE_WITH_TIMEOUT(session.value("SELECT count(*) FROM recent_report").toInt(), 0,
                                  10'000);
        QCOMPARE(joules(), qint64(kReports) * (kReports - 1) / 2 * kOutlets);
    }
}

/// Two imports of a thousand hours each into one outlet, of which the second was taken back.
bool TestHistoryDamage::addImports(const QString &file) const
{
    QStringList sql{QStringLiteral("INSERT INTO import VALUES (1, 1000, 'a.csv', 1000, 1)"),
                    QStringLiteral("INSERT INTO import VALUES (2, 2000, 'b.csv', 1000, 2)")};
    for (const int import : {1, 2})
        sql += QStringLiteral("INSERT INTO imported_energy WITH RECURSIVE n(i) AS (SELECT 0 UNION"
                              " ALL SELECT i + 1 FROM n WHERE i < 999) SELECT key, i * 3600000,"
                              " 3600000, %1, %1 * 1000 + i, 3600000 FROM n, history_outlet WHERE"
                              " outlet_id = '0'")
                   .arg(import);
    sql += QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
    return runSql(file, sql).isEmpty();
}

void TestHistoryDamage::bringsOverImports()
{
    QVERIFY(addImports(path("sound.sqlite")));
    // So that the table's own pages are found, which alone cost rows.
    QCOMPARE(runSql(path("sound.sqlite"), {QStringLiteral("DROP INDEX imported_energy_by_import"),
                                           QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")}),
             QString());
    const QList<int> pages = pagesOf(QStringLiteral("imported_energy"));
    QVERIFY2(pages.size() > 3, qPrintable(QString::number(pages.size())));
    const QString damaged = path("damaged.sqlite");
    QVERIFY(QFile::copy(path("sound.sqlite"), damaged));
    breakPage(damaged, pages.at(pages.size() / 2));
    HistorySession session(path("new"), *m_clock);
    for (int i = 0; i < 2; ++i) { // the second time nothing comes twice
        session.history().suspend();
        QSignalSpy recovered(&session.history(), &History::recovered);
        session.history().resume(damaged);
        QVERIFY(recovered.wait(20'000));
        QVERIFY(session.flush());
        QCOMPARE(
            session.value("SELECT group_concat(id || file_name || state) FROM import").toString(),
            QStringLiteral("1a.csv1,2b.csv2"));
        const int rows = session.value("SELECT count(*) FROM imported_energy").toInt();
        qInfo("of 2000 imported rows %d are left", rows);
        QVERIFY(rows < 2000);
        QVERIFY(rows > 2000 - 3 * 2000 / int(pages.size()));
        QCOMPARE(session
                     .value("SELECT count(*) FROM imported_energy WHERE outlet != (SELECT key FROM"
                            " history_outlet WHERE outlet_id = '0') OR"
                            " joules != import * 1000 + start_utc_ms / 3600000")
                     .toInt(),
                 0);
    }
}

void TestHistoryDamage::importsKeepApart()
{
    // In the new file something was imported and taken back before the old ones come over.
    QVERIFY(addImports(path("sound.sqlite")));
    HistorySession session(path("new"), *m_clock);
    session.history().suspend();
    QCOMPARE(runSql(session.path(),
                    {QStringLiteral("INSERT INTO import VALUES (1, 5000, 'new.csv', 1, 2)")}),
             QString());
    for (int i = 0; i < 2; ++i) {
        QSignalSpy recovered(&session.history(), &History::recovered);
        session.history().resume(path("sound.sqlite"));
        QVERIFY(recovered.wait(20'000));
        QVERIFY(session.flush());
        QCOMPARE(
            session.value("SELECT group_concat(id || file_name || state) FROM import").toString(),
            QStringLiteral("1new.csv2,2a.csv1,3b.csv2"));
        QCOMPARE(session.value("SELECT count(*) FROM imported_energy WHERE import = 2").toInt(),
                 1000);
        QCOMPARE(session.value("SELECT count(*) FROM imported_energy WHERE import = 3").toInt(),
                 1000);
        // It counts: what was measured is no part of 1970.
        EnergyQuery query;
        query.outletIds = {QStringLiteral("0")};
        query.edgesUtcMs = {0, 1000LL * 3600'000};
        const auto answer = session.history().energy(query);
        QVERIFY(waitFor(answer));
        QVERIFY(answer.result());
        QCOMPARE(answer.result()->outlets.constFirst().buckets.constFirst().joules,
                 1000 * 1000 + 999 * 500);
        session.history().suspend();
    }
}

/// A file as version 3 of the schema had it, by the program's own steps.
void TestHistoryDamage::bringsOverImportsOfOldFiles()
{
    const QString old = path("old.sqlite");
    QVERIFY(setContents(old, {}));
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(old));
        QList<Migration> steps = migrations();
        steps.removeIf([](const Migration &step) { return step.toVersion > 3; });
        QVERIFY(!migrate(connection, 0, steps));
        for (const char *sql :
             {"INSERT INTO history_outlet VALUES (7, 'lamp')",
              "INSERT INTO import VALUES (4, 1000, 'a.csv', 1000)",
              "INSERT INTO imported_energy WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1"
              " FROM n WHERE i < 999) SELECT 7, i * 3600000, 3600000, i, 4 FROM n",
              "INSERT INTO recent_report VALUES (7, 5000000, 0, 1000, 42, 5000000)"})
            QVERIFY(!connection.run(QString::fromLatin1(sql)));
    }
    HistorySession session(path("new"), *m_clock);
    for (int i = 0; i < 2; ++i) {
        session.history().suspend();
        QSignalSpy recovered(&session.history(), &History::recovered);
        session.history().resume(old);
        QVERIFY(recovered.wait(20'000));
        QVERIFY(session.flush());
        QCOMPARE(
            session.value("SELECT group_concat(id || file_name || state) FROM import").toString(),
            QStringLiteral("4a.csv1"));
        QCOMPARE(session.value("SELECT count(*) || ' ' || sum(joules) || ' ' || sum(known_ms)"
                               " FROM imported_energy WHERE import = 4"),
                 QVariant(QStringLiteral("1000 499500 3600000000")));
        QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 42);
        EnergyQuery query;
        query.outletIds = {QStringLiteral("lamp")};
        query.edgesUtcMs = {0, 1000LL * 3600'000};
        const auto answer = session.history().energy(query);
        QVERIFY(waitFor(answer));
        QVERIFY(answer.result());
        QCOMPARE(answer.result()->outlets.constFirst().buckets.constFirst().joules, 499'500 + 42);
    }
}

void TestHistoryDamage::aFileThatIsNoDatabase()
{
    QVERIFY(setContents(path("noise.sqlite"), QByteArray(9000, 'x')));
    HistorySession session(path("new"), *m_clock);
    session.history().suspend();
    QSignalSpy recovered(&session.history(), &History::recovered);
    session.history().resume(path("noise.sqlite"));
    QVERIFY(recovered.wait(20'000));
    QVERIFY(session.flush());
}

void TestHistoryDamage::theCheckFindsDamage()
{
    const QList<int> pages = pagesOf(QStringLiteral("recent_report"));
    const QString folder = path("make");
    QVERIFY(QFile::copy(path("sound.sqlite"), folder + QStringLiteral("/outlet.sqlite")));
    breakPage(folder + QStringLiteral("/outlet.sqlite"), pages.at(1));
    HistorySession session(folder, *m_clock);
    QSignalSpy found(&session.history(), &History::damageFound);
    session.history().checkFile();
    QVERIFY(found.wait(20'000));
    QVERIFY(!found.at(0).at(0).toString().isEmpty());
}

void TestHistoryDamage::theCheckPassesASoundFile()
{
    HistorySession session(path("new"), *m_clock);
    QSignalSpy found(&session.history(), &History::damageFound);
    session.history().checkFile();
    session.history().close(); // waits for it
    QCoreApplication::processEvents();
    QVERIFY(found.isEmpty());
}

void TestHistoryDamage::aQuestionFindsDamage()
{
    const QString folder = path("make");
    const QString file = folder + QStringLiteral("/outlet.sqlite");
    QVERIFY(QFile::copy(path("sound.sqlite"), file));
    for (const int page : pagesOf(QStringLiteral("recent_report")))
        breakPage(file, page);
    HistorySession session(folder, *m_clock);
    QSignalSpy found(&session.history(), &History::damageFound);
    EnergyQuery query;
    query.outletIds = QStringList{QStringLiteral("0")};
    query.edgesUtcMs = {1763467200000, 1763467200000 + 3600'000};
    const auto answer = session.history().energy(query);
    QVERIFY(waitFor(answer));
    QVERIFY(!answer.result());
    QCOMPARE(answer.result().error().kind, HistoryProblem::Kind::CannotRead);
    QVERIFY(found.count() > 0 || found.wait(20'000));
    QCOMPARE(found.count(), 1);
}

void TestHistoryDamage::aWriteFindsDamage()
{
    const QString folder = path("make");
    const QString file = folder + QStringLiteral("/outlet.sqlite");
    QVERIFY(QFile::copy(path("sound.sqlite"), file));
    for (const int page : pagesOf(QStringLiteral("recent_report")))
        breakPage(file, page);
    HistorySession session(folder, *m_clock);
    QVERIFY(session.flush());
    QSignalSpy found(&session.history(), &History::damageFound);
    session.history().record(
        MeasuredReport{QStringLiteral("0"), m_clock->utcMs(), 7, 10, std::nullopt});
    QVERIFY(found.wait(20'000));
    // Nothing more is tried with that file, and what was to be written waits for another.
    const auto flushed = session.history().flush();
    QVERIFY(waitFor(flushed));
    QVERIFY(!flushed.result().ok());
}

/// Found, set aside by Storage, brought over, gone on with: as Core puts it together.
void TestHistoryDamage::goesOnInTheNewFile()
{
    const QString folder = path("make");
    const QString file = folder + QStringLiteral("/outlet.sqlite");
    QVERIFY(QFile::copy(path("sound.sqlite"), file));
    const QList<int> pages = pagesOf(QStringLiteral("recent_report"));
    breakPage(file, pages.at(pages.size() / 2));

    std::unique_ptr<History> history;
    StorageHooks hooks;
    hooks.beforeSetAside = [&] { history->suspend(); };
    StorageSession storage(folder, hooks);
    QCOMPARE(storage.problem(), StorageProblem::Kind::None);
    history = std::make_unique<History>(file, *m_clock, rowsStay());
    QObject::connect(history.get(), &History::damageFound, &storage.storage(),
                     &Storage::replaceDamaged);
    QObject::connect(&storage.storage(), &Storage::problemChanged, history.get(), [&] {
        if (storage.problem() == StorageProblem::Kind::CorruptSetAside)
            history->resume(storage.storage().problem().path);
    });
    QSignalSpy recovered(history.get(), &History::recovered);
    history->open();
    history->record(MeasuredReport{QStringLiteral("new"), m_clock->utcMs(), 7, 10, std::nullopt});
    history->checkFile();
    QVERIFY(recovered.wait(20'000));
    const auto flushed = history->flush();
    QVERIFY(waitFor(flushed));
    QVERIFY(flushed.result().ok());
    QVERIFY(sqlValue(file, QStringLiteral("SELECT count(*) FROM recent_report")).toInt() >
            kReports * kOutlets / 2);
    QCOMPARE(sqlValue(file, QStringLiteral("SELECT sum(joules) FROM recent_report r JOIN"
                                           " history_outlet o ON o.key = r.outlet"
                                           " WHERE o.outlet_id = 'new'"))
                 .toInt(),
             7);
    QCOMPARE(sqlValue(file, QStringLiteral("PRAGMA integrity_check")).toString(),
             QStringLiteral("ok"));
    QVERIFY(QFile::exists(storage.storage().problem().path));
    history->close();
}

QTEST_GUILESS_MAIN(TestHistoryDamage)
#include "tst_history_damage.moc"
