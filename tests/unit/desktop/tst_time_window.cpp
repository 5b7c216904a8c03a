// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "curve_samples.h"
#include "desktop/charts/time_ticks.h"
#include "desktop/charts/time_window.h"
#include "desktop/format.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;
using Kind = TimeWindow::Kind;

/// The ranges of the charts: where they begin and end, how they are called, which buckets and
/// labels they have. In New York, where clocks changed on 2025-03-09 and 2025-11-02.
class TestTimeWindow : public QObject
{
    Q_OBJECT

    const LocalCalendar m_calendar{QTimeZone("America/New_York"), Qt::Sunday};

    [[nodiscard]] TimeRange range(const char *from, const char *to) const
    {
        return {at(m_calendar, from), at(m_calendar, to)};
    }
    [[nodiscard]] QString text(const TimeRange &range) const
    {
        return m_calendar.isoText(range.startUtcMs).left(16) + u' ' +
               m_calendar.isoText(range.endUtcMs).left(16);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void isTheLocalRange_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, Kind kind, const char *expected, const char *before,
                            const char *title) {
            QTest::newRow(name) << int(kind) << QString::fromLatin1(expected)
                                << QString::fromLatin1(before) << QString::fromUtf8(title);
        };
        row("hour", Kind::Hour, "2025-11-18T17:00 2025-11-18T18:00",
            "2025-11-18T16:00 2025-11-18T17:00", "Nov 18, 5:00 PM – 6:00 PM");
        row("day", Kind::Day, "2025-11-18T00:00 2025-11-19T00:00",
            "2025-11-17T00:00 2025-11-18T00:00", "Today, Nov 18");
        row("week", Kind::Week, "2025-11-16T00:00 2025-11-23T00:00",
            "2025-11-09T00:00 2025-11-16T00:00", "Nov 16 – Nov 22");
        row("month", Kind::Month, "2025-11-01T00:00 2025-12-01T00:00",
            "2025-10-01T00:00 2025-11-01T00:00", "November 2025");
        row("year", Kind::Year, "2025-01-01T00:00 2026-01-01T00:00",
            "2024-01-01T00:00 2025-01-01T00:00", "2025");
        row("live", Kind::Live, "2025-11-18T17:20 2025-11-18T17:25",
            "2025-11-18T17:15 2025-11-18T17:20", "Last 5 minutes");
    }

    void isTheLocalRange()
    {
        QFETCH(int, kind);
        const qint64 now = at(m_calendar, "2025-11-18T17:25");
        const TimeWindow window = TimeWindow::of(static_cast<Kind>(kind), now, m_calendar);
        QTEST(text(window.range), "expected");
        QTEST(plain(window.title(now, m_calendar)), "title");
        const TimeWindow before = window.moved(-1, m_calendar);
        QTEST(text(before.range), "before");
        QCOMPARE(before.moved(1, m_calendar), window);
        QCOMPARE(before.kind, window.kind);
    }

    void daysOfClockChangesHave23And25Hours()
    {
        const auto hours = [this](const char *date) {
            return TimeWindow::of(Kind::Day, at(m_calendar, date), m_calendar).range.lengthMs() /
                   double(kHour);
        };
        QCOMPARE(hours("2025-03-09T12:00"), 23.0);
        QCOMPARE(hours("2025-11-02T12:00"), 25.0);
        QCOMPARE(hours("2025-11-03T12:00"), 24.0);
        const TimeWindow day = TimeWindow::of(Kind::Day, at(m_calendar, "2025-11-02"), m_calendar);
        QCOMPARE(text(day.moved(1, m_calendar).range),
                 QStringLiteral("2025-11-03T00:00 2025-11-04T00:00"));
        // A custom range of whole days moves by days, not by hours.
        const TimeWindow two = TimeWindow::custom(range("2025-11-01", "2025-11-03"));
        QCOMPARE(text(two.moved(1, m_calendar).range),
                 QStringLiteral("2025-11-03T00:00 2025-11-05T00:00"));
    }

    void titlesSayWhichDay()
    {
        const qint64 now = at(m_calendar, "2025-11-18T17:25");
        const auto day = [&](const char *date) {
            return TimeWindow::of(Kind::Day, at(m_calendar, date), m_calendar);
        };
        QCOMPARE(day("2025-11-17").title(now, m_calendar), QStringLiteral("Yesterday, Nov 17"));
        QCOMPARE(day("2025-11-10").title(now, m_calendar), QStringLiteral("Mon, Nov 10"));
        QCOMPARE(day("2024-11-10").title(now, m_calendar), QStringLiteral("Nov 10, 2024"));
        QCOMPARE(day("2025-11-18").shortTitle(now, m_calendar), QStringLiteral("today"));
        QCOMPARE(day("2025-11-17").shortTitle(now, m_calendar), QStringLiteral("yesterday"));
        QCOMPARE(day("2025-11-03").shortTitle(now, m_calendar), QStringLiteral("Nov 3"));
        const auto custom = [&](const char *from, const char *to) {
            return plain(TimeWindow::custom(range(from, to)).title(now, m_calendar));
        };
        QCOMPARE(custom("2025-11-03", "2025-11-04"), QStringLiteral("Mon, Nov 3"));
        QCOMPARE(custom("2024-12-30", "2025-01-03"), QString::fromUtf8("Dec 30, 2024 – Jan 2"));
        QCOMPARE(custom("2025-11-03T14:00", "2025-11-03T16:30"),
                 QString::fromUtf8("Nov 3, 2:00 PM – 4:30 PM"));
        QCOMPARE(custom("2025-11-03T14:00", "2025-11-04T16:30"),
                 QString::fromUtf8("Nov 3, 2:00 PM – Nov 4, 4:30 PM"));
    }

    void bucketsAreThoseOfTheDesign()
    {
        const qint64 now = at(m_calendar, "2025-11-18T17:25");
        const auto bucket = [&](Kind kind) {
            return TimeWindow::of(kind, now, m_calendar).bucketMs();
        };
        QCOMPARE(bucket(Kind::Live), 0);
        QCOMPARE(bucket(Kind::Hour), 10'000);
        QCOMPARE(bucket(Kind::Day), 5 * kMinute);
        QCOMPARE(bucket(Kind::Week), 30 * kMinute);
        QCOMPARE(bucket(Kind::Month), 2 * kHour);
        QCOMPARE(bucket(Kind::Year), 24 * kHour);
    }

    /// Whatever is zoomed to has 200 to 400 points, and every reading below ten minutes.
    void customRangesHave200To400Buckets()
    {
        for (qint64 length = TimeWindow::kShortestMs; length < 20 * 365 * 24 * kHour;
             length += length / 7) {
            const qint64 bucket = TimeWindow::custom({0, length}).bucketMs();
            const auto name = QStringLiteral("%1 ms: %2").arg(length).arg(bucket).toUtf8();
            if (length <= 10 * kMinute) {
                QVERIFY2(bucket == 0, name);
                continue;
            }
            const double count = double(length) / double(bucket);
            QVERIFY2(count <= 400, name);
            QVERIFY2(count >= (length < 20 * kMinute ? 100 : 190), name);
        }
    }

    void asksForMoreThanIsSeenWhereItMayBeMoved()
    {
        const TimeWindow day = TimeWindow::of(Kind::Day, at(m_calendar, "2025-11-18"), m_calendar);
        QCOMPARE(day.askedRange(m_calendar), day.range);
        const TimeWindow hours = TimeWindow::custom(range("2025-11-18T08:00", "2025-11-18T12:00"));
        QCOMPARE(text(hours.askedRange(m_calendar)),
                 QStringLiteral("2025-11-18T06:00 2025-11-18T14:00"));
        // Buckets of days begin at midnight.
        const TimeWindow months = TimeWindow::custom(range("2025-01-10T07:00", "2025-11-10T07:00"));
        QVERIFY(months.bucketMs() == 24 * kHour);
        QCOMPARE(m_calendar.minuteOfDay(months.askedRange(m_calendar).startUtcMs), 0);
    }

    void bucketsOfDaysAreLocalDays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin");
        QTest::newRow("Lord Howe") << QByteArray("Australia/Lord_Howe");
    }
    void bucketsOfDaysAreLocalDays()
    {
        QFETCH(QByteArray, zone);
        const LocalCalendar calendar{QTimeZone(zone)};
        const TimeWindow year = TimeWindow::of(Kind::Year, at(calendar, "2025-06-01"), calendar);
        const QList<qint64> edges = TimeWindow::edges(year.range, year.bucketMs(), calendar);
        QCOMPARE(edges.size(), 366);
        QDate date(2025, 1, 1);
        for (const qint64 edge : edges) {
            QCOMPARE(calendar.minuteOfDay(edge), 0);
            QCOMPARE(calendar.date(edge), date);
            date = date.addDays(1);
        }
        // From its first to its last moment a bucket is called by its day.
        for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
            const QString name = Format::weekday(calendar.date(edges.at(i)));
            for (const qint64 instant : {edges.at(i), edges.at(i + 1) - 1})
                QCOMPARE(TimeWindow::pointText(instant, year.bucketMs(), calendar), name);
        }
        const TimeWindow month = TimeWindow::of(Kind::Month, at(calendar, "2025-10-15"), calendar);
        for (const qint64 edge : TimeWindow::edges(month.range, month.bucketMs(), calendar))
            QVERIFY(calendar.minuteOfDay(edge) % 120 == 0 ||
                    calendar.minuteOfDay(edge) % 120 == 30);
        QVERIFY(TimeWindow::edges(month.range, kHour, calendar).isEmpty());
    }

    void tooShortAndTooLongRangesAreMended()
    {
        QCOMPARE(TimeWindow::custom({1'000'000, 1'000'001}).range.lengthMs(),
                 TimeWindow::kShortestMs);
        QCOMPARE(TimeWindow::custom({5'000, 1'000}).range.lengthMs(), TimeWindow::kShortestMs);
        QCOMPARE(TimeWindow::custom({0, 2 * TimeWindow::kLongestMs}).range.lengthMs(),
                 TimeWindow::kLongestMs);
    }

    void labels_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *from, const char *to, int most,
                            const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << most
                                << QString::fromUtf8(expected);
        };
        row("day", "2025-11-18", "2025-11-19", 9,
            "12 AM 0.00|3 AM 0.13|6 AM 0.25|9 AM 0.38|12 PM 0.50|3 PM 0.63|6 PM 0.75|9 PM 0.88|"
            "12 AM 1.00");
        row("day, narrow", "2025-11-18", "2025-11-19", 5,
            "12 AM 0.00|6 AM 0.25|12 PM 0.50|6 PM 0.75|12 AM 1.00");
        row("23 hours", "2025-03-09", "2025-03-10", 9,
            "12 AM 0.00|3 AM 0.09|6 AM 0.22|9 AM 0.35|12 PM 0.48|3 PM 0.61|6 PM 0.74|9 PM 0.87|"
            "12 AM 1.00");
        row("25 hours", "2025-11-02", "2025-11-03", 9,
            "12 AM 0.00|3 AM 0.16|6 AM 0.28|9 AM 0.40|12 PM 0.52|3 PM 0.64|6 PM 0.76|9 PM 0.88|"
            "12 AM 1.00");
        row("hour", "2025-11-18T17:00", "2025-11-18T18:00", 9,
            "5:00 PM 0.00|5:10 PM 0.17|5:20 PM 0.33|5:30 PM 0.50|5:40 PM 0.67|5:50 PM 0.83|"
            "6:00 PM 1.00");
        row("week", "2025-11-16", "2025-11-23", 9,
            "Nov 16 0.00|Nov 17 0.14|Nov 18 0.29|Nov 19 0.43|Nov 20 0.57|Nov 21 0.71|Nov 22 0.86|"
            "Nov 23 1.00");
        row("month", "2025-11-01", "2025-12-01", 9,
            "Nov 1 0.00|Nov 8 0.23|Nov 15 0.47|Nov 22 0.70|Nov 29 0.93");
        row("year", "2025-01-01", "2026-01-01", 9,
            "Jan 0.00|Mar 0.16|May 0.33|Jul 0.50|Sep 0.67|Nov 0.83|Jan 1.00");
        row("two minutes", "2025-11-18T17:00", "2025-11-18T17:02", 9,
            "5:00:00 PM 0.00|5:00:15 PM 0.13|5:00:30 PM 0.25|5:00:45 PM 0.38|5:01:00 PM 0.50|"
            "5:01:15 PM 0.63|5:01:30 PM 0.75|5:01:45 PM 0.88|5:02:00 PM 1.00");
        row("between days", "2025-11-18T20:00", "2025-11-19T04:00", 9,
            "8 PM 0.00|9 PM 0.13|10 PM 0.25|11 PM 0.38|12 AM 0.50|1 AM 0.63|2 AM 0.75|3 AM 0.88|"
            "4 AM 1.00");
    }

    void labels()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, most);
        QStringList said;
        const auto ticks = TimeTicks::of(range(from.toLatin1(), to.toLatin1()), most, m_calendar);
        for (const TimeTick &tick : ticks)
            said += tick.label.simplified() + u' ' + QString::number(tick.position, 'f', 2);
        QTEST(said.join(u'|'), "expected");
    }

    /// At every zoom there are labels, and never more than asked for.
    void everyLengthHasLabels()
    {
        const qint64 start = at(m_calendar, "2024-02-28T23:07");
        for (qint64 length = TimeWindow::kShortestMs; length < TimeWindow::kLongestMs;
             length += length / 5) {
            for (const int most : {3, 5, 9}) {
                const auto ticks = TimeTicks::of({start, start + length}, most, m_calendar);
                QVERIFY2(
                    !ticks.isEmpty() && ticks.size() <= most,
                    qPrintable(
                        QStringLiteral("%1 ms, %2: %3").arg(length).arg(most).arg(ticks.size())));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTimeWindow)
#include "tst_time_window.moc"
