// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTemporaryDir>
#include <memory>
#include <optional>

#include "base/result.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Where the rows of a file wait, sorted, until they are taken over or dropped: a scratch database
/// beside the history's file, gone with this object. Each thread that works on it opens a
/// connection of its own.
class ImportStage
{
public:
    /// In \a folder; the error is a sentence.
    [[nodiscard]] static Result<std::shared_ptr<ImportStage>, QString> make(const QString &folder);
    /// Removes what killed processes left in \a folder; not what belongs to this one.
    static void removeLeftovers(const QString &folder);

    /// Opens \a connection to it, fast and without safety: it is worth nothing after a crash.
    [[nodiscard]] SqlOutcome open(SqlConnection &connection) const;

private:
    explicit ImportStage(const QString &folder);
    [[nodiscard]] QString path() const;

    QTemporaryDir m_folder;
};

} // namespace outlet
