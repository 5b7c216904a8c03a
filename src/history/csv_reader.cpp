// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/csv_reader.h"

#include <QtCore/QCoreApplication>

namespace outlet {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

} // namespace

CsvReader::CsvReader(Source source, QChar delimiter)
    : m_source(std::move(source))
    , m_delimiter(delimiter)
{
}

bool CsvReader::fill()
{
    if (m_at < m_text.size())
        return true;
    m_text = m_source();
    m_at = 0;
    return !m_text.isEmpty();
}

std::optional<QChar> CsvReader::peek()
{
    if (!fill())
        return std::nullopt;
    return m_text.at(m_at);
}

/// "\r\n" is one line end, also when it lies in two pieces.
void CsvReader::countLine(QChar c)
{
    if (c == u'\r' || (c == u'\n' && !m_wasReturn))
        ++m_line;
    m_wasReturn = c == u'\r';
}

std::optional<TransferRecord> CsvReader::next()
{
    // Line ends between rows, with the second half of the last one.
    while (const auto c = peek()) {
        if (!isLineEnd(*c))
            break;
        countLine(*c);
        ++m_at;
    }
    if (!peek())
        return std::nullopt;
    m_wasReturn = false;
    TransferRecord record;
    record.line = m_line;
    QString cell;
    qsizetype length = 0;
    bool wasQuoted = false;
    const auto endCell = [&] {
        record.cells.append(wasQuoted ? cell : cell.trimmed());
        cell.clear();
        wasQuoted = false;
        if (record.cells.size() > kMostCells && record.fault.isEmpty())
            record.fault = tr("It has more than %1 columns.").arg(kMostCells);
    };
    while (record.fault.isEmpty()) {
        const auto c = peek();
        if (!c || isLineEnd(*c))
            break;
        if (*c == m_delimiter) {
            ++m_at;
            endCell();
            ++length;
        } else if (*c == u' ' && !wasQuoted && cell.isEmpty()) {
            ++m_at;
            ++length;
        } else if (*c == u'"' && !wasQuoted && cell.isEmpty()) {
            ++m_at;
            wasQuoted = true;
            readQuoted(cell, length, record);
        } else {
            // As far as the piece goes at once.
            const qsizetype from = m_at;
            while (m_at < m_text.size() && m_text.at(m_at) != m_delimiter &&
                   !isLineEnd(m_text.at(m_at)) && m_at - from < kLongestRecord)
                ++m_at;
            const QStringView part = QStringView(m_text).mid(from, m_at - from);
            length += part.size();
            // After a closing quote only blanks are expected; what else is there stays visible.
            if (!wasQuoted || !part.trimmed().isEmpty())
                cell += part;
        }
        if (length > kLongestRecord && record.fault.isEmpty())
            record.fault = tr("It is longer than 65,536 characters.");
    }
    endCell();
    if (!record.fault.isEmpty()) {
        record.cells.clear();
        skipLine();
    }
    record.lastLine = m_line;
    for (const QString &one : std::as_const(record.cells)) {
        if (one.contains(QChar(0)))
            record.fault = tr("It holds NUL bytes: the file is damaged there.");
        else if (one.contains(QChar(QChar::ReplacementCharacter)))
            record.fault = tr("Its letters can't be read: the file is damaged there, or in more "
                              "than one encoding.");
    }
    return record;
}

void CsvReader::readQuoted(QString &cell, qsizetype &length, TransferRecord &record)
{
    while (const auto c = peek()) {
        ++m_at;
        if (*c == u'"') {
            if (peek() != u'"')
                return;
            ++m_at;
        } else {
            if (isLineEnd(*c))
                countLine(*c);
            else
                m_wasReturn = false;
        }
        cell += *c;
        if (++length > kLongestRecord)
            break;
    }
    record.fault = tr("A quote is opened and not closed.");
}

void CsvReader::skipLine()
{
    while (const auto c = peek()) {
        if (isLineEnd(*c))
            return;
        ++m_at;
    }
}

} // namespace outlet
