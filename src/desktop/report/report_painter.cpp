// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_painter.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <algorithm>

#include "desktop/report/report_chart.h"
#include "desktop/report/report_ink.h"

namespace outlet {

using namespace report;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(outlet::ReportPainter)
};

QString tr(const char *text)
{
    return Words::tr(text);
}

constexpr qreal kMargin = 15 / 25.4 * ReportPainter::kUnitsPerInch;
constexpr qreal kPageFoot = 44;
constexpr qreal kHeadHeight = 58;
constexpr qreal kFiguresHeight = 96;
constexpr qreal kChangeHeight = 48;
constexpr qreal kChartHeight = 256;
constexpr qreal kShortChartHeight = 186; ///< on Letter, so that a home takes one page there, too
constexpr qreal kShortPage = 1100;
constexpr qsizetype kFewestGaps = 2; ///< of a list that is cut to fit the page
constexpr qreal kTitleHeight = 30;
constexpr qreal kTableHeadHeight = 30;
constexpr qreal kRowHeight = 32;
constexpr qreal kFootTitle = 34;
constexpr qreal kLineHeight = 24;
constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;

void hairline(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &color = kOutline,
              qreal width = 1)
{
    painter.setPen(QPen(color, width));
    painter.drawLine(QPointF(x1, y), QPointF(x2, y));
}

} // namespace

ReportPainter::ReportPainter(MonthReport report, const QSizeF &pageSize, const QString &program)
    : m_report(std::move(report))
    , m_size(pageSize)
    , m_program(program)
{
    layOut();
}

qreal ReportPainter::left() const
{
    return kMargin;
}

qreal ReportPainter::width() const
{
    return m_size.width() - 2 * kMargin;
}

void ReportPainter::newPage()
{
    m_pages.append(QList<Block>());
    m_y = kMargin;
}

void ReportPainter::place(Kind kind, qreal height, int index)
{
    m_pages.last().append({kind, m_y, index});
    m_y += height;
}

/// The two lists below the table.
qreal ReportPainter::footHeight() const
{
    qreal rates =
        m_report.rates.isEmpty() ? 0 : kFootTitle + 20 + kLineHeight * qreal(m_report.rates.size());
    if (!m_report.carbonName.isEmpty())
        rates += kLineHeight;
    const qreal lines = std::max<qreal>(1, qreal(m_report.gaps.size())) + 1;
    const qreal more = m_report.moreGaps > 0 ? kLineHeight : 0;
    return std::max(rates, kFootTitle + kLineHeight * lines + more) + 16;
}

/// Leaves the shortest gaps out where the page then holds all.
void ReportPainter::cutGaps(qreal room)
{
    const MonthReport whole = m_report;
    while (footHeight() > room && m_report.gaps.size() > kFewestGaps) {
        m_report.gaps.removeLast();
        ++m_report.moreGaps;
    }
    if (footHeight() > room)
        m_report = whole; // they go on a page of their own
}

qreal ReportPainter::chartHeight() const
{
    return m_size.height() < kShortPage ? kShortChartHeight : kChartHeight;
}

void ReportPainter::layOut()
{
    const qreal bottom = m_size.height() - kMargin - kPageFoot;
    newPage();
    place(Kind::Head, kHeadHeight);
    place(Kind::Figures, kFiguresHeight);
    if (!m_report.changeText.isEmpty())
        place(Kind::Change, kChangeHeight);
    place(Kind::Chart, chartHeight());
    place(Kind::TableTitle, kTitleHeight);
    place(Kind::TableHead, kTableHeadHeight);
    for (int i = 0; i < m_report.rows.size(); ++i) {
        // The total never stands alone under a header.
        const bool isLast = i == m_report.rows.size() - 1;
        if (m_y + kRowHeight * (isLast ? 2 : 1) > bottom) {
            newPage();
            place(Kind::TableHead, kTableHeadHeight);
        }
        place(Kind::Row, kRowHeight, i);
    }
    place(Kind::Total, kRowHeight + 12);
    cutGaps(bottom - m_y);
    if (m_y + footHeight() > bottom)
        newPage();
    place(Kind::Foot, footHeight());
}

