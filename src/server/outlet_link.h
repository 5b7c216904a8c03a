// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>

#include "base/clock.h"
#include "protocol/decoder.h"
#include "protocol/framing.h"
#include "server/link_end.h"

namespace outlet {

class FrameRing;
class LinkSocket;
class OutletLink;
class OutletSession;

/// What links need of the server that holds them.
class LinkHost
{
public:
    LinkHost() = default;
    virtual ~LinkHost() = default;
    Q_DISABLE_COPY_MOVE(LinkHost)

    /// The session of the outlet that logged in.
    [[nodiscard]] virtual OutletSession &sessionFor(const protocol::Login &login) = 0;
    /// How long an outlet that logs in now waits for its first question.
    [[nodiscard]] virtual std::chrono::milliseconds firstQuestionIn() = 0;
    /// Where that outlet's messages are kept for diagnostics.
    [[nodiscard]] virtual std::shared_ptr<FrameRing> framesOf(const QString &outletId) = 0;
    /// Something arrived before a login: it can't be counted for an outlet.
    virtual void ignoredBeforeLogin(const OutletLink &link, const QString &kind) = 0;
    /// The link is closed; the host deletes it later.
    virtual void linkClosed(OutletLink &link) = 0;
};

/// The link of one outlet: the login and its deadline, framing and size limits. What is said
/// goes to the outlet's session. Main thread.
class OutletLink final : public QObject, public LinkEnd
{
    Q_OBJECT
public:
    /// A longer message is no outlet's: the longest genuine one has 297 bytes (protocol.md 8).
    static constexpr qsizetype kMaxMessageBytes = 16 * 1024;

    /// Takes over \a socket, which was upgraded and hands over messages once it is told to. Closed
    /// when no login arrives within \a loginDeadline. \a host and \a clock must outlive the link.
    OutletLink(std::unique_ptr<LinkSocket> socket, QString peerAddress, LinkHost &host,
               Clock &clock, std::chrono::milliseconds loginDeadline, QObject *parent);
    ~OutletLink() override;

    [[nodiscard]] bool isLoggedIn() const { return m_session != nullptr; }

    // LinkEnd
    void send(const QByteArray &json) override;
    void close(quint16 closeCode) override;
    [[nodiscard]] const QString &peerAddress() const override { return m_peerAddress; }
    [[nodiscard]] bool isEncrypted() const override { return m_framing == protocol::Framing::Aes; }

private:
    void receive(protocol::FrameType type, QByteArrayView payload);
    void receiveLogin(const protocol::Login &login);
    /// Joins the session of the outlet that logged in; false when it is another than before.
    [[nodiscard]] bool join(const protocol::Login &login);
    void ignoreBeforeLogin(const QString &kind);
    void socketDisconnected();

    LinkSocket *m_socket; ///< our child
    LinkHost &m_host;
    OutletSession *m_session = nullptr;
    std::shared_ptr<FrameRing> m_frames; ///< from the login on
    quint64 m_ignoredBeforeLogin = 0;
    QString m_id; ///< of the login
    QString m_peerAddress;
    protocol::Framing m_framing = protocol::Framing::Text;
    bool m_closed = false;
    ClockTimer m_loginDeadline;
};

} // namespace outlet
