// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/report_ledger.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace outlet {

const LedgerEntry &ReportLedger::add(const QString &id, qint64 joules, qint64 seconds, qint64 utcMs)
{
    LedgerTotal &own = m_totals[id];
    for (LedgerTotal *total : {&own, &m_total}) {
        ++total->reports;
        total->joules += joules;
        total->seconds += seconds;
    }
    m_entries.append(LedgerEntry{id, own.reports, joules, seconds, utcMs});
    return m_entries.constLast();
}

QByteArray toJsonLine(const LedgerEntry &entry)
{
    const QJsonObject object{{QStringLiteral("id"), entry.id},
                             {QStringLiteral("sequence"), entry.sequence},
                             {QStringLiteral("joules"), entry.joules},
                             {QStringLiteral("seconds"), entry.seconds},
                             {QStringLiteral("utcMs"), entry.utcMs}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace outlet
