// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// The rules of a session, with a link that only remembers what was sent.
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "outlets/outlet.h"
#include "protocol/encoder.h"
#include "server/link_end.h"
#include "server/outlet_session.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

class RecordingLink : public LinkEnd
{
public:
    void send(const QByteArray &json) override { sent.append(json); }
    void close(quint16 closeCode) override
    {
        closedWith = closeCode;
        if (session)
            session->linkClosed(*this);
    }
    const QString &peerAddress() const override { return m_address; }
    bool isEncrypted() const override { return false; }

    [[nodiscard]] int count(const QByteArray &json) const
    {
        return static_cast<int>(sent.count(json));
    }

    OutletSession *session = nullptr; ///< told of the closing, as a real link does
    QList<QByteArray> sent;
    int closedWith = 0;

private:
    QString m_address = QStringLiteral("192.168.1.7");
};

OutletRecord knownRecord()
{
    OutletRecord record;
    record.id = QStringLiteral("outlet-a");
    record.decision = Decision::Known;
    record.rating = protocol::Rating{10, 120};
    return record;
}

protocol::Login loginOf(std::optional<bool> relayOn)
{
    protocol::Login login;
    login.id = QStringLiteral("outlet-a");
    login.firmVersion = QStringLiteral("1.89");
    login.relayOn = relayOn;
    return login;
}

protocol::RuntimeInfo runtime(std::optional<bool> relayOn, double watts, double volts)
{
    protocol::RuntimeInfo info;
    info.relayOn = relayOn;
    info.powerWatts.instant = info.powerWatts.average = watts;
    info.voltageVolts.instant = info.voltageVolts.average = volts;
    return info;
}

} // namespace

class OutletSessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void loginIsAnsweredBeforeAnythingElse();
    void polledEvery30SecondsAndEvery5WhileObserved();
    void notPolledWhileAWishIsPending();
    void switchIsFollowedByAPoll();
    void readingNowIsAskedOnce();
    void keepAliveIsAnswered();
    void triggerAsksHowTheRelayIs();
    void unknownRelayIsNotOff();
    void buttonAndTimerSayWhy();
    void spikesAreCountedAndDropped();
    void emptyMeasurementTakesTheOldOneAway();
    void ignoredFramesCountAndAreASignOfLife();
    void ignoringAnOutletFailsItsWish();
    void unheardOutletLosesItsLink();
    void endedSessionLeavesNoTimer();

private:
    ManualClock m_clock;
    ServerOptions m_options;
    RecordingLink m_link;
    std::unique_ptr<Outlet> m_outlet;
    std::unique_ptr<OutletSession> m_session;
    const QByteArray m_getRuntime = protocol::encodeGetRuntime();
};

void OutletSessionTest::init()
{
    m_link.sent.clear();
    m_link.closedWith = 0;
    m_outlet = std::make_unique<Outlet>(knownRecord(), m_clock);
    m_session = std::make_unique<OutletSession>(*m_outlet, m_clock, m_options);
    m_link.session = m_session.get();
    m_session->login(m_link, loginOf(true));
}

void OutletSessionTest::cleanup()
{
    m_link.session = nullptr;
    m_session.reset();
    m_outlet.reset();
}

void OutletSessionTest::loginIsAnsweredBeforeAnythingElse()
{
    QCOMPARE(m_link.sent,
             (QList<QByteArray>{protocol::encodeLoginReply(m_clock.utcMs()), m_getRuntime}));
    QCOMPARE(m_outlet->linkState(), LinkState::Online);
    QCOMPARE(m_outlet->record().firmware, QStringLiteral("1.89"));
}

