// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include "control_fixture.h"

using namespace outlet;
using namespace outlet::test;
using control::ErrorCode;
using namespace std::chrono_literals;

namespace {

QJsonObject forOutlet(const QString &outlet, QJsonObject more = {})
{
    more.insert(QStringLiteral("outlet"), outlet);
    return more;
}

QJsonObject switchOn(const QString &outlet, int waitMs = 12000)
{
    return forOutlet(outlet, {{QStringLiteral("on"), true}, {QStringLiteral("waitMs"), waitMs}});
}

const QString kSet = QStringLiteral("setRelay");

} // namespace

/// Every verb over a real local socket, from ControlClient to ControlServer.
class TestControlRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hello();
    void listHasEveryField();
    void unknownIsNull();
    void status();
    void switchingIsConfirmed();
    void switchingFails();
    void switchingTimesOut();
    void newerWishTakesThePlace();
    void removedWhileWaiting();
    void toggle();
    void switchingRefused();
    void badArguments_data();
    void badArguments();
    void allowWithChoices();
    void allowIsAnsweredWhenSaved();
    void notSavedIsAnError();
    void ignoreRenameForget();
    void raiseAndQuit();

private:
    std::unique_ptr<Fixture> f;
    std::unique_ptr<Client> c;
    Outlet *freezer = nullptr;
    std::unique_ptr<FakePort> port;
};

void TestControlRequests::init()
{
    f = std::make_unique<Fixture>();
    c = std::make_unique<Client>();
    freezer = f->add(QStringLiteral("aaaa-1111"), QStringLiteral("Freezer"));
    port = std::make_unique<FakePort>(*freezer);
    freezer->attachPort(port.get());
    freezer->setLinkState(LinkState::Online);
    QCOMPARE(f->server.listen(f->dir.path()), QString());
    QVERIFY(c->client.open(f->dir.path()));
}

void TestControlRequests::cleanup()
{
    c.reset();
    f.reset();
    port.reset();
}

void TestControlRequests::hello()
{
    const auto outcome = c->ask(QStringLiteral("hello"));
    QVERIFY(outcome && outcome->ok());
    const QJsonObject hello = outcome->value().toObject();
    QCOMPARE(hello.value(QStringLiteral("program")).toString(), QStringLiteral("outletd"));
    QCOMPARE(hello.value(QStringLiteral("pid")).toInteger(), QCoreApplication::applicationPid());
    QVERIFY(!hello.value(QStringLiteral("version")).toString().isEmpty());
}

void TestControlRequests::listHasEveryField()
{
    OutletRecord record = freezer->record();
    record.room = QStringLiteral("Kitchen");
    QVERIFY(chooseModel(record, u"ESW01-USA"));
    f->registry.update(freezer, record);
    freezer->heard(QStringLiteral("192.168.1.7"), true);
    freezer->setFirmware(QStringLiteral("1.89"));
    freezer->setSignalDbm(-39);
    freezer->applyRelay(true, RelayCause::Reported);
    freezer->applyReading(Reading{f->clock.utcMs(), 85.5, 80.0, 121.25});
    freezer->applyReport(804, 183);
    freezer->commandPending(false);

    const auto outcome = c->ask(QStringLiteral("list"));
    QVERIFY(outcome && outcome->ok());
    const QJsonArray outlets = outcome->value().toArray();
    QCOMPARE(outlets.size(), 1);
    const QJsonObject expected{
        {QStringLiteral("id"), QStringLiteral("aaaa-1111")},
        {QStringLiteral("name"), QStringLiteral("Freezer")},
        {QStringLiteral("room"), QStringLiteral("Kitchen")},
        {QStringLiteral("decision"), QStringLiteral("known")},
        {QStringLiteral("link"), QStringLiteral("online")},
        {QStringLiteral("relay"), true},
        {QStringLiteral("pending"), false},
        {QStringLiteral("powerWatts"), 85.5},
        {QStringLiteral("voltageVolts"), 121.25},
        {QStringLiteral("energyTodayJoules"), 804},
        {QStringLiteral("firmware"), QStringLiteral("1.89")},
        {QStringLiteral("model"), QStringLiteral("ESW01-USA")},
        {QStringLiteral("signalDbm"), -39},
        {QStringLiteral("encrypted"), true},
        {QStringLiteral("address"), QStringLiteral("192.168.1.7")},
        {QStringLiteral("lastSeen"), QStringLiteral("2025-11-18T12:00:00.000Z")},
    };
    QCOMPARE(outlets.first().toObject(), expected);
}

