// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "history/history_merge.h"
#include "history/sealing.h"
#include "history/unsealing.h"
#include "history_session.h"

using namespace outlet;
using namespace outlet::test;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr qint64 kStart = 1763467200000; // where the clock begins: a full hour

/// One outlet's history becomes another's, and goes back: a real file, packed and added up as it
/// would be, looked at through questions alone.
class TestHistoryMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theDeadOneReplaced_data();
    void theDeadOneReplaced();
    void bothAtTheSameTime();
    void longOverlapStaysPacked_data();
    void longOverlapStaysPacked();
    void overlapWithAGap();
    void undoOfAnOverlapThatWentOn();
    void daysWithoutRows();
    void imports();
    void undoAfterALongTime();
    void nothingToMove();
    void withItself();

private:
    /// An outlet measures for so long, every minute; tidied up as time goes by.
    void use(HistorySession &session, const QStringList &ids, int count, qint64 watts)
    {
        for (int i = 0; i < count; ++i) {
            m_clock->advance(minutes(1));
            for (const QString &id : ids) {
                session.history().record(
                    MeasuredReport{id, m_clock->utcMs(), watts * 60 + i % 7, 60, std::nullopt});
                session.history().record(
                    MeasuredReading{id, m_clock->utcMs(), double(watts), std::nullopt});
            }
        }
    }
    void say(HistorySession &session, const QString &id, bool connected)
    {
        MeasuredState one;
        one.outletId = id;
        one.utcMs = m_clock->utcMs();
        one.connected = connected;
        one.relayOn = connected ? std::optional(true) : std::nullopt;
        session.history().record(one);
    }
    /// By hours, over all that was.
    [[nodiscard]] QList<EnergyBucket> hoursOf(HistorySession &session, const QString &id)
    {
        EnergyQuery query;
        query.outletIds = QStringList{id};
        for (qint64 edge = kStart - 48 * kHourMs; edge <= m_clock->utcMs() + kHourMs;
             edge += kHourMs)
            query.edgesUtcMs += edge;
        const auto answer = session.history().energy(query);
        if (!waitFor(answer) || !answer.result())
            return {};
        return answer.result()->outlets.constFirst().buckets;
    }
    /// Everything is packed that can be.
    [[nodiscard]] bool tidy(HistorySession &session)
    {
        m_clock->advance(seconds(20));
        return session.flush() &&
               QTest::qWaitFor(
                   [&] {
                       const qint64 sealed = (m_clock->utcMs() - 2 * kHourMs) / kHourMs * kHourMs;
                       return sqlValue(session.path(), QStringLiteral("SELECT count(*) FROM "
                                                                      "recent_reading WHERE "
                                                                      "utc_ms < %1")
                                                           .arg(sealed))
                                  .toInt() == 0;
                   },
                   20'000);
    }
    [[nodiscard]] qint64 merge(HistorySession &session, const QString &from, const QString &to)
    {
        const auto merged = session.history().merge(from, to);
        return waitFor(merged) && merged.result() ? *merged.result() : 0;
    }
    [[nodiscard]] bool undo(HistorySession &session, qint64 id)
    {
        const auto undone = session.history().undoMerge(id);
        return waitFor(undone) && undone.result() && *undone.result();
    }
    /// Packs everything that can be, on a connection of one's own.
    void seal(SqlConnection &connection)
    {
        Sealer sealer(connection);
        for (bool more = true; more;) {
            const auto step = sealer.step(m_clock->utcMs(), HistoryRetention());
            QVERIFY(step);
            more = *step;
        }
    }
    static qint64 joulesOf(const QList<EnergyBucket> &buckets)
    {
        qint64 joules = 0;
        for (const EnergyBucket &bucket : buckets)
            joules += bucket.joules;
        return joules;
    }

    const QString m_old = QStringLiteral("old");
    const QString m_new = QStringLiteral("new");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
};

void TestHistoryMerge::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
}

void TestHistoryMerge::theDeadOneReplaced_data()
{
    QTest::addColumn<int>("oldMinutes");
    QTest::addColumn<int>("pauseMinutes");
    QTest::addColumn<int>("newMinutes");
    QTest::newRow("within the hour") << 20 << 5 << 20;
    QTest::newRow("the same day, packed") << 300 << 5 << 300;
    QTest::newRow("days, added up") << 3000 << 15 << 3000;
    QTest::newRow("days between") << 1500 << 3000 << 1500;
}

