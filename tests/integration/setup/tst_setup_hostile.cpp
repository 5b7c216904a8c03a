// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QPointer>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>
#include <random>

#include "malformed_cases.h"
#include "protocol/framing.h"
#include "setup_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A peer on the port of an outlet that does what it likes.
class HostilePeer
{
public:
    using Act = std::function<void(QTcpSocket *socket)>;

    explicit HostilePeer(Act act, const QHostAddress &at = QHostAddress(QHostAddress::LocalHost),
                         quint16 port = 0)
    {
        if (!m_server.listen(at, port))
            qFatal("no port");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                         [this, act = std::move(act)] {
                             while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                                 ++connections;
                                 QObject::connect(socket, &QTcpSocket::disconnected, socket,
                                                  &QObject::deleteLater);
                                 act(socket);
                             }
                         });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    int connections = 0;

private:
    QTcpServer m_server;
};

} // namespace

/// Whoever answers in an outlet's place can neither hang nor crash the set-up.
class TestSetupHostile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCaseOfTheVectorsIsHere();
    void tcp_setup_reply_never_ends();
    void peers_data();
    void peers();
    void firstOfTwoEndsBadly_data();
    void firstOfTwoEndsBadly();
    void changesItsMind();
    void acceptsAndFloods();
    void randomReplies_data();
    void randomReplies();
    void lateAnswerAfterTheEnd();

private:
    static void announceTwo(SetupFixture &fixture, SetupRequest request);
};

void TestSetupHostile::everyCaseOfTheVectorsIsHere()
{
    const QStringList names = malformedNames("tcp41234");
    QCOMPARE(names.size(), 1);
    for (const QString &name : names)
        QVERIFY2(staticMetaObject.indexOfSlot(qPrintable(name + u"()"_s)) >= 0, qPrintable(name));
}

void TestSetupHostile::tcp_setup_reply_never_ends()
{
    (void)malformedCase("tcp_setup_reply_never_ends");
    SimulatedSetupSpec spec;
    spec.mode = SetupMode::AccessPoint;
    SetupFixture fixture(spec);
    HostilePeer peer([&fixture](QTcpSocket *socket) {
        auto *const timer = new QObject(socket);
        const auto more = std::make_shared<std::function<void()>>();
        *more = [&fixture, socket, guard = QPointer<QObject>(timer), more] {
            if (!guard)
                return;
            socket->write("{");
            fixture.server.clock.callAfter(1s, *more);
        };
        fixture.server.clock.callAfter(1s, *more);
        QObject::connect(timer, &QObject::destroyed, [more] { *more = {}; });
    });
    SetupRequest request = fixture.request();
    request.outletPort = peer.port();
    const auto started = fixture.server.clock.monotonic();
    ProvisioningClient client(fixture.server.clock);
    std::optional<ProvisioningClient::Problem> problem;
    connect(&client, &ProvisioningClient::ended, this,
            [&problem](ProvisioningClient::Problem ended) { problem = ended; });
    client.start(request.outletAddress, request.outletPort, SecretText("\x02{}"));
    QVERIFY(fixture.run([&problem] { return problem.has_value(); }, 1min));
    QCOMPARE(fixture.server.clock.monotonic() - started, ProvisioningClient::kLimit);
    QVERIFY(!client.isRunning());
}

void TestSetupHostile::peers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("repeats");
    QTest::addColumn<SetupCause>("cause");
    QTest::newRow("5 KiB at once") << QByteArray(5000, 'x') << false << SetupCause::UnreadableReply;
    QTest::newRow("100 MB of zeros")
        << QByteArray(1'000'000, '\0') << true << SetupCause::UnreadableReply;
    QTest::newRow("open brace") << QByteArray("{") << false << SetupCause::UnreadableReply;
    QTest::newRow("length alone") << QByteArray("\xff") << false << SetupCause::UnreadableReply;
    QTest::newRow("nothing ever") << QByteArray() << false << SetupCause::NoReply;
    QTest::newRow("deep nesting") << QByteArray(4000, '[') << false << SetupCause::UnreadableReply;
    QTest::newRow("object in 4 KiB")
        << "{\"a\":\"" + QByteArray(4200, 'a') << false << SetupCause::UnreadableReply;
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false
                          << SetupCause::UnreadableReply;
}

