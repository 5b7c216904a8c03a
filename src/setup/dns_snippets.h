// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace outlet {

/// Lines for DNS servers at home that lead the outlets' host names to this computer
/// (protocol.md section 7, router DNS). Pure functions.
class DnsSnippets
{
public:
    struct Kind
    {
        QString key;
        QString label; ///< a product's name, not translated
    };

    /// In the order in which they are offered.
    [[nodiscard]] static QList<Kind> kinds();
    /// The host names that outlets ask for.
    [[nodiscard]] static QStringList names();
    /// The lines for \a kind; empty for an unknown kind or without an address.
    [[nodiscard]] static QString lines(const QString &kind, const QString &address);
};

} // namespace outlet
