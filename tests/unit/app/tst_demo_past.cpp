// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <algorithm>
#include <numeric>

#include "app/demo_past.h"
#include "base/manual_clock.h"
#include "history/history.h"
#include "simulator/household.h"
#include "storage_session.h"

using namespace outlet;
using namespace outlet::test;

/// The invented past of simulated outlets, as a History answers for it.
class TestDemoPast : public QObject
{
    Q_OBJECT

    const LocalCalendar newYork{QTimeZone("America/New_York"), Qt::Sunday};
    const qint64 now = newYork.dayStartUtcMs({2025, 11, 18}) + 17 * 3'600'000 + 123'456;

    DemoPastOptions options() const
    {
        DemoPastOptions chosen;
        chosen.nowUtcMs = now;
        chosen.calendar = newYork;
        return chosen;
    }
    static QStringList ids()
    {
        QStringList all;
        for (const SimulatedOutletSpec &spec : demoSpecs())
            all.append(spec.id);
        return all;
    }

    /// A file with the past in it; its path.
    QString make(const QTemporaryDir &dir)
    {
        {
            const StorageSession storage(dir.path());
        }
        const QString path = dir.filePath(QStringLiteral("outlet.sqlite"));
        const std::atomic<bool> isCancelled = false;
        const QString problem = DemoPast::writeNow(path, demoSpecs(), options(), isCancelled);
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        return path;
    }
    EnergyAnswer ask(const QString &path, const QList<qint64> &edges)
    {
        ManualClock clock(now);
        History history(path, clock);
        history.open();
        // Opening begins a session of recording, and an answer may come before or after that is
        // written.
        const auto begun = history.flush();
        if (!QTest::qWaitFor([&begun] { return begun.isFinished(); }, 20'000) ||
            !begun.result().ok())
            qFatal("the session was not written");
        EnergyQuery query;
        query.outletIds = ids();
        query.edgesUtcMs = edges;
        const auto answer = history.energy(query);
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000) ||
            !answer.result().ok())
            qFatal("no answer");
        return *answer.result();
    }
    static qint64 joules(const OutletEnergy &energy)
    {
        return std::accumulate(
            energy.buckets.cbegin(), energy.buckets.cend(), qint64(0),
            [](qint64 sum, const EnergyBucket &bucket) { return sum + bucket.joules; });
    }

