// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/dns_check.h"

#include <QtNetwork/QDnsLookup>
#include <QtNetwork/QHostInfo>
#include <algorithm>
#include <functional>

#include "setup/dns_snippets.h"

namespace outlet {

/// One question on its way; destroying it forgets it.
class DnsCheck::Lookup
{
public:
    using Done = std::function<void(const QStringList &addresses, const QString &detail)>;

    Lookup(Clock &clock, const QString &name, const QHostAddress &resolver, Done done)
        : m_done(std::move(done))
        , m_limit(clock, [this] { end({}, QStringLiteral("timeout")); })
    {
        m_limit.start(kLimit);
        if (resolver.isNull()) {
            m_hostLookup = QHostInfo::lookupHost(name, &m_context, [this](const QHostInfo &info) {
                QStringList addresses;
                for (const QHostAddress &address : info.addresses()) {
                    if (address.protocol() == QAbstractSocket::IPv4Protocol)
                        addresses.append(address.toString());
                }
                end(addresses, info.errorString());
            });
            return;
        }
        m_dns = std::make_unique<QDnsLookup>(QDnsLookup::A, name, resolver);
        QObject::connect(m_dns.get(), &QDnsLookup::finished, &m_context, [this] {
            QStringList addresses;
            for (const QDnsHostAddressRecord &record : m_dns->hostAddressRecords())
                addresses.append(record.value().toString());
            end(addresses, m_dns->errorString());
        });
        m_dns->lookup();
    }

    ~Lookup()
    {
        if (m_hostLookup >= 0)
            QHostInfo::abortHostLookup(m_hostLookup);
        if (!m_dns)
            return;
        m_dns->disconnect(&m_context);
        m_dns->abort();
        m_dns.release()->deleteLater(); // this may be called from its signal
    }
    Q_DISABLE_COPY_MOVE(Lookup)

private:
    void end(const QStringList &addresses, const QString &detail)
    {
        m_limit.stop();
        if (!m_done)
            return;
        const Done done = std::exchange(m_done, {});
        done(addresses, addresses.isEmpty() ? detail : QString());
    }

    Done m_done;
    ClockTimer m_limit;
    std::unique_ptr<QDnsLookup> m_dns;
    int m_hostLookup = -1;
    QObject m_context; // last: destroyed first, so that no answer comes to what is half gone
};

DnsCheck::DnsCheck(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_refreshTimer(clock,
                     [this] {
                         m_refreshTimer.start(kRefresh);
                         if (!isChecking())
                             refresh();
                     })
    , m_resolvers{QHostAddress()}
{
    const QHostAddress router = defaultGateway();
    if (!router.isNull())
        m_resolvers.append(router);
    fill();
}

DnsCheck::~DnsCheck() = default;

void DnsCheck::setHere(const QList<QHostAddress> &here)
{
    m_here = here;
    for (Entry &entry : m_entries) {
        if (entry.answer == Answer::Here || entry.answer == Answer::Elsewhere)
            entry.answer = judge(entry.addresses);
    }
    Q_EMIT changed();
}

void DnsCheck::setResolvers(const QList<QHostAddress> &resolvers)
{
    if (resolvers == m_resolvers)
        return;
    stop();
    m_resolvers = resolvers;
    fill();
    Q_EMIT changed();
}

void DnsCheck::setRefreshing(bool on)
{
    if (!on)
        return m_refreshTimer.stop();
    m_refreshTimer.start(kRefresh);
    if (!isChecking())
        refresh();
}

void DnsCheck::fill()
{
    m_entries.clear();
    for (const QHostAddress &resolver : std::as_const(m_resolvers)) {
        for (const QString &name : DnsSnippets::names())
            m_entries.append({name, resolver, Answer::Checking, {}, {}});
    }
}

void DnsCheck::refresh()
{
    stop();
    m_waiting = static_cast<int>(m_entries.size());
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        m_lookups.push_back(std::make_unique<Lookup>(
            m_clock, entry.name, entry.resolver,
            [this, i](const QStringList &addresses, const QString &detail) {
                take(i, addresses, detail);
            }));
    }
}

void DnsCheck::stop()
{
    m_waiting = 0;
    m_lookups.clear();
}

void DnsCheck::take(qsizetype index, const QStringList &addresses, const QString &detail)
{
    Entry &entry = m_entries[index];
    entry.addresses = addresses;
    entry.detail = detail;
    entry.answer = judge(addresses);
    --m_waiting;
    Q_EMIT changed();
    if (m_waiting == 0)
        Q_EMIT finished();
}

DnsCheck::Answer DnsCheck::judge(const QStringList &addresses) const
{
    if (addresses.isEmpty())
        return Answer::NoAnswer;
    const bool allHere =
        std::all_of(addresses.begin(), addresses.end(),
                    [this](const QString &text) { return m_here.contains(QHostAddress(text)); });
    return allHere ? Answer::Here : Answer::Elsewhere;
}

QString dnsAnswerName(DnsCheck::Answer answer)
{
    switch (answer) {
    case DnsCheck::Answer::Checking:
        return QStringLiteral("checking");
    case DnsCheck::Answer::Here:
        return QStringLiteral("here");
    case DnsCheck::Answer::Elsewhere:
        return QStringLiteral("elsewhere");
    case DnsCheck::Answer::NoAnswer:
        return QStringLiteral("noAnswer");
    }
    Q_UNREACHABLE();
}

} // namespace outlet
