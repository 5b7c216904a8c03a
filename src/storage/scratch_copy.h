// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QTemporaryDir>

namespace outlet {

/// A copy of a SQLite file and its log in a private temporary folder, gone with this object:
/// SQLite may write its side files there, and the original keeps every byte.
class ScratchCopy
{
public:
    explicit ScratchCopy(const QString &original);

    /// False when there was no room for it or the original can't be read.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] QString path() const;

private:
    QTemporaryDir m_folder;
    bool m_isWhole = false;
};

} // namespace outlet
