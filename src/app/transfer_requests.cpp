// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/transfer_requests.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include "app/energy_source.h"
#include "app/request_values.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using control::Error;
using control::ErrorCode;
using control::Outcome;
using State = ImportSession::State;

namespace {

QString textOf(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1StringView(key)).toString();
}

std::optional<ExportPlan::Resolution> resolutionOf(const QString &word)
{
    static const QHash<QString, ExportPlan::Resolution> words{
        {QStringLiteral("reading"), ExportPlan::Resolution::Readings},
        {QStringLiteral("5min"), ExportPlan::Resolution::FiveMinutes},
        {QStringLiteral("hour"), ExportPlan::Resolution::Hour},
        {QStringLiteral("day"), ExportPlan::Resolution::Day}};
    const auto it = words.constFind(word);
    return it == words.cend() ? std::nullopt : std::optional(*it);
}

QJsonArray faultsJson(const ImportSession &session)
{
    QJsonArray faults;
    for (const auto &list : {session.reading().faults, session.sorted().faults}) {
        for (const ImportFault &fault : list)
            faults.append(QJsonObject{{QStringLiteral("line"), fault.line},
                                      {QStringLiteral("lastLine"), fault.lastLine},
                                      {QStringLiteral("reason"), fault.reason}});
    }
    return faults;
}

QJsonObject summaryJson(const ImportSession &session)
{
    const ImportSorted &sorted = session.sorted();
    const ImportReading &reading = session.reading();
    return {{QStringLiteral("import"),
             session.importId() > 0 ? QJsonValue(session.importId()) : QJsonValue()},
            {QStringLiteral("rows"), reading.rows},
            {QStringLiteral("written"), session.importId() > 0 ? sorted.toWrite() : 0},
            {QStringLiteral("wouldWrite"), sorted.toWrite()},
            {QStringLiteral("new"), sorted.newRows},
            {QStringLiteral("alreadyHere"), sorted.alreadyHere},
            {QStringLiteral("measured"), sorted.measured},
            {QStringLiteral("finerHere"), sorted.finerHere},
            {QStringLiteral("repeated"), sorted.repeated},
            {QStringLiteral("leftOut"), sorted.leftOut},
            {QStringLiteral("withoutData"), reading.gaps},
            {QStringLiteral("unreadable"), reading.faultCount + sorted.faultCount},
            {QStringLiteral("faults"), faultsJson(session)},
            {QStringLiteral("backup"),
             session.backupPath().isEmpty() ? QJsonValue() : QJsonValue(session.backupPath())}};
}

} // namespace

struct TransferRequests::Job
{
    explicit Job(Clock &clock, std::function<void()> onLeft)
        : lease(clock, std::move(onLeft))
    {
    }

    ClockTimer lease;
    TransferService::Progress progress; ///< of an export
    std::unique_ptr<ImportSession> session;
    QHash<QString, QString> names; ///< of an import: name -> outlet's id, empty = don't import
    bool skipsUnknown = false;
    bool isDryRun = false;
    bool backsUp = false;
    std::optional<Outcome> outcome; ///< how it ended
};