void OutletSessionTest::polledEvery30SecondsAndEvery5WhileObserved()
{
    const auto answer = [this] { m_session->receive(runtime(true, 10, 120)); };
    answer();
    m_clock.advance(29'999ms);
    QCOMPARE(m_link.count(m_getRuntime), 1);
    m_clock.advance(1ms);
    QCOMPARE(m_link.count(m_getRuntime), 2);
    answer();
    m_clock.advance(10s);
    m_outlet->observe(); // the last one is older than 5 s
    QCOMPARE(m_link.count(m_getRuntime), 3);
    answer();
    m_clock.advance(5s);
    QCOMPARE(m_link.count(m_getRuntime), 4);
    answer();
    m_outlet->release();
    m_clock.advance(29'999ms);
    QCOMPARE(m_link.count(m_getRuntime), 4);
    m_clock.advance(1ms);
    QCOMPARE(m_link.count(m_getRuntime), 5);
}

void OutletSessionTest::notPolledWhileAWishIsPending()
{
    m_outlet->observe();
    m_session->receive(runtime(true, 10, 120));
    m_outlet->setRelay(false);
    QCOMPARE(m_link.sent.last(), protocol::encodeRelay(false));
    m_clock.advance(2'999ms);
    QCOMPARE(m_link.count(m_getRuntime), 1);
    m_clock.advance(1ms); // the one query
    QCOMPARE(m_link.count(m_getRuntime), 2);
    m_clock.advance(6'999ms);
    QCOMPARE(m_link.count(m_getRuntime), 2);
    m_clock.advance(1ms); // failed, and polled again
    QCOMPARE(m_outlet->failedRelay(), std::optional<bool>(false));
    QCOMPARE(m_link.count(m_getRuntime), 3);
    m_outlet->release();
}

void OutletSessionTest::switchIsFollowedByAPoll()
{
    m_session->receive(runtime(true, 10, 120));
    m_outlet->setRelay(false);
    m_session->receive(runtime(false, 0, 0));
    QVERIFY(!m_outlet->pendingRelay());
    QCOMPARE(m_outlet->relay(), std::optional<bool>(false));
    m_clock.advance(1s);
    QCOMPARE(m_link.count(m_getRuntime), 2);
}

void OutletSessionTest::readingNowIsAskedOnce()
{
    m_session->receive(runtime(true, 10, 120));
    m_outlet->requestReading();
    m_outlet->requestReading(); // one is on its way
    QCOMPARE(m_link.count(m_getRuntime), 2);
    m_session->receive(runtime(true, 10, 120));
    m_outlet->requestReading();
    QCOMPARE(m_link.count(m_getRuntime), 3);
}

void OutletSessionTest::keepAliveIsAnswered()
{
    m_clock.advance(1234ms);
    m_session->receive(protocol::KeepAlive{-42});
    QCOMPARE(m_link.sent.last(), protocol::encodeKeepAliveReply(m_clock.utcMs()));
    QCOMPARE(m_outlet->signalDbm(), std::optional<int>(-42));
    m_session->receive(protocol::KeepAlive{});
    QVERIFY(!m_outlet->signalDbm());
}

void OutletSessionTest::triggerAsksHowTheRelayIs()
{
    m_session->receive(runtime(true, 10, 120));
    m_session->receive(protocol::StoredTriggerFired{1});
    QCOMPARE(m_link.count(m_getRuntime), 2);
}

void OutletSessionTest::unknownRelayIsNotOff()
{
    m_session->receive(protocol::ButtonPress{std::nullopt});
    QVERIFY(!m_outlet->relay());
    m_session->login(m_link, loginOf(true));
    m_session->receive(runtime(std::nullopt, 10, 120));
    QVERIFY(!m_outlet->relay());
    m_session->login(m_link, loginOf(std::nullopt));
    QVERIFY(!m_outlet->relay());
}

void OutletSessionTest::buttonAndTimerSayWhy()
{
    QList<RelayCause> causes;
    connect(m_outlet.get(), &Outlet::relayChanged, this,
            [&causes](RelayCause cause) { causes.append(cause); });
    m_session->receive(protocol::ButtonPress{false});
    m_session->receive(protocol::StoredTimerFired{true, 1, QStringLiteral("b")});
    m_session->receive(runtime(false, 0, 0));
    m_outlet->setRelay(true);
    m_session->receive(runtime(true, 10, 120));
    QCOMPARE(causes, (QList<RelayCause>{RelayCause::Button, RelayCause::StoredTimer,
                                        RelayCause::Reported, RelayCause::Command}));
}

void OutletSessionTest::spikesAreCountedAndDropped()
{
    QTest::ignoreMessage(QtWarningMsg, "Outlet outlet-a: ignored 1 x spike \"\"");
    QTest::ignoreMessage(QtWarningMsg, "Outlet outlet-a: ignored 1 x spike \"\"");
    m_session->receive(runtime(true, 100, 120));
    m_session->receive(runtime(true, 1'501, 120)); // 1.25 x 10 A x 120 V = 1500 W
    QCOMPARE(m_outlet->reading()->powerWatts, std::optional<double>(100));
    m_session->receive(protocol::Report{1'501 * 183, 183});
    QCOMPARE(m_outlet->energyTodayJoules(), 0);
    m_session->receive(protocol::Report{804, 183});
    QCOMPARE(m_outlet->energyTodayJoules(), 804);
    m_session->receive(runtime(true, 1'501, 120)); // counted, but not logged again
    QCOMPARE(m_outlet->ignoredCounts().value(QStringLiteral("spike")), quint64(3));
}

void OutletSessionTest::emptyMeasurementTakesTheOldOneAway()
{
    protocol::RuntimeInfo nothing;
    nothing.relayOn = true;
    m_session->receive(nothing);
    QVERIFY(!m_outlet->reading());
    m_session->receive(runtime(true, 100, 120));
    m_session->receive(nothing);
    QVERIFY(!m_outlet->reading() || !m_outlet->reading()->powerWatts);
}

void OutletSessionTest::ignoredFramesCountAndAreASignOfLife()
{
    QTest::ignoreMessage(QtWarningMsg,
                         "Outlet outlet-a: ignored 1 x unknown-uri \"/x\\u000aINFO forged\"");
    const protocol::Ignored unknown{protocol::IgnoreReason::UnknownUri,
                                    QStringLiteral("/x\nINFO forged"), QString()};
    m_session->ignore(unknown);
    m_session->ignore(unknown); // logged once
    QCOMPARE(m_outlet->ignoredCounts().value(QStringLiteral("unknown-uri")), quint64(2));
    m_clock.advance(70s);
    QCOMPARE(m_outlet->linkState(), LinkState::Silent);
    m_session->ignore(unknown);
    QCOMPARE(m_outlet->linkState(), LinkState::Online);
}

void OutletSessionTest::ignoringAnOutletFailsItsWish()
{
    m_session->receive(runtime(true, 10, 120));
    m_outlet->setRelay(false);
    OutletRecord record = m_outlet->record();
    record.decision = Decision::Ignored;
    m_outlet->setRecord(record);
    m_session->decisionChanged();
    QVERIFY(!m_outlet->pendingRelay());
    m_clock.advance(59s);
    QCOMPARE(m_link.count(m_getRuntime), 1);
    QCOMPARE(m_link.count(protocol::encodeKeepAlive()), 0);
    m_clock.advance(1s);
    QCOMPARE(m_link.count(protocol::encodeKeepAlive()), 1);
}

void OutletSessionTest::unheardOutletLosesItsLink()
{
    m_clock.advance(34'999ms); // polled at 0, 30, 60, 90; missed at 5, 35, 65, 95
    QCOMPARE(m_outlet->linkState(), LinkState::Online);
    m_clock.advance(1ms);
    QCOMPARE(m_outlet->linkState(), LinkState::Silent);
    m_clock.advance(84'999ms);
    QCOMPARE(m_outlet->linkState(), LinkState::Silent);
    m_clock.advance(1ms);
    QCOMPARE(m_outlet->linkState(), LinkState::Offline);
    QCOMPARE(m_link.closedWith, 1001);
    QVERIFY(!m_session->hasLink());
    const auto sent = m_link.sent.size();
    m_clock.advance(10min);
    QCOMPARE(m_link.sent.size(), sent);
}

void OutletSessionTest::endedSessionLeavesNoTimer()
{
    for (int i = 0; i < 100; ++i)
        m_session->receive(protocol::KeepAliveReply());
    m_session.reset();
    m_link.session = nullptr;
    const auto sent = m_link.sent.size();
    m_clock.advance(10min);
    QCOMPARE(m_link.sent.size(), sent);
}

QTEST_GUILESS_MAIN(OutletSessionTest)
#include "tst_outlet_session.moc"
