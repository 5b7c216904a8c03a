// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <optional>
#include <variant>

#include "base/secret_text.h"

/// The conversation on TCP port 41234 that makes an outlet use this server (protocol.md 7.4): pure
/// functions and values, for both sides.
namespace outlet::protocol {

inline constexpr quint16 kProvisioningPort = 41234;
/// The address of an outlet in its own network.
inline constexpr char kAccessPointAddress[] = "192.168.4.1";
/// The longest message: its length travels in one byte.
inline constexpr qsizetype kMaxProvisioningBytes = 255;
/// What a peer may send before it is taken for something else than an outlet.
inline constexpr qsizetype kMaxProvisioningInput = 4096;

/// What an outlet is told.
struct ConfigRequest
{
    QByteArrayView ssid;                   ///< UTF-8
    QByteArrayView password;               ///< UTF-8; empty for an open network
    QString bssid;                         ///< "aa:bb:cc:11:22:33", or empty
    QString serverIp;                      ///< where it will connect, port 17273
    QString account = QStringLiteral("0"); ///< comes back in its login
    qint64 key = 0;
};

/// /beginConfigRequest as JSON with as few fields as it needs; wifiBssid is left out when the
/// message would be too long with it. Empty when it is too long even so.
[[nodiscard]] std::optional<SecretText> encodeConfigRequest(const ConfigRequest &request);
/// The length byte and \a json; empty when it has none or more than 255 bytes: such a message must
/// not be sent, as no encoding of its length is known.
[[nodiscard]] std::optional<SecretText> frameProvisioning(QByteArrayView json);

/// The outlet will use what it was told.
struct ConfigAccepted
{
    QString id;          ///< its identity, where the firmware tells; hostile text
    QString firmware;    ///< likewise
    QString step;        ///< likewise, "STEP3"
    QString description; ///< likewise, "DEV_RECEIVE_APP_DATA"
};

/// The outlet will not use what it was told, or can't.
struct ConfigRefused
{
    QString error;          ///< as sent, "60"
    QString description;    ///< likewise
    bool encrypted = false; ///< only firmware of generation 2 encrypts here (section 0)
};

/// Bytes that are no answer; they were thrown away.
struct UnreadableReply
{
    qsizetype bytes = 0;
};

using ProvisioningReply = std::variant<ConfigAccepted, ConfigRefused, UnreadableReply>;

/// Puts an outlet's answers together from what arrives, in whatever pieces: framed by a length
/// byte, bare JSON, or encrypted without a frame; NULs between them are filler (7.4).
class ProvisioningReceiver
{
public:
    /// Adds what arrived; false when the peer has sent more than kMaxProvisioningInput in all.
    [[nodiscard]] bool append(QByteArrayView bytes);
    /// The next answer that is complete; empty when more has to arrive.
    [[nodiscard]] std::optional<ProvisioningReply> next();
    /// Nothing more will arrive: what half an answer tells. Empty when there was none.
    [[nodiscard]] std::optional<ProvisioningReply> finish();
    /// What arrived of an encrypted answer, decrypted; empty when it is none. For tests.
    [[nodiscard]] QByteArray decryptedSoFar() const;

private:
    [[nodiscard]] std::optional<ProvisioningReply> nextFramed();
    [[nodiscard]] std::optional<ProvisioningReply> nextBare();
    [[nodiscard]] std::optional<ProvisioningReply> nextEncrypted();
    [[nodiscard]] ProvisioningReply read(QByteArrayView json, qsizetype used, bool encrypted);

    QByteArray m_buffer;
    qsizetype m_received = 0;
};

/// The outlet's side: what it was told. Empty when \a json is no /beginConfigRequest with the
/// fields an outlet needs.
struct ConfigReceived
{
    QByteArray ssid;
    SecretText password;
    QString serverIp;
    QString account;
};
[[nodiscard]] std::optional<ConfigReceived> decodeConfigRequest(QByteArrayView json);

/// {"uri":"/beginConfigReply","err":"0"}, the answer of firmware 1.89.
[[nodiscard]] QByteArray encodeConfigReply(const QString &error);
/// /connectInfo, the answer of firmware 2.123. Its key is `url`.
[[nodiscard]] QByteArray encodeConnectInfo(const ConfigAccepted &info);

} // namespace outlet::protocol
