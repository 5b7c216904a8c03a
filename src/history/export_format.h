// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include "history/export_plan.h"

namespace outlet {

/// Writes the rows of an export as text: CSV with its units in the head, or JSON with one row a
/// line. Times are local with their offset; what is not known is empty or null, never 0; texts that
/// a spreadsheet would execute are kept texts. A value class, for any thread.
class ExportFormat
{
public:
    /// \a plan must outlive the format.
    explicit ExportFormat(const ExportPlan &plan);

    /// What stands before, between (JSON) and after the rows.
    [[nodiscard]] QByteArray head() const;
    [[nodiscard]] QByteArray row(const ExportRow &row, bool isFirst) const;
    [[nodiscard]] QByteArray tail() const;

    /// The head's column names, and a row's cells as they stand in the file, without quotes.
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] QStringList cells(const ExportRow &row) const;
    /// How many of the columns, from the first, say the essential: those that a preview shows.
    [[nodiscard]] qsizetype mainColumns() const;

private:
    [[nodiscard]] QByteArray jsonRow(const ExportRow &row) const;
    [[nodiscard]] QString time(qint64 utcMs) const;
    [[nodiscard]] QString number(double value, int least, int most) const;
    [[nodiscard]] bool isReadings() const
    {
        return m_plan.resolution == ExportPlan::Resolution::Readings;
    }

    const ExportPlan &m_plan;
};

/// The word of a resolution in a file: "reading", "5min", "hour", "day".
[[nodiscard]] QString resolutionWord(ExportPlan::Resolution resolution);

} // namespace outlet
