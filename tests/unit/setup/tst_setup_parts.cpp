// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "setup/access_point_watch.h"
#include "setup/address_choice.h"
#include "setup/esptouch_sender.h"
#include "setup/firewall.h"
#include "setup/login_matcher.h"
#include "setup/wifi_service.h"

using namespace outlet;
using namespace std::chrono_literals;
using Verdict = LoginMatcher::Verdict;

namespace {

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

/// A Wi-Fi service that sees what it is told.
class ToldWifi : public WifiService
{
public:
    void see(const QList<WifiNetwork> &networks) { setNetworks(networks); }
};

WifiNetwork network(const char *ssid, const char *bssid, int signal, bool has24GHz)
{
    WifiNetwork seen;
    seen.ssid = QString::fromLatin1(ssid);
    seen.bssid = QString::fromLatin1(bssid);
    seen.signalPercent = signal;
    seen.has24GHz = has24GHz;
    return seen;
}

} // namespace

/// The parts of setting up that decide without asking anybody.
class TestSetupParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressCandidates();
    void changedAddress();
    void dynamicAddress();
    void logins();
    void loginsByAddress();
    void loginsById();
    void firewallCommandsNameThePorts();
    void firewallsThatAreOn();
    void accessPointComesAndGoes();
    void wifiNetworksByName();
    void classicSchedule();
};

void TestSetupParts::addressCandidates()
{
    const QList<InterfaceAddress> all{
        {QStringLiteral("docker0"), address("172.17.0.1"), true, true, 16, false},
        {QStringLiteral("eth0"), address("10.1.2.3"), true, false, 8, std::nullopt},
        {QStringLiteral("wlan0"), address("192.168.1.50"), true, false, 24, true}};
    const auto candidates = serverAddressCandidates(all, address("192.168.1.50"));
    QCOMPARE(candidates.size(), 2); // so the user is asked, with the likely one first
    QCOMPARE(candidates[0].address, address("192.168.1.50"));
    QCOMPARE(candidates[0].interfaceName, QStringLiteral("wlan0"));
    QCOMPARE(candidates[0].subnet, QStringLiteral("192.168.1.0/24"));
    QCOMPARE(candidates[0].isDynamic, std::optional(true));
    QCOMPARE(candidates[1].subnet, QStringLiteral("10.0.0.0/8"));
    QVERIFY(!candidates[1].isDynamic);
    QVERIFY(serverAddressCandidates({}, {}).isEmpty());
}

void TestSetupParts::changedAddress()
{
    AddressCandidate now;
    now.address = address("192.168.1.37");
    const QString text = changedAddressText(QStringLiteral("192.168.1.20"), {now});
    QVERIFY(text.startsWith(QStringLiteral(
        "Outlets were set up for 192.168.1.20, this computer is now 192.168.1.37.")));
    QVERIFY(changedAddressText(QStringLiteral("192.168.1.37"), {now}).isEmpty());
    QVERIFY(changedAddressText({}, {now}).isEmpty());
    QVERIFY(changedAddressText(QStringLiteral("192.168.1.20"), {}).isEmpty());
    QVERIFY(changedAddressText(QStringLiteral("127.0.0.1"), {now}).isEmpty()); // a trial
}

void TestSetupParts::dynamicAddress()
{
    AddressCandidate candidate;
    candidate.address = address("192.168.1.50");
    QVERIFY(dynamicAddressAdvice(candidate).isEmpty()); // not known: nothing is claimed
    candidate.isDynamic = false;
    QVERIFY(dynamicAddressAdvice(candidate).isEmpty());
    candidate.isDynamic = true;
    QVERIFY(dynamicAddressAdvice(candidate).contains(QStringLiteral("192.168.1.50")));
}

void TestSetupParts::logins()
{
    LoginMatcher matcher({{QStringLiteral("old"), QStringLiteral("192.168.1.7")}});
    const QString at = QStringLiteral("192.168.1.9");
    QCOMPARE(matcher.judge(QStringLiteral("new"), at, true), Verdict::Irrelevant); // not told yet
    matcher.setTold();
    QCOMPARE(matcher.judge(QStringLiteral("new"), at, true), Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("offline before"), at, false), Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("old"), QStringLiteral("192.168.1.7"), false),
             Verdict::Irrelevant);
}

