// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSizeF>

#include "desktop/report/month_report.h"

class QPainter;

namespace outlet {

/// Lays a monthly report out on pages and paints them (mock 16): the one way for screen, printer
/// and PDF. Lengths are in units of 1/96 inch; scale the painter for the device. Margins are 15 mm.
/// The table breaks between rows and repeats its header.
class ReportPainter
{
public:
    static constexpr qreal kUnitsPerInch = 96;

    /// \a pageSize in units: the whole sheet.
    ReportPainter(MonthReport report, const QSizeF &pageSize, const QString &program);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QSizeF pageSize() const { return m_size; }
    /// Paints a whole sheet. \a page counts from 0.
    void paint(QPainter &painter, int page) const;

private:
    enum class Kind { Head, Figures, Change, Chart, TableTitle, TableHead, Row, Total, Foot };
    struct Block
    {
        Kind kind;
        qreal y = 0;
        int index = 0; ///< of a row
    };

    void layOut();
    void place(Kind kind, qreal height, int index = 0);
    void newPage();
    [[nodiscard]] qreal left() const;
    [[nodiscard]] qreal width() const;
    [[nodiscard]] qreal footHeight() const;
    [[nodiscard]] qreal chartHeight() const;
    void cutGaps(qreal room);
    [[nodiscard]] QList<qreal> cellEnds() const;

    void paintHead(QPainter &painter, qreal y) const;
    void paintFigures(QPainter &painter, qreal y) const;
    void paintChange(QPainter &painter, qreal y) const;
    void paintChart(QPainter &painter, qreal y) const;
    void paintTableHead(QPainter &painter, qreal y) const;
    void paintRow(QPainter &painter, qreal y, const MonthReport::Row &row, bool isTotal) const;
    void paintRates(QPainter &painter, qreal y, qreal width) const;
    void paintGaps(QPainter &painter, qreal x, qreal y, qreal width) const;
    void paintPageFoot(QPainter &painter, int page) const;

    MonthReport m_report;
    QSizeF m_size;
    QString m_program;
    QList<QList<Block>> m_pages;
    qreal m_y = 0;
};

} // namespace outlet
