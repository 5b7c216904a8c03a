// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "day_of_outlets.h"
#include "history/history_reader.h"
#include "recording_process.h"
#include "storage/sql_connection.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr int kOutlets = 20;
constexpr qint64 kStart = 1763467200000 + 17; // 2025-11-18 12:00 UTC, and no round number

/// Joules by outlet and hour.
using Books = QMap<std::pair<int, qint64>, qint64>;

/// Splits a span at the hours in proportion to time, the parts adding up to the whole.
void enter(Books &books, const DeliveredReport &report)
{
    const qint64 length = report.endUtcMs - report.startUtcMs;
    const auto until = [&](qint64 utcMs) {
        return report.joules *
               (qBound(report.startUtcMs, utcMs, report.endUtcMs) - report.startUtcMs) / length;
    };
    for (qint64 hour = report.startUtcMs / kHourMs; hour * kHourMs < report.endUtcMs; ++hour)
        books[{report.outlet, hour}] += until((hour + 1) * kHourMs) - until(hour * kHourMs);
}

} // namespace

/// A day of twenty outlets against a real process with a real file, which is restarted and killed
/// in between: the books must agree with the list of what was delivered, joule for joule.
class TestHistoryLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayToTheJoule_data();
    void aDayToTheJoule();

private:
    static std::optional<Books> readBooks(const QString &folder, qint64 nowUtcMs);
};

std::optional<Books> TestHistoryLedger::readBooks(const QString &folder, qint64 nowUtcMs)
{
    SqlConnection connection;
    if (connection.openForWriting(folder + QStringLiteral("/outlet.sqlite")))
        return std::nullopt;
    if (connection.value(QStringLiteral("PRAGMA integrity_check")).value() !=
        QVariant(QStringLiteral("ok")))
        return std::nullopt;
    EnergyQuery question;
    QSqlQuery query = connection.query();
    query.exec(QStringLiteral("SELECT outlet_id FROM history_outlet"));
    while (query.next())
        question.outletIds.append(query.value(0).toString());
    query.finish();
    // Hours before and behind the day, too: nothing may have slipped out of it.
    for (qint64 hour = kStart / kHourMs - 48; hour <= kStart / kHourMs + 72; ++hour)
        question.edgesUtcMs.append(hour * kHourMs);
    HistoryReader reader(connection);
    const auto answer = reader.energy(question, nowUtcMs);
    if (!answer)
        return std::nullopt;
    Books books;
    for (const OutletEnergy &outlet : answer->outlets) {
        for (qsizetype i = 0; i < outlet.buckets.size(); ++i) {
            const qint64 joules = outlet.buckets.at(i).joules;
            if (joules != 0)
                books[{outlet.outletId.section(u'-', 1).toInt(),
                       question.edgesUtcMs.at(i) / kHourMs}] = joules;
        }
    }
    return books;
}

void TestHistoryLedger::aDayToTheJoule_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("kills");
    QTest::newRow("one process") << 1u << 0;
    QTest::newRow("killed") << 2u << 8;
    QTest::newRow("killed often") << 3u << 40;
}

void TestHistoryLedger::aDayToTheJoule()
{
    QFETCH(quint32, seed);
    QFETCH(int, kills);
    const QTemporaryDir folder;
    DayOfOutlets day(kOutlets, kStart, seed);
    QRandomGenerator random(seed);
    auto process = std::make_unique<RecordingProcess>(folder.path(), kStart);

    QList<DeliveredReport> ledger;
    qint64 lostReports = 0;
    qint64 lostJoules = 0;
    int restarts = 0;
    const auto deliver = [&](const Delivery &delivery) {
        process->say("at " + QByteArray::number(delivery.utcMs));
        for (const QByteArray &line : delivery.lines)
            process->say(line);
    };

    const qint64 end = kStart + 24 * kHourMs;
    const qint64 lifeMs = kills > 0 ? 24 * kHourMs / (2 * kills) : 24 * kHourMs;
    qint64 nextEnd = kStart + random.bounded(lifeMs) + lifeMs / 2;
    while (day.nextUtcMs() < end) {
        const Delivery delivery = day.takeNext();
        deliver(delivery);
        ledger += delivery.reports;
        if (kills == 0 || delivery.utcMs < nextEnd || delivery.reports.isEmpty())
            continue;
        // It ends: properly, or by a kill in the second after this. What came in that second is on
        // disk or not, yet in the order in which it came.
        QVERIFY(process->flush());
        qint64 now = delivery.utcMs;
        QList<DeliveredReport> uncertain;
        while (day.nextUtcMs() < delivery.utcMs + 1000 || uncertain.isEmpty()) {
            if (day.nextUtcMs() >= delivery.utcMs + 1000) {
                now = delivery.utcMs + 999;
                break;
            }
            const Delivery last = day.takeNext();
            now = last.utcMs;
            deliver(last);
            uncertain += last.reports;
        }
        if (random.bounded(3) == 0) {
            QVERIFY(process->quit());
            ledger += uncertain;
        } else {
            QVERIFY(process->kill());
            const std::optional<Books> found = readBooks(folder.path(), now);
            QVERIFY(found);
            qint64 certain = 0;
            qint64 there = 0;
            for (const DeliveredReport &report : std::as_const(ledger))
                certain += report.joules;
            for (const qint64 joules : *found)
                there += joules;
            QVERIFY2(there >= certain, "something older than a second is lost");
            for (const DeliveredReport &report : std::as_const(uncertain)) {
                if (certain + report.joules <= there) {
                    certain += report.joules;
                    ledger += report;
                } else {
                    ++lostReports;
                    lostJoules += report.joules;
                }
            }
            QCOMPARE(there, certain);
        }
        ++restarts;
        const qint64 back = now + 1000 + random.bounded(120'000);
        day.programIsAway(now, back);
        while (day.nextUtcMs() < back)
            static_cast<void>(day.takeNext());
        process = std::make_unique<RecordingProcess>(folder.path(), back);
        nextEnd = back + random.bounded(lifeMs) + lifeMs / 2;
    }
    QVERIFY(process->flush());
    QVERIFY(process->quit());

    Books expected;
    qint64 total = 0;
    for (const DeliveredReport &report : std::as_const(ledger)) {
        enter(expected, report);
        total += report.joules;
    }
    const std::optional<Books> found = readBooks(folder.path(), end);
    QVERIFY(found);
    qint64 foundTotal = 0;
    for (const qint64 joules : *found)
        foundTotal += joules;
    qInfo("%lld reports, %lld J delivered; %d restarts; %lld reports (%lld J) of the last second "
          "before a kill are lost; difference to the ledger: %lld J",
          static_cast<long long>(ledger.size()), static_cast<long long>(total), restarts,
          static_cast<long long>(lostReports), static_cast<long long>(lostJoules),
          static_cast<long long>(foundTotal - total));
    QCOMPARE(foundTotal, total);
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QVERIFY2(found->value(it.key()) == it.value(),
                 qPrintable(QStringLiteral("outlet %1, hour %2: %3 J instead of %4")
                                .arg(it.key().first)
                                .arg(it.key().second - kStart / kHourMs)
                                .arg(found->value(it.key()))
                                .arg(it.value())));
    for (auto it = found->cbegin(); it != found->cend(); ++it)
        QVERIFY(it.value() == expected.value(it.key()));
}

QTEST_GUILESS_MAIN(TestHistoryLedger)
#include "tst_history_ledger.moc"
