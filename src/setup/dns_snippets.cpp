// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/dns_snippets.h"

namespace outlet {

QList<DnsSnippets::Kind> DnsSnippets::kinds()
{
    return {{QStringLiteral("dnsmasq"), QStringLiteral("dnsmasq")},
            {QStringLiteral("pihole"), QStringLiteral("Pi-hole")},
            {QStringLiteral("adguard"), QStringLiteral("AdGuard Home")},
            {QStringLiteral("unbound"), QStringLiteral("Unbound")},
            {QStringLiteral("openwrt"), QStringLiteral("OpenWrt")},
            {QStringLiteral("hosts"), QStringLiteral("hosts")}};
}

QStringList DnsSnippets::names()
{
    return {QStringLiteral("server2.vesync.com"), QStringLiteral("server22.vesync.com")};
}

QString DnsSnippets::lines(const QString &kind, const QString &address)
{
    if (address.isEmpty())
        return {};
    QString pattern;
    QString first;
    QString last;
    if (kind == u"dnsmasq") {
        pattern = QStringLiteral("address=/%1/%2");
    } else if (kind == u"pihole" || kind == u"hosts") {
        pattern = QStringLiteral("%2 %1");
    } else if (kind == u"adguard") {
        pattern = QStringLiteral("||%1^$dnsrewrite=%2");
    } else if (kind == u"unbound") {
        first = QStringLiteral("server:");
        pattern = QStringLiteral("    local-zone: \"%1.\" redirect\n"
                                 "    local-data: \"%1. A %2\"");
    } else if (kind == u"openwrt") {
        pattern = QStringLiteral("uci add_list dhcp.@dnsmasq[0].address='/%1/%2'");
        last = QStringLiteral("uci commit dhcp\nservice dnsmasq restart");
    } else {
        return {};
    }
    QStringList lines;
    if (!first.isEmpty())
        lines += first;
    for (const QString &name : names())
        lines += pattern.arg(name, address);
    if (!last.isEmpty())
        lines += last;
    return lines.join(u'\n');
}

} // namespace outlet