void TestSetupHostile::peers()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, repeats);
    QFETCH(SetupCause, cause);
    SimulatedSetupSpec spec;
    spec.mode = SetupMode::AccessPoint;
    SetupFixture fixture(spec);
    HostilePeer peer([answer, repeats](QTcpSocket *socket) {
        socket->write(answer);
        if (repeats)
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket,
                             [socket, answer] { socket->write(answer); });
    });
    SetupRequest request = fixture.request();
    request.outletPort = peer.port();
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(cause));
    QVERIFY(fixture.setup.elapsed() <= 2min);
    QVERIFY(peer.connections <= 3); // the attempt, the one in two segments, the look at the end
}

/// Starts, and has 127.0.0.5 and then 127.0.0.6 repeat the length of what is sent.
void TestSetupHostile::announceTwo(SetupFixture &fixture, SetupRequest request)
{
    const quint16 port = request.announcePort;
    fixture.setup.start(std::move(request));
    fixture.run([] { return false; }, 100ms);
    for (const quint8 host : {quint8(5), quint8(6)}) {
        QUdpSocket liar;
        QVERIFY(liar.bind(QHostAddress(quint32(0x7f000000 + host))));
        liar.writeDatagram(protocol::encodeAnnounce({9 + 11 + 13, {host, 2, 3, 4, 5, 6}, 1}),
                           QHostAddress(QHostAddress::LocalHost), port);
    }
}

void TestSetupHostile::firstOfTwoEndsBadly_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hangsUp");
    const QByteArray encrypted =
        protocol::encryptMessage(R"({"uri":"/beginConfigReply","err":"60","description":"x"})");
    QTest::newRow("half of an encrypted reply, then gone") << encrypted.first(32) << true;
    QTest::newRow("half of an encrypted reply, and no more") << encrypted.first(32) << false;
    QTest::newRow("an encrypted reply, then gone") << encrypted << true;
    QTest::newRow("refuses, then gone")
        << QByteArray("\x25{\"uri\":\"/beginConfigReply\",\"err\":\"1\"}") << true;
    QTest::newRow("5 KiB, then gone") << QByteArray(5000, 'x') << true;
}

/// Whoever announced itself first and proves useless makes room for the next, whatever its end was.
void TestSetupHostile::firstOfTwoEndsBadly()
{
    if (!sendsFrom(QHostAddress(u"127.0.0.5"_s)))
        QSKIP(kSendsFromElsewhere);
    QFETCH(QByteArray, answer);
    QFETCH(bool, hangsUp);
    SimulatedSetupSpec spec;
    spec.fault = SetupFault::Deaf; // those that answer are the peers below
    SetupFixture fixture(spec);
    SetupRequest request = fixture.request();
    HostilePeer first(
        [&](QTcpSocket *socket) {
            socket->write(answer);
            if (hangsUp)
                socket->disconnectFromHost();
        },
        QHostAddress(u"127.0.0.5"_s));
    HostilePeer second(
        [](QTcpSocket *socket) {
            socket->write("\x25{\"uri\":\"/beginConfigReply\",\"err\":\"0\"}");
        },
        QHostAddress(u"127.0.0.6"_s), first.port());
    request.outletPort = first.port();
    QStringList differ; // both say that they are at 0.0.0.1
    connect(&fixture.setup, &SetupRun::addressesDiffer, this,
            [&differ](const AnnouncedOutlet &outlet) { differ += outlet.address.toString(); });
    announceTwo(fixture, std::move(request));
    QVERIFY(fixture.run([&] { return fixture.stages.contains(u"configured"_s); }));
    QCOMPARE(differ, QStringList({u"127.0.0.5"_s, u"127.0.0.6"_s}));
    QCOMPARE(second.connections, 1);
    QVERIFY(first.connections >= 1);
    fixture.setup.cancel();
    QCOMPARE(fixture.failures, 0);
}

