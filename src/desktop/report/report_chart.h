// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QRectF>

#include "desktop/report/month_report.h"

class QPainter;

namespace outlet {

/// Draws the days of a report into \a box: value axis at the left, dates below, each day's energy
/// by price with the dearest at the bottom, a notch above days with time missing.
void drawReportChart(QPainter &painter, const QRectF &box, const MonthReport &report);

/// The notch of the legend: points down to the middle of the lower edge of \a box.
void drawReportNotch(QPainter &painter, const QRectF &box);

} // namespace outlet
