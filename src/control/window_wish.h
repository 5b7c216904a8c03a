// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <optional>

namespace outlet {

/// What somebody who starts the desktop app, for the first or a second time, wants of the window.
struct WindowWish
{
    enum Kind {
        Show,
        AskTurnAllOff, ///< and ask which outlets to turn off
        Import,        ///< and show what importing a file would do
    };

    WindowWish(Kind kindOfWish = Show)
        : kind(kindOfWish)
    {
    }
    /// Shows what importing the file at \a path, which is absolute, would do.
    [[nodiscard]] static WindowWish importOf(const QString &path);

    /// The arguments of a request to raise the window.
    [[nodiscard]] QJsonObject toArguments() const;
    /// The wish in such arguments, which may come from anybody; empty when they make no sense.
    [[nodiscard]] static std::optional<WindowWish> fromArguments(const QJsonObject &arguments);

    friend bool operator==(const WindowWish &, const WindowWish &) = default;

    Kind kind = Show;
    QString file; ///< for Import: an absolute path
};

} // namespace outlet
