// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "server/upgrade_request.h"

using namespace outlet;
using Verdict = UpgradeRequest::Verdict;

namespace {

const QByteArray kCaptured("GET /gnws HTTP/1.1\r\n"
                           "Host: server2.vesync.com:17273\r\n"
                           "Upgrade: websocket\r\n"
                           "Connection: Upgrade\r\n"
                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                           "Sec-WebSocket-Version: 13\r\n"
                           "deviceVersion:5\r\n"
                           "\r\n");

QByteArray changed(const char *from, const QByteArray &to)
{
    QByteArray request = kCaptured;
    Q_ASSERT(request.contains(from));
    return request.replace(from, to);
}

} // namespace

class UpgradeRequestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void waitsForTheWholeHead();
    void leavesWhatFollowsTheHead();
    void refusalsEndTheConnection();
    void oldVersionIsToldTheRightOne();
    void acceptedIsAnsweredAsCaptured();
};

void UpgradeRequestTest::judges_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray x(8 * 1024, 'x');
    QTest::newRow("captured") << kCaptured << 101;
    QTest::newRow("query") << changed("/gnws", "/gnws?a=b") << 101;
    QTest::newRow("empty query") << changed("/gnws", "/gnws?") << 101;
    QTest::newRow("any host") << changed("server2.vesync.com:17273", "192.168.1.2") << 101;
    QTest::newRow("upper case names") << changed("Sec-WebSocket-Key", "SEC-WEBSOCKET-KEY") << 101;
    QTest::newRow("lower case names") << changed("Upgrade: websocket", "upgrade: WebSocket") << 101;
    QTest::newRow("no space after colon") << changed("Host: ", "Host:") << 101;
    QTest::newRow("connection list")
        << changed("Connection: Upgrade", "Connection: keep-alive, Upgrade") << 101;
    QTest::newRow("empty origin") << changed("deviceVersion:5", "Origin: ") << 101;
    QTest::newRow("another path") << changed("/gnws", "/") << 404;
    QTest::newRow("longer path") << changed("/gnws", "/gnwss") << 404;
    QTest::newRow("path below") << changed("/gnws", "/gnws/") << 404;
    QTest::newRow("path in other case") << changed("/gnws", "/GNWS") << 404;
    QTest::newRow("firmware download") << changed("/gnws", "/upgrade/user1.bin") << 404;
    QTest::newRow("post elsewhere") << changed("GET /gnws", "POST /") << 404;
    QTest::newRow("post") << changed("GET", "POST") << 405;
    QTest::newRow("method in other case") << changed("GET", "get") << 405;
    QTest::newRow("origin") << changed("deviceVersion:5", "Origin: http://a.example") << 403;
    QTest::newRow("null origin") << changed("deviceVersion:5", "origin:null") << 403;
    QTest::newRow("no host") << changed("Host: server2.vesync.com:17273\r\n", "") << 400;
    QTest::newRow("no key") << changed("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "")
                            << 400;
    QTest::newRow("short key") << changed("dGhlIHNhbXBsZSBub25jZQ==", "dGhl") << 400;
    QTest::newRow("key of other signs")
        << changed("dGhlIHNhbXBsZSBub25jZQ==", "****************------==") << 400;
    QTest::newRow("two keys") << changed("deviceVersion:5",
                                         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")
                              << 400;
    QTest::newRow("no upgrade") << changed("Upgrade: websocket\r\n", "") << 400;
    QTest::newRow("other upgrade") << changed("Upgrade: websocket", "Upgrade: h2c") << 400;
    QTest::newRow("no connection") << changed("Connection: Upgrade\r\n", "") << 400;
    QTest::newRow("version 8") << changed("Version: 13", "Version: 8") << 426;
    QTest::newRow("no version") << changed("Sec-WebSocket-Version: 13\r\n", "") << 426;
    QTest::newRow("http 1.0") << changed("HTTP/1.1", "HTTP/1.0") << 400;
    QTest::newRow("no version of http") << QByteArray("GET /gnws\r\n\r\n") << 400;
    QTest::newRow("one word") << QByteArray("HELLO\r\n\r\n") << 400;
    QTest::newRow("line without colon") << changed("deviceVersion:5", "deviceVersion 5") << 400;
    QTest::newRow("folded line") << changed("deviceVersion:5", " folded: 5") << 400;
    QTest::newRow("space before colon") << changed("deviceVersion:5", "deviceVersion : 5") << 400;
    QTest::newRow("line too long") << changed("deviceVersion:5", "X:" + x) << 431;
    QTest::newRow("too many lines")
        << changed("deviceVersion:5", QByteArray("A:1\r\n").repeated(70) + "B:1") << 431;
    QTest::newRow("endless line") << QByteArray("GET /" + x) << 431;
    QTest::newRow("tls") << QByteArray::fromHex("1603010200010001fc0303") << 0;
    QTest::newRow("binary") << QByteArray("\0\1\2", 3) << 0;
    QTest::newRow("line end first") << QByteArray("\r\n" + kCaptured) << 0;
}

void UpgradeRequestTest::judges()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const UpgradeRequest judged(request);
    QCOMPARE(judged.status(), status);
    QCOMPARE(judged.verdict(), status == 101 ? Verdict::Accept
                               : status == 0 ? Verdict::Drop
                                             : Verdict::Refuse);
}

void UpgradeRequestTest::waitsForTheWholeHead()
{
    for (qsizetype size = 0; size < kCaptured.size(); ++size)
        QCOMPARE(UpgradeRequest(kCaptured.left(size)).verdict(), Verdict::Incomplete);
    const UpgradeRequest whole(kCaptured);
    QCOMPARE(whole.verdict(), Verdict::Accept);
    QCOMPARE(whole.headSize(), kCaptured.size());
}

void UpgradeRequestTest::leavesWhatFollowsTheHead()
{
    const QByteArray received = kCaptured + QByteArray(20'000, '\0');
    const UpgradeRequest request(received);
    QCOMPARE(request.verdict(), Verdict::Accept);
    QCOMPARE(request.headSize(), kCaptured.size());
}

void UpgradeRequestTest::refusalsEndTheConnection()
{
    QVERIFY(UpgradeRequest(kCaptured.left(100)).reply().isEmpty());
    QCOMPARE(UpgradeRequest(changed("/gnws", "/")).reply(),
             QByteArray("HTTP/1.1 404 Not Found\r\nConnection: close\r\n"
                        "Content-Length: 0\r\n\r\n"));
}

void UpgradeRequestTest::oldVersionIsToldTheRightOne()
{
    const QByteArray reply = UpgradeRequest(changed("Version: 13", "Version: 8")).reply();
    QVERIFY(reply.startsWith("HTTP/1.1 426 "));
    QVERIFY(reply.contains("\r\nSec-WebSocket-Version: 13\r\n"));
}

void UpgradeRequestTest::acceptedIsAnsweredAsCaptured()
{
    // The captured reply (protocol.md section 1), and the sample of RFC 6455, section 1.3.
    QCOMPARE(UpgradeRequest(kCaptured).reply(),
             QByteArray("HTTP/1.1 101 Switching Protocols\r\n"
                        "Upgrade: websocket\r\n"
                        "Connection: Upgrade\r\n"
                        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
                        "\r\n"));
}

QTEST_APPLESS_MAIN(UpgradeRequestTest)
#include "tst_upgrade_request.moc"
