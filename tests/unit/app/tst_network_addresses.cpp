// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include "app/listen_error_text.h"
#include "setup/network_addresses.h"

using namespace outlet;

namespace {

InterfaceAddress at(const char *name, const char *address, bool isUsable = true,
                    bool isVirtual = false)
{
    return {QString::fromLatin1(name), QHostAddress(QString::fromLatin1(address)), isUsable,
            isVirtual};
}

} // namespace

/// Where outlets reach this computer, and who else has its port.
class TestNetworkAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void likelyOnesFirst();
    void withoutNetwork();
    void thisComputer();
    void places();
    void holderOfAPort();
    void sentences();
};

void TestNetworkAddresses::likelyOnesFirst()
{
    const QList<InterfaceAddress> all{
        at("lo", "127.0.0.1"),
        at("eth1", "203.0.113.9"),
        at("docker0", "172.17.0.1", true, true),
        at("eth0", "192.168.1.5"),
        at("eth0", "fe80::1"),
        at("eth0", "fd00::5"),
        at("wlan0", "10.0.0.7"),
        at("wlan1", "192.168.9.9", false),
        at("eth2", "169.254.3.4"),
        at("wlan0", "10.0.0.7"),
    };
    const QList<QHostAddress> expected{QHostAddress(QStringLiteral("10.0.0.7")),
                                       QHostAddress(QStringLiteral("192.168.1.5")),
                                       QHostAddress(QStringLiteral("203.0.113.9"))};
    QCOMPARE(reachableFrom(all, QHostAddress(QStringLiteral("10.0.0.7"))), expected);
    // What leads out counts even when its name looks like that of a bridge.
    QCOMPARE(reachableFrom(all, QHostAddress(QStringLiteral("172.17.0.1"))).first(),
             QHostAddress(QStringLiteral("172.17.0.1")));
    QCOMPARE(reachableFrom(all, {}).first(), QHostAddress(QStringLiteral("192.168.1.5")));
}

void TestNetworkAddresses::withoutNetwork()
{
    QVERIFY(reachableFrom({}, {}).isEmpty());
    QVERIFY(reachableFrom({at("lo", "127.0.0.1")}, {}).isEmpty());
}

void TestNetworkAddresses::thisComputer()
{
    for (const InterfaceAddress &one : interfaceAddresses()) {
        QVERIFY(!one.address.isNull());
        QVERIFY(!one.interfaceName.isEmpty());
    }
    const QHostAddress out = defaultRouteAddress();
    if (out.isNull())
        QSKIP("This computer has no default route");
    QVERIFY(!out.isLoopback());
    QCOMPARE(reachableFrom(interfaceAddresses(), out).value(0), out);
}

void TestNetworkAddresses::places()
{
    QCOMPARE(hostAndPort(QHostAddress(QStringLiteral("192.168.1.5")), 17273),
             QStringLiteral("192.168.1.5:17273"));
    QCOMPARE(hostAndPort(QHostAddress(QStringLiteral("fd00::5")), 1),
             QStringLiteral("[fd00::5]:1"));
}

void TestNetworkAddresses::holderOfAPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    const auto holder = findPortHolder(port);
    server.close();
    QVERIFY(!findPortHolder(port));
#ifdef Q_OS_LINUX
    QVERIFY(holder);
    QCOMPARE(holder->pid, QCoreApplication::applicationPid());
    QVERIFY(QStringLiteral("tst_network_addresses").startsWith(holder->program));
    QVERIFY(!holder->isOutlet);

    QTcpServer six;
    if (!six.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This computer has no IPv6");
    QVERIFY(findPortHolder(six.serverPort()));
#else
    QVERIFY(!holder);
#endif
}

void TestNetworkAddresses::sentences()
{
    ListenError error;
    error.kind = ListenError::Kind::PortInUse;
    error.port = 17273;
    QCOMPARE(listenErrorText(error, {}),
             QStringLiteral("Port 17273 is in use by another program: stop it, or choose another "
                            "port."));
    QCOMPARE(listenErrorText(error, PortHolder{QStringLiteral("nginx"), 4128, false}),
             QStringLiteral("Port 17273 is in use by nginx (process 4128): stop that program, or "
                            "choose another port."));
    QVERIFY(listenErrorText(error, PortHolder{QStringLiteral("outletd"), 7, true})
                .contains(QStringLiteral("another Outlet (process 7)")));
    for (const auto kind : {ListenError::Kind::PermissionDenied,
                            ListenError::Kind::AddressNotAvailable, ListenError::Kind::Other}) {
        error.kind = kind;
        error.address = QHostAddress(QStringLiteral("192.168.1.5"));
        error.systemText = QStringLiteral("odd");
        const QString text = listenErrorText(error, {});
        QVERIFY(text.endsWith(u'.'));
        QVERIFY(!text.contains(u'%'));
    }
}

QTEST_GUILESS_MAIN(TestNetworkAddresses)
#include "tst_network_addresses.moc"
