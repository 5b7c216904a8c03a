// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>
#include <cmath>

#include "history/reading_filter.h"

using namespace outlet;

namespace {

RawReading reading(qint64 second, std::optional<qint64> milliwatts,
                   std::optional<qint64> decivolts = 1200)
{
    return {second * 1000, milliwatts, decivolts};
}

/// What a picture drawn from \a rows shows at a time: the stored value before it.
std::optional<qint64> drawnAt(const QList<RawReading> &rows, qint64 utcMs)
{
    std::optional<qint64> value;
    for (const RawReading &row : rows) {
        if (row.utcMs <= utcMs)
            value = row.milliwatts;
    }
    return value;
}

} // namespace

class TestReadingFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSteadyValueIsStoredNowAndThen()
    {
        ReadingFilter filter;
        int stored = 0;
        for (int second = 0; second < 3600; second += 5)
            stored += int(filter.add(reading(second, 60'000 + second % 2 * 200)).size());
        QCOMPARE(stored, 3600 / 120);
    }

    void aStepStaysAStep()
    {
        ReadingFilter filter;
        QCOMPARE(filter.add(reading(0, 60'000)).size(), 1);
        QVERIFY(filter.add(reading(5, 60'100)).isEmpty());
        QVERIFY(filter.add(reading(10, 60'050)).isEmpty());
        const QList<RawReading> rows = filter.add(reading(15, 900'000));
        QCOMPARE(rows, QList<RawReading>({reading(10, 60'050), reading(15, 900'000)}));
        // Nothing was left out between: nothing comes with it.
        QCOMPARE(filter.add(reading(20, 60'000)).size(), 1);
    }

    void smallLoadsAndNoise()
    {
        ReadingFilter filter;
        QCOMPARE(filter.add(reading(0, 500)).size(), 1);
        QVERIFY(filter.add(reading(5, 510)).isEmpty()); // 2 %, yet only 10 mW
        QCOMPARE(filter.add(reading(10, 511)).size(), 2);
        QCOMPARE(filter.add(reading(15, 0)).size(), 1);
        QCOMPARE(filter.add(reading(20, std::nullopt)).size(), 1);
        QVERIFY(filter.add(reading(25, std::nullopt)).isEmpty());
        QCOMPARE(filter.add(reading(30, 0)).size(), 2);
    }

    void voltageCountsToo()
    {
        ReadingFilter filter;
        QCOMPARE(filter.add(reading(0, 60'000, 2300)).size(), 1);
        QVERIFY(filter.add(reading(5, 60'000, 2311)).isEmpty());
        QCOMPARE(filter.add(reading(10, 60'000, 2312)).size(), 2);
    }

    void whatWasLeftOutBeforeAChange()
    {
        ReadingFilter filter;
        QCOMPARE(filter.add(reading(0, 60'000)).size(), 1);
        QVERIFY(!filter.takeSkipped(3000));
        QVERIFY(filter.add(reading(5, 60'100)).isEmpty());
        QVERIFY(!filter.takeSkipped(5000)); // it would lie at the change itself
        QCOMPARE(filter.takeSkipped(6000), std::optional(reading(5, 60'100)));
        QVERIFY(!filter.takeSkipped(6000));
    }

    void theClockGoesBack()
    {
        ReadingFilter filter;
        QCOMPARE(filter.add(reading(5000, 60'000)).size(), 1);
        QCOMPARE(filter.add(reading(10, 60'000)).size(), 1);
        QVERIFY(filter.add(reading(15, 60'000)).isEmpty());
    }

    /// Every value that was received is drawn within the 0.5 % (or 10 mW) of the dead band.
    void whatIsDrawnIsWhatWasReceived()
    {
        QRandomGenerator random(3);
        ReadingFilter filter;
        QList<RawReading> received;
        QList<RawReading> stored;
        double watts = 80;
        for (int second = 0; second < 20'000; second += 5) {
            if (random.bounded(40) == 0)
                watts = random.bounded(1500.0);
            watts = std::max(0.0, watts * (1 + (random.generateDouble() - 0.5) * 0.004));
            received += reading(second, std::llround(watts * 1000));
            stored += filter.add(received.constLast());
        }
        QVERIFY(stored.size() < received.size());
        for (const RawReading &one : received) {
            const auto drawn = drawnAt(stored, one.utcMs);
            QVERIFY(drawn);
            QVERIFY(std::abs(*drawn - *one.milliwatts) <= std::max<qint64>(10, *drawn / 200));
        }
    }
};

QTEST_APPLESS_MAIN(TestReadingFilter)
#include "tst_reading_filter.moc"
