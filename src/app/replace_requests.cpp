// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/replace_requests.h"

#include <QtCore/QJsonArray>
#include <QtCore/QPointer>

#include "app/request_values.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using control::Error;
using control::ErrorCode;

namespace {

QJsonObject toJson(const ReplaceService::Replacement &one)
{
    return {{QStringLiteral("merge"), one.id},
            {QStringLiteral("from"), one.wish.from},
            {QStringLiteral("fromName"), one.fromName},
            {QStringLiteral("into"), one.wish.to},
            {QStringLiteral("intoName"), one.toName}};
}

} // namespace

ReplaceRequests::ReplaceRequests(ReplaceService &service, History &history,
                                 OutletRegistry &registry, ControlHost &host, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_history(history)
    , m_registry(registry)
    , m_host(host)
{
}

bool ReplaceRequests::carryOut(const control::Request &request,
                               const ControlDispatcher::Reply &reply)
{
    if (request.verb == u"merge") {
        merge(request.arguments, reply);
    } else if (request.verb == u"undoMerge") {
        undo(request.arguments.value(u"merge").toInteger(), reply);
    } else if (request.verb == u"merges") {
        QJsonArray list;
        const QList<ReplaceService::Replacement> all = m_service.replacements();
        for (const ReplaceService::Replacement &one : all)
            list.prepend(toJson(one));
        reply(QJsonValue(list));
    } else {
        return false;
    }
    return true;
}

void ReplaceRequests::merge(const QJsonObject &arguments, const ControlDispatcher::Reply &reply)
{
    const QString who = arguments.value(u"outlet").toString();
    const QString where = arguments.value(u"into").toString();
    const auto isOne = [](const QString &text) { return !text.isEmpty() && text != u"all"; };
    if (!isOne(who) || !isOne(where))
        return reply(Error{ErrorCode::BadRequest,
                           QStringLiteral("merge needs an old outlet and a new one.")});
    const auto to = outletsOfRequest(m_registry, where);
    if (!to)
        return reply(to.error());
    ReplaceService::Wish wish;
    wish.to = to->constFirst();
    wish.swapsChoices = arguments.value(u"takeName").toBool();
    wish.forgetsOld = arguments.value(u"forget").toBool();
    const Outlet *successor = m_registry.find(wish.to);
    if (!successor->isKnown())
        return reply(Error{ErrorCode::NotAllowed,
                           QStringLiteral("%1 is not allowed yet; run: outletctl allow %2")
                               .arg(successor->displayName(), wish.to)});
    const auto from = outletsOfRequest(m_registry, who);
    if (from) {
        wish.from = from->constFirst();
        return replace(wish, reply);
    }
    if (from.error().code == ErrorCode::AmbiguousOutlet)
        return reply(from.error());
    // One that was removed is still known to the history, by its whole id.
    m_history.extents({who}).then(
        this, [this, wish, who, reply, error = from.error()](
                  const Result<QList<HistoryExtent>, HistoryProblem> &extents) mutable {
            if (!extents)
                return reply(Error{ErrorCode::CannotRead, extents.error().sentence()});
            if (extents->isEmpty() || !extents->constFirst().firstUtcMs)
                return reply(error);
            wish.from = who;
            replace(wish, reply);
        });
}

void ReplaceRequests::replace(const ReplaceService::Wish &wish,
                              const ControlDispatcher::Reply &reply)
{
    if (wish.from == wish.to)
        return reply(Error{ErrorCode::BadRequest,
                           QStringLiteral("The old and the new outlet are the same one.")});
    m_service.replace(wish, [this, reply](qint64 id, const QString &problem) {
        if (!problem.isEmpty())
            return reply(Error{ErrorCode::Failed, problem});
        const QList<ReplaceService::Replacement> all = m_service.replacements();
        for (const ReplaceService::Replacement &one : all) {
            if (one.id == id)
                return answerWhenSaved(toJson(one), reply);
        }
    });
}

void ReplaceRequests::undo(qint64 id, const ControlDispatcher::Reply &reply)
{
    m_service.undo(id, [this, reply](qint64 merge, const QString &problem) {
        if (!problem.isEmpty())
            return reply(Error{ErrorCode::Failed, problem});
        answerWhenSaved({{QStringLiteral("merge"), merge}}, reply);
    });
}

/// What the user chose of the outlets may have changed with it.
void ReplaceRequests::answerWhenSaved(const QJsonObject &answer,
                                      const ControlDispatcher::Reply &reply)
{
    m_host.whenSaved([reply, answer, self = QPointer(this)](const QString &problem) {
        if (!self)
            return;
        if (problem.isEmpty())
            return reply(QJsonValue(answer));
        reply(Error{ErrorCode::NotSaved,
                    QStringLiteral("The history is moved, but the outlets' names may be the old "
                                   "ones after a restart. %1")
                        .arg(problem)});
    });
}

} // namespace outlet
