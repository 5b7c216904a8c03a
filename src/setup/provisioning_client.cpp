// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/provisioning_client.h"

#include <QtCore/QVariant>
#include <QtNetwork/QNetworkProxy>
#include <utility>

#include "base/logging.h"

namespace outlet {

using protocol::ConfigAccepted;
using protocol::ConfigRefused;

namespace {

constexpr int kShownDetail = 80;

} // namespace

ProvisioningClient::ProvisioningClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limit(clock, [this] { timeIsUp(); })
    , m_wait(clock, [this] { waitedForAnswer(); })
    , m_again(clock, [this] { connectNow(); })
{
}

ProvisioningClient::~ProvisioningClient()
{
    stop();
}

void ProvisioningClient::start(const QHostAddress &address, quint16 port, SecretText frame)
{
    stop();
    m_address = address;
    m_port = port;
    m_frame = std::move(frame);
    m_receiver = {};
    m_running = true;
    m_sent = m_inTwo = m_accepted = m_refused = m_unreadable = false;
    m_startedAt = m_clock.monotonic();
    m_limit.start(kLimit);
    m_again.start(std::chrono::milliseconds(0)); // signals come after this call
}

void ProvisioningClient::stop()
{
    ++m_attempt;
    m_running = false;
    m_limit.stop();
    m_wait.stop();
    m_again.stop();
    m_frame.clear();
    dropSocket();
}

void ProvisioningClient::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // this may be called from its signal
}

void ProvisioningClient::connectNow()
{
    dropSocket();
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setReadBufferSize(protocol::kMaxProvisioningInput + 1);
    connect(m_socket.get(), &QTcpSocket::connected, this, &ProvisioningClient::connected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &ProvisioningClient::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &ProvisioningClient::lost);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->connectToHost(m_address, m_port);
}

void ProvisioningClient::connected()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_inTwo)
        sendInTwo();
    else
        sendWhole();
}

void ProvisioningClient::sendWhole()
{
    write(m_frame.view());
    if (!m_running || !m_socket)
        return;
    m_sent = true;
    m_wait.start(kAnswerWait);
    Q_EMIT sent();
}

void ProvisioningClient::sendInTwo()
{
    m_wait.start(kBetweenSegments); // before what may end all this
    write(m_frame.view().first(1));
}

void ProvisioningClient::write(QByteArrayView bytes)
{
    m_socket->write(bytes.data(), bytes.size());
    m_socket->flush(); // a message is short: what the system takes at once stays in no buffer of Qt
}

void ProvisioningClient::waitedForAnswer()
{
    if (!m_inTwo) {
        // The captured app sends the length byte by itself: some firmware may want it so.
        m_inTwo = true;
        if (!handleRest())
            return;
        m_receiver = {}; // of the old connection
        if (!m_accepted)
            connectNow();
        return;
    }
    // The length byte has gone; now the rest. After that only the limit counts.
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
        write(m_frame.view().sliced(1));
}

bool ProvisioningClient::read()
{
    const bool isBounded = m_receiver.append(m_socket->readAll());
    while (const auto reply = m_receiver.next()) {
        if (!handle(*reply))
            return false;
    }
    if (isBounded)
        return true;
    if (m_accepted)
        stop(); // it has what it needs; what else it says has no end
    else
        end(Problem::Unreadable);
    return false;
}

bool ProvisioningClient::handleRest()
{
    const auto reply = m_receiver.finish();
    return !reply || handle(*reply);
}

bool ProvisioningClient::handle(const protocol::ProvisioningReply &reply)
{
    const quint64 attempt = m_attempt;
    if (const auto *accepted = std::get_if<ConfigAccepted>(&reply)) {
        m_wait.stop();
        if (std::exchange(m_accepted, true)) {
            Q_EMIT told(*accepted);
        } else {
            m_frame.clear();
            Q_EMIT this->accepted(*accepted);
        }
    } else if (const auto *refused = std::get_if<ConfigRefused>(&reply)) {
        if (refused->encrypted)
            end(Problem::Generation2);
        else
            end(Problem::RefusedByOutlet, escapedForLog(refused->error, kShownDetail));
    } else {
        m_unreadable = true; // thrown away; a proper answer may follow
    }
    return attempt == m_attempt;
}

void ProvisioningClient::lost()
{
    // What came with the end is read first.
    if (m_socket->bytesAvailable() > 0 && !read())
        return;
    if (!m_accepted && !handleRest())
        return;
    if (m_accepted)
        return stop(); // the outlet changes network now
    m_refused = m_socket->error() == QAbstractSocket::ConnectionRefusedError;
    const QString detail = m_socket->errorString();
    if (m_sent)
        return end(m_unreadable ? Problem::Unreadable : Problem::Closed, detail);
    if (m_clock.monotonic() - m_startedAt >= kConnectPatience)
        return end(m_refused ? Problem::Refused : Problem::Unreachable, detail);
    dropSocket();
    m_again.start(kReconnect);
}

void ProvisioningClient::timeIsUp()
{
    if (!m_accepted && !handleRest())
        return;
    if (m_accepted)
        return stop();
    end(problemSoFar());
}

ProvisioningClient::Problem ProvisioningClient::problemSoFar() const
{
    if (!m_sent)
        return m_refused ? Problem::Refused : Problem::Unreachable;
    return m_unreadable ? Problem::Unreadable : Problem::NoReply;
}

void ProvisioningClient::end(Problem problem, const QString &detail)
{
    if (!m_running)
        return;
    stop();
    Q_EMIT ended(problem, detail);
}

SetupCause setupCauseOf(ProvisioningClient::Problem problem)
{
    using Problem = ProvisioningClient::Problem;
    switch (problem) {
    case Problem::Unreachable:
        return SetupCause::OutletUnreachable;
    case Problem::Refused:
        return SetupCause::ConnectionRefused;
    case Problem::Closed:
        return SetupCause::ConnectionReset;
    case Problem::NoReply:
        return SetupCause::NoReply;
    case Problem::Unreadable:
        return SetupCause::UnreadableReply;
    case Problem::RefusedByOutlet:
        return SetupCause::Refused;
    case Problem::Generation2:
        return SetupCause::UnsupportedFirmware;
    }
    Q_UNREACHABLE();
}

} // namespace outlet
