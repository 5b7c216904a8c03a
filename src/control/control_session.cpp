// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_session.h"

#include <QtCore/QPointer>
#include <QtNetwork/QLocalSocket>

#include "base/logging.h"
#include "control/control_dispatcher.h"
#include "control/outlet_json.h"

namespace outlet {

using control::Error;
using control::ErrorCode;

ControlSession::ControlSession(QLocalSocket *socket, ControlDispatcher &dispatcher, Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_dispatcher(dispatcher)
    , m_clock(clock)
{
    socket->setParent(this);
    socket->setReadBufferSize(control::kMaxRequestBytes);
    connect(socket, &QLocalSocket::readyRead, this, &ControlSession::readLines);
    connect(socket, &QLocalSocket::disconnected, this, &ControlSession::end);
    connect(socket, &QLocalSocket::bytesWritten, this, &ControlSession::tellLost);
    // What came before the signals were connected.
    QMetaObject::invokeMethod(this, &ControlSession::readLines, Qt::QueuedConnection);
}

ControlSession::~ControlSession()
{
    m_socket->disconnect(this);
    m_socket->flush();
}

void ControlSession::readLines()
{
    while (!m_ended && m_socket->bytesAvailable() > 0) {
        m_lines.append(m_socket->read(control::kMaxRequestBytes));
        while (const auto line = m_lines.takeLine()) {
            if (!line->isEmpty())
                handle(*line);
            if (m_ended)
                return;
        }
        if (m_lines.isOverflown()) {
            answer(std::nullopt,
                   Error{ErrorCode::BadRequest, QStringLiteral("A request can have up to %1 bytes.")
                                                    .arg(control::kMaxRequestBytes)});
            m_socket->disconnectFromServer(); // sends what is queued first
            return;
        }
    }
}

void ControlSession::handle(const QByteArray &line)
{
    const auto request = control::parseRequest(line);
    if (!request)
        return answer(std::nullopt, request.error());
    if (request->verb == QLatin1StringView("watch"))
        return startWatching(request->id);
    if (m_waiting >= kMaxWaiting)
        return answer(
            request->id,
            Error{ErrorCode::Busy, QStringLiteral("Too many requests wait for their answer.")});
    ++m_waiting;
    m_dispatcher.dispatch(
        *request, [self = QPointer(this), id = request->id](const control::Outcome &outcome) {
            if (!self)
                return;
            --self->m_waiting;
            self->answer(id, outcome);
        });
}

void ControlSession::startWatching(qint64 requestId)
{
    answer(requestId, QJsonValue(m_dispatcher.hello()));
    if (m_watching)
        return;
    m_watching = true;
    Q_EMIT watchingStarted();
}

void ControlSession::send(const QJsonObject &event)
{
    if (!m_watching || m_ended)
        return;
    if (m_lost > 0 || m_socket->bytesToWrite() > kMaxQueuedEvents) {
        ++m_lost;
        return;
    }
    m_socket->write(control::encodeEvent(event));
}

void ControlSession::tellLost()
{
    if (m_lost == 0 || m_ended || m_socket->bytesToWrite() > kMaxQueuedEvents / 2)
        return;
    const QJsonObject event{{QStringLiteral("event"), QStringLiteral("lost")},
                            {QStringLiteral("time"), isoTime(m_clock.utcMs())},
                            {QStringLiteral("count"), static_cast<qint64>(m_lost)}};
    m_lost = 0;
    m_socket->write(control::encodeEvent(event));
}

void ControlSession::answer(std::optional<qint64> id, const control::Outcome &outcome)
{
    if (m_ended)
        return;
    if (m_socket->bytesToWrite() > kMaxQueuedAnswers) {
        qCWarning(lcControl, "A client asks without reading the answers; closing it");
        m_socket->abort();
        end();
        return;
    }
    m_socket->write(control::encodeAnswer(id, outcome));
}

void ControlSession::end()
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished();
}

} // namespace outlet
