// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>
#include <algorithm>

#include "history/report_accounting.h"

using namespace outlet;

namespace {

constexpr qint64 kNow = 1763467200000; // 2025-11-18 12:00 UTC
constexpr qint64 kSecond = 1000;
constexpr qint64 kUsual = 183; // seconds of a usual report

MeasuredReport report(qint64 arrivalUtcMs, qint64 seconds, qint64 joules = 804)
{
    return {QStringLiteral("a"), arrivalUtcMs, joules, seconds, std::nullopt};
}

/// "start+duration" in seconds from kNow, in order.
QStringList places(const ReportAccounting &accounting)
{
    QStringList texts;
    for (const auto &span : accounting.spans())
        texts += QStringLiteral("%1+%2")
                     .arg(double(span.startUtcMs() - kNow) / 1000)
                     .arg(double(span.durationMs) / 1000);
    return texts;
}

qint64 joulesOf(const ReportAccounting &accounting)
{
    qint64 joules = 0;
    for (const auto &span : accounting.spans())
        joules += span.joules;
    return joules;
}

/// The greatest overlap of neighbours that take room.
qint64 greatestOverlapMs(const ReportAccounting &accounting)
{
    qint64 greatest = 0;
    std::optional<qint64> lastEnd;
    for (const auto &span : accounting.spans()) {
        if (!span.takesRoom())
            continue;
        if (lastEnd)
            greatest = std::max(greatest, *lastEnd - span.startUtcMs());
        lastEnd = span.endUtcMs;
    }
    return greatest;
}

/// \a count reports of the usual length, the last of which arrives at kNow.
ReportAccounting steady(int count)
{
    ReportAccounting accounting;
    for (int i = count - 1; i >= 0; --i) {
        if (!accounting.add(report(kNow - i * kUsual * kSecond, kUsual)).isEmpty())
            qFatal("a usual report was refused");
        accounting.allStored();
    }
    return accounting;
}

} // namespace

