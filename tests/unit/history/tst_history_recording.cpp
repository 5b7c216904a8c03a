// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <vector>

#include "history/history_file.h"
#include "history_session.h"

using namespace outlet;
using namespace outlet::test;
using std::chrono::seconds;

/// What is recorded lies in the file as rows, exactly. Each test has a real file of its own.
class TestHistoryRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void reportsLieWhereTheyBelong();
    void aBurstMovesWrittenReports();
    void aBurstAfterARestart();
    void aRushLiesWhereABurstDoes();
    void aRushIsSafeBeforeItIsPlaced();
    void noMoreTimeThanThereIs();
    void reportsWithoutASpan();
    void refusedReportsAreCounted();
    void offDrawsNothing();
    void readingsAreThinnedOut();
    void states();
    void sessions();
    void anInterruptionEndsASession();
    void recordedIsTold();
    void recordsBeforeItIsOpen();
    void afterClose();
    void theQueueIsBounded();
    void jobs();
    void suspendAndResume();
    void waitsWhileTheDiskIsFull();

private:
    [[nodiscard]] MeasuredReport report(qint64 joules, qint64 length = 183) const
    {
        return {QStringLiteral("a"), m_clock->utcMs(), joules, length, std::nullopt};
    }
    [[nodiscard]] MeasuredState state(bool connected, std::optional<bool> relayOn) const
    {
        MeasuredState one;
        one.outletId = QStringLiteral("a");
        one.utcMs = m_clock->utcMs();
        one.connected = connected;
        one.relayOn = relayOn;
        return one;
    }
    [[nodiscard]] MeasuredReading reading(double watts, std::optional<double> volts = {}) const
    {
        return {QStringLiteral("a"), m_clock->utcMs(), watts, volts};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
};

static const char *const kReports =
    "SELECT (end_utc_ms - 1763467200000) / 1000, duration_ms / 1000, joules FROM recent_report"
    " ORDER BY outlet, end_utc_ms, ordinal";

void TestHistoryRecording::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>(); // 1763467200000
}

void TestHistoryRecording::reportsLieWhereTheyBelong()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(804));
    m_clock->advance(seconds(183));
    session.history().record(report(900));
    MeasuredReport other = report(5, 182);
    other.outletId = QStringLiteral("Ä 'b'");
    session.history().record(other);
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports),
             QStringList({QStringLiteral("0 183 804"), QStringLiteral("183 183 900"),
                          QStringLiteral("183 182 5")}));
    QCOMPARE(session.rows("SELECT outlet_id FROM history_outlet ORDER BY key"),
             QStringList({QStringLiteral("a"), QStringLiteral("Ä 'b'")}));
}

void TestHistoryRecording::aBurstMovesWrittenReports()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(1));
    m_clock->advance(seconds(1000));
    session.history().record(report(2));
    QVERIFY(session.flush());
    session.history().record(report(3));
    session.history().record(report(4));
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports),
             QStringList({QStringLiteral("0 183 1"), QStringLiteral("634 183 2"),
                          QStringLiteral("817 183 3"), QStringLiteral("1000 183 4")}));
}

void TestHistoryRecording::aBurstAfterARestart()
{
    {
        HistorySession session(m_folder->path(), *m_clock);
        session.history().record(report(1));
        m_clock->advance(seconds(1000));
        session.history().record(report(2));
    }
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(3));
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports),
             QStringList({QStringLiteral("0 183 1"), QStringLiteral("817 183 2"),
                          QStringLiteral("1000 183 3")}));
}

/// So many reports at once that most of them wait until the rush is over.
static QStringList recordRush(History &history, const MeasuredReport &one, int outlets)
{
    constexpr int each = 400;
    QStringList expected;
    for (int i = 0; i < each; ++i) {
        for (int outlet = 0; outlet < outlets; ++outlet) {
            MeasuredReport report = one;
            report.outletId = QString::number(outlet);
            report.joules = i;
            history.record(report);
        }
    }
    for (int outlet = 0; outlet < outlets; ++outlet) {
        for (int i = 0; i < each; ++i)
            expected += QStringLiteral("%1 183 %2").arg((i - each + 1) * 183).arg(i);
    }
    return expected;
}

