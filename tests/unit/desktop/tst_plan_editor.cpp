// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "desktop/plan_editor.h"
#include "desktop/plan_words.h"
#include "plain_text.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// A price plan while it is edited: what is wrong, what changes, what would be saved.
class TestPlanEditor : public QObject
{
    Q_OBJECT

    const QDate today{2025, 11, 18};
    const QString usd = u"USD"_s;
    Tariff tariff;

    static PricePlan flat(const QString &name, QDate from, int price)
    {
        PricePlan plan;
        plan.name = name;
        plan.validFrom = from;
        plan.periods = {{QString(), price}};
        return plan;
    }
    QVariant role(PlanEditor &editor, int row, PeriodModel::Role role)
    {
        return editor.periods()->data(editor.periods()->index(row), role);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        PricePlan winter = flat(u"Winter time-of-use"_s, {2025, 10, 1}, 0);
        winter.periods = {{u"Off-peak"_s, 1300}, {u"Peak"_s, 2400}};
        winter.grid = filled({}, {0, 4, 32, 41}, 1);
        winter.standingChargePerDayE4 = 3500;
        tariff = Tariff();
        tariff.plans = {flat(u"Flat rate"_s, {2024, 1, 1}, 1600), winter,
                        flat(u"Spring flat"_s, {2026, 3, 1}, 1700)};
    }

    void saysOfPlansWhatPeopleAskFor()
    {
        QCOMPARE(PlanWords::when(tariff, 0, today), u"Until Sep 30, 2025"_s);
        QCOMPARE(PlanWords::when(tariff, 1, today), u"From Oct 1, 2025"_s);
        QCOMPARE(PlanWords::when(tariff, 2, today), u"From Mar 1, 2026"_s);
        QCOMPARE(PlanWords::when(tariff, 1, {2026, 6, 1}), u"Oct 1, 2025 to Feb 28, 2026"_s);
        QCOMPARE(PlanWords::prices(tariff.plans.at(0), usd), u"$0.16/kWh"_s);
        QCOMPARE(PlanWords::state(tariff, 0, today), u"Past"_s);
        QCOMPARE(PlanWords::state(tariff, 1, today), u"Used now"_s);
        QCOMPARE(PlanWords::state(tariff, 2, {2026, 2, 28}), u"Starts tomorrow"_s);
        QVERIFY(PlanWords::state(tariff, 2, today).contains(u"103"_s));
        QVERIFY(PlanWords::prices(tariff.plans.at(1), usd).contains(u"$0.13 to $0.24/kWh"_s));
        QCOMPARE(PlanWords::tone(tariff, 1, today), Ui::ToneAccent);
        // The first plan holds before its date, too.
        QCOMPARE(PlanWords::state(tariff, 0, {2020, 1, 1}), u"Used now"_s);
    }

