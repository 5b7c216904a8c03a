// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "network_manager_mock_linux.h"
#include "setup/network_manager_wifi_linux.h"

using namespace outlet;
using namespace outlet::test;
using namespace Qt::StringLiterals;

/// The service against a NetworkManager that does as it is told.
class TestNetworkManager : public QObject, private NetworkManagerMock
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void isUnavailableWithoutNetworkManager();
    void isUnavailableWithoutAnAdapter();
    void listsNetworks();
    void followsTheAdapter();
    void joinsAndGoesBack_data();
    void joinsAndGoesBack();
    void joinsWithAPassword_data();
    void joinsWithAPassword();
    void tellsWhyItDoesNotJoin();
    void tellsThatItIsOutOfReach();
    void isNotLetIn();
    void forgetsWhatNobodyWants();
    void survivesTheEndOfNetworkManager();
};

void TestNetworkManager::initTestCase()
{
    if (!isInstalled())
        QSKIP("NOT TESTED: dbus-daemon or python3-dbusmock is not installed");
    QVERIFY(startBus());
}

void TestNetworkManager::cleanupTestCase()
{
    stopBus();
}

void TestNetworkManager::init()
{
    QVERIFY(startManager());
    adapter = addAdapter();
}

void TestNetworkManager::cleanup()
{
    stopManager();
}

void TestNetworkManager::isUnavailableWithoutNetworkManager()
{
    stopManager();
    NetworkManagerWifi wifi(bus());
    QSignalSpy available(&wifi, &WifiService::availableChanged);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.scan();
    wifi.goBack();
    wifi.join(u"ESP_1A2B3C"_s, {});
    QCOMPARE(failed.size(), 0); // never from within the call
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(1).toString().contains(u"in the system’s settings"));
    QVERIFY(!wifi.isAvailable());
    QVERIFY(wifi.networks().isEmpty());
    QVERIFY(startManager()); // later than the program
    adapter = addAdapter();
    QTRY_COMPARE(available.size(), 1);
    QVERIFY(wifi.isAvailable());
}

void TestNetworkManager::isUnavailableWithoutAnAdapter()
{
    stopManager();
    QVERIFY(startManager());
    ask(kRoot, u"AddEthernetDevice"_s, {u"mock0"_s, u"eth0"_s, 100});
    NetworkManagerWifi wifi(bus());
    QSignalSpy available(&wifi, &WifiService::availableChanged);
    adapter = ask(kRoot, u"AddWiFiDevice"_s, {u"mock1"_s, u"wlan0"_s, 20}).toString();
    // Switched off; then somebody switches it on.
    set(adapter, kName + u".Device"_s, {{u"State"_s, 30U}});
    QTRY_COMPARE(available.size(), 1);
    QVERIFY(wifi.isAvailable());
}

void TestNetworkManager::listsNetworks()
{
    addPoint(u"ap1"_s, u"Maple House"_s, 5180, 90, kPsk);
    const QString home = addPoint(u"ap2"_s, u"Maple House"_s, 2437, 60, kPsk);
    addPoint(u"ap3"_s, u"ESP_1A2B3C"_s, 2412, 80, kOpen);
    addPoint(u"ap4"_s, u"Only 5"_s, 5180, 70, kPsk);
    addPoint(u"ap5"_s, QString(), 2412, 99, kPsk); // hidden
    ask(adapter, u"AddProperty"_s,
        {QString(kName + u".Device.Wireless"_s), u"ActiveAccessPoint"_s,
         QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusObjectPath(home))))});
    NetworkManagerWifi wifi(bus());
    QVERIFY(!wifi.isAvailable()); // until it is known
    QTRY_COMPARE(wifi.networks().size(), 3);
    QVERIFY(wifi.isAvailable());
    const WifiNetwork &first = wifi.networks().at(0);
    QCOMPARE(first.ssid, u"Maple House"_s);
    QCOMPARE(first.bssid, u"aa:bb:cc:11:22:33"_s);
    QCOMPARE(first.signalPercent, 90);
    QVERIFY(first.has24GHz && first.isSecured && first.isCurrent && !first.isOutlet());
    const WifiNetwork &second = wifi.networks().at(1);
    QCOMPARE(second.ssid, u"ESP_1A2B3C"_s);
    QVERIFY(second.isOutlet() && !second.isSecured && !second.isCurrent);
    QCOMPARE(homeNetworks(wifi.networks()).size(), 1);

    QSignalSpy changed(&wifi, &WifiService::networksChanged);
    addPoint(u"ap6"_s, u"ESP_999999"_s, 2412, 30, kOpen); // an outlet's own network comes up
    QTRY_COMPARE(wifi.networks().size(), 4);
    QVERIFY(!changed.isEmpty());
    ask(kRoot, u"RemoveAccessPoint"_s,
        {adapter, u"/org/freedesktop/NetworkManager/AccessPoint/ap6"_s});
    QTRY_COMPARE(wifi.networks().size(), 3);
    wifi.scan();
    QTRY_VERIFY(log().contains(u"RequestScan"));
}

