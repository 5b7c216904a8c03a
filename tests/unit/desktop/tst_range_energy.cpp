// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <cmath>

#include "chart_stage.h"
#include "curve_samples.h"
#include "desktop/charts/range_energy.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

namespace {

/// An answer in which the outlet drew \a watts in each bucket; NaN = nothing known.
EnergyReply reply(const QList<qint64> &edges, qint64 asOfUtcMs,
                  const std::function<double(qint64)> &watts)
{
    EnergyReply answer;
    answer.edgesUtcMs = edges;
    answer.asOfUtcMs = asOfUtcMs;
    EnergySeries series;
    series.outletId = QStringLiteral("a");
    qint64 joules = 0;
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        EnergyRow row;
        row.range = {edges.at(i), edges.at(i + 1)};
        const qint64 end = std::min(row.range.endUtcMs, asOfUtcMs);
        const double power = watts(row.range.startUtcMs);
        if (end > row.range.startUtcMs && power == power) {
            row.energy.knownMs = end - row.range.startUtcMs;
            row.energy.joules = static_cast<qint64>(power * double(row.energy.knownMs) / 1000);
            row.energy.minMilliwatts = row.energy.maxMilliwatts = qint64(power * 1000) + 5000;
            row.cost = Money::ofEnergy(row.energy.joules, 2000);
        }
        series.total.add(row.energy);
        joules += row.energy.joules;
        series.rows.append(row);
    }
    series.cost = Money::ofEnergy(joules, 2000);
    answer.outlets = {series};
    return answer;
}

class EnergyBed : public ChartBed
{
public:
    EnergyBed()
    {
        energy.code = QStringLiteral("USD");
        energy.firstUtcMs = test::at(energy.local, "2025-01-01");
        used.setRange(&range);
        used.setFace(face.get());
    }
    ~EnergyBed() { used.setFace(nullptr); }

    /// Answers every question that waits: 100 W by day, 2 W before 8, gone from 2 to 3 PM.
    void answerAll()
    {
        for (const auto &question : std::exchange(energy.energyAsked, {})) {
            if (question.isCanceled())
                continue;
            question.answer(reply(question.query.edgesUtcMs, clock.utcMs(), [this](qint64 utcMs) {
                const int hour = energy.local.minuteOfDay(utcMs) / 60;
                return hour == 14 ? std::nan("") : hour < 8 ? 2.0 : 100.0;
            }));
        }
    }

    RangeEnergy used;
};

} // namespace

