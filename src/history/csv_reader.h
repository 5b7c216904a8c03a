// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <functional>
#include <optional>

#include "history/transfer_record.h"

namespace outlet {

/// Takes CSV apart (RFC 4180, and what is found in the wild: any line end, blanks around quotes, a
/// quote within a cell). Holds one piece of text and one row, however long lines are.
class CsvReader
{
public:
    /// Gives the next piece of text; an empty one is the end.
    using Source = std::function<QString()>;

    CsvReader(Source source, QChar delimiter);

    /// The next row that is not empty; none at the end.
    [[nodiscard]] std::optional<TransferRecord> next();

private:
    [[nodiscard]] bool fill();
    [[nodiscard]] std::optional<QChar> peek();
    void countLine(QChar c);
    void readQuoted(QString &cell, qsizetype &length, TransferRecord &record);
    void skipLine();

    Source m_source;
    QChar m_delimiter;
    QString m_text;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    bool m_wasReturn = false;
};

} // namespace outlet
