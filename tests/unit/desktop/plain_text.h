// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace outlet {

/// A text with common spaces and hyphens: those that do not break tie numbers to their units, and
/// some versions of Qt's locales write one before AM and PM. Tests need not know.
[[nodiscard]] inline QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ')
        .replace(QChar(0x202f), u' ')
        .replace(QChar(0x2011), u'-');
}

} // namespace outlet
