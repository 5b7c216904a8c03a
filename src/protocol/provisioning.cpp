// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/provisioning.h"

#include "protocol/framing.h"
#include "protocol/json_object.h"
#include "protocol/json_writer.h"

namespace outlet::protocol {

namespace {

constexpr qsizetype kBlock = 16;

/// The string of a field, cut to a length that no genuine one reaches.
QString textOf(const JsonObject &object, QByteArrayView key)
{
    const auto value = object.string(key);
    return value ? QString::fromUtf8(value->first(qMin<qsizetype>(value->size(), 200))) : QString();
}

void appendEscaped(SecretText &json, QByteArrayView text)
{
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json.append('\\');
            json.append(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            json.append("\\u00");
            json.append(digits[static_cast<unsigned char>(c) >> 4]);
            json.append(digits[c & 0x0f]);
        } else {
            json.append(c);
        }
    }
}

/// JsonWriter would leave the password in buffers that nobody wipes.
SecretText requestJson(const ConfigRequest &request, bool withBssid)
{
    SecretText json;
    const auto field = [&json](QByteArrayView name, QByteArrayView value) {
        json.append(json.isEmpty() ? "{\"" : ",\"");
        json.append(name);
        json.append("\":\"");
        appendEscaped(json, value);
        json.append('"');
    };
    field("uri", "/beginConfigRequest");
    field("wifiID", request.ssid);
    if (withBssid)
        field("wifiBssid", request.bssid.toUtf8());
    field("wifiPassword", request.password);
    field("account", request.account.toUtf8());
    json.append(",\"key\":");
    json.append(QByteArray::number(request.key));
    field("serverIP", request.serverIp.toUtf8());
    json.append('}');
    return json;
}

/// Where the object that begins at 0 ends, one past its brace; 0 when it is not complete.
qsizetype endOfObject(QByteArrayView bytes)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

bool looksEncrypted(QByteArrayView bytes)
{
    if (bytes.size() < kBlock)
        return false;
    const auto first = decryptMessage(bytes.first(kBlock));
    return first && first->startsWith('{');
}

} // namespace

std::optional<SecretText> encodeConfigRequest(const ConfigRequest &request)
{
    SecretText json = requestJson(request, true);
    if (json.size() > kMaxProvisioningBytes)
        json = requestJson(request, false);
    if (json.size() > kMaxProvisioningBytes)
        return std::nullopt;
    return json;
}

std::optional<SecretText> frameProvisioning(QByteArrayView json)
{
    if (json.isEmpty() || json.size() > kMaxProvisioningBytes)
        return std::nullopt;
    SecretText frame;
    frame.append(static_cast<char>(json.size()));
    frame.append(json);
    return frame;
}

bool ProvisioningReceiver::append(QByteArrayView bytes)
{
    const qsizetype room = kMaxProvisioningInput - m_received;
    m_received += bytes.size();
    m_buffer.append(bytes.first(qBound<qsizetype>(0, room, bytes.size())));
    return m_received <= kMaxProvisioningInput;
}

std::optional<ProvisioningReply> ProvisioningReceiver::next()
{
    qsizetype filler = 0;
    while (filler < m_buffer.size() && m_buffer[filler] == '\0')
        ++filler;
    m_buffer.remove(0, filler);
    if (m_buffer.size() < 2)
        return std::nullopt;
    // No object begins with "{{": there the first brace is a length, 123.
    if (m_buffer[1] == '{')
        return nextFramed();
    if (m_buffer[0] == '{')
        return nextBare();
    return nextEncrypted();
}

std::optional<ProvisioningReply> ProvisioningReceiver::nextFramed()
{
    const qsizetype length = static_cast<unsigned char>(m_buffer[0]);
    if (m_buffer.size() < 1 + length)
        return std::nullopt;
    if (looksEncrypted(m_buffer))
        return nextEncrypted(); // by chance its second byte is a brace
    return read(QByteArrayView(m_buffer).sliced(1, length), 1 + length, false);
}

std::optional<ProvisioningReply> ProvisioningReceiver::nextBare()
{
    const qsizetype end = endOfObject(m_buffer);
    if (end == 0)
        return std::nullopt;
    return read(QByteArrayView(m_buffer).first(end), end, false);
}

