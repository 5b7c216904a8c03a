// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "server/peer_address.h"

using namespace outlet;

class PeerAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void admits_data();
    void admits();
    void extraSubnetsAreAdmitted();
    void mappedAddressesAreIpv4();
};

void PeerAddressTest::admits_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<bool>("admitted");
    const auto row = [](const char *peer, bool admitted) {
        QTest::newRow(peer) << QString::fromLatin1(peer) << admitted;
    };
    for (const char *peer :
         {"127.0.0.1", "127.255.255.254", "10.0.0.0", "10.255.255.255", "172.16.0.1",
          "172.31.255.255", "192.168.0.1", "192.168.255.254", "169.254.1.1", "::1", "fc00::1",
          "fdff:ffff::1", "fe80::1", "febf::1", "::ffff:192.168.1.2", "::ffff:127.0.0.1"})
        row(peer, true);
    for (const char *peer : {"9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0",
                             "192.167.255.255", "192.169.0.0", "169.253.255.255", "100.64.0.1",
                             "8.8.8.8", "0.0.0.0", "255.255.255.255", "224.0.0.1", "2001:db8::1",
                             "fbff::1", "fe00::1", "fec0::1", "ff02::1", "::", "::ffff:8.8.8.8"})
        row(peer, false);
    row("", false);
}

void PeerAddressTest::admits()
{
    QFETCH(QString, peer);
    QFETCH(bool, admitted);
    QCOMPARE(isAdmissiblePeer(QHostAddress(peer), {}), admitted);
}

void PeerAddressTest::extraSubnetsAreAdmitted()
{
    const QList<QPair<QHostAddress, int>> extra{
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")),
        QHostAddress::parseSubnet(QStringLiteral("2001:db8::/32"))};
    const auto admitted = [&extra](const char *peer) {
        return isAdmissiblePeer(QHostAddress(QString::fromLatin1(peer)), extra);
    };
    QVERIFY(admitted("100.64.0.1"));
    QVERIFY(admitted("::ffff:100.127.255.255"));
    QVERIFY(admitted("2001:db8:1::5"));
    QVERIFY(admitted("192.168.1.1"));
    QVERIFY(!admitted("100.128.0.1"));
    QVERIFY(!admitted("2001:db9::1"));
}

void PeerAddressTest::mappedAddressesAreIpv4()
{
    const QHostAddress mapped(QStringLiteral("::ffff:192.168.1.2"));
    QCOMPARE(normalizedPeer(mapped).toString(), QStringLiteral("192.168.1.2"));
    QCOMPARE(normalizedPeer(mapped).protocol(), QAbstractSocket::IPv4Protocol);
    const QHostAddress ipv6(QStringLiteral("fe80::1"));
    QCOMPARE(normalizedPeer(ipv6), ipv6);
}

QTEST_APPLESS_MAIN(PeerAddressTest)
#include "tst_peer_address.moc"
