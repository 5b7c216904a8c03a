// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtTest/QTest>

#include "outlets/energy_today.h"

using outlet::EnergyToday;

namespace {

/// Seconds of a day, from the outside: how long a joule of its first second counts.
qint64 lengthOfDay(const QDate &day)
{
    const qint64 start = day.startOfDay().toMSecsSinceEpoch();
    EnergyToday energy;
    energy.add(1, 0, start);
    qint64 seconds = 0;
    while (energy.joules(start + seconds * 1000) == 1)
        seconds += 60;
    return seconds;
}

} // namespace

/// Local midnight, also on the days that are not 24 hours long.
class TestEnergyToday : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("The time zone of a process can't be chosen here");
#endif
        // New York, written out, so that no zone files are needed.
        qputenv("TZ", "EST5EDT,M3.2.0,M11.1.0");
        QCOMPARE(QDateTime(QDate(2025, 7, 1), QTime(12, 0)).offsetFromUtc(), -4 * 3600);
    }

    void addsUp()
    {
        EnergyToday energy;
        const qint64 noon = QDateTime(QDate(2025, 11, 18), QTime(12, 0)).toMSecsSinceEpoch();
        QCOMPARE(energy.joules(noon), 0);
        energy.add(804, 183, noon);
        energy.add(800, 183, noon + 183'000);
        QCOMPARE(energy.joules(noon + 183'000), 1604);
    }

    void startsAnewAtLocalMidnight()
    {
        EnergyToday energy;
        const qint64 midnight = QDate(2025, 11, 19).startOfDay().toMSecsSinceEpoch();
        energy.add(5, 0, midnight - 1);
        QCOMPARE(energy.joules(midnight - 1), 5);
        QCOMPARE(energy.joules(midnight), 0);
        energy.add(7, 0, midnight);
        QCOMPARE(energy.joules(midnight), 7);
        // UTC's midnight is nothing special.
        const QDateTime utcMidnight(QDate(2025, 11, 20), QTime(0, 0), QTimeZone::utc());
        QCOMPARE(energy.joules(utcMidnight.toMSecsSinceEpoch()), 7);
    }

    void aReportOverMidnightIsCut()
    {
        EnergyToday energy;
        const qint64 midnight = QDate(2025, 11, 19).startOfDay().toMSecsSinceEpoch();
        energy.add(1000, 10, midnight + 3000);
        QCOMPARE(energy.joules(midnight + 3000), 300);
        energy.add(100, 3, midnight + 6000);
        QCOMPARE(energy.joules(midnight + 6000), 400);
    }

    void whatWasCountedBefore()
    {
        EnergyToday energy;
        const qint64 noon = QDateTime(QDate(2025, 11, 18), QTime(12, 0)).toMSecsSinceEpoch();
        energy.add(5, 183, noon);
        energy.seed(1000, noon + 1000);
        QCOMPARE(energy.joules(noon + 1000), 1005);
        QCOMPARE(energy.joules(noon + 13 * 3600'000), 0);
    }

    void clockChangeDays()
    {
        QCOMPARE(lengthOfDay(QDate(2025, 3, 9)), 23 * 3600);
        QCOMPARE(lengthOfDay(QDate(2025, 11, 2)), 25 * 3600);
        QCOMPARE(lengthOfDay(QDate(2025, 11, 3)), 24 * 3600);
    }
};

QTEST_APPLESS_MAIN(TestEnergyToday)
#include "tst_energy_today.moc"
