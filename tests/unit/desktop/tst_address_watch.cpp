// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "desktop/address_watch.h"
#include "sample_engine.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The notice about another address of this computer, until it was seen.
class TestAddressWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noticesWhileItRuns();
    void isDismissedOnce();
};

void TestAddressWatch::noticesWhileItRuns()
{
    ManualClock clock;
    SampleEngine engine(clock);
    AddressWatch watch(engine);
    QSignalSpy told(&watch, &AddressWatch::textChanged);
    QVERIFY(watch.text().isEmpty());
    clock.advance(AddressWatch::kLook);
    QCOMPARE(told.size(), 0);
    engine.blockSignals(true); // the address changes without the server's doing
    engine.setChangedAddress(u"Now 192.168.1.37."_s);
    engine.blockSignals(false);
    clock.advance(AddressWatch::kLook);
    QCOMPARE(told.size(), 1);
    QCOMPARE(watch.text(), u"Now 192.168.1.37."_s);
    engine.setChangedAddress({}); // the old address is back
    QCOMPARE(told.size(), 2);
    QVERIFY(watch.text().isEmpty());
}

void TestAddressWatch::isDismissedOnce()
{
    ManualClock clock;
    SampleEngine engine(clock);
    engine.setChangedAddress(u"Now 192.168.1.37."_s);
    {
        AddressWatch watch(engine);
        QVERIFY(!watch.text().isEmpty());
        watch.dismiss();
        QVERIFY(watch.text().isEmpty());
        clock.advance(AddressWatch::kLook);
        QVERIFY(watch.text().isEmpty());
        watch.dismiss(); // there is nothing to dismiss
    }
    AddressWatch watch(engine); // the program starts again
    QVERIFY(watch.text().isEmpty());
    engine.setChangedAddress(u"Now 192.168.1.38."_s); // a change of its own
    QCOMPARE(watch.text(), u"Now 192.168.1.38."_s);
}

QTEST_MAIN(TestAddressWatch)
#include "tst_address_watch.moc"
