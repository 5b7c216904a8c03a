// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFile>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>
#include <memory>

#include "base/result.h"

namespace outlet {

/// The text of a file somebody else wrote, piece by piece, whatever it is encoded in: UTF-8 or
/// UTF-16 with or without a mark, or Latin-1. For one thread.
class TransferText
{
public:
    /// Opens the file and finds out its encoding; the error is a sentence. A file that is no text
    /// (a spreadsheet, a database, an archive) is refused with what to do.
    [[nodiscard]] static Result<std::shared_ptr<TransferText>, QString> open(const QString &path);

    /// The next piece; empty at the end, or when the file can't be read any further.
    [[nodiscard]] QString next();
    /// Begins anew.
    void rewind();

    /// "UTF-8", "UTF-16" or "Latin-1".
    [[nodiscard]] QString encodingName() const;
    [[nodiscard]] qint64 bytesRead() const { return m_file.pos(); }
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    /// Why next() ended before the end; empty = it did not.
    [[nodiscard]] QString problem() const;

private:
    explicit TransferText(const QString &path);
    [[nodiscard]] QString detect();

    QFile m_file;
    QStringConverter::Encoding m_encoding = QStringConverter::Utf8;
    QStringDecoder m_decoder;
    qint64 m_markLength = 0;
};

} // namespace outlet
