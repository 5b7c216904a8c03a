// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/announce.h"

#include <QtCore/QtEndian>
#include <algorithm>

namespace outlet::protocol {

namespace {

constexpr qsizetype kSize = 11;
constexpr qsizetype kMacAt = 1;
constexpr qsizetype kAddressAt = 7;

} // namespace

std::optional<Announce> decodeAnnounce(QByteArrayView datagram)
{
    if (datagram.size() != kSize)
        return std::nullopt;
    Announce announce;
    announce.totalLength = static_cast<quint8>(datagram[0]);
    std::transform(datagram.begin() + kMacAt, datagram.begin() + kAddressAt, announce.mac.begin(),
                   [](char byte) { return static_cast<quint8>(byte); });
    announce.ipv4 = qFromBigEndian<quint32>(datagram.sliced(kAddressAt).data());
    return announce;
}

QByteArray encodeAnnounce(const Announce &announce)
{
    QByteArray datagram(kSize, '\0');
    datagram[0] = static_cast<char>(announce.totalLength);
    std::transform(announce.mac.begin(), announce.mac.end(), datagram.begin() + kMacAt,
                   [](quint8 byte) { return static_cast<char>(byte); });
    qToBigEndian(announce.ipv4, datagram.data() + kAddressAt);
    return datagram;
}

} // namespace outlet::protocol