void TestHistoryRecording::aRushLiesWhereABurstDoes()
{
    HistorySession session(m_folder->path(), *m_clock);
    const QStringList expected = recordRush(session.history(), report(0), 6);
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports), expected);
    QCOMPARE(session.value("SELECT count(*) FROM waiting_report").toInt(), 0);
    QCOMPARE(session.value("SELECT count(*) FROM history_rejected").toInt(), 0);
    // And what comes behind it lies where it would anyway.
    m_clock->advance(seconds(183));
    session.history().record(report(9));
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports).constLast(), QStringLiteral("183 183 9"));
}

void TestHistoryRecording::aRushIsSafeBeforeItIsPlaced()
{
    // Written as a program does that is killed before it placed them: into the file alone.
    QStringList expected;
    {
        HistorySession session(m_folder->path(), *m_clock);
    }
    {
        HistoryFile file(m_folder->filePath(QStringLiteral("outlet.sqlite")));
        QVERIFY(!file.open());
        std::vector<RecordedEntry> entries;
        for (int i = 0; i < 300; ++i) {
            for (int outlet = 0; outlet < 2; ++outlet) {
                MeasuredReport one = report(i);
                one.outletId = QString::number(outlet);
                one.mostWatts = 3680;
                entries.emplace_back(one);
            }
        }
        QVERIFY(file.write(entries).ok());
        QVERIFY(file.hasWaiting());
    }
    for (int outlet = 0; outlet < 2; ++outlet) {
        for (int i = 0; i < 300; ++i)
            expected += QStringLiteral("%1 183 %2").arg((i - 299) * 183).arg(i);
    }
    HistorySession session(m_folder->path(), *m_clock);
    QVERIFY(session.value("SELECT count(*) FROM waiting_report").toInt() > 0);
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports), expected);
    QCOMPARE(session.value("SELECT count(*) FROM waiting_report").toInt(), 0);
}

void TestHistoryRecording::noMoreTimeThanThereIs()
{
    // 24 hours of reports in one instant may have been held back; more can't be true.
    HistorySession session(m_folder->path(), *m_clock);
    constexpr int claimed = 2000;
    constexpr int possible = 24 * 3600 / 183 + 1; // the last one overlaps within the slack
    for (int i = 0; i < claimed; ++i)
        session.history().record(report(1));
    QVERIFY(session.flush());
    const int counted = session.value("SELECT sum(joules) FROM recent_report").toInt();
    QVERIFY2(counted == possible || counted == possible - 1, qPrintable(QString::number(counted)));
    QCOMPARE(session
                 .value("SELECT sum(count) FROM history_rejected"
                        " WHERE kind = 'report-too-long'")
                 .toInt(),
             claimed - counted);
    QTRY_COMPARE(session.history()
                     .rejectedCounts(QStringLiteral("a"))
                     .value(QStringLiteral("report-too-long")),
                 quint64(claimed - counted));
    // As much as has passed since then is believed again.
    m_clock->advance(seconds(183 * 4));
    for (int i = 0; i < 5; ++i)
        session.history().record(report(1));
    QVERIFY(session.flush());
    const int now = session.value("SELECT sum(joules) FROM recent_report").toInt();
    QVERIFY2(now == counted + 4, qPrintable(QString::number(now - counted)));
}

void TestHistoryRecording::reportsWithoutASpan()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(7, 0));
    session.history().record(report(7, 0));
    QVERIFY(session.flush());
    session.history().record(report(7, 0));
    session.history().record(report(8, 183));
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kReports),
             QStringList({QStringLiteral("0 0 7"), QStringLiteral("0 0 7"), QStringLiteral("0 0 7"),
                          QStringLiteral("0 183 8")}));
}

