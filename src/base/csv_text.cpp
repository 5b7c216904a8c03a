// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/csv_text.h"

namespace outlet {

bool isFormulaCell(QStringView text)
{
    static const QString starts = QStringLiteral("=+-@\t\r\n");
    return !text.isEmpty() && starts.contains(text.front());
}

/// Also a text that looks guarded already, so that taking the guard away gives the same text.
static bool needsGuard(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.mid(1);
    return isFormulaCell(text);
}

QString csvTextCell(const QString &text)
{
    QString cell = text;
    if (needsGuard(cell))
        cell.prepend(u'\'');
    return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString withoutCsvGuard(const QString &text)
{
    return text.startsWith(u'\'') && needsGuard(text) ? text.mid(1) : text;
}

} // namespace outlet