private Q_SLOTS:
    /// Twelve months, each with something of most outlets; heating where it is cold; nothing of the
    /// future; quickly.
    void isAYear()
    {
        const QTemporaryDir dir;
        QElapsedTimer timer;
        timer.start();
        const QString path = make(dir);
        qInfo("a year of eight outlets: %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 10'000); // a fraction of a second in a release build
        const TimeRange year{newYork.dayStartUtcMs({2024, 12, 1}),
                             newYork.dayStartUtcMs({2025, 12, 1})};
        const auto edges = newYork.edges(year, CalendarUnit::Month);
        const EnergyAnswer answer = ask(path, edges);
        QCOMPARE(answer.outlets.size(), 8);
        for (int outlet = 0; outlet < 5; ++outlet) {
            for (const EnergyBucket &month : answer.outlets.at(outlet).buckets)
                QVERIFY(month.isKnown());
        }
        const QList<EnergyBucket> &heater = answer.outlets.at(3).buckets;
        QVERIFY(heater.at(1).joules > 20 * 3'600'000LL); // January
        QCOMPARE(heater.at(7).joules, 0);                // July: known to be off
        // A freezer: about a kWh a day, day after day.
        const double freezer = double(joules(answer.outlets.at(0))) / 3'600'000 / 352;
        QVERIFY2(freezer > 0.5 && freezer < 1.2, qPrintable(QString::number(freezer)));
        // The lamp came later.
        QVERIFY(!answer.outlets.at(7).buckets.at(2).isKnown());
        QVERIFY(answer.outlets.at(7).buckets.at(10).isKnown());

        const EnergyAnswer today =
            ask(path, newYork.edges(newYork.day({2025, 11, 18}), CalendarUnit::Hour));
        for (const OutletEnergy &outlet : today.outlets) {
            QVERIFY(outlet.buckets.at(16).isKnown() || outlet.buckets.at(15).isKnown());
            for (int hour = 18; hour < 24; ++hour)
                QVERIFY(!outlet.buckets.at(hour).isKnown());
        }
    }

    /// The days of which all is kept say the same by minutes and by days, and know relay and gaps.
    void isTheSameAtEveryResolution()
    {
        const QTemporaryDir dir;
        const QString path = make(dir);
        const TimeRange week{newYork.dayStartUtcMs({2025, 11, 10}),
                             newYork.dayStartUtcMs({2025, 11, 17})};
        const EnergyAnswer minutes = ask(path, newYork.edges(week, CalendarUnit::Minute));
        const EnergyAnswer days = ask(path, newYork.edges(week, CalendarUnit::Day));
        for (int outlet = 0; outlet < 8; ++outlet) {
            QCOMPARE(joules(minutes.outlets.at(outlet)), joules(days.outlets.at(outlet)));
            QVERIFY(joules(days.outlets.at(outlet)) > 0);
        }
        ManualClock clock(now);
        History history(path, clock);
        history.open();
        CurveQuery query;
        query.outletId = ids().at(3);
        query.range = newYork.day({2025, 11, 13});
        const auto curve = history.curve(query);
        QTRY_VERIFY_WITH_TIMEOUT(curve.isFinished(), 20'000);
        QVERIFY(curve.result().ok());
        QVERIFY(curve.result()->points.size() > 200);
        const QList<StateSpan> states = curve.result()->states;
        const auto has = [&states](StateSpan::State state) {
            return std::any_of(states.cbegin(), states.cend(),
                               [state](const StateSpan &span) { return span.state == state; });
        };
        QVERIFY(has(StateSpan::State::On));
        QVERIFY(has(StateSpan::State::Off));
    }

    void isAlwaysTheSame()
    {
        const QTemporaryDir one;
        const QTemporaryDir other;
        const TimeRange range{newYork.dayStartUtcMs({2025, 9, 1}),
                              newYork.dayStartUtcMs({2025, 11, 19})};
        const auto edges = newYork.edges(range, CalendarUnit::Day);
        const EnergyAnswer first = ask(make(one), edges);
        const EnergyAnswer second = ask(make(other), edges);
        for (int outlet = 0; outlet < 8; ++outlet)
            QCOMPARE(first.outlets.at(outlet).buckets, second.outlets.at(outlet).buckets);
    }

    void canBeBrokenOff()
    {
        const QTemporaryDir dir;
        {
            const StorageSession storage(dir.path());
        }
        bool isTold = false;
        {
            DemoPast past;
            past.write(dir.filePath(QStringLiteral("outlet.sqlite")), demoSpecs(), options(),
                       [&isTold](const QString &) { isTold = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!isTold);
    }

    void hasPrices_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("plan");
        QTest::newRow("autumn") << QDate(2025, 11, 18) << 1;
        QTest::newRow("first day") << QDate(2025, 10, 1) << 1;
        QTest::newRow("summer") << QDate(2026, 7, 1) << 1;
        QTest::newRow("new year") << QDate(2026, 1, 1) << 1;
    }
    void hasPrices()
    {
        QFETCH(QDate, today);
        const Tariff tariff = DemoPast::tariff(today);
        QCOMPARE(tariff.fault(), std::nullopt);
        QCOMPARE(tariff.plans.size(), 3);
        QTEST(planOn(tariff, today), "plan");
        QVERIFY(tariff.plans.at(2).validFrom > today);
        QVERIFY(tariff.plans.at(0).validFrom < today.addYears(-1));
    }
};

QTEST_GUILESS_MAIN(TestDemoPast)
#include "tst_demo_past.moc"
