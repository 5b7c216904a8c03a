// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLoggingCategory>
#include <QtCore/QString>

namespace outlet {

// One category per room that logs. Accounts, passwords and tokens never go to any of them.
Q_DECLARE_LOGGING_CATEGORY(lcServer)
Q_DECLARE_LOGGING_CATEGORY(lcOutlets)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcHistory)
Q_DECLARE_LOGGING_CATEGORY(lcSimulator)
Q_DECLARE_LOGGING_CATEGORY(lcControl)
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcDesktop)

/// Hostile text made fit for one log line: control characters and non-ASCII are escaped, quotes and
/// backslashes too, and the result is cut to \a maxChars with an ellipsis (protocol.md section 8).
[[nodiscard]] QString escapedForLog(QStringView text, qsizetype maxChars = 200);

} // namespace outlet
