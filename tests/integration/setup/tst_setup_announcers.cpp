// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtNetwork/QUdpSocket>
#include <QtTest/QTest>
#include <random>

#include "malformed_cases.h"
#include "setup/network_addresses.h"
#include "setup_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Whoever announces itself in an outlet's place can neither hang nor crash the set-up.
class TestSetupAnnouncers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCaseOfTheVectorsIsHere();
    void udp_announce_wrong_length();
    void udp_announce_flood();
    void foreignFloodKeepsNobodyOut();
    void farAway_data();
    void farAway();
    void randomAnnounces();
    void endlessAnnouncers();
};

void TestSetupAnnouncers::everyCaseOfTheVectorsIsHere()
{
    const QStringList names = malformedNames("udp18266");
    QCOMPARE(names.size(), 2);
    for (const QString &name : names)
        QVERIFY2(staticMetaObject.indexOfSlot(qPrintable(name + u"()"_s)) >= 0, qPrintable(name));
}

void TestSetupAnnouncers::udp_announce_wrong_length()
{
    const QJsonObject input =
        malformedCase("udp_announce_wrong_length").value(QStringLiteral("input")).toObject();
    ManualClock clock;
    AnnounceListener listener(clock);
    QVERIFY(listener.start(QHostAddress(QHostAddress::LocalHost), 0, 0x1b));
    QList<AnnouncedOutlet> heard;
    connect(&listener, &AnnounceListener::announced, this,
            [&heard](const AnnouncedOutlet &outlet) { heard.append(outlet); });
    QUdpSocket sender;
    const QHostAddress here(QHostAddress::LocalHost);
    sender.writeDatagram(
        QByteArray::fromHex(input.value(QStringLiteral("hex")).toString().toLatin1()), here,
        listener.port());
    const QByteArray whole = protocol::encodeAnnounce({0x1b, {1, 2, 3, 4, 5, 6}, 0xc0a80463});
    sender.writeDatagram(whole + '\0', here, listener.port());
    sender.writeDatagram(QByteArray(), here, listener.port());
    sender.writeDatagram(whole, here, listener.port());
    QTRY_COMPARE(heard.size(), 1);
    QVERIFY(heard.first().isOurs);
    // Where it came from counts, not what it says (announce_ip_differs_from_source).
    QCOMPARE(heard.first().address, here);
    QCOMPARE(heard.first().addressInPayload.toString(), QStringLiteral("192.168.4.99"));
    QCOMPARE(listener.ignoredCount(), quint64(3));
}

/// The same MAC every 100 ms: at most one is told in 3 s, so at most one attempt follows.
void TestSetupAnnouncers::udp_announce_flood()
{
    (void)malformedCase("udp_announce_flood");
    ManualClock clock;
    AnnounceListener listener(clock);
    QVERIFY(listener.start(QHostAddress(QHostAddress::LocalHost), 0, 0x1b));
    int told = 0;
    connect(&listener, &AnnounceListener::announced, this, [&told] { ++told; });
    QUdpSocket sender;
    const QByteArray whole = protocol::encodeAnnounce({0x1b, {1, 2, 3, 4, 5, 6}, 0x7f000001});
    for (int i = 0; i < 90; ++i) { // 9 s
        sender.writeDatagram(whole, QHostAddress(QHostAddress::LocalHost), listener.port());
        for (int turn = 0; turn < 5; ++turn)
            QCoreApplication::processEvents();
        clock.advance(100ms);
    }
    QCOMPARE(told, 3);
}

/// As many strangers as are remembered, and then the outlet.
void TestSetupAnnouncers::foreignFloodKeepsNobodyOut()
{
    ManualClock clock;
    AnnounceListener listener(clock);
    QVERIFY(listener.start(QHostAddress(QHostAddress::LocalHost), 0, 0x1b));
    int strangers = 0;
    bool isHeard = false;
    connect(&listener, &AnnounceListener::announced, this, [&](const AnnouncedOutlet &outlet) {
        if (outlet.isOurs)
            isHeard = true;
        else
            ++strangers;
    });
    QUdpSocket sender;
    const auto announce = [&](quint8 length, quint16 number) {
        sender.writeDatagram(
            protocol::encodeAnnounce(
                {length, {quint8(number >> 8), quint8(number), 3, 4, 5, 6}, 0x7f000001}),
            QHostAddress(QHostAddress::LocalHost), listener.port());
        QCoreApplication::processEvents();
    };
    const auto most = static_cast<int>(AnnounceListener::kMaxRemembered);
    for (int i = 0; i < most + 50; ++i)
        announce(0x1a, static_cast<quint16>(i));
    QTRY_COMPARE(strangers, most);
    announce(0x1b, 7);
    QTRY_VERIFY(isHeard);
}