void ReportPainter::paint(QPainter &painter, int page) const
{
    painter.fillRect(QRectF(QPointF(), m_size), kPaper);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Block &block : m_pages.value(page)) {
        switch (block.kind) {
        case Kind::Head:
            paintHead(painter, block.y);
            break;
        case Kind::Figures:
            paintFigures(painter, block.y);
            break;
        case Kind::Change:
            paintChange(painter, block.y);
            break;
        case Kind::Chart:
            paintChart(painter, block.y);
            break;
        case Kind::TableTitle:
            line(painter, {left(), block.y, width(), 24}, tr("By outlet"),
                 font(15, QFont::DemiBold), kText);
            break;
        case Kind::TableHead:
            paintTableHead(painter, block.y);
            break;
        case Kind::Row:
            paintRow(painter, block.y, m_report.rows.at(block.index), false);
            break;
        case Kind::Total:
            paintRow(painter, block.y, m_report.total, true);
            break;
        case Kind::Foot: {
            const bool hasRates = !m_report.rates.isEmpty() || !m_report.carbonName.isEmpty();
            const qreal half = hasRates ? width() * 0.47 : 0;
            if (half > 0)
                paintRates(painter, block.y, half - 24);
            paintGaps(painter, left() + half, block.y, width() - half);
            break;
        }
        }
    }
    paintPageFoot(painter, page);
}

void ReportPainter::paintHead(QPainter &painter, qreal y) const
{
    constexpr qreal kLogo = 36;
    icon(painter, {left(), y, kLogo, kLogo}, QStringLiteral("app-logo"), kText);
    const qreal side = 180;
    const qreal x = left() + kLogo + 12;
    const qreal room = width() - kLogo - 12 - side;
    line(painter, {x, y - 4, room, 26}, m_report.title, font(21, QFont::DemiBold), kText);
    line(painter, {x, y + 20, room, 18}, m_report.subtitle, font(12), kText2);
    qreal at = y - 2;
    for (const QString &text : m_report.plan) {
        line(painter, {left() + width() - side, at, side, 18}, text, font(12), kText2, kRight);
        at += 17;
    }
}

