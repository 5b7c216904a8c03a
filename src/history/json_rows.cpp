// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/json_rows.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

namespace outlet {

namespace {

constexpr qsizetype kDeepest = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble()) {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return double(whole) == number ? QString::number(whole) : QString::number(number, 'g', 17);
    }
    return {};
}

} // namespace

JsonRows::JsonRows(Source source)
    : m_source(std::move(source))
{
}

std::optional<QChar> JsonRows::take()
{
    if (m_at >= m_text.size()) {
        m_text = m_source();
        m_at = 0;
        if (m_text.isEmpty())
            return std::nullopt;
    }
    const QChar c = m_text.at(m_at++);
    if (c == u'\n')
        ++m_line;
    return c;
}

std::optional<TransferRecord> JsonRows::next()
{
    const auto over = [this](const QString &fault) {
        m_isOver = true;
        return TransferRecord{m_line, m_line, {}, fault};
    };
    while (!m_isOver) {
        const auto c = take();
        if (!c) {
            if (m_open.isEmpty() && !m_isInText)
                break;
            return over(tr("The file ends in the middle: something is missing."));
        }
        if (m_isInText) {
            if (m_isEscaped)
                m_isEscaped = false;
            else if (*c == u'\\')
                m_isEscaped = true;
            else if (*c == u'"')
                m_isInText = false;
        } else if (*c == u'"') {
            m_isInText = true;
        } else if (*c == u'{' && m_open.endsWith(u'[')) {
            return readObject();
        } else if (*c == u'{' || *c == u'[') {
            if (m_open.size() >= kDeepest)
                return over(tr("The file is nested too deeply to be a table."));
            m_open += *c;
        } else if (*c == u'}' || *c == u']') {
            if (!m_open.endsWith(*c == u'}' ? u'{' : u'['))
                return over(tr("A bracket is closed that was not opened: the rest of the file "
                               "can't be read."));
            m_open.chop(1);
        }
    }
    m_isOver = true;
    return std::nullopt;
}

TransferRecord JsonRows::readObject()
{
    TransferRecord record;
    record.line = m_line;
    QString text(u'{');
    int depth = 1;
    bool isInText = false;
    bool isEscaped = false;
    while (depth > 0) {
        const auto c = take();
        if (!c) {
            m_isOver = true;
            record.fault = tr("The file ends in the middle: something is missing.");
            break;
        }
        if (text.size() <= kLongestRecord)
            text += *c;
        if (isInText) {
            if (isEscaped)
                isEscaped = false;
            else if (*c == u'\\')
                isEscaped = true;
            else if (*c == u'"')
                isInText = false;
        } else if (*c == u'"') {
            isInText = true;
        } else if (*c == u'{' || *c == u'[') {
            ++depth;
        } else if (*c == u'}' || *c == u']') {
            --depth;
        }
    }
    record.lastLine = m_line;
    if (!record.fault.isEmpty())
        return record;
    if (text.size() > kLongestRecord) {
        record.fault = tr("It is longer than 65,536 characters.");
        return record;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        record.fault = tr("It is not JSON: %1.").arg(error.errorString());
    else
        fillCells(document.object(), record);
    return record;
}

void JsonRows::fillCells(const QJsonObject &object, TransferRecord &record)
{
    if (object.size() > kMostCells) {
        record.fault = tr("It has more than %1 columns.").arg(kMostCells);
        return;
    }
    if (m_columns.isEmpty())
        m_columns = object.keys();
    for (const QString &column : std::as_const(m_columns)) {
        record.cells.append(textOf(object.value(column)));
        if (record.cells.constLast().contains(QChar(0)))
            record.fault = tr("It holds NUL bytes: the file is damaged there.");
    }
}

} // namespace outlet
