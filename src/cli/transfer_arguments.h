// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

class QCommandLineParser;

namespace outlet {

struct CliRequest;

/// Reads what follows "export": [OUTLET|all] FILE and options. Returns the mistake, or an empty
/// text.
[[nodiscard]] QString takeExport(const QStringList &operands, const QCommandLineParser &parser,
                                 CliRequest &request);

/// Reads what follows "import": FILE and options, --undo ID or --list.
[[nodiscard]] QString takeImport(const QStringList &operands, const QCommandLineParser &parser,
                                 CliRequest &request);

/// Reads what follows "merge": OLD NEW and options, --undo ID or --list.
[[nodiscard]] QString takeMerge(const QStringList &operands, const QCommandLineParser &parser,
                                CliRequest &request);

} // namespace outlet
