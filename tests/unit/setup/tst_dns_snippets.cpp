// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "setup/dns_snippets.h"

using namespace outlet;

class TestDnsSnippets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindNamesBothHostsAndTheAddress()
    {
        QCOMPARE(DnsSnippets::kinds().size(), 6);
        for (const DnsSnippets::Kind &kind : DnsSnippets::kinds()) {
            const QString lines = DnsSnippets::lines(kind.key, QStringLiteral("192.168.1.24"));
            for (const QString &name : DnsSnippets::names())
                QVERIFY2(lines.contains(name), qPrintable(kind.key));
            QVERIFY2(lines.count(QStringLiteral("192.168.1.24")) >= 2, qPrintable(kind.key));
        }
    }

    void lines()
    {
        const QString address = QStringLiteral("192.168.1.24");
        QCOMPARE(DnsSnippets::lines(QStringLiteral("dnsmasq"), address),
                 QStringLiteral("address=/server2.vesync.com/192.168.1.24\n"
                                "address=/server22.vesync.com/192.168.1.24"));
        QCOMPARE(DnsSnippets::lines(QStringLiteral("hosts"), address),
                 QStringLiteral("192.168.1.24 server2.vesync.com\n"
                                "192.168.1.24 server22.vesync.com"));
        QCOMPARE(DnsSnippets::lines(QStringLiteral("adguard"), address),
                 QStringLiteral("||server2.vesync.com^$dnsrewrite=192.168.1.24\n"
                                "||server22.vesync.com^$dnsrewrite=192.168.1.24"));
        QVERIFY(
            DnsSnippets::lines(QStringLiteral("unbound"), address)
                .startsWith(QStringLiteral("server:\n    local-zone: \"server2.vesync.com.\"")));
        QVERIFY(DnsSnippets::lines(QStringLiteral("openwrt"), address)
                    .endsWith(QStringLiteral("uci commit dhcp\nservice dnsmasq restart")));
    }

    void withoutAnAddressThereIsNothingToCopy()
    {
        QVERIFY(DnsSnippets::lines(QStringLiteral("dnsmasq"), {}).isEmpty());
        QVERIFY(DnsSnippets::lines(QStringLiteral("bind9"), QStringLiteral("1.2.3.4")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDnsSnippets)
#include "tst_dns_snippets.moc"
