// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_client.h"

#include <QtCore/QJsonDocument>

#include "base/logging.h"
#include "control/control_path.h"

namespace outlet {

ControlClient::ControlClient(QObject *parent)
    : QObject(parent)
{
    connect(&m_socket, &QLocalSocket::readyRead, this, &ControlClient::readLines);
    connect(&m_socket, &QLocalSocket::disconnected, this, &ControlClient::closed);
}

bool ControlClient::open(const QString &dataDir)
{
    for (const QString &name : controlSocketNames(dataDir)) {
        if (!isControlSocketTrusted(name, dataDir))
            continue;
        m_socket.connectToServer(name);
        if (m_socket.waitForConnected(1000))
            return true;
        m_socket.abort();
    }
    return false;
}

qint64 ControlClient::send(const QString &verb, const QJsonObject &arguments)
{
    const control::Request request{++m_lastId, verb, arguments};
    m_socket.write(control::encodeRequest(request));
    return request.id;
}

void ControlClient::readLines()
{
    m_lines.append(m_socket.readAll());
    while (const auto line = m_lines.takeLine())
        handle(*line);
    if (m_lines.isOverflown())
        m_socket.abort(); // closed() follows
}

void ControlClient::handle(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(QLatin1StringView("event"))) {
        Q_EMIT happened(object);
        return;
    }
    const QJsonValue id = object.value(QLatin1StringView("id"));
    const QJsonValue ok = object.value(QLatin1StringView("ok"));
    if (!id.isDouble() || !ok.isBool()) {
        qCWarning(lcControl, "An answer can't be understood");
        m_socket.abort();
        return;
    }
    if (ok.toBool()) {
        Q_EMIT answered(id.toInteger(), object.value(QLatin1StringView("result")));
        return;
    }
    const QJsonObject error = object.value(QLatin1StringView("error")).toObject();
    const auto code = control::errorCodeFromName(error.value(QLatin1StringView("code")).toString());
    Q_EMIT answered(id.toInteger(),
                    control::Error{code.value_or(control::ErrorCode::BadRequest),
                                   error.value(QLatin1StringView("text")).toString()});
}

} // namespace outlet