void TestNetworkManager::followsTheAdapter()
{
    addPoint(u"ap1"_s, u"Maple House"_s, 2412, 90, kPsk);
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    set(adapter, kName + u".Device"_s, {{u"State"_s, 20U}}); // switched off
    QTRY_VERIFY(!wifi.isAvailable());
    QVERIFY(wifi.networks().isEmpty());
    set(adapter, kName + u".Device"_s, {{u"State"_s, 30U}});
    QTRY_COMPARE(wifi.networks().size(), 1);
    QVERIFY(wifi.isAvailable());
}

void TestNetworkManager::joinsAndGoesBack_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::addColumn<bool>("wasConnected");
    QTest::newRow("NetworkManager 1.16 and newer") << true << true;
    QTest::newRow("an older one") << false << true;
    QTest::newRow("from no network") << true << false;
}

void TestNetworkManager::joinsAndGoesBack()
{
    QFETCH(bool, isNew);
    QFETCH(bool, wasConnected);
    const QString home = addPoint(u"ap1"_s, u"Maple House"_s, 2412, 90, kPsk);
    const QString outlet = addPoint(u"ap2"_s, u"ESP_1A2B3C"_s, 2412, 60, kOpen);
    QString former;
    if (wasConnected) {
        former =
            ask(kRoot, u"AddWiFiConnection"_s, {adapter, u"home"_s, u"Maple House"_s, u"wpa-psk"_s})
                .toString();
        ask(kRoot, u"AddActiveConnection"_s, {QStringList{adapter}, former, home, u"first"_s, 2U});
    }
    if (isNew)
        learnVolatile();
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 2);
    QSignalSpy joined(&wifi, &WifiService::joined);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.join(u"ESP_1A2B3C"_s, {});
    QTRY_COMPARE(joined.size(), 1);
    QCOMPARE(joined.at(0).at(0).toString(), u"ESP_1A2B3C"_s);
    QVERIFY(log().contains(outlet));
    QCOMPARE(log().contains(u"volatile"), isNew);
    QVERIFY(!log().contains(u"wireless-security"));
    QVERIFY(log().contains(u"never-default"));

    wifi.goBack();
    QTRY_VERIFY(log().contains(u" Delete"));
    QCOMPARE(log().contains(u" ActivateConnection \"%1\""_s.arg(former)), wasConnected);
    QCOMPARE(log().contains(u" DeactivateConnection"), !wasConnected);
    settle(); // the adapter tells of its own changes, too
    const QString before = log();
    wifi.goBack(); // there is nothing left to go back from
    settle();
    QCOMPARE(log(), before);
    QCOMPARE(failed.size(), 0);
}

void TestNetworkManager::joinsWithAPassword_data()
{
    QTest::addColumn<uint>("security");
    QTest::addColumn<QString>("kind");
    QTest::newRow("WPA2") << kPsk << u"wpa-psk"_s;
    QTest::newRow("WPA2 or WPA3") << (kPsk | kSae) << u"wpa-psk"_s;
    QTest::newRow("WPA3") << kSae << u"sae"_s;
}

