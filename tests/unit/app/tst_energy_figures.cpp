// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <algorithm>

#include "app/energy_figures.h"
#include "app/energy_reply.h"
#include "base/manual_clock.h"
#include "base/ready_future.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kHour = 3'600'000;
constexpr int kPriceE4 = 3000;

/// A history in which each outlet draws so many watts since some instant, and a note of what it was
/// asked. Answers at once.
struct SmoothHistory
{
    struct Outlet
    {
        qint64 watts = 0;
        qint64 sinceUtcMs = 0;
    };
    SmoothHistory(ManualClock &givenClock, const LocalCalendar &givenCalendar,
                  const Tariff &givenTariff)
        : clock(givenClock)
        , calendar(givenCalendar)
        , tariff(givenTariff)
    {
    }

    ManualClock &clock;
    LocalCalendar calendar;
    Tariff tariff;
    QHash<QString, Outlet> outlets;
    bool fails = false;
    int questions = 0;
    QList<QStringList> asked; ///< ids of each question of at most two buckets, sorted

    static HistoryProblem closed()
    {
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::Closed;
        return problem;
    }
    EnergySource::Answer<EnergyReply> energy(const QStringList &ids, const QList<qint64> &edges)
    {
        using Reply = Result<EnergyReply, HistoryProblem>;
        ++questions;
        if (edges.size() <= 3) {
            asked.append(ids);
            asked.last().sort();
        }
        if (fails)
            return readyFuture(Reply(closed()));
        EnergyAnswer answer;
        answer.asOfUtcMs = clock.utcMs();
        for (const QString &id : ids) {
            const Outlet outlet = outlets.value(id);
            OutletEnergy energy;
            energy.outletId = id;
            for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
                const qint64 from = std::max(edges[i], outlet.sinceUtcMs);
                const qint64 to = std::min(edges[i + 1], clock.utcMs());
                EnergyBucket bucket;
                if (outlet.sinceUtcMs != 0 && from < to) {
                    bucket.knownMs = bucket.onMs = to - from;
                    bucket.joules = outlet.watts * (to - from) / 1000;
                }
                energy.buckets.append(bucket);
                energy.joulesByRate.append(QList<qint64>{bucket.joules});
            }
            answer.outlets.append(energy);
        }
        const RatePlan rates = layOut(tariff, {edges.constFirst(), edges.constLast()}, calendar);
        return readyFuture(Reply(pricedReply(answer, edges, rates)));
    }
    EnergySource::Answer<QList<HistoryExtent>> extents(const QStringList &ids)
    {
        QList<HistoryExtent> found;
        for (const QString &id : ids) {
            HistoryExtent extent;
            extent.outletId = id;
            if (const qint64 since = outlets.value(id).sinceUtcMs; since != 0)
                extent.firstUtcMs = since;
            found.append(extent);
        }
        return readyFuture(Result<QList<HistoryExtent>, HistoryProblem>(found));
    }
};

} // namespace

/// Today's and this month's figures: what they are, and when they are asked for again.
class TestEnergyFigures : public QObject
{
    Q_OBJECT

    const LocalCalendar berlin{QTimeZone("Europe/Berlin")};
    const QString a = QStringLiteral("a"), b = QStringLiteral("b");
    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<SmoothHistory> history;
    std::unique_ptr<EnergyFigures> figures;

