// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "app/energy_reply.h"

using namespace outlet;

namespace {

EnergyBucket bucket(qint64 joules, qint64 knownMs, std::optional<qint64> min = {},
                    std::optional<qint64> max = {})
{
    EnergyBucket one;
    one.joules = joules;
    one.knownMs = knownMs;
    one.onMs = knownMs / 2;
    one.minMilliwatts = min;
    one.maxMilliwatts = max;
    return one;
}

} // namespace

/// What becomes of the history's answer when prices are put to it.
class TestEnergyReply : public QObject
{
    Q_OBJECT

    const QList<qint64> m_edges{0, 1000, 2000};
    RatePlan m_rates;

private Q_SLOTS:
    void init() { m_rates.rates = {{0, 0, 3000}, {0, 1, 5000}}; }

    void sumsAndCosts()
    {
        EnergyAnswer answer;
        answer.asOfUtcMs = 1500;
        answer.outlets = {
            {QStringLiteral("a"), {bucket(100, 1000, 5, 9), bucket(7, 500, 3, 8)}, {{60, 40}, {7}}},
            {QStringLiteral("b"), {bucket(10, 900, 1, 2), {}}, {{10, 0}, {}}}};
        const EnergyReply reply = pricedReply(answer, m_edges, m_rates);
        QCOMPARE(reply.asOfUtcMs, 1500);
        QCOMPARE(reply.outlets.size(), 2);
        const EnergySeries &a = reply.outlets.at(0);
        QCOMPARE(a.outletId, QStringLiteral("a"));
        QCOMPARE(a.rows.at(1).range, (TimeRange{1000, 2000}));
        QCOMPARE(a.rows.at(0).cost, std::optional(Money::ofUnits(60 * 3000 + 40 * 5000)));
        QCOMPARE(a.rows.at(1).cost, std::optional(Money::ofUnits(7 * 3000)));
        QCOMPARE(a.cost, std::optional(Money::ofUnits(67 * 3000 + 40 * 5000)));
        QCOMPARE(a.total.joules, 107);
        QCOMPARE(a.total.minMilliwatts, std::optional<qint64>(3));
        QCOMPARE(a.total.maxMilliwatts, std::optional<qint64>(9));
        // Of b nothing is known in the second bucket: no cost, not a cost of nothing.
        QCOMPARE(reply.outlets.at(1).rows.at(1).cost, std::optional<Money>());
        QCOMPARE(reply.outlets.at(1).cost, std::optional(Money::ofUnits(10 * 3000)));

        QCOMPARE(reply.total.outletId, QString());
        QCOMPARE(reply.total.rows.at(0).energy.joules, 110);
        QCOMPARE(reply.total.rows.at(0).joulesByRate, (QList<qint64>{70, 40}));
        QCOMPARE(reply.total.rows.at(0).energy.onMs, 950);
        QVERIFY(!reply.total.rows.at(0).energy.minMilliwatts);
        QVERIFY(!reply.total.total.maxMilliwatts);
        QCOMPARE(reply.total.total.joules, 117);
        QCOMPARE(reply.total.cost, std::optional(Money::ofUnits(77 * 3000 + 40 * 5000)));
    }

    void withoutPricesNothingCosts()
    {
        EnergyAnswer answer;
        answer.outlets = {{QStringLiteral("a"), {bucket(100, 1000), bucket(7, 500)}, {{100}, {7}}}};
        const EnergyReply reply = pricedReply(answer, m_edges, RatePlan());
        QCOMPARE(reply.total.total.joules, 107);
        QVERIFY(!reply.total.cost);
        QVERIFY(!reply.outlets.at(0).rows.at(0).cost);
    }

    /// A report that gave no span has energy without known time.
    void energyWithoutTimeCosts()
    {
        EnergyAnswer answer;
        answer.outlets = {{QStringLiteral("a"), {bucket(50, 0), {}}, {{50}, {}}}};
        const EnergyReply reply = pricedReply(answer, m_edges, m_rates);
        QCOMPARE(reply.outlets.at(0).rows.at(0).cost, std::optional(Money::ofUnits(50 * 3000)));
    }

    void nothingAsked()
    {
        const EnergyReply reply = pricedReply({}, m_edges, m_rates);
        QCOMPARE(reply.total.rows.size(), 2);
        QVERIFY(!reply.total.cost);
        QVERIFY(!reply.total.total.isKnown());
    }
};

QTEST_GUILESS_MAIN(TestEnergyReply)
#include "tst_energy_reply.moc"
