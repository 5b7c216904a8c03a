// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QVariantList>
#include <QtGui/QColor>

#include "desktop/charts/picture_item.h"
#include "desktop/diagnostics/diagnostics_face.h"

namespace outlet {

/// The signal of an outlet over the last day, from −30 to −90 dBm: the one chart that does not
/// begin at 0. Times without a link are gaps. Labels are left to QML.
// The base is named in full, or the description of the QML types does not find it.
class SignalChart : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        outlet::DiagnosticsFace *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QColor lineColor MEMBER m_lineColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor limitColor MEMBER m_limitColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gapColor MEMBER m_gapColor NOTIFY looksChanged FINAL)
    /// {pos, label}, 0 = top or left.
    Q_PROPERTY(QVariantList yTicks READ yTicks CONSTANT FINAL)
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY contentChanged FINAL)
    Q_PROPERTY(QVariantList zones READ zones CONSTANT FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY contentChanged FINAL)
public:
    static constexpr int kTopDbm = -30;
    static constexpr int kBottomDbm = -90;
    static constexpr int kGoodFromDbm = -60;
    static constexpr int kFairFromDbm = -72;

    explicit SignalChart(QQuickItem *parent = nullptr);

    [[nodiscard]] DiagnosticsFace *source() const { return m_source; }
    void setSource(DiagnosticsFace *source);
    [[nodiscard]] QVariantList yTicks() const;
    [[nodiscard]] QVariantList xTicks() const;
    /// Good, Fair and Weak, each in its middle.
    [[nodiscard]] QVariantList zones() const;
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    void sourceChanged();
    void looksChanged();
    void contentChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;

private:
    void takeData();
    [[nodiscard]] qreal xOf(qint64 utcMs) const;
    [[nodiscard]] qreal yOf(int dbm) const;

    QPointer<DiagnosticsFace> m_source;
    LinkPast m_past;
    QColor m_lineColor = Qt::black;
    QColor m_gridColor = Qt::lightGray;
    QColor m_limitColor = Qt::gray;
    QColor m_gapColor = Qt::lightGray;
};

} // namespace outlet