    void readsPrices_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("e4");
        QTest::newRow("plain") << u"0.13"_s << 1300;
        QTest::newRow("sign") << u"$0.13"_s << 1300;
        QTest::newRow("sign and space") << u" $ 0.1325 "_s << 1325;
        QTest::newRow("code") << u"USD 12"_s << 120000;
        QTest::newRow("comma") << u"0,24"_s << 2400;
        QTest::newRow("the most") << u"99.9999"_s << 999999;
        QTest::newRow("too much") << u"100"_s << -1;
        QTest::newRow("negative") << u"-0.10"_s << -1;
        QTest::newRow("too fine") << u"0.12345"_s << -1;
        QTest::newRow("words") << u"cheap"_s << -1;
        QTest::newRow("nothing") << u""_s << -1;
    }
    void readsPrices()
    {
        QFETCH(QString, text);
        QFETCH(int, e4);
        QCOMPARE(PlanWords::priceFromText(text, usd).value_or(-1), e4);
    }

    void showsAPlanUnchanged()
    {
        for (int i = 0; i < 3; ++i) {
            PlanEditor editor;
            editor.edit(tariff, i, today, usd);
            QVERIFY(editor.active());
            QVERIFY(!editor.edited());
            QVERIFY(!editor.canSave());
            QVERIFY(editor.plan() == tariff.plans.at(i));
            QVERIFY(editor.result() == tariff);
        }
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        QCOMPARE(editor.standing(), u"$0.35"_s);
        QCOMPARE(role(editor, 1, PeriodModel::PriceRole).toString(), u"$0.24"_s);
        QCOMPARE(editor.flat(), false);
    }

    void saysWhatIsWrong()
    {
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        editor.setValidFrom(u"2026-03-01"_s);
        QCOMPARE(editor.dateError(), u"Another plan starts on Mar 1, 2026."_s);
        QVERIFY(editor.edited());
        QVERIFY(!editor.canSave());
        editor.setValidFrom(u""_s);
        QVERIFY(!editor.dateError().isEmpty());
        editor.setValidFrom(u"2025-10-01"_s); // its own date is free
        QCOMPARE(editor.dateError(), QString());
        QVERIFY(!editor.edited());

        editor.setStanding(u"lots"_s);
        QCOMPARE(editor.standingError(), u"Enter 0 to 99.9999, with up to four decimals."_s);
        QVERIFY(!editor.canSave());
        editor.setStanding(u""_s);
        QVERIFY(editor.canSave());
        QCOMPARE(editor.plan().standingChargePerDayE4, 0);

        editor.periods()->setName(1, u"off-PEAK "_s);
        QCOMPARE(role(editor, 1, PeriodModel::NameErrorRole).toString(),
                 u"Two periods are called “off-PEAK”."_s);
        QVERIFY(!editor.canSave());
        editor.periods()->setName(1, u" "_s);
        QVERIFY(!role(editor, 1, PeriodModel::NameErrorRole).toString().isEmpty());
        editor.periods()->setName(1, u"Evening"_s);
        editor.periods()->setPrice(1, u"x"_s);
        QVERIFY(!role(editor, 1, PeriodModel::PriceErrorRole).toString().isEmpty());
        QVERIFY(!editor.canSave());
        editor.periods()->setPrice(1, u"0.25"_s);
        QVERIFY(editor.canSave());
        QCOMPARE(editor.result().plans.at(1).periods.at(1), (PricePeriod{u"Evening"_s, 2500}));
    }

    void saysWhichCostsChange()
    {
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        editor.periods()->setPrice(0, u"0.14"_s);
        QCOMPARE(editor.note(),
                 u"Costs since Oct 1 are worked out again when you save. Readings don’t change."_s);
        editor.edit(tariff, 0, today, usd);
        editor.periods()->setPrice(0, u"0.14"_s);
        QCOMPARE(editor.note(), u"All costs until Sep 30, 2025 are worked out again when you save. "
                                u"Readings don’t change."_s);
        editor.edit(tariff, 2, today, usd);
        editor.periods()->setPrice(0, u"0.14"_s);
        QCOMPARE(editor.note(), u"Costs before Mar 1, 2026 don’t change."_s);
        editor.edit(tariff, 2, today, usd);
        editor.setName(u"Another name"_s);
        QCOMPARE(editor.note(), u"No cost changes."_s);
        // A past plan that is not the first.
        editor.edit(tariff, 1, {2026, 6, 1}, usd);
        editor.periods()->setPrice(0, u"0.14"_s);
        QCOMPARE(editor.note(), u"Costs from October 2025 to February 2026 are worked out again "
                                u"when you save. Readings don’t change."_s);
        // Moved to earlier: what lies between changes, too.
        editor.edit(tariff, 1, today, usd);
        editor.setValidFrom(u"2025-08-15"_s);
        QCOMPARE(editor.note(), u"Costs from August 2025 to September 2025 are worked out again "
                                u"when you save. Readings don’t change."_s);
        // The only one: all of them.
        Tariff none;
        editor.begin(flat({}, {2025, 1, 1}, 1000), none, today, usd);
        QCOMPARE(editor.note(),
                 u"All costs are worked out again when you save. Readings don’t change."_s);
        QVERIFY(editor.isNew());
        QVERIFY(editor.canSave());
    }

    void keepsTheOrderOfPlans()
    {
        PlanEditor editor;
        editor.edit(tariff, 2, today, usd);
        editor.setValidFrom(u"2025-06-01"_s);
        const Tariff moved = editor.result();
        QCOMPARE(moved.fault(), std::nullopt);
        QCOMPARE(moved.plans.at(1).name, u"Spring flat"_s);
        QCOMPARE(moved.plans.size(), 3);
        editor.begin(flat(u"Old"_s, {2020, 1, 1}, 900), tariff, today, usd);
        QCOMPARE(editor.result().plans.constFirst().name, u"Old"_s);
        QCOMPARE(editor.result().plans.size(), 4);
    }

    void changesTheKind()
    {
        PlanEditor editor;
        editor.edit(tariff, 0, today, usd);
        editor.setFlat(false);
        QCOMPARE(editor.periods()->count(), 2);
        QCOMPARE(editor.periods()->name(0), u"Off-peak"_s);
        QCOMPARE(editor.week()->period(), 1);
        editor.week()->setMark(0, 32, 4, 41);
        editor.week()->fill();
        QVERIFY(editor.canSave());
        QCOMPARE(editor.result().fault(), std::nullopt);
        editor.setFlat(true);
        QCOMPARE(editor.plan().periods, (QList<PricePeriod>{{QString(), 1600}}));
        QVERIFY(editor.plan() == tariff.plans.at(0));
        editor.setFlat(false); // what was set up is still there
        QCOMPARE(blocksOf(editor.plan().grid, 0).size(), 3);
    }

    void addsAndRemovesPeriods()
    {
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        for (int i = 0; i < 8; ++i)
            editor.addPeriod();
        QCOMPARE(editor.periods()->count(), PeriodModel::kMost);
        editor.edit(tariff, 1, today, usd);
        editor.addPeriod();
        QCOMPARE(editor.week()->period(), 2);
        editor.week()->setMark(6, 0, 6, 47);
        editor.week()->fill();
        QVERIFY(editor.canSave());
        editor.removePeriod(1); // Peak's hours become the first period's
        QCOMPARE(blocksOf(editor.plan().grid, 0), (QList<WeekBlock>{{0, 48, 0}}));
        QCOMPARE(blocksOf(editor.plan().grid, 6), (QList<WeekBlock>{{0, 48, 1}}));
        QCOMPARE(editor.result().fault(), std::nullopt);
        editor.removePeriod(0); // two are the least
        QCOMPARE(editor.periods()->count(), 2);
    }

    void paintsTheWeek()
    {
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        WeekEditor &week = *editor.week();
        week.setMark(2, 32, 2, 41);
        QCOMPARE(week.mark(), QRect(32, 2, 10, 1));
        QCOMPARE(plain(week.markText()), u"Wednesday, 4:00 PM to 9:00 PM, Peak"_s);
        week.fill(); // Off-peak is chosen
        QVERIFY(week.canUndo());
        QCOMPARE(blocksOf(editor.plan().grid, 2), (QList<WeekBlock>{{0, 48, 0}}));
        week.copyDay(2, u"weekdays"_s);
        QCOMPARE(blocksOf(editor.plan().grid, 4), (QList<WeekBlock>{{0, 48, 0}}));
        week.undo();
        week.undo();
        QVERIFY(!week.canUndo());
        QVERIFY(!editor.edited());

        week.setMark(0, 0, 0, 0);
        week.moveMark(0, -1, false);
        QCOMPARE(week.mark(), QRect(0, 0, 1, 1));
        week.moveMark(1, 2, true);
        QCOMPARE(week.mark(), QRect(0, 0, 3, 2));
        week.moveMark(0, 1, false); // the mark becomes one half hour beside its far corner
        QCOMPARE(week.mark(), QRect(3, 1, 1, 1));
        week.setPeriod(1);
        QCOMPARE(week.periodName(), u"Peak"_s);
        week.setPeriod(9);
        QCOMPARE(week.period(), 1);
    }

    void hasSeasons()
    {
        PlanEditor editor;
        editor.edit(tariff, 1, today, usd);
        WeekEditor &week = *editor.week();
        week.addSeason();
        QCOMPARE(week.season(), 0);
        QCOMPARE(week.titles(), (QStringList{u"Rest of the year"_s, u"Summer"_s}));
        week.setPeriod(1);
        week.setMark(5, 0, 6, 47);
        week.fill();
        QCOMPARE(blocksOf(editor.plan().grid, 5), (QList<WeekBlock>{{0, 48, 0}}));
        QCOMPARE(blocksOf(editor.plan().seasons.at(0).grid, 5), (QList<WeekBlock>{{0, 48, 1}}));
        week.setFirst(6, 31);
        QCOMPARE(week.seasonError(), u"No year has a June 31."_s);
        QVERIFY(!editor.canSave());
        week.setFirst(6, 1);
        week.setLast(2, 29);
        QCOMPARE(week.seasonError(), QString());
        QVERIFY(editor.canSave());
        QCOMPARE(editor.result().fault(), std::nullopt);
        week.removeSeason();
        QVERIFY(!editor.edited());
        week.undo();
        QCOMPARE(editor.plan().seasons.size(), 1);
        for (int i = 0; i < 20; ++i)
            week.addSeason();
        QCOMPARE(editor.plan().seasons.size(), qsizetype(WeekEditor::kMostSeasons));
        QCOMPARE(editor.result().fault(), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestPlanEditor)
#include "tst_plan_editor.moc"