void TestHistoryRecording::refusedReportsAreCounted()
{
    const QString id = QStringLiteral("a");
    {
        HistorySession session(m_folder->path(), *m_clock);
        session.history().record(report(-1));
        session.history().record(report(1, 100'000));
        session.history().record(report(1, 100'000));
        QVERIFY(session.flush());
        QTRY_COMPARE(session.history().rejectedCounts(id).value(QStringLiteral("report-too-long")),
                     2);
        QCOMPARE(session.history().rejectedCounts(id).value(QStringLiteral("report-negative")), 1);
        QCOMPARE(session.rows(kReports), QStringList());
    }
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(1, 100'000));
    QVERIFY(session.flush());
    QTRY_COMPARE(session.history().rejectedCounts(id).value(QStringLiteral("report-too-long")), 3);
    QVERIFY(session.history().rejectedCounts(QStringLiteral("other")).isEmpty());
}

void TestHistoryRecording::offDrawsNothing()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(state(true, true));
    m_clock->advance(seconds(183));
    session.history().record(state(true, false));
    session.history().record(reading(60));
    m_clock->advance(seconds(7));
    session.history().record(report(50)); // of before it was switched off, too
    m_clock->advance(seconds(183));
    session.history().record(report(60)); // about its beginning clocks may disagree by so little
    m_clock->advance(seconds(183));
    session.history().record(report(70));
    session.history().record(report(0)); // nothing is nothing
    m_clock->advance(seconds(60));
    session.history().record(state(false, false)); // away: nobody knows whether it is off
    m_clock->advance(seconds(500));
    session.history().record(report(80));
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 50 + 60 + 80);
    QCOMPARE(session.rows("SELECT kind, count FROM history_rejected"),
             QStringList{QStringLiteral("report-while-off 1")});
    QCOMPARE(session.rows("SELECT milliwatts FROM recent_reading"),
             QStringList{QStringLiteral("0")});
}

void TestHistoryRecording::readingsAreThinnedOut()
{
    HistorySession session(m_folder->path(), *m_clock);
    for (int i = 0; i < 7; ++i) {
        session.history().record(reading(60.0, 120.04));
        m_clock->advance(seconds(5));
    }
    session.history().record(reading(900, 119.96));
    QVERIFY(session.flush());
    QCOMPARE(session.rows("SELECT (utc_ms - 1763467200000) / 1000, decivolts FROM recent_reading"),
             QStringList(
                 {QStringLiteral("0 1200"), QStringLiteral("30 1200"), QStringLiteral("35 1200")}));
    const QVariant stored = session.value("SELECT milliwatts FROM recent_reading");
    QVERIFY(qAbs(stored.toInt() - 60'000) <= 60);
}

void TestHistoryRecording::states()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(reading(60));
    m_clock->advance(seconds(5));
    session.history().record(reading(60));
    m_clock->advance(seconds(5));
    MeasuredState one = state(true, std::nullopt);
    one.signalDbm = -61;
    one.cause = MeasuredState::Cause::Button;
    session.history().record(one);
    session.history().record(state(true, true));
    session.history().record(state(true, false));
    QVERIFY(session.flush());
    QCOMPARE(session.rows("SELECT (utc_ms - 1763467200000) / 1000, ordinal, connected, relay, "
                          "cause, signal_dbm FROM recent_state ORDER BY utc_ms, ordinal"),
             QStringList({QStringLiteral("10 0 1 - 2 -61"), QStringLiteral("10 1 1 1 0 -"),
                          QStringLiteral("10 2 1 0 0 -")}));
    // The reading that was left out before the change is kept: until then it was so.
    QCOMPARE(session.value("SELECT count(*) FROM recent_reading").toInt(), 2);
}

static const char *const kSessions =
    "SELECT (start_utc_ms - 1763467200000) / 1000, (end_utc_ms - 1763467200000) / 1000"
    " FROM recording ORDER BY id";

void TestHistoryRecording::sessions()
{
    {
        HistorySession session(m_folder->path(), *m_clock);
        QVERIFY(session.flush());
        m_clock->advance(seconds(25));
        QVERIFY(session.flush());
        // Idle, it says so every ten seconds.
        QCOMPARE(session.rows(kSessions), QStringList{QStringLiteral("0 20")});
        // At full speed too, and however late the ticks are written.
        m_clock->advance(seconds(600));
        session.history().record(report(1));
        m_clock->advance(seconds(600));
        m_clock->advance(seconds(3));
    }
    HistorySession session(m_folder->path(), *m_clock);
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kSessions),
             QStringList({QStringLiteral("0 1228"), QStringLiteral("1228 1228")}));
}

void TestHistoryRecording::anInterruptionEndsASession()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(state(true, false));
    m_clock->setUtcMs(m_clock->utcMs() + 8 * 3600 * 1000); // it slept
    m_clock->advance(seconds(10));
    m_clock->setUtcMs(m_clock->utcMs() - 3600 * 1000); // its clock was wrong
    m_clock->advance(seconds(10));
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kSessions),
             QStringList({QStringLiteral("0 0"), QStringLiteral("28810 28810"),
                          QStringLiteral("25220 25220")}));
    // Each session says for itself what held.
    QCOMPARE(session.rows("SELECT (utc_ms - 1763467200000) / 1000, connected, relay, cause FROM"
                          " recent_state ORDER BY utc_ms"),
             QStringList({QStringLiteral("0 1 0 0"), QStringLiteral("25220 1 0 5"),
                          QStringLiteral("28810 1 0 5")}));
    // What it was off over the time between, nobody knows.
    MeasuredReport one = report(9, 10'000);
    session.history().record(one);
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 9);
}

