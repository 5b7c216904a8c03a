// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantList>

#include "desktop/charts/crosshair.h"
#include "desktop/charts/curve.h"
#include "desktop/charts/series_item.h"
#include "desktop/charts/value_axis.h"

namespace outlet {

class CurvePainter;

/// The curve of an outlet's live power up to now: grid, line, low-to-high band, gaps, the strip
/// that says when it was switched on, and the crosshair (design.md section 4). Labels are texts, so
/// they are left to QML, which gets their places and words from here.
// The base is named in full, or the description of the QML types does not find it.
class PowerChart : public outlet::SeriesItem
{
    Q_OBJECT
    QML_ELEMENT
    /// What the chart is about, for summaryText.
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY titleChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor WRITE setGridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gapColor MEMBER m_gapColor WRITE setGapColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor stateColor MEMBER m_stateColor WRITE setStateColor NOTIFY looksChanged FINAL)
    /// Of the crosshair's line and of what is written into gaps.
    Q_PROPERTY(QColor textColor MEMBER m_textColor WRITE setTextColor NOTIFY looksChanged FINAL)
    /// What the chart lies on; fills the crosshair's ring.
    Q_PROPERTY(
        QColor surfaceColor MEMBER m_surfaceColor WRITE setSurfaceColor NOTIFY looksChanged FINAL)

    /// The part of the height that the value axis spans; below it is the strip.
    Q_PROPERTY(qreal plotHeight READ plotHeight NOTIFY plotHeightChanged FINAL)
    /// List of {pos, label}: pos is 0 at the top and 1 at the bottom of plotHeight.
    Q_PROPERTY(QVariantList yTicks READ yTicks NOTIFY axisChanged FINAL)
    Q_PROPERTY(double topWatts READ topWatts NOTIFY axisChanged FINAL)
    /// List of {pos, label}: pos is 0 at the left and 1 at the right.
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY spanSecondsChanged FINAL)

    /// There is no reading in the range.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString averageText READ averageText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString peakText READ peakText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString minText READ minText NOTIFY figuresChanged FINAL)
    /// The chart in one sentence, for screen readers.
    Q_PROPERTY(QString summaryText READ summaryText NOTIFY figuresChanged FINAL)

    Q_PROPERTY(bool crosshairVisible READ isCrosshairVisible NOTIFY crosshairChanged FINAL)
    Q_PROPERTY(qreal crosshairX READ crosshairX NOTIFY crosshairChanged FINAL)
    Q_PROPERTY(QString crosshairTimeText READ crosshairTimeText NOTIFY crosshairChanged FINAL)
    Q_PROPERTY(QString crosshairValueText READ crosshairValueText NOTIFY crosshairChanged FINAL)
    /// Lowest and highest, where several readings lie on one place; otherwise empty.
    Q_PROPERTY(QString crosshairRangeText READ crosshairRangeText NOTIFY crosshairChanged FINAL)
public:
    explicit PowerChart(QQuickItem *parent = nullptr);
    ~PowerChart() override;

    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString &title);
    void setGridColor(const QColor &color) { setColor(m_gridColor, color); }
    void setGapColor(const QColor &color) { setColor(m_gapColor, color); }
    void setStateColor(const QColor &color) { setColor(m_stateColor, color); }
    void setTextColor(const QColor &color) { setColor(m_textColor, color); }
    void setSurfaceColor(const QColor &color) { setColor(m_surfaceColor, color); }

    [[nodiscard]] qreal plotHeight() const;
    [[nodiscard]] QVariantList yTicks() const;
    [[nodiscard]] double topWatts() const { return m_topWatts; }
    [[nodiscard]] QVariantList xTicks() const;
    [[nodiscard]] bool isEmpty() const { return m_curve.readings == 0; }
    [[nodiscard]] QString averageText() const;
    [[nodiscard]] QString peakText() const;
    [[nodiscard]] QString minText() const;
    [[nodiscard]] QString summaryText() const;

    [[nodiscard]] bool isCrosshairVisible() const { return m_crosshair.point() != nullptr; }
    [[nodiscard]] qreal crosshairX() const;
    [[nodiscard]] QString crosshairTimeText() const;
    [[nodiscard]] QString crosshairValueText() const;
    [[nodiscard]] QString crosshairRangeText() const;

    /// Moves the crosshair to the point nearest to an x coordinate of this item.
    Q_INVOKABLE void moveCrosshairTo(qreal x);
    /// Moves the crosshair by \a count points.
    Q_INVOKABLE void stepCrosshair(int count);
    Q_INVOKABLE void clearCrosshair();
    /// What is drawn, as rows of {time, value}, newest first, gaps included.
    [[nodiscard]] Q_INVOKABLE QVariantList tableRows() const;

Q_SIGNALS:
    void titleChanged();
    void looksChanged();
    void plotHeightChanged();
    void axisChanged();
    void figuresChanged();
    void crosshairChanged();

protected:
    void layOut() override;
    void forget() override;
    void paint(QPainter &painter) const override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void setColor(QColor &member, const QColor &color);
    void crosshairMoved();
    [[nodiscard]] QRectF plot() const;
    void paintGrid(QPainter &painter) const;
    void paintGapLabels(QPainter &painter, const CurvePainter &curve) const;
    void paintCrosshair(QPainter &painter, const CurvePainter &curve) const;

    Curve m_curve;
    ValueAxis m_axis;
    double m_topWatts = 0;
    Crosshair m_crosshair;
    std::unique_ptr<ClockTimer> m_pace; ///< "now" moves on without readings, too
    QString m_title;
    QColor m_gridColor = Qt::lightGray;
    QColor m_gapColor = Qt::lightGray;
    QColor m_stateColor = Qt::black;
    QColor m_textColor = Qt::black;
    QColor m_surfaceColor = Qt::white;
};

} // namespace outlet
