// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include "protocol/decoder.h"

namespace outlet::test {

/// One case of a file in tests/data/protocol.
struct Vector
{
    QString name;
    QJsonObject all;

    [[nodiscard]] QJsonObject expected() const;
};

/// All cases of the file; ends the test program when it can't be read or has fewer than \a atLeast.
[[nodiscard]] QList<Vector> loadVectors(const QString &file, int atLeast);

/// The bytes that a case of malformed.json describes by "payload", "payload_hex" or "payload_rule";
/// ends the test program for a rule that it does not know.
[[nodiscard]] QByteArray payloadOf(const QJsonObject &input);

/// The message of a result; ends the test program when the frame was ignored.
[[nodiscard]] const protocol::Message &messageOf(const protocol::DecodeResult &result);

} // namespace outlet::test
