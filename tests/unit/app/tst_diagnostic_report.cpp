// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/core.h"
#include "app/diagnostic_report.h"
#include "app/diagnostics.h"
#include "base/manual_clock.h"
#include "outlets/outlet_registry.h"

using namespace outlet;

namespace {

const QString kId = QStringLiteral("b2f19d04-1a2b-4c3d-8e9f-0123456789ab");

void takeIn(FrameRing &ring, const QByteArray &json)
{
    ring.takeIn(protocol::FrameType::Text, json, protocol::decode(protocol::FrameType::Text, json));
}

/// An outlet of somebody with a name, an account and a password, and all that it said.
struct Household
{
    Household()
        : registry(clock, nullptr)
        , tap(clock)
    {
        outlet = registry.findOrAdd(kId);
        OutletRecord record = outlet->record();
        record.name = QStringLiteral("Zanzibar lamp");
        record.room = QStringLiteral("Zanzibar room");
        registry.update(outlet, record);
        outlet->heard(QStringLiteral("192.168.1.58"), true);
        outlet->setFirmware(QStringLiteral("1.89\nzanzibar@example.com"));
        outlet->setLoginFacts({QStringLiteral("wifi-switch"), QStringLiteral("1.5"), 1000});
        outlet->setLinkState(LinkState::Online, LinkReason::LoggedIn);
        outlet->setLinkState(LinkState::Silent, LinkReason::NoAnswer);
        outlet->countIgnored(QStringLiteral("not-json"), 3);
        const auto ring = tap.ringOf(kId);
        takeIn(*ring, "{\"account\":\"zanzibar@example.com\",\"id\":\"" + kId.toUtf8() + "\"}");
        takeIn(*ring, R"({"uri":"/x","wifiID":"Zanzibar net","wifiPassword":"zanzibar1"})");
        takeIn(*ring, R"({"uri":"/ka","rssi":-58,"note":"zanzibar@example.com"})");
        ring->takeOut(R"({"uri":"/kr","error":0})");

        program.program = QStringLiteral("outletd");
        program.isListening = true;
        program.port = 17273;
        program.addresses = {QStringLiteral("192.168.1.24"), QStringLiteral("203.0.113.7"),
                             QStringLiteral("2001:db8:1:2:a20:a6ff:fe12:3456")};
        program.dataFolder = QDir::homePath() + QStringLiteral("/.local/share/outlet");
        program.dataProblem =
            QStringLiteral("%1/outlet.sqlite can't be read.").arg(program.dataFolder);
        DnsCheck::Entry entry;
        entry.name = QStringLiteral("server2.vesync.com");
        entry.answer = DnsCheck::Answer::Elsewhere;
        entry.addresses = {QStringLiteral("203.0.113.30")};
        program.dns = {entry};
    }

