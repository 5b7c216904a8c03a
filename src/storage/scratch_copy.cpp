// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/scratch_copy.h"

#include <QtCore/QFile>

#include "storage/file_set.h"

namespace outlet {

ScratchCopy::ScratchCopy(const QString &original)
{
    if (!m_folder.isValid() || !QFile::copy(original, path()))
        return;
    m_isWhole =
        !QFile::exists(walPath(original)) || QFile::copy(walPath(original), walPath(path()));
    // Rights were copied too, and the original may be read-only.
    for (const QString &file : {path(), walPath(path())}) {
        if (QFile::exists(file))
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    }
}

QString ScratchCopy::path() const
{
    return m_folder.filePath(QStringLiteral("copy.sqlite"));
}

} // namespace outlet
