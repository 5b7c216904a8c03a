// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

#include "control/control_path.h"
#include "control/control_session.h"
#include "control_fixture.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

QStringList eventNames(const QList<QJsonObject> &events)
{
    QStringList names;
    for (const QJsonObject &event : events)
        names.append(event.value(QStringLiteral("event")).toString());
    return names;
}

/// Everything that a raw socket receives until it is closed by the other side.
QByteArray readAllUntilClosed(QLocalSocket &socket)
{
    QByteArray all;
    const bool closed = QTest::qWaitFor(
        [&] {
            all += socket.readAll();
            return socket.state() == QLocalSocket::UnconnectedState;
        },
        5000);
    return closed ? all + socket.readAll() : QByteArray();
}

} // namespace

/// The socket itself: who may open it, what it stands, and the events of those who watch.
class TestControlChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyThisUserCanOpenIt();
    void longFolderGetsAnotherName();
    void staleSocketIsReplaced();
    void liveSocketIsKept();
    void nothingRunning();
    void watchTellsWhatHappens();
    void slowWatcherLosesEvents();
    void rubbishIsAnsweredAndSurvived();
    void overlongLineEndsTheClient();
    void tooManyClients();
    void clientsGoInTheMiddle();
    void serverGoes();
};

void TestControlChannel::onlyThisUserCanOpenIt()
{
#ifdef Q_OS_WIN
    QSKIP("A named pipe has no file permissions");
#endif
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    const QFileInfo socket(f.server.socketName());
    QCOMPARE(socket.absolutePath(), QFileInfo(f.dir.path()).absoluteFilePath());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(socket.exists());
    QCOMPARE(socket.permissions() & others, QFile::Permissions());
}