TransferRequests::TransferRequests(TransferService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

TransferRequests::~TransferRequests() = default;

bool TransferRequests::carryOut(const control::Request &request,
                                const ControlDispatcher::Reply &reply)
{
    const QJsonObject &arguments = request.arguments;
    if (request.verb == u"export") {
        exportEnergy(arguments, reply);
    } else if (request.verb == u"import") {
        importEnergy(arguments, reply);
    } else if (request.verb == u"transfer") {
        tell(arguments, reply);
    } else if (request.verb == u"cancelTransfer") {
        cancel(arguments, reply);
    } else if (request.verb == u"takeBackImport") {
        const qint64 id = arguments.value(u"import").toInteger();
        m_service.takeBack(id, [reply, id](bool wasThere) {
            if (wasThere)
                reply(QJsonValue(QJsonObject{{QStringLiteral("import"), id}}));
            else
                reply(Error{ErrorCode::Failed,
                            QStringLiteral("There is no import %1; outletctl import --list shows "
                                           "them all.")
                                .arg(id)});
        });
    } else if (request.verb == u"imports") {
        m_service.imports(
            [reply, calendar = m_service.energy().calendar()](const QList<ImportRecord> &imports) {
                QJsonArray list;
                for (const ImportRecord &one : imports)
                    list.append(
                        QJsonObject{{QStringLiteral("import"), one.id},
                                    {QStringLiteral("time"), calendar.isoText(one.importedUtcMs)},
                                    {QStringLiteral("file"), one.fileName},
                                    {QStringLiteral("rows"), one.rowCount}});
                reply(QJsonValue(list));
            });
    } else {
        return false;
    }
    return true;
}

TransferRequests::Job *TransferRequests::add(const ControlDispatcher::Reply &reply)
{
    if (m_jobs.size() >= kMostJobs) {
        reply(Error{ErrorCode::Busy, QStringLiteral("Too many exports and imports are under way; "
                                                    "wait for one to end.")});
        return nullptr;
    }
    const qint64 id = ++m_lastJob;
    auto job = std::make_unique<Job>(m_service.clock(), [this, id] {
        const auto it = m_jobs.find(id);
        if (it == m_jobs.end())
            return;
        if (it->second->progress)
            it->second->progress->cancel = true;
        m_jobs.erase(it); // a session cancels by itself
    });
    job->lease.start(kLease);
    reply(QJsonValue(QJsonObject{{QStringLiteral("job"), id}}));
    return m_jobs.emplace(id, std::move(job)).first->second.get();
}

void TransferRequests::exportEnergy(const QJsonObject &arguments,
                                    const ControlDispatcher::Reply &reply)
{
    const auto refuse = [&reply](const QString &text) {
        reply(Error{ErrorCode::BadRequest, text});
    };
    TransferService::Export what;
    const auto ids = outletsOfRequest(m_service.registry(), textOf(arguments, "outlet"));
    if (!ids)
        return reply(ids.error());
    if (ids->isEmpty())
        return refuse(QStringLiteral("There is no outlet of yours to export yet."));
    const auto range =
        rangeOfRequest(arguments, m_service.energy().calendar(), m_service.clock().utcMs());
    if (!range)
        return refuse(range.error());
    const QString word = textOf(arguments, "resolution");
    const auto resolution = resolutionOf(word.isEmpty() ? QStringLiteral("hour") : word);
    if (!resolution)
        return refuse(QStringLiteral("--resolution takes reading, 5min, hour or day."));
    const QString format = textOf(arguments, "format");
    if (!format.isEmpty() && format != u"csv" && format != u"json")
        return refuse(QStringLiteral("--format takes csv or json."));
    const QString path = textOf(arguments, "path");
    if (path.isEmpty())
        return refuse(QStringLiteral("export needs the name of a file."));
    what.outletIds = *ids;
    what.range = *range;
    what.resolution = *resolution;
    what.format = format == u"json" ? ExportPlan::Format::Json : ExportPlan::Format::Csv;
    what.isSemicolon = arguments.value(u"semicolon").toBool();
    Job *job = add(reply);
    if (!job)
        return;
    const qint64 id = m_lastJob;
    job->progress =
        m_service.exportTo(what, path, [this, id, path](const TransferService::Outcome &outcome) {
            const auto it = m_jobs.find(id);
            if (it == m_jobs.end())
                return;
            if (!outcome.isDone)
                return end(id, Error{ErrorCode::Failed, outcome.problem});
            end(id, QJsonValue(
                        QJsonObject{{QStringLiteral("path"), path},
                                    {QStringLiteral("rows"), it->second->progress->done.load()}}));
        });
}

void TransferRequests::importEnergy(const QJsonObject &arguments,
                                    const ControlDispatcher::Reply &reply)
{
    const QString path = textOf(arguments, "path");
    if (path.isEmpty())
        return reply(Error{ErrorCode::BadRequest, QStringLiteral("import needs a file.")});
    QHash<QString, QString> names;
    const QJsonObject map = arguments.value(u"map").toObject();
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QString to = it.value().toString();
        if (to == u"-") {
            names.insert(it.key(), QString());
            continue;
        }
        const auto ids = outletsOfRequest(m_service.registry(), to);
        if (!ids || ids->size() != 1 || to == u"all")
            return reply(ids ? Error{ErrorCode::BadRequest,
                                     QStringLiteral("--map gives a name to one outlet.")}
                             : ids.error());
        names.insert(it.key(), ids->constFirst());
    }
    Job *job = add(reply);
    if (!job)
        return;
    const qint64 id = m_lastJob;
    job->names = names;
    job->skipsUnknown = arguments.value(u"skipUnknown").toBool();
    job->isDryRun = arguments.value(u"dryRun").toBool();
    job->backsUp = arguments.value(u"backup").toBool();
    job->session = std::make_unique<ImportSession>(m_service);
    job->session->setReplaces(arguments.value(u"replace").toBool());
    const QJsonValue cumulative = arguments.value(u"cumulative");
    ImportColumnNames columns{textOf(arguments, "timeColumn"), textOf(arguments, "outletColumn"),
                              textOf(arguments, "energyColumn"), textOf(arguments, "unit"),
                              cumulative.isBool() ? std::optional(cumulative.toBool())
                                                  : std::nullopt};
    // Queued, so that a session that ends is not asked within its own signal.
    connect(
        job->session.get(), &ImportSession::changed, this, [this, id] { followImport(id); },
        Qt::QueuedConnection);
    job->session->open(path, columns);
}

