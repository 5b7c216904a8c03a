// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "history/history_recorder.h"
#include "history_session.h"
#include "outlets/outlet_registry.h"

using namespace outlet;
using namespace outlet::test;
using std::chrono::seconds;

/// From the signals of real outlets to rows in a real file.
class TestHistoryRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsKnownOutletsAlone();
    void recordsStates();
    void signalsInCoarseSteps();
    void theFilterKeepsOutletsOut();
    void endsWithTheDecision();
    void plausibleByRating();

private:
    [[nodiscard]] Outlet *known(const QString &id)
    {
        Outlet *outlet = m_registry->findOrAdd(id);
        m_registry->allow(outlet);
        return outlet;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<OutletRegistry> m_registry;
};

static const char *const kStates =
    "SELECT (utc_ms - 1763467200000) / 1000, connected, relay, cause, signal_dbm"
    " FROM recent_state ORDER BY utc_ms, ordinal";

void TestHistoryRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
    m_registry = std::make_unique<OutletRegistry>(*m_clock, nullptr);
}

void TestHistoryRecorder::recordsKnownOutletsAlone()
{
    HistorySession session(m_folder->path(), *m_clock);
    Outlet *early = known(QStringLiteral("early"));
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock);
    Outlet *late = known(QStringLiteral("late"));
    Outlet *stranger = m_registry->findOrAdd(QStringLiteral("stranger"));
    Outlet *ignored = m_registry->findOrAdd(QStringLiteral("ignored"));
    m_registry->ignore(ignored);
    for (Outlet *outlet : {early, late, stranger, ignored}) {
        outlet->setLinkState(LinkState::Online);
        outlet->applyReport(804, 183);
        outlet->applyReading({m_clock->utcMs(), 60.0, 61.0, 120.0});
    }
    m_clock->advance(seconds(183));
    m_registry->allow(stranger);
    stranger->applyReport(900, 183); // all of it, though it began before
    QVERIFY(session.flush());
    QCOMPARE(session.rows("SELECT o.outlet_id, sum(r.joules) FROM recent_report r JOIN"
                          " history_outlet o ON o.key = r.outlet GROUP BY 1 ORDER BY 1"),
             QStringList({QStringLiteral("early 804"), QStringLiteral("late 804"),
                          QStringLiteral("stranger 900")}));
    QCOMPARE(session.rows("SELECT o.outlet_id, r.decivolts FROM recent_reading r JOIN"
                          " history_outlet o ON o.key = r.outlet ORDER BY 1"),
             QStringList({QStringLiteral("early 1200"), QStringLiteral("late 1200")}));
    QCOMPARE(session.value("SELECT count(*) FROM history_outlet").toInt(), 3);
}

void TestHistoryRecorder::recordsStates()
{
    HistorySession session(m_folder->path(), *m_clock);
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock);
    Outlet *outlet = known(QStringLiteral("a"));
    m_clock->advance(seconds(1));
    outlet->setLinkState(LinkState::Online);
    outlet->applyRelay(true, RelayCause::Reported);
    m_clock->advance(seconds(1));
    outlet->applyRelay(false, RelayCause::Button);
    m_clock->advance(seconds(1));
    outlet->setLinkState(LinkState::Silent); // still there, as far as anybody knows
    outlet->setLinkState(LinkState::Online);
    m_clock->advance(seconds(1));
    outlet->applyRelay(true, RelayCause::Command);
    outlet->applyRelay(false, RelayCause::StoredTimer);
    m_clock->advance(seconds(1));
    outlet->setLinkState(LinkState::Offline);
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kStates),
             QStringList({QStringLiteral("0 0 - 5 -"), QStringLiteral("1 1 - 4 -"),
                          QStringLiteral("1 1 1 0 -"), QStringLiteral("2 1 0 2 -"),
                          QStringLiteral("4 1 1 1 -"), QStringLiteral("4 1 0 3 -"),
                          QStringLiteral("5 0 0 4 -")}));
    // A new session says it again.
    session.history().close();
    m_clock->advance(seconds(5));
    session.history().open();
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kStates).constLast(), QStringLiteral("10 0 0 5 -"));
}

void TestHistoryRecorder::signalsInCoarseSteps()
{
    HistorySession session(m_folder->path(), *m_clock);
    Outlet *outlet = known(QStringLiteral("a"));
    outlet->setLinkState(LinkState::Online);
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock);
    for (const int dbm : {-60, -62, -58, -64, -66, -50}) {
        m_clock->advance(seconds(1));
        outlet->setSignalDbm(dbm);
    }
    QVERIFY(session.flush());
    QCOMPARE(session.rows(kStates),
             QStringList({QStringLiteral("0 1 - 5 -"), QStringLiteral("1 1 - 4 -60"),
                          QStringLiteral("5 1 - 4 -66"), QStringLiteral("6 1 - 4 -50")}));
}

void TestHistoryRecorder::theFilterKeepsOutletsOut()
{
    HistorySession session(m_folder->path(), *m_clock);
    Outlet *early = known(QStringLiteral("made up 1"));
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock, [](const QString &id) {
        return !id.startsWith(QStringLiteral("made up"));
    });
    for (Outlet *outlet : {early, known(QStringLiteral("made up 2"))}) {
        outlet->setLinkState(LinkState::Online);
        outlet->applyReport(804, 183);
        outlet->applyReading({m_clock->utcMs(), 60.0, 61.0, 120.0});
    }
    session.history().close();
    session.history().open();
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT count(*) FROM history_outlet").toInt(), 0);
}

void TestHistoryRecorder::endsWithTheDecision()
{
    HistorySession session(m_folder->path(), *m_clock);
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock);
    Outlet *outlet = known(QStringLiteral("a"));
    Outlet *other = known(QStringLiteral("b"));
    for (Outlet *one : {outlet, other}) {
        one->setLinkState(LinkState::Online);
        one->applyRelay(true, RelayCause::Reported);
    }
    m_clock->advance(seconds(10));
    m_registry->ignore(outlet);
    m_registry->forget(other);
    m_clock->advance(seconds(10));
    outlet->applyRelay(false, RelayCause::Reported);
    QVERIFY(session.flush());
    // Nothing is known of them from then on: as if they were away.
    QCOMPARE(session.rows("SELECT (utc_ms - 1763467200000) / 1000, connected FROM recent_state"
                          " WHERE utc_ms > 1763467200000"),
             QStringList({QStringLiteral("10 0"), QStringLiteral("10 0")}));
}

void TestHistoryRecorder::plausibleByRating()
{
    HistorySession session(m_folder->path(), *m_clock);
    const HistoryRecorder recorder(*m_registry, session.history(), *m_clock);
    Outlet *outlet = known(QStringLiteral("a"));
    OutletRecord record = outlet->record();
    record.rating = protocol::Rating{7, 120}; // 1050 W with a quarter to spare
    m_registry->update(outlet, record);
    outlet->applyReport(1050 * 100, 100);
    m_clock->advance(seconds(100));
    outlet->applyReport(1051 * 100, 100);
    QVERIFY(session.flush());
    QCOMPARE(session.value("SELECT sum(joules) FROM recent_report").toInt(), 105'000);
    QTRY_COMPARE(session.history()
                     .rejectedCounts(QStringLiteral("a"))
                     .value(QStringLiteral("report-implausible")),
                 1);
}

QTEST_GUILESS_MAIN(TestHistoryRecorder)
#include "tst_history_recorder.moc"