void TestControlChannel::longFolderGetsAnotherName()
{
#ifdef Q_OS_WIN
    QSKIP("Names of pipes are hashes on Windows");
#endif
    Fixture f;
    QTemporaryDir runtime;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    const auto restore = qScopeGuard([&] { qputenv("XDG_RUNTIME_DIR", before); });
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());

    const QString longDir = f.dir.filePath(QString(90, u'd'));
    QVERIFY(QDir().mkpath(longDir));
    QCOMPARE(f.server.listen(longDir), QString());
    QVERIFY2(f.server.socketName().startsWith(runtime.path()), qPrintable(f.server.socketName()));
    Client c;
    QVERIFY(c.client.open(longDir));
    QVERIFY(c.ask(QStringLiteral("hello"))->ok());
    f.server.close();

    // Without a runtime folder: one of our own, closed to others.
    qunsetenv("XDG_RUNTIME_DIR");
    QCOMPARE(f.server.listen(longDir), QString());
    const QFileInfo folder(QFileInfo(f.server.socketName()).absolutePath());
    QCOMPARE(folder.permissions() &
                 (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
    Client d;
    QVERIFY(d.client.open(longDir));

    // A folder that others can write in is not trusted: neither to listen nor to connect.
    f.server.close();
    QTemporaryDir open;
    QVERIFY(QFile::setPermissions(open.path(), QFile::Permissions(0x7777)));
    qputenv("XDG_RUNTIME_DIR", open.path().toLocal8Bit());
    QCOMPARE(f.server.listen(longDir), QString());
    QVERIFY(!f.server.socketName().startsWith(open.path()));
}

void TestControlChannel::staleSocketIsReplaced()
{
#ifdef Q_OS_WIN
    QSKIP("A named pipe ends with its process");
#endif
    Fixture f;
    // A file at the place of the socket that nobody answers at.
    const QString name = controlSocketNames(f.dir.path()).first();
    QFile file(name);
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    QCOMPARE(f.server.socketName(), name);
    Client c;
    QVERIFY(c.client.open(f.dir.path()));
}

void TestControlChannel::liveSocketIsKept()
{
    Fixture f;
    QLocalServer other;
    const QString name = controlSocketNames(f.dir.path()).first();
    QVERIFY(other.listen(name));
    QSignalSpy connected(&other, &QLocalServer::newConnection);
    (void)f.server.listen(f.dir.path());
    QVERIFY(f.server.socketName() != name);
    QTRY_COMPARE(connected.count(), 1);
    QLocalSocket again;
    again.connectToServer(name);
    QVERIFY(again.waitForConnected(1000));
}

void TestControlChannel::nothingRunning()
{
    QTemporaryDir dir;
    Client c;
    QVERIFY(!c.client.open(dir.path()));
    QVERIFY(!c.client.open(dir.filePath(QStringLiteral("missing"))));
}

void TestControlChannel::watchTellsWhatHappens()
{
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    Client c;
    Client idle;
    QVERIFY(c.client.open(f.dir.path()));
    QVERIFY(idle.client.open(f.dir.path()));
    QVERIFY(c.ask(QStringLiteral("watch"))->ok());

    Outlet *outlet = f.add(QStringLiteral("aaaa-1111"));
    f.registry.allow(outlet);
    FakePort port(*outlet);
    outlet->attachPort(&port);
    outlet->setLinkState(LinkState::Online);
    outlet->setRelay(true);
    outlet->applyRelay(true, RelayCause::Command);
    outlet->commandConfirmed();
    f.clock.advance(1500ms);
    outlet->applyReading(Reading{f.clock.utcMs(), 12.5, std::nullopt, 120.0});
    outlet->applyReport(804, 183);
    outlet->setRelay(false);
    outlet->commandFailed();
    outlet->applyRelay(false, RelayCause::Button);
    f.registry.forget(outlet);

    const QStringList expected{
        QStringLiteral("hello"),   QStringLiteral("outletAdded"), QStringLiteral("decision"),
        QStringLiteral("changed"), QStringLiteral("link"),        QStringLiteral("pending"),
        QStringLiteral("relay"),   QStringLiteral("pending"),     QStringLiteral("reading"),
        QStringLiteral("report"),  QStringLiteral("pending"),     QStringLiteral("pending"),
        QStringLiteral("failed"),  QStringLiteral("reading"),     QStringLiteral("relay"),
        QStringLiteral("removed")};
    QTRY_COMPARE(eventNames(c.events), expected);
    for (const QJsonObject &event : std::as_const(c.events).mid(1)) {
        QCOMPARE(event.value(QStringLiteral("id")).toString(), QStringLiteral("aaaa-1111"));
        QVERIFY(event.value(QStringLiteral("time")).isString());
    }
    const QJsonObject report{{QStringLiteral("event"), QStringLiteral("report")},
                             {QStringLiteral("time"), QStringLiteral("2025-11-18T12:00:01.500Z")},
                             {QStringLiteral("id"), QStringLiteral("aaaa-1111")},
                             {QStringLiteral("name"), QStringLiteral("Outlet 1111")},
                             {QStringLiteral("joules"), 804},
                             {QStringLiteral("seconds"), 183}};
    QCOMPARE(c.events.at(9), report);
    QCOMPARE(c.events.at(5).value(QStringLiteral("pending")), QJsonValue(true));
    QVERIFY(c.events.at(7).value(QStringLiteral("pending")).isNull());
    QCOMPARE(c.events.at(12).value(QStringLiteral("wanted")), QJsonValue(false));
    QVERIFY(c.events.at(13).value(QStringLiteral("powerWatts")).isNull());
    QCOMPARE(c.events.at(14).value(QStringLiteral("cause")), QJsonValue(QStringLiteral("button")));
    QVERIFY(idle.ask(QStringLiteral("hello"))->ok());
    QVERIFY(idle.events.isEmpty());
}

void TestControlChannel::slowWatcherLosesEvents()
{
    Fixture f;
    Outlet *outlet = f.add(QStringLiteral("aaaa-1111"), QStringLiteral("Freezer"));
    outlet->setLinkState(LinkState::Online);
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    QLocalSocket slow;
    slow.setReadBufferSize(1024);
    slow.connectToServer(f.server.socketName());
    QVERIFY(slow.waitForConnected(1000));
    slow.write("{\"id\":1,\"do\":\"watch\"}\n");
    QTRY_VERIFY(slow.bytesAvailable() > 0);

    constexpr int kEvents = 20'000; // more bytes than the queue and the system's buffers hold
    for (int i = 0; i < kEvents; ++i)
        outlet->applyReading(Reading{i, 1.0 * i, std::nullopt, std::nullopt});
    slow.setReadBufferSize(0);
    QByteArray all;
    qint64 lost = 0;
    qint64 readings = 0;
    LineBuffer lines(control::kMaxAnswerBytes);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            lines.append(slow.readAll());
            while (const auto line = lines.takeLine()) {
                const QJsonObject event = QJsonDocument::fromJson(*line).object();
                if (event.value(QStringLiteral("event")) == QStringLiteral("lost"))
                    lost += event.value(QStringLiteral("count")).toInteger();
                else if (event.value(QStringLiteral("event")) == QStringLiteral("reading"))
                    ++readings;
            }
            return lost > 0;
        }(),
        20'000);
    QCOMPARE(lost + readings, kEvents); // each was told or counted
    QVERIFY(readings > 1000);
}

