// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include "tariff/tariff.h"

using namespace outlet;

namespace {

Tariff rich()
{
    Tariff tariff;
    tariff.currency = QStringLiteral("EUR");
    tariff.billingDay = 15;
    tariff.gramsCo2PerKwh = 380;
    PricePlan flat;
    flat.name = QStringLiteral("Grundtarif \"2024\"");
    flat.validFrom = QDate(2024, 1, 1);
    flat.periods = {{QString(), 3177}};
    flat.standingChargePerDayE4 = 3333;
    PricePlan use = flat;
    use.validFrom = QDate(2025, 10, 1);
    use.periods = {{QStringLiteral("Tag"), 3499}, {QStringLiteral("Nacht"), 2001}};
    use.grid[0][0] = 1;
    use.grid[6][47] = 1;
    Season season{QStringLiteral("Winter"), 11, 1, 2, 29, {}};
    season.grid[3][24] = 1;
    use.seasons = {season};
    tariff.plans = {flat, use};
    return tariff;
}

} // namespace

/// Prices as JSON: what is written is read again; what is wrong is refused and named.
class TestTariffJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack()
    {
        for (const Tariff &tariff : {Tariff(), rich()}) {
            const auto read = Tariff::fromJson(tariff.toJson());
            QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error()));
            QVERIFY(*read == tariff);
            QCOMPARE(read->toJson(), tariff.toJson());
        }
    }

    /// No price is changed by going through a JSON number.
    void everyPriceComesBack()
    {
        Tariff tariff = rich();
        for (int e4 = 0; e4 <= kMostPriceE4; e4 += e4 < 20'000 ? 1 : 997) {
            tariff.plans[0].periods[0].pricePerKwhE4 = e4;
            const auto read = Tariff::fromJson(tariff.toJson());
            if (!read || read->plans[0].periods[0].pricePerKwhE4 != e4)
                QFAIL(qPrintable(QString::number(e4)));
        }
    }

    void readsWhatPeopleWrite()
    {
        const auto read = Tariff::fromJson(R"({
            "plans": [ { "validFrom": "2025-01-01", "periods": [ { "pricePerKwh": "0.3012" } ] } ]
        })");
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error()));
        QCOMPARE(read->plans.size(), 1);
        QCOMPARE(read->plans[0].periods[0].pricePerKwhE4, 3012);
        QCOMPARE(read->billingDay, 1);
        QVERIFY(read->currency.isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &json, const char *words) {
            QTest::newRow(name) << json << QString::fromUtf8(words);
        };
        const auto plan = [](const QByteArray &inside) -> QByteArray {
            return R"({"plans":[{"validFrom":"2025-01-01","periods":[{"pricePerKwh":0.3}],)" +
                   inside + "}]}";
        };
        row("nothing", "", "not JSON");
        row("no JSON", "{\n\"plans\": [,]\n}", "line 2");
        row("a list", "[]", "{…} is expected");
        row("an open end", "{\"plans\":[", "not JSON");
        row("other version", R"({"version":2})", "newer Outlet");
        row("version as text", R"({"version":"1"})", "version: a whole number");
        row("slip", R"({"curency":"EUR"})", "no entry “curency”");
        row("slip within", plan(R"("standing":1)"), "plans[0]: there is no entry “standing”");
        row("currency as number", R"({"currency":5})", "currency: a text");
        row("half a billing day", R"({"billingDay":1.5})", "billingDay: a whole number");
        row("huge billing day", R"({"billingDay":1e300})", "billingDay: a whole number");
        row("billing day 30", R"({"billingDay":30})", "1 to 28");
        row("plans as object", R"({"plans":{}})", "plans: […]");
        row("plan as number", R"({"plans":[1]})", "plans[0]: {…}");
        row("no date", R"({"plans":[{"periods":[{"pricePerKwh":1}]}]})", "plans[0].validFrom");
        row("no such date",
            R"({"plans":[{"validFrom":"2025-02-30","periods":[{"pricePerKwh":1}]}]})",
            "plans[0].validFrom");
        row("no prices", R"({"plans":[{"validFrom":"2025-01-01"}]})", "1 to 6 prices");
        row("no price", R"({"plans":[{"validFrom":"2025-01-01","periods":[{"name":"x"}]}]})",
            "plans[0].periods[0].pricePerKwh: is missing");
        for (const char *price :
             {"-0.1", "100", "0.12345", "1e308", "\"0,12345\"", "null", "true", "\"abc\"", "[]"})
            row(price,
                R"({"plans":[{"validFrom":"2025-01-01","periods":[{"pricePerKwh":)" +
                    QByteArray(price) + "}]}]}",
                "plans[0].periods[0].pricePerKwh");
        row("short week", plan(R"("week":["0"])"), "plans[0].week: seven texts");
        const QByteArray day(48, '0');
        const QByteArray six = QByteArray("\"" + day + "\",").repeated(6);
        row("short day", plan("\"week\":[" + six + "\"" + day.chopped(1) + "\"]"), "48 digits");
        row("letters", plan("\"week\":[" + six + "\"" + day.chopped(1) + "x\"]"), "48 digits");
        row("other digits", plan("\"week\":[" + six + "\"" + day.chopped(1) + "٣\"]"), "48 digits");
        row("no such price", plan("\"week\":[" + six + "\"" + day.chopped(1) + "1\"]"),
            "a price that the plan has not");
        row("season's day", plan(R"("seasons":[{"first":"13-01","last":"01-01"}])"),
            "plans[0].seasons[0].first");
        row("season's end", plan(R"("seasons":[{"first":"12-01","last":"1-1"}])"),
            "plans[0].seasons[0].last");
        row("deep", QByteArray(5000, '['), "not JSON");
        row("too long", QByteArray(5 * 1024 * 1024, ' '), "too long");
        QByteArray many = R"({"plans":[)";
        for (int i = 0; i < 501; ++i)
            many += i == 0 ? "{}" : ",{}";
        row("too many plans", many + "]}", "at most 500");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto read = Tariff::fromJson(json);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().contains(words), qPrintable(read.error()));
        QVERIFY(read.error().size() < 400);
    }

    /// Whatever a byte becomes, the text is refused or gives a tariff without fault.
    void damagedTexts()
    {
        const QByteArray good = rich().toJson();
        QRandomGenerator random(11);
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray text = good;
            for (int i = random.bounded(1, 4); i > 0; --i)
                text[random.bounded(int(text.size()))] = char(random.bounded(256));
            if (random.bounded(4) == 0)
                text.truncate(random.bounded(int(text.size())));
            const auto read = Tariff::fromJson(text);
            if (read)
                QCOMPARE(read->fault(), std::optional<QString>());
            else
                ++refused;
        }
        QVERIFY(refused > 1000);
    }
};

QTEST_GUILESS_MAIN(TestTariffJson)
#include "tst_tariff_json.moc"
