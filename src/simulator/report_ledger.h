// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

namespace outlet {

/// One energy report that an outlet sent over a connection that was up.
struct LedgerEntry
{
    QString id;
    qint64 sequence = 0; ///< counts the outlet's reports from 1
    qint64 joules = 0;
    qint64 seconds = 0;
    qint64 utcMs = 0; ///< simulated time of sending
};

/// What one outlet has reported in all.
struct LedgerTotal
{
    qint64 reports = 0;
    qint64 joules = 0;
    qint64 seconds = 0;
};

/// The truth about sent energy reports, against which a server's books can be checked. A report in
/// flight when a connection breaks may be here and not there; never the other way round.
class ReportLedger
{
public:
    /// Writes a report down and returns the entry, numbered.
    const LedgerEntry &add(const QString &id, qint64 joules, qint64 seconds, qint64 utcMs);

    /// All entries in the order of sending.
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }
    /// The sum of one outlet's reports; zeros for an unknown id.
    [[nodiscard]] LedgerTotal total(const QString &id) const { return m_totals.value(id); }
    /// The sum of everything.
    [[nodiscard]] LedgerTotal total() const { return m_total; }

private:
    QList<LedgerEntry> m_entries;
    QHash<QString, LedgerTotal> m_totals;
    LedgerTotal m_total;
};

/// One line of JSON, without the line break: id, sequence, joules, seconds, utcMs.
[[nodiscard]] QByteArray toJsonLine(const LedgerEntry &entry);

} // namespace outlet
