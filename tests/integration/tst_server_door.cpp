// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Who may connect, how many, and where the server listens.
#include <QtCore/QFile>
#include <QtNetwork/QNetworkInterface>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "outlets/outlet.h"
#include "support/raw_client.h"
#include "support/server_fixture.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const QHostAddress kLocal(QHostAddress::LocalHost);

ServerOptions listenOn(const QList<QHostAddress> &addresses, quint16 port = 0)
{
    ServerOptions options;
    options.addresses = addresses;
    options.port = port;
    return options;
}

} // namespace

class ServerDoorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void totalIsLimited();
    void countOfAnAddressIsFreedAgain();
    void portInUseIsSaid();
    void foreignAddressIsSaid();
    void allAddressesOrNone();
    void everyAddressByDefault();
    void listeningTwiceIsListeningOnce();
    void noSourceCanSayUpgrade();
};

void ServerDoorTest::totalIsLimited()
{
    ServerOptions options;
    options.maxLinks = 2;
    const ServerFixture fixture(options);
    RawClient first(fixture.port);
    first.logIn("outlet-a");
    RawClient second(fixture.port);
    second.upgrade();
    QTRY_VERIFY(second.isUpgraded());
    QTRY_COMPARE(first.count(QStringLiteral("/loginReply")), 1);
    RawClient third(fixture.port);
    third.upgrade();
    QTRY_VERIFY(third.isClosed());
    QVERIFY(third.httpReply().isEmpty());
    QVERIFY(!first.isClosed());
    QVERIFY(!second.isClosed());
}

void ServerDoorTest::countOfAnAddressIsFreedAgain()
{
    ServerOptions options;
    options.maxLinks = 1;
    const ServerFixture fixture(options);
    for (int i = 0; i < 5; ++i) {
        RawClient client(fixture.port);
        client.logIn("outlet-a");
        QTRY_COMPARE(client.count(QStringLiteral("/loginReply")), 1);
        client.socket.abort();
        QTRY_COMPARE(fixture.server.linkCount(), 0);
        RawClient refused(fixture.port); // and what was refused has taken no place
        refused.write("POST / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(refused.isClosed());
        QCOMPARE(refused.httpReply().left(12), QByteArray("HTTP/1.1 404"));
    }
}

void ServerDoorTest::portInUseIsSaid()
{
    QTcpServer holder;
    QVERIFY(holder.listen(kLocal));
    ManualClock clock;
    OutletRegistry registry(clock, nullptr);
    OutletServer server(registry, clock, listenOn({kLocal}, holder.serverPort()));
    QSignalSpy changed(&server, &OutletServer::listeningChanged);
    const auto result = server.listen();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ListenError::Kind::PortInUse);
    QCOMPARE(result.error().port, holder.serverPort());
    QCOMPARE(result.error().address, kLocal);
    QVERIFY(!result.error().systemText.isEmpty());
    QVERIFY(!server.isListening());
    QCOMPARE(changed.count(), 0);
    holder.close();
    QVERIFY(server.listen().ok()); // trying again is all it takes
    QCOMPARE(changed.count(), 1);
}

void ServerDoorTest::foreignAddressIsSaid()
{
    ManualClock clock;
    OutletRegistry registry(clock, nullptr);
    // TEST-NET-1 (RFC 5737): no computer has it.
    OutletServer server(registry, clock, listenOn({QHostAddress(QStringLiteral("192.0.2.1"))}));
    const auto result = server.listen();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ListenError::Kind::AddressNotAvailable);
}

void ServerDoorTest::allAddressesOrNone()
{
    const QHostAddress other(QStringLiteral("127.0.0.2"));
    ManualClock clock;
    OutletRegistry registry(clock, nullptr);
    OutletServer server(registry, clock, listenOn({kLocal, other}));
    const auto port = server.listen();
    if (!port && port.error().kind == ListenError::Kind::AddressNotAvailable)
        QSKIP("this system's loopback has one address only");
    QVERIFY(port.ok());
    QCOMPARE(server.addresses(), (QList<QHostAddress>{kLocal, other}));
    RawClient first(*port, kLocal);
    RawClient second(*port, other);
    first.upgrade();
    second.upgrade();
    QTRY_VERIFY(first.isUpgraded() && second.isUpgraded());
    server.close();

    QTcpServer holder;
    QVERIFY(holder.listen(other));
    server.setOptions(listenOn({kLocal, other}, holder.serverPort()));
    const auto result = server.listen();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ListenError::Kind::PortInUse);
    QCOMPARE(result.error().address, other);
    QVERIFY(server.addresses().isEmpty());
    QTcpServer probe;
    QVERIFY(probe.listen(kLocal, holder.serverPort())); // the first one was given back
}

void ServerDoorTest::everyAddressByDefault()
{
    ManualClock clock;
    OutletRegistry registry(clock, nullptr);
    registry.setAcceptNew(true);
    OutletServer server(registry, clock, listenOn({}));
    const auto port = server.listen();
    QVERIFY(port.ok());
    RawClient client(*port, kLocal);
    client.logIn("outlet-a");
    QTRY_COMPARE(client.count(QStringLiteral("/loginReply")), 1);
    // An IPv4 peer shows as one, although the socket may serve both.
    QCOMPARE(registry.find(QStringLiteral("outlet-a"))->record().address,
             QStringLiteral("127.0.0.1"));
    const QHostAddress ipv6(QHostAddress::LocalHostIPv6);
    if (QNetworkInterface::allAddresses().contains(ipv6)) {
        RawClient six(*port, ipv6);
        six.upgrade();
        QTRY_VERIFY(six.isUpgraded());
    }
}

void ServerDoorTest::listeningTwiceIsListeningOnce()
{
    ServerFixture fixture;
    const auto again = fixture.server.listen();
    QVERIFY(again.ok());
    QCOMPARE(*again, fixture.port);
    QCOMPARE(fixture.server.addresses().size(), 1);
}

void ServerDoorTest::noSourceCanSayUpgrade()
{
    // The messages that can brick an outlet or cost it its identity (protocol.md 3.11, 3.12) are
    // not in the rooms that send.
    const QList<QByteArray> forbidden{"/upgrade\"",   "/resetID",    "/softRestore", "/delDevice",
                                      "/calibration", "/setTrigger", "/assignGuid"};
    const QString root = QStringLiteral(OUTLET_SOURCE_DIR "/src/");
    for (const auto *name : {"protocol/encoder.cpp", "server/outlet_session.cpp",
                             "server/outlet_session_messages.cpp", "server/outlet_link.cpp"}) {
        QFile file(root + QString::fromLatin1(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), name);
        const QByteArray text = file.readAll();
        for (const QByteArray &word : forbidden)
            QVERIFY2(!text.contains(word), word.constData());
    }
}

QTEST_GUILESS_MAIN(ServerDoorTest)
#include "tst_server_door.moc"
