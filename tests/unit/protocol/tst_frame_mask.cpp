// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include "protocol/frame_mask.h"
#include "protocol/framing.h"

using namespace outlet::protocol;

namespace {

const QByteArray kDots =
    "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2";

QByteArray masked(const QByteArray &json, const QByteArray &account = {})
{
    return maskedFrame(FrameType::Text, json, decode(FrameType::Text, json), account);
}

QByteArray encrypted(const QByteArray &json)
{
    const QByteArray frame = encryptMessage(json);
    return maskedFrame(FrameType::Binary, frame, decode(FrameType::Binary, frame), {});
}

} // namespace

/// What people may see of a frame: all that is harmless, nothing that is personal.
class TestFrameMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void harmless_data();
    void harmless();
    void login();
    void hostile_data();
    void hostile();
    void accountElsewhere();
    void ids_data();
    void ids();
    void noJson();
    void encryptedFrame();
};

void TestFrameMask::harmless_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const auto same = [](const QByteArray &json) {
        QTest::newRow(json.constData()) << json << json;
    };
    same(R"({"uri":"/ka","rssi":-58})");
    same(R"({"uri":"/report","e":"53e4","t":"b6"})");
    same(
        R"({"uri":"/runtimeInfo","power":"1a2:3b4","meastate":"idle","list":[1,2.5e3,true,null]})");
    same(R"({"uri":"/timer","error":0,"id":17})");
    same(R"([1,2])");
    same(R"({"type":"wifi-switch","deviceName":"vesync_wifi_outlet"})");
    QTest::newRow("several lines") << QByteArray("{\n\t\"uri\" : \"/ka\",\r\n\"rssi\":-1\n}")
                                   << QByteArray(R"({"uri":"/ka","rssi":-1})");
    QTest::newRow("letters beyond ASCII")
        << QByteArray("{\"uri\":\"/\xc3\xa9\xe2\x80\xae\\n\\u0007\"}")
        << QByteArray(R"({"uri":"/\u00e9\u202e \u0007"})");
    QTest::newRow("quotes") << QByteArray(R"({"uri":"a\"b\\c\/d"})")
                            << QByteArray(R"({"uri":"a\"b\\c/d"})");
}

void TestFrameMask::harmless()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, shown);
    QCOMPARE(masked(json), shown);
}

void TestFrameMask::login()
{
    const QByteArray json = "{\n\"account\":\"1234567\",\n"
                            "\"id\":\"b2f19d04-1111-2222-3333-44445555 7c41\",\n"
                            "\"deviceName\":\"vesync_wifi_outlet\",\"key\":123456789}";
    QCOMPARE(masked(json, "1234567"), "{\"account\":\"" + kDots +
                                          "\",\"id\":\"b2f19d04\xe2\x80\xa6"
                                          "7c41\","
                                          "\"deviceName\":\"vesync_wifi_outlet\",\"key\":\"" +
                                          kDots + "\"}");
}

/// Whatever a hostile peer does, "hunter2" (or what stands for it) is not seen.
void TestFrameMask::hostile_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {R"({"account":"hunter2"})",
                             R"({"ACCOUNT":"hunter2"})",
                             R"({"acc\u006funt":"hunter2"})",
                             R"({"ac-count ":"hunter2"})",
                             R"({"a":1,"account":"x","account":"hunter2"})",
                             R"({"account":{"x":["hunter2",{"y":"hunter2"}]},"uri":"/ka"})",
                             R"({"account":["hunter2"]})",
                             R"({"account":"a\"hunter2"})",
                             R"({"account":"\\","wifiPassword":"hunter2"})",
                             R"({"user_name":"hunter2"})",
                             R"({"wifiID":"hunter2"})",
                             R"({"ssid":"hunter2"})",
                             R"({"x":"me@hunter2"})",
                             R"({"id":"me@hunter2"})",
                             R"({"x":"{\"account\":\"hunter2\"}"})",
                             R"({"x":"\u0070assword=hunter2"})",
                             R"({"token":"hunter2"})",
                             R"({"x":{"y":{"pwd":"hunter2"}}})",
                             R"([{"account":"hunter2"}])",
                             R"("account hunter2")",
                             "{\"account\":\"hunter2",
                             R"({"account":hunter2})",
                             R"({"account":Hunter2 hunter2})",
                             R"({'account':'hunter2'})",
                             R"(account=hunter2)",
                             R"({"account":1 "hunter2"})",
                             R"(%61ccount hunter2)",
                             "{\"uri\":\"/ka\",\"x\":\"hunter2@",
                             "{\"account\":\"hunter2\"}\0hunter2",
                             R"({"key":"hunter2"})",
                             "{\"a\":{\"account\":",
                             R"({"mac":"hunter2@home"})"})
        QTest::newRow(json) << QByteArray(json);
    QByteArray deep;
    for (int i = 0; i < 1500; ++i)
        deep += "{\"account\":[";
    QTest::newRow("deep") << deep + "\"hunter2\"";
    QTest::newRow("cut off") << "{\"x\":\"" + QByteArray(kMostMaskedBytes - 11, 'a') + "hunter2\"}";
    QTest::newRow("binary") << QByteArray("\x01\x02hunter2");
}

