// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "bar_samples.h"
#include "desktop/charts/bar_words.h"
#include "desktop/english_plurals.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;

/// What a bar chart says.
class TestBarWords : public QObject
{
    Q_OBJECT

    EnglishPlurals m_plurals;

    static QString ticks(const BarData &data, qreal width)
    {
        QStringList labels;
        for (const BarTick &tick : BarWords::ticks(data, width))
            labels << (tick.strong ? u'*' + tick.label : tick.label);
        return plain(labels.join(u'|'));
    }

    static QString lines(double top, bool byCost)
    {
        QStringList labels;
        for (const AxisLine &line : BarWords::lines(top, byCost, QStringLiteral("USD")))
            labels << line.label;
        return plain(labels.join(u' '));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void bucketsAreCalledByLocalTime()
    {
        const BarData days = emptyBars(CalendarUnit::Day, {2025, 11, 17}, {2025, 11, 18});
        QCOMPARE(BarWords::title(days, 0), QStringLiteral("Mon, Nov 17"));
        const BarData months = emptyBars(CalendarUnit::Month, {2025, 1, 1}, {2026, 1, 1});
        QCOMPARE(BarWords::title(months, 10), QStringLiteral("November 2025"));
        const BarData hours = emptyBars(CalendarUnit::Hour, {2025, 11, 17}, {2025, 11, 18});
        QCOMPARE(plain(BarWords::title(hours, 15)),
                 QStringLiteral("Mon, Nov 17, 3:00 PM to 4:00 PM"));
    }

    void labelsOfAMonth()
    {
        BarData month = emptyBars(CalendarUnit::Day, {2025, 11, 1}, {2025, 12, 1});
        QCOMPARE(ticks(month, 668), QStringLiteral("1|5|10|15|20|25|30"));
        month.buckets[17].isCurrent = true;
        QCOMPARE(ticks(month, 668), QStringLiteral("1|5|10|15|*18|20|25|30"));
        month.buckets[17].isCurrent = false;
        month.buckets[18].isCurrent = true; // the 20th would touch it
        QCOMPARE(ticks(month, 668), QStringLiteral("1|5|10|15|*19|25|30"));
        QCOMPARE(ticks(month, 270), QStringLiteral("1|10|*19|30"));
    }

    void labelsOfAWeekAYearAndADay()
    {
        const BarData week = emptyBars(CalendarUnit::Day, {2025, 11, 16}, {2025, 11, 23});
        QCOMPARE(ticks(week, 668),
                 QStringLiteral("Sun 16|Mon 17|Tue 18|Wed 19|Thu 20|Fri 21|Sat 22"));
        QCOMPARE(ticks(week, 300), QStringLiteral("16|17|18|19|20|21|22"));
        const BarData year = emptyBars(CalendarUnit::Month, {2025, 1, 1}, {2026, 1, 1});
        QCOMPARE(ticks(year, 668).section(u'|', 0, 2), QStringLiteral("Jan|Feb|Mar"));
        QCOMPARE(ticks(year, 300), QStringLiteral("J|F|M|A|M|J|J|A|S|O|N|D"));
        const BarData day = emptyBars(CalendarUnit::Hour, {2025, 11, 17}, {2025, 11, 18});
        QCOMPARE(ticks(day, 668), QStringLiteral("12 AM|3 AM|6 AM|9 AM|12 PM|3 PM|6 PM|9 PM"));
        QCOMPARE(ticks(day, 250), QStringLiteral("12 AM|6 AM|12 PM|6 PM"));
    }

    /// 1 o'clock comes twice on this day, 2 o'clock not at all on the other.
    void clockChanges()
    {
        const BarData longDay = emptyBars(CalendarUnit::Hour, {2025, 11, 2}, {2025, 11, 3});
        QCOMPARE(longDay.buckets.size(), 25);
        QCOMPARE(ticks(longDay, 700), QStringLiteral("12 AM|3 AM|6 AM|9 AM|12 PM|3 PM|6 PM|9 PM"));
        const BarData shortDay = emptyBars(CalendarUnit::Hour, {2025, 3, 9}, {2025, 3, 10});
        QCOMPARE(shortDay.buckets.size(), 23);
        QCOMPARE(plain(BarWords::title(shortDay, 1)),
                 QStringLiteral("Sun, Mar 9, 1:00 AM to 3:00 AM"));
    }

    void valueAxis()
    {
        QCOMPARE(lines(10, false), QStringLiteral("10 kWh 5 0"));
        QCOMPARE(lines(15, false), QStringLiteral("15 kWh 10 5 0"));
        QCOMPARE(BarWords::lines(15, false, QStringLiteral("USD"), false).first().label,
                 QStringLiteral("15"));
        QCOMPARE(lines(0.01, false), QStringLiteral("0.010 kWh 0.005 0"));
        QCOMPARE(lines(1.5, false), QStringLiteral("1.5 kWh 1.0 0.5 0"));
        QCOMPARE(lines(50, true), QStringLiteral("$50 $25 $0"));
        QCOMPARE(lines(5, true), QStringLiteral("$5.00 $2.50 $0.00"));
        QCOMPARE(lines(0.1, true), QStringLiteral("$0.10 $0.05 $0.00"));
    }

    void theTipNamesTheFourLargestInTheOrderOfTheStack()
    {
        BarData data = emptyBars(CalendarUnit::Day, {2025, 11, 17}, {2025, 11, 19});
        addOutlet(data, QStringLiteral("heater"), {430 * kKwh / 100, 0});
        addOutlet(data, QStringLiteral("freezer"), {128 * kKwh / 100, 2 * kKwh});
        addOutlet(data, QStringLiteral("tv"), {77 * kKwh / 100, 3 * kKwh / 2});
        addOutlet(data, QStringLiteral("desk"), {96 * kKwh / 100, kKwh});
        addOutlet(data, QStringLiteral("fish"), {50 * kKwh / 100, 0});
        addOutlet(data, QStringLiteral("lamp"), {41 * kKwh / 100, 0});
        addOutlet(data, QStringLiteral("gone"), {-1, -1});
        data.buckets[0].missingMs = 8 * 60'000;
        const BarStack stack = makeBarStack(data, false);
        const BarTip tip = BarWords::tip(data, stack, 0, false);
        QCOMPARE(tip.title, QStringLiteral("Mon, Nov 17"));
        QCOMPARE(plain(tip.total), QStringLiteral("8.22 kWh · $1.64"));
        QStringList rows;
        for (const BarTip::Row &row : tip.rows)
            rows << row.name + u' ' + plain(row.value);
        QCOMPARE(rows.join(u'|'),
                 QStringLiteral("HEATER 4.30 kWh|FREEZER 1.28 kWh|TV 0.77 kWh|DESK 0.96 kWh"));
        QCOMPARE(tip.moreName, QStringLiteral("2 more outlets"));
        QCOMPARE(plain(tip.moreValue), QStringLiteral("0.91 kWh"));
        QCOMPARE(tip.note, QStringLiteral("8 min missing"));
        // The one that somebody went to by keys is named in any case.
        const BarTip chosen = BarWords::tip(data, stack, 0, false, QStringLiteral("lamp"));
        QCOMPARE(chosen.rows.size(), 5);
        QVERIFY(chosen.rows.last().chosen);
        QCOMPARE(chosen.moreName, QStringLiteral("1 more outlet"));
    }

    void theTipOfASingleSeriesAndOfTheFuture()
    {
        BarData data = emptyBars(CalendarUnit::Hour, {2025, 11, 17}, {2025, 11, 18});
        addOutlet(data, QStringLiteral("heater"), {kKwh / 2});
        data.buckets[0].isCurrent = true;
        data.buckets[1].isFuture = true;
        data.buckets[1].projected = used(kKwh);
        data.buckets[2].isFuture = true;
        const BarStack stack = makeBarStack(data, true);
        const BarTip tip = BarWords::tip(data, stack, 0, true);
        QVERIFY(tip.rows.isEmpty());
        QCOMPARE(plain(tip.total), QStringLiteral("$0.10 · 0.50 kWh"));
        QCOMPARE(tip.note, QStringLiteral("So far"));
        QCOMPARE(BarWords::tip(data, stack, 1, false).note, QStringLiteral("Projected"));
        QCOMPARE(plain(BarWords::tip(data, stack, 2, false).total), QStringLiteral("–"));
    }

    void theTableIsTheChart()
    {
        BarData data = emptyBars(CalendarUnit::Day, {2025, 11, 16}, {2025, 11, 20});
        addOutlet(data, QStringLiteral("a"), {kKwh, -1, 2 * kKwh});
        addOutlet(data, QStringLiteral("b"), {kKwh, -1, 3 * kKwh});
        data.buckets[2].isCurrent = true;
        data.buckets[3].isFuture = true;
        const QList<BarRow> rows = BarWords::table(data, makeBarStack(data, false), false);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().time, QStringLiteral("Tue, Nov 18"));
        QCOMPARE(plain(rows.first().total), QStringLiteral("5.00 kWh"));
        QCOMPARE(plain(rows.first().other), QStringLiteral("$1.00"));
        QCOMPARE(plain(rows.first().parts.join(u'|')), QStringLiteral("3.00 kWh|2.00 kWh"));
        QCOMPARE(rows.first().note, QStringLiteral("So far"));
        QCOMPARE(rows.at(1).total, QStringLiteral("–"));
    }

    void theSummaryIsForEars()
    {
        BarData data = emptyBars(CalendarUnit::Day, {2025, 11, 16}, {2025, 11, 19});
        const QString title = QStringLiteral("Energy, November 2025");
        QCOMPARE(BarWords::summary(data, makeBarStack(data, false), false, title),
                 QStringLiteral("Energy, November 2025, nothing measured"));
        addOutlet(data, QStringLiteral("a"), {kKwh, 3 * kKwh, kKwh});
        data.buckets[1].missingMs = 46 * 60'000;
        QCOMPARE(plain(BarWords::summary(data, makeBarStack(data, false), false, title)),
                 QStringLiteral("Energy, November 2025, 5.00 kilowatt hours in total, most on Mon, "
                                "Nov 17 with 3.00 kilowatt hours, 46 min missing"));
        QCOMPARE(plain(BarWords::summary(data, makeBarStack(data, true), true, title)),
                 QStringLiteral("Energy, November 2025, $1.00 in total, most on Mon, Nov 17 with "
                                "$0.60, 46 min missing"));
    }
};

QTEST_GUILESS_MAIN(TestBarWords)
#include "tst_bar_words.moc"
