// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "app/settings.h"
#include "app/setup_memory.h"

using namespace outlet;

class TestSetupMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noticesAnotherAddress();
    void obeysTheChannel();
};

void TestSetupMemory::noticesAnotherAddress()
{
    Settings settings(nullptr);
    AddressCandidate now;
    now.address = QHostAddress(QStringLiteral("192.168.1.20"));
    bool isConnected = true;
    SetupMemory memory(settings, [&] {
        return isConnected ? QList<AddressCandidate>{now} : QList<AddressCandidate>();
    });
    QVERIFY(memory.changedAddressText().isEmpty()); // nothing was set up
    memory.remember(now.address);
    QCOMPARE(settings.setupAddress(), QStringLiteral("192.168.1.20"));
    QVERIFY(memory.changedAddressText().isEmpty());
    now.address = QHostAddress(QStringLiteral("192.168.1.37"));
    QVERIFY(memory.changedAddressText().startsWith(QStringLiteral(
        "Outlets were set up for 192.168.1.20, this computer is now 192.168.1.37.")));
    isConnected = false; // without any network there is nothing to say
    QVERIFY(memory.changedAddressText().isEmpty());
}

void TestSetupMemory::obeysTheChannel()
{
    Settings settings(nullptr);
    SetupMemory memory(settings, [] { return QList<AddressCandidate>(); });
    int answers = 0;
    bool ok = false;
    const auto reply = [&](const control::Outcome &outcome) {
        ++answers;
        ok = outcome.ok();
    };
    QVERIFY(!memory.carryOut({1, QStringLiteral("list"), {}}, reply));
    QCOMPARE(answers, 0);
    for (const QString &wrong : {QString(), QStringLiteral("home"), QStringLiteral("fe80::1")}) {
        QVERIFY(memory.carryOut(
            {1, QStringLiteral("rememberSetup"), {{QStringLiteral("address"), wrong}}}, reply));
        QVERIFY(!ok);
        QVERIFY(settings.setupAddress().isEmpty());
    }
    QVERIFY(memory.carryOut({1,
                             QStringLiteral("rememberSetup"),
                             {{QStringLiteral("address"), QStringLiteral("10.0.0.2")}}},
                            reply));
    QVERIFY(ok);
    QCOMPARE(settings.setupAddress(), QStringLiteral("10.0.0.2"));
}

QTEST_GUILESS_MAIN(TestSetupMemory)
#include "tst_setup_memory.moc"