/// The figures above an outlet's chart and the bars below it.
class TestRangeEnergy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresOfADay()
    {
        EnergyBed bed;
        const RangeEnergy &used = bed.used;
        QCOMPARE(used.energyText(), QStringLiteral("–"));
        QCOMPARE(used.standbyText(), QStringLiteral("–"));
        QVERIFY(used.areBarsLoading());
        bed.answerAll();
        // 8 h at 2 W, 8 h at 100 W (8 AM to 5 PM without one hour).
        QCOMPARE(plain(used.energyText()), QStringLiteral("0.82 kWh"));
        QCOMPARE(used.costText(), QStringLiteral("$0.16"));
        QCOMPARE(plain(used.averageText()), QStringLiteral("51.0 W"));
        QCOMPARE(plain(used.peakText()), QStringLiteral("105 W"));
        QCOMPARE(used.standbyText(), QStringLiteral("2%")); // 16 of 816 Wh
        QCOMPARE(plain(used.missingText()), QStringLiteral("1 h missing"));
        QVERIFY(!used.areBarsLoading());
    }

    void barsOfADayAreHours()
    {
        EnergyBed bed;
        bed.answerAll();
        QCOMPARE(bed.used.barsTitle(), QStringLiteral("Energy per hour"));
        QCOMPARE(bed.used.units(), QStringList({QStringLiteral("Hour"), QStringLiteral("Day")}));
        QVERIFY(bed.used.barsNote().isEmpty());
        const BarData &data = bed.used.bars()->data();
        QCOMPARE(data.unit, CalendarUnit::Hour);
        QCOMPARE(data.buckets.size(), 24);
        QCOMPARE(data.series.size(), 1);
        const auto joules = [&](int hour) {
            return data.series.constFirst().values.at(hour).joules;
        };
        QCOMPARE(joules(3), std::optional<qint64>(7200));
        QCOMPARE(joules(10), std::optional<qint64>(360'000));
        QCOMPARE(joules(14), std::nullopt); // not known, and not 0
        QCOMPARE(joules(20), std::nullopt);
        QCOMPARE(data.buckets.at(14).missingMs, kHour);
        QCOMPARE(data.buckets.at(10).missingMs, 0);
        QVERIFY(data.buckets.at(17).isCurrent); // it is 5 PM
        QVERIFY(!data.buckets.at(16).isCurrent);
        QVERIFY(data.buckets.at(18).isFuture);
    }

    void barsCanBeDaysOfTheWeek()
    {
        EnergyBed bed;
        bed.answerAll();
        bed.used.setUnit(1);
        QVERIFY(bed.used.areBarsLoading());
        bed.answerAll();
        QCOMPARE(bed.used.barsTitle(), QStringLiteral("Energy per day"));
        QCOMPARE(bed.used.barsNote(), QString::fromUtf8("Nov 16 – Nov 22"));
        QCOMPARE(bed.used.bars()->data().buckets.size(), 7);
        bed.used.setUnit(7);
        QCOMPARE(bed.used.unit(), 1);
        bed.range.previous(); // another range begins with its own steps
        QCOMPARE(bed.used.unit(), 0);
    }

    void everyRangeHasItsBars_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bars");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, ChartRange::Kind kind, int bars, const char *title) {
            QTest::newRow(name) << int(kind) << bars << QString::fromLatin1(title);
        };
        row("live", ChartRange::Live, 24, "Energy per hour");
        row("hour", ChartRange::Hour, 24, "Energy per hour");
        row("week", ChartRange::Week, 7, "Energy per day");
        row("month", ChartRange::Month, 30, "Energy per day");
        row("year", ChartRange::Year, 12, "Energy per month");
    }

    void everyRangeHasItsBars()
    {
        QFETCH(int, kind);
        EnergyBed bed;
        bed.range.setKind(static_cast<ChartRange::Kind>(kind));
        bed.answerAll();
        QTEST(int(bed.used.bars()->data().buckets.size()), "bars");
        QTEST(bed.used.barsTitle(), "title");
    }

    void clockChangesAreInTheBars()
    {
        EnergyBed bed;
        bed.range.setDays(QStringLiteral("2025-11-02"), QStringLiteral("2025-11-02"));
        bed.answerAll();
        QCOMPARE(bed.used.bars()->data().buckets.size(), 25);
    }

    void nothingIsMissingBeforeTheFirstData()
    {
        EnergyBed bed;
        bed.energy.firstUtcMs = at(bed.energy.local, "2025-11-18T14:30");
        bed.used.setFace(nullptr);
        bed.used.setFace(bed.face.get());
        bed.answerAll();
        QCOMPARE(bed.used.bars()->data().buckets.at(14).missingMs, kHour / 2);
    }

    void followsPricesAndData()
    {
        EnergyBed bed;
        bed.answerAll();
        Q_EMIT bed.energy.tariffChanged();
        QCOMPARE(bed.energy.energyAsked.size(), 2);
        QCOMPARE(plain(bed.used.energyText()), QStringLiteral("0.82 kWh")); // stays meanwhile
        bed.answerAll();
        Q_EMIT bed.energy.recorded({QStringLiteral("a")},
                                   {bed.clock.utcMs() - 1000, bed.clock.utcMs()});
        QCOMPARE(bed.energy.energyAsked.size(), 0);
        bed.clock.advance(10s);
        QCOMPARE(bed.energy.energyAsked.size(), 2);
    }

    void outdatedAnswersDoNotCount()
    {
        EnergyBed bed;
        const auto first = bed.energy.energyAsked;
        bed.range.previous();
        for (const auto &question : first) {
            QVERIFY(question.isCanceled());
            question.answer(
                reply(question.query.edgesUtcMs, bed.clock.utcMs(), [](qint64) { return 5000; }));
        }
        QCOMPARE(bed.used.energyText(), QStringLiteral("–"));
        QVERIFY(bed.used.areBarsLoading());
    }

    void whatIsPassedIsNotAskedFor()
    {
        EnergyBed bed;
        bed.range.setKind(ChartRange::Year);
        bed.answerAll();
        const QString before = bed.used.energyText();
        const QSignalSpy figures(&bed.used, &RangeEnergy::figuresChanged);
        const QSignalSpy bars(&bed.used, &RangeEnergy::barsChanged);
        bed.range.zoomBy(0.5, 0.5);
        for (int i = 0; i < 20; ++i) {
            bed.range.pan(0.02);
            bed.clock.advance(50ms);
        }
        QCOMPARE(bed.energy.energyAsked.size(), 0);
        bed.clock.advance(100ms);
        QCOMPARE(bed.energy.energyAsked.size(), 2);
        QCOMPARE(figures.size(), 0); // what there was stays until there is something else
        QCOMPARE(bed.used.energyText(), before);
        bed.answerAll();
        QCOMPARE(figures.size(), 1);
        QVERIFY(bed.used.energyText() != before);
        QVERIFY(bars.size() <= 3);
        bed.range.zoomOut();
        bed.range.zoomOut();
        bed.clock.advance(1s);
        bed.answerAll();
        QCOMPARE(bed.used.energyText(), before);
        // Another range is no move: its figures are not known yet.
        bed.range.zoomBy(0.5, 0.5);
        bed.range.setKind(ChartRange::Month);
        QCOMPARE(bed.used.energyText(), QStringLiteral("–"));
        QCOMPARE(bed.energy.energyAsked.size(), 2);
    }

    void stepsThatALongerRangeHasNot()
    {
        EnergyBed bed;
        const QSignalSpy units(&bed.used, &RangeEnergy::unitsChanged);
        bed.answerAll();
        bed.used.setUnit(1);
        bed.answerAll();
        QCOMPARE(units.size(), 0); // buttons that would be made anew would lose the focus
        bed.range.setKind(ChartRange::Year);
        QCOMPARE(units.size(), 1);
        QCOMPARE(bed.used.unit(), 0);
        QCOMPARE(bed.used.units(), QStringList{QStringLiteral("Month")});
    }

    void saysWhatWentWrong()
    {
        EnergyBed bed;
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::CannotRead;
        for (const auto &question : std::exchange(bed.energy.energyAsked, {}))
            question.answer(problem);
        QCOMPARE(bed.used.barsError(), problem.sentence());
        QVERIFY(!bed.used.areBarsLoading());
        QCOMPARE(bed.used.energyText(), QStringLiteral("–"));
        bed.used.retry();
        bed.answerAll();
        QVERIFY(bed.used.barsError().isEmpty());
        QCOMPARE(plain(bed.used.energyText()), QStringLiteral("0.82 kWh"));
    }
};

QTEST_GUILESS_MAIN(TestRangeEnergy)
#include "tst_range_energy.moc"
