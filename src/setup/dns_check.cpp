// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/dns_check.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <QtNetwork/QDnsLookup>
#include <QtNetwork/QHostInfo>
#include <algorithm>
#include <functional>
#include <utility>

#include "setup/dns_snippets.h"

namespace outlet {

namespace {

/// Where the system's resolver is waited for. QHostInfo::lookupHost() would give answers a minute
/// old, and the program's own pool would hold up its end when no server answers: this one is never
/// destroyed, so nobody waits for it.
QThreadPool &systemPool()
{
    static auto *const pool = new QThreadPool;
    return *pool;
}

} // namespace

/// One question on its way; destroying it forgets it.
class DnsCheck::Lookup
{
public:
    using Done = std::function<void(const Reply &)>;

    Lookup(Clock &clock, const QString &name, const QHostAddress &resolver, Done done)
        : m_done(std::move(done))
        , m_limit(clock, [this] {
            m_reply.detail = QStringLiteral("timeout");
            m_reply.isResolverSilent = true;
            end();
        })
    {
        m_limit.start(kLimit);
        if (resolver.isNull())
            askSystem(name);
        else
            ask(name, resolver);
    }

    ~Lookup()
    {
        if (!m_dns)
            return;
        m_dns->disconnect(&m_context);
        m_dns->abort();
        m_dns.release()->deleteLater(); // this may be called from its signal
    }
    Q_DISABLE_COPY_MOVE(Lookup)

private:
    void askSystem(const QString &name)
    {
        QObject::connect(&m_system, &QFutureWatcherBase::finished, &m_context, [this] {
            const QHostInfo info = m_system.result();
            for (const QHostAddress &address : info.addresses()) {
                if (address.protocol() == QAbstractSocket::IPv4Protocol)
                    m_reply.addresses.append(address.toString());
            }
            m_reply.detail = info.errorString();
            m_reply.isResolverSilent = info.error() == QHostInfo::UnknownError;
            end();
        });
        const auto promise = std::make_shared<QPromise<QHostInfo>>();
        m_system.setFuture(promise->future());
        systemPool().start([promise, name] {
            promise->start();
            promise->addResult(QHostInfo::fromName(name));
            promise->finish();
        });
    }

    void ask(const QString &name, const QHostAddress &resolver)
    {
        m_dns = std::make_unique<QDnsLookup>(QDnsLookup::A, name, resolver);
        QObject::connect(m_dns.get(), &QDnsLookup::finished, &m_context, [this] {
            for (const QDnsHostAddressRecord &record : m_dns->hostAddressRecords())
                m_reply.addresses.append(record.value().toString());
            m_reply.detail = m_dns->errorString();
            const QDnsLookup::Error error = m_dns->error();
            m_reply.isResolverSilent =
                error != QDnsLookup::NoError && error != QDnsLookup::NotFoundError &&
                error != QDnsLookup::ServerRefusedError && error != QDnsLookup::ServerFailureError;
            end();
        });
        m_dns->lookup();
    }

    void end()
    {
        m_limit.stop();
        if (m_done)
            std::exchange(m_done, {})(m_reply);
    }

    Done m_done;
    Reply m_reply;
    ClockTimer m_limit;
    std::unique_ptr<QDnsLookup> m_dns;
    QFutureWatcher<QHostInfo> m_system;
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
            m_entries.append({name, resolver, Answer::Checking, {}, {}, false});
    }
}

void DnsCheck::refresh()
{
    stop();
    m_waiting = static_cast<int>(m_entries.size());
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        ask(i);
}

void DnsCheck::ask(qsizetype index)
{
    const Entry &entry = m_entries.at(index);
    m_lookups.push_back(
        std::make_unique<Lookup>(m_clock, entry.name, entry.resolver,
                                 [this, index](const Reply &reply) { take(index, reply); }));
}

void DnsCheck::stop()
{
    m_waiting = 0;
    m_lookups.clear();
}

void DnsCheck::take(qsizetype index, const Reply &reply)
{
    Entry &entry = m_entries[index];
    entry.addresses = reply.addresses;
    entry.answer = judge(reply.addresses);
    const bool isAnswered = entry.answer != Answer::NoAnswer;
    entry.detail = isAnswered ? QString() : reply.detail;
    entry.isResolverSilent = !isAnswered && reply.isResolverSilent;
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
