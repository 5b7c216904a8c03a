// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QtGlobal>
#include <optional>

namespace outlet {

/// The program that listens on a TCP port.
struct PortHolder
{
    QString program; ///< as the system calls it, e.g. "nginx"
    qint64 pid = 0;
    bool isOutlet = false; ///< another outlet or outletd
};

/// Who listens on \a port of this computer; empty when nobody does or it can't be known (another
/// user's program, or a system other than Linux). Reads /proc: not for the main thread of a running
/// program. Thread-safe.
[[nodiscard]] std::optional<PortHolder> findPortHolder(quint16 port);

} // namespace outlet
