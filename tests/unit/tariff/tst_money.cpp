// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>
#include <limits>
#include <numeric>

#include "tariff/money.h"
#include "tariff/price_text.h"
#include "tariff/tariff.h"

using namespace outlet;

/// Money, its rounding and its limit; prices as text.
class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void centsAreRoundedHalfAwayFromZero()
    {
        const Money halfCent = Money::ofE4(50);
        QCOMPARE(halfCent.cents(), 1);
        QCOMPARE(Money::ofUnits(halfCent.units() - 1).cents(), 0);
        QCOMPARE(Money::ofE4(-50).cents(), -1);
        QCOMPARE(Money::ofUnits(1 - halfCent.units()).cents(), 0);
        QCOMPARE(Money::ofE4(149).cents(), 1);
        QCOMPARE(Money::ofE4(150).cents(), 2);
        QCOMPARE(Money().cents(), 0);
        QCOMPARE(Money::ofEnergy(3'600'000, 3000), Money::ofE4(3000)); // a kWh at 0.30
        QCOMPARE(Money::ofE4(3000).toDouble(), 0.30);
    }

    /// A home of 1,000 outlets of 16 A for ten years at 0.75 a kWh is held exactly.
    void holdsALargeHome()
    {
        const qint64 joulesOfOne = 3680LL * 3652 * 86'400; // 16 A at 230 V
        Money sum;
        for (int i = 0; i < 1000; ++i)
            sum += Money::ofEnergy(joulesOfOne, 7500);
        QVERIFY(!sum.isAtLimit());
        QCOMPARE(sum.cents(), qint64(3680) * 3652 * 24 * 1000 / 1000 * 75);
    }

    void staysAtItsLimit()
    {
        constexpr qint64 kMost = std::numeric_limits<qint64>::max();
        const Money most = Money::ofEnergy(kMost, kMostPriceE4);
        QVERIFY(most.isAtLimit());
        QCOMPARE(most.units(), kMost);
        QCOMPARE(most + Money::ofE4(1), most);
        QCOMPARE(most.cents(), kMost / 360'000'000 + (kMost % 360'000'000 >= 180'000'000));
        const Money least = Money::ofEnergy(std::numeric_limits<qint64>::min(), 3);
        QCOMPARE(least.units(), -kMost);
        QCOMPARE(least + Money::ofE4(-1), least);
        QVERIFY(least.cents() < 0);
        QCOMPARE(most + least, Money());
        QVERIFY(Money::ofE4(kMost).isAtLimit());
        QVERIFY(Money::ofUnits(std::numeric_limits<qint64>::min()).isAtLimit());
        QVERIFY(!Money::ofE4(2'500'000'000'000).isAtLimit()); // 250 million
        QCOMPARE(centsThatAddUp({most, most}).size(), 2);
    }

    void centsOfPartsAddUp()
    {
        // Three times a third of a cent is a cent; it goes to the first of equals.
        const Money third = Money::ofUnits(Money::ofE4(100).units() / 3);
        QCOMPARE(centsThatAddUp({third, third, third}), (QList<qint64>{1, 0, 0}));
        QCOMPARE(centsThatAddUp({Money::ofE4(40), Money::ofE4(160)}), (QList<qint64>{0, 2}));
        QCOMPARE(centsThatAddUp({Money::ofE4(-40), Money::ofE4(-160)}), (QList<qint64>{0, -2}));
        QCOMPARE(centsThatAddUp({}), QList<qint64>());
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QList<Money> parts;
            Money whole;
            for (int i = random.bounded(1, 12); i > 0; --i) {
                const qint64 joules = random.bounded(100'000'000);
                parts.append(Money::ofEnergy(random.bounded(8) == 0 ? -joules : joules,
                                             random.bounded(10'000)));
                whole += parts.constLast();
            }
            const QList<qint64> cents = centsThatAddUp(parts);
            QCOMPARE(std::accumulate(cents.cbegin(), cents.cend(), qint64(0)), whole.cents());
            for (qsizetype i = 0; i < parts.size(); ++i) // none is off by a cent
                QVERIFY(qAbs(cents[i] * 360'000'000 - parts[i].units()) < 360'000'000);
        }
    }

    void pricesAreRead()
    {
        QCOMPARE(priceE4FromText(u"0.2412"), 2412);
        QCOMPARE(priceE4FromText(u" 0,3 "), 3000);
        QCOMPARE(priceE4FromText(u".5"), 5000);
        QCOMPARE(priceE4FromText(u"7"), 70'000);
        QCOMPARE(priceE4FromText(u"0"), 0);
        QCOMPARE(priceE4FromText(u"99.9999"), 999'999);
        QCOMPARE(priceE4FromText(u"0.300000"), 3000);
        QCOMPARE(priceE4FromText(u"0,2412", QLocale(QLocale::German)), 2412);
        QCOMPARE(priceE4FromText(u"0.2412", QLocale(QLocale::German)), 2412);
        for (const QStringView wrong :
             {u"", u".", u"-1", u"+1", u"0.24125", u"100", u"1e3", u"0.3.0", u"1,234.5", u"0x1",
              u"nan", u"12345678901234567890", u"0.3 EUR"})
            QVERIFY2(!priceE4FromText(wrong), qPrintable(wrong.toString()));
    }

    void pricesAreWritten()
    {
        QCOMPARE(priceText(2412), QStringLiteral("0.2412"));
        QCOMPARE(priceText(3000), QStringLiteral("0.30"));
        QCOMPARE(priceText(3010), QStringLiteral("0.301"));
        QCOMPARE(priceText(0), QStringLiteral("0.00"));
        QCOMPARE(priceText(kMostPriceE4), QStringLiteral("99.9999"));
        QCOMPARE(priceText(2412, QLocale(QLocale::German)), QStringLiteral("0,2412"));
        for (int e4 = 0; e4 <= kMostPriceE4; e4 += 37)
            QCOMPARE(priceE4FromText(priceText(e4)), e4);
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
