// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "server/liveness.h"

using namespace outlet;
using namespace std::chrono_literals;

class LivenessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expectedOutletGoesOfflineAfterItsGrace();
    void expectedOutletThatComesIsOnline();
    void closedLinkIsSilentThenOffline();
    void newLinkWithinTheGraceCancelsIt();
    void missedAnswersAloneAreNotSilence();
    void quietAloneIsNotSilence();
    void offlineNeedsBoth();
    void anythingHeardForgivesEverything();
    void oneQuestionAtATimeCounts();
    void closingAnOfflineLinkLeavesItOffline();
    void closedLinkHasNoOpenQuestion();

private:
    /// Asks at \a at and lets the answer be missed.
    static void miss(Liveness &liveness, Liveness::Time at)
    {
        liveness.asked(at);
        liveness.advance(at + 5s);
    }

    ServerOptions m_options;
};

void LivenessTest::expectedOutletGoesOfflineAfterItsGrace()
{
    Liveness liveness(m_options);
    QCOMPARE(liveness.state(), LinkState::Offline);
    QVERIFY(!liveness.nextDue());
    liveness.expect(1s);
    QCOMPARE(liveness.state(), LinkState::Connecting);
    QCOMPARE(*liveness.nextDue(), 61s);
    liveness.advance(60'999ms);
    QCOMPARE(liveness.state(), LinkState::Connecting);
    liveness.advance(61s);
    QCOMPARE(liveness.state(), LinkState::Offline);
    QVERIFY(!liveness.nextDue());
}

void LivenessTest::expectedOutletThatComesIsOnline()
{
    Liveness liveness(m_options);
    liveness.expect(0s);
    liveness.linkOpened(10s);
    QCOMPARE(liveness.state(), LinkState::Online);
    liveness.advance(60s);
    QCOMPARE(liveness.state(), LinkState::Online);
    liveness.expect(60s); // the server listens again: a link that stands is no expectation
    QCOMPARE(liveness.state(), LinkState::Online);
}

void LivenessTest::closedLinkIsSilentThenOffline()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    liveness.linkClosed(10s);
    QCOMPARE(liveness.state(), LinkState::Silent);
    QCOMPARE(*liveness.nextDue(), 15s);
    liveness.advance(14'999ms);
    QCOMPARE(liveness.state(), LinkState::Silent);
    liveness.advance(15s);
    QCOMPARE(liveness.state(), LinkState::Offline);
}

void LivenessTest::newLinkWithinTheGraceCancelsIt()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    liveness.linkClosed(10s);
    liveness.linkOpened(14s);
    QCOMPARE(liveness.state(), LinkState::Online);
    liveness.advance(20s);
    QCOMPARE(liveness.state(), LinkState::Online);
}

void LivenessTest::missedAnswersAloneAreNotSilence()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    miss(liveness, 0s);
    miss(liveness, 5s);
    miss(liveness, 10s);
    QCOMPARE(liveness.missedAnswers(), 3);
    QCOMPARE(liveness.state(), LinkState::Online);
    QCOMPARE(*liveness.nextDue(), 30s); // then it has been quiet for long enough
    liveness.advance(29'999ms);
    QCOMPARE(liveness.state(), LinkState::Online);
    liveness.advance(30s);
    QCOMPARE(liveness.state(), LinkState::Silent);
}

void LivenessTest::quietAloneIsNotSilence()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    liveness.advance(10min); // nobody asked anything
    QCOMPARE(liveness.state(), LinkState::Online);
    miss(liveness, 10min);
    QCOMPARE(liveness.state(), LinkState::Online);
    miss(liveness, 11min);
    QCOMPARE(liveness.state(), LinkState::Silent);
}

void LivenessTest::offlineNeedsBoth()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    for (int i = 0; i < 6; ++i)
        miss(liveness, i * 5s);
    QCOMPARE(liveness.state(), LinkState::Silent); // six missed, but only 30 s quiet
    QCOMPARE(*liveness.nextDue(), 120s);
    liveness.advance(119'999ms);
    QCOMPARE(liveness.state(), LinkState::Silent);
    liveness.advance(120s);
    QCOMPARE(liveness.state(), LinkState::Offline);

    Liveness slow(m_options);
    slow.linkOpened(0s);
    miss(slow, 60s);
    miss(slow, 120s);
    miss(slow, 180s);
    QCOMPARE(slow.state(), LinkState::Silent); // quiet for long, but only three missed
    miss(slow, 240s);
    QCOMPARE(slow.state(), LinkState::Offline);
}

void LivenessTest::anythingHeardForgivesEverything()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    for (int i = 0; i < 8; ++i)
        miss(liveness, i * 5s);
    QCOMPARE(liveness.state(), LinkState::Silent);
    liveness.asked(50s);
    liveness.heard(51s);
    QCOMPARE(liveness.state(), LinkState::Online);
    QCOMPARE(liveness.missedAnswers(), 0);
    QVERIFY(!liveness.isAwaitingAnswer());
    liveness.advance(200s);
    QCOMPARE(liveness.state(), LinkState::Online);
}

void LivenessTest::oneQuestionAtATimeCounts()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    liveness.asked(10s);
    liveness.asked(12s); // a hurried user does not make an outlet silent
    QCOMPARE(*liveness.nextDue(), 15s);
    liveness.advance(15s);
    QCOMPARE(liveness.missedAnswers(), 1);
    liveness.advance(17s);
    QCOMPARE(liveness.missedAnswers(), 1);
}

void LivenessTest::closingAnOfflineLinkLeavesItOffline()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    for (int i = 0; i < 4; ++i)
        miss(liveness, 120s + i * 5s);
    QCOMPARE(liveness.state(), LinkState::Offline);
    liveness.linkClosed(140s);
    QCOMPARE(liveness.state(), LinkState::Offline);
    QVERIFY(!liveness.nextDue());
}

void LivenessTest::closedLinkHasNoOpenQuestion()
{
    Liveness liveness(m_options);
    liveness.linkOpened(0s);
    liveness.asked(1s);
    liveness.linkClosed(2s);
    liveness.linkOpened(3s);
    liveness.advance(60s);
    QCOMPARE(liveness.missedAnswers(), 0);
}

QTEST_APPLESS_MAIN(LivenessTest)
#include "tst_liveness.moc"
