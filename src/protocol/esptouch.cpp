// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/esptouch.h"

#include <QtCore/QString>
#include <QtCore/QtEndian>
#include <algorithm>
#include <utility>

namespace outlet::protocol {

namespace {

constexpr int kShift = 40;     // added to every length
constexpr int kIndexBit = 256; // in the length of a datagram that carries an index
constexpr int kHeadBytes = 9;  // before the password
constexpr int kBssidEvery = 4; // positions between two bytes of the BSSID, the first at 5
constexpr int kFirstBssidAt = 5;

quint8 crcStep(quint8 crc, quint8 byte)
{
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit)
        crc = static_cast<quint8>((crc & 1) ? (crc >> 1) ^ 0x8c : crc >> 1);
    return crc;
}

quint8 at(QByteArrayView bytes, qsizetype index)
{
    return static_cast<quint8>(bytes[index]);
}

QByteArrayView viewOf(const MacAddress &mac)
{
    return {reinterpret_cast<const char *>(mac.data()), static_cast<qsizetype>(mac.size())};
}

void appendByte(QList<int> &lengths, quint8 byte, int index)
{
    const int crc = crcStep(crcStep(0, byte), static_cast<quint8>(index));
    lengths << kShift + ((crc & 0xf0) | (byte >> 4)) << kShift + (kIndexBit | index)
            << kShift + (((crc & 0x0f) << 4) | (byte & 0x0f));
}

} // namespace

std::optional<MacAddress> macFromText(QStringView text)
{
    const auto parts = text.split(text.contains(u'-') ? u'-' : u':');
    MacAddress mac{};
    if (parts.size() != static_cast<qsizetype>(mac.size()))
        return std::nullopt;
    for (std::size_t i = 0; i < mac.size(); ++i) {
        bool ok = false;
        const QStringView part = parts[static_cast<qsizetype>(i)];
        const uint value = part.toUInt(&ok, 16);
        const bool isHex =
            std::all_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (!ok || !isHex || part.size() != 2)
            return std::nullopt;
        mac[i] = static_cast<quint8>(value);
    }
    return mac;
}

QString macToText(const MacAddress &mac)
{
    return QString::fromLatin1(viewOf(mac).toByteArray().toHex(':'));
}

EspTouchSequence &EspTouchSequence::operator=(EspTouchSequence &&other) noexcept
{
    wipeLengths();
    guideLengths = std::exchange(other.guideLengths, {});
    dataLengths = std::exchange(other.dataLengths, {});
    indices = std::exchange(other.indices, {});
    data = std::move(other.data);
    totalLength = other.totalLength;
    return *this;
}

void EspTouchSequence::wipeLengths()
{
    if (dataLengths.isDetached())
        wipe(dataLengths.data(), static_cast<std::size_t>(dataLengths.size()) * sizeof(int));
}

quint8 espTouchCrc8(QByteArrayView bytes)
{
    quint8 crc = 0;
    for (const char byte : bytes)
        crc = crcStep(crc, static_cast<quint8>(byte));
    return crc;
}

std::optional<EspTouchSequence> encodeEspTouch(const EspTouchInput &input)
{
    if (input.ssid.isEmpty() || input.ssid.size() > kMaxSsidBytes ||
        input.password.size() > kMaxPasswordBytes)
        return std::nullopt;
    EspTouchSequence sequence;
    const auto total = static_cast<int>(kHeadBytes + input.password.size() + input.ssid.size());
    std::array<char, 4> sender{};
    qToBigEndian(input.senderIpv4, sender.data());
    const QByteArrayView senderBytes(sender.data(), static_cast<qsizetype>(sender.size()));

    const std::array<quint8, 4> head{static_cast<quint8>(total),
                                     static_cast<quint8>(input.password.size()),
                                     espTouchCrc8(input.ssid), espTouchCrc8(viewOf(input.bssid))};
    quint8 all = 0;
    for (const quint8 byte : head) {
        sequence.data.append(static_cast<char>(byte));
        all ^= byte;
    }
    for (const QByteArrayView part : {senderBytes, input.password, input.ssid}) {
        for (const char byte : part)
            all ^= static_cast<quint8>(byte);
    }
    sequence.data.append(static_cast<char>(all));
    for (const QByteArrayView part : {senderBytes, input.password, input.ssid})
        sequence.data.append(part);

    sequence.totalLength = total;
    for (int i = 0; i < total; ++i)
        sequence.indices.append(i);
    if (input.layout == EspTouchLayout::WithBssid) {
        for (int i = 0; i < static_cast<int>(input.bssid.size()); ++i) {
            const qsizetype place = kFirstBssidAt + i * kBssidEvery;
            sequence.indices.insert(std::min(place, sequence.indices.size()), total + i);
        }
    }
    sequence.guideLengths = {515, 514, 513, 512};
    // Growing would leave a copy of the beginning behind.
    sequence.dataLengths.reserve(3 * sequence.indices.size());
    for (const int index : std::as_const(sequence.indices)) {
        const quint8 byte = index < total ? at(sequence.data.view(), index)
                                          : input.bssid[static_cast<std::size_t>(index - total)];
        appendByte(sequence.dataLengths, byte, index);
    }
    return sequence;
}

