// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantList>
#include <QtGui/QColor>

#include "desktop/diagnostics/link_past_picture.h"

namespace outlet {

/// The signal of an outlet over the last day, from −30 to −90 dBm: the one chart that does not
/// begin at 0. Times without a link are gaps.
// The base is named in full, or the description of the QML types does not find it.
class SignalChart : public outlet::LinkPastPicture
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor lineColor MEMBER m_lineColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor limitColor MEMBER m_limitColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gapColor MEMBER m_gapColor NOTIFY looksChanged FINAL)
    /// {pos, label}, 0 = top or left.
    Q_PROPERTY(QVariantList yTicks READ yTicks CONSTANT FINAL)
    Q_PROPERTY(QVariantList zones READ zones CONSTANT FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY contentChanged FINAL)
public:
    static constexpr int kTopDbm = -30;
    static constexpr int kBottomDbm = -90;
    static constexpr int kGoodFromDbm = -60;
    static constexpr int kFairFromDbm = -72;

    explicit SignalChart(QQuickItem *parent = nullptr);

    [[nodiscard]] QVariantList yTicks() const;
    /// Good, Fair and Weak, each in its middle.
    [[nodiscard]] QVariantList zones() const;
    [[nodiscard]] bool isEmpty() const;

protected:
    void paint(QPainter &painter) const override;

private:
    [[nodiscard]] qreal xOf(qint64 utcMs) const;
    [[nodiscard]] qreal yOf(int dbm) const;

    QColor m_lineColor = Qt::black;
    QColor m_gridColor = Qt::lightGray;
    QColor m_limitColor = Qt::gray;
    QColor m_gapColor = Qt::lightGray;
};

} // namespace outlet
