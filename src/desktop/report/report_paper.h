// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>

#include "desktop/charts/picture_item.h"
#include "desktop/report/report_view.h"

namespace outlet {

/// A page of a report on screen, as it will be on paper, scaled to the item's width.
// The base is named in full, or the description of the QML types does not find it.
class ReportPaper : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::ReportView *report READ report WRITE setReport NOTIFY reportChanged FINAL)
    /// Counts from 0.
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged FINAL)
    /// Of what is older than the month that is asked for.
    Q_PROPERTY(bool dimmed READ dimmed WRITE setDimmed NOTIFY dimmedChanged FINAL)
public:
    explicit ReportPaper(QQuickItem *parent = nullptr);

    [[nodiscard]] ReportView *report() const { return m_report; }
    void setReport(ReportView *report);
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] bool dimmed() const { return m_dimmed; }
    void setDimmed(bool dimmed);

Q_SIGNALS:
    void reportChanged();
    void pageChanged();
    void dimmedChanged();

protected:
    void layOut() override {}
    void paint(QPainter &painter) const override;

private:
    QPointer<ReportView> m_report;
    int m_page = 0;
    bool m_dimmed = false;
};

} // namespace outlet
