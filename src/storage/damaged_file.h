// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include "storage/scratch_copy.h"
#include "storage/sql_connection.h"

namespace outlet {

/// A damaged file opened for reading what is left of it: a copy, so that the file stays as it is
/// byte for byte, or the file itself without its log where there is no room for a copy. Blocks;
/// used on one thread.
class DamagedFile
{
public:
    explicit DamagedFile(const QString &path);

    /// False when nothing of it can be read.
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }
    [[nodiscard]] SqlConnection &connection() { return m_connection; }

private:
    ScratchCopy m_copy;
    SqlConnection m_connection; // declared after the copy: closed before that is removed
};

} // namespace outlet
