// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_paper.h"

#include <QtGui/QPainter>

#include "desktop/report/report_ink.h"

namespace outlet {

namespace {

constexpr qreal kDimmedOpacity = 0.4;

} // namespace

ReportPaper::ReportPaper(QQuickItem *parent)
    : PictureItem(parent)
{
}

void ReportPaper::setReport(ReportView *report)
{
    if (report == m_report)
        return;
    if (m_report)
        m_report->disconnect(this);
    m_report = report;
    if (report)
        connect(report, &ReportView::changed, this, [this] { refresh(); });
    refresh();
    Q_EMIT reportChanged();
}

void ReportPaper::setPage(int page)
{
    if (setLook(m_page, page))
        Q_EMIT pageChanged();
}

void ReportPaper::setDimmed(bool dimmed)
{
    if (setLook(m_dimmed, dimmed))
        Q_EMIT dimmedChanged();
}

void ReportPaper::paint(QPainter &painter) const
{
    painter.fillRect(QRectF(0, 0, width(), height()), report::kPaper);
    const ReportPainter *const pages = m_report ? m_report->painter() : nullptr;
    if (!pages)
        return;
    painter.setOpacity(m_dimmed ? kDimmedOpacity : 1);
    const qreal scale = width() / pages->pageSize().width();
    painter.scale(scale, scale);
    pages->paint(painter, m_page);
}

} // namespace outlet