/// One that takes the message and then refuses it: nobody else is told a password that is wiped.
void TestSetupHostile::changesItsMind()
{
    if (!sendsFrom(QHostAddress(u"127.0.0.5"_s)))
        QSKIP(kSendsFromElsewhere);
    SimulatedSetupSpec spec;
    spec.fault = SetupFault::Deaf;
    SetupFixture fixture(spec);
    SetupRequest request = fixture.request();
    HostilePeer first(
        [](QTcpSocket *socket) {
            socket->write("\x25{\"uri\":\"/beginConfigReply\",\"err\":\"0\"}"
                          "\x25{\"uri\":\"/beginConfigReply\",\"err\":\"7\"}");
        },
        QHostAddress(u"127.0.0.5"_s));
    HostilePeer second([](QTcpSocket *) {}, QHostAddress(u"127.0.0.6"_s), first.port());
    request.outletPort = first.port();
    announceTwo(fixture, std::move(request));
    QVERIFY(fixture.run([&] { return !fixture.setup.isRunning(); }));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::Refused));
    QCOMPARE(fixture.setup.failure()->detail, u"7"_s);
    QCOMPARE(second.connections, 0);
}

/// It took the message: what it says without end after that changes nothing about it.
void TestSetupHostile::acceptsAndFloods()
{
    SimulatedSetupSpec spec;
    spec.mode = SetupMode::AccessPoint;
    SetupFixture fixture(spec);
    HostilePeer peer([](QTcpSocket *socket) {
        socket->write("\x25{\"uri\":\"/beginConfigReply\",\"err\":\"0\"}");
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket,
                         [socket] { socket->write(QByteArray(100'000, 'x')); });
    });
    SetupRequest request = fixture.request();
    request.outletPort = peer.port();
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QVERIFY(fixture.stages.contains(u"configured"_s));
    QCOMPARE(setupCauseName(fixture.cause()), setupCauseName(SetupCause::PasswordRefused));
}

void TestSetupHostile::randomReplies_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSetupHostile::randomReplies()
{
    QFETCH(unsigned, seed);
    SimulatedSetupSpec spec;
    spec.mode = SetupMode::AccessPoint;
    SetupFixture fixture(spec);
    auto random = std::make_shared<std::mt19937>(seed);
    HostilePeer peer([random](QTcpSocket *socket) {
        for (int i = 0; i < 5; ++i) {
            QByteArray bytes(static_cast<qsizetype>((*random)() % 200), '\0');
            for (char &byte : bytes)
                byte = static_cast<char>((*random)());
            socket->write(bytes);
        }
        if ((*random)() % 2)
            socket->disconnectFromHost();
    });
    SetupRequest request = fixture.request();
    request.outletPort = peer.port();
    QVERIFY(fixture.runToTheEnd(std::move(request)));
    QCOMPARE(fixture.setup.state(), SetupRun::State::Failed);
    QVERIFY(fixture.setup.elapsed() <= 2min);
}

/// What arrives after cancelling finds nobody.
void TestSetupHostile::lateAnswerAfterTheEnd()
{
    SimulatedSetupSpec spec;
    spec.mode = SetupMode::AccessPoint;
    SetupFixture fixture(spec);
    fixture.setup.start(fixture.request());
    QVERIFY(fixture.run([&] { return fixture.stages.contains(QStringLiteral("sent")); }));
    fixture.setup.cancel();
    fixture.run([] { return false; }, 5s);
    QCOMPARE(fixture.setup.state(), SetupRun::State::Cancelled);
    QCOMPARE(fixture.stages, QStringList{QStringLiteral("sent")});
}

QTEST_GUILESS_MAIN(TestSetupHostile)
#include "tst_setup_hostile.moc"
