// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include "cli/energy_text.h"

using namespace outlet;

namespace {

QJsonObject row(const QString &name, const QJsonValue &joules, const QJsonValue &cost)
{
    QJsonObject object{{QStringLiteral("start"), QStringLiteral("2025-10-01T00:00:00+02:00")},
                       {QStringLiteral("seconds"), 3600},
                       {QStringLiteral("joules"), joules},
                       {QStringLiteral("averageWatts"), QJsonValue()},
                       {QStringLiteral("minWatts"), 0.5},
                       {QStringLiteral("maxWatts"), QJsonValue()},
                       {QStringLiteral("secondsOn"), 3600},
                       {QStringLiteral("secondsKnown"), 3480},
                       {QStringLiteral("cost"), cost}};
    if (!name.isNull()) {
        object.insert(QStringLiteral("outlet"), QStringLiteral("11-22"));
        object.insert(QStringLiteral("name"), name);
    }
    return object;
}

QJsonObject answer(const QJsonArray &rows)
{
    return {{QStringLiteral("rows"), rows},
            {QStringLiteral("missingSeconds"), QJsonArray{120, 0}},
            {QStringLiteral("currency"), QStringLiteral("EUR")}};
}

} // namespace

/// Energy and prices as outletctl writes them.
class TestEnergyText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void table()
    {
        const QString text =
            energyTable(answer({row({}, 7'200'000, 0.6), row({}, QJsonValue(), QJsonValue())}));
        QCOMPARE(text, QStringLiteral(
                           "START                        kWh  COST (EUR)  AVERAGE W  MISSING s\n"
                           "2025-10-01T00:00:00+02:00  2.000        0.60          -        120\n"
                           "2025-10-01T00:00:00+02:00      -           -          -          0\n"
                           "Total                      2.000        0.60\n"));
        // Nothing known is not a total of nothing.
        QVERIFY(energyTable(answer({row({}, QJsonValue(), QJsonValue())}))
                    .contains(QStringLiteral("Total                        -           -")));
        QVERIFY(energyTable(answer({})).contains(QStringLiteral("Total")));
    }

    void namesCannotActOnATerminal()
    {
        QVERIFY(!energyTable(answer({row(QStringLiteral("a\x1b[2J"), 1, 1)})).contains(QChar(27)));
    }

    void csv()
    {
        QCOMPARE(energyCsv(answer({row({}, 7'200'000, 0.6), row({}, QJsonValue(), QJsonValue())})),
                 QStringLiteral("start,seconds,joules,averageWatts,minWatts,maxWatts,secondsOn,"
                                "secondsKnown,cost\n"
                                "2025-10-01T00:00:00+02:00,3600,7200000,,0.5,,3600,3480,0.6\n"
                                "2025-10-01T00:00:00+02:00,3600,,,0.5,,3600,3480,\n"));
    }

    /// A spreadsheet must not take a name for a formula.
    void formulasAreQuoted()
    {
        for (const char *name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
            const QString text = energyCsv(answer({row(QString::fromLatin1(name), 1, 1)}));
            QVERIFY2(text.contains(QStringLiteral("\"'") + QString::fromLatin1(name) + u'"'), name);
        }
        QVERIFY(energyCsv(answer({row(QStringLiteral("a \"b\", c"), 1, 1)}))
                    .contains(QStringLiteral(",\"a \"\"b\"\", c\",")));
    }

    void largeJoulesAreExact()
    {
        QVERIFY(energyCsv(answer({row({}, qint64(123'456'789'012'345), 1)}))
                    .contains(QStringLiteral(",123456789012345,")));
    }

    void prices()
    {
        QVERIFY(tariffText({}).contains(QStringLiteral("No prices are set")));
        const QJsonObject plan{
            {QStringLiteral("validFrom"), QStringLiteral("2025-01-01")},
            {QStringLiteral("name"), QStringLiteral("Two")},
            {QStringLiteral("standingChargePerDay"), 0.4},
            {QStringLiteral("periods"),
             QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("Day")},
                                    {QStringLiteral("pricePerKwh"), 0.3455}}}}};
        QCOMPARE(tariffText({{QStringLiteral("currency"), QStringLiteral("EUR")},
                             {QStringLiteral("plans"), QJsonArray{plan}}}),
                 QStringLiteral("From 2025-01-01  Two\n"
                                "  0.3455 EUR a kWh  Day\n"
                                "  0.4000 EUR a day\n"));
    }
};

QTEST_GUILESS_MAIN(TestEnergyText)
#include "tst_energy_text.moc"
