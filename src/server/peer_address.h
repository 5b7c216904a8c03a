// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QPair>
#include <QtNetwork/QHostAddress>

namespace outlet {

/// An IPv4 address that came in through an IPv6 socket (::ffff:a.b.c.d) as what it is; any other
/// address unchanged.
[[nodiscard]] QHostAddress normalizedPeer(const QHostAddress &peer);

/// True for peers that may be outlets: loopback, private (RFC 1918), link-local (169.254/16,
/// fe80::/10) and IPv6 unique local addresses (fc00::/7), and those in \a extraSubnets. The key of
/// the outlets' cipher is public and nobody authenticates, so the port must never serve the
/// internet (protocol.md section 7.5).
[[nodiscard]] bool isAdmissiblePeer(const QHostAddress &peer,
                                    const QList<QPair<QHostAddress, int>> &extraSubnets);

} // namespace outlet
