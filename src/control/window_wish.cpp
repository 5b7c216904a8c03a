// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/window_wish.h"

#include <QtCore/QDir>

namespace outlet {

namespace {

constexpr QLatin1StringView kAsk("ask");
constexpr QLatin1StringView kFile("file");
constexpr QLatin1StringView kTurnAllOff("turnAllOff");
constexpr QLatin1StringView kImport("import");

} // namespace

WindowWish WindowWish::importOf(const QString &path)
{
    WindowWish wish(Import);
    wish.file = path;
    return wish;
}

QJsonObject WindowWish::toArguments() const
{
    switch (kind) {
    case Show:
        break;
    case AskTurnAllOff:
        return {{kAsk, kTurnAllOff}};
    case Import:
        return {{kAsk, kImport}, {kFile, file}};
    }
    return {};
}

std::optional<WindowWish> WindowWish::fromArguments(const QJsonObject &arguments)
{
    const QString ask = arguments.value(kAsk).toString();
    const QString file = arguments.value(kFile).toString();
    if (ask.isEmpty())
        return WindowWish(Show);
    if (ask == kTurnAllOff)
        return WindowWish(AskTurnAllOff);
    // Whose folder a relative path would be relative to, nobody knows.
    if (ask == kImport && QDir::isAbsolutePath(file))
        return importOf(file);
    return std::nullopt;
}

} // namespace outlet
