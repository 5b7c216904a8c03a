// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/diagnostics.h"

#include <QtNetwork/QNetworkInterface>
#include <memory>

#include "app/core.h"
#include "app/history_care.h"
#include "app/request_values.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"
#include "storage/schema.h"

namespace outlet {

namespace {

constexpr qint64 kDayMs = 24LL * 3600 * 1000;

} // namespace

/// A report that is being gathered: its parts come in any order.
struct Diagnostics::Work
{
    explicit Work(Clock &clock)
        : dns(clock)
    {
    }

    QStringList ids;
    QString mainOutletId;
    std::function<void(const QJsonObject &report)> answer;
    DnsCheck dns;
    HistoryCare::Facts data;
    QHash<QString, LinkAnswer> links;
    qsizetype waiting = 0;
};

Diagnostics::Diagnostics(Core &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

Diagnostics::~Diagnostics() = default;

FrameTap &Diagnostics::frames()
{
    return m_core.server().frames();
}

std::chrono::milliseconds Diagnostics::readingsEvery(bool isObserved) const
{
    const ServerOptions &options = m_core.server().options();
    return isObserved ? options.pollObserved : options.pollIdle;
}

int Diagnostics::connectedCount() const
{
    return m_core.server().linkCount();
}

void Diagnostics::askLink(const QString &outletId,
                          std::function<void(const std::optional<LinkAnswer> &)> answer)
{
    const qint64 now = m_core.clock().utcMs();
    m_core.history()
        .link({outletId, {now - kDayMs, now}})
        .then(this, [answer = std::move(answer)](const Result<LinkAnswer, HistoryProblem> &result) {
            answer(result ? std::optional<LinkAnswer>(*result) : std::nullopt);
        });
}

void Diagnostics::askReport(const QString &onlyOutletId, const QString &mainOutletId,
                            std::function<void(const QJsonObject &report)> answer)
{
    auto work = std::make_shared<Work>(m_core.clock());
    work->mainOutletId = mainOutletId;
    work->answer = std::move(answer);
    for (const Outlet *outlet : m_core.registry().outlets()) {
        if (onlyOutletId.isEmpty() || outlet->id() == onlyOutletId)
            work->ids.append(outlet->id());
    }
    work->waiting = 2 + work->ids.size();
    for (const QString &id : std::as_const(work->ids)) {
        askLink(id, [this, work, id](const std::optional<LinkAnswer> &link) {
            work->links.insert(id, link.value_or(LinkAnswer()));
            partDone(work);
        });
    }
    m_core.historyCare().askFacts([this, work](const HistoryCare::Facts &facts) {
        work->data = facts;
        partDone(work);
    });
    QList<QHostAddress> here;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback()) // which for an outlet would be itself
            here.append(address);
    }
    work->dns.setHere(here);
    // The check lives as long as the work, and the work as long as this: its answer ends both, but
    // not while it is being told.
    connect(
        &work->dns, &DnsCheck::finished, this,
        [this, work] {
            work->dns.disconnect(this);
            partDone(work);
        },
        Qt::QueuedConnection);
    work->dns.refresh();
}

void Diagnostics::partDone(const std::shared_ptr<Work> &work)
{
    if (--work->waiting > 0)
        return;
    ProgramFacts program = programFacts();
    program.fileBytes = work->data.fileBytes;
    program.freeBytes = work->data.freeBytes;
    program.dns = work->dns.entries();
    QList<OutletFacts> outlets;
    for (const QString &id : std::as_const(work->ids)) {
        const Outlet *outlet = m_core.registry().find(id);
        if (!outlet)
            continue; // removed meanwhile
        outlets.append({outlet, frames().find(id),
                        id == work->mainOutletId ? kMostFrames : kMostFramesOfOthers,
                        work->links.value(id)});
    }
    work->answer(diagnosticReport(program, outlets, m_core.clock().utcMs()));
}

ProgramFacts Diagnostics::programFacts() const
{
    ProgramFacts facts;
    facts.program = m_core.options().program;
    facts.databaseVersion = schemaVersion();
    facts.isDemo = m_core.options().demo;
    facts.isListening = m_core.server().isListening();
    facts.port = m_core.port();
    facts.addresses = m_core.reachableAddresses();
    facts.serverProblem = m_core.listenErrorText();
    facts.listeningSinceUtcMs = m_core.listeningSinceUtcMs();
    facts.dataFolder = m_core.options().dataDir;
    facts.dataProblem = m_core.storage().problem().sentence();
    if (facts.dataProblem.isEmpty())
        facts.dataProblem = m_core.history().problem().sentence();
    return facts;
}

bool Diagnostics::carryOut(const control::Request &request, const ControlDispatcher::Reply &reply)
{
    if (request.verb != u"diagnostics")
        return false;
    const QString wanted = request.arguments.value(QLatin1StringView("outlet")).toString();
    QString id;
    if (!wanted.isEmpty()) {
        const auto found = outletsOfRequest(m_core.registry(), wanted);
        if (!found) {
            reply(found.error());
            return true;
        }
        if (found->size() == 1)
            id = found->constFirst();
    }
    askReport(id, id, [reply](const QJsonObject &report) {
        reply(QJsonValue(QJsonObject{{QStringLiteral("report"), report},
                                     {QStringLiteral("text"), diagnosticText(report)}}));
    });
    return true;
}

} // namespace outlet