void TestHistoryMerge::theDeadOneReplaced()
{
    QFETCH(int, oldMinutes);
    QFETCH(int, pauseMinutes);
    QFETCH(int, newMinutes);
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    say(session, m_old, true);
    use(session, {m_old}, oldMinutes, 60);
    say(session, m_old, false);
    QVERIFY(tidy(session));
    m_clock->advance(minutes(pauseMinutes));
    say(session, m_new, true);
    use(session, {m_new}, newMinutes, 100);
    say(session, m_old, false); // it goes on being away
    say(session, m_new, false); // so that nothing grows while it is looked at
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    QCOMPARE(oldBefore.size(), newBefore.size());
    QVERIFY(joulesOf(oldBefore) > 0 && joulesOf(newBefore) > 0);

    QSignalSpy rewritten(&session.history(), &History::rewritten);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    QTRY_COMPARE(rewritten.count(), 1);
    for (const bool isTidied : {false, true}) {
        if (isTidied)
            QVERIFY(tidy(session));
        const QList<EnergyBucket> merged = hoursOf(session, m_new);
        QVERIFY(merged.size() >= oldBefore.size());
        for (qsizetype i = 0; i < oldBefore.size(); ++i) {
            QCOMPARE(merged.at(i).joules, oldBefore.at(i).joules + newBefore.at(i).joules);
            QCOMPARE(merged.at(i).onMs, oldBefore.at(i).onMs + newBefore.at(i).onMs);
        }
        QCOMPARE(joulesOf(hoursOf(session, m_old)), 0);
    }

    QVERIFY(undo(session, id));
    QVERIFY(!undo(session, id)); // once
    for (const bool isTidied : {false, true}) {
        if (isTidied)
            QVERIFY(tidy(session));
        QCOMPARE(hoursOf(session, m_old).mid(0, oldBefore.size()), oldBefore);
        QCOMPARE(hoursOf(session, m_new).mid(0, newBefore.size()), newBefore);
    }
}

void TestHistoryMerge::bothAtTheSameTime()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    for (const QString &id : {m_old, m_new})
        say(session, id, true);
    use(session, {m_old, m_new}, 2000, 60);
    for (const QString &id : {m_old, m_new})
        say(session, id, false); // so that nothing grows while it is looked at
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    QVERIFY(tidy(session));
    // All the energy, and no time twice.
    const QList<EnergyBucket> merged = hoursOf(session, m_new);
    for (qsizetype i = 0; i < oldBefore.size(); ++i) {
        QCOMPARE(merged.at(i).joules, oldBefore.at(i).joules + newBefore.at(i).joules);
        QVERIFY(merged.at(i).knownMs <= kHourMs && merged.at(i).onMs <= kHourMs);
    }
    QVERIFY(undo(session, id));
    QVERIFY(tidy(session));
    QCOMPARE(hoursOf(session, m_old).mid(0, oldBefore.size()), oldBefore);
    QCOMPARE(hoursOf(session, m_new).mid(0, newBefore.size()), newBefore);
}

/// Sealed hours that both have are joined as they are: opening weeks of rows would keep recording
/// waiting for seconds.
void TestHistoryMerge::longOverlapStaysPacked_data()
{
    QTest::addColumn<bool>("areOldestSums");
    QTest::newRow("all of it as rows") << false;
    QTest::newRow("of the first day only sums are left") << true;
}