void TestNetworkManager::joinsWithAPassword()
{
    QFETCH(uint, security);
    QFETCH(QString, kind);
    addPoint(u"ap1"_s, u"Maple House"_s, 2412, 90, security);
    // The mock knows no SAE; what it is asked for is what counts here.
    ask(kRoot, u"AddMethod"_s,
        {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
         u"ret = ('/', '/', {})"_s});
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    wifi.join(u"Maple House"_s, SecretText(QByteArrayView("correct horse")));
    QTRY_VERIFY(log().contains(u"correct horse"));
    QVERIFY2(log().contains(u"\"%1\""_s.arg(kind)), qPrintable(log()));
}

void TestNetworkManager::tellsWhyItDoesNotJoin()
{
    addPoint(u"ap1"_s, u"ESP_1A2B3C"_s, 2412, 90, kOpen);
    ask(kRoot, u"AddMethod"_s,
        {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
         u"raise dbus.exceptions.DBusException('Not authorized', name='%1.PermissionDenied')"_s.arg(
             kName)});
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.join(u"ESP_1A2B3C"_s, {});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed.at(0).at(1).toString().contains(u"Not authorized"),
             qPrintable(failed.at(0).at(1).toString()));
    QVERIFY(wifi.isAvailable());
}

void TestNetworkManager::tellsThatItIsOutOfReach()
{
    NetworkManagerWifi wifi(bus());
    QTRY_VERIFY(wifi.isAvailable());
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.join(u"ESP_1A2B3C"_s, {});
    QCOMPARE(failed.size(), 0); // never from within the call
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(1).toString().contains(u"not in reach"));
}

/// The connection is tried for a while, and then ends.
void TestNetworkManager::isNotLetIn()
{
    addPoint(u"ap1"_s, u"ESP_1A2B3C"_s, 2412, 90, kOpen);
    ask(kRoot, u"AddMethod"_s,
        {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
         u"ret = self.add_and_activate_connection(self, args[0], args[1], args[2]) + ({},)\n"
         "objects[ret[1]].UpdateProperties("
         "'org.freedesktop.NetworkManager.Connection.Active', {'State': dbus.UInt32(1)})"_s});
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    QSignalSpy joined(&wifi, &WifiService::joined);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.join(u"ESP_1A2B3C"_s, {});
    QTRY_VERIFY(log().contains(u"AddAndActivateConnection2"));
    settle();
    QCOMPARE(joined.size() + failed.size(), 0);
    set(kRoot + u"/ActiveConnection/0"_s, kName + u".Connection.Active"_s, {{u"State"_s, 4U}});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(joined.size(), 0);
    QVERIFY(failed.at(0).at(1).toString().contains(u"did not let this computer in"));
    QTRY_VERIFY(log().contains(u" Delete")); // nothing of it stays
}

/// The user cancels while NetworkManager is being asked.
void TestNetworkManager::forgetsWhatNobodyWants()
{
    addPoint(u"ap1"_s, u"ESP_1A2B3C"_s, 2412, 90, kOpen);
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    QSignalSpy joined(&wifi, &WifiService::joined);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    wifi.join(u"ESP_1A2B3C"_s, {});
    wifi.goBack();
    settle();
    QVERIFY(!log().contains(u"AddAndActivateConnection"));
    wifi.join(u"ESP_1A2B3C"_s, {});
    QTRY_VERIFY(log().contains(u" AddAndActivateConnection ")); // and is not yet answered here
    wifi.goBack();
    QTRY_VERIFY(log().contains(u" Delete"));
    QVERIFY(log().contains(u" DeactivateConnection"));
    QCOMPARE(failed.size(), 0);
    QVERIFY(joined.size() <= 1);
}

void TestNetworkManager::survivesTheEndOfNetworkManager()
{
    addPoint(u"ap1"_s, u"ESP_1A2B3C"_s, 2412, 90, kOpen);
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    QSignalSpy failed(&wifi, &WifiService::joinFailed);
    stopManager();
    wifi.join(u"ESP_1A2B3C"_s, {});
    QTRY_COMPARE(failed.size(), 1);
    QTRY_VERIFY(!wifi.isAvailable());
    QVERIFY(wifi.networks().isEmpty());
}

QTEST_GUILESS_MAIN(TestNetworkManager)
#include "tst_network_manager_linux.moc"
