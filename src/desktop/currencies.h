// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace outlet {

/// The currencies to choose from. Functions without state.
class Currencies
{
    Q_DECLARE_TR_FUNCTIONS(outlet::Currencies)
public:
    /// ISO 4217 codes of all currencies that some locale uses; the widespread ones first, then by
    /// the alphabet.
    [[nodiscard]] static QStringList codes();
    /// "US dollar, $"; the code alone for currencies that have no name here.
    [[nodiscard]] static QString label(const QString &code);
    /// "System (US dollar, $)", for the locale's.
    [[nodiscard]] static QString systemLabel();
};

} // namespace outlet