void TestHistoryMerge::longOverlapStaysPacked()
{
    QFETCH(bool, areOldestSums);
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    for (const QString &id : {m_old, m_new})
        say(session, id, true);
    use(session, {m_old, m_new}, 3000, 60);
    for (const QString &id : {m_old, m_new})
        say(session, id, false);
    QVERIFY(tidy(session));
    const auto count = [&](const char *sql) {
        return sqlValue(session.path(), QString::fromLatin1(sql)).toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM rollup_day"), 4, 10'000);
    session.history().close(); // so that nothing is sealed again while it is counted
    if (areOldestSums)
        QCOMPARE(runSql(session.path(), {QStringLiteral("DELETE FROM raw_hour WHERE hour / 24 ="
                                                        " (SELECT min(hour) / 24 FROM raw_hour)")}),
                 QString());
    const int hours = count("SELECT count(*) FROM raw_hour");
    const int rows = count("SELECT count(*) FROM recent_reading");
    QVERIFY(hours > (areOldestSums ? 70 : 90));
    SqlConnection connection;
    QVERIFY(!connection.openForWriting(session.path()));
    HistoryMerges merges;
    const auto id = merges.merge(connection, m_old, m_new);
    QVERIFY(id);
    QVERIFY(count("SELECT count(*) FROM raw_hour") >= hours / 2 - 4);
    QVERIFY(count("SELECT count(*) FROM recent_reading") <= rows + 2 * 60);
    // Of 6000: those of the hours at either end, and of their neighbours.
    const int reports = count("SELECT count(*) FROM recent_report");
    QVERIFY2(reports <= 12 * 60, qPrintable(QString::number(reports)));
    const auto undone = merges.undo(connection, *id);
    QVERIFY(undone && *undone);
    QVERIFY(count("SELECT count(*) FROM raw_hour") >= hours - 6);
}

/// The new one was silent for hours in which the old one measured.
void TestHistoryMerge::overlapWithAGap()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    for (const QString &id : {m_old, m_new})
        say(session, id, true);
    use(session, {m_old, m_new}, 400, 60);
    say(session, m_new, false);
    use(session, {m_old}, 1000, 80);
    say(session, m_new, true);
    use(session, {m_old, m_new}, 400, 60);
    for (const QString &id : {m_old, m_new})
        say(session, id, false);
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    for (const bool isTidied : {false, true}) {
        if (isTidied)
            QVERIFY(tidy(session));
        const QList<EnergyBucket> merged = hoursOf(session, m_new);
        for (qsizetype i = 0; i < oldBefore.size(); ++i)
            QCOMPARE(merged.at(i).joules, oldBefore.at(i).joules + newBefore.at(i).joules);
        QCOMPARE(joulesOf(hoursOf(session, m_old)), 0);
    }
    QVERIFY(undo(session, id));
    for (const bool isTidied : {false, true}) {
        if (isTidied)
            QVERIFY(tidy(session));
        QCOMPARE(hoursOf(session, m_old).mid(0, oldBefore.size()), oldBefore);
        QCOMPARE(hoursOf(session, m_new).mid(0, newBefore.size()), newBefore);
    }
}

/// A report that reaches back into an hour that was joined, after the merge: it stays the new
/// one's.
void TestHistoryMerge::undoOfAnOverlapThatWentOn()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    for (const QString &id : {m_old, m_new})
        say(session, id, true);
    use(session, {m_old, m_new}, 900, 60);
    for (const QString &id : {m_old, m_new})
        say(session, id, false);
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    session.history().close();
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(session.path()));
        HistoryMerges merges;
        const auto id = merges.merge(connection, m_old, m_new);
        QVERIFY(id);
        seal(connection);
        // Something opens an hour that was joined, and puts a row into it.
        const auto key = connection.value(
            QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = 'new'"));
        QVERIFY(key);
        const qint64 late = kStart + 5 * kHourMs + 1'800'000;
        QVERIFY(!connection.transact([&]() -> SqlOutcome {
            if (SqlOutcome failure = unseal(connection, key->toInt(), {late - 1000, late}))
                return failure;
            return connection.run(
                QStringLiteral("INSERT INTO recent_report VALUES (?, ?, 7, 1, 1000, ?)"),
                {*key, late + 1, late});
        }));
        seal(connection);
        const auto undone = merges.undo(connection, *id);
        QVERIFY(undone && *undone);
        seal(connection);
    }
    session.history().open();
    QVERIFY(session.flush());
    QCOMPARE(hoursOf(session, m_old).mid(0, oldBefore.size()), oldBefore);
    const QList<EnergyBucket> after = hoursOf(session, m_new);
    for (qsizetype i = 0; i < newBefore.size(); ++i)
        QCOMPARE(after.at(i).joules, newBefore.at(i).joules + (i == 48 + 5 ? 1000 : 0));
}