    static qint64 joules(qint64 watts, qint64 ms) { return watts * ms / 1000; }
    void startWith(const QStringList &ids)
    {
        figures->setOutlets(ids, ids);
        figures->start(berlin, history->tariff);
        clock->advance(0ms);
    }
    qint64 day(int d) const { return berlin.dayStartUtcMs({2025, 6, d}); }

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<ManualClock>(day(18) + 10 * kHour);
        Tariff tariff;
        PricePlan flat;
        flat.validFrom = QDate(2020, 1, 1);
        flat.periods = {{QString(), kPriceE4}};
        tariff.plans = {flat};
        history = std::make_unique<SmoothHistory>(*clock, berlin, tariff);
        history->outlets = {{a, {100, berlin.dayStartUtcMs({2025, 1, 1})}},
                            {b, {40, day(18) + 8 * kHour}}};
        figures = std::make_unique<EnergyFigures>(
            [this](const QStringList &ids, const QList<qint64> &edges) {
                return history->energy(ids, edges);
            },
            [this](const QStringList &ids) { return history->extents(ids); }, *clock);
    }
    void cleanup() { figures.reset(); }

    void nothingIsKnownBeforeTheAnswer()
    {
        figures->setOutlets({a}, {a});
        QVERIFY(!figures->today(a).joules);
        QVERIFY(!figures->today({}).joules);
        QVERIFY(!figures->projectedMonth());
        clock->advance(10s);
        QCOMPARE(history->questions, 0); // not before start()
    }

    void todayAndMonth()
    {
        startWith({a, b});
        QCOMPARE(figures->today(a).joules, std::optional(joules(100, 10 * kHour)));
        QCOMPARE(figures->today(a).cost,
                 std::optional(Money::ofEnergy(joules(100, 10 * kHour), kPriceE4)));
        QCOMPARE(figures->today(a).onMs, 10 * kHour);
        QCOMPARE(figures->today(a).missingMs, 0);
        QCOMPARE(figures->thisMonth(a).joules, std::optional(joules(100, (17 * 24 + 10) * kHour)));
        QCOMPARE(figures->thisMonth(b).joules, std::optional(joules(40, 2 * kHour)));
        // b came at eight: nothing is missing of the time before.
        QCOMPARE(figures->today(b).missingMs, 0);
        QCOMPARE(figures->today({}).joules,
                 std::optional(joules(100, 10 * kHour) + joules(40, 2 * kHour)));
        QVERIFY(!figures->today(QStringLiteral("stranger")).joules);
    }

    void billingMonth()
    {
        history->tariff.billingDay = 15;
        startWith({a});
        QCOMPARE(figures->thisMonth(a).joules, std::optional(joules(100, (3 * 24 + 10) * kHour)));
        // On the first day of the billing month there is nothing before today.
        clock->setUtcMs(day(15) + kHour);
        startWith({a});
        QCOMPARE(figures->thisMonth(a).joules, std::optional(joules(100, kHour)));
    }

    void unknownIsNotZero()
    {
        startWith({QStringLiteral("silent")});
        QVERIFY(!figures->today(QStringLiteral("silent")).joules);
        QVERIFY(!figures->today({}).joules);
        QVERIFY(!figures->today({}).cost);
    }

    void withoutPrices()
    {
        history->tariff.plans.clear();
        startWith({a});
        QVERIFY(figures->today(a).joules);
        QVERIFY(!figures->today(a).cost);
        clock->advance(2s);
        QVERIFY(figures->projectedMonth());
        QVERIFY(!figures->projectedMonth()->cost);
    }

    void someDoNotCountIntoTheHome()
    {
        figures->setOutlets({a, b}, {b});
        figures->start(berlin, history->tariff);
        clock->advance(0ms);
        QCOMPARE(figures->today({}).joules, std::optional(joules(40, 2 * kHour)));
        QVERIFY(figures->today(a).joules);
    }

    /// New data are asked for at once after a quiet second, then at most once a second.
    void recordedIsAskedForAgain()
    {
        startWith({a, b});
        clock->advance(5s);
        history->asked.clear();
        QSignalSpy changed(figures.get(), &EnergyFigures::changed);
        figures->recorded({a}, {clock->utcMs() - 1000, clock->utcMs()});
        clock->advance(0ms);
        QCOMPARE(history->asked, QList<QStringList>{{a}});
        QCOMPARE(changed.size(), 1);
        for (int i = 0; i < 10; ++i) {
            figures->recorded({a}, {clock->utcMs() - 1000, clock->utcMs()});
            figures->recorded({b, QStringLiteral("stranger")}, {0, 1});
            clock->advance(90ms);
        }
        QCOMPARE(history->asked.size(), 1);
        clock->advance(100ms);
        // b's data lay before today: its month is asked for first, a's day a second later.
        QCOMPARE(history->asked.mid(1), QList<QStringList>{{b}});
        clock->advance(1s);
        QCOMPARE(history->asked.mid(2), QList<QStringList>{{a}});
        QCOMPARE(figures->today(a).joules, std::optional(joules(100, clock->utcMs() - day(18))));
    }

    /// Slow answers are asked for less often.
    void slowAnswersArePaused()
    {
        startWith({a});
        clock->advance(10s);
        QPromise<Result<EnergyReply, HistoryProblem>> promise;
        promise.start();
        int asked = 0;
        EnergyFigures slow(
            [&](const QStringList &ids, const QList<qint64> &edges) {
                return ++asked == 1 ? promise.future() : history->energy(ids, edges);
            },
            [this](const QStringList &ids) { return history->extents(ids); }, *clock);
        slow.setOutlets({a}, {});
        slow.start(berlin, history->tariff);
        clock->advance(3s);
        QCOMPARE(asked, 1);
        promise.addResult(history->energy({a}, {day(18), day(19)}).result());
        promise.finish();
        QTRY_VERIFY(slow.today(a).joules);
        slow.recorded({a}, {clock->utcMs() - 1, clock->utcMs()});
        clock->advance(59s);
        QCOMPARE(asked, 1);
        clock->advance(2s);
        QCOMPARE(asked, 2);
    }

    void failureIsTriedAgain()
    {
        history->fails = true;
        startWith({a});
        QVERIFY(!figures->today(a).joules);
        history->fails = false;
        clock->advance(4900ms);
        QVERIFY(!figures->today(a).joules);
        clock->advance(200ms);
        QVERIFY(figures->today(a).joules);
    }

    void midnight()
    {
        startWith({a});
        clock->advance(14h - 1s);
        QVERIFY(*figures->today(a).joules > joules(100, 23 * kHour));
        clock->advance(1s + 10min);
        QCOMPARE(figures->today(a).joules, std::optional(joules(100, 10 * 60'000)));
        QCOMPARE(figures->thisMonth(a).joules,
                 std::optional(joules(100, 18 * 24 * kHour + 10 * 60'000)));
        // The first of July: a new month.
        clock->advance(12 * 24h);
        QCOMPARE(figures->thisMonth(a).joules, std::optional(joules(100, 10 * 60'000)));
    }

    /// The system's clock was set to another day.
    void clockIsSet()
    {
        startWith({a});
        clock->setUtcMs(day(20) + kHour);
        clock->advance(1min);
        QCOMPARE(figures->today(a).joules, std::optional(joules(100, kHour + 60'000)));
    }

    /// Time goes on where nothing is recorded: what is on or missing is looked at each minute.
    void aQuietOutletIsLookedAt()
    {
        startWith({a});
        clock->advance(30min);
        QCOMPARE(figures->today(a).onMs, 10 * kHour + 30 * 60'000);
    }

    void outletsComeAndGo()
    {
        startWith({a});
        clock->advance(5s);
        QSignalSpy changed(figures.get(), &EnergyFigures::changed);
        figures->setOutlets({b}, {b});
        QVERIFY(changed.size() > 0);
        QVERIFY(!figures->today(a).joules);
        clock->advance(0ms);
        QCOMPARE(figures->today({}).joules,
                 std::optional(joules(40, clock->utcMs() - day(18) - 8 * kHour)));
    }

    void projection()
    {
        startWith({a});
        clock->advance(2s);
        const auto projected = figures->projectedMonth();
        QVERIFY(projected);
        const qint64 whole = joules(100, berlin.month({2025, 6, 18}).lengthMs());
        QVERIFY(qAbs(*projected->joules - whole) < 1000); // "so far" is some seconds old
        QVERIFY(qAbs(projected->cost->cents() - Money::ofEnergy(whole, kPriceE4).cents()) <= 1);
        // b has no whole day yet.
        figures->setOutlets({b}, {b});
        clock->advance(5s);
        QVERIFY(!figures->projectedMonth());
    }

    /// Many outlets are projected in portions, and still as a whole.
    void projectionOfMany()
    {
        QStringList ids;
        for (int i = 0; i < 53; ++i) {
            ids.append(QString::number(i));
            history->outlets.insert(ids.constLast(), {10, berlin.dayStartUtcMs({2025, 1, 1})});
        }
        startWith(ids);
        clock->advance(10s);
        const auto projected = figures->projectedMonth();
        QVERIFY(projected);
        QVERIFY(qAbs(*projected->joules - 53 * joules(10, berlin.month({2025, 6, 18}).lengthMs())) <
                53 * 1000);
    }
};

QTEST_GUILESS_MAIN(TestEnergyFigures)
#include "tst_energy_figures.moc"
