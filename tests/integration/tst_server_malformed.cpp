// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Every malformed input of the reference vectors that a server can meet, against a running one,
// while another outlet goes on undisturbed (protocol.md section 8).
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>
#include <numeric>

#include "outlets/outlet.h"
#include "support/raw_client.h"
#include "support/server_fixture.h"
#include "support/socket_dispatcher_main.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const char kSubject[] = "subject";

QString uri(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonArray vectors()
{
    QFile file(QStringLiteral(OUTLET_TEST_DATA "/protocol/malformed.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                          : QJsonArray();
}

/// The payload of a case: given as text, as hex or by a rule.
QByteArray payloadOf(const QString &name, const QJsonObject &input)
{
    if (name == u"deep_nesting")
        return QByteArray(100'000, '[');
    if (name == u"uri_huge")
        return R"({"uri":"/)" + QByteArray(60'000, 'a') + R"("})";
    if (name == u"message_1MiB")
        return R"({"uri":"/ka","x":")" + QByteArray(1'048'576, 'a') + R"("})";
    const QString hex = input.value(u"payload_hex").toString();
    return hex.isEmpty() ? input.value(u"payload").toString().toUtf8()
                         : QByteArray::fromHex(hex.toLatin1());
}

quint64 ignoredTotal(const Outlet *outlet)
{
    const auto &counts = outlet->ignoredCounts();
    return std::accumulate(counts.begin(), counts.end(), quint64(0));
}

/// True when the server sent nothing but the messages that can do no harm (protocol.md 3.11, 3.12).
bool saidOnlyWhatItMay(const RawClient &client)
{
    const QStringList harmless{uri("/loginReply"), uri("/kr"), uri("/ka"), uri("/getRuntime"),
                               uri("/relay")};
    return std::all_of(client.frames().begin(), client.frames().end(), [&](const auto &frame) {
        return frame.opcode == RawClient::Pong ||
               harmless.contains(RawClient::json(frame).value(u"uri").toString());
    });
}

/// The captured request with one line replaced or removed.
QByteArray request(const QByteArray &from, const QByteArray &to)
{
    QByteArray bytes = RawClient::kCapturedRequest;
    Q_ASSERT(bytes.contains(from));
    return bytes.replace(from, to);
}

} // namespace

class ServerMalformedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCaseIsHandled_data();
    void everyCaseIsHandled();
    void cleanup();
    void longMessages_data();
    void longMessages();

private:
    void checkHttp(const QString &name);
    void checkRaw(const QString &name, const QJsonObject &input);
    void checkMessage(const QString &name, const QJsonObject &input, const QString &action);
    void checkBeforeLogin(const QByteArray &payload);
    void checkAccepted(const QString &name, RawClient &client);
    [[nodiscard]] bool roundTrip(RawClient &client);

    ServerFixture m_fixture;
    std::unique_ptr<RawClient> m_bystander;
};

void ServerMalformedTest::initTestCase()
{
    m_bystander = std::make_unique<RawClient>(m_fixture.port);
    m_bystander->logIn("bystander", true);
    QTRY_COMPARE(m_bystander->count(uri("/loginReply")), 1);
}

void ServerMalformedTest::cleanup()
{
    // After every case the same outlet is still there on the same socket, and is answered.
    QVERIFY(roundTrip(*m_bystander));
    QCOMPARE(m_fixture.outlet("bystander")->linkState(), LinkState::Online);
    QCOMPARE(m_fixture.outlet("bystander")->relay(), std::optional<bool>(true));
    QCOMPARE(ignoredTotal(m_fixture.outlet("bystander")), quint64(0));
    QVERIFY(m_fixture.server.isListening());
    QVERIFY(saidOnlyWhatItMay(*m_bystander));
}

bool ServerMalformedTest::roundTrip(RawClient &client)
{
    const int before = client.count(uri("/kr"));
    client.sendText(R"({"uri":"/ka","rssi":-50})");
    return QTest::qWaitFor(
               [&] { return client.count(uri("/kr")) > before || client.isClosed(); }) &&
           !client.isClosed();
}

void ServerMalformedTest::everyCaseIsHandled_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray cases = vectors();
    QCOMPARE(cases.size(), 60);
    int others = 0;
    for (const auto &value : cases) {
        const QJsonObject vector = value.toObject();
        const QString layer = vector.value(u"layer").toString();
        if (layer.startsWith(u"ws") || layer == u"http")
            QTest::newRow(qPrintable(vector.value(u"name").toString())) << vector;
        else
            ++others;
    }
    QCOMPARE(others, 3); // these concern setting an outlet up, not the server
}

void ServerMalformedTest::everyCaseIsHandled()
{
    QFETCH(QJsonObject, vector);
    const QString name = vector.value(u"name").toString();
    const QString layer = vector.value(u"layer").toString();
    const QJsonObject input = vector.value(u"input").toObject();
    const QString action = vector.value(u"expected").toObject().value(u"action").toString();
    if (layer == u"http")
        checkHttp(name);
    else if (layer == u"ws_raw")
        checkRaw(name, input);
    else
        checkMessage(name, input, action);
}

void ServerMalformedTest::checkHttp(const QString &name)
{
    const QByteArray key("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    const QHash<QString, QPair<QByteArray, QByteArray>> statuses{
        {QStringLiteral("http_wrong_path"), {request("GET /gnws", "GET /other"), "404"}},
        {QStringLiteral("http_post"), {request("GET /gnws", "POST /gnws"), "405"}},
        {QStringLiteral("http_no_key"), {request(key, ""), "400"}},
        {QStringLiteral("http_version_8"), {request("Version: 13", "Version: 8"), "426"}},
        {QStringLiteral("http_browser_origin"),
         {request(key, key + "Origin: http://evil.example\r\n"), "403"}},
        {QStringLiteral("http_header_64k"),
         {request(key, key + "X: " + QByteArray(65'536, 'x') + "\r\n"), "431"}},
        {QStringLiteral("http_no_space_after_colon"), {RawClient::kCapturedRequest, "101"}},
        {QStringLiteral("http_sample_key"), {RawClient::kCapturedRequest, "101"}},
        {QStringLiteral("http_never_finishes"), {"GET /gn", ""}},
        {QStringLiteral("tls_client_hello"), {QByteArray::fromHex("1603010200010001fc0303"), ""}},
    };
    QVERIFY2(statuses.contains(name), "a vector that this test does not know");
    const auto &[bytes, status] = statuses[name];
    RawClient client(m_fixture.port);
    client.write(bytes);
    if (status == "101") {
        QTRY_COMPARE(client.httpReply(), RawClient::kCapturedReply);
        return;
    }
    if (name == u"http_never_finishes") {
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(client.socket.bytesToWrite(), 0);
        QVERIFY(roundTrip(*m_bystander)); // it has been accepted
        m_fixture.clock.advance(m_fixture.server.options().handshakeDeadline);
    }
    QTRY_VERIFY(name == u"http_header_64k" ? client.isClosedWhenUsed() : client.isClosed());
    if (name == u"http_version_8")
        QVERIFY(client.httpReply().contains("\r\nSec-WebSocket-Version: 13\r\n"));
    // What is closed with much unread may be reset before the answer was seen.
    if (name != u"http_header_64k" || !client.httpReply().isEmpty())
        QCOMPARE(client.httpReply().mid(9, 3), status);
}

void ServerMalformedTest::checkRaw(const QString &name, const QJsonObject &input)
{
    RawClient client(m_fixture.port);
    if (name == u"fragmented_login") {
        const QByteArray login(R"({"id":"subject","relay":"open"})");
        client.upgrade();
        client.sendFrame(RawClient::Text, login.left(10), false);
        client.sendFrame(RawClient::Continuation, login.mid(10), true);
        QTRY_COMPARE(client.count(uri("/loginReply")), 1);
        return;
    }
    client.logIn(kSubject);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    if (name == u"ping_flood") {
        for (int i = 0; i < 1000; ++i)
            client.sendFrame(RawClient::Ping, "ping");
        QVERIFY(roundTrip(client));
        const auto pongs = std::count_if(
            client.frames().begin(), client.frames().end(), [](const RawClient::Frame &frame) {
                return frame.opcode == RawClient::Pong && frame.payload == "ping";
            });
        QCOMPARE(pongs, 1000);
        return;
    }
    if (name == u"endless_fragments") {
        client.sendFrame(RawClient::Text, QByteArray(1000, '{'), false);
        for (int i = 0; i < 1000 && !client.isClosed(); ++i) {
            client.sendFrame(RawClient::Continuation, QByteArray(1000, ' '), false);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.isClosedWhenUsed());
        return;
    }
    client.write(QByteArray::fromHex(input.value(u"hex").toString().toLatin1()));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.closeCode(), name == u"unmasked_client_frame" ? 1002 : 1009);
}

void ServerMalformedTest::checkBeforeLogin(const QByteArray &payload)
{
    RawClient client(m_fixture.port);
    client.upgrade();
    client.sendText(payload);
    client.sendText(R"({"id":"subject","relay":"open"})");
    QTRY_COMPARE(client.count(uri("/loginReply")), 1); // not disconnected
    QCOMPARE(client.count(uri("/kr")), 0);
    QCOMPARE(m_fixture.outlet(kSubject)->energyTodayJoules(), 0);
}

void ServerMalformedTest::checkMessage(const QString &name, const QJsonObject &input,
                                       const QString &action)
{
    const QByteArray payload = payloadOf(name, input);
    if (name.endsWith(u"before_login") || name == u"login_wrong_type_id")
        return checkBeforeLogin(payload);
    RawClient client(m_fixture.port);
    if (name == u"no_login_in_time") {
        client.upgrade();
        QTRY_VERIFY(client.isUpgraded());
        m_fixture.clock.advance(m_fixture.server.options().loginDeadline);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.closeCode(), 1008);
        return;
    }
    if (name.startsWith(u"login_")) {
        if (name == u"login_twice_same_id") {
            client.logIn(kSubject);
        } else {
            client.upgrade();
            client.sendText(payload);
        }
        return checkAccepted(name, client);
    }
    client.logIn(kSubject, false);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    Outlet *outlet = m_fixture.outlet(kSubject);
    const quint64 ignoredBefore = ignoredTotal(outlet);
    const quint64 spikesBefore = outlet->ignoredCounts().value(QStringLiteral("spike"));
    const bool binary = input.value(u"opcode").toString() == u"binary";
    if (name == u"binary_after_text")
        client.sendAes(R"({"uri":"/ka","rssi":-39})");
    else
        client.sendFrame(binary ? RawClient::Binary : RawClient::Text, payload);
    if (action == u"close") {
        QTRY_VERIFY(client.isClosedWhenUsed());
        if (name == u"invalid_utf8_text")
            QCOMPARE(client.closeCode(), 1007);
        else if (client.closeCode() != 0) // unless the reset overtook it
            QCOMPARE(client.closeCode(), 1009);
        return;
    }
    if (action.startsWith(u"accept"))
        return checkAccepted(name, client);
    QVERIFY2(action == u"drop_as_spike" || action.contains(u"ignore"), qPrintable(action));
    QVERIFY(roundTrip(client)); // never disconnected
    QCOMPARE(ignoredTotal(outlet), ignoredBefore + 1);
    if (action == u"drop_as_spike")
        QCOMPARE(outlet->ignoredCounts().value(QStringLiteral("spike")), spikesBefore + 1);
    QCOMPARE(outlet->relay(), std::optional<bool>(false));
    QCOMPARE(outlet->energyTodayJoules(), 0);
    QVERIFY(!outlet->reading());
    QVERIFY(saidOnlyWhatItMay(client));
}

void ServerMalformedTest::checkAccepted(const QString &name, RawClient &client)
{
    const auto outlet = [this](const char *id) { return m_fixture.outlet(id); };
    const char *captured = "443c878f-f675-4c90-98e8-2f4566914d39";
    if (name == u"login_twice_same_id") {
        client.sendText(R"({"id":"subject","relay":"open"})");
        QTRY_COMPARE(client.count(uri("/loginReply")), 2);
        QCOMPARE(outlet(kSubject)->relay(), std::optional<bool>(true));
    } else if (name.startsWith(u"login_")) {
        QTRY_COMPARE(client.count(uri("/loginReply")), 1);
        const char *id = name == u"login_sql_like_id" ? "x'; DROP TABLE outlet;--" : captured;
        QVERIFY(outlet(id));
        QCOMPARE(outlet(id)->relay(), name == u"login_relay_other_word"
                                          ? std::optional<bool>()
                                          : std::optional<bool>(true));
    } else if (name == u"duplicate_keys") {
        QVERIFY(roundTrip(client));
        QCOMPARE(outlet(kSubject)->relay(), std::optional<bool>(false)); // the last value
    } else if (name == u"unknown_extra_fields") {
        QTRY_COMPARE(outlet(kSubject)->relay(), std::optional<bool>(true));
    } else if (name == u"runtime_null_power") {
        QTRY_COMPARE(outlet(kSubject)->relay(), std::optional<bool>(true));
        QVERIFY(!outlet(kSubject)->reading());
    } else if (name.startsWith(u"ka_rssi")) {
        QTRY_COMPARE(client.count(uri("/kr")), 1);
        QVERIFY(!outlet(kSubject)->signalDbm());
    } else if (name == u"binary_after_text") {
        QTRY_COMPARE(client.count(uri("/kr")), 1);
        QCOMPARE(client.last(uri("/kr"))->opcode, int(RawClient::Binary));
    } else {
        QVERIFY2(name == u"trailing_nul_text" || name == u"bom", qPrintable(name));
        const quint64 ignored = ignoredTotal(outlet(kSubject));
        QVERIFY(roundTrip(client));
        QCOMPARE(ignoredTotal(outlet(kSubject)), ignored);
    }
}

void ServerMalformedTest::longMessages_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("closeCode");
    const auto padded = [](const char *head, int total) -> QByteArray {
        QByteArray json(head);
        json += QByteArray(total - int(json.size()) - 2, 'x');
        return json + "\"}";
    };
    QTest::newRow("16 KiB that can be acted on") << padded(R"({"uri":"/ka","x":")", 16 * 1024) << 0;
    QTest::newRow("one more") << padded(R"({"uri":"/ka","x":")", 16 * 1024 + 1) << 1009;
    QTest::newRow("128 KiB of nothing") << QByteArray(128 * 1024, '[') << 0;
    QTest::newRow("more than 128 KiB of nothing") << QByteArray(128 * 1024 + 1, '[') << 1009;
}

void ServerMalformedTest::longMessages()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, closeCode);
    RawClient client(m_fixture.port);
    client.logIn(kSubject);
    QTRY_COMPARE(client.count(uri("/loginReply")), 1);
    client.sendText(payload);
    if (closeCode == 0) {
        QVERIFY(roundTrip(client));
        return;
    }
    QTRY_VERIFY(client.isClosedWhenUsed());
    if (client.closeCode() != 0 || payload.size() < 20'000)
        QCOMPARE(client.closeCode(), closeCode);
}

OUTLET_SOCKET_DISPATCHER_MAIN(ServerMalformedTest)
#include "tst_server_malformed.moc"