void ReportPainter::paintFigures(QPainter &painter, qreal y) const
{
    const QRectF box(left(), y, width(), kFiguresHeight - 12);
    painter.setPen(QPen(kOutline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 12, 12);
    const qreal each = box.width() / qreal(std::max<qsizetype>(1, m_report.figures.size()));
    qreal x = box.left();
    for (const MonthReport::Figure &figure : m_report.figures) {
        const QRectF cell(x + 16, y, each - 24, box.height());
        if (x > box.left()) {
            painter.setPen(QPen(kOutline, 1));
            painter.drawLine(QPointF(x, y + 16), QPointF(x, y + box.height() - 16));
        }
        line(painter, {cell.left(), y + 10, cell.width(), 18}, figure.label, font(12), kText);
        const qsizetype split = figure.value.lastIndexOf(QChar(QChar::Nbsp));
        const bool hasUnit = split > 0 && figure.value.at(split - 1).isDigit() &&
                             figure.value.at(split + 1).isLetter();
        const QString number = hasUnit ? figure.value.left(split) : figure.value;
        const QFont large = font(21, QFont::DemiBold);
        line(painter, {cell.left(), y + 28, cell.width(), 28}, number, large, kText);
        if (hasUnit) {
            const qreal after = QFontMetricsF(large).horizontalAdvance(number) + 5;
            line(painter, {cell.left() + after, y + 32, cell.width() - after, 24},
                 figure.value.mid(split + 1), font(14, QFont::Medium), kText2);
        }
        line(painter, {cell.left(), y + 57, cell.width(), 18}, figure.note, font(12), kText2);
        x += each;
    }
}

void ReportPainter::paintChange(QPainter &painter, qreal y) const
{
    const QRectF box(left(), y, width(), kChangeHeight - 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kInset);
    painter.drawRoundedRect(box, 8, 8);
    const QFont strong = font(14, QFont::DemiBold);
    const qreal wide = QFontMetricsF(strong).horizontalAdvance(m_report.change);
    line(painter, box.adjusted(14, 0, 0, 0), m_report.change, strong, kText);
    line(painter, box.adjusted(14 + wide + 12, 0, -14, 0), m_report.changeText, font(13), kText);
}

void ReportPainter::paintChart(QPainter &painter, qreal y) const
{
    line(painter, {left(), y, width() * 0.4, 24}, tr("Energy per day"), font(15, QFont::DemiBold),
         kText);
    // The legend, from right to left.
    const QFont small = font(12);
    qreal x = left() + width();
    const auto entry = [&](const QString &name, const std::function<void(QRectF)> &mark) {
        const qreal wide = QFontMetricsF(small).horizontalAdvance(name);
        line(painter, {x - wide, y, wide, 24}, name, small, kText2);
        mark({x - wide - 16, y + 7, 10, 10});
        x -= wide + 32;
    };
    const bool hasMissing =
        std::any_of(m_report.days.buckets.begin(), m_report.days.buckets.end(),
                    [](const BarBucket &bucket) { return bucket.missingMs >= kNotableMissingMs; });
    if (hasMissing)
        entry(tr("Time without data"), [&](QRectF box) { drawReportNotch(painter, box); });
    const auto count = static_cast<int>(m_report.rates.size());
    for (int i = 0; count > 1 && i < count; ++i) {
        entry(m_report.rates.at(i).name.section(u',', 0, 0),
              [&](QRectF box) { fillRate(painter, box, i, count, 2); });
    }
    drawReportChart(painter, {left(), y + 34, width(), chartHeight() - 60}, m_report);
}

QList<qreal> ReportPainter::cellEnds() const
{
    // As parts of the width; with and without the cost.
    const QList<qreal> parts = m_report.columns.size() == 6
                                   ? QList<qreal>{0.455, 0.53, 0.635, 0.77, 0.865, 1}
                                   : QList<qreal>{0.5, 0.6, 0.745, 0.855, 1};
    QList<qreal> ends;
    for (const qreal part : parts)
        ends.append(left() + width() * part);
    return ends;
}

void ReportPainter::paintTableHead(QPainter &painter, qreal y) const
{
    const QFont small = font(12, QFont::Medium);
    line(painter, {left() + 28, y, width() * 0.3, kTableHeadHeight}, tr("Outlet and room"), small,
         kText2);
    const QList<qreal> ends = cellEnds();
    for (qsizetype i = 0; i < std::min(ends.size(), m_report.columns.size()); ++i) {
        const qreal from = i == 0 ? left() + width() * 0.33 : ends.at(i - 1) + 4;
        line(painter, {from, y, ends.at(i) - from, kTableHeadHeight}, m_report.columns.at(i), small,
             kText2, kRight);
    }
    hairline(painter, left(), left() + width(), y + kTableHeadHeight - 0.5);
}

void ReportPainter::paintRow(QPainter &painter, qreal y, const MonthReport::Row &row,
                             bool isTotal) const
{
    if (isTotal)
        hairline(painter, left(), left() + width(), y - 0.5, kText, 2);
    icon(painter, {left(), y + 8, 16, 16}, row.icon, kText2);
    const QFont strong = font(13, QFont::DemiBold);
    const QFont plain = font(13);
    const QList<qreal> ends = cellEnds();
    const qreal energyFrom = ends.first() - width() * 0.13;
    const qreal x = left() + 28;
    const qreal room = energyFrom - x - 8;
    const qreal wide = std::min(room, QFontMetricsF(strong).horizontalAdvance(row.name) + 1);
    line(painter, {x, y, wide, kRowHeight}, row.name, strong, kText);
    if (!row.room.isEmpty() && room - wide > 24)
        line(painter, {x + wide, y, room - wide, kRowHeight}, QStringLiteral(" · ") + row.room,
             plain, kText2);
    for (qsizetype i = 0; i < std::min(ends.size(), row.cells.size()); ++i) {
        const qreal from = i == 0 ? energyFrom : ends.at(i - 1) + 4;
        const bool isGapCell = i == ends.size() - 1;
        const bool isFirst = i < ends.size() - 3; // energy, share, cost
        const bool isStrong = isTotal || isFirst || (isGapCell && row.hasGap);
        line(painter, {from, y, ends.at(i) - from, kRowHeight}, row.cells.at(i),
             isStrong ? font(13, QFont::Medium) : plain, isStrong ? kText : kText2, kRight);
    }
    if (!isTotal)
        hairline(painter, left(), left() + width(), y + kRowHeight - 0.5);
}

void ReportPainter::paintRates(QPainter &painter, qreal y, qreal wide) const
{
    const auto count = static_cast<int>(m_report.rates.size());
    if (count > 0)
        line(painter, {left(), y, wide, 24}, tr("When it was used"), font(15, QFont::DemiBold),
             kText);
    qreal x = left();
    const qreal room = wide - 2 * (count - 1);
    for (int i = 0; i < count; ++i) {
        const qreal part = room * m_report.rates.at(i).fraction;
        if (part > 0.5)
            fillRate(painter, {x, y + kFootTitle - 2, part, 10}, i, count, 3);
        x += part + 2;
    }
    qreal at = count > 0 ? y + kFootTitle + 18 : y;
    for (int i = 0; i < count; ++i, at += kLineHeight) {
        const MonthReport::Rate &rate = m_report.rates.at(i);
        fillRate(painter, {left(), at + 7, 10, 10}, i, count, 2);
        line(painter, {left() + 18, at, wide * 0.52 - 18, kLineHeight}, rate.name, font(13), kText);
        line(painter, {left() + wide * 0.52, at, wide * 0.26, kLineHeight}, rate.energy, font(13),
             kText2, kRight);
        line(painter, {left() + wide * 0.8, at, wide * 0.2, kLineHeight}, rate.cost,
             font(13, QFont::Medium), kText, kRight);
    }
    line(painter, {left() + 18, at, wide * 0.7 - 18, kLineHeight}, m_report.carbonName, font(13),
         kText);
    line(painter, {left() + wide * 0.7, at, wide * 0.3, kLineHeight}, m_report.carbon,
         font(13, QFont::Medium), kText, kRight);
}

void ReportPainter::paintGaps(QPainter &painter, qreal x, qreal y, qreal wide) const
{
    line(painter, {x, y, wide, 24}, tr("Time without data"), font(15, QFont::DemiBold), kText);
    line(painter, {x, y + kFootTitle - 8, wide, kLineHeight},
         m_report.gaps.isEmpty() ? tr("None. Every outlet could be heard all the time.")
                                 : tr("Left out of all totals. Nothing is estimated."),
         font(13), kText2);
    qreal at = y + kFootTitle - 8 + kLineHeight;
    for (const MonthReport::Gap &gap : m_report.gaps) {
        line(painter, {x, at, wide * 0.29 - 8, kLineHeight}, gap.name, font(13, QFont::Medium),
             kText);
        line(painter, {x + wide * 0.29, at, wide * 0.51, kLineHeight}, gap.when, font(12), kText2);
        line(painter, {x + wide * 0.8, at, wide * 0.2, kLineHeight}, gap.length, font(13), kText,
             kRight);
        at += kLineHeight;
    }
    if (m_report.moreGaps > 0)
        line(painter, {x, at, wide, kLineHeight},
             Words::tr("and %n shorter one(s)", nullptr, m_report.moreGaps), font(13), kText2);
}

void ReportPainter::paintPageFoot(QPainter &painter, int page) const
{
    const qreal y = m_size.height() - kMargin - 28;
    hairline(painter, left(), left() + width(), y);
    const QFont small = font(12);
    const QString pages = tr("%1 · Page %2 of %3").arg(m_program).arg(page + 1).arg(pageCount());
    const qreal wide = QFontMetricsF(small).horizontalAdvance(pages) + 1;
    line(painter, {left() + width() - wide, y + 8, wide, 20}, pages, small, kText2, kRight);
    painter.setFont(small); // wide letters take two lines
    painter.drawText(QRectF(left(), y + 10, width() - wide - 24, 40),
                     int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap),
                     tr("Measured by the outlets themselves. Not a bill and not for billing. “–” "
                        "means not known."));
}

} // namespace outlet
