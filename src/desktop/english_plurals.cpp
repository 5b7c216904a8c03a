// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/english_plurals.h"

namespace outlet {

QString EnglishPlurals::translate(const char *, const char *sourceText, const char *, int n) const
{
    if (n < 0)
        return {}; // no plural is asked for; the source text does
    QString text = QString::fromUtf8(sourceText);
    if (!text.contains(u"(s)"))
        return {};
    return text.replace(QStringLiteral("(s)"), n == 1 ? QString() : QStringLiteral("s"));
}

} // namespace outlet