void TestHistoryRecording::recordedIsTold()
{
    HistorySession session(m_folder->path(), *m_clock);
    QSignalSpy spy(&session.history(), &History::recorded);
    session.history().record(report(1));
    QVERIFY(session.flush());
    QTRY_VERIFY(!spy.isEmpty());
    QCOMPARE(spy.at(0).at(0).value<QSet<QString>>(), QSet<QString>{QStringLiteral("a")});
    const auto range = spy.at(0).at(1).value<TimeRange>();
    QCOMPARE(range.startUtcMs, m_clock->utcMs() - 183'000);
    QCOMPARE(range.endUtcMs, m_clock->utcMs());
}

void TestHistoryRecording::recordsBeforeItIsOpen()
{
    {
        const StorageSession storage(m_folder->path());
    }
    History history(m_folder->filePath(QStringLiteral("outlet.sqlite")), *m_clock, rowsStay());
    QVERIFY(!history.isOpen());
    history.record(report(804));
    const auto written = history.flush();
    history.open();
    QVERIFY(waitFor(written));
    QVERIFY(written.result().ok());
    QCOMPARE(sqlValue(m_folder->filePath(QStringLiteral("outlet.sqlite")),
                      QStringLiteral("SELECT sum(joules) FROM recent_report"))
                 .toInt(),
             804);
}

void TestHistoryRecording::afterClose()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(804));
    session.history().close();
    QVERIFY(!session.history().isOpen());
    // Closing wrote it; what comes now is not kept, and questions are answered.
    session.history().record(report(9));
    const auto flushed = session.history().flush();
    QVERIFY(flushed.isFinished());
    QCOMPARE(flushed.result().error().kind, HistoryProblem::Kind::Closed);
    QVERIFY(!session.history().runReading([](SqlConnection &) {}));
    QVERIFY(!session.history().runWriting([](SqlConnection &) {}));
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 804);
    session.history().open();
    m_clock->advance(seconds(183));
    session.history().record(report(1));
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 805);
}