void TestControlRequests::unknownIsNull()
{
    f->add(QStringLiteral("bbbb-2222"));
    const auto outcome = c->ask(QStringLiteral("list"));
    QVERIFY(outcome && outcome->ok());
    const QJsonObject fresh = outcome->value().toArray().last().toObject();
    QCOMPARE(fresh.value(QStringLiteral("decision")).toString(), QStringLiteral("new"));
    QCOMPARE(fresh.value(QStringLiteral("link")).toString(), QStringLiteral("offline"));
    for (const char *key : {"room", "relay", "pending", "powerWatts", "voltageVolts", "firmware",
                            "model", "signalDbm", "encrypted", "address"})
        QVERIFY2(fresh.value(QLatin1StringView(key)).isNull(), key);
    QCOMPARE(fresh.value(QStringLiteral("energyTodayJoules")).toInteger(-1), 0);
}

void TestControlRequests::status()
{
    f->add(QStringLiteral("bbbb-2222"));
    const auto outcome = c->ask(QStringLiteral("status"));
    QVERIFY(outcome && outcome->ok());
    const QJsonObject status = outcome->value().toObject();
    QCOMPARE(status.value(QStringLiteral("port")).toInt(), 17273);
    QCOMPARE(status.value(QStringLiteral("program")).toString(), QStringLiteral("outletd"));
    const QJsonObject counts{{QStringLiteral("known"), 1},
                             {QStringLiteral("new"), 1},
                             {QStringLiteral("ignored"), 0},
                             {QStringLiteral("online"), 1}};
    QCOMPARE(status.value(QStringLiteral("outlets")).toObject(), counts);
}

void TestControlRequests::switchingIsConfirmed()
{
    const qint64 id = c->client.send(kSet, switchOn(QStringLiteral("freezer")));
    QTRY_COMPARE(port->wishes, QList<bool>{true});
    QVERIFY(c->ask(QStringLiteral("hello"))); // the answer waits for the outlet
    QCOMPARE(c->answers.size(), 1);
    freezer->commandConfirmed();
    freezer->applyRelay(true, RelayCause::Command); // in the other order, too, it is shown as on
    QTRY_COMPARE(c->answers.size(), 2);
    QCOMPARE(c->answers.last().id, id);
    QVERIFY(c->answers.last().outcome.ok());
    const QJsonObject shown = c->answers.last().outcome.value().toObject();
    QCOMPARE(shown.value(QStringLiteral("relay")), QJsonValue(true));
    QVERIFY(shown.value(QStringLiteral("pending")).isNull());
}

void TestControlRequests::switchingFails()
{
    c->client.send(kSet, switchOn(QStringLiteral("aaaa")));
    QTRY_COMPARE(port->wishes.size(), 1);
    freezer->commandFailed();
    QTRY_COMPARE(c->answers.size(), 1);
    QCOMPARE(c->answers.first().outcome.error().code, ErrorCode::NotConfirmed);
}

void TestControlRequests::switchingTimesOut()
{
    c->client.send(kSet, switchOn(QStringLiteral("aaaa"), 5000));
    QTRY_COMPARE(port->wishes.size(), 1);
    f->clock.advance(4999ms);
    QVERIFY(c->ask(QStringLiteral("hello")));
    QCOMPARE(c->answers.size(), 1);
    f->clock.advance(1ms);
    QTRY_COMPARE(c->answers.size(), 2);
    QCOMPARE(c->answers.last().outcome.error().code, ErrorCode::NotConfirmed);
    freezer->commandConfirmed(); // too late: not a second answer
    QVERIFY(c->ask(QStringLiteral("hello")));
    QCOMPARE(c->answers.size(), 3);
}

void TestControlRequests::newerWishTakesThePlace()
{
    const qint64 first = c->client.send(kSet, switchOn(QStringLiteral("aaaa")));
    const qint64 second =
        c->client.send(kSet, forOutlet(QStringLiteral("aaaa"), {{QStringLiteral("on"), false}}));
    QTRY_COMPARE(c->answers.size(), 1);
    QCOMPARE(c->answers.first().id, first);
    QCOMPARE(c->answers.first().outcome.error().code, ErrorCode::NotConfirmed);
    freezer->commandConfirmed();
    QTRY_COMPARE(c->answers.size(), 2);
    QCOMPARE(c->answers.last().id, second);
    QVERIFY(c->answers.last().outcome.ok());
}

void TestControlRequests::removedWhileWaiting()
{
    c->client.send(kSet, switchOn(QStringLiteral("aaaa")));
    QTRY_COMPARE(port->wishes.size(), 1);
    freezer->commandConfirmed(); // its queued answer must not reach for the removed outlet
    f->registry.forget(freezer);
    QTRY_COMPARE(c->answers.size(), 1);
    QCOMPARE(c->answers.first().outcome.error().code, ErrorCode::NoSuchOutlet);
}