void TransferRequests::followImport(qint64 id)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end() || it->second->outcome)
        return;
    Job &job = *it->second;
    ImportSession &session = *job.session;
    switch (session.state()) {
    case State::Failed:
        return end(id, Error{ErrorCode::Failed, session.problem()});
    case State::Choosing:
        return end(id, Error{ErrorCode::BadRequest,
                             session.columnProblem() +
                                 QStringLiteral(" Choose with --time, --outlet and --energy.")});
    case State::Ready: {
        const QString unknown = mapNames(session, job);
        if (session.state() != State::Ready)
            return; // another round, with these names
        if (!unknown.isEmpty())
            return end(id, Error{ErrorCode::BadRequest, unknown});
        if (job.isDryRun || session.sorted().toWrite() == 0)
            return end(id, QJsonValue(summaryJson(session)));
        session.write(job.backsUp);
        return;
    }
    case State::Done:
        return end(id, QJsonValue(summaryJson(session)));
    default:
        return;
    }
}

/// Gives the names of the file to outlets as it was asked for; says which ones are left.
QString TransferRequests::mapNames(ImportSession &session, const Job &job) const
{
    QStringList unknown;
    const QList<ImportReading::Name> names = session.reading().names;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto wanted = job.names.constFind(names.at(i).name);
        if (wanted != job.names.cend())
            session.setOutlet(i, *wanted);
        else if (session.choice().outletIds.at(i).isEmpty() && !job.skipsUnknown)
            unknown.append(QStringLiteral("\"%1\"").arg(names.at(i).name));
    }
    if (unknown.isEmpty())
        return {};
    constexpr qsizetype shown = 10;
    const QString more = unknown.size() > shown
                             ? QStringLiteral(" and %1 more").arg(unknown.size() - shown)
                             : QString();
    return QStringLiteral("No outlet is named %1%2. Say with --map NAME=OUTLET where its rows go "
                          "(NAME=- leaves them out), or leave all such rows out with "
                          "--skip-unknown.")
        .arg(unknown.mid(0, shown).join(QStringLiteral(", ")), more);
}

void TransferRequests::tell(const QJsonObject &arguments, const ControlDispatcher::Reply &reply)
{
    const auto it = m_jobs.find(arguments.value(u"job").toInteger());
    if (it == m_jobs.end())
        return reply(Error{ErrorCode::BadRequest,
                           QStringLiteral("There is no such export or import any more.")});
    Job &job = *it->second;
    job.lease.start(kLease);
    if (job.outcome) {
        const Outcome outcome = *job.outcome;
        m_jobs.erase(it);
        if (!outcome)
            return reply(outcome);
        return reply(QJsonValue(QJsonObject{{QStringLiteral("state"), QStringLiteral("done")},
                                            {QStringLiteral("result"), *outcome}}));
    }
    const TransferService::Progress progress = job.session ? job.session->progress() : job.progress;
    QString state = QStringLiteral("writing");
    if (job.session && job.session->state() == State::Reading)
        state = QStringLiteral("reading");
    else if (job.session && job.session->state() == State::Sorting)
        state = QStringLiteral("comparing");
    else if (job.session && job.session->state() == State::BackingUp)
        state = QStringLiteral("backingUp");
    reply(QJsonValue(
        QJsonObject{{QStringLiteral("state"), state},
                    {QStringLiteral("done"), progress ? progress->done.load() : qint64(0)},
                    {QStringLiteral("total"), progress ? progress->total.load() : qint64(0)}}));
}

void TransferRequests::cancel(const QJsonObject &arguments, const ControlDispatcher::Reply &reply)
{
    const auto it = m_jobs.find(arguments.value(u"job").toInteger());
    if (it != m_jobs.end()) {
        if (it->second->progress)
            it->second->progress->cancel = true;
        m_jobs.erase(it);
    }
    reply(QJsonValue(QJsonObject()));
}

void TransferRequests::end(qint64 id, const Outcome &outcome)
{
    const auto it = m_jobs.find(id);
    if (it == m_jobs.end())
        return;
    it->second->outcome = outcome;
}

} // namespace outlet