void TestHistoryMerge::daysWithoutRows()
{
    // Both so old that only their sums are left.
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    for (const QString &id : {m_old, m_new})
        say(session, id, true);
    use(session, {m_old, m_new}, 2000, 60);
    QVERIFY(tidy(session));
    m_clock->advance(std::chrono::hours(30));
    QVERIFY(tidy(session));
    const auto sums = [&](const QString &id) {
        return sqlValue(session.path(),
                        QStringLiteral("SELECT sum(joules) FROM rollup_day JOIN history_outlet ON"
                                       " key = outlet WHERE outlet_id = '%1'")
                            .arg(id))
            .toLongLong();
    };
    QTRY_VERIFY_WITH_TIMEOUT(sums(m_new) > 0 && sums(m_old) == sums(m_new), 10'000);
    const qint64 each = sums(m_old);
    session.history().close();
    QCOMPARE(runSql(session.path(), {QStringLiteral("DELETE FROM raw_hour"),
                                     QStringLiteral("DELETE FROM recent_report"),
                                     QStringLiteral("DELETE FROM recent_reading"),
                                     QStringLiteral("DELETE FROM recent_state")}),
             QString());
    session.history().open();
    QVERIFY(session.flush());
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    QCOMPARE(joulesOf(newBefore), each);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    QCOMPARE(sums(m_old), 0);
    QCOMPARE(sums(m_new), 2 * each);
    QCOMPARE(joulesOf(hoursOf(session, m_new)), 2 * each);
    QVERIFY(undo(session, id));
    QCOMPARE(hoursOf(session, m_old), oldBefore);
    QCOMPARE(hoursOf(session, m_new), newBefore);
}

void TestHistoryMerge::imports()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    use(session, {m_old, m_new}, 1, 60);
    QVERIFY(session.flush());
    QCOMPARE(runSql(session.path(),
                    {QStringLiteral("INSERT INTO imported_energy SELECT key, %1, 3600000, key, "
                                    "1000 * key, 3600000 FROM history_outlet")
                         .arg(kStart - 10 * kHourMs),
                     QStringLiteral("INSERT INTO imported_energy SELECT key, %1, 3600000, 1, 7,"
                                    " 3600000 FROM history_outlet WHERE outlet_id = 'old'")
                         .arg(kStart - 8 * kHourMs)}),
             QString());
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    QVERIFY(joulesOf(oldBefore) > 1000 && joulesOf(newBefore) > 1000);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    const QList<EnergyBucket> merged = hoursOf(session, m_new);
    for (qsizetype i = 0; i < merged.size(); ++i)
        QCOMPARE(merged.at(i).joules, oldBefore.at(i).joules + newBefore.at(i).joules);
    QVERIFY(undo(session, id));
    QCOMPARE(hoursOf(session, m_old), oldBefore);
    QCOMPARE(hoursOf(session, m_new), newBefore);
}

void TestHistoryMerge::undoAfterALongTime()
{
    // What was open at the merge is packed and added up by then, beside what came after.
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    say(session, m_old, true);
    use(session, {m_old}, 90, 60);
    say(session, m_new, true);
    use(session, {m_new}, 30, 100);
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldBefore = hoursOf(session, m_old);
    const QList<EnergyBucket> newBefore = hoursOf(session, m_new);
    const qint64 id = merge(session, m_old, m_new);
    QVERIFY(id > 0);
    use(session, {m_new}, 3000, 100);
    QVERIFY(tidy(session));
    QVERIFY(undo(session, id));
    QVERIFY(tidy(session));
    const QList<EnergyBucket> oldAfter = hoursOf(session, m_old);
    QCOMPARE(joulesOf(oldAfter), joulesOf(oldBefore));
    const QList<EnergyBucket> newAfter = hoursOf(session, m_new);
    for (qsizetype i = 0; i + 2 < newBefore.size(); ++i) { // the last ones went on
        QCOMPARE(oldAfter.at(i).joules, oldBefore.at(i).joules);
        QCOMPARE(newAfter.at(i).joules, newBefore.at(i).joules);
    }
}

void TestHistoryMerge::nothingToMove()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    use(session, {m_new}, 10, 60);
    QVERIFY(session.flush());
    const QList<EnergyBucket> before = hoursOf(session, m_new);
    const qint64 id = merge(session, QStringLiteral("never seen"), m_new);
    QVERIFY(id > 0);
    QCOMPARE(hoursOf(session, m_new), before);
    QVERIFY(undo(session, id));
    QCOMPARE(hoursOf(session, m_new), before);
    // To one without a history of its own.
    const qint64 second = merge(session, m_new, QStringLiteral("fresh"));
    QCOMPARE(hoursOf(session, QStringLiteral("fresh")), before);
    QVERIFY(undo(session, second));
    QCOMPARE(hoursOf(session, m_new), before);
}

void TestHistoryMerge::withItself()
{
    HistorySession session(m_folder->path(), *m_clock, HistoryOptions());
    const auto merged = session.history().merge(m_new, m_new);
    QVERIFY(waitFor(merged));
    QVERIFY(!merged.result());
    QCOMPARE(merged.result().error().kind, HistoryProblem::Kind::BadQuestion);
}

QTEST_GUILESS_MAIN(TestHistoryMerge)
#include "tst_history_merge.moc"
