// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace outlet {

/// A firewall of this computer that outlets may have to be let through.
enum class Firewall { Ufw, Firewalld, Windows };

/// Its name, not translated: "ufw".
[[nodiscard]] QString firewallName(Firewall firewall);

/// The commands that let outlets in, to be run with an administrator's rights: to TCP \a port from
/// \a subnet ("192.168.1.0/24"; empty = the local networks), and their announces to UDP 18266.
[[nodiscard]] QStringList firewallCommands(Firewall firewall, quint16 port, const QString &subnet);

/// The firewalls that are switched on, as far as an ordinary user can see. Reads a few small files
/// (on Windows, the registry): not for the main thread. \a root is the root folder, for tests.
[[nodiscard]] QList<Firewall> activeFirewalls(const QString &root = QStringLiteral("/"));

/// The firewalls that this system may have, the likeliest first: for help when none was seen.
[[nodiscard]] QList<Firewall> usualFirewalls();

/// The commands for every firewall of \a on, or where none was seen for each that this system may
/// have; each under its name where there are several.
[[nodiscard]] QStringList firewallLines(const QList<Firewall> &on, quint16 port,
                                        const QString &subnet);

} // namespace outlet
