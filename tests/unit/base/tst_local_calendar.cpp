// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <algorithm>
#include <limits>

#include "base/local_calendar.h"
#include "zones.h"

using namespace outlet;

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

LocalCalendar in(const char *zone, Qt::DayOfWeek first = Qt::Monday)
{
    return LocalCalendar(QTimeZone(zone), first);
}

qint64 utc(int y, int mo, int d, int h = 0, int mi = 0)
{
    return QDateTime(QDate(y, mo, d), QTime(h, mi), QTimeZone::utc()).toMSecsSinceEpoch();
}

/// Lengths in minutes of the buckets between borders.
QList<qint64> minutes(const QList<qint64> &edges)
{
    QList<qint64> lengths;
    for (qsizetype i = 1; i < edges.size(); ++i)
        lengths << (edges[i] - edges[i - 1]) / kMinute;
    return lengths;
}

} // namespace

/// Local time: days, weeks, months, the clock's steps, and texts of instants.
class TestLocalCalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                                 nepalZone(), "America/Sao_Paulo", "America/Havana"})
            QVERIFY2(QTimeZone(zone).isValid(), zone);
    }

    /// What each zone's days are, written out from the zones' laws.
    void days_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<qint64>("start");
        QTest::addColumn<int>("minutes");
        const auto row = [](const char *name, const char *zone, QDate date, qint64 start,
                            int length) {
            QTest::newRow(name) << QByteArray(zone) << date << start << length;
        };
        row("Berlin, plain", "Europe/Berlin", {2025, 1, 15}, utc(2025, 1, 14, 23), 1440);
        row("Berlin, spring", "Europe/Berlin", {2025, 3, 30}, utc(2025, 3, 29, 23), 1380);
        row("Berlin, summer", "Europe/Berlin", {2025, 7, 1}, utc(2025, 6, 30, 22), 1440);
        row("Berlin, autumn", "Europe/Berlin", {2025, 10, 26}, utc(2025, 10, 25, 22), 1500);
        row("New York, spring", "America/New_York", {2025, 3, 9}, utc(2025, 3, 9, 5), 1380);
        row("New York, autumn", "America/New_York", {2025, 11, 2}, utc(2025, 11, 2, 4), 1500);
        row("Lord Howe, autumn", "Australia/Lord_Howe", {2025, 4, 6}, utc(2025, 4, 5, 13), 1470);
        row("Lord Howe, winter", "Australia/Lord_Howe", {2025, 7, 1}, utc(2025, 6, 30, 13, 30),
            1440);
        row("Lord Howe, spring", "Australia/Lord_Howe", {2025, 10, 5}, utc(2025, 10, 4, 13, 30),
            1410);
        row("Kathmandu", nepalZone(), {2025, 3, 30}, utc(2025, 3, 29, 18, 15), 1440);
        // Midnight was skipped: the day begins at 1 o'clock. It came back at midnight, to 23:00 of
        // the evening before, which is therefore the long day.
        row("Sao Paulo, spring", "America/Sao_Paulo", {2018, 11, 4}, utc(2018, 11, 4, 3), 1380);
        row("Sao Paulo, autumn", "America/Sao_Paulo", {2018, 2, 17}, utc(2018, 2, 17, 2), 1500);
        // Midnight happens twice: the day begins at the first.
        row("Havana, autumn", "America/Havana", {2024, 11, 3}, utc(2024, 11, 3, 4), 1500);
        // The 30th of December was left out altogether.
        if (systemKnowsOldZones()) {
            row("Apia, no day", "Pacific/Apia", {2011, 12, 30}, utc(2011, 12, 30, 10), 0);
            row("Apia, next day", "Pacific/Apia", {2011, 12, 31}, utc(2011, 12, 30, 10), 1440);
        }
        // Beyond the table of changes the clock still goes on.
        row("far away", nepalZone(), {9000, 1, 1}, utc(8999, 12, 31, 18, 15), 1440);
    }
    void days()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(qint64, start);
        QFETCH(int, minutes);
        const LocalCalendar calendar{QTimeZone(zone)};
        QCOMPARE(calendar.dayStartUtcMs(date), start);
        QCOMPARE(calendar.day(date), (TimeRange{start, start + minutes * kMinute}));
        if (minutes == 0)
            return;
        QCOMPARE(calendar.date(start), date);
        QVERIFY(calendar.date(start - 1) < date);
        QCOMPARE(calendar.date(start + minutes * kMinute - 1), date);
        QCOMPARE(calendar.date(start + minutes * kMinute), date.addDays(1));
    }

    /// Every hour of some years has the same offset as Qt's own time zones say.
    void agreesWithQt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                                 nepalZone(), "UTC", "UTC+05:30"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void agreesWithQt()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone qtZone(zone);
        QVERIFY(qtZone.isValid());
        const LocalCalendar calendar(qtZone);
        for (qint64 t = utc(2023, 12, 31); t < utc(2026, 1, 2); t += kHour / 2) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(t, qtZone);
            if (calendar.date(t) != local.date())
                QFAIL(qPrintable(local.toString(Qt::ISODate)));
            const QString text = local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
            if (!text.endsWith(u'Z') && calendar.isoText(t) != text)
                QFAIL(qPrintable(calendar.isoText(t) + QStringLiteral(" is not ") + text));
        }
    }

    /// St John's set its clock back a minute after midnight: that minute's day goes on.
    void aDayStaysOneDay()
    {
        const LocalCalendar calendar = in("America/St_Johns");
        // 2010-11-07 00:01 NDT (UTC-2:30) became 2010-11-06 23:01 NST (UTC-3:30).
        const qint64 start = utc(2010, 11, 7, 2, 30);
        QCOMPARE(calendar.dayStartUtcMs({2010, 11, 7}), start);
        for (const qint64 later : {0LL, 1LL, 30LL, 60LL, 61LL, 600LL})
            QCOMPARE(calendar.date(start + later * kMinute), QDate(2010, 11, 7));
        QCOMPARE(calendar.date(start - 1), QDate(2010, 11, 6));
        const QList<qint64> hours = calendar.edges(calendar.day({2010, 11, 7}), CalendarUnit::Hour);
        QCOMPARE(minutes(hours).mid(0, 4), (QList<qint64>{1, 59, 60, 60}));
        QCOMPARE(hours.constLast() - hours.constFirst(), 25 * kHour);
    }

    void weeksMonthsYears()
    {
        const LocalCalendar berlin = in("Europe/Berlin");
        QCOMPARE(berlin.week({2025, 10, 26}),
                 (TimeRange{utc(2025, 10, 19, 22), utc(2025, 10, 26, 23)}));
        QCOMPARE(in("Europe/Berlin", Qt::Sunday).week({2025, 10, 26}),
                 (TimeRange{utc(2025, 10, 25, 22), utc(2025, 11, 1, 23)}));
        QCOMPARE(in("Europe/Berlin", Qt::Saturday).week({2025, 10, 26}).startUtcMs,
                 utc(2025, 10, 24, 22));
        QCOMPARE(berlin.month({2025, 3, 31}),
                 (TimeRange{utc(2025, 2, 28, 23), utc(2025, 3, 31, 22)}));
        QCOMPARE(berlin.month({2025, 3, 31}).lengthMs(), 31 * 24 * kHour - kHour);
        QCOMPARE(berlin.year({2025, 8, 8}),
                 (TimeRange{utc(2024, 12, 31, 23), utc(2025, 12, 31, 23)}));
        const LocalCalendar howe = in("Australia/Lord_Howe");
        QCOMPARE(howe.month({2025, 4, 1}).lengthMs(), 30 * 24 * kHour + kHour / 2);
        QCOMPARE(howe.year({2025, 1, 1}).lengthMs(), 365 * 24 * kHour);
        QCOMPARE(in(nepalZone()).year({2024, 5, 1}).lengthMs(), 366 * 24 * kHour);
    }

    void billingMonths()
    {
        const LocalCalendar berlin = in("Europe/Berlin");
        const auto dates = [&](QDate date, int first) {
            const TimeRange month = berlin.month(date, first);
            return QList<QDate>{berlin.date(month.startUtcMs), berlin.date(month.endUtcMs)};
        };
        QCOMPARE(dates({2025, 3, 14}, 15), (QList<QDate>{{2025, 2, 15}, {2025, 3, 15}}));
        QCOMPARE(dates({2025, 3, 15}, 15), (QList<QDate>{{2025, 3, 15}, {2025, 4, 15}}));
        QCOMPARE(dates({2025, 1, 1}, 28), (QList<QDate>{{2024, 12, 28}, {2025, 1, 28}}));
        QCOMPARE(dates({2024, 3, 1}, 28), (QList<QDate>{{2024, 2, 28}, {2024, 3, 28}}));
        // Outside of 1 to 28 the nearest counts.
        QCOMPARE(dates({2025, 3, 30}, 31), (QList<QDate>{{2025, 3, 28}, {2025, 4, 28}}));
        QCOMPARE(dates({2025, 3, 30}, 0), (QList<QDate>{{2025, 3, 1}, {2025, 4, 1}}));
        QCOMPARE(berlin.month({2025, 3, 20}, 15).lengthMs(), 31 * 24 * kHour - kHour);
    }

    /// The clock's steps on days of odd length.
    void hoursOfOddDays()
    {
        const auto hours = [](const char *zone, QDate date,
                              CalendarUnit unit = CalendarUnit::Hour) {
            const LocalCalendar calendar = in(zone);
            const QList<qint64> edges = calendar.edges(calendar.day(date), unit);
            const TimeRange day = calendar.day(date);
            if (edges.constFirst() != day.startUtcMs || edges.constLast() != day.endUtcMs)
                qFatal("the borders of the day are not the day's");
            return minutes(edges);
        };
        QCOMPARE(hours("Europe/Berlin", {2025, 3, 30}), QList<qint64>(23, 60));
        QCOMPARE(hours("Europe/Berlin", {2025, 10, 26}), QList<qint64>(25, 60));
        QCOMPARE(hours("America/New_York", {2025, 3, 9}), QList<qint64>(23, 60));
        QCOMPARE(hours("America/New_York", {2025, 11, 2}), QList<qint64>(25, 60));
        QCOMPARE(hours(nepalZone(), {2025, 3, 30}), QList<qint64>(24, 60));
        // Lord Howe: from 2:00 to 2:30, back from 2:00 to 1:30.
        QList<qint64> shortHour(24, 60), longHour(24, 60);
        shortHour[2] = 30;
        longHour[1] = 90;
        QCOMPARE(hours("Australia/Lord_Howe", {2025, 10, 5}), shortHour);
        QCOMPARE(hours("Australia/Lord_Howe", {2025, 4, 6}), longHour);
        QCOMPARE(hours("Australia/Lord_Howe", {2025, 10, 5}, CalendarUnit::HalfHour),
                 QList<qint64>(47, 30));
        QCOMPARE(hours("Australia/Lord_Howe", {2025, 4, 6}, CalendarUnit::HalfHour),
                 QList<qint64>(49, 30));
        QList<qint64> shortPair(12, 120), longPair(12, 120);
        shortPair[1] = 60;
        longPair[1] = 180;
        QCOMPARE(hours("Europe/Berlin", {2025, 3, 30}, CalendarUnit::TwoHours), shortPair);
        QCOMPARE(hours("Europe/Berlin", {2025, 10, 26}, CalendarUnit::TwoHours), longPair);
        QCOMPARE(hours("America/Sao_Paulo", {2018, 11, 4}), QList<qint64>(23, 60));
        QCOMPARE(hours("Europe/Berlin", {2025, 3, 30}, CalendarUnit::Minute),
                 QList<qint64>(1380, 1));
        QCOMPARE(hours("Europe/Berlin", {2025, 3, 30}, CalendarUnit::QuarterHour),
                 QList<qint64>(92, 15));
        QCOMPARE(hours("Europe/Berlin", {2025, 3, 30}, CalendarUnit::FiveMinutes),
                 QList<qint64>(276, 5));
    }

    /// The borders reach around the range, however it lies.
    void edgesCoverTheRange()
    {
        const LocalCalendar nepal = in(nepalZone()); // UTC + 5:45
        QCOMPARE(nepal.edges({utc(2025, 5, 1, 0, 20), utc(2025, 5, 1, 1, 16)}, CalendarUnit::Hour),
                 (QList<qint64>{utc(2025, 5, 1, 0, 15), utc(2025, 5, 1, 1, 15),
                                utc(2025, 5, 1, 2, 15)}));
        QCOMPARE(nepal.edges({utc(2025, 5, 1, 0, 15), utc(2025, 5, 1, 1, 15)}, CalendarUnit::Hour),
                 (QList<qint64>{utc(2025, 5, 1, 0, 15), utc(2025, 5, 1, 1, 15)}));
        QCOMPARE(nepal.edges({utc(2025, 5, 1), utc(2025, 5, 1) + 1}, CalendarUnit::Day),
                 (QList<qint64>{utc(2025, 4, 30, 18, 15), utc(2025, 5, 1, 18, 15)}));
        const LocalCalendar berlin = in("Europe/Berlin");
        QCOMPARE(berlin.edges({utc(2025, 5, 14), utc(2025, 5, 20)}, CalendarUnit::Week),
                 (QList<qint64>{utc(2025, 5, 11, 22), utc(2025, 5, 18, 22), utc(2025, 5, 25, 22)}));
        QCOMPARE(berlin.edges({utc(2025, 2, 14), utc(2025, 4, 20)}, CalendarUnit::Month),
                 (QList<qint64>{utc(2025, 1, 31, 23), utc(2025, 2, 28, 23), utc(2025, 3, 31, 22),
                                utc(2025, 4, 30, 22)}));
        QCOMPARE(
            berlin.edges({utc(2024, 2, 14), utc(2025, 4, 20)}, CalendarUnit::Year),
            (QList<qint64>{utc(2023, 12, 31, 23), utc(2024, 12, 31, 23), utc(2025, 12, 31, 23)}));
        if (!systemKnowsOldZones())
            return;
        // Across the left-out day of Apia there is no empty bucket.
        const LocalCalendar apia = in("Pacific/Apia");
        QCOMPARE(minutes(apia.edges(
                     {apia.dayStartUtcMs({2011, 12, 29}), apia.dayStartUtcMs({2012, 1, 2})},
                     CalendarUnit::Day)),
                 QList<qint64>(3, 1440));
        QCOMPARE(minutes(apia.edges(
                     {apia.dayStartUtcMs({2011, 12, 29}), apia.dayStartUtcMs({2012, 1, 2})},
                     CalendarUnit::Hour)),
                 QList<qint64>(72, 60));
    }

    /// Over a year, the borders of coarse steps are borders of the finer ones, in all four zones.
    void stepsOfDays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("odd");
        QTest::addColumn<int>("minutes");
        QTest::newRow("Berlin, spring")
            << QByteArray("Europe/Berlin") << QDate(2025, 3, 30) << 23 * 60;
        QTest::newRow("Berlin, autumn")
            << QByteArray("Europe/Berlin") << QDate(2025, 10, 26) << 25 * 60;
        QTest::newRow("Lord Howe, spring")
            << QByteArray("Australia/Lord_Howe") << QDate(2025, 10, 5) << 23 * 60 + 30;
        QTest::newRow("Lord Howe, autumn")
            << QByteArray("Australia/Lord_Howe") << QDate(2025, 4, 6) << 24 * 60 + 30;
        QTest::newRow("Kathmandu") << QByteArray(nepalZone()) << QDate(2025, 10, 26) << 24 * 60;
    }
    /// Days, and parts of them, begin at their local times on both sides of a clock change.
    void stepsOfDays()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, odd);
        QFETCH(int, minutes);
        constexpr qint64 kHourMs = 3'600'000;
        const LocalCalendar calendar{QTimeZone(zone)};
        const TimeRange year = calendar.year(odd);
        const QList<qint64> days = calendar.edgesEvery(year, 24 * kHourMs);
        QCOMPARE(days, calendar.edges(year, CalendarUnit::Day));
        const qsizetype index = days.indexOf(calendar.dayStartUtcMs(odd));
        QVERIFY(index > 0);
        QCOMPARE(days.at(index + 1) - days.at(index), minutes * qint64(60'000));
        for (const int hours : {3, 6, 12}) {
            const QList<qint64> edges = calendar.edgesEvery(year, hours * kHourMs);
            QCOMPARE(edges.size(), 365 * 24 / hours + 1);
            for (const qint64 edge : edges)
                QCOMPARE(calendar.minuteOfDay(edge) % (hours * 60), 0);
        }
        QCOMPARE(calendar.edgesEvery(year, 2 * kHourMs),
                 calendar.edges(year, CalendarUnit::TwoHours));
        // Several days are the same ones wherever one looks from.
        const QList<qint64> weeks = calendar.edgesEvery(year, 7 * 24 * kHourMs);
        QCOMPARE(weeks, calendar.edges(year, CalendarUnit::Week));
        for (const int count : {2, 4, 14, 28}) {
            const QList<qint64> all = calendar.edgesEvery(year, count * 24 * kHourMs);
            const TimeRange part{days.at(index) + kHourMs, days.at(index) + 40 * 24 * kHourMs};
            const QList<qint64> some = calendar.edgesEvery(part, count * 24 * kHourMs);
            QVERIFY(some.constFirst() <= part.startUtcMs && some.constLast() >= part.endUtcMs);
            for (const qint64 edge : some)
                QVERIFY(all.contains(edge) || edge > all.constLast());
        }
    }

    void stepsNest_data() { agreesWithQt_data(); }
    void stepsNest()
    {
        QFETCH(QByteArray, zone);
        const LocalCalendar calendar{QTimeZone(zone)};
        const TimeRange year = calendar.year({2025, 1, 1});
        QList<qint64> coarse = calendar.edges(year, CalendarUnit::Year);
        QCOMPARE(coarse, (QList<qint64>{year.startUtcMs, year.endUtcMs}));
        for (const CalendarUnit unit :
             {CalendarUnit::Month, CalendarUnit::Day, CalendarUnit::Hour, CalendarUnit::HalfHour,
              CalendarUnit::QuarterHour, CalendarUnit::FiveMinutes, CalendarUnit::Minute}) {
            const QList<qint64> fine = calendar.edges(year, unit);
            QVERIFY(std::is_sorted(fine.cbegin(), fine.cend()));
            QVERIFY(std::adjacent_find(fine.cbegin(), fine.cend()) == fine.cend());
            QVERIFY(std::includes(fine.cbegin(), fine.cend(), coarse.cbegin(), coarse.cend()));
            QCOMPARE(fine.constFirst(), year.startUtcMs);
            QCOMPARE(fine.constLast(), year.endUtcMs);
            coarse = fine;
        }
        QCOMPARE(coarse.size(), 365 * 1440 + 1);
    }

    void refusesWhatIsTooMuch()
    {
        const LocalCalendar berlin = in("Europe/Berlin");
        const TimeRange day = berlin.day({2025, 5, 1});
        QCOMPARE(berlin.edges(day, CalendarUnit::Hour, 25).size(), 25);
        QVERIFY(berlin.edges(day, CalendarUnit::Hour, 24).isEmpty());
        QVERIFY(berlin.edges({utc(2000, 1, 1), utc(2025, 1, 1)}, CalendarUnit::Minute).isEmpty());
        QVERIFY(berlin.edges({day.startUtcMs, day.startUtcMs}, CalendarUnit::Day).isEmpty());
        QVERIFY(berlin.edges({day.endUtcMs, day.startUtcMs}, CalendarUnit::Day).isEmpty());
        QCOMPARE(berlin.edgesEvery(day, 3'600'000, 25).size(), 25);
        QVERIFY(berlin.edgesEvery(day, 3'600'000, 24).isEmpty());
        QVERIFY(berlin.edgesEvery(day, 0).isEmpty());
        QVERIFY(berlin.edgesEvery({day.startUtcMs, day.startUtcMs}, 3'600'000).isEmpty());
        constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
        constexpr qint64 kMost = std::numeric_limits<qint64>::max();
        for (const CalendarUnit unit : {CalendarUnit::Minute, CalendarUnit::Day, CalendarUnit::Week,
                                        CalendarUnit::Month, CalendarUnit::Year}) {
            QVERIFY(berlin.edges({kLeast, kMost}, unit).isEmpty());
            QVERIFY(berlin.edges({0, kMost}, unit).isEmpty());
            QVERIFY(berlin.edges({kLeast, 0}, unit).isEmpty());
        }
        QCOMPARE(berlin.date(kLeast), QDate(1, 1, 1));
        QCOMPARE(berlin.date(kMost), QDate(9999, 12, 31));
        QVERIFY(!berlin.isoText(kLeast).isEmpty());
        QVERIFY(!berlin.isoText(kMost).isEmpty());
        for (const QDate date : {QDate(), QDate(-4000, 1, 1), QDate(100000, 1, 1)}) {
            QVERIFY(!berlin.day(date).isEmpty());
            QVERIFY(!berlin.week(date).isEmpty());
            QVERIFY(!berlin.month(date, 15).isEmpty());
            QVERIFY(!berlin.year(date).isEmpty());
        }
        QCOMPARE(LocalCalendar{QTimeZone()}.isoText(0),
                 QStringLiteral("1970-01-01T00:00:00+00:00"));
    }

    void texts()
    {
        const LocalCalendar york = in("America/New_York");
        QCOMPARE(york.isoText(utc(2025, 10, 1, 4)), QStringLiteral("2025-10-01T00:00:00-04:00"));
        QCOMPARE(york.isoText(utc(2025, 12, 1, 5) + 7),
                 QStringLiteral("2025-12-01T00:00:00.007-05:00"));
        QCOMPARE(in(nepalZone()).isoText(utc(2025, 1, 1)),
                 QStringLiteral("2025-01-01T05:45:00+05:45"));
        if (systemKnowsOldZones())
            QCOMPARE(in(nepalZone()).isoText(0), QStringLiteral("1970-01-01T05:30:00+05:30"));
        QCOMPARE(in("UTC").isoText(0), QStringLiteral("1970-01-01T00:00:00+00:00"));
        QCOMPARE(york.instantFromText(u"2025-10-01"), utc(2025, 10, 1, 4));
        QCOMPARE(york.instantFromText(u" 2025-10-01 "), utc(2025, 10, 1, 4));
        QCOMPARE(york.instantFromText(u"2025-10-01T06:00"), utc(2025, 10, 1, 10));
        QCOMPARE(york.instantFromText(u"2025-10-01 06:00:30"), utc(2025, 10, 1, 10) + 30'000);
        QCOMPARE(york.instantFromText(u"2025-10-01T06:00:30.5Z"), utc(2025, 10, 1, 6) + 30'500);
        QCOMPARE(york.instantFromText(u"2025-10-01T06:00+05:45"), utc(2025, 10, 1, 0, 15));
        QCOMPARE(york.instantFromText(u"2025-10-01T06:00-0330"), utc(2025, 10, 1, 9, 30));
        QCOMPARE(york.instantFromText(u"2025-10-01T06:00-03"), utc(2025, 10, 1, 9));
        // Twice: the earlier. Never: the end of the jump.
        QCOMPARE(york.instantFromText(u"2025-11-02T01:30"), utc(2025, 11, 2, 5, 30));
        QCOMPARE(york.instantFromText(u"2025-03-09T02:30"), utc(2025, 3, 9, 7));
        for (const QStringView wrong :
             {u"", u"yesterday", u"2025", u"2025-02-30", u"2025-13-01", u"0000-01-01", u"25-01-01",
              u"2025-10-01T24:30", u"2025-10-01T06", u"2025-10-01T06:60", u"2025-10-01T06:00+24:00",
              u"2025-10-01T06:00+0160", u"2025-10-01T", u"2025-10-01Z", u"2025-10-01T06:00 UTC",
              u"2025-10-01x", u"-2025-10-01"})
            QVERIFY2(!york.instantFromText(wrong), qPrintable(wrong.toString()));
    }

    /// What isoText() writes, instantFromText() reads, in whatever zone it is read.
    void textsComeBack()
    {
        const LocalCalendar berlin = in("Europe/Berlin");
        for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                                 nepalZone(), "America/St_Johns"}) {
            const LocalCalendar calendar = in(zone);
            for (qint64 t = utc(1850, 1, 1); t < utc(2300, 1, 1); t += 3'001 * 1'237'123LL) {
                if (berlin.instantFromText(calendar.isoText(t)) != t)
                    QFAIL(qPrintable(QString::fromLatin1(zone) + u' ' + calendar.isoText(t)));
            }
            const TimeRange year = calendar.year({2025, 1, 1});
            for (const qint64 hour : calendar.edges(year, CalendarUnit::HalfHour))
                if (berlin.instantFromText(calendar.isoText(hour)) != hour)
                    QFAIL(qPrintable(QString::fromLatin1(zone) + u' ' + calendar.isoText(hour)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLocalCalendar)
#include "tst_local_calendar.moc"
