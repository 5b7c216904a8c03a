// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/outlet_link.h"

#include <utility>

#include "base/logging.h"
#include "server/close_code.h"
#include "server/frame_ring.h"
#include "server/link_socket.h"
#include "server/outlet_session.h"

namespace outlet {

OutletLink::OutletLink(std::unique_ptr<LinkSocket> socket, QString peerAddress, LinkHost &host,
                       Clock &clock, std::chrono::milliseconds loginDeadline, QObject *parent)
    : QObject(parent)
    , m_socket(socket.release())
    , m_host(host)
    , m_peerAddress(std::move(peerAddress))
    , m_loginDeadline(clock, [this] { close(closecode::kPolicyViolated); })
{
    m_socket->setParent(this);
    connect(m_socket, &LinkSocket::messageReceived, this,
            [this](bool binary, QByteArrayView payload) {
                receive(binary ? protocol::FrameType::Binary : protocol::FrameType::Text, payload);
            });
    connect(m_socket, &QTcpSocket::disconnected, this, &OutletLink::socketDisconnected);
    m_loginDeadline.start(loginDeadline);
}

OutletLink::~OutletLink()
{
    m_socket->disconnect(this);
}

void OutletLink::send(const QByteArray &json)
{
    if (m_closed)
        return;
    if (m_frames)
        m_frames->takeOut(json);
    if (m_framing == protocol::Framing::Aes)
        m_socket->sendFrame(true, protocol::encryptMessage(json));
    else
        m_socket->sendFrame(false, json);
}

void OutletLink::close(quint16 closeCode)
{
    if (m_closed)
        return;
    m_socket->closeWith(closeCode);
    socketDisconnected();
}

void OutletLink::socketDisconnected()
{
    if (std::exchange(m_closed, true))
        return;
    m_loginDeadline.stop();
    if (m_session)
        m_session->linkClosed(*this);
    m_host.linkClosed(*this);
}

void OutletLink::receive(protocol::FrameType type, QByteArrayView payload)
{
    if (m_closed)
        return;
    const protocol::DecodeResult result = protocol::decode(type, payload);
    const auto *decoded = std::get_if<protocol::Decoded>(&result);
    const auto *login = decoded ? std::get_if<protocol::Login>(&decoded->message) : nullptr;
    const bool isTooLong = decoded && payload.size() > kMaxMessageBytes;
    if (login && !isTooLong && !join(*login))
        return close(closecode::kPolicyViolated);
    if (m_frames)
        m_frames->takeIn(type, payload, result);
    if (const auto *ignored = std::get_if<protocol::Ignored>(&result)) {
        if (m_session)
            m_session->ignore(*ignored);
        else
            ignoreBeforeLogin(protocol::ignoreReasonName(ignored->reason));
        return;
    }
    // protocol.md section 8 wants both: garbage never disconnects, however long (an outlet would
    // only come back), and a message over 16 KiB does. So what is too long closes the link when it
    // would have been acted on; what can't be acted on is ignored up to the reader's limit.
    if (isTooLong) {
        if (m_session)
            m_session->countRefused(QStringLiteral("too-large"));
        return close(closecode::kTooMuchData);
    }
    m_framing = decoded->framing;
    if (login)
        receiveLogin(*login);
    else if (m_session)
        m_session->receive(decoded->message);
    else
        ignoreBeforeLogin(QStringLiteral("before-login"));
}

bool OutletLink::join(const protocol::Login &login)
{
    if (!m_session) {
        m_loginDeadline.stop();
        m_id = login.id;
        m_session = &m_host.sessionFor(login);
        m_frames = m_host.framesOf(login.id);
        return true;
    }
    if (login.id == m_id)
        return true;
    qCWarning(lcServer, "Outlet %s logged in as another one on the same link; closing it",
              qUtf8Printable(escapedForLog(m_id)));
    return false;
}

void OutletLink::receiveLogin(const protocol::Login &login)
{
    // Now it is known whose they were.
    if (const quint64 ignored = std::exchange(m_ignoredBeforeLogin, 0))
        m_session->countRefused(QStringLiteral("before-login"), ignored);
    m_session->login(*this, login, m_host.firstQuestionIn());
}

void OutletLink::ignoreBeforeLogin(const QString &kind)
{
    ++m_ignoredBeforeLogin;
    m_host.ignoredBeforeLogin(*this, kind);
}

} // namespace outlet