void TestHistoryRecording::theQueueIsBounded()
{
    HistoryOptions options = rowsStay();
    options.queueLimit = 5;
    {
        const StorageSession storage(m_folder->path());
    }
    History history(m_folder->filePath(QStringLiteral("outlet.sqlite")), *m_clock, options);
    for (int i = 0; i < 8; ++i) {
        if (i == 5)
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("new values are lost")));
        history.record(reading(i));
    }
    QCOMPARE(history.droppedCount(), 3);
    history.open();
    QVERIFY(waitFor(history.flush()));
}

void TestHistoryRecording::jobs()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(report(804));
    QList<int> order; // written by one job after another
    int joules = 0;
    QVERIFY(session.history().runWriting([&](SqlConnection &connection) {
        const auto sum = connection.value(QStringLiteral("SELECT sum(joules) FROM recent_report"));
        joules = sum ? sum->toInt() : -1;
        order += 1;
    }));
    QVERIFY(session.history().runWriting([&](SqlConnection &) { order += 2; }));
    QVERIFY(session.flush());
    QCOMPARE(order, QList<int>({1, 2}));
    QCOMPARE(joules, 804);

    // A long job holds nobody up: the answer comes while it waits for the answer.
    QPromise<void> answered;
    QFuture<void> isAnswered = answered.future();
    answered.start();
    QPromise<bool> ended;
    ended.start();
    QVERIFY(session.history().runReading([&](SqlConnection &connection) {
        isAnswered.waitForFinished();
        ended.addResult(connection.isOpen() &&
                        connection.run(QStringLiteral("DELETE FROM recent_report")).has_value());
        ended.finish();
    }));
    QVERIFY(session.flush());
    answered.finish();
    QVERIFY(waitFor(ended.future()));
    QVERIFY(ended.future().result()); // open, and for reading only
}

void TestHistoryRecording::suspendAndResume()
{
    HistorySession session(m_folder->path(), *m_clock);
    session.history().record(state(true, true));
    QVERIFY(session.flush());
    QSignalSpy started(&session.history(), &History::started);
    session.history().suspend();
    // Nobody has the file: it can be renamed away and back.
    const QString aside = session.path() + QStringLiteral(".aside");
    QVERIFY(QFile::rename(session.path(), aside));
    session.history().record(report(804));
    const auto written = session.history().flush();
    QVERIFY(QFile::rename(aside, session.path()));
    session.history().resume();
    QCOMPARE(started.count(), 1);
    QVERIFY(waitFor(written));
    QVERIFY(written.result().ok());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 804);
}

void TestHistoryRecording::waitsWhileTheDiskIsFull()
{
    SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("this user may not mount a file system to fill");
    HistorySession session(disk.path(), *m_clock);
    session.history().record(report(804));
    QVERIFY(session.flush());
    QVERIFY(disk.fill());
    for (int i = 0; i < 3000; ++i) {
        m_clock->advance(seconds(5));
        session.history().record(reading(100 + i % 2, 120.0));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("disk is full")));
    QTRY_COMPARE_WITH_TIMEOUT(session.history().problem().kind, HistoryProblem::Kind::DiskFull,
                              10'000);
    // Who asks whether all is written is told why not.
    const auto flushed = session.history().flush();
    QVERIFY(waitFor(flushed));
    QCOMPARE(flushed.result().error().kind, HistoryProblem::Kind::DiskFull);
    m_clock->advance(seconds(5));
    session.history().record(report(900));
    disk.makeRoom();
    session.history().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(session.history().problem().kind, HistoryProblem::Kind::None, 10'000);
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 1704);
    QCOMPARE(session.value("SELECT count(*) FROM recent_reading").toInt(), 3000);
    QCOMPARE(session.value("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
    // It was recording all the time.
    QCOMPARE(session.value("SELECT count(*) FROM recording").toInt(), 1);
}

QTEST_GUILESS_MAIN(TestHistoryRecording)
#include "tst_history_recording.moc"
