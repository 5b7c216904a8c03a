// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "malformed_cases.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace outlet::test {

namespace {

QJsonArray allCases()
{
    QFile file(QStringLiteral(OUTLET_TEST_DATA "/protocol/malformed.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no malformed.json");
    return QJsonDocument::fromJson(file.readAll()).array();
}

} // namespace

QJsonObject malformedCase(const char *name)
{
    const QJsonArray cases = allCases();
    for (const auto &each : cases) {
        if (each.toObject().value(QStringLiteral("name")).toString() == QLatin1StringView(name))
            return each.toObject();
    }
    qFatal("no case %s", name);
    return {};
}

QStringList malformedNames(const char *layer)
{
    QStringList names;
    const QJsonArray cases = allCases();
    for (const auto &each : cases) {
        const QJsonObject all = each.toObject();
        if (all.value(QStringLiteral("layer")).toString() == QLatin1StringView(layer))
            names += all.value(QStringLiteral("name")).toString();
    }
    return names;
}

} // namespace outlet::test
