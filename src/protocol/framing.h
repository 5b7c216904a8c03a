// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <optional>

namespace outlet::protocol {

/// How messages travel on a connection (protocol.md section 2): one JSON object in a text frame, or
/// the same JSON AES-128-CBC encrypted in a binary frame. The server answers in the framing of the
/// outlet's last valid frame; the default is Text.
enum class Framing { Text, Aes };

/// Encrypts one message: UTF-8 \a json, zero padded by 1 to 16 bytes, key and iv of section 2, iv
/// reset for every message.
[[nodiscard]] QByteArray encryptMessage(QByteArrayView json);

/// Decrypts one binary frame and cuts it at the first NUL. Empty optional when the length is not a
/// positive multiple of 16. Says nothing about whether the result is JSON.
[[nodiscard]] std::optional<QByteArray> decryptMessage(QByteArrayView frame);

} // namespace outlet::protocol
