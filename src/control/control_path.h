// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace outlet {

/// The data folder when no other is given: ~/.local/share/outlet on Linux (XDG_DATA_HOME is
/// respected), %LOCALAPPDATA%/Outlet on Windows, or there that of a portable copy. Not made by this
/// function.
[[nodiscard]] QString defaultDataDir();

/// The data folder of a portable copy: "data" beside the program, when a file named "portable" lies
/// in the program's folder \a programDir. Empty for an installed one.
[[nodiscard]] QString portableDataDir(const QString &programDir);

/// \a dataDir made absolute and clean; an empty text becomes defaultDataDir().
[[nodiscard]] QString absoluteDataDir(const QString &dataDir);

/// 16 hex digits that stand for a data folder in names that must be short. Symbolic links in the
/// path don't matter once the folder exists.
[[nodiscard]] QString dataDirHash(const QString &dataDir);

/// Names for QLocalServer and QLocalSocket at which the program of a data folder may be reached, in
/// the order in which both sides try them. One folder has one running program, so the first that
/// answers is the right one. On Unix: control.sock in the data folder, unless that path is too long
/// for a socket; then a name of its own in XDG_RUNTIME_DIR, then one in a private folder under the
/// folder for temporary files.
[[nodiscard]] QStringList controlSocketNames(const QString &dataDir);

/// Makes the folder of a socket name where that is ours to make, and says whether only this user
/// can put a socket there or take one away. Always true for a name that is not a path.
[[nodiscard]] bool makeControlSocketFolder(const QString &socketName, const QString &dataDir);

/// Whether a socket of that name can be trusted to be this user's. False for one in a folder that
/// somebody else made.
[[nodiscard]] bool isControlSocketTrusted(const QString &socketName, const QString &dataDir);

} // namespace outlet
