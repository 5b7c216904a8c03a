// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_diagnostics.h"

#include <cmath>

#include "app/diagnostic_report.h"
#include "outlets/outlet.h"

namespace outlet {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;

} // namespace

SampleDiagnostics::SampleDiagnostics(OutletRegistry &registry, Clock &clock)
    : m_registry(registry)
    , m_clock(clock)
    , m_frames(clock)
{
}

void SampleDiagnostics::askLink(const QString &outletId,
                                std::function<void(const std::optional<LinkAnswer> &)> answer)
{
    answer(m_isOpen ? std::optional<LinkAnswer>(m_links.value(outletId)) : std::nullopt);
}

void SampleDiagnostics::askReport(const QString &onlyOutletId, const QString &mainOutletId,
                                  std::function<void(const QJsonObject &report)> answer)
{
    ProgramFacts program;
    program.program = QStringLiteral("outlet");
    QList<OutletFacts> outlets;
    for (const Outlet *outlet : m_registry.outlets()) {
        if (onlyOutletId.isEmpty() || outlet->id() == onlyOutletId)
            outlets.append({outlet, m_frames.find(outlet->id()),
                            outlet->id() == mainOutletId ? 500 : 50, m_links.value(outlet->id())});
    }
    answer(diagnosticReport(program, outlets, m_clock.utcMs()));
}

void SampleDiagnostics::say(const QString &outletId, const QByteArray &json)
{
    m_frames.ringOf(outletId)->takeIn(protocol::FrameType::Text, json,
                                      protocol::decode(protocol::FrameType::Text, json));
}

void SampleDiagnostics::liveADay(Outlet &outlet)
{
    const qint64 now = m_clock.utcMs();
    const qint64 start = now - kDay;
    const qint64 left = now - 200 * kMinute;
    const qint64 back = left + 46 * kMinute;
    LinkAnswer answer;
    answer.asOfUtcMs = now;
    answer.spans = {{{start, left}, LinkSpan::State::Online},
                    {{left, back}, LinkSpan::State::Offline},
                    {{back, now}, LinkSpan::State::Online}};
    for (qint64 at = start; at < now; at += 10 * kMinute) {
        if (at >= left && at < back)
            continue;
        const double hour = double(at - start) / 3'600'000;
        const double fall = at < left ? std::max(0.0, 20 - double(left - at) / 300'000) : 2;
        const int dbm = static_cast<int>(-56 + 4 * std::sin(hour / 2.4) - fall) -
                        static_cast<int>((at / kMinute) % 3);
        const qint64 end =
            at < left ? std::min(at + 10 * kMinute, left) : std::min(at + 10 * kMinute, now);
        answer.signal.append({{at, end}, dbm});
    }
    m_links.insert(outlet.id(), answer);
    outlet.setLoginFacts({QStringLiteral("wifi-switch"), QStringLiteral("1.5"), back});
    outlet.setLinkState(LinkState::Silent, LinkReason::NoAnswer);
    outlet.setLinkState(LinkState::Online, LinkReason::Heard);
    outlet.countIgnored(QStringLiteral("unknown-uri"), 2);
    outlet.countIgnored(QStringLiteral("spike"), 5);
    outlet.countIgnored(QStringLiteral("bad-field"));
    const QString id = outlet.id();
    say(id, "{\"account\":\"kim@example.com\",\"id\":\"" + id.toUtf8() +
                "\",\"deviceName\":\"vesync_wifi_outlet\",\"relay\":\"x\"}");
    for (int i = 0; i < 4; ++i) {
        m_frames.ringOf(id)->takeOut(R"({"uri":"/getRuntime"})");
        say(id, R"({"uri":"/runtimeInfo","meastate":"idle","power":"5a:5a","voltage":"78:78"})");
        say(id, R"({"uri":"/ka","rssi":-58})");
        say(id, R"({"uri":"/report","e":"53e4","t":"b6"})");
    }
}

} // namespace outlet