void TestSetupParts::loginsByAddress()
{
    LoginMatcher matcher({{QStringLiteral("old"), QStringLiteral("192.168.1.7")}});
    matcher.setTold();
    matcher.setAddress(address("192.168.1.9"));
    QCOMPARE(matcher.judge(QStringLiteral("new"), QStringLiteral("192.168.1.9"), true),
             Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("new"), QStringLiteral("::ffff:192.168.1.9"), true),
             Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("old"), QStringLiteral("192.168.1.9"), false),
             Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("new"), QStringLiteral("192.168.1.8"), true),
             Verdict::Stranger);
    QCOMPARE(matcher.judge(QStringLiteral("old"), QStringLiteral("192.168.1.7"), false),
             Verdict::Irrelevant);
}

void TestSetupParts::loginsById()
{
    LoginMatcher matcher;
    matcher.setTold();
    matcher.setAddress(address("192.168.1.9"));
    matcher.setId(QStringLiteral("told"));
    QCOMPARE(matcher.judge(QStringLiteral("told"), QStringLiteral("10.0.0.1"), false),
             Verdict::Ours);
    QCOMPARE(matcher.judge(QStringLiteral("new"), QStringLiteral("192.168.1.9"), true),
             Verdict::Stranger);
    QCOMPARE(matcher.judge(QStringLiteral("old"), QStringLiteral("192.168.1.9"), false),
             Verdict::Irrelevant);
}

void TestSetupParts::firewallCommandsNameThePorts()
{
    for (const Firewall firewall : {Firewall::Ufw, Firewall::Firewalld, Firewall::Windows}) {
        const QString all =
            firewallCommands(firewall, 17273, QStringLiteral("192.168.1.0/24")).join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("17273")), qPrintable(firewallName(firewall)));
        QVERIFY2(all.contains(QStringLiteral("18266")), qPrintable(firewallName(firewall)));
        QVERIFY(!all.contains(u'%') && !all.contains(QStringLiteral("\n\n")));
    }
    QCOMPARE(firewallCommands(Firewall::Ufw, 17273, QStringLiteral("192.168.1.0/24")).first(),
             QStringLiteral("sudo ufw allow from 192.168.1.0/24 to any port 17273 proto tcp"));
    QCOMPARE(firewallCommands(Firewall::Windows, 17273, {}).first(),
             QStringLiteral("netsh advfirewall firewall add rule name=\"Outlet TCP 17273\" dir=in "
                            "action=allow protocol=TCP localport=17273 profile=private "
                            "remoteip=localsubnet"));
}

void TestSetupParts::firewallsThatAreOn()
{
#ifdef Q_OS_LINUX
    QTemporaryDir root;
    const QDir folder(root.path());
    QVERIFY(activeFirewalls(root.path()).isEmpty());
    QVERIFY(folder.mkpath(QStringLiteral("etc/ufw")) && folder.mkpath(QStringLiteral("run")));
    QFile ufw(folder.filePath(QStringLiteral("etc/ufw/ufw.conf")));
    const auto write = [&ufw](const QByteArray &text) {
        return ufw.open(QIODevice::WriteOnly | QIODevice::Truncate) && ufw.write(text) > 0 &&
               (ufw.close(), true);
    };
    QVERIFY(write("# ENABLED=yes\nENABLED=no\n"));
    QVERIFY(activeFirewalls(root.path()).isEmpty());
    QVERIFY(write("ENABLED=yes\nLOGLEVEL=low\n"));
    QCOMPARE(activeFirewalls(root.path()), QList<Firewall>{Firewall::Ufw});
    QVERIFY(folder.mkpath(QStringLiteral("run/firewalld")));
    QCOMPARE(activeFirewalls(root.path()).size(), 2);
#else
    QSKIP("Linux keeps these in files");
#endif
}

void TestSetupParts::accessPointComesAndGoes()
{
    ManualClock clock;
    QList<InterfaceAddress> now{{QStringLiteral("eth0"), address("192.168.1.5")}};
    AccessPointWatch watch(clock, nullptr, [&now] { return now; });
    int changes = 0;
    connect(&watch, &AccessPointWatch::reachableChanged, this, [&changes] { ++changes; });
    watch.setWatching(true);
    QVERIFY(!watch.isReachable());
    now.append({QStringLiteral("wlan0"), address("192.168.4.2")});
    clock.advance(AccessPointWatch::kPeriod);
    QVERIFY(watch.isReachable());
    now.removeLast();
    clock.advance(AccessPointWatch::kPeriod);
    QVERIFY(!watch.isReachable());
    QCOMPARE(changes, 2);
    watch.setWatching(false);
    now.append({QStringLiteral("wlan0"), address("192.168.4.2")});
    clock.advance(1min);
    QCOMPARE(changes, 2);
}