void TestControlRequests::toggle()
{
    const QJsonObject toggle =
        forOutlet(QStringLiteral("Freezer"), {{QStringLiteral("toggle"), true}});
    QCOMPARE(c->errorOf(kSet, toggle), std::optional(ErrorCode::RelayUnknown));
    freezer->applyRelay(true, RelayCause::Reported);
    c->client.send(kSet, toggle);
    QTRY_COMPARE(port->wishes, (QList<bool>{false}));
    c->client.send(kSet, toggle); // turns the wish round, not what the outlet last said
    QTRY_COMPARE(port->wishes, (QList<bool>{false, true}));
}

void TestControlRequests::switchingRefused()
{
    Outlet *fresh = f->add(QStringLiteral("bbbb-2222"));
    FakePort freshPort(*fresh);
    fresh->attachPort(&freshPort);
    fresh->setLinkState(LinkState::Online);
    const auto outcome = c->ask(kSet, switchOn(QStringLiteral("bbbb")));
    QVERIFY(outcome && !outcome->ok());
    QCOMPARE(outcome->error().code, ErrorCode::NotAllowed);
    QVERIFY(outcome->error().text.contains(QStringLiteral("outletctl allow bbbb-2222")));
    QVERIFY(freshPort.wishes.isEmpty());

    freezer->setLinkState(LinkState::Offline);
    QCOMPARE(c->errorOf(kSet, switchOn(QStringLiteral("Freezer"))),
             std::optional(ErrorCode::Offline));
    QVERIFY(port->wishes.isEmpty());

    f->add(QStringLiteral("aaaa-3333"), QStringLiteral("Lamp"));
    QCOMPARE(c->errorOf(kSet, switchOn(QStringLiteral("aaaa"))),
             std::optional(ErrorCode::AmbiguousOutlet));
    QCOMPARE(c->errorOf(kSet, switchOn(QStringLiteral("zzzz"))),
             std::optional(ErrorCode::NoSuchOutlet));
    fresh->attachPort(nullptr);
}

void TestControlRequests::badArguments_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QByteArray>("arguments");
    const auto row = [](const char *name, const char *verb, const char *arguments) {
        QTest::newRow(name) << QString::fromLatin1(verb) << QByteArray(arguments);
    };
    row("no such verb", "explode", "{}");
    row("no outlet", "forget", "{}");
    row("outlet is a number", "forget", R"({"outlet":1})");
    row("neither on nor toggle", "setRelay", R"({"outlet":"aaaa"})");
    row("on and toggle", "setRelay", R"({"outlet":"aaaa","on":true,"toggle":true})");
    row("on is a text", "setRelay", R"({"outlet":"aaaa","on":"yes"})");
    row("negative wait", "setRelay", R"({"outlet":"aaaa","on":true,"waitMs":-1})");
    row("endless wait", "setRelay", R"({"outlet":"aaaa","on":true,"waitMs":1e12})");
    row("rename to nothing", "rename", R"({"outlet":"aaaa","name":"  "})");
    row("rename without name", "rename", R"({"outlet":"aaaa"})");
    row("name is a list", "rename", R"({"outlet":"aaaa","name":["x"]})");
    row("name with a control character", "rename", R"({"outlet":"aaaa","name":"a\u001bb"})");
    row("name that turns text round", "rename", R"({"outlet":"aaaa","name":"a\u202eb"})");
    row("no such model", "allow", R"({"outlet":"aaaa","model":"toaster"})");
    row("icon that is a path", "allow", R"({"outlet":"aaaa","icon":"../lamp"})");
}

void TestControlRequests::badArguments()
{
    QFETCH(QString, verb);
    QFETCH(QByteArray, arguments);
    const OutletRecord before = freezer->record();
    QCOMPARE(c->errorOf(verb, QJsonDocument::fromJson(arguments).object()),
             std::optional(ErrorCode::BadRequest));
    QCOMPARE(f->registry.outlets().size(), 1);
    QVERIFY(freezer->record() == before);
    QVERIFY(port->wishes.isEmpty());
    // A name that is too long, which does not fit in a row above.
    const QJsonObject longName =
        forOutlet(QStringLiteral("aaaa"), {{QStringLiteral("name"), QString(65, u'x')}});
    QCOMPARE(c->errorOf(QStringLiteral("rename"), longName), std::optional(ErrorCode::BadRequest));
}

void TestControlRequests::allowWithChoices()
{
    Outlet *fresh = f->add(QStringLiteral("bbbb-2222"));
    const auto outcome =
        c->ask(QStringLiteral("allow"),
               forOutlet(QStringLiteral("bbbb"),
                         {{QStringLiteral("name"), QStringLiteral(" Desk  lamp ")},
                          {QStringLiteral("room"), QStringLiteral("Büro")},
                          {QStringLiteral("icon"), QStringLiteral("lamp")},
                          {QStringLiteral("model"), QStringLiteral("ESW01-USA")}}));
    QVERIFY(outcome && outcome->ok());
    QVERIFY(fresh->isKnown());
    QCOMPARE(fresh->record().name, QStringLiteral("Desk lamp"));
    QCOMPARE(fresh->record().room, QStringLiteral("Büro"));
    QCOMPARE(fresh->record().icon, QStringLiteral("lamp"));
    QCOMPARE(fresh->record().modelKey, QStringLiteral("ESW01-USA"));
    QVERIFY(fresh->record().rating.has_value());
}

