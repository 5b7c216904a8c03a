// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTranslator>

namespace outlet {

/// The plurals of the source language: "%n outlet(s)" becomes "%n outlet" or "%n outlets". Stands
/// in where there is no translation, so that the source text is never shown with its "(s)".
class EnglishPlurals : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *sourceText,
                                    const char *disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace outlet
