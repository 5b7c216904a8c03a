// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>
#include <array>
#include <cmath>

#include "simulator/seeded_random.h"

using namespace outlet;

class TestSeededRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The first numbers of SplitMix64 for this seed, as its authors' reference code prints them.
    void givesThePublishedSequence()
    {
        SeededRandom random(1234567);
        for (const quint64 expected : {6457827717110365317ULL, 3203168211198807973ULL,
                                       9817491932198370423ULL, 4593380528125082431ULL})
            QCOMPARE(random.next(), expected);
    }

    void staysInItsRanges()
    {
        SeededRandom random(7);
        bool sawLow = false;
        bool sawHigh = false;
        for (int i = 0; i < 10000; ++i) {
            const double unit = random.unit();
            QVERIFY(unit >= 0.0 && unit < 1.0);
            const auto span =
                random.between(std::chrono::milliseconds(3), std::chrono::milliseconds(5));
            QVERIFY(span.count() >= 3 && span.count() <= 5);
            sawLow = sawLow || span.count() == 3;
            sawHigh = sawHigh || span.count() == 5;
        }
        QVERIFY(sawLow && sawHigh);
    }

    void waitsAverageToTheRate()
    {
        SeededRandom random(11);
        double sum = 0;
        constexpr int draws = 20000;
        for (int i = 0; i < draws; ++i) {
            const auto wait = random.untilNext(60.0);
            QVERIFY(wait.count() >= 1);
            sum += static_cast<double>(wait.count());
        }
        const double mean = sum / draws; // one minute; the error of the mean is 0.7 %
        QVERIFY2(std::abs(mean - 60000.0) < 2000.0, qPrintable(QString::number(mean)));
        QVERIFY(SeededRandom(1).untilNext(1e-12).count() > 0);
    }

    void noiseDependsOnEveryKey()
    {
        const double noise = SeededRandom::noise(1, 2, 3);
        QCOMPARE(SeededRandom::noise(1, 2, 3), noise);
        QVERIFY(SeededRandom::noise(2, 2, 3) != noise);
        QVERIFY(SeededRandom::noise(1, 3, 3) != noise);
        QVERIFY(SeededRandom::noise(1, 2, -3) != noise);
    }

    void idsAreDistinctUuids()
    {
        static const QRegularExpression version4(QStringLiteral(
            "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QSet<QString> ids;
        for (quint64 seed = 0; seed < 4; ++seed) {
            for (int i = 0; i < 2500; ++i) {
                const QString id = simulatedOutletId(seed, i);
                QVERIFY2(version4.match(id).hasMatch(), qPrintable(id));
                ids.insert(id);
            }
        }
        QCOMPARE(ids.size(), 10000);
        QCOMPARE(simulatedOutletId(3, 5), simulatedOutletId(3, 5));
    }
};

QTEST_GUILESS_MAIN(TestSeededRandom)
#include "tst_seeded_random.moc"