/// Over which time reports count.
class TestReportAccounting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// An outlet that was heard for the first time a second ago reports what it used before.
    void theFirstReportCountsInFull()
    {
        ReportAccounting accounting;
        QCOMPARE(accounting.add(report(kNow, 183)), QString());
        QCOMPARE(places(accounting), QStringList{QStringLiteral("-183+183")});
        QCOMPARE(joulesOf(accounting), 804);
    }

    void jitterIsLeftAsItIs()
    {
        ReportAccounting accounting;
        QRandomGenerator random(7);
        qint64 arrival = kNow;
        for (int i = 0; i < 400; ++i) {
            QCOMPARE(accounting.add(report(arrival, kUsual)), QString());
            QCOMPARE(accounting.spans().constLast().endUtcMs, arrival);
            for (const auto &span : accounting.spans())
                QVERIFY(!span.storedEndUtcMs || span.isUnchanged());
            accounting.allStored();
            arrival += kUsual * kSecond + random.bounded(-4000, 4000);
        }
        QCOMPARE(joulesOf(accounting), 400 * 804);
    }

    void aFastOutletClockIsNoReasonToMove()
    {
        // 183 of its seconds pass in 176 of ours, for two days.
        ReportAccounting accounting;
        for (int i = 0; i < 980; ++i) {
            QCOMPARE(accounting.add(report(kNow + i * 176 * kSecond, kUsual)), QString());
            QCOMPARE(accounting.spans().constLast().endUtcMs, kNow + i * 176 * kSecond);
            accounting.allStored();
        }
    }

    void burst_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 5, 50, 470})
            QTest::addRow("%d", count) << count;
    }

    /// Reports that a stalled connection held back arrive at once and lie back to back.
    void burst()
    {
        QFETCH(int, count);
        ReportAccounting accounting;
        const qint64 before = kNow - count * kUsual * kSecond;
        QCOMPARE(accounting.add(report(before, kUsual)), QString());
        accounting.allStored();
        for (int i = 0; i < count; ++i)
            QCOMPARE(accounting.add(report(kNow + i, kUsual, 1000 + i)), QString());
        QCOMPARE(accounting.spans().size(), count + 1);
        QCOMPARE(accounting.spans().constLast().endUtcMs, kNow + count - 1);
        QVERIFY(greatestOverlapMs(accounting) <= ReportAccounting::slackMs(kUsual * kSecond));
        qint64 expected = 804;
        for (int i = 0; i < count; ++i) {
            const auto &span = accounting.spans().at(i + 1);
            QCOMPARE(span.joules, 1000 + i); // in the order in which they were measured
            QCOMPARE(span.durationMs, kUsual * kSecond);
            expected += 1000 + i;
        }
        QCOMPARE(joulesOf(accounting), expected);
        // What was there before has not moved.
        QCOMPARE(accounting.spans().constFirst().endUtcMs, before);
    }

    /// Half a burst is written, the program is started anew, the rest arrives.
    void burstOverARestart()
    {
        ReportAccounting first = steady(3);
        const qint64 later = kNow + 10 * kUsual * kSecond;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(first.add(report(later, kUsual)), QString());
        first.allStored();
        ReportAccounting second;
        QList<ReportAccounting::Span> stored = first.spans();
        std::reverse(stored.begin(), stored.end()); // a file gives no promise of order
        second.restore(stored);
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(first.add(report(later + 900, kUsual)), QString());
            QCOMPARE(second.add(report(later + 900, kUsual)), QString());
        }
        QCOMPARE(places(second), places(first));
        QCOMPARE(joulesOf(second), 13 * 804);
        QVERIFY(greatestOverlapMs(second) <= ReportAccounting::slackMs(kUsual * kSecond));
    }

    void aHoleIsFilledBeforeOlderOnesMove()
    {
        // 10 min of nothing an hour ago, then two reports at once: the hole is 417 s too large.
        ReportAccounting accounting;
        QCOMPARE(accounting.add(report(kNow - 4200 * kSecond, 600)), QString());
        QCOMPARE(accounting.add(report(kNow - 1800 * kSecond, 1800)), QString());
        QCOMPARE(accounting.add(report(kNow, 1800)), QString());
        QCOMPARE(accounting.add(report(kNow, 183)), QString());
        QCOMPARE(places(accounting),
                 QStringList({QStringLiteral("-4800+600"), QStringLiteral("-3783+1800"),
                              QStringLiteral("-1983+1800"), QStringLiteral("-183+183")}));
    }

    void moreThanHasPassedIsRefused()
    {
        ReportAccounting accounting = steady(600); // more than a day without a hole
        const auto before = accounting.spans();
        const qint64 arrival = kNow + 100 * kSecond;
        QCOMPARE(accounting.add(report(arrival, 300)), QStringLiteral("report-too-long"));
        QCOMPARE(accounting.add(report(arrival, 7200)), QStringLiteral("report-too-long"));
        QCOMPARE(accounting.add(report(arrival, 86401)), QStringLiteral("report-too-long"));
        QVERIFY(accounting.spans() == before); // and nothing has moved
        // With the slack of a minute it counts; it is the accounting's, so nothing moves for it.
        QCOMPARE(accounting.add(report(arrival, 155)), QString());
        QCOMPARE(accounting.spans().size(), before.size() + 1);
        QVERIFY(accounting.spans().mid(0, before.size()) == before);
    }

    void aDayAtOnceAfterADayAway()
    {
        ReportAccounting accounting = steady(3);
        const qint64 tomorrow = kNow + 86400 * kSecond;
        QCOMPARE(accounting.add(report(tomorrow, 86400)), QString());
        QCOMPARE(accounting.spans().constLast().startUtcMs(), kNow);
    }

    void implausible()
    {
        ReportAccounting accounting;
        MeasuredReport one = report(kNow, 100, 100 * 1050);
        one.mostWatts = 1050;
        QCOMPARE(accounting.add(one), QString());
        one.arrivalUtcMs += 100 * kSecond;
        one.joules += 1;
        QCOMPARE(accounting.add(one), QStringLiteral("report-implausible"));
        // Without a rating nothing that any model can draw is refused.
        one.mostWatts.reset();
        QCOMPARE(accounting.add(one), QString());
        QCOMPARE(accounting.add(report(kNow + 300 * kSecond, 10, 1'000'000)),
                 QStringLiteral("report-implausible"));
        QCOMPARE(accounting.add(report(kNow + 300 * kSecond, 10, -1)),
                 QStringLiteral("report-negative"));
        QCOMPARE(accounting.add(report(kNow + 300 * kSecond, -10, 1)),
                 QStringLiteral("report-negative"));
        QCOMPARE(accounting.spans().size(), 2);
    }

    void withoutASpan()
    {
        ReportAccounting accounting = steady(3);
        QCOMPARE(accounting.add(report(kNow + kSecond, 0, 500)), QString());
        QCOMPARE(accounting.add(report(kNow + kSecond, 0, 500)), QString());
        QCOMPARE(joulesOf(accounting), 3 * 804 + 1000);
        // They take no room from others and do not move with them.
        QCOMPARE(accounting.add(report(kNow + 2 * kSecond, kUsual)), QString());
        int atOnce = 0;
        for (const auto &span : accounting.spans())
            atOnce += span.durationMs == 0 && span.endUtcMs == kNow + kSecond ? 1 : 0;
        QCOMPARE(atOnce, 2);
        QCOMPARE(accounting.spans().size(), 6);
    }

    /// Somebody sets the clock: every report still counts, where the clock then says.
    void theClockIsSetBackAndForth()
    {
        ReportAccounting accounting = steady(500);
        qint64 joules = joulesOf(accounting);
        const qint64 hour = 3600 * kSecond;
        qint64 arrival = kNow;
        for (const qint64 jump : {-hour, 2 * hour, -86400 * kSecond, 86400 * kSecond, -30 * kSecond,
                                  -90 * kSecond, 365 * 86400 * kSecond}) {
            arrival += jump;
            for (int i = 0; i < 10; ++i) {
                arrival += kUsual * kSecond;
                QCOMPARE(accounting.add(report(arrival, kUsual)), QString());
                joules += 804;
                QCOMPARE(joulesOf(accounting), joules);
                for (const auto &span : accounting.spans())
                    QCOMPARE(span.durationMs, kUsual * kSecond);
            }
        }
    }

    void aSmallStepBackOfTheClock()
    {
        ReportAccounting accounting = steady(2);
        QCOMPARE(accounting.add(report(kNow - 3 * kSecond, 1)), QString());
        // Its end does not go back behind what is there.
        QCOMPARE(accounting.spans().constLast().endUtcMs, kNow);
    }

    /// Whatever arrives in whatever clumps: all of it counts, and nothing lies over anything.
    void anyStalls()
    {
        for (quint32 seed = 1; seed <= 30; ++seed) {
            QRandomGenerator random(seed);
            ReportAccounting accounting;
            qint64 joules = 0;
            qint64 measured = kNow;
            qint64 arrival = kNow;
            for (int i = 0; i < 450; ++i) {
                const qint64 seconds = random.bounded(20, 190);
                measured += seconds * kSecond;
                if (random.bounded(10) == 0)
                    measured += random.bounded(600) * kSecond; // away
                const qint64 stall = random.bounded(20) == 0 ? random.bounded(4000) * kSecond : 0;
                arrival = std::max(arrival, measured + stall);
                QCOMPARE(accounting.add(report(arrival, seconds, i)), QString());
                joules += i;
                QCOMPARE(accounting.spans().constLast().endUtcMs, arrival);
                if (random.bounded(3) == 0)
                    accounting.allStored();
                if (arrival - kNow > ReportAccounting::kWindowMs)
                    break;
            }
            QCOMPARE(joulesOf(accounting), joules);
            QVERIFY2(greatestOverlapMs(accounting) <= 190 * kSecond / 20,
                     qPrintable(QString::number(seed)));
        }
    }

    void theOldIsForgotten()
    {
        const ReportAccounting accounting = steady(2000);
        QVERIFY(accounting.spans().size() <= 86400 / kUsual + 2);
        QVERIFY(accounting.spans().size() >= 86400 / kUsual);
    }

    /// Letting go of old spans and taking them back when asked changes no place.
    void lettingGoChangesNothing()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 40; ++round) {
            ReportAccounting whole;
            ReportAccounting sparing;
            QList<ReportAccounting::Span> file; // what was let go of
            qint64 arrival = kNow;
            int asked = 0;
            for (int i = 0; i < 300; ++i) {
                // Usual ones, stalls with what they held back, ones out of nowhere, jitter.
                const int kind = random.bounded(20);
                if (kind < 14)
                    arrival += kUsual * kSecond + random.bounded(-3000, 3000);
                else if (kind < 16)
                    arrival += random.bounded(3600 * 1000);
                const qint64 seconds = kind == 19 ? random.bounded(20'000) : kUsual;
                const MeasuredReport one = report(arrival, seconds, i);
                if (sparing.needsOlder(one)) {
                    ++asked;
                    QList<ReportAccounting::Span> older;
                    for (const auto &span : std::as_const(file)) {
                        if (span.endUtcMs > arrival - ReportAccounting::kWindowMs &&
                            span.endUtcMs <= sparing.olderUntilUtcMs())
                            older.append(span);
                    }
                    sparing.restoreOlder(older);
                }
                QCOMPARE(sparing.add(one), whole.add(one));
                if (random.bounded(3) > 0)
                    continue;
                whole.allStored();
                sparing.allStored();
                file = whole.spans();
                sparing.letGo(16);
                QVERIFY(sparing.spans().size() <= 18);
                QCOMPARE(sparing.spans(), whole.spans().last(sparing.spans().size()));
            }
            QVERIFY(asked > 0);
        }
    }
};

QTEST_APPLESS_MAIN(TestReportAccounting)
#include "tst_report_accounting.moc"
