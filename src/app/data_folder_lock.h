// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <memory>

class QLockFile;

namespace outlet {

/// Sees to it that one program at a time uses a data folder. The lock of a program that was killed
/// is recognised and taken over.
class DataFolderLock
{
public:
    enum class Result {
        Taken,
        InUse,       ///< by another program; see error()
        Unusable,    ///< the folder can't be made, or is none; see error()
        NotLockable, ///< the folder can't be written: whoever uses it changes nothing in it
    };

    DataFolderLock();
    ~DataFolderLock();
    Q_DISABLE_COPY_MOVE(DataFolderLock)

    /// Makes the folder, closed to others, if need be, and locks it.
    [[nodiscard]] Result take(const QString &dataDir);
    void release();
    /// What is in the way and what to do, for the user.
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] bool makeFolder(const QString &dataDir);

    std::unique_ptr<QLockFile> m_file;
    QString m_error;
};

} // namespace outlet