void TestFrameMask::hostile()
{
    QFETCH(QByteArray, json);
    for (const QByteArray &shown : {masked(json), encrypted(json)}) {
        QVERIFY2(!shown.toLower().contains("unter2"), shown.constData());
        QVERIFY2(shown.size() <= kMostMaskedBytes * 8, "too much");
    }
}

/// The account of the login is hidden wherever it comes back, unless it is no account ("0").
void TestFrameMask::accountElsewhere()
{
    for (const char *json :
         {R"({"uri":"/x","note":"of 1234567 indeed"})", R"({"uri":"/x","n":1234567})",
          R"({"uri":"/x","1234567":1})", R"({"uri":"/x","id":"1234567"})",
          R"({"uri":"/x","note":"123\u0034567"})", "hello 1234567"}) {
        const QByteArray shown = masked(json, "1234567");
        QVERIFY2(!shown.contains("1234567"), shown.constData());
    }
    QCOMPARE(masked(R"({"uri":"/ka","rssi":-50})", "0"), QByteArray(R"({"uri":"/ka","rssi":-50})"));
}

void TestFrameMask::ids_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray more = "\xe2\x80\xa6";
    QTest::newRow("cid") << QByteArray(R"({"cid":"b2f19d04-aaaa-bbbb-cccc-0123456789ab"})")
                         << "{\"cid\":\"b2f19d04" + more + "89ab\"}";
    QTest::newRow("under another name") << QByteArray(R"(["b2f19d04-aaaa-bbbb-cccc-0123456789ab"])")
                                        << "[\"b2f19d04" + more + "89ab\"]";
    QTest::newRow("mac") << QByteArray(R"({"mac":"A020A6123456"})")
                         << "{\"mac\":\"A020A6" + more + "\"}";
    QTest::newRow("bssid") << QByteArray(R"({"wifiBssid":"aa:bb:cc:11:22:33"})")
                           << "{\"wifiBssid\":\"aa:bb:cc" + more + "\"}";
    QTest::newRow("mac elsewhere")
        << QByteArray(R"({"x":"aa:bb:cc:11:22:33"})") << "{\"x\":\"aa:bb:cc" + more + "\"}";
}

void TestFrameMask::ids()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, shown);
    QCOMPARE(masked(json), shown);
}

void TestFrameMask::noJson()
{
    QCOMPARE(masked("hello there"), QByteArray("hello there"));
    QCOMPARE(masked("b2f19d04-aaaa-bbbb"), QByteArray("(18 bytes, not readable, hidden)"));
    QCOMPARE(masked(" \r\n"), QByteArray("(3 bytes, empty)"));
    QCOMPARE(masked("\xff\xfe"), QByteArray("(2 bytes, not readable)"));
    const QByteArray odd("0123456789abcdefX");
    QCOMPARE(maskedFrame(FrameType::Binary, odd, decode(FrameType::Binary, odd), {}),
             QByteArray("(17 bytes, not readable)"));
    QVERIFY(
        masked("{\"x\":\"" + QByteArray(20'000, 'a') + "\"}").endsWith(" (20008 bytes in all)"));
}

void TestFrameMask::encryptedFrame()
{
    QCOMPARE(encrypted(R"({"uri":"/ka","rssi":-58})"), QByteArray(R"({"uri":"/ka","rssi":-58})"));
}

QTEST_GUILESS_MAIN(TestFrameMask)
#include "tst_frame_mask.moc"