void TestControlChannel::rubbishIsAnsweredAndSurvived()
{
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    QLocalSocket raw;
    raw.connectToServer(f.server.socketName());
    QVERIFY(raw.waitForConnected(1000));
    const char rubbish[] = "\x00\xff\xfe\n[[[[\n\n{\"id\":null}\n"; // with a zero byte
    raw.write(rubbish, sizeof rubbish - 1);
    raw.write("{\"id\":5,\"do\":\"hel");
    raw.flush();
    QTRY_COMPARE(raw.bytesAvailable() > 0, true);
    raw.write("lo\"}\r\n");
    QByteArray all;
    QTRY_VERIFY((all += raw.readAll()).contains("\"id\":5"));
    QCOMPARE(all.count("badRequest"), 3);
    QCOMPARE(all.count("\"ok\":true"), 1);
}

void TestControlChannel::overlongLineEndsTheClient()
{
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    Client other;
    QVERIFY(other.client.open(f.dir.path()));
    QLocalSocket raw;
    raw.connectToServer(f.server.socketName());
    QVERIFY(raw.waitForConnected(1000));
    raw.write(QByteArray(control::kMaxRequestBytes + 1, 'x'));
    const QByteArray all = readAllUntilClosed(raw);
    QVERIFY(all.contains("badRequest"));
    QCOMPARE(raw.state(), QLocalSocket::UnconnectedState);
    QVERIFY(other.ask(QStringLiteral("hello"))->ok());
    QTRY_COMPARE(f.server.clientCount(), 1);
}

void TestControlChannel::tooManyClients()
{
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < ControlServer::kMaxClients; ++i) {
        clients.push_back(std::make_unique<Client>());
        QVERIFY(clients.back()->client.open(f.dir.path()));
        QVERIFY(clients.back()->ask(QStringLiteral("hello")));
    }
    Client oneMore;
    QVERIFY(oneMore.client.open(f.dir.path()));
    QTRY_VERIFY(oneMore.isClosed);
    QVERIFY(clients.front()->ask(QStringLiteral("hello"))->ok());
    clients.pop_back();
    QTRY_COMPARE(f.server.clientCount(), ControlServer::kMaxClients - 1);
    Client now;
    QVERIFY(now.client.open(f.dir.path()));
    QVERIFY(now.ask(QStringLiteral("hello"))->ok());
}

void TestControlChannel::clientsGoInTheMiddle()
{
    Fixture f;
    Outlet *outlet = f.add(QStringLiteral("aaaa-1111"), QStringLiteral("Freezer"));
    FakePort port(*outlet);
    outlet->attachPort(&port);
    outlet->setLinkState(LinkState::Online);
    f.host.saveAtOnce = false;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    {
        Client c;
        QVERIFY(c.client.open(f.dir.path()));
        c.client.send(QStringLiteral("watch"));
        c.client.send(QStringLiteral("setRelay"),
                      {{QStringLiteral("outlet"), outlet->id()}, {QStringLiteral("on"), true}});
        c.client.send(QStringLiteral("ignore"), {{QStringLiteral("outlet"), outlet->id()}});
        QTRY_COMPARE(f.host.waiting.size(), size_t(1));
    }
    QTRY_COMPARE(f.server.clientCount(), 0);
    f.host.waiting.front()({}); // answers to nobody
    outlet->commandConfirmed();
    f.clock.advance(60s);
    Client next;
    QVERIFY(next.client.open(f.dir.path()));
    QVERIFY(next.ask(QStringLiteral("hello"))->ok());
}

void TestControlChannel::serverGoes()
{
    Fixture f;
    QCOMPARE(f.server.listen(f.dir.path()), QString());
    Client c;
    QVERIFY(c.client.open(f.dir.path()));
    QVERIFY(c.ask(QStringLiteral("watch")));
    const QString name = f.server.socketName();
    f.server.close();
    QTRY_VERIFY(c.isClosed);
    QVERIFY(!QFileInfo::exists(name));
    QVERIFY(f.server.socketName().isEmpty());
}

QTEST_GUILESS_MAIN(TestControlChannel)
#include "tst_control_channel.moc"
