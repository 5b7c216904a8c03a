// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <algorithm>
#include <numeric>

#include "../base/zones.h"
#include "app/energy_service.h"
#include "app/settings.h"
#include "base/manual_clock.h"
#include "outlets/outlet_registry.h"
#include "storage/storage.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kHour = 3'600'000;

} // namespace

/// Energy and its cost from a real history file.
class TestEnergyService : public QObject
{
    Q_OBJECT

    const LocalCalendar berlin{QTimeZone("Europe/Berlin")};
    const QString id = QStringLiteral("11111111-2222-3333-4444-555555555555");
    const qint64 now = berlin.dayStartUtcMs({2025, 6, 18}) + 12 * kHour;

    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<Storage> storage;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<OutletRegistry> registry;
    std::unique_ptr<History> history;
    std::unique_ptr<EnergyService> service;

    void report(qint64 arrivalUtcMs, qint64 joules, qint64 seconds)
    {
        history->record(MeasuredReport{id, arrivalUtcMs, joules, seconds, 4000});
    }
    template <typename T>
    static bool wait(const QFuture<T> &future)
    {
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    }

    static Tariff dayAndNight()
    {
        PricePlan plan;
        plan.name = QStringLiteral("Day and night");
        plan.validFrom = QDate(2025, 1, 1);
        plan.periods = {{QStringLiteral("Night"), 2000}, {QStringLiteral("Day"), 4000}};
        for (auto &day : plan.grid)
            std::fill(day.begin() + 12, day.begin() + 44, quint8(1)); // 6:00 to 22:00
        Tariff tariff;
        tariff.currency = QStringLiteral("EUR");
        tariff.plans = {plan};
        return tariff;
    }

private Q_SLOTS:
    void init()
    {
        dir = std::make_unique<QTemporaryDir>();
        clock = std::make_unique<ManualClock>(now);
        storage = std::make_unique<Storage>(dir->path());
        QSignalSpy opened(storage.get(), &Storage::opened);
        storage->open();
        QVERIFY(opened.size() > 0 || opened.wait(10'000));
        settings = std::make_unique<Settings>(storage.get());
        registry = std::make_unique<OutletRegistry>(*clock, nullptr);
        registry->allow(registry->findOrAdd(id));
        history = std::make_unique<History>(storage->filePath(), *clock);
        history->open();
        service = std::make_unique<EnergyService>(*history, *registry, *settings, *clock);
        service->setCalendar(berlin);
    }
    void cleanup()
    {
        service.reset();
        history.reset();
        registry.reset();
        settings.reset();
        storage.reset();
    }

    /// An hour across six in the morning, half at night: two prices, exact.
    void costsByTheHour()
    {
        QCOMPARE(service->setTariff(dayAndNight()), QString());
        const qint64 half = berlin.dayStartUtcMs({2025, 6, 18}) + 6 * kHour + kHour / 2;
        report(half, 7'200'000, 3600);
        QVERIFY(wait(history->flush()));
        const auto edges =
            service->calendar().edges(service->calendar().day({2025, 6, 18}), CalendarUnit::Hour);
        const auto answer = service->energy({id}, edges);
        QVERIFY(wait(answer));
        const auto reply = answer.result();
        QVERIFY2(reply.ok(), reply.ok() ? "" : qPrintable(reply.error().sentence()));
        QCOMPARE(reply->total.total.joules, 7'200'000);
        QCOMPARE(reply->total.rows.at(5).energy.joules, 3'600'000);
        QCOMPARE(reply->total.rows.at(5).cost, std::optional(Money::ofE4(2000)));
        QCOMPARE(reply->total.rows.at(6).cost, std::optional(Money::ofE4(4000)));
        QCOMPARE(reply->total.cost->cents(), 60);
        QVERIFY(!reply->total.rows.at(20).cost);
    }

    /// A year over both clock changes: days, months and the year add up to what was reported, in
    /// joules and in money, and each breakdown's cents to those of the year.
    void aYearToTheCent_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<bool>("changesClocks");
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin") << true;
        QTest::newRow("New York") << QByteArray("America/New_York") << true;
        QTest::newRow("Lord Howe") << QByteArray("Australia/Lord_Howe") << true;
        QTest::newRow("Kathmandu") << QByteArray(nepalZone()) << false;
    }
    void aYearToTheCent()
    {
        QFETCH(QByteArray, zone);
        QFETCH(bool, changesClocks);
        const LocalCalendar local{QTimeZone(zone)};
        const TimeRange year = local.year({2024, 7, 1});
        // Reported all at once and long ago: raw rows must not go before the day is added up.
        history->setRetention({3000, 3000, 0});
        qint64 raw = 0;
        int number = 0;
        // Spans of an hour across every border of the clock.
        for (qint64 end = year.startUtcMs + kHour + 1'234'567; end <= year.endUtcMs; end += kHour) {
            const qint64 joules = 100'003 + (number++ * 7919) % 900'001;
            report(end, joules, 3600);
            raw += joules;
        }
        QVERIFY(wait(history->flush()));
        service->setCalendar(local);
        Tariff tariff = dayAndNight();
        tariff.plans[0].validFrom = QDate(2020, 1, 1);
        tariff.plans[0].periods = {{QStringLiteral("Night"), 1237}, {QStringLiteral("Day"), 4111}};
        QCOMPARE(service->setTariff(tariff), QString());

        std::optional<Money> cost;
        for (const CalendarUnit unit :
             {CalendarUnit::Year, CalendarUnit::Month, CalendarUnit::Day, CalendarUnit::Hour}) {
            const QList<qint64> edges = local.edges(year, unit);
            const auto answer = service->energy({id}, edges);
            QVERIFY(wait(answer));
            const auto reply = answer.result();
            QVERIFY2(reply.ok(), reply.ok() ? "" : qPrintable(reply.error().sentence()));
            qint64 joules = 0;
            Money money;
            QList<Money> parts;
            for (const EnergyRow &row : reply->total.rows) {
                joules += row.energy.joules;
                if (!row.cost)
                    continue;
                money += *row.cost;
                parts.append(*row.cost);
            }
            QCOMPARE(joules, raw);
            QVERIFY(reply->total.cost);
            QVERIFY(money == *reply->total.cost);
            if (!cost)
                cost = money;
            QVERIFY(money == *cost);
            const QList<qint64> cents = centsThatAddUp(parts);
            QCOMPARE(std::accumulate(cents.cbegin(), cents.cend(), qint64(0)), cost->cents());
            if (unit != CalendarUnit::Day)
                continue;
            int odd = 0;
            for (qsizetype i = 1; i < edges.size(); ++i)
                odd += edges.at(i) - edges.at(i - 1) != 24 * kHour;
            QCOMPARE(odd, changesClocks ? 2 : 0);
        }
        QVERIFY(cost->cents() > 10'000);
    }

    /// A price corrected backwards costs the past anew, and is remembered as a setting.
    void correctedPrices()
    {
        QSignalSpy changed(service.get(), &EnergyService::tariffChanged);
        Tariff tariff = dayAndNight();
        QCOMPARE(service->setTariff(tariff), QString());
        report(now, 3'600'000, 3600);
        QVERIFY(wait(history->flush()));
        service->start();
        clock->advance(100ms);
        QTRY_VERIFY(service->today(id).cost);
        QCOMPARE(service->today({}).cost->cents(), 40);
        tariff.plans[0].periods[1].pricePerKwhE4 = 5000;
        QCOMPARE(service->setTariff(tariff), QString());
        QCOMPARE(changed.size(), 2);
        clock->advance(100ms);
        QTRY_COMPARE(service->today({}).cost->cents(), 50);
        QCOMPARE(service->currency(), QStringLiteral("EUR"));
        QCOMPARE(settings->tariff().toUtf8(), tariff.toJson());
    }

    void wrongPricesAreRefused()
    {
        Tariff tariff = dayAndNight();
        tariff.billingDay = 31;
        QVERIFY(service->setTariff(tariff).contains(QStringLiteral("1 to 28")));
        QVERIFY(service->tariff() == Tariff());
        QVERIFY(settings->tariff().isEmpty());
    }

    /// What is recorded while it runs reaches the figures.
    void figuresFollow()
    {
        service->start();
        clock->advance(100ms);
        QSignalSpy recorded(service.get(), &EnergyService::recorded);
        report(now, 1000, 60);
        QTRY_VERIFY_WITH_TIMEOUT((clock->advance(300ms), service->today(id).joules.has_value()),
                                 10'000);
        QCOMPARE(service->today(id).joules, std::optional<qint64>(1000));
        QVERIFY(recorded.size() > 0);
        // No longer one of yours: not part of the home.
        registry->ignore(registry->find(id));
        clock->advance(1s);
        QVERIFY(!service->today({}).joules);
    }

    void badQuestions()
    {
        for (const QList<qint64> &edges :
             {QList<qint64>{}, QList<qint64>{0}, QList<qint64>{0, 400LL * 366 * 24 * kHour}}) {
            const auto answer = service->energy({id}, edges);
            QVERIFY(wait(answer));
            QVERIFY(!answer.result().ok());
            QVERIFY(answer.result().error().kind == HistoryProblem::Kind::BadQuestion);
        }
    }
};

QTEST_GUILESS_MAIN(TestEnergyService)
#include "tst_energy_service.moc"