void TestSetupAnnouncers::farAway_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isNear");
    QTest::newRow("this computer") << u"127.0.0.1"_s << true;
    QTest::newRow("home") << u"192.168.4.1"_s << true;
    QTest::newRow("home, 10") << u"10.200.0.9"_s << true;
    QTest::newRow("home, 172") << u"172.31.255.1"_s << true;
    QTest::newRow("link-local") << u"169.254.7.7"_s << true;
    QTest::newRow("a public network of ours") << u"203.0.113.77"_s << true;
    QTest::newRow("beside it") << u"203.0.114.77"_s << false;
    QTest::newRow("the internet") << u"8.8.8.8"_s << false;
    QTest::newRow("172.32") << u"172.32.0.1"_s << false;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

/// The password goes to whoever repeats its length: nobody from outside is believed.
void TestSetupAnnouncers::farAway()
{
    QFETCH(QString, address);
    QFETCH(bool, isNear);
    const QList<InterfaceAddress> own{
        {u"wlan0"_s, QHostAddress(u"192.168.1.24"_s), true, false, 24},
        {u"eth0"_s, QHostAddress(u"203.0.113.5"_s), true, false, 24},
        {u"tun0"_s, QHostAddress(u"198.51.100.1"_s), true, true, -1}};
    QCOMPARE(isNearby(QHostAddress(address), own), isNear);
}

void TestSetupAnnouncers::randomAnnounces()
{
    SimulatedSetupSpec spec;
    spec.fault = SetupFault::Deaf;
    SetupFixture fixture(spec);
    SetupRequest request = fixture.request();
    request.limit = 4s;
    const quint16 port = request.announcePort;
    fixture.setup.start(std::move(request));
    std::mt19937 random(7);
    QUdpSocket sender;
    for (int i = 0; i < 3000; ++i) {
        QByteArray datagram(static_cast<qsizetype>(random() % 30), '\0');
        for (char &byte : datagram)
            byte = static_cast<char>(random());
        if (datagram.size() == 11 && static_cast<quint8>(datagram[0]) == 33)
            datagram[0] = 32; // not by luck the very length that was sent
        sender.writeDatagram(datagram, QHostAddress(QHostAddress::LocalHost), port);
        fixture.run([] { return false; }, 1ms);
    }
    QVERIFY(fixture.run([&] { return !fixture.setup.isRunning(); }));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::NoAnnounce));
    QVERIFY(!fixture.foreign.isEmpty()); // shown
}

/// Hundreds of liars that repeat the right length: at most kMaxCandidates are tried, none for ever.
void TestSetupAnnouncers::endlessAnnouncers()
{
    SimulatedSetupSpec spec;
    spec.fault = SetupFault::Deaf;
    SetupFixture fixture(spec);
    SetupRequest request = fixture.request();
    const quint16 port = request.announcePort;
    const QByteArray length(1, char(9 + 11 + 13));
    fixture.setup.start(std::move(request));
    fixture.run([] { return false; }, 100ms);
    for (int i = 0; i < 400; ++i) {
        QUdpSocket liar;
        QVERIFY(liar.bind(QHostAddress(quint32(0x7f000100 + i % 250))));
        const auto n = static_cast<quint8>(i);
        liar.writeDatagram(
            protocol::encodeAnnounce({quint8(length[0]), {n, quint8(i >> 8), 3, 4, 5, 6}, 1}),
            QHostAddress(QHostAddress::LocalHost), port);
        fixture.run([] { return false; }, 10ms);
    }
    QVERIFY(fixture.run([&] { return !fixture.setup.isRunning(); }));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::ConnectionRefused));
    QVERIFY(fixture.setup.elapsed() < 2min);
}

QTEST_GUILESS_MAIN(TestSetupAnnouncers)
#include "tst_setup_announcers.moc"
