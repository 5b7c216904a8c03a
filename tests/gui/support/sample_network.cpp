// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_network.h"

namespace outlet {

namespace {

class SampleDnsCheck : public DnsCheck
{
public:
    SampleDnsCheck(Clock &clock, const SampleNetwork &network)
        : DnsCheck(clock)
        , m_network(network)
    {
        setResolvers(network.resolvers);
    }

protected:
    void ask(qsizetype index) override
    {
        ++m_network.asked;
        const QHostAddress resolver = entries().at(index).resolver;
        const auto it =
            m_network.answers.constFind(resolver.isNull() ? QString() : resolver.toString());
        const bool isSilent = it == m_network.answers.constEnd();
        take(index, {isSilent ? QStringList() : *it, QStringLiteral("sample"), isSilent});
    }

private:
    const SampleNetwork &m_network;
};

class SampleReachabilityCheck : public ReachabilityCheck
{
public:
    SampleReachabilityCheck(Clock &clock, const SampleNetwork &network)
        : ReachabilityCheck(clock)
        , m_network(network)
        , m_answer(clock, [this] { Q_EMIT finished(m_network.reach); })
    {
    }
    void start(const QHostAddress &, quint16) override
    {
        ++m_network.tried;
        m_answer.start(std::chrono::milliseconds(5));
    }
    void stop() override { m_answer.stop(); }

private:
    const SampleNetwork &m_network;
    ClockTimer m_answer;
};

} // namespace

std::unique_ptr<DnsCheck> SampleNetwork::makeDnsCheck(Clock &clock) const
{
    return std::make_unique<SampleDnsCheck>(clock, *this);
}

std::unique_ptr<ReachabilityCheck> SampleNetwork::makeReachabilityCheck(Clock &clock) const
{
    return std::make_unique<SampleReachabilityCheck>(clock, *this);
}

std::unique_ptr<WifiService> SampleNetwork::makeWifiService() const
{
    return wifi ? wifi() : std::make_unique<WifiService>();
}

std::function<QList<Firewall>()> SampleNetwork::firewallProbe() const
{
    return [on = firewallsOn] { return on; };
}

} // namespace outlet
