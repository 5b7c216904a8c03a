// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "setup/network_manager_wifi_linux.h"

using namespace outlet;
using namespace Qt::StringLiterals;

namespace {

const QString kName = u"org.freedesktop.NetworkManager"_s;
const QString kRoot = u"/org/freedesktop/NetworkManager"_s;
const QString kMock = u"org.freedesktop.DBus.Mock"_s;
const QString kBus = u"outlet-test"_s;
constexpr uint kOpen = 0;
constexpr uint kPsk = 0x100;
constexpr uint kSae = 0x400;

} // namespace

/// The service against python-dbusmock's NetworkManager, on a bus of the test's own. The system's
/// bus is never touched.
class TestNetworkManager : public QObject
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

private:
    QVariant ask(const QString &path, const QString &method, const QVariantList &arguments);
    bool startManager();
    void stopManager();
    QString addAdapter(int state = 30);
    QString addPoint(const QString &name, const QString &ssid, uint megahertz, int percent,
                     uint security);
    void set(const QString &path, const QString &interface, const QVariantMap &values);
    /// Lets everything happen that is under way: a bus keeps messages in their order.
    void settle();
    /// The methods that were called at NetworkManager, with their arguments.
    [[nodiscard]] QString log() const;
    [[nodiscard]] QDBusConnection bus() const { return QDBusConnection(kBus); }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    std::unique_ptr<QProcess> m_manager;
    QString m_address;
    QString m_adapter;
};

void TestNetworkManager::initTestCase()
{
    const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    const bool hasMock =
        QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import dbusmock"_s}) == 0;
    if (daemon.isEmpty() || !hasMock)
        QSKIP("NOT TESTED: dbus-daemon or python3-dbusmock is not installed");
    QVERIFY(m_folder.isValid());
    m_daemon.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                            u"--address=unix:path=%1/bus"_s.arg(m_folder.path())});
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(m_address, kBus).isConnected());
}

void TestNetworkManager::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(kBus);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool TestNetworkManager::startManager()
{
    QFile::remove(m_folder.filePath(u"log"_s));
    m_manager = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, m_address);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    m_manager->setProcessEnvironment(environment);
    m_manager->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_manager->start(u"/usr/bin/python3"_s,
                     {u"-m"_s, u"dbusmock"_s, u"--system"_s, u"-l"_s, m_folder.filePath(u"log"_s),
                      u"-t"_s, u"networkmanager"_s});
    return QTest::qWaitFor(
        [this] {
            // The name is taken before the objects are made.
            return bus()
                       .call(QDBusMessage::createMethodCall(
                           kName, kRoot, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s))
                       .type() == QDBusMessage::ReplyMessage;
        },
        20'000);
}

void TestNetworkManager::stopManager()
{
    m_manager->kill();
    m_manager->waitForFinished();
}

void TestNetworkManager::init()
{
    QVERIFY(startManager());
    m_adapter = addAdapter();
}

void TestNetworkManager::cleanup()
{
    if (m_manager)
        stopManager();
    m_manager.reset();
    QTRY_VERIFY(!bus().interface()->isServiceRegistered(kName));
}

QVariant TestNetworkManager::ask(const QString &path, const QString &method,
                                 const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kName, path, kMock, method);
    message.setArguments(arguments);
    const QDBusMessage answer = bus().call(message);
    if (answer.type() == QDBusMessage::ErrorMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
    return answer.arguments().value(0);
}

QString TestNetworkManager::addAdapter(int state)
{
    return ask(kRoot, u"AddWiFiDevice"_s, {u"mock0"_s, u"wlan0"_s, state}).toString();
}

QString TestNetworkManager::addPoint(const QString &name, const QString &ssid, uint megahertz,
                                     int percent, uint security)
{
    return ask(kRoot, u"AddAccessPoint"_s,
               {m_adapter, name, ssid, u"AA:BB:CC:11:22:33"_s, 2U, megahertz, 54000U,
                QVariant::fromValue(static_cast<uchar>(percent)), security})
        .toString();
}

void TestNetworkManager::set(const QString &path, const QString &interface,
                             const QVariantMap &values)
{
    ask(path, u"UpdateProperties"_s, {interface, values});
}

void TestNetworkManager::settle()
{
    constexpr int kDeep = 4; // questions that follow from each other's answers
    for (int i = 0; i < kDeep; ++i) {
        ask(kRoot, u"GetCalls"_s, {});
        QCoreApplication::processEvents();
    }
}

QString TestNetworkManager::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestNetworkManager::isUnavailableWithoutNetworkManager()
{
    stopManager();
    QTRY_VERIFY(!bus().interface()->isServiceRegistered(kName));
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
    m_adapter = addAdapter();
    QTRY_COMPARE(available.size(), 1);
    QVERIFY(wifi.isAvailable());
}

void TestNetworkManager::isUnavailableWithoutAnAdapter()
{
    stopManager();
    QTRY_VERIFY(!bus().interface()->isServiceRegistered(kName));
    QVERIFY(startManager());
    ask(kRoot, u"AddEthernetDevice"_s, {u"mock0"_s, u"eth0"_s, 100});
    NetworkManagerWifi wifi(bus());
    QSignalSpy available(&wifi, &WifiService::availableChanged);
    m_adapter = ask(kRoot, u"AddWiFiDevice"_s, {u"mock1"_s, u"wlan0"_s, 20}).toString();
    // Switched off; then somebody switches it on.
    set(m_adapter, kName + u".Device"_s, {{u"State"_s, 30U}});
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
    ask(m_adapter, u"AddProperty"_s,
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
        {m_adapter, u"/org/freedesktop/NetworkManager/AccessPoint/ap6"_s});
    QTRY_COMPARE(wifi.networks().size(), 3);
    wifi.scan();
    QTRY_VERIFY(log().contains(u"RequestScan"));
}

void TestNetworkManager::followsTheAdapter()
{
    addPoint(u"ap1"_s, u"Maple House"_s, 2412, 90, kPsk);
    NetworkManagerWifi wifi(bus());
    QTRY_COMPARE(wifi.networks().size(), 1);
    set(m_adapter, kName + u".Device"_s, {{u"State"_s, 20U}}); // switched off
    QTRY_VERIFY(!wifi.isAvailable());
    QVERIFY(wifi.networks().isEmpty());
    set(m_adapter, kName + u".Device"_s, {{u"State"_s, 30U}});
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
        former = ask(kRoot, u"AddWiFiConnection"_s,
                     {m_adapter, u"home"_s, u"Maple House"_s, u"wpa-psk"_s})
                     .toString();
        ask(kRoot, u"AddActiveConnection"_s,
            {QStringList{m_adapter}, former, home, u"first"_s, 2U});
    }
    if (isNew)
        ask(kRoot, u"AddMethod"_s,
            {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
             u"ret = self.add_and_activate_connection(self, args[0], args[1], args[2]) + ({},)"_s});
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
