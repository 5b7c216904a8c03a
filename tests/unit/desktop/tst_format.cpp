// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "base/manual_clock.h"
#include "desktop/format.h"
#include "desktop_fixture.h"

using namespace outlet;

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

} // namespace

/// The tables of design.md 3.1.
class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void livePower_data()
    {
        QTest::addColumn<double>("watts");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0 W";
        QTest::newRow("noise") << 0.29 << "0 W";
        QTest::newRow("negative noise") << -0.2 << "0 W";
        QTest::newRow("just no noise") << 0.3 << "0.3 W";
        QTest::newRow("standby") << 4.4 << "4.4 W";
        QTest::newRow("one decimal") << 82.4 << "82.4 W";
        QTest::newRow("whole but shown with one decimal") << 82.0 << "82.0 W";
        QTest::newRow("half away from zero") << 4.35 << "4.4 W";
        QTest::newRow("rounds up to 100") << 99.96 << "100 W";
        QTest::newRow("no decimals") << 117.6 << "118 W";
        QTest::newRow("999") << 999.4 << "999 W";
        QTest::newRow("never 1000 W") << 999.6 << "1.00 kW";
        QTest::newRow("kilowatts") << 1312.0 << "1.31 kW";
        QTest::newRow("half in kilowatts") << 1315.0 << "1.32 kW";
        QTest::newRow("many kilowatts") << 12345.0 << "12.35 kW";
    }
    void livePower()
    {
        QFETCH(double, watts);
        QTEST(plain(Format::livePower(watts).text()), "text");
    }

    void compactPower_data()
    {
        QTest::addColumn<double>("watts");
        QTest::addColumn<QString>("text");
        QTest::newRow("one decimal") << 4.4 << "4.4 W";
        QTest::newRow("rounds up to 10") << 9.96 << "10 W";
        QTest::newRow("none") << 82.4 << "82 W";
        QTest::newRow("kilowatts") << 1240.0 << "1.24 kW";
    }
    void compactPower()
    {
        QFETCH(double, watts);
        QTEST(plain(Format::compactPower(watts).text()), "text");
    }

    void kilowattsDoNotFlicker()
    {
        bool kilowatts = false;
        QCOMPARE(Format::livePower(999, kilowatts).unit, QStringLiteral("W"));
        QCOMPARE(Format::livePower(1000, kilowatts).unit, QStringLiteral("kW"));
        QCOMPARE(plain(Format::livePower(960, kilowatts).text()), QStringLiteral("0.96 kW"));
        QCOMPARE(Format::livePower(950, kilowatts).unit, QStringLiteral("kW"));
        QCOMPARE(plain(Format::livePower(949.9, kilowatts).text()), QStringLiteral("950 W"));
        QCOMPARE(Format::livePower(999, kilowatts).unit, QStringLiteral("W"));
    }

    void otherNumbers()
    {
        QCOMPARE(plain(Format::volts(121.34)), QStringLiteral("121.3 V"));
        QCOMPARE(plain(Format::amps(1.017)), QStringLiteral("1.02 A"));
        QCOMPARE(Format::share(0.45), QStringLiteral("45%"));
        QCOMPARE(Format::share(0.004), QStringLiteral("< 1%"));
        QCOMPARE(Format::share(0), QStringLiteral("0%"));
        QCOMPARE(plain(Format::signal(-58)), QStringLiteral("−58 dBm"));
        QCOMPARE(plain(Format::wholeWatts(1200)), QStringLiteral("1,200 W"));
        QCOMPARE(Format::spokenPower(82.4), QStringLiteral("82.4 watts"));
        QCOMPARE(Format::spokenPower(1310), QStringLiteral("1.31 kilowatts"));
    }

    void carbon()
    {
        const auto of = [](qint64 kilowattHours, int grams) {
            return plain(Format::carbon(kilowattHours * 3'600'000, grams).text());
        };
        QCOMPARE(of(0, 380), QStringLiteral("0 g"));
        QCOMPARE(of(1, 380), QStringLiteral("380 g"));
        QCOMPARE(of(20, 380), QStringLiteral("7.6 kg"));
        QCOMPARE(of(999, 380), QStringLiteral("380 kg"));
        QCOMPARE(of(10'000, 380), QStringLiteral("3.80 t"));
        QCOMPARE(Format::carbon(3'600'000 / 2, 1999).text(),
                 QStringLiteral("1.0") + QChar::Nbsp + QStringLiteral("kg"));
    }

    void localeWritesTheNumbers()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString power = plain(Format::livePower(82.4).text());
        const QString day = Format::day(ManualClock().utcMs(), ManualClock().utcMs());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(power, QStringLiteral("82,4 W"));
        QCOMPARE(day, QStringLiteral("18. Nov."));
    }

    void duration_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("validFor");
        QTest::newRow("seconds") << 12 * kSecond << "12 s" << kSecond;
        QTest::newRow("within a second") << 12 * kSecond + 400 << "12 s" << qint64(600);
        QTest::newRow("minutes") << 4 * kMinute + 20 * kSecond << "4 min" << 40 * kSecond;
        QTest::newRow("hours") << 9 * kHour + 26 * kMinute << "9 h 26 min" << kMinute;
        QTest::newRow("whole hours") << 2 * kHour << "2 h" << kMinute;
        QTest::newRow("days") << 3 * kDay + 4 * kHour + 5 * kMinute << "3 d 4 h" << 55 * kMinute;
        QTest::newRow("whole days") << 3 * kDay << "3 d" << kHour;
        QTest::newRow("clock set back") << -kHour << "0 s" << kSecond;
    }
    void duration()
    {
        QFETCH(qint64, ms);
        const TimedText timed = Format::duration(ms);
        QTEST(timed.text, "text");
        QTEST(timed.validForMs, "validFor");
    }

    void ago_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 4 * kSecond << "4 s ago";
        QTest::newRow("minutes") << 12 * kMinute << "12 min ago";
        QTest::newRow("today") << 4 * kHour + 50 * kMinute << "7:10 AM";
        QTest::newRow("yesterday") << 18 * kHour + 18 * kMinute << "yesterday, 5:42 PM";
        QTest::newRow("this year") << 15 * kDay << "Nov 3";
        QTest::newRow("last year") << 400 * kDay << "Oct 14, 2024";
    }
    void ago()
    {
        QFETCH(qint64, before);
        const qint64 now = ManualClock().utcMs();
        QTEST(plain(Format::ago(now - before, now).text), "text");
    }

    void aTextOfTodayIsValidUntilMidnight()
    {
        const qint64 now = ManualClock().utcMs();
        const TimedText today = Format::pointInTime(now - 2 * kHour, now);
        QCOMPARE(today.validForMs, 12 * kHour);
        QCOMPARE(plain(Format::pointInTime(now - kDay, now, true).text),
                 QStringLiteral("Yesterday, 12:00 PM"));
    }

    void left_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("validFor");
        QTest::newRow("minutes") << 14 * kMinute << "14 min" << kMinute;
        QTest::newRow("the minute that began counts")
            << 13 * kMinute + kSecond << "14 min" << kSecond;
        QTest::newRow("an hour") << 62 * kMinute << "1 h 2 min" << kMinute;
        QTest::newRow("two minutes") << 2 * kMinute << "2 min" << qint64(1);
        QTest::newRow("under two minutes") << 105 * kSecond << "1:45" << kSecond;
        QTest::newRow("seconds with zero") << 5 * kSecond - 300 << "0:05" << qint64(700);
        QTest::newRow("over") << -kSecond << "0:00" << TimedText::kForever;
    }
    void left()
    {
        QFETCH(qint64, left);
        const qint64 now = ManualClock().utcMs();
        const TimedText timed = Format::left(now + left, now);
        QTEST(timed.text, "text");
        QTEST(timed.validForMs, "validFor");
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
