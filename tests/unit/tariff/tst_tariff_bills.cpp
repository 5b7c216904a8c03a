// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>
#include <algorithm>
#include <numeric>

#include "../base/zones.h"
#include "tariff/tariff.h"

using namespace outlet;

namespace {

/// Energy spread evenly over time; borders lie on whole seconds.
struct Use
{
    TimeRange range;
    qint64 joules = 0;

    /// What of it was used until an instant, cut as the history cuts.
    [[nodiscard]] qint64 until(qint64 utcMs) const
    {
        const qint64 passed =
            (std::clamp(utcMs, range.startUtcMs, range.endUtcMs) - range.startUtcMs) / 1000;
        const qint64 length = range.lengthMs() / 1000;
        return joules / length * passed + joules % length * passed / length;
    }
};

/// The joules of a range under each rate, counted from the definition: segment by segment.
QList<qint64> byRate(const QList<Use> &uses, TimeRange range, const RatePlan &plan)
{
    QList<qint64> joules(plan.rates.size(), 0);
    for (const Use &use : uses) {
        if (use.range.endUtcMs <= range.startUtcMs || use.range.startUtcMs >= range.endUtcMs)
            continue;
        for (qsizetype i = 0; i < plan.segments.size(); ++i) {
            const qint64 from =
                i == 0 ? range.startUtcMs : std::max(range.startUtcMs, plan.segments[i].startUtcMs);
            const qint64 to = i + 1 < plan.segments.size()
                                  ? std::min(range.endUtcMs, plan.segments[i + 1].startUtcMs)
                                  : range.endUtcMs;
            if (from < to)
                joules[plan.segments[i].rate] += use.until(to) - use.until(from);
        }
    }
    return joules;
}

Money cost(const Tariff &tariff, const QList<Use> &uses, TimeRange range,
           const LocalCalendar &calendar)
{
    const RatePlan plan = layOut(tariff, range, calendar);
    return plan.cost(byRate(uses, range, plan)).value_or(Money::ofE4(-1));
}

} // namespace

/// Acceptance: bills worked out by hand (tests/data/tariff, with their arithmetic), and that the
/// parts of a year make the year.
class TestTariffBills : public QObject
{
    Q_OBJECT

