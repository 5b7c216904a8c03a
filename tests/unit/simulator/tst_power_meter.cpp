// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>
#include <cmath>

#include "simulator/power_meter.h"
#include "simulator/seeded_random.h"

using namespace outlet;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 kTuesdayMs = 1763424000000;

PowerMeter makeMeter(bool on = true, ApplianceKind kind = ApplianceKind::Freezer,
                     milliseconds now = 0ms)
{
    return PowerMeter(kind, 1, {10, 120}, kTuesdayMs, now, on);
}

} // namespace

class TestPowerMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The same span in one step, in uneven steps, and summed by hand second by second.
    void integratesExactlyWhateverTheSteps()
    {
        PowerMeter atOnce = makeMeter();
        PowerMeter inSteps = makeMeter();
        const auto end = 2h + 345ms;
        atOnce.advanceTo(end);
        SeededRandom random(2);
        for (milliseconds now{0}; now < end; now += random.between(1ms, 7777ms))
            inSteps.advanceTo(now);
        inSteps.advanceTo(end);
        QCOMPARE(inSteps.totalMicrojoules(), atOnce.totalMicrojoules());

        const Appliance appliance(ApplianceKind::Freezer, 1, 1200);
        qint64 byHand = 0;
        constexpr qint64 onFor = 4 * 3600;
        for (qint64 s = 0; s < 7200; ++s)
            byHand += appliance.milliwatts(kTuesdayMs / 1000 + s, onFor + s) * 1000;
        byHand += appliance.milliwatts(kTuesdayMs / 1000 + 7200, onFor + 7200) * 345;
        QCOMPARE(atOnce.totalMicrojoules(), byHand);
    }

    void reportsAndRemainderAreTheIntegral()
    {
        PowerMeter meter = makeMeter();
        SeededRandom random(3);
        milliseconds now{0};
        qint64 joules = 0;
        qint64 seconds = 0;
        for (int i = 0; i < 500; ++i) {
            now += random.between(182'500ms, 183'700ms);
            meter.advanceTo(now);
            const auto report = meter.takeReport();
            QVERIFY(report);
            QVERIFY(report->seconds >= 182 && report->seconds <= 184);
            joules += report->joules;
            seconds += report->seconds;
        }
        QVERIFY(meter.pendingMicrojoules() >= 0 && meter.pendingMicrojoules() < 1'000'000);
        QCOMPARE(joules * 1'000'000 + meter.pendingMicrojoules(), meter.totalMicrojoules());
        QCOMPARE(seconds, now.count() / 1000);
    }

    void offDrawsAndReportsNothing()
    {
        PowerMeter meter = makeMeter(false);
        meter.advanceTo(1h);
        QCOMPARE(meter.totalMicrojoules(), 0);
        QCOMPARE(meter.powerWatts(), 0.0);
        QCOMPARE(meter.averagePowerWatts(), 0.0);
        QVERIFY(!meter.voltageVolts());
        QVERIFY(!meter.takeReport());
    }

    void whatWasDrawnBeforeSwitchingOffIsStillReported()
    {
        PowerMeter meter = makeMeter(true, ApplianceKind::Lamp);
        meter.setRelay(false, 60s);
        meter.advanceTo(183s);
        const auto report = meter.takeReport();
        QVERIFY(report);
        QCOMPARE(report->seconds, 183); // the span in which it was drawn
        QCOMPARE(report->joules, meter.totalMicrojoules() / 1'000'000);
        QVERIFY(report->joules > 500 && report->joules < 580); // 9 W for a minute
        meter.advanceTo(400s);
        QVERIFY(!meter.takeReport());

        meter.setRelay(true, 500s);
        meter.advanceTo(510s);
        const auto next = meter.takeReport();
        QVERIFY(next);
        QCOMPARE(next->seconds, 10); // since the relay was switched on
    }

    void lessThanASecondIsNoReport()
    {
        PowerMeter meter = makeMeter();
        meter.advanceTo(999ms);
        QVERIFY(!meter.takeReport());
        meter.advanceTo(1s);
        QVERIFY(meter.takeReport());
    }

    void settlesAfterSwitchingOn()
    {
        PowerMeter meter = makeMeter(false, ApplianceKind::Lamp, 10s);
        QVERIFY(!meter.hasSettled());
        meter.setRelay(true, 20s);
        QVERIFY(!meter.hasSettled());
        QVERIFY(!meter.voltageVolts());
        meter.advanceTo(20s + PowerMeter::kSettling);
        QVERIFY(meter.hasSettled());
        QVERIFY(meter.voltageVolts());
        QVERIFY(makeMeter(true).hasSettled()); // on before the simulation began
    }

    void voltageIsNominalAndSagsUnderLoad()
    {
        double lampSum = 0;
        double heaterSum = 0;
        PowerMeter lamp(ApplianceKind::Lamp, 1, {15, 120}, kTuesdayMs, 0ms, true);
        PowerMeter heater(ApplianceKind::SpaceHeater, 1, {15, 120}, kTuesdayMs, 0ms, true);
        for (int s = 1; s <= 3600; ++s) {
            lamp.advanceTo(std::chrono::seconds(s));
            heater.advanceTo(std::chrono::seconds(s));
            const double volts = lamp.voltageVolts().value();
            QVERIFY(volts > 118 && volts < 122);
            if (heater.powerWatts() > 700) {
                lampSum += volts;
                heaterSum += heater.voltageVolts().value();
            }
        }
        QVERIFY(lampSum > 0);
        const double sag = (lampSum - heaterSum) / lampSum;
        QVERIFY2(sag > 0.01 && sag < 0.04, qPrintable(QString::number(sag)));

        PowerMeter european(ApplianceKind::Lamp, 1, {10, 230}, kTuesdayMs, 0ms, true);
        QVERIFY(std::abs(european.voltageVolts().value() - 230) < 3);
    }

    void theAverageIsOverHalfAMinute()
    {
        PowerMeter meter = makeMeter(true, ApplianceKind::WashingMachine);
        meter.setRelay(false, 1s);
        meter.setRelay(true, 2s);
        meter.advanceTo(2s + 60s + 119s); // filling, then the heating begins
        const double filling = meter.averagePowerWatts();
        meter.advanceTo(2s + 60s + 130s);
        QVERIFY(filling < 10);
        QVERIFY(meter.powerWatts() > 800);
        QVERIFY(meter.averagePowerWatts() > filling + 100);
        QVERIFY(meter.averagePowerWatts() < 600);
    }

    void timeThatGoesBackCountsNothing()
    {
        PowerMeter meter = makeMeter(true, ApplianceKind::Lamp);
        meter.advanceTo(10s);
        const qint64 before = meter.totalMicrojoules();
        meter.advanceTo(5s);
        QCOMPARE(meter.totalMicrojoules(), before);
        meter.advanceTo(10s);
        QCOMPARE(meter.totalMicrojoules(), before);
    }
};

QTEST_GUILESS_MAIN(TestPowerMeter)
#include "tst_power_meter.moc"