std::optional<EspTouchReceived> EspTouchReceiver::take(qsizetype length)
{
    m_last = {m_last[1], m_last[2], static_cast<int>(std::clamp<qsizetype>(length, 0, 65535))};
    const int high = m_last[0] - kShift;
    const int index = m_last[1] - kShift;
    const int low = m_last[2] - kShift;
    if (high < 0 || high > 255 || low < 0 || low > 255 || index < kIndexBit ||
        index > kIndexBit + kMaxEspTouchIndex)
        return std::nullopt;
    const int place = index & 0xff;
    const auto byte = static_cast<quint8>(((high & 0x0f) << 4) | (low & 0x0f));
    const int crc = (high & 0xf0) | (low >> 4);
    if (crc != crcStep(crcStep(0, byte), static_cast<quint8>(place)))
        return std::nullopt;
    takeByte(place, byte);
    return assembled();
}

void EspTouchReceiver::takeByte(int index, quint8 byte)
{
    auto &known = m_bytes[static_cast<std::size_t>(index)];
    // Another total is another message, for instance after the password was corrected.
    if (index == 0 && known && *known != byte)
        startAnew();
    known = byte;
}

std::optional<EspTouchReceived> EspTouchReceiver::assembled()
{
    if (!m_bytes[0] || !m_bytes[1])
        return std::nullopt;
    const int total = *m_bytes[0];
    const int passwordSize = *m_bytes[1];
    if (total < kHeadBytes + passwordSize || total > kMaxEspTouchIndex + 1)
        return std::nullopt;
    for (int i = 0; i < total; ++i) {
        if (!m_bytes[static_cast<std::size_t>(i)])
            return std::nullopt;
    }
    SecretText data;
    quint8 all = 0;
    for (int i = 0; i < total; ++i) {
        const quint8 byte = *m_bytes[static_cast<std::size_t>(i)];
        data.append(static_cast<char>(byte));
        all ^= byte;
    }
    const QByteArrayView bytes = data.view();
    const QByteArrayView ssid = bytes.sliced(kHeadBytes + passwordSize);
    // The xor of everything but the xor itself is the xor, so of everything it is 0.
    if (all != 0 || at(bytes, 2) != espTouchCrc8(ssid)) {
        startAnew();
        return std::nullopt;
    }
    EspTouchReceived received;
    received.ssid = ssid.toByteArray();
    received.password = SecretText(bytes.sliced(kHeadBytes, passwordSize));
    received.senderIpv4 = qFromBigEndian<quint32>(bytes.sliced(5, 4).data());
    received.totalLength = static_cast<quint8>(total);
    MacAddress bssid{};
    bool hasBssid = total + static_cast<int>(bssid.size()) <= kMaxEspTouchIndex + 1;
    for (std::size_t i = 0; i < bssid.size() && hasBssid; ++i) {
        const auto &byte = m_bytes[static_cast<std::size_t>(total) + i];
        hasBssid = byte.has_value();
        bssid[i] = byte.value_or(0);
    }
    if (hasBssid && espTouchCrc8(viewOf(bssid)) == at(bytes, 3))
        received.bssid = bssid;
    startAnew();
    return received;
}

void EspTouchReceiver::startAnew()
{
    m_bytes.fill(std::nullopt);
}

} // namespace outlet::protocol
