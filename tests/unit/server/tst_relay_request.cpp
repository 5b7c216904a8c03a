// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "server/relay_request.h"

using namespace outlet;
using namespace std::chrono_literals;
using Step = RelayRequest::Step;

class RelayRequestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void confirmedByTheWishedStateOnly();
    void queriedOnceThenFails();
    void newerWishGetsTheWholeTime();
    void wishWithoutALinkWaitsForTheLogin();
    void wishIsSentAgainOnceAfterALogin();
    void loginWithTheWishedStateConfirms();
    void deadlineRunsOnWithoutALink();
    void cancelledWishFails();
    void nothingPendingDoesNothing();

private:
    ServerOptions m_options;
};

void RelayRequestTest::confirmedByTheWishedStateOnly()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.wish(), std::optional<bool>(true));
    QCOMPARE(request.reported(false), Step::Nothing);
    QCOMPARE(request.reported(std::nullopt), Step::Nothing);
    QVERIFY(request.isPending());
    QCOMPARE(request.reported(true), Step::Confirmed);
    QVERIFY(!request.isPending());
    QCOMPARE(request.reported(true), Step::Nothing); // only once
    QCOMPARE(request.advance(true, 1h), Step::Nothing);
}

void RelayRequestTest::queriedOnceThenFails()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(false, true, 1s), Step::SendRelay);
    QCOMPARE(*request.nextDue(), 4s);
    QCOMPARE(request.advance(true, 3'999ms), Step::Nothing);
    QCOMPARE(request.advance(true, 4s), Step::Query);
    QCOMPARE(request.advance(true, 5s), Step::Nothing);
    QCOMPARE(*request.nextDue(), 11s);
    QCOMPARE(request.advance(true, 10'999ms), Step::Nothing);
    QCOMPARE(request.advance(true, 11s), Step::Failed);
    QVERIFY(!request.isPending());
    QVERIFY(!request.nextDue());
}

void RelayRequestTest::newerWishGetsTheWholeTime()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.start(false, true, 9s), Step::SendRelay);
    QCOMPARE(request.reported(true), Step::Nothing); // the older wish does not count any more
    QCOMPARE(request.advance(true, 11s), Step::Nothing);
    QCOMPARE(request.advance(true, 12s), Step::Query);
    QCOMPARE(request.reported(false), Step::Confirmed);
}

void RelayRequestTest::wishWithoutALinkWaitsForTheLogin()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, false, 0s), Step::Nothing);
    QCOMPARE(request.advance(false, 3s), Step::Nothing); // nobody to ask
    QCOMPARE(request.loggedIn(false, 4s), Step::SendRelay);
    QCOMPARE(*request.nextDue(), 7s);
}

void RelayRequestTest::wishIsSentAgainOnceAfterALogin()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.loggedIn(std::nullopt, 2s), Step::SendRelay);
    QCOMPARE(request.loggedIn(false, 4s), Step::Nothing); // an outlet that keeps rebooting
    QCOMPARE(request.advance(true, 10s), Step::Failed);
    QCOMPARE(request.start(true, true, 20s), Step::SendRelay);
    QCOMPARE(request.loggedIn(false, 21s), Step::SendRelay); // a new wish, a new chance
}

void RelayRequestTest::loginWithTheWishedStateConfirms()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.loggedIn(true, 2s), Step::Confirmed);
    QVERIFY(!request.isPending());
}

void RelayRequestTest::deadlineRunsOnWithoutALink()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.advance(false, 9'999ms), Step::Nothing);
    QCOMPARE(request.advance(false, 10s), Step::Failed);
}

void RelayRequestTest::cancelledWishFails()
{
    RelayRequest request(m_options);
    QCOMPARE(request.start(true, true, 0s), Step::SendRelay);
    QCOMPARE(request.cancel(), Step::Failed);
    QCOMPARE(request.cancel(), Step::Nothing);
}

void RelayRequestTest::nothingPendingDoesNothing()
{
    RelayRequest request(m_options);
    QVERIFY(!request.isPending());
    QVERIFY(!request.nextDue());
    QCOMPARE(request.reported(true), Step::Nothing);
    QCOMPARE(request.loggedIn(true, 0s), Step::Nothing);
    QCOMPARE(request.advance(true, 1h), Step::Nothing);
}

QTEST_APPLESS_MAIN(RelayRequestTest)
#include "tst_relay_request.moc"
