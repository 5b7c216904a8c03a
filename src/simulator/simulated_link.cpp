// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulated_link.h"

#include <QtNetwork/QNetworkRequest>
#include <algorithm>
#include <utility>

namespace outlet {

using std::chrono::milliseconds;

namespace {

// How long real outlets wait is unknown (protocol.md section 5): doubling from one second.
constexpr milliseconds kFirstRetry{1000};
constexpr milliseconds kLongestRetry{30000};

} // namespace

SimulatedLink::SimulatedLink(SimulationClocks clocks, QUrl server, protocol::Framing framing,
                             quint64 seed, QObject *parent)
    : QObject(parent)
    , m_clocks(clocks)
    , m_server(std::move(server))
    , m_framing(framing)
    , m_random(seed)
    , m_nextConnect(clocks.simulated, [this] { connectNow(); })
    , m_deadline(clocks.real, [this] { lost(QStringLiteral("the server did not answer")); })
{
}

SimulatedLink::~SimulatedLink()
{
    dropSocket();
}

void SimulatedLink::setServer(const QUrl &server)
{
    m_server = server;
}

void SimulatedLink::start(milliseconds delay)
{
    m_wanted = true;
    m_nextConnect.start(delay);
}

void SimulatedLink::stop()
{
    m_wanted = false;
    m_nextConnect.stop();
    if (m_state == State::Up) {
        m_state = State::Closing;
        m_deadline.stop();
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
        return;
    }
    if (m_state != State::Closing)
        dropSocket();
}

void SimulatedLink::goAway(DropManner manner, milliseconds duration)
{
    if (!m_wanted)
        return;
    const bool wasUp = isUp();
    m_deadline.stop();
    if (manner == DropManner::Mute && wasUp)
        m_state = State::Mute;
    else
        dropSocket();
    m_failures = 0;
    m_nextConnect.start(duration);
    if (wasUp)
        Q_EMIT down(QStringLiteral("off the network"));
}

void SimulatedLink::confirmAccepted()
{
    m_failures = 0;
    m_deadline.stop();
}

bool SimulatedLink::send(const QByteArray &json)
{
    if (!isUp())
        return false;
    if (m_framing == protocol::Framing::Aes)
        m_socket->sendBinaryMessage(protocol::encryptMessage(json));
    else
        m_socket->sendTextMessage(QString::fromUtf8(json));
    return true;
}

void SimulatedLink::connectNow()
{
    dropSocket(); // a mute link ends when its outlet comes back
    openSocket();
    m_state = State::Connecting;
    m_deadline.start(kAnswerDeadline);

    QNetworkRequest request(m_server);
    // Equal to deviceVersionCode of the login (protocol.md section 1). An outlet sends no Origin.
    request.setRawHeader("deviceVersion", "5");
    m_socket->open(request);
}

void SimulatedLink::openSocket()
{
    m_socket = std::make_unique<QWebSocket>();
    // What a server may sensibly send is far smaller; section 8 has the outlet's own limit.
    m_socket->setMaxAllowedIncomingFrameSize(64 * 1024);
    m_socket->setMaxAllowedIncomingMessageSize(64 * 1024);
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_state = State::Up;
        Q_EMIT up();
    });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] { lost(closeReason()); });
    const auto onError = [this](QAbstractSocket::SocketError) { lost(m_socket->errorString()); };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket.get(), &QWebSocket::errorOccurred, this, onError);
#else
    connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            onError);
#endif
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &SimulatedLink::gotText);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &SimulatedLink::gotBinary);
}

QString SimulatedLink::closeReason() const
{
    // An attempt that failed was never closed: what went wrong is in the error.
    if (m_state == State::Connecting)
        return m_socket->errorString();
    const QString reason = m_socket->closeReason();
    return reason.isEmpty() ? QStringLiteral("closed with code %1").arg(m_socket->closeCode())
                            : reason;
}

void SimulatedLink::dropSocket()
{
    m_deadline.stop();
    m_state = State::Down;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // This may run inside one of the socket's own signals.
    m_socket.release()->deleteLater();
}

void SimulatedLink::lost(const QString &reason)
{
    const State before = m_state;
    dropSocket();
    switch (before) {
    case State::Down:
        return;
    case State::Mute:
        return; // the server gave up; the outlet returns in its own time
    case State::Closing:
        Q_EMIT down(reason);
        return;
    case State::Up:
        retryLater();
        Q_EMIT down(reason);
        return;
    case State::Connecting:
        retryLater();
        Q_EMIT failed(reason);
        return;
    }
}

void SimulatedLink::retryLater()
{
    if (!m_wanted)
        return;
    const milliseconds wait = std::min(kLongestRetry, kFirstRetry * (1 << std::min(m_failures, 5)));
    ++m_failures;
    m_nextConnect.start(m_random.between(wait * 3 / 4, wait * 5 / 4));
}

void SimulatedLink::gotText(const QString &text)
{
    gotJson(text.toUtf8());
}

void SimulatedLink::gotBinary(const QByteArray &frame)
{
    const auto json = protocol::decryptMessage(frame);
    if (json)
        gotJson(*json);
    else if (isUp())
        Q_EMIT unreadable(frame.size());
}

void SimulatedLink::gotJson(QByteArrayView json)
{
    if (!isUp())
        return;
    if (const auto message = protocol::decodeServerMessage(json))
        Q_EMIT received(*message);
    else
        Q_EMIT unreadable(json.size());
}

} // namespace outlet
