// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "automation/countdown_service.h"
#include "base/manual_clock.h"
#include "outlets/outlet_port.h"
#include "outlets/outlet_registry.h"
#include "outlets/outlet_store.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

class RecordingPort : public OutletPort
{
public:
    void requestRelay(bool on) override { wishes << on; }
    void requestReading() override {}
    void observedChanged(bool) override {}

    QList<bool> wishes;
};

class LastRecordStore : public OutletStore
{
public:
    void save(const OutletRecord &record) override { last = record; }
    void remove(const QString &) override {}

    OutletRecord last;
};

} // namespace

/// Countdowns on a clock that is moved by hand.
class TestCountdownService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_store = std::make_unique<LastRecordStore>();
        m_port = std::make_unique<RecordingPort>();
        m_registry = std::make_unique<OutletRegistry>(*m_clock, m_store.get());
        m_registry->setAcceptNew(true);
        m_service = std::make_unique<CountdownService>(*m_registry, *m_clock);
        m_outlet = m_registry->findOrAdd(QStringLiteral("a"));
        online();
    }
    void cleanup()
    {
        m_service.reset();
        m_registry.reset();
    }

    void switchesOnceWhenDue()
    {
        m_service->start(m_outlet, 15min, false);
        QVERIFY(m_store->last.countdown); // survives a restart
        QCOMPARE(m_store->last.countdown->dueUtcMs, m_clock->utcMs() + 15 * 60'000);
        m_clock->advance(15min - 1ms);
        QVERIFY(m_port->wishes.isEmpty());
        m_clock->advance(1ms);
        QCOMPARE(m_port->wishes, QList<bool>{false});
        QVERIFY(!m_outlet->record().countdown);
        QVERIFY(!m_store->last.countdown);
        m_clock->advance(24h);
        QCOMPARE(m_port->wishes.size(), 1);
    }

    void isReplacedAndCancelled()
    {
        m_service->start(m_outlet, 1min, false);
        m_service->start(m_outlet, 2min, true);
        m_clock->advance(90s);
        QVERIFY(m_port->wishes.isEmpty());
        m_clock->advance(30s);
        QCOMPARE(m_port->wishes, QList<bool>{true});
        m_service->start(m_outlet, 1min, false);
        m_service->cancel(m_outlet);
        m_service->cancel(m_outlet);
        QVERIFY(!m_store->last.countdown);
        m_clock->advance(1h);
        QCOMPARE(m_port->wishes.size(), 1);
    }

    void lastsAtLeastASecond()
    {
        m_service->start(m_outlet, -5s, true);
        m_clock->advance(999ms);
        QVERIFY(m_port->wishes.isEmpty());
        m_clock->advance(1ms);
        QCOMPARE(m_port->wishes.size(), 1);
    }

    void aRenameDoesNotDisturb()
    {
        m_service->start(m_outlet, 1min, true);
        m_clock->advance(30s);
        OutletRecord record = m_outlet->record();
        record.name = QStringLiteral("Lamp");
        m_registry->update(m_outlet, record);
        m_clock->advance(30s);
        QCOMPARE(m_port->wishes.size(), 1);
    }

    void waitsForAnOutletThatIsAway()
    {
        QSignalSpy missed(m_service.get(), &CountdownService::missed);
        m_service->start(m_outlet, 1min, true);
        offline();
        m_clock->advance(1min + CountdownService::kLateLimit);
        QVERIFY(m_port->wishes.isEmpty());
        online();
        m_clock->advance(0ms);
        QCOMPARE(m_port->wishes, QList<bool>{true});
        QVERIFY(!m_outlet->record().countdown);
        QCOMPARE(missed.count(), 0);
    }

    void givesUpWhenItIsTooLate()
    {
        QSignalSpy missed(m_service.get(), &CountdownService::missed);
        m_service->start(m_outlet, 1min, true);
        offline();
        m_clock->advance(1min + CountdownService::kLateLimit + 1ms);
        QCOMPARE(missed.count(), 1);
        QVERIFY(!m_outlet->record().countdown);
        online();
        m_clock->advance(1h);
        QVERIFY(m_port->wishes.isEmpty());
    }

    void restart_data()
    {
        QTest::addColumn<qint64>("dueMsAgo");
        QTest::addColumn<bool>("switches");
        QTest::newRow("not yet due") << qint64(-60'000) << true;
        QTest::newRow("due meanwhile") << qint64(60'000) << true;
        QTest::newRow("too long ago") << qint64(16 * 60'000) << false;
    }
    void restart()
    {
        QFETCH(qint64, dueMsAgo);
        QFETCH(bool, switches);
        OutletRecord record;
        record.id = QStringLiteral("restored");
        record.decision = Decision::Known;
        record.countdown = Countdown{m_clock->utcMs() - dueMsAgo, true};
        OutletRegistry registry(*m_clock, nullptr);
        CountdownService service(registry, *m_clock);
        QSignalSpy missed(&service, &CountdownService::missed);
        registry.restore({record});
        Outlet *outlet = registry.find(record.id);
        m_clock->advance(5s); // the outlet takes its time to come back
        RecordingPort port;
        outlet->attachPort(&port);
        outlet->setLinkState(LinkState::Online);
        m_clock->advance(1min);
        QCOMPARE(port.wishes.size(), switches ? 1 : 0);
        QCOMPARE(missed.count(), switches ? 0 : 1);
        QVERIFY(!outlet->record().countdown);
    }

    void followsTheWallClock()
    {
        m_service->start(m_outlet, 10min, true);
        m_clock->setUtcMs(m_clock->utcMs() - 3'600'000);
        m_clock->advance(20min);
        QVERIFY(m_port->wishes.isEmpty());
        // As after the computer slept: the wall clock went on, the timers did not.
        m_clock->setUtcMs(m_clock->utcMs() + 51 * 60'000);
        m_clock->advance(CountdownService::kLookAtClock);
        QCOMPARE(m_port->wishes, QList<bool>{true});
    }

    void onlyForKnownOutlets()
    {
        m_registry->setAcceptNew(false);
        Outlet *stranger = m_registry->findOrAdd(QStringLiteral("stranger"));
        m_service->start(stranger, 1min, true);
        QVERIFY(!stranger->record().countdown);

        QSignalSpy missed(m_service.get(), &CountdownService::missed);
        m_service->start(m_outlet, 1min, true);
        m_registry->ignore(m_outlet);
        m_clock->advance(1h);
        QVERIFY(m_port->wishes.isEmpty());
        QVERIFY(!m_outlet->record().countdown);
        QCOMPARE(missed.count(), 0);
    }

    void forgettingTheOutletForgetsIt()
    {
        m_service->start(m_outlet, 1min, true);
        m_registry->forget(m_outlet);
        m_clock->advance(1h);
        QVERIFY(m_port->wishes.isEmpty());
    }

private:
    void online()
    {
        m_outlet->attachPort(m_port.get());
        m_outlet->setLinkState(LinkState::Online);
    }
    void offline()
    {
        m_outlet->attachPort(nullptr);
        m_outlet->setLinkState(LinkState::Offline);
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<LastRecordStore> m_store;
    std::unique_ptr<RecordingPort> m_port;
    std::unique_ptr<OutletRegistry> m_registry;
    std::unique_ptr<CountdownService> m_service;
    Outlet *m_outlet = nullptr;
};

QTEST_GUILESS_MAIN(TestCountdownService)
#include "tst_countdown_service.moc"