    int m_bills = 0;

private Q_SLOTS:
    void bills_data()
    {
        QTest::addColumn<QJsonObject>("bill");
        const QDir folder(QStringLiteral(OUTLET_TEST_DATA "/tariff"));
        for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonArray bills = QJsonDocument::fromJson(file.readAll()).array();
            QVERIFY2(!bills.isEmpty(), qPrintable(name));
            for (const auto &bill : bills) {
                const QString title =
                    name.chopped(5) + u": " + bill.toObject().value(u"title").toString();
                QTest::newRow(qPrintable(title)) << bill.toObject();
                ++m_bills;
            }
        }
    }
    void bills()
    {
        QFETCH(QJsonObject, bill);
        const auto text = [&bill](const char *key) {
            return bill.value(QLatin1StringView(key)).toString();
        };
        const QByteArray name = text("zone").toLatin1();
        const QTimeZone zone(name == "Asia/Kathmandu" ? QByteArray(nepalZone()) : name);
        QVERIFY(zone.isValid());
        const LocalCalendar calendar(zone);
        const auto tariff =
            Tariff::fromJson(QJsonDocument(bill.value(u"tariff").toObject()).toJson());
        QVERIFY2(tariff.ok(), tariff.ok() ? "" : qPrintable(tariff.error()));
        const auto instant = [&calendar](const QString &at) {
            return calendar.instantFromText(at).value();
        };
        QList<Use> uses;
        for (const auto &value : bill.value(u"use").toArray()) {
            const QJsonObject use = value.toObject();
            const TimeRange range{instant(use.value(u"from").toString()),
                                  instant(use.value(u"to").toString())};
            QVERIFY(!range.isEmpty());
            uses.append({range, use.value(u"watts").toInteger() * range.lengthMs() / 1000});
        }
        const TimeRange range =
            text("billingMonthOf").isEmpty()
                ? TimeRange{instant(text("from")), instant(text("to"))}
                : calendar.month(QDate::fromString(text("billingMonthOf"), Qt::ISODate),
                                 tariff->billingDay);
        const Money energy = cost(*tariff, uses, range, calendar);
        const Money standing = standingCharge(*tariff, range, calendar).value();
        QCOMPARE(energy.cents(), bill.value(u"energyCents").toInteger());
        QCOMPARE(standing.cents(), bill.value(u"standingCents").toInteger());

        // The same bill by days: to the last unit of money.
        Money days, standingOfDays;
        const QList<qint64> edges = calendar.edges(range, CalendarUnit::Day);
        for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
            days += cost(*tariff, uses, {edges[i], edges[i + 1]}, calendar);
            standingOfDays += standingCharge(*tariff, {edges[i], edges[i + 1]}, calendar).value();
        }
        QCOMPARE(days.units(), energy.units());
        QCOMPARE(standingOfDays, standing);
    }
    void thereAreThirty() { QVERIFY2(m_bills >= 30, qPrintable(QString::number(m_bills))); }

    /// A year of reports over both clock changes, with seasons, a change of plan and half-hour
    /// borders: quarter hours, days, months and the year cost the same, and so do printed cents.
    void partsOfAYear_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void partsOfAYear()
    {
        QFETCH(QByteArray, zone);
        const LocalCalendar calendar{QTimeZone(zone)};
        PricePlan plan;
        plan.name = QStringLiteral("A");
        plan.validFrom = QDate(2024, 1, 1);
        plan.periods = {{QStringLiteral("Low"), 1999},
                        {QStringLiteral("Mid"), 3141},
                        {QStringLiteral("High"), 4777}};
        for (std::size_t day = 0; day < 7; ++day)
            for (std::size_t half = 0; half < 48; ++half)
                plan.grid[day][half] = quint8((day + half / 5) % 3);
        Season summer{QStringLiteral("Summer"), 4, 1, 9, 30, plan.grid};
        for (auto &day : summer.grid)
            std::rotate(day.begin(), day.begin() + 7, day.end());
        plan.seasons = {summer};
        PricePlan later = plan;
        later.validFrom = QDate(2025, 5, 17);
        later.periods[1].pricePerKwhE4 = 3333;
        Tariff tariff;
        tariff.plans = {plan, later};

        const TimeRange year = calendar.year({2025, 1, 1});
        const RatePlan rates = layOut(tariff, year, calendar);
        QList<Use> uses;
        QRandomGenerator random(3);
        for (qint64 t = year.startUtcMs - 100'000; t < year.endUtcMs;) {
            const qint64 length = 1000 * random.bounded(20, 7200);
            uses.append({{t, t + length}, random.bounded(4'000'000)});
            t += length;
        }
        qint64 raw = 0;
        for (const Use &use : uses)
            raw += use.until(year.endUtcMs) - use.until(year.startUtcMs);

        // One pass over all of it in pieces: each use cut at each border and change of price.
        QMap<int, QMap<qint64, Money>> costs; // by unit, by bucket
        QMap<int, qint64> joules;
        const QList<CalendarUnit> units{CalendarUnit::Year, CalendarUnit::Month, CalendarUnit::Day,
                                        CalendarUnit::Hour, CalendarUnit::QuarterHour};
        for (const CalendarUnit unit : units) {
            const QList<qint64> edges = calendar.edges(year, unit);
            QCOMPARE(edges.constFirst(), year.startUtcMs);
            QCOMPARE(edges.constLast(), year.endUtcMs);
            QList<qint64> cuts = edges;
            for (const PriceSegment &segment : rates.segments)
                cuts.append(segment.startUtcMs);
            std::sort(cuts.begin(), cuts.end());
            cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
            for (const Use &use : uses) {
                auto cut = std::upper_bound(cuts.cbegin(), cuts.cend(),
                                            std::max(use.range.startUtcMs, year.startUtcMs));
                qint64 from = std::max(use.range.startUtcMs, year.startUtcMs);
                while (from < std::min(use.range.endUtcMs, year.endUtcMs)) {
                    const qint64 to =
                        cut == cuts.cend() ? year.endUtcMs : std::min(*cut, use.range.endUtcMs);
                    const auto after = std::upper_bound(
                        rates.segments.cbegin(), rates.segments.cend(), from,
                        [](qint64 at, const PriceSegment &s) { return at < s.startUtcMs; });
                    const int rate = after == rates.segments.cbegin() ? 0 : (after - 1)->rate;
                    const qint64 bucket =
                        *(std::upper_bound(edges.cbegin(), edges.cend(), from) - 1);
                    const qint64 part = use.until(to) - use.until(from);
                    joules[int(unit)] += part;
                    costs[int(unit)][bucket] +=
                        Money::ofEnergy(part, rates.rates.at(rate).pricePerKwhE4);
                    from = to;
                    if (cut != cuts.cend() && *cut <= from)
                        ++cut;
                }
            }
        }
        const Money whole = costs[int(CalendarUnit::Year)].first();
        for (const CalendarUnit unit : units) {
            QCOMPARE(joules[int(unit)], raw);
            const QList<Money> parts = costs[int(unit)].values();
            QCOMPARE(std::accumulate(parts.cbegin(), parts.cend(), Money()).units(), whole.units());
            const QList<qint64> cents = centsThatAddUp(parts);
            QCOMPARE(std::accumulate(cents.cbegin(), cents.cend(), qint64(0)), whole.cents());
        }
        QCOMPARE(costs[int(CalendarUnit::Month)].size(), 12);
        QCOMPARE(costs[int(CalendarUnit::Day)].size(), 365);
        QVERIFY(whole.cents() > 100'000);
    }
};

QTEST_GUILESS_MAIN(TestTariffBills)
#include "tst_tariff_bills.moc"
