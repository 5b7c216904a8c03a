// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Outlets on real sockets against the running server: handshake, login, messages, framing.
#include <QtTest/QTest>

#include "outlets/outlet.h"
#include "support/raw_client.h"
#include "support/server_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kCapturedLogin(R"({
"account":"1234567",
"id":"443c878f-f675-4c90-98e8-2f4566914d39",
"deviceName":"vesync_wifi_outlet",
"deviceVersion":"1.5",
"deviceVersionCode":5,
"type":"wifi-switch",
"apptype":"switch-measure",
"firmName":"cosytek_firm_a",
"firmVersion":"1.89",
"firmVersionCode":89,
"key":0,
"relay":"open"
})");
const char kCapturedId[] = "443c878f-f675-4c90-98e8-2f4566914d39";
const QByteArray kCapturedReport("{\n\"uri\":\"/report\",\n\"e\":\"324\",\n\"t\":\"b7\"\n}");
const QByteArray kRuntimeOn(R"({"uri":"/runtimeInfo","relay":"open","meastate":"idle",)"
                            R"("power":"170b6:1716d","voltage":"76007:7610a","current":"NaN"})");

QString uri(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class ServerLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void capturedRequestGetsCapturedReply();
    void requestMayComeByteByByte();
    void loginBehindTheRequestIsHeard();
    void session_data();
    void session();
    void framingFollowsTheLastValidFrame();
    void secondLoginWithTheSameIdIsAnsweredAgain();
    void secondLoginWithAnotherIdCloses();
    void nothingIsAnsweredBeforeLogin();
    void noLoginInTimeCloses();
    void unfinishedRequestCloses();
    void peerThatNeverReadsIsCutOff();
};

void ServerLinkTest::capturedRequestGetsCapturedReply()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.upgrade();
    QTRY_VERIFY(client.isUpgraded());
    QCOMPARE(client.httpReply(), RawClient::kCapturedReply);
    QCOMPARE(client.frames().size(), 0); // nothing before the login
}

void ServerLinkTest::requestMayComeByteByByte()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray all =
        RawClient::kCapturedRequest + RawClient::frame(RawClient::Text, kCapturedLogin);
    for (const char byte : all) {
        client.socket.write(&byte, 1);
        client.socket.flush();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    QCOMPARE(client.httpReply(), RawClient::kCapturedReply);
}

void ServerLinkTest::loginBehindTheRequestIsHeard()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.write(RawClient::kCapturedRequest + RawClient::frame(RawClient::Text, kCapturedLogin) +
                 RawClient::frame(RawClient::Text, R"({"uri":"/ka","rssi":-39})"));
    QTRY_COMPARE(client.count(uri("/kr")), 1);
    QCOMPARE(client.count(uri("/loginReply")), 1);
    QCOMPARE(client.httpReply(), RawClient::kCapturedReply);
}

void ServerLinkTest::session_data()
{
    QTest::addColumn<bool>("aes");
    QTest::newRow("plain") << false;
    QTest::newRow("aes") << true;
}

void ServerLinkTest::session()
{
    QFETCH(bool, aes);
    ServerFixture fixture;
    fixture.clock.setUtcMs(1509556525134); // 2017-11-01 17:15:25.134 UTC, a captured loginReply
    RawClient client(fixture.port);
    client.upgrade();
    const auto send = [&client, aes](const QByteArray &json) {
        aes ? client.sendAes(json) : client.sendText(json);
    };
    send(kCapturedLogin);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    const auto login = client.last(uri("/loginReply"));
    QCOMPARE(login->opcode, aes ? int(RawClient::Binary) : int(RawClient::Text));
    const QJsonObject fields = RawClient::json(*login);
    QCOMPARE(fields.value(u"error").toInt(-1), 0);
    QCOMPARE(fields.value(u"wd").toInt(), 3);
    QCOMPARE(fields.value(u"year").toInt(), 2017);
    QCOMPARE(fields.value(u"month").toInt(), 11);
    QCOMPARE(fields.value(u"day").toInt(), 1);
    QCOMPARE(fields.value(u"ms").toInt(), 62125134);

    Outlet *outlet = fixture.outlet(kCapturedId);
    QVERIFY(outlet);
    QCOMPARE(outlet->linkState(), LinkState::Online);
    QCOMPARE(outlet->relay(), std::optional<bool>(true));
    QCOMPARE(outlet->record().firmware, QStringLiteral("1.89"));
    QCOMPARE(outlet->record().encrypted, std::optional<bool>(aes));
    QCOMPARE(outlet->record().address, QStringLiteral("127.0.0.1"));
    QCOMPARE(fixture.server.linkCount(), 1);

    fixture.clock.setUtcMs(1509556882912); // 17:21:22.912, a captured kr
    send(R"({"uri":"/ka","rssi":-39})");
    QTRY_COMPARE(client.count(uri("/kr")), 1);
    const auto reply = client.last(uri("/kr"));
    QCOMPARE(reply->opcode, aes ? int(RawClient::Binary) : int(RawClient::Text));
    QCOMPARE(RawClient::json(*reply).value(u"ms").toInt(), 62482912);
    QCOMPARE(outlet->signalDbm(), std::optional<int>(-39));

    QList<EnergyReport> reports;
    connect(outlet, &Outlet::energyReported, this,
            [&reports](const EnergyReport &report) { reports.append(report); });
    send(kCapturedReport);
    QTRY_COMPARE(reports.size(), 1);
    QCOMPARE(reports.first().joules, 804);
    QCOMPARE(reports.first().seconds, 183);
    QCOMPARE(outlet->energyTodayJoules(), 804);

    QCOMPARE(client.count(uri("/getRuntime")), 1); // the first poll comes with the login
    QCOMPARE(client.last(uri("/getRuntime"))->opcode,
             aes ? int(RawClient::Binary) : int(RawClient::Text));
    send(kRuntimeOn);
    QTRY_VERIFY(outlet->reading().has_value());
    QCOMPARE(outlet->reading()->powerWatts.value_or(0), 0x170b6 / 4096.0);
    QCOMPARE(outlet->reading()->voltageVolts.value_or(0), 0x76007 / 4096.0);
    send(R"({"uri":"/state","relay":"break"})");
    QTRY_COMPARE(outlet->relay(), std::optional<bool>(false));
}

