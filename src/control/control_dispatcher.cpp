// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_dispatcher.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QPointer>

#include "base/logging.h"
#include "base/version.h"
#include "control/control_host.h"
#include "control/outlet_choices.h"
#include "control/outlet_json.h"
#include "control/relay_wait.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using control::Error;
using control::ErrorCode;
using std::chrono::milliseconds;

namespace {

QJsonValue value(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1StringView(key));
}

QString forUser(const QString &text)
{
    return escapedForLog(text, 80);
}

} // namespace

ControlDispatcher::ControlDispatcher(OutletRegistry &registry, ControlHost &host, Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_host(host)
    , m_clock(clock)
{
}

ControlDispatcher::Handler ControlDispatcher::handlerFor(const QString &verb)
{
    static const QHash<QString, Handler> handlers{
        {QStringLiteral("hello"), &ControlDispatcher::answerHello},
        {QStringLiteral("list"), &ControlDispatcher::list},
        {QStringLiteral("status"), &ControlDispatcher::status},
        {QStringLiteral("setRelay"), &ControlDispatcher::setRelay},
        {QStringLiteral("allow"), &ControlDispatcher::allow},
        {QStringLiteral("ignore"), &ControlDispatcher::ignore},
        {QStringLiteral("rename"), &ControlDispatcher::rename},
        {QStringLiteral("forget"), &ControlDispatcher::forget},
        {QStringLiteral("raise"), &ControlDispatcher::raise},
        {QStringLiteral("quit"), &ControlDispatcher::quit},
    };
    return handlers.value(verb, nullptr);
}

void ControlDispatcher::dispatch(const control::Request &request, Reply reply)
{
    if (const Handler handler = handlerFor(request.verb))
        (this->*handler)(request.arguments, reply);
    else if (!m_host.carryOut(request, reply))
        reply(Error{ErrorCode::BadRequest,
                    QStringLiteral("There is no verb \"%1\".").arg(forUser(request.verb))});
}

QJsonObject ControlDispatcher::hello() const
{
    return {{QStringLiteral("program"), m_host.program()},
            {QStringLiteral("version"), QStringLiteral(OUTLET_VERSION)},
            {QStringLiteral("pid"), QCoreApplication::applicationPid()}};
}

void ControlDispatcher::answerHello(const QJsonObject &, const Reply &reply)
{
    reply(QJsonValue(hello()));
}

void ControlDispatcher::list(const QJsonObject &, const Reply &reply)
{
    reply(QJsonValue(outletsToJson(m_registry)));
}

void ControlDispatcher::status(const QJsonObject &, const Reply &reply)
{
    QJsonObject status = hello();
    const QJsonObject host = m_host.status();
    for (auto it = host.begin(); it != host.end(); ++it)
        status.insert(it.key(), it.value());
    status.insert(QLatin1StringView("outlets"), outletCounts(m_registry));
    reply(QJsonValue(status));
}

void ControlDispatcher::setRelay(const QJsonObject &arguments, const Reply &reply)
{
    const auto outlet = outletOf(arguments);
    if (!outlet)
        return reply(outlet.error());
    const QJsonValue on = value(arguments, "on");
    const bool toggle = value(arguments, "toggle").toBool();
    if (on.isBool() == toggle)
        return reply(Error{ErrorCode::BadRequest,
                           QStringLiteral("setRelay needs either \"on\" or \"toggle\".")});
    const double waitMs =
        value(arguments, "waitMs").toDouble(double(milliseconds(kDefaultWait).count()));
    if (!(waitMs >= 0 && waitMs <= double(milliseconds(kMaxWait).count())))
        return reply(Error{ErrorCode::BadRequest,
                           QStringLiteral("A wait is 0 to %1 seconds.").arg(kMaxWait.count())});
    bool wanted = on.toBool();
    if (toggle && (*outlet)->isKnown()) {
        // A wish on its way is what the user sees, so that is what gets turned round.
        const std::optional<bool> now =
            (*outlet)->pendingRelay() ? (*outlet)->pendingRelay() : (*outlet)->relay();
        if (!now)
            return reply(Error{ErrorCode::RelayUnknown,
                               QStringLiteral("It is not known whether %1 is on; use on or off.")
                                   .arg((*outlet)->displayName())});
        wanted = !*now;
    }
    auto *wait = new RelayWait(*outlet, m_clock, this);
    wait->start(wanted, milliseconds(static_cast<qint64>(waitMs)), reply);
}

void ControlDispatcher::allow(const QJsonObject &arguments, const Reply &reply)
{
    const auto outlet = outletOf(arguments);
    if (!outlet)
        return reply(outlet.error());
    const auto record = withChoices((*outlet)->record(), arguments);
    if (!record)
        return reply(record.error());
    // In this order a new outlet is written once, whole.
    m_registry.update(*outlet, *record);
    m_registry.allow(*outlet);
    replyWhenSaved(outletToJson(**outlet), QStringLiteral("%1 is allowed"), reply);
}

void ControlDispatcher::ignore(const QJsonObject &arguments, const Reply &reply)
{
    const auto outlet = outletOf(arguments);
    if (!outlet)
        return reply(outlet.error());
    m_registry.ignore(*outlet);
    replyWhenSaved(outletToJson(**outlet), QStringLiteral("%1 is ignored"), reply);
}

void ControlDispatcher::rename(const QJsonObject &arguments, const Reply &reply)
{
    const auto outlet = outletOf(arguments);
    if (!outlet)
        return reply(outlet.error());
    if (!value(arguments, "name").isString())
        return reply(Error{ErrorCode::BadRequest, QStringLiteral("rename needs a name.")});
    if ((*outlet)->decision() == Decision::New)
        return reply(Error{ErrorCode::NotAllowed,
                           QStringLiteral("%1 is not allowed yet; run: outletctl allow %2 --name …")
                               .arg((*outlet)->displayName(), (*outlet)->id())});
    const auto record = withChoices(
        (*outlet)->record(), QJsonObject{{QStringLiteral("name"), value(arguments, "name")}});
    if (!record)
        return reply(record.error());
    m_registry.update(*outlet, *record);
    replyWhenSaved(outletToJson(**outlet), QStringLiteral("The outlet is called %1"), reply);
}

void ControlDispatcher::forget(const QJsonObject &arguments, const Reply &reply)
{
    const auto outlet = outletOf(arguments);
    if (!outlet)
        return reply(outlet.error());
    const QJsonObject last{{QStringLiteral("id"), (*outlet)->id()},
                           {QStringLiteral("name"), (*outlet)->displayName()}};
    m_registry.forget(*outlet);
    replyWhenSaved(last, QStringLiteral("%1 is forgotten"), reply);
}

void ControlDispatcher::raise(const QJsonObject &arguments, const Reply &reply)
{
    const auto wish = WindowWish::fromArguments(arguments);
    if (!wish)
        reply(Error{ErrorCode::BadRequest,
                    QStringLiteral("\"ask\" can be \"turnAllOff\", or \"import\" with an absolute "
                                   "path in \"file\".")});
    else if (m_host.raise(*wish))
        reply(QJsonValue(hello()));
    else
        reply(
            Error{ErrorCode::NoWindow, QStringLiteral("%1 has no window.").arg(m_host.program())});
}

void ControlDispatcher::quit(const QJsonObject &, const Reply &reply)
{
    reply(QJsonValue(hello()));
    m_host.quit();
}

Result<Outlet *, Error> ControlDispatcher::outletOf(const QJsonObject &arguments) const
{
    const QString text = value(arguments, "outlet").toString();
    if (text.isEmpty())
        return Error{ErrorCode::BadRequest, QStringLiteral("Say which outlet.")};
    const auto found = m_registry.lookUp(text);
    if (found)
        return *found;
    if (found.error() == LookupError::Ambiguous)
        return ambiguous(text);
    return Error{
        ErrorCode::NoSuchOutlet,
        QStringLiteral("No outlet has the id or name \"%1\"; outletctl list shows them all.")
            .arg(forUser(text))};
}

Error ControlDispatcher::ambiguous(const QString &text) const
{
    return Error{
        ErrorCode::AmbiguousOutlet,
        QStringLiteral("\"%1\" fits several outlets; give the id that outletctl list shows.")
            .arg(forUser(text))};
}

void ControlDispatcher::replyWhenSaved(const QJsonObject &result, const QString &done,
                                       const Reply &reply)
{
    const QString name = result.value(QLatin1StringView("name")).toString();
    m_host.whenSaved([result, text = done.arg(name), reply,
                      self = QPointer(this)](const QString &problem) {
        if (!self)
            return;
        if (problem.isEmpty())
            reply(QJsonValue(result));
        else
            reply(Error{
                ErrorCode::NotSaved,
                QStringLiteral("%1, but this may be gone after a restart. %2").arg(text, problem)});
    });
}

} // namespace outlet