void TestControlRequests::allowIsAnsweredWhenSaved()
{
    f->host.saveAtOnce = false;
    f->add(QStringLiteral("bbbb-2222"));
    c->client.send(QStringLiteral("allow"), forOutlet(QStringLiteral("bbbb")));
    QTRY_COMPARE(f->host.waiting.size(), size_t(1));
    QVERIFY(c->ask(QStringLiteral("hello")));
    QCOMPARE(c->answers.size(), 1);
    f->host.waiting.front()({});
    QTRY_COMPARE(c->answers.size(), 2);
    QVERIFY(c->answers.last().outcome.ok());
}

void TestControlRequests::notSavedIsAnError()
{
    f->host.saveAtOnce = false;
    Outlet *fresh = f->add(QStringLiteral("bbbb-2222"));
    c->client.send(QStringLiteral("allow"), forOutlet(QStringLiteral("bbbb")));
    QTRY_COMPARE(f->host.waiting.size(), size_t(1));
    f->host.waiting.front()(QStringLiteral("The disk is full."));
    QTRY_COMPARE(c->answers.size(), 1);
    const control::Error error = c->answers.first().outcome.error();
    QCOMPARE(error.code, ErrorCode::NotSaved);
    QVERIFY(error.text.contains(QStringLiteral("is allowed")));
    QVERIFY(error.text.contains(QStringLiteral("The disk is full.")));
    QVERIFY(fresh->isKnown());
}

void TestControlRequests::ignoreRenameForget()
{
    Outlet *fresh = f->add(QStringLiteral("bbbb-2222"));
    const QJsonObject rename =
        forOutlet(QStringLiteral("bbbb"), {{QStringLiteral("name"), QStringLiteral("Lamp")}});
    // The name of a new outlet would be gone after a restart.
    QCOMPARE(c->errorOf(QStringLiteral("rename"), rename), std::optional(ErrorCode::NotAllowed));
    QVERIFY(c->ask(QStringLiteral("ignore"), forOutlet(QStringLiteral("bbbb")))->ok());
    QCOMPARE(fresh->decision(), Decision::Ignored);
    QVERIFY(c->ask(QStringLiteral("rename"), rename)->ok());
    QCOMPARE(fresh->displayName(), QStringLiteral("Lamp"));
    QVERIFY(c->ask(QStringLiteral("forget"), forOutlet(QStringLiteral("Lamp")))->ok());
    QVERIFY(!f->registry.find(QStringLiteral("bbbb-2222")));
}

void TestControlRequests::raiseAndQuit()
{
    QCOMPARE(c->errorOf(QStringLiteral("raise"), {}), std::optional(ErrorCode::NoWindow));
    f->host.hasWindow = true;
    QVERIFY(c->ask(QStringLiteral("raise"))->ok());
    QCOMPARE(f->host.raised, 2);
    QVERIFY(f->host.lastWish == WindowWish::Show);
    const QJsonObject turnAllOff{{QStringLiteral("ask"), QStringLiteral("turnAllOff")}};
    QVERIFY(c->ask(QStringLiteral("raise"), turnAllOff)->ok());
    QVERIFY(f->host.lastWish == WindowWish::AskTurnAllOff);
    const auto import = [](const QJsonValue &file) {
        return QJsonObject{{QStringLiteral("ask"), QStringLiteral("import")},
                           {QStringLiteral("file"), file}};
    };
    const QString path = QDir::tempPath() + QStringLiteral("/energy.csv");
    QVERIFY(c->ask(QStringLiteral("raise"), import(path))->ok());
    QVERIFY(f->host.lastWish == WindowWish::importOf(path));
    for (const QJsonObject &nonsense :
         {QJsonObject{{QStringLiteral("ask"), QStringLiteral("sing")}},
          import(QStringLiteral("energy.csv")), import(QString()), import(7), import({})})
        QCOMPARE(c->errorOf(QStringLiteral("raise"), nonsense),
                 std::optional(ErrorCode::BadRequest));
    QCOMPARE(f->host.raised, 4);
    QCOMPARE(f->host.quits, 0);
    QVERIFY(c->ask(QStringLiteral("quit"))->ok());
    QCOMPARE(f->host.quits, 1);
}

QTEST_GUILESS_MAIN(TestControlRequests)
#include "tst_control_requests.moc"
