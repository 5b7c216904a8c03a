// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <array>
#include <optional>

#include "base/secret_text.h"

/// ESP-Touch version 1 (protocol.md section 7.2): Wi-Fi details told by the lengths of datagrams,
/// which an outlet that has not joined any network yet can see. Pure functions and values.
namespace outlet::protocol {

/// Which bytes are sent besides the data itself. WithBssid adds the access point's address.
enum class EspTouchLayout { Classic, WithBssid };

/// An access point's address, or an outlet's; zeros where it is not known.
using MacAddress = std::array<quint8, 6>;

/// "aa:bb:cc:11:22:33", in any case, also with hyphens; empty for anything else.
[[nodiscard]] std::optional<MacAddress> macFromText(QStringView text);
/// "aa:bb:cc:11:22:33".
[[nodiscard]] QString macToText(const MacAddress &mac);

/// What is told. Bytes are UTF-8.
struct EspTouchInput
{
    QByteArrayView ssid;     ///< 1 to 32 bytes
    QByteArrayView password; ///< 0 to 64 bytes; none for an open network
    MacAddress bssid{};
    quint32 senderIpv4 = 0; ///< host byte order: 192.168.1.50 is 0xc0a80132
    EspTouchLayout layout = EspTouchLayout::Classic;
};

inline constexpr qsizetype kMaxSsidBytes = 32;
inline constexpr qsizetype kMaxPasswordBytes = 64;
/// An index has seven bits.
inline constexpr int kMaxEspTouchIndex = 127;

/// The datagrams of one pass, as lengths in bytes. They are the password in another form: wiped
/// when this is destroyed, and never logged.
struct EspTouchSequence
{
    EspTouchSequence() = default;
    ~EspTouchSequence() { wipeLengths(); }
    Q_DISABLE_COPY(EspTouchSequence)
    EspTouchSequence(EspTouchSequence &&) noexcept = default;
    EspTouchSequence &operator=(EspTouchSequence &&other) noexcept;

    QList<int> guideLengths; ///< sent over and over before the data: "listen here"
    QList<int> dataLengths;  ///< three for each byte, in order
    QList<int> indices;      ///< which byte each three are
    SecretText data;         ///< the bytes themselves, without those of the BSSID
    int totalLength = 0;     ///< bytes of data; the first byte of the answer repeats it

private:
    void wipeLengths();
};

/// Makes the sequence; empty when the SSID or the password is too long or the SSID is missing.
[[nodiscard]] std::optional<EspTouchSequence> encodeEspTouch(const EspTouchInput &input);

/// CRC-8/MAXIM, which is what ESP-Touch uses: "123456789" gives 0xa1.
[[nodiscard]] quint8 espTouchCrc8(QByteArrayView bytes);

/// What an outlet has understood.
struct EspTouchReceived
{
    QByteArray ssid;
    SecretText password;
    quint32 senderIpv4 = 0;
    std::optional<MacAddress> bssid; ///< when the layout had it
    quint8 totalLength = 0;
};

/// The outlet's side: understands a sequence from the lengths of the datagrams that arrive, in any
/// order of bytes, with any number lost or repeated, as long as every byte's three arrive in a row
/// once. For simulated outlets and tests.
class EspTouchReceiver
{
public:
    /// Takes the length of one datagram; a value as soon as everything is known and its checksums
    /// fit, after which it starts anew.
    [[nodiscard]] std::optional<EspTouchReceived> take(qsizetype length);

private:
    void takeByte(int index, quint8 byte);
    [[nodiscard]] std::optional<EspTouchReceived> assembled();
    void startAnew();

    std::array<int, 3> m_last{}; ///< the newest three lengths, oldest first
    std::array<std::optional<quint8>, kMaxEspTouchIndex + 1> m_bytes;
};

} // namespace outlet::protocol
