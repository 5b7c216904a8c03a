// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <optional>

namespace outlet {

/// What a client sends on a WebSocket (RFC 6455), taken apart from bytes that come in pieces of any
/// size. Pure: no socket, no time. Frames are checked before they are buffered, so a peer can make
/// it keep no more than one message of the largest size and one control frame.
///
/// This is our own, not QWebSocket: an outlet's login costs half as much with it, and a frame that
/// is not masked or announces too much is refused at its head (QWebSocket does neither check).
class WebSocketReader
{
public:
    /// The most that a frame and that a message may carry.
    static constexpr qsizetype kMaxPayloadBytes = 128 * 1024;

    struct Item
    {
        enum class Kind {
            Text,      ///< a whole message, valid UTF-8
            Binary,    ///< a whole message
            Ping,      ///< to be answered with a pong of the same payload
            Pong,      ///< nothing to do
            Close,     ///< the peer closes; answer with closeCode (0 = without one)
            Violation, ///< the peer broke the rules: close with closeCode
        };
        Kind kind = Kind::Violation;
        QByteArrayView payload; ///< until the next call of next() or feed()
        quint16 closeCode = 0;
    };

    /// Hands over what arrived next. The bytes are unmasked where they are and must stay until
    /// next() returned nothing; what it needs for longer it copies then.
    void feed(char *data, qsizetype size);
    /// The next item; empty when more has to arrive. After Close and Violation nothing comes any
    /// more, whatever is fed.
    [[nodiscard]] std::optional<Item> next();

private:
    struct Head;
    [[nodiscard]] static std::optional<Head> headAt(const char *data, qsizetype size);
    [[nodiscard]] quint16 violationOf(const Head &head) const;
    [[nodiscard]] std::optional<Item> take(const Head &head, QByteArrayView payload);
    [[nodiscard]] Item wholeMessage(bool isText, QByteArrayView payload);
    [[nodiscard]] Item closing(QByteArrayView payload);
    [[nodiscard]] Item violation(quint16 closeCode);
    void keepRest();

    char *m_data = nullptr; ///< not looked at yet: within what was fed, or within m_rest
    qsizetype m_size = 0;
    QByteArray m_rest;    ///< an incomplete frame, over several calls of feed()
    QByteArray m_message; ///< the fragments so far
    bool m_inFragments = false;
    bool m_fragmentsAreText = false;
    bool m_delivered = false; ///< m_message went out and can be forgotten
    bool m_ended = false;
};

} // namespace outlet
