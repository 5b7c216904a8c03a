// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/control_logins.h"

#include <QtCore/QJsonArray>
#include <QtNetwork/QHostAddress>

namespace outlet {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toString();
}

} // namespace

ControlLogins::ControlLogins(QObject *parent)
    : LoginSource(parent)
{
    connect(&m_client, &ControlClient::answered, this, &ControlLogins::answered);
    connect(&m_client, &ControlClient::happened, this, &ControlLogins::happened);
    connect(&m_client, &ControlClient::closed, this, [this] {
        Q_EMIT lost(QStringLiteral("Outlet has ended; start outlet or outletd, then try again."));
    });
}

bool ControlLogins::open(const QString &dataDir)
{
    if (!m_client.open(dataDir))
        return false;
    // In this order nothing that happens between two answers is missed.
    m_client.send(QStringLiteral("watch"));
    m_listId = m_client.send(QStringLiteral("list"));
    m_statusId = m_client.send(QStringLiteral("status"));
    return true;
}

void ControlLogins::accept(const QString &id)
{
    // Of one that is allowed already, this changes nothing.
    m_client.send(QStringLiteral("allow"), {{QStringLiteral("outlet"), id}});
}

void ControlLogins::remember(const QHostAddress &address)
{
    m_rememberId = m_client.send(QStringLiteral("rememberSetup"),
                                 {{QStringLiteral("address"), address.toString()}});
}

void ControlLogins::answered(qint64 id, const control::Outcome &outcome)
{
    if (id == m_rememberId) {
        Q_EMIT remembered();
        return;
    }
    if (!outcome) {
        if (id == m_listId || id == m_statusId)
            Q_EMIT lost(outcome.error().text);
        return;
    }
    if (id == m_listId) {
        for (const auto &entry : outcome->toArray()) {
            const QJsonObject outlet = entry.toObject();
            if (text(outlet, "link") == u"online")
                m_online.insert(text(outlet, "id"), text(outlet, "address"));
        }
    } else if (id == m_statusId) {
        const QJsonObject status = outcome->toObject();
        if (status.value(QLatin1StringView("listening")).toBool())
            m_serverPort = static_cast<quint16>(status.value(QLatin1StringView("port")).toInt());
        Q_EMIT ready();
    }
}

void ControlLogins::happened(const QJsonObject &event)
{
    const QString kind = text(event, "event");
    if (kind == u"login")
        Q_EMIT loggedIn(text(event, "id"), text(event, "address"),
                        text(event, "decision") == u"new");
    else if (kind == u"reading" && event.value(QLatin1StringView("powerWatts")).isDouble())
        Q_EMIT measured(text(event, "id"));
}

} // namespace outlet
