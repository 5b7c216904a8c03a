// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/upgrade_request.h"

#include <QtCore/QCryptographicHash>
#include <algorithm>

namespace outlet {

namespace {

constexpr QByteArrayView kLineEnd("\r\n");
constexpr QByteArrayView kHeadEnd("\r\n\r\n");
constexpr QByteArrayView kPath("/gnws");
constexpr int kMaxHeaderLines = 64;

/// The header fields that decide. Counted, because two different values can't both be meant.
struct Fields
{
    QByteArrayView host, upgrade, connection, key, version, origin;
    bool repeated = false;
};

bool isAsciiLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool equalsNoCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// True when the comma-separated \a list names \a token, in any letter case.
bool hasToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const auto comma = list.indexOf(',');
        const QByteArrayView item = comma < 0 ? list : list.first(comma);
        if (equalsNoCase(item.trimmed(), token))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

/// Reads "Name: value" lines; false when a line is none. The outlet's "deviceVersion:5", without a
/// space, is one.
bool readFields(QByteArrayView lines, Fields &fields)
{
    struct Known
    {
        QByteArrayView name;
        QByteArrayView *value;
    };
    const Known known[] = {
        {"host", &fields.host},
        {"upgrade", &fields.upgrade},
        {"connection", &fields.connection},
        {"sec-websocket-key", &fields.key},
        {"sec-websocket-version", &fields.version},
        {"origin", &fields.origin},
    };
    while (!lines.isEmpty()) {
        const auto end = lines.indexOf(kLineEnd);
        const QByteArrayView line = end < 0 ? lines : lines.first(end);
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + kLineEnd.size());
        const auto colon = line.indexOf(':');
        if (colon <= 0)
            return false;
        const QByteArrayView name = line.first(colon);
        if (std::any_of(name.begin(), name.end(), [](char c) { return c <= ' ' || c == 0x7f; }))
            return false; // also a folded line, which begins with a space
        for (const Known &field : known) {
            if (!equalsNoCase(name, field.name))
                continue;
            fields.repeated = fields.repeated || !field.value->isNull();
            *field.value = line.sliced(colon + 1).trimmed();
        }
    }
    return true;
}

bool isPlausibleKey(QByteArrayView key)
{
    // 16 bytes in base64. Every real outlet sends RFC 6455's sample key, so its value says nothing.
    return key.size() == 24 && QByteArray::fromBase64Encoding(
                                   key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors)
                                       .decoded.size() == 16;
}

/// What proves that the request was understood (RFC 6455, section 4.2.2).
QByteArray acceptOf(const QByteArray &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    return hash.result().toBase64();
}

} // namespace

UpgradeRequest::UpgradeRequest(QByteArrayView received)
{
    if (received.isEmpty())
        return;
    if (!isAsciiLetter(received.front())) {
        m_verdict = Verdict::Drop;
        return;
    }
    const auto end = received.first(std::min(received.size(), kMaxHeadBytes)).indexOf(kHeadEnd);
    if (end < 0) {
        if (received.size() >= kMaxHeadBytes)
            refuse(431);
        return;
    }
    judge(received.first(end));
    if (m_verdict == Verdict::Accept)
        m_headSize = end + kHeadEnd.size();
}

void UpgradeRequest::refuse(int status)
{
    m_verdict = Verdict::Refuse;
    m_status = status;
}

void UpgradeRequest::judge(QByteArrayView head)
{
    if (std::count(head.begin(), head.end(), '\n') > kMaxHeaderLines)
        return refuse(431);
    const auto lineEnd = head.indexOf(kLineEnd);
    const QByteArrayView line = lineEnd < 0 ? head : head.first(lineEnd);
    const QByteArrayView rest =
        lineEnd < 0 ? QByteArrayView() : head.sliced(lineEnd + kLineEnd.size());

    const auto firstSpace = line.indexOf(' ');
    const auto lastSpace = line.lastIndexOf(' ');
    if (firstSpace <= 0 || lastSpace <= firstSpace + 1)
        return refuse(400);
    const QByteArrayView method = line.first(firstSpace);
    const QByteArrayView target = line.sliced(firstSpace + 1, lastSpace - firstSpace - 1);
    const QByteArrayView version = line.sliced(lastSpace + 1);
    Fields fields;
    if (version != "HTTP/1.1" || !readFields(rest, fields))
        return refuse(400);

    const auto query = target.indexOf('?');
    if ((query < 0 ? target : target.first(query)) != kPath)
        return refuse(404);
    if (method != "GET")
        return refuse(405);
    // Browsers alone send an Origin. A page somewhere must not be able to play outlet.
    if (!fields.origin.isEmpty())
        return refuse(403);
    if (fields.repeated || fields.host.isEmpty() || !hasToken(fields.upgrade, "websocket") ||
        !hasToken(fields.connection, "upgrade"))
        return refuse(400);
    if (fields.version != "13")
        return refuse(426);
    if (!isPlausibleKey(fields.key))
        return refuse(400);
    m_verdict = Verdict::Accept;
    m_status = 101;
    m_key = fields.key.toByteArray();
}

QByteArray UpgradeRequest::reply() const
{
    if (m_verdict == Verdict::Accept) {
        QByteArray reply("HTTP/1.1 101 Switching Protocols\r\n"
                         "Upgrade: websocket\r\n"
                         "Connection: Upgrade\r\n"
                         "Sec-WebSocket-Accept: ");
        return reply.append(acceptOf(m_key)).append("\r\n\r\n");
    }
    if (m_verdict != Verdict::Refuse)
        return {};
    QByteArray reason;
    QByteArray extra;
    switch (m_status) {
    case 403:
        reason = "Forbidden";
        break;
    case 404:
        reason = "Not Found";
        break;
    case 405:
        reason = "Method Not Allowed";
        extra = "Allow: GET\r\n";
        break;
    case 426:
        reason = "Upgrade Required";
        extra = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
        break;
    case 431:
        reason = "Request Header Fields Too Large";
        break;
    default:
        reason = "Bad Request";
        break;
    }
    QByteArray reply("HTTP/1.1 ");
    reply.append(QByteArray::number(m_status)).append(' ').append(reason).append("\r\n");
    reply.append(extra);
    reply.append(m_status == 426 ? "Connection: Upgrade, close\r\n" : "Connection: close\r\n");
    reply.append("Content-Length: 0\r\n\r\n");
    return reply;
}

} // namespace outlet