std::optional<ProvisioningReply> ProvisioningReceiver::nextEncrypted()
{
    if (m_buffer.size() < kBlock)
        return std::nullopt;
    if (!looksEncrypted(m_buffer)) {
        const UnreadableReply unreadable{m_buffer.size()};
        m_buffer.clear();
        return unreadable;
    }
    const qsizetype whole = m_buffer.size() - m_buffer.size() % kBlock;
    const QByteArray json = decryptMessage(QByteArrayView(m_buffer).first(whole)).value_or("");
    const qsizetype end = endOfObject(json);
    if (end == 0)
        return std::nullopt;
    return read(QByteArrayView(json).first(end), (end / kBlock + 1) * kBlock, true);
}

ProvisioningReply ProvisioningReceiver::read(QByteArrayView json, qsizetype used, bool encrypted)
{
    JsonObject object;
    ProvisioningReply reply = UnreadableReply{used};
    if (readJsonObject(json, object) == JsonOutcome::Ok) {
        const auto uri = object.string(object.contains("uri") ? "uri" : "url");
        if (uri == QByteArrayView("/connectInfo")) {
            reply = ConfigAccepted{textOf(object, "cid"), textOf(object, "firmVersion"),
                                   textOf(object, "step"), textOf(object, "description")};
        } else if (uri == QByteArrayView("/beginConfigReply")) {
            QString error = textOf(object, "err");
            if (const auto number = object.integer("err")) // numbers are leniently taken as well
                error = QString::number(*number);
            if (error == u"0" && !encrypted)
                reply = ConfigAccepted{};
            else
                reply = ConfigRefused{error, textOf(object, "description"), encrypted};
        }
    }
    // Anything encrypted comes from firmware that this program can't serve, whatever it says.
    if (encrypted && !std::holds_alternative<ConfigRefused>(reply))
        reply = ConfigRefused{{}, {}, true};
    m_buffer.remove(0, qMin(used, m_buffer.size()));
    return reply;
}

std::optional<ProvisioningReply> ProvisioningReceiver::finish()
{
    if (auto reply = next())
        return reply;
    if (m_buffer.isEmpty())
        return std::nullopt;
    const bool encrypted = looksEncrypted(m_buffer);
    const UnreadableReply unreadable{m_buffer.size()};
    m_buffer.clear();
    if (encrypted) // half a sentence, but who speaks like that is known
        return ConfigRefused{{}, {}, true};
    return unreadable;
}

QByteArray ProvisioningReceiver::decryptedSoFar() const
{
    if (!looksEncrypted(m_buffer))
        return {};
    const qsizetype whole = m_buffer.size() - m_buffer.size() % kBlock;
    return decryptMessage(QByteArrayView(m_buffer).first(whole)).value_or(QByteArray());
}

std::optional<ConfigReceived> decodeConfigRequest(QByteArrayView json)
{
    JsonObject object;
    if (readJsonObject(json, object) != JsonOutcome::Ok ||
        object.string("uri") != QByteArrayView("/beginConfigRequest"))
        return std::nullopt;
    const auto ssid = object.string("wifiID");
    const auto password = object.string("wifiPassword");
    const auto account = object.string("account");
    const auto serverIp = object.string("serverIP");
    if (!ssid || !password || !account || !serverIp || !object.integer("key"))
        return std::nullopt;
    return ConfigReceived{ssid->toByteArray(), SecretText(*password), QString::fromUtf8(*serverIp),
                          QString::fromUtf8(*account)};
}

QByteArray encodeConfigReply(const QString &error)
{
    return JsonWriter().word("uri", "/beginConfigReply").text("err", error).finish();
}

QByteArray encodeConnectInfo(const ConfigAccepted &info)
{
    constexpr qint64 freeHeap = 30616; // as captured
    return JsonWriter()
        .word("url", "/connectInfo")
        .text("step", info.step)
        .text("description", info.description)
        .text("firmVersion", info.firmware)
        .text("cid", info.id)
        .number("free_heap", freeHeap)
        .finish();
}

} // namespace outlet::protocol
