// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/transfer_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

namespace outlet {

namespace {

constexpr qint64 kPiece = 256 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

/// What a file is by its first bytes, when it is no text.
QString notText(const QByteArray &start)
{
    if (start.startsWith("PK\x03\x04") || start.startsWith("\xD0\xCF\x11\xE0"))
        return tr("This is a spreadsheet or an archive, not a text file. Save the sheet as CSV and "
                  "choose that file.");
    if (start.startsWith("SQLite format 3"))
        return tr("This is a database. To bring an Outlet backup back, use Restore.");
    if (start.startsWith("\x1F\x8B"))
        return tr("This file is compressed. Unpack it and choose the file inside.");
    if (start.startsWith("%PDF"))
        return tr("This is a PDF. Export the data as CSV and choose that file.");
    return {};
}

} // namespace

TransferText::TransferText(const QString &path)
    : m_file(path)
{
}

Result<std::shared_ptr<TransferText>, QString> TransferText::open(const QString &path)
{
    std::shared_ptr<TransferText> text(new TransferText(path));
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return tr("%1 is not a file.").arg(QDir::toNativeSeparators(path));
    if (!text->m_file.open(QIODevice::ReadOnly))
        return tr("%1 can't be read: %2.")
            .arg(QDir::toNativeSeparators(path), text->m_file.errorString());
    if (text->m_file.size() == 0)
        return tr("This file is empty.");
    if (const QString fault = text->detect(); !fault.isEmpty())
        return fault;
    text->rewind();
    return text;
}

QString TransferText::detect()
{
    const QByteArray start = m_file.peek(kPiece);
    if (const QString fault = notText(start); !fault.isEmpty())
        return fault;
    if (const auto marked = QStringConverter::encodingForData(start)) {
        m_encoding = *marked;
        m_markLength =
            *marked == QStringConverter::Utf8                                              ? 3
            : *marked == QStringConverter::Utf16LE || *marked == QStringConverter::Utf16BE ? 2
                                                                                           : 4;
        return {};
    }
    qsizetype zeros[2] = {0, 0}; // at even and odd places
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (start.at(i) == '\0')
            ++zeros[i % 2];
    }
    const qsizetype half = start.size() / 2;
    // Western text in UTF-16 has a zero in every other place.
    if (zeros[1] > half / 2 && zeros[0] < half / 10)
        m_encoding = QStringConverter::Utf16LE;
    else if (zeros[0] > half / 2 && zeros[1] < half / 10)
        m_encoding = QStringConverter::Utf16BE;
    else if (zeros[0] + zeros[1] > start.size() / 50)
        return tr("This is not a text file. Choose a CSV or JSON file.");
    else {
        QStringDecoder decoder(QStringConverter::Utf8);
        const QString decoded = decoder.decode(start);
        Q_UNUSED(decoded)
        m_encoding = decoder.hasError() ? QStringConverter::Latin1 : QStringConverter::Utf8;
    }
    return {};
}

void TransferText::rewind()
{
    m_file.seek(m_markLength);
    m_decoder = QStringDecoder(m_encoding);
}

QString TransferText::next()
{
    QString piece;
    while (piece.isEmpty()) {
        const QByteArray bytes = m_file.read(kPiece);
        if (bytes.isEmpty())
            break;
        piece = m_decoder.decode(bytes);
    }
    return piece;
}

QString TransferText::encodingName() const
{
    switch (m_encoding) {
    case QStringConverter::Utf8:
        return QStringLiteral("UTF-8");
    case QStringConverter::Latin1:
        return QStringLiteral("Latin-1");
    case QStringConverter::Utf32:
    case QStringConverter::Utf32LE:
    case QStringConverter::Utf32BE:
        return QStringLiteral("UTF-32");
    default:
        return QStringLiteral("UTF-16");
    }
}

QString TransferText::problem() const
{
    return m_file.error() == QFileDevice::NoError ? QString() : m_file.errorString();
}

} // namespace outlet