void ServerLinkTest::framingFollowsTheLastValidFrame()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    client.sendAes(R"({"uri":"/ka","rssi":-40})");
    QTRY_COMPARE(client.count(uri("/kr")), 1);
    QCOMPARE(client.last(uri("/kr"))->opcode, int(RawClient::Binary));
    client.sendText("5"); // not valid: changes nothing
    fixture.outlet("outlet-a")->requestReading();
    const auto before = client.count(uri("/kr"));
    client.sendFrame(RawClient::Binary, QByteArray(17, '\0'));
    client.sendAes(R"({"uri":"/ka"})");
    QTRY_COMPARE(client.count(uri("/kr")), before + 1);
    QCOMPARE(client.last(uri("/kr"))->opcode, int(RawClient::Binary));
    client.sendText(R"({"uri":"/ka"})");
    QTRY_COMPARE(client.count(uri("/kr")), before + 2);
    QCOMPARE(client.last(uri("/kr"))->opcode, int(RawClient::Text));
}

void ServerLinkTest::secondLoginWithTheSameIdIsAnsweredAgain()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a", false);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    client.sendText(R"({"id":"outlet-a","relay":"open"})");
    QTRY_COMPARE(client.count(uri("/loginReply")), 2);
    QCOMPARE(fixture.outlet("outlet-a")->relay(), std::optional<bool>(true));
    QCOMPARE(fixture.server.linkCount(), 1);
    QVERIFY(!client.isClosed());
}

void ServerLinkTest::secondLoginWithAnotherIdCloses()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    client.sendText(R"({"id":"outlet-b","relay":"open"})");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.closeCode(), 1008);
    QVERIFY(!fixture.outlet("outlet-b"));
    QCOMPARE(fixture.outlet("outlet-a")->linkState(), LinkState::Silent);
}

void ServerLinkTest::nothingIsAnsweredBeforeLogin()
{
    const ServerFixture fixture;
    RawClient client(fixture.port);
    client.upgrade();
    client.sendText(R"({"uri":"/ka","rssi":-39})");
    client.sendText(kCapturedReport);
    client.sendText(kCapturedLogin); // its answer proves that the ones before have been seen
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    QCOMPARE(client.count(uri("/kr")), 0);
    QCOMPARE(fixture.outlet(kCapturedId)->energyTodayJoules(), 0);
}

void ServerLinkTest::noLoginInTimeCloses()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.upgrade();
    QTRY_VERIFY(client.isUpgraded());
    RawClient other(fixture.port);
    other.logIn("outlet-b");
    QTRY_COMPARE(other.count(uri("/loginReply")), 1);
    client.sendText(R"({"uri":"/ka"})"); // not a login: wins no time
    fixture.clock.advance(9'999ms);
    other.sendText(R"({"uri":"/ka"})");
    QTRY_COMPARE(other.count(uri("/kr")), 1); // a whole turn of both ends later
    QVERIFY(!client.isClosed());
    fixture.clock.advance(1ms);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.closeCode(), 1008);
}

void ServerLinkTest::unfinishedRequestCloses()
{
    ServerFixture fixture;
    RawClient other(fixture.port);
    other.logIn("outlet-b");
    QTRY_COMPARE(other.count(uri("/loginReply")), 1);
    RawClient client(fixture.port);
    client.write("GET /gn");
    RawClient mute(fixture.port);
    QTRY_COMPARE(mute.socket.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    other.sendText(R"({"uri":"/ka"})");
    QTRY_COMPARE(other.count(uri("/kr")), 1); // so the others have been accepted
    fixture.clock.advance(10'000ms);
    QTRY_VERIFY(client.isClosed());
    QTRY_VERIFY(mute.isClosed());
    QVERIFY(client.httpReply().isEmpty());
    QVERIFY(!other.isClosed());
}

void ServerLinkTest::peerThatNeverReadsIsCutOff()
{
    ServerFixture fixture;
    RawClient client(fixture.port);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    Outlet *outlet = fixture.outlet("outlet-a");
    client.stopReading();
    const QByteArray many = RawClient::frame(RawClient::Text, R"({"uri":"/ka"})").repeated(1000);
    for (int i = 0; i < 500 && outlet->linkState() == LinkState::Online; ++i) {
        client.write(many);
        QTRY_VERIFY(client.socket.bytesToWrite() < 100'000 ||
                    outlet->linkState() != LinkState::Online);
    }
    QTRY_COMPARE(outlet->linkState(), LinkState::Silent);
}

QTEST_GUILESS_MAIN(ServerLinkTest)
#include "tst_server_link.moc"
