// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>
#include <QtGui/QFont>

class QPainter;

namespace outlet::report {

/// Paper is light in both themes, so these are the light theme's colours (Theme.qml), fixed.
inline const QColor kPaper(0xFF, 0xFF, 0xFF);
inline const QColor kInset(0xED, 0xF1, 0xEF);
inline const QColor kOutline(0xD9, 0xE0, 0xDD);
inline const QColor kText(0x13, 0x20, 0x1C);
inline const QColor kText2(0x4C, 0x5A, 0x55);
inline const QColor kAccent(0x0A, 0x7A, 0x66);
inline const QColor kWarn(0xA6, 0x63, 0x00);
inline const QColor kInfo(0x1F, 0x5F, 0xA8);

/// The interface's font in this size.
[[nodiscard]] QFont font(int pixels, QFont::Weight weight = QFont::Normal);

/// A text in one line, shortened with "…" where it has no room.
void line(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
          const QColor &color, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// The fill of a price: the dearest is hatched and the cheapest plain, so that they can be told
/// apart in grey, too. \a rank 0 is the dearest of \a count.
void fillRate(QPainter &painter, const QRectF &box, int rank, int count, qreal radius = 0);

/// An icon of resources/icons in one colour, as lines rather than as pixels.
void icon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color);

} // namespace outlet::report