    [[nodiscard]] QJsonObject report(qsizetype mostFrames = 500) const
    {
        LinkAnswer link;
        link.spans = {{{0, 60'000}, LinkSpan::State::Online},
                      {{60'000, 90'000}, LinkSpan::State::NotRecording}};
        link.signal = {{{0, 60'000}, -58}};
        return diagnosticReport(program, {{outlet, tap.find(kId), mostFrames, link}},
                                clock.utcMs());
    }

    ManualClock clock;
    OutletRegistry registry;
    FrameTap tap;
    ProgramFacts program;
    Outlet *outlet = nullptr;
};

} // namespace

/// A report for a bug: what helps is in it, what is personal is not.
class TestDiagnosticReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatHelps();
    void hasNothingPersonal();
    void addresses();
    void framesAreLimited();
    void unknownIsNotZero();
    void ofTheRunningProgram();
};

void TestDiagnosticReport::saysWhatHelps()
{
    const Household household;
    const QJsonObject report = household.report();
    QCOMPARE(report.value(u"server").toObject().value(u"port").toInt(), 17273);
    const QJsonObject outlet = report.value(u"outlets").toArray().first().toObject();
    QCOMPARE(outlet.value(u"id").toString(), QStringLiteral("b2f19d04…89ab"));
    QCOMPARE(outlet.value(u"framing").toString(), QStringLiteral("aes"));
    QCOMPARE(outlet.value(u"ignored").toObject().value(u"not-json").toInt(), 3);
    const QJsonArray changes = outlet.value(u"link").toObject().value(u"changes").toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.last().toObject().value(u"reason").toString(), QStringLiteral("no-answer"));
    QCOMPARE(outlet.value(u"frames").toArray().size(), 4);
    QVERIFY(outlet.value(u"login").isObject());

    const QString text = diagnosticText(report);
    for (const char *wanted :
         {"Outlet report, made 2025-11-18T12:00:00.000Z", "17273", "192.168.1.24",
          "~/.local/share/outlet", "server2.vesync.com", "elsewhere", "Outlet 1, ID b2f19d04…89ab",
          "192.168.1.58", "wifi-switch", "no-answer", "not-recording", "-58", "not-json",
          "{\"uri\":\"/ka\",\"rssi\":-58", "{\"uri\":\"/kr\",\"error\":0}"})
        QVERIFY2(text.contains(QString::fromUtf8(wanted)),
                 qPrintable(QString(QString::fromUtf8(wanted) + text)));
}

void TestDiagnosticReport::hasNothingPersonal()
{
    const Household household;
    const QJsonObject report = household.report();
    const QString all = QString::fromUtf8(QJsonDocument(report).toJson()) + diagnosticText(report);
    for (const QString &secret : {QStringLiteral("zanzibar lamp"), QStringLiteral("zanzibar room"),
                                  QStringLiteral("zanzibar net"), QStringLiteral("zanzibar1"), kId,
                                  kId.mid(9), QStringLiteral("a6ff"), QStringLiteral("113.7"),
                                  QStringLiteral("113.30"), QString(QDir::homePath() + u'/')})
        QVERIFY2(!all.contains(secret, Qt::CaseInsensitive),
                 qPrintable(QString(secret + u'\n' + all)));
    // An address of e-mail does not even get in where an outlet gives it as its firmware.
    QVERIFY2(!all.contains(u'@'), qPrintable(all));
}

void TestDiagnosticReport::addresses()
{
    QCOMPARE(addressForReport(QStringLiteral("10.0.0.5")), QStringLiteral("10.0.0.5"));
    QCOMPARE(addressForReport(QStringLiteral("127.0.0.1")), QStringLiteral("127.0.0.1"));
    QCOMPARE(addressForReport(QStringLiteral("::1")), QStringLiteral("::1"));
    QCOMPARE(addressForReport(QStringLiteral("203.0.113.30")), QStringLiteral("203.0.…"));
    QCOMPARE(addressForReport(QStringLiteral("fe80::a20:a6ff:fe12:3456")),
             QStringLiteral("fe80::…"));
    QCOMPARE(addressForReport(QStringLiteral("my.host.name")), QString());
}

void TestDiagnosticReport::framesAreLimited()
{
    const Household household;
    const QJsonArray frames = household.report(2)
                                  .value(u"outlets")
                                  .toArray()
                                  .first()
                                  .toObject()
                                  .value(u"frames")
                                  .toArray();
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames.last().toObject().value(u"direction").toString(), QStringLiteral("out"));
}

void TestDiagnosticReport::unknownIsNotZero()
{
    ManualClock clock;
    OutletRegistry registry(clock, nullptr);
    OutletFacts facts;
    facts.outlet = registry.findOrAdd(QStringLiteral("x"));
    const QJsonObject report = diagnosticReport({}, {facts}, clock.utcMs());
    QVERIFY(report.value(u"data").toObject().value(u"bytes").isNull());
    const QJsonObject outlet = report.value(u"outlets").toArray().first().toObject();
    for (const char *key : {"signalDbm", "relay", "framing", "firmware", "loggedIn", "login"})
        QVERIFY2(outlet.value(QLatin1StringView(key)).isNull(), key);
    QVERIFY(diagnosticText(report).contains(QStringLiteral("Size              –\n")));
}

/// The real engine, asked as outletctl and the window ask it.
void TestDiagnosticReport::ofTheRunningProgram()
{
    CoreOptions options;
    options.program = QStringLiteral("outlet");
    options.demo = true;
    Core core(options);
    QSignalSpy ready(&core, &Core::ready);
    QVERIFY(core.start());
    QVERIFY(ready.count() > 0 || ready.wait(60'000));
    const auto online = [&core] { return core.server().linkCount() >= 9; };
    QTRY_VERIFY_WITH_TIMEOUT(online(), 20'000);
    const QString first = core.registry().outlets().first()->id();
    QJsonObject report;
    core.diagnostics().askReport({}, first, [&report](const QJsonObject &made) { report = made; });
    QTRY_VERIFY_WITH_TIMEOUT(!report.isEmpty(), 20'000);
    QCOMPARE(report.value(u"outlets").toArray().size(), core.registry().outlets().size());
    QVERIFY(report.value(u"data").toObject().value(u"bytes").toInteger() > 0);
    QCOMPARE(report.value(u"dns").toArray().first().toObject().value(u"name").toString(),
             QStringLiteral("server2.vesync.com"));
    const QString text = diagnosticText(report);
    for (const Outlet *outlet : core.registry().outlets()) {
        QVERIFY(!text.contains(outlet->id()));
        if (!outlet->record().name.isEmpty())
            QVERIFY2(!text.contains(outlet->record().name), qPrintable(outlet->record().name));
    }
    // Asked, and then the program ends: the answer may be lost, nothing else.
    core.diagnostics().askReport({}, first, [](const QJsonObject &) {});
    core.stop();
}

QTEST_GUILESS_MAIN(TestDiagnosticReport)
#include "tst_diagnostic_report.moc"
