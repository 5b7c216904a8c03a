// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <random>

#include "history/bucket_pack.h"
#include "history/power_code.h"
#include "history/quantise.h"
#include "history/raw_hour.h"
#include "history/span_split.h"

using namespace outlet;

namespace {

constexpr qint64 kHour = 490'000; // 2025-11-24
constexpr qint64 kStart = kHour * kHourMs;

/// A believable hour: a noisy load, reports every three minutes, somebody at the switch.
RawRows busyHour(unsigned seed)
{
    std::mt19937 random(seed);
    const auto between = [&random](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    RawRows rows;
    for (qint64 at = kStart + between(1, 30'000); at < kStart + kHourMs;
         at += 30'000 + between(-5, 5)) {
        RawReading reading{at, quantise(between(90'000, 110'000)), between(1190, 1215)};
        if (between(0, 50) == 0)
            reading.decivolts.reset();
        if (between(0, 50) == 0)
            reading.milliwatts.reset();
        rows.readings.append(reading);
    }
    for (qint64 at = kStart + between(1, 180'000); at <= kStart + kHourMs;
         at += 183'000 + between(-40, 40))
        rows.reports.append(
            {at, between(0, 20) == 0 ? 0 : between(181, 184) * 1000LL, between(0, 400'000)});
    for (qint64 at = kStart; at < kStart + kHourMs; at += between(1, 1'500'000)) {
        RawState state{at, between(0, 1) == 1, between(0, 1) == 1,
                       static_cast<MeasuredState::Cause>(between(0, 5)), -between(30, 90)};
        if (between(0, 3) == 0)
            state.relayOn.reset();
        if (between(0, 3) == 0)
            state.signalDbm.reset();
        rows.states.append(state);
    }
    return rows;
}

QList<EnergyBucket> busyDay(unsigned seed, qsizetype count, qint64 bucketMs)
{
    std::mt19937 random(seed);
    const auto below = [&random](qint64 most) {
        return std::uniform_int_distribution<qint64>(0, most)(random);
    };
    QList<EnergyBucket> buckets(count);
    for (EnergyBucket &bucket : buckets) {
        if (below(3) == 0)
            continue; // nothing known
        bucket.joules = below(1'000'000);
        bucket.reportedMs = below(1) == 0 ? bucketMs : below(bucketMs);
        bucket.knownMs = below(1) == 0 ? bucketMs : below(bucketMs);
        bucket.onMs = below(2) == 0 ? 0 : below(bucketMs);
        bucket.estimatedMillijoules = below(1) == 0 ? 0 : below(1'000'000);
        if (below(4) != 0) {
            bucket.minMilliwatts = quantise(below(2'000'000));
            bucket.maxMilliwatts = quantise(*bucket.minMilliwatts + below(1'000'000));
        }
    }
    return buckets;
}

} // namespace

class TestPacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPowerHasItsNumber()
    {
        qint64 last = -1;
        for (qint64 milliwatts = 0; milliwatts < 4'000'000; milliwatts += 1 + milliwatts / 3000) {
            const qint64 stored = quantise(milliwatts);
            QVERIFY2(qAbs(stored - milliwatts) * 1000 <= milliwatts,
                     qPrintable(QString::number(milliwatts)));
            QCOMPARE(quantise(stored), stored);
            QCOMPARE(powerOfCode(powerCode(stored)), stored);
            QCOMPARE(powerOfCode(powerCode(-stored)), -stored);
            QVERIFY(powerCode(stored) >= last);
            last = powerCode(stored);
        }
        // Neighbours of a noisy load are near each other, which is what makes them small.
        QVERIFY(powerCode(110'000) - powerCode(100'000) < 100);
        static_cast<void>(powerOfCode(std::numeric_limits<qint64>::max()));
        static_cast<void>(powerOfCode(std::numeric_limits<qint64>::min()));
    }

    void partsAddUpToTheWhole()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 2000; ++round) {
            const auto start = static_cast<qint64>(random() % 1'000'000'000'000);
            const auto length = 1 + static_cast<qint64>(random() % kDayMs);
            const auto joules = static_cast<qint64>(random() % 300'000'000);
            QList<qint64> cuts{start, start + length};
            for (int i = 0; i < 20; ++i)
                cuts.append(start + static_cast<qint64>(random() % quint64(length)));
            std::sort(cuts.begin(), cuts.end());
            qint64 sum = 0;
            for (qsizetype i = 0; i + 1 < cuts.size(); ++i) {
                const qint64 part =
                    amountBetween(joules, start, start + length, cuts.at(i), cuts.at(i + 1));
                QVERIFY(part >= 0);
                // In proportion to its time, to the joule.
                const double share =
                    double(joules) * double(cuts.at(i + 1) - cuts.at(i)) / double(length);
                QVERIFY(qAbs(double(part) - share) <= 1.001);
                sum += part;
            }
            QCOMPARE(sum, joules);
        }
        QCOMPARE(amountBetween(5, 1000, 1000, 999, 1000), 5); // without a span
        QCOMPARE(amountBetween(5, 1000, 1000, 1000, 2000), 0);
    }

    void anHourComesBackAsItWas()
    {
        for (unsigned seed = 0; seed < 200; ++seed) {
            const RawRows rows = busyHour(seed);
            const QByteArray bytes = packRawHour(kHour, rows);
            const auto back = unpackRawHour(kHour, kRawHourFormat, bytes);
            QVERIFY(back.has_value());
            QCOMPARE(*back, rows);
            QCOMPARE(packRawHour(kHour, *back), bytes);
            QVERIFY2(bytes.size() < 800, qPrintable(QString::number(bytes.size())));
        }
        QCOMPARE(unpackRawHour(kHour, kRawHourFormat, packRawHour(kHour, {})), RawRows());
        QVERIFY(!unpackRawHour(kHour, kRawHourFormat + 1, packRawHour(kHour, {})));
    }

    void aDayComesBackAsItWas()
    {
        for (unsigned seed = 0; seed < 50; ++seed) {
            const QList<EnergyBucket> buckets = busyDay(seed, 1440, 60'000);
            const QByteArray bytes = packBuckets(buckets, 60'000);
            QList<EnergyBucket> back(1440);
            QVERIFY(unpackBuckets(kBucketFormat, bytes, 60'000, back));
            QCOMPARE(back, buckets);
        }
        // A day of which nothing is known, or that was idle, takes next to nothing.
        QVERIFY(packBuckets(QList<EnergyBucket>(1440), 60'000).size() <= 4);
        EnergyBucket idle;
        idle.knownMs = 60'000;
        idle.minMilliwatts = idle.maxMilliwatts = 0;
        QVERIFY(packBuckets(QList<EnergyBucket>(1440, idle), 60'000).size() <= 12);
    }

    /// Damaged bytes are told from good ones or give other rows, and never more than that.
    void damagedBytesDoNoHarm()
    {
        std::mt19937 random(11);
        const QByteArray hour = packRawHour(kHour, busyHour(1));
        const QByteArray day = packBuckets(busyDay(1, 1440, 60'000), 60'000);
        QList<EnergyBucket> buckets(1440);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = round % 2 == 0 ? hour : day;
            const int changes = 1 + static_cast<int>(random() % 4);
            for (int i = 0; i < changes; ++i)
                bytes[static_cast<qsizetype>(random() % quint64(bytes.size()))] =
                    static_cast<char>(random());
            if (random() % 4 == 0)
                bytes.truncate(static_cast<qsizetype>(random() % quint64(bytes.size())));
            if (round % 2 == 0)
                refused += !unpackRawHour(kHour, kRawHourFormat, bytes);
            else
                refused += !unpackBuckets(kBucketFormat, bytes, 60'000, buckets);
        }
        QVERIFY(refused > 5000);
        QVERIFY(!unpackRawHour(kHour, kRawHourFormat, QByteArray()));
        QVERIFY(!unpackBuckets(kBucketFormat, QByteArray(), 60'000, buckets));
        QVERIFY(!unpackRawHour(kHour, kRawHourFormat, QByteArray(64, '\xff')));
    }
};

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