void TestSetupParts::wifiNetworksByName()
{
    ToldWifi wifi;
    int changes = 0;
    connect(&wifi, &WifiService::networksChanged, this, [&changes] { ++changes; });
    const QList<WifiNetwork> seen{network("Home", "aa", 40, true), network("Home", "bb", 90, false),
                                  network("", "cc", 99, true),
                                  network("ESP_0A0B0C", "dd", 70, true),
                                  network("Fast", "ee", 80, false)};
    wifi.see(seen);
    wifi.see(seen);
    QCOMPARE(changes, 1);
    QCOMPARE(wifi.networks().size(), 3);
    QCOMPARE(wifi.networks().first().ssid, QStringLiteral("Home"));
    QVERIFY(wifi.networks().first().has24GHz);
    QCOMPARE(wifi.networks().first().bssid, QStringLiteral("aa")); // what an outlet would join
    const QList<WifiNetwork> home = homeNetworks(wifi.networks());
    QCOMPARE(home.size(), 1);
    QCOMPARE(home.first().ssid, QStringLiteral("Home"));
    QString failure;
    connect(&wifi, &WifiService::joinFailed, this,
            [&failure](const QString &, const QString &reason) { failure = reason; });
    wifi.join(QStringLiteral("Home"), SecretText("password"));
    QVERIFY(failure.isEmpty()); // never from within the call
    QTRY_VERIFY(failure.contains(QStringLiteral("Home")));
}

/// 2 s of guide, then three passes half a second apart, then all over again (protocol.md 7.2).
void TestSetupParts::classicSchedule()
{
    ManualClock clock;
    QUdpSocket outlet;
    QVERIFY(outlet.bind(QHostAddress(QHostAddress::LocalHost), 0));
    EspTouchSender sender(clock);
    auto sequence = protocol::encodeEspTouch({"Net", "password", {}, 0x7f000001, {}});
    QVERIFY(sequence);
    const QList<int> data = sequence->dataLengths;
    const QList<int> guide = sequence->guideLengths;
    int passes = 0;
    connect(&sender, &EspTouchSender::passDone, this, [&passes] { ++passes; });
    QVERIFY(sender.start(std::move(*sequence), protocol::EspTouchLayout::Classic,
                         {QHostAddress(QHostAddress::LocalHost),
                          QHostAddress(QHostAddress::LocalHost), outlet.localPort()}));
    QList<int> heard;
    const auto advance = [&](std::chrono::milliseconds by) {
        for (auto passed = 0ms; passed < by; passed += 1ms) {
            clock.advance(1ms);
            while (outlet.hasPendingDatagrams()) {
                heard.append(static_cast<int>(outlet.pendingDatagramSize()));
                char byte = 0;
                outlet.readDatagram(&byte, 1);
            }
        }
    };
    advance(1990ms);
    for (qsizetype i = 0; i < heard.size(); ++i)
        QCOMPARE(heard.at(i), guide.at(i % guide.size()));
    QVERIFY(heard.size() >= 240 && heard.size() <= 250); // every 8 ms
    const auto pass = EspTouchSender::kGap * data.size();
    advance(10ms + 3 * pass + 3 * EspTouchSender::kPause);
    QCOMPARE(passes, 3);
    const QList<int> afterGuide = heard.sliced(heard.indexOf(data.first(), 0));
    QCOMPARE(afterGuide.first(data.size()), data);
    QCOMPARE(afterGuide.size(), 3 * data.size());
    advance(EspTouchSender::kPause + 100ms);
    QVERIFY(guide.contains(heard.last())); // the next round
    sender.stop();
    const qsizetype before = heard.size();
    advance(5s);
    QCOMPARE(heard.size(), before);
    QVERIFY(!sender.isSending());
}

QTEST_GUILESS_MAIN(TestSetupParts)
#include "tst_setup_parts.moc"
