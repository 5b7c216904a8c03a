// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_file.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <algorithm>

#include "base/csv_text.h"
#include "history/csv_reader.h"
#include "history/json_rows.h"

namespace outlet {

namespace {

constexpr qsizetype kSampled = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("Import", text);
}

/// How well \a delimiter cuts this text: the cells of a row that most of the first rows have.
qsizetype fitOf(const QString &start, QChar delimiter)
{
    QString text = start;
    CsvReader reader([&text] { return std::exchange(text, QString()); }, delimiter);
    QHash<qsizetype, int> counts;
    constexpr int most = 40;
    int rows = 0;
    while (rows < most) {
        const auto record = reader.next();
        if (!record)
            break;
        ++rows;
        ++counts[record->cells.size()];
    }
    qsizetype cells = 0;
    int often = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > often || (it.value() == often && it.key() > cells)) {
            often = it.value();
            cells = it.key();
        }
    }
    return cells < 2 ? 0 : cells * often;
}

/// The mark between whole numbers and decimals, as the cells that are numbers have it.
bool hasDecimalCommas(const QList<TransferRecord> &rows)
{
    static const QRegularExpression comma(QStringLiteral("\\A[+-]?[0-9.]+,[0-9]+\\z"));
    static const QRegularExpression point(QStringLiteral("\\A[+-]?[0-9]+\\.[0-9]+\\z"));
    int commas = 0;
    int points = 0;
    for (const TransferRecord &row : rows) {
        for (const QString &cell : row.cells) {
            commas += comma.match(cell).hasMatch() ? 1 : 0;
            points += point.match(cell).hasMatch() ? 1 : 0;
        }
    }
    return commas > points;
}

/// A head has no cell that begins like a number or a time.
bool looksLikeHead(const QStringList &cells)
{
    return std::none_of(cells.cbegin(), cells.cend(), [](const QString &cell) {
        static const QRegularExpression number(QStringLiteral("\\A[+-]?[0-9]"));
        return number.match(cell).hasMatch();
    });
}

} // namespace

ImportFile::ImportFile(std::shared_ptr<TransferText> text)
    : m_text(std::move(text))
{
}

ImportFile::~ImportFile() = default;

Result<std::shared_ptr<ImportFile>, QString> ImportFile::open(const QString &path)
{
    auto text = TransferText::open(path);
    if (!text)
        return text.error();
    std::shared_ptr<ImportFile> file(new ImportFile(*text));
    file->findForm();
    if (file->m_columns.size() < 2)
        return tr("This file has no time and energy columns.");
    return file;
}

void ImportFile::findForm()
{
    const QString start = m_text->next();
    const QString trimmed = start.left(1000).trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        m_kind = Kind::Json;
    else
        findDelimiter(start);
    m_hasHead = false; // until it is known, rows are rows
    begin();
    while (m_sample.size() < kSampled) {
        auto record = nextRecord();
        if (!record)
            break;
        m_sample.append(*std::move(record));
    }
    if (m_kind == Kind::Json) {
        m_columns = m_json->columns();
    } else {
        m_hasHead = !m_sample.isEmpty() && m_sample.constFirst().fault.isEmpty() &&
                    looksLikeHead(m_sample.constFirst().cells);
        if (m_hasHead)
            m_columns = m_sample.takeFirst().cells;
        qsizetype widest = m_columns.size();
        for (const TransferRecord &row : std::as_const(m_sample))
            widest = std::max(widest, row.cells.size());
        for (qsizetype i = 0; i < widest; ++i) {
            if (i >= m_columns.size())
                m_columns.append(QString());
            if (m_columns.at(i).isEmpty())
                m_columns[i] = tr("Column %1").arg(i + 1);
        }
        m_isDecimalComma = hasDecimalCommas(m_sample);
    }
    begin();
}

void ImportFile::findDelimiter(const QString &start)
{
    constexpr qsizetype looked = 64 * 1024;
    qsizetype best = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const qsizetype fit = fitOf(start.left(looked), QLatin1Char(delimiter));
        if (fit > best) {
            best = fit;
            m_delimiter = QLatin1Char(delimiter);
        }
    }
}

void ImportFile::begin()
{
    m_text->rewind();
    const auto source = [text = m_text] { return text->next(); };
    if (m_kind == Kind::Json) {
        m_json = std::make_unique<JsonRows>(source);
        return;
    }
    m_csv = std::make_unique<CsvReader>(source, m_delimiter);
    if (m_hasHead)
        static_cast<void>(nextRecord());
}

std::optional<TransferRecord> ImportFile::nextRecord()
{
    if (m_kind == Kind::Json)
        return m_json->next();
    auto record = m_csv->next();
    if (record) {
        for (QString &cell : record->cells)
            cell = withoutCsvGuard(cell);
    }
    return record;
}

std::optional<TransferRecord> ImportFile::next()
{
    return nextRecord();
}

} // namespace outlet
