// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "vectors.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace outlet::test {

QJsonObject Vector::expected() const
{
    return all.value(QStringLiteral("expected")).toObject();
}

QList<Vector> loadVectors(const QString &name, int atLeast)
{
    QFile file(QStringLiteral(OUTLET_TEST_DATA "/protocol/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Can't read %s", qPrintable(file.fileName()));
    QList<Vector> vectors;
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto &entry : cases) {
        const QJsonObject object = entry.toObject();
        vectors.append({object.value(QStringLiteral("name")).toString(), object});
    }
    if (vectors.size() < atLeast)
        qFatal("%s has only %d cases", qPrintable(name), static_cast<int>(vectors.size()));
    return vectors;
}

QByteArray payloadOf(const QJsonObject &input)
{
    if (input.contains(QStringLiteral("payload")))
        return input.value(QStringLiteral("payload")).toString().toUtf8();
    if (input.contains(QStringLiteral("payload_hex"))) {
        const QString hex = input.value(QStringLiteral("payload_hex")).toString();
        return QByteArray::fromHex(hex.toLatin1());
    }
    const QString rule = input.value(QStringLiteral("payload_rule")).toString();
    if (rule == QStringLiteral("\"[\" x 100000"))
        return QByteArray(100'000, '[');
    if (rule == QStringLiteral("{\"uri\":\"/\" + 60000 x \"a\"}"))
        return "{\"uri\":\"/" + QByteArray(60'000, 'a') + "\"}";
    if (rule == QStringLiteral("{\"uri\":\"/ka\",\"x\":\"a x 1048576\"}"))
        return "{\"uri\":\"/ka\",\"x\":\"" + QByteArray(1'048'576, 'a') + "\"}";
    qFatal("Unknown payload rule: %s", qPrintable(rule));
    return {};
}

const protocol::Message &messageOf(const protocol::DecodeResult &result)
{
    const auto *decoded = std::get_if<protocol::Decoded>(&result);
    if (!decoded)
        qFatal("The frame was ignored: %s",
               qPrintable(protocol::ignoreReasonName(std::get<protocol::Ignored>(result).reason)));
    return decoded->message;
}

} // namespace outlet::test
