// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "history_session.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

const QString kId = QStringLiteral("outlet-1");

RawState state(qint64 utcMs, bool connected, std::optional<int> dbm = {})
{
    RawState made;
    made.utcMs = utcMs;
    made.connected = connected;
    made.signalDbm = dbm;
    return made;
}

} // namespace

/// The link of an outlet over time: online, offline, or not known because nothing ran.
class TestLinkHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spans()
    {
        using State = LinkSpan::State;
        const Sessions sessions{{0, 1000}, {2000, 5000}};
        const QList<RawState> states{state(100, false),      state(200, true, -50),
                                     state(300, true, -60),  state(2100, true),
                                     state(2500, true, -70), state(3000, false)};
        const LinkAnswer answer = linkAnswer(states, sessions, {0, 9000}, 4000);
        QCOMPARE(answer.spans, (QList<LinkSpan>{{{100, 200}, State::Offline},
                                                {{200, 1000}, State::Online},
                                                {{1000, 2000}, State::NotRecording},
                                                {{2000, 2100}, State::Offline},
                                                {{2100, 3000}, State::Online},
                                                {{3000, 4000}, State::Offline}}));
        QCOMPARE(answer.signal,
                 (QList<SignalSpan>{{{200, 300}, -50}, {{300, 1000}, -60}, {{2500, 3000}, -70}}));
        // What held before the range holds in it.
        const LinkAnswer later = linkAnswer({state(200, true, -50)}, sessions, {500, 800}, 4000);
        QCOMPARE(later.spans, (QList<LinkSpan>{{{500, 800}, State::Online}}));
        QCOMPARE(later.signal, (QList<SignalSpan>{{{500, 800}, -50}}));
        QVERIFY(linkAnswer({}, sessions, {0, 9000}, 4000).spans.isEmpty());
    }

    void fromTheFile()
    {
        QTemporaryDir dir;
        ManualClock clock;
        HistorySession session(dir.path(), clock);
        const qint64 start = clock.utcMs();
        MeasuredState measured;
        measured.outletId = kId;
        measured.utcMs = start;
        measured.connected = true;
        measured.signalDbm = -58;
        session.history().record(measured);
        clock.advance(20s);
        measured.utcMs = clock.utcMs();
        measured.signalDbm = -77;
        session.history().record(measured);
        clock.advance(20s);
        measured.utcMs = clock.utcMs();
        measured.connected = false;
        measured.signalDbm.reset();
        session.history().record(measured);
        QVERIFY(session.flush());
        clock.advance(10s);

        const auto asked = session.history().link({kId, {start - 1000, start + 100'000}});
        QVERIFY(waitFor(asked));
        QVERIFY(asked.result().ok());
        const LinkAnswer answer = asked.result().value();
        QCOMPARE(answer.signal, (QList<SignalSpan>{{{start, start + 20'000}, -58},
                                                   {{start + 20'000, start + 40'000}, -77}}));
        QCOMPARE(answer.spans.size(), 2);
        QCOMPARE(answer.spans.at(1),
                 (LinkSpan{{start + 40'000, start + 50'000}, LinkSpan::State::Offline}));

        const auto stranger = session.history().link({QStringLiteral("x"), {start, start + 1}});
        QVERIFY(waitFor(stranger));
        QVERIFY(stranger.result().ok());
        QVERIFY(stranger.result()->spans.isEmpty());
        const auto wrong = session.history().link({kId, {start, start}});
        QVERIFY(waitFor(wrong));
        QVERIFY(!wrong.result().ok());
    }
};

QTEST_GUILESS_MAIN(TestLinkHistory)
#include "tst_link_history.moc"
