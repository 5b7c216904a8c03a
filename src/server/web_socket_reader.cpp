// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/web_socket_reader.h"

#include <QtCore/QUtf8StringView>
#include <QtCore/QtEndian>
#include <cstring>
#include <utility>

#include "server/close_code.h"

namespace outlet {

namespace {

enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

constexpr qsizetype kMaxControlBytes = 125;
constexpr qsizetype kMaskBytes = 4;

void unmask(char *data, qsizetype size, const char *mask)
{
    // Eight bytes at a time; the mask's period of four divides that.
    quint32 half = 0;
    std::memcpy(&half, mask, sizeof half);
    const quint64 key = (quint64(half) << 32) | half;
    qsizetype i = 0;
    for (; i + qsizetype(sizeof key) <= size; i += qsizetype(sizeof key)) {
        quint64 word = 0;
        std::memcpy(&word, data + i, sizeof word);
        word ^= key;
        std::memcpy(data + i, &word, sizeof word);
    }
    for (; i < size; ++i)
        data[i] = static_cast<char>(data[i] ^ mask[i % kMaskBytes]);
}

bool isValidUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

/// Codes that a peer may send: those RFC 6455 and its registry define, and the private ranges.
bool mayBeSent(quint16 code)
{
    if (code >= 3000)
        return code <= 4999;
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
}

} // namespace

struct WebSocketReader::Head
{
    quint8 opcode = 0;
    bool isFinal = false;
    bool hasReservedBits = false;
    bool isMasked = false;
    bool isShortest = true; ///< the length is written as RFC 6455 demands
    quint64 payloadBytes = 0;
    qsizetype headBytes = 0; ///< without the mask

    [[nodiscard]] bool isControl() const { return (opcode & 8) != 0; }
};

std::optional<WebSocketReader::Head> WebSocketReader::headAt(const char *data, qsizetype size)
{
    if (size < 2)
        return std::nullopt;
    Head head;
    const auto first = static_cast<quint8>(data[0]);
    const auto second = static_cast<quint8>(data[1]);
    head.opcode = first & 0x0f;
    head.isFinal = (first & 0x80) != 0;
    head.hasReservedBits = (first & 0x70) != 0;
    head.isMasked = (second & 0x80) != 0;
    head.payloadBytes = second & 0x7f;
    head.headBytes = 2;
    if (head.payloadBytes == 126) {
        if (size < 4)
            return std::nullopt;
        head.payloadBytes = qFromBigEndian<quint16>(data + 2);
        head.isShortest = head.payloadBytes >= 126;
        head.headBytes = 4;
    } else if (head.payloadBytes == 127) {
        if (size < 10)
            return std::nullopt;
        head.payloadBytes = qFromBigEndian<quint64>(data + 2);
        head.isShortest = head.payloadBytes > 0xffff;
        head.headBytes = 10;
    }
    return head;
}

quint16 WebSocketReader::violationOf(const Head &head) const
{
    if (head.hasReservedBits || !head.isMasked || !head.isShortest)
        return closecode::kProtocolError;
    switch (head.opcode) {
    case Text:
    case Binary:
        if (m_inFragments)
            return closecode::kProtocolError;
        break;
    case Continuation:
        if (!m_inFragments)
            return closecode::kProtocolError;
        break;
    case Close:
    case Ping:
    case Pong:
        if (!head.isFinal || head.payloadBytes > quint64(kMaxControlBytes))
            return closecode::kProtocolError;
        break;
    default:
        return closecode::kProtocolError;
    }
    const quint64 before = head.opcode == Continuation ? quint64(m_message.size()) : 0;
    return head.payloadBytes > quint64(kMaxPayloadBytes) - before ? closecode::kTooMuchData : 0;
}

void WebSocketReader::feed(char *data, qsizetype size)
{
    if (m_ended)
        return;
    if (m_rest.isEmpty()) {
        m_data = data;
        m_size = size;
        return;
    }
    m_rest.append(data, size);
    m_data = m_rest.data();
    m_size = m_rest.size();
}

std::optional<WebSocketReader::Item> WebSocketReader::next()
{
    if (std::exchange(m_delivered, false))
        m_message = QByteArray();
    while (!m_ended) {
        const auto head = headAt(m_data, m_size);
        if (!head)
            break;
        if (const quint16 code = violationOf(*head))
            return violation(code);
        const qsizetype frameBytes = head->headBytes + kMaskBytes + qsizetype(head->payloadBytes);
        if (m_size < frameBytes)
            break;
        char *const mask = m_data + head->headBytes;
        const QByteArrayView payload(mask + kMaskBytes, qsizetype(head->payloadBytes));
        unmask(mask + kMaskBytes, payload.size(), mask);
        m_data += frameBytes;
        m_size -= frameBytes;
        if (auto item = take(*head, payload))
            return item;
    }
    keepRest();
    return std::nullopt;
}

std::optional<WebSocketReader::Item> WebSocketReader::take(const Head &head, QByteArrayView payload)
{
    switch (head.opcode) {
    case Ping:
        return Item{Item::Kind::Ping, payload, 0};
    case Pong:
        return Item{Item::Kind::Pong, payload, 0};
    case Close:
        return closing(payload);
    default:
        break;
    }
    if (head.opcode != Continuation) {
        if (head.isFinal)
            return wholeMessage(head.opcode == Text, payload);
        m_inFragments = true;
        m_fragmentsAreText = head.opcode == Text;
    }
    m_message.append(payload);
    if (!head.isFinal)
        return std::nullopt;
    m_inFragments = false;
    m_delivered = true;
    return wholeMessage(m_fragmentsAreText, m_message);
}

WebSocketReader::Item WebSocketReader::wholeMessage(bool isText, QByteArrayView payload)
{
    if (isText && !isValidUtf8(payload))
        return violation(closecode::kWrongData);
    return {isText ? Item::Kind::Text : Item::Kind::Binary, payload, 0};
}

WebSocketReader::Item WebSocketReader::closing(QByteArrayView payload)
{
    if (payload.isEmpty()) {
        m_ended = true;
        return {Item::Kind::Close, payload, 0};
    }
    const quint16 code = payload.size() < 2 ? 0 : qFromBigEndian<quint16>(payload.data());
    if (!mayBeSent(code))
        return violation(closecode::kProtocolError);
    if (!isValidUtf8(payload.sliced(2)))
        return violation(closecode::kWrongData);
    m_ended = true;
    return {Item::Kind::Close, payload.sliced(2), code};
}

WebSocketReader::Item WebSocketReader::violation(quint16 closeCode)
{
    m_ended = true;
    return {Item::Kind::Violation, {}, closeCode};
}

void WebSocketReader::keepRest()
{
    if (m_ended || m_size == 0) {
        // Nearly always: messages come whole. What a long one needed is given back.
        if (!m_rest.isEmpty())
            m_rest = QByteArray();
    } else if (m_rest.isEmpty()) {
        m_rest = QByteArray(m_data, m_size);
    } else {
        m_rest.remove(0, m_rest.size() - m_size);
    }
    m_data = nullptr;
    m_size = 0;
}

} // namespace outlet
