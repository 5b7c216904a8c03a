// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <memory>
#include <optional>

#include "base/result.h"
#include "history/transfer_record.h"
#include "history/transfer_text.h"

namespace outlet {

class CsvReader;
class JsonRows;

/// A file that is read row by row, and what was found out about its form. For one thread.
class ImportFile
{
public:
    enum class Kind { Csv, Json };

    /// Opens it and looks at its beginning; the error is a sentence.
    [[nodiscard]] static Result<std::shared_ptr<ImportFile>, QString> open(const QString &path);
    ~ImportFile();
    Q_DISABLE_COPY_MOVE(ImportFile)

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString encodingName() const { return m_text->encodingName(); }
    /// Names of the columns: the head's, or "Column 1" and so on where there is none.
    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    [[nodiscard]] bool hasHead() const { return m_hasHead; }
    [[nodiscard]] QChar delimiter() const { return m_delimiter; }
    [[nodiscard]] bool isDecimalComma() const { return m_isDecimalComma; }
    /// The first rows after the head, as many as were looked at; faults included.
    [[nodiscard]] const QList<TransferRecord> &sample() const { return m_sample; }

    /// The next row after the head, from the first one on.
    [[nodiscard]] std::optional<TransferRecord> next();
    [[nodiscard]] qint64 bytesRead() const { return m_text->bytesRead(); }
    [[nodiscard]] qint64 size() const { return m_text->size(); }
    /// Why reading ended before the end of the file; empty = it did not.
    [[nodiscard]] QString problem() const { return m_text->problem(); }

private:
    explicit ImportFile(std::shared_ptr<TransferText> text);
    void findForm();
    void findDelimiter(const QString &start);
    void begin();
    [[nodiscard]] std::optional<TransferRecord> nextRecord();

    std::shared_ptr<TransferText> m_text;
    Kind m_kind = Kind::Csv;
    QChar m_delimiter = u',';
    bool m_hasHead = true;
    bool m_isDecimalComma = false;
    QStringList m_columns;
    QList<TransferRecord> m_sample;
    std::unique_ptr<CsvReader> m_csv;
    std::unique_ptr<JsonRows> m_json;
};

} // namespace outlet
