// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Outlets that come, fall silent, go and are decided about, on real sockets; time is moved by hand.
#include <QtTest/QTest>

#include "outlets/outlet.h"
#include "support/raw_client.h"
#include "support/server_fixture.h"
#include "support/socket_dispatcher_main.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kCapturedReport("{\n\"uri\":\"/report\",\n\"e\":\"324\",\n\"t\":\"b7\"\n}");
const QByteArray kRuntimeOn(R"({"uri":"/runtimeInfo","relay":"open","meastate":"idle",)"
                            R"("power":"170b6:1716d","voltage":"76007:7610a","current":"NaN"})");

QString uri(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class ServerLivenessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newLinkReplacesTheOldOne();
    void closedSocketIsSilentThenOffline();
    void quietOutletBecomesSilentThenOfflineAndComesBack();
    void newOutletIsNeitherPolledNorRecorded();
    void allowedOutletIsPolledAtOnce();
    void forgottenOutletLosesItsLink();
    void closingTheServerClosesTheLinks();
    void wishIsSentAndConfirmed_data();
    void wishIsSentAndConfirmed();
    void unansweredWishIsAskedForAndFails();
    void wishSurvivesAReconnect();
};

void ServerLivenessTest::newLinkReplacesTheOldOne()
{
    const ServerFixture fixture;
    RawClient first(fixture.port);
    first.logIn("outlet-a");
    QTRY_COMPARE(first.count(uri("/loginReply")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    QList<LinkState> states;
    const QObject watching; // ends before the list, and before the server tells that it goes
    connect(outlet, &Outlet::linkStateChanged, &watching,
            [&states](LinkState state) { states.append(state); });
    RawClient second(fixture.port);
    second.logIn("outlet-a", true);
    QTRY_COMPARE(second.count(uri("/loginReply")), 1);
    QTRY_VERIFY(first.isClosed());
    QCOMPARE(states, QList<LinkState>()); // it never appeared to go away
    QCOMPARE(outlet->linkState(), LinkState::Online);
    QCOMPARE(outlet->relay(), std::optional<bool>(true));
    QCOMPARE(fixture.server.linkCount(), 1);
    outlet->setRelay(false);
    QTRY_COMPARE(second.count(uri("/relay")), 1);
}

void ServerLivenessTest::closedSocketIsSilentThenOffline()
{
    ServerFixture fixture;
    auto client = std::make_unique<RawClient>(fixture.port);
    client->logIn("outlet-a");
    QTRY_VERIFY(fixture.outlet("outlet-a"));
    Outlet *outlet = fixture.outlet("outlet-a");
    QTRY_COMPARE(outlet->linkState(), LinkState::Online);
    client->socket.abort();
    QTRY_COMPARE(outlet->linkState(), LinkState::Silent);
    fixture.clock.advance(4'999ms);
    QCOMPARE(outlet->linkState(), LinkState::Silent);
    client = std::make_unique<RawClient>(fixture.port); // a blip: back in time
    client->logIn("outlet-a");
    QTRY_COMPARE(outlet->linkState(), LinkState::Online);
    fixture.clock.advance(10ms);
    QCOMPARE(outlet->linkState(), LinkState::Online);
    client->socket.disconnectFromHost();
    QTRY_COMPARE(outlet->linkState(), LinkState::Silent);
    fixture.clock.advance(5'000ms);
    QCOMPARE(outlet->linkState(), LinkState::Offline);
    QCOMPARE(fixture.server.linkCount(), 0);
}

void ServerLivenessTest::quietOutletBecomesSilentThenOfflineAndComesBack()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/getRuntime")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    outlet->observe();
    fixture.clock.advance(29'999ms);
    QCOMPARE(outlet->linkState(), LinkState::Online);
    fixture.clock.advance(1ms);
    QCOMPARE(outlet->linkState(), LinkState::Silent);
    client.sendText(R"({"uri":"/kr"})"); // anything heard is a sign of life
    QTRY_COMPARE(outlet->linkState(), LinkState::Online);
    fixture.clock.advance(119'999ms);
    QCOMPARE(outlet->linkState(), LinkState::Silent);
    QVERIFY(!client.isClosed());
    fixture.clock.advance(1ms);
    QCOMPARE(outlet->linkState(), LinkState::Offline);
    QTRY_VERIFY(client.isClosed()); // so that it comes back
    QTRY_VERIFY(client.count(uri("/getRuntime")) >= 24);
    outlet->release();
    RawClient again(fixture.port);
    again.logIn("outlet-a");
    QTRY_COMPARE(outlet->linkState(), LinkState::Online);
}

void ServerLivenessTest::newOutletIsNeitherPolledNorRecorded()
{
    ServerFixture fixture({}, false);
    RawClient client(fixture.port);
    client.logIn("outlet-a", true);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    QCOMPARE(outlet->decision(), Decision::New);
    int reports = 0;
    connect(outlet, &Outlet::energyReported, this, [&reports] { ++reports; });
    client.sendText(kCapturedReport);
    client.sendText(kRuntimeOn);
    client.sendText(R"({"uri":"/ka","rssi":-50})");
    QTRY_COMPARE(client.count(uri("/kr")), 1); // kept alive all the same
    QCOMPARE(reports, 0);
    QVERIFY(!outlet->reading());
    QCOMPARE(outlet->setRelay(false), CommandResult::NotKnown);
    fixture.clock.advance(60'000ms);
    QTRY_COMPARE(client.count(uri("/ka")), 1);
    QCOMPARE(client.count(uri("/getRuntime")), 0);
    QCOMPARE(client.count(uri("/relay")), 0);
}

void ServerLivenessTest::allowedOutletIsPolledAtOnce()
{
    ServerFixture fixture({}, false);
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    fixture.registry.allow(outlet);
    QTRY_COMPARE(client.count(uri("/getRuntime")), 1);
    client.sendText(kRuntimeOn);
    QTRY_VERIFY(outlet->reading().has_value());
    fixture.registry.ignore(outlet);
    fixture.clock.advance(40'000ms);
    client.sendText(R"({"uri":"/ka"})");
    QTRY_COMPARE(client.count(uri("/kr")), 1);
    QCOMPARE(client.count(uri("/getRuntime")), 1);
    QVERIFY(!client.isClosed());
}

void ServerLivenessTest::forgottenOutletLosesItsLink()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    fixture.registry.forget(fixture.outlet("outlet-a"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(fixture.server.linkCount(), 0);
    fixture.clock.advance(10min); // no timer of what is gone
    QVERIFY(!fixture.outlet("outlet-a"));
}

void ServerLivenessTest::closingTheServerClosesTheLinks()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    RawClient half(fixture.port);
    half.write("GET /gn");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    fixture.server.close();
    QVERIFY(!fixture.server.isListening());
    QCOMPARE(fixture.server.port(), quint16(0));
    QTRY_VERIFY(client.isClosed());
    QTRY_VERIFY(half.isClosed());
    QCOMPARE(client.closeCode(), 1001);
    QCOMPARE(fixture.outlet("outlet-a")->linkState(), LinkState::Offline);
    QVERIFY(fixture.server.listen().ok());
    QCOMPARE(fixture.outlet("outlet-a")->linkState(), LinkState::Connecting);
    fixture.clock.advance(60'000ms);
    QCOMPARE(fixture.outlet("outlet-a")->linkState(), LinkState::Offline);
}

void ServerLivenessTest::wishIsSentAndConfirmed_data()
{
    QTest::addColumn<QByteArray>("confirmation");
    QTest::newRow("runtimeInfo") << kRuntimeOn;
    QTest::newRow("state") << QByteArray(R"({"uri":"/state","relay":"open"})");
    QTest::newRow("login") << QByteArray(R"({"id":"outlet-a","relay":"open"})");
}

void ServerLivenessTest::wishIsSentAndConfirmed()
{
    QFETCH(QByteArray, confirmation);
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a", false);
    QTRY_COMPARE(client.count(uri("/getRuntime")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    QCOMPARE(outlet->setRelay(true), CommandResult::Sent);
    QCOMPARE(outlet->pendingRelay(), std::optional<bool>(true));
    QCOMPARE(outlet->relay(), std::optional<bool>(false)); // not what we hope
    QTRY_COMPARE(client.count(uri("/relay")), 1);
    QCOMPARE(RawClient::json(*client.last(uri("/relay"))).value(u"action").toString(),
             QStringLiteral("open"));
    // The answer to the poll was on its way when the wish was sent: it confirms nothing.
    client.sendText(R"({"uri":"/runtimeInfo","relay":"break","power":"0:0","voltage":"0:0"})");
    QTRY_VERIFY(outlet->reading().has_value());
    QCOMPARE(outlet->reading()->powerWatts, std::optional<double>(0.0));
    QCOMPARE(outlet->pendingRelay(), std::optional<bool>(true));
    client.sendText(confirmation);
    QTRY_VERIFY(!outlet->pendingRelay());
    QCOMPARE(outlet->relay(), std::optional<bool>(true));
    QVERIFY(!outlet->failedRelay());
}

void ServerLivenessTest::unansweredWishIsAskedForAndFails()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a", false);
    QTRY_COMPARE(client.count(uri("/getRuntime")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    outlet->setRelay(true);
    fixture.clock.advance(3'000ms);
    QTRY_COMPARE(client.count(uri("/getRuntime")), 2);
    fixture.clock.advance(6'999ms);
    QCOMPARE(outlet->pendingRelay(), std::optional<bool>(true));
    fixture.clock.advance(1ms);
    QVERIFY(!outlet->pendingRelay());
    QCOMPARE(outlet->failedRelay(), std::optional<bool>(true));
    QCOMPARE(outlet->relay(), std::optional<bool>(false)); // the outlet's last word
    QCOMPARE(client.count(uri("/relay")), 1);
}

void ServerLivenessTest::wishSurvivesAReconnect()
{
    const ServerFixture fixture;
    auto client = std::make_unique<RawClient>(fixture.port);
    client->logIn("outlet-a", false);
    QTRY_COMPARE(client->count(uri("/getRuntime")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    outlet->setRelay(true);
    QTRY_COMPARE(client->count(uri("/relay")), 1);
    client->socket.abort();
    QTRY_COMPARE(outlet->linkState(), LinkState::Silent);
    client = std::make_unique<RawClient>(fixture.port);
    client->logIn("outlet-a", false);
    QTRY_COMPARE(client->count(uri("/relay")), 1); // once more
    client->sendText(kRuntimeOn);
    QTRY_VERIFY(!outlet->pendingRelay());
    QCOMPARE(outlet->relay(), std::optional<bool>(true));
}

OUTLET_SOCKET_DISPATCHER_MAIN(ServerLivenessTest)
#include "tst_server_liveness.moc"
