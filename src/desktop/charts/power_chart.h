// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantList>
#include <QtGui/QColor>

#include "desktop/charts/chart_curves.h"
#include "desktop/charts/chart_words.h"
#include "desktop/charts/crosshair.h"
#include "desktop/charts/picture_item.h"
#include "desktop/charts/value_axis.h"

namespace outlet {

class CurvePainter;

/// The curves of ChartCurves as a picture: grid, lines, low-to-high band, gaps, the strip that says
/// when the outlet was switched on, and the crosshair (design.md section 4). Labels of the axes are
/// texts, so they are left to QML, which gets their places and words from here. Main thread.
// The base is named in full, or the description of the QML types does not find it.
class PowerChart : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::ChartCurves *curves READ curves WRITE setCurves NOTIFY curvesChanged FINAL)
    /// Its data are shown as a table: they are kept up also while the chart itself is not seen.
    Q_PROPERTY(bool tabled READ isTabled WRITE setTabled NOTIFY tabledChanged FINAL)
    /// What the chart is about, for summaryText.
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY titleChanged FINAL)
    /// Of a line with colour 0.
    Q_PROPERTY(QColor lineColor MEMBER m_lineColor WRITE setLineColor NOTIFY looksChanged FINAL)
    /// Of lines with the colours 1 to 8.
    Q_PROPERTY(QList<QColor> seriesColors MEMBER m_seriesColors WRITE setSeriesColors NOTIFY
                   looksChanged FINAL)
    Q_PROPERTY(QColor gridColor MEMBER m_gridColor WRITE setGridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gapColor MEMBER m_gapColor WRITE setGapColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor stateColor MEMBER m_stateColor WRITE setStateColor NOTIFY looksChanged FINAL)
    /// Of the crosshair's line and of what is written into gaps.
    Q_PROPERTY(QColor textColor MEMBER m_textColor WRITE setTextColor NOTIFY looksChanged FINAL)
    /// What the chart lies on; fills the crosshair's ring.
    Q_PROPERTY(
        QColor surfaceColor MEMBER m_surfaceColor WRITE setSurfaceColor NOTIFY looksChanged FINAL)

    /// The part of the height that the value axis spans; below it is the strip.
    Q_PROPERTY(qreal plotHeight READ plotHeight NOTIFY plotChanged FINAL)
    /// The part of the width that the time axis spans; right of it are names of lines.
    Q_PROPERTY(qreal plotWidth READ plotWidth NOTIFY plotChanged FINAL)
    /// List of {pos, label}: pos is 0 at the top and 1 at the bottom of plotHeight.
    Q_PROPERTY(QVariantList yTicks READ yTicks NOTIFY axisChanged FINAL)
    Q_PROPERTY(double topWatts READ topWatts NOTIFY axisChanged FINAL)
    /// List of {pos, label}: pos is 0 at the left and 1 at the right of plotWidth.
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY xTicksChanged FINAL)

    /// There is no reading in the range.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY figuresChanged FINAL)
    /// There are spans between lowest and highest, gaps, or times switched on to explain.
    Q_PROPERTY(bool hasBand READ hasBand NOTIFY figuresChanged FINAL)
    Q_PROPERTY(bool hasGaps READ hasGaps NOTIFY figuresChanged FINAL)
    Q_PROPERTY(bool hasOn READ hasOn NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString averageText READ averageText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString peakText READ peakText NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString minText READ minText NOTIFY figuresChanged FINAL)
    /// The chart in one sentence, for screen readers.
    Q_PROPERTY(QString summaryText READ summaryText NOTIFY figuresChanged FINAL)

    Q_PROPERTY(bool crosshairVisible READ isCrosshairVisible NOTIFY crosshairChanged FINAL)
    Q_PROPERTY(qreal crosshairX READ crosshairX NOTIFY crosshairChanged FINAL)
    /// Where its ring is.
    Q_PROPERTY(QPointF crosshairPoint READ crosshairPoint NOTIFY crosshairChanged FINAL)
    /// Where the newest point is, which a tooltip must not hide; -1 without one.
    Q_PROPERTY(QPointF newestPoint READ newestPoint NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QString crosshairTimeText READ crosshairTimeText NOTIFY crosshairChanged FINAL)
    /// Of the chosen line: "130 W average".
    Q_PROPERTY(QString crosshairValueText READ crosshairValueText NOTIFY crosshairChanged FINAL)
    /// Lowest and highest, where several readings lie on one place; otherwise empty.
    Q_PROPERTY(QString crosshairRangeText READ crosshairRangeText NOTIFY crosshairChanged FINAL)
    /// Of several lines: list of {name, value, color, chosen}, the four largest.
    Q_PROPERTY(QVariantList crosshairRows READ crosshairRows NOTIFY crosshairChanged FINAL)
    /// "3 more outlets"; or empty.
    Q_PROPERTY(QString crosshairMoreText READ crosshairMoreText NOTIFY crosshairChanged FINAL)
public:
    explicit PowerChart(QQuickItem *parent = nullptr);
    ~PowerChart() override;

    [[nodiscard]] ChartCurves *curves() const { return m_curves; }
    void setCurves(ChartCurves *curves);
    [[nodiscard]] bool isTabled() const { return m_isTabled; }
    void setTabled(bool tabled);
    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString &title);
    void setLineColor(const QColor &color) { setColor(m_lineColor, color); }
    void setSeriesColors(const QList<QColor> &colors);
    void setGridColor(const QColor &color) { setColor(m_gridColor, color); }
    void setGapColor(const QColor &color) { setColor(m_gapColor, color); }
    void setStateColor(const QColor &color) { setColor(m_stateColor, color); }
    void setTextColor(const QColor &color) { setColor(m_textColor, color); }
    void setSurfaceColor(const QColor &color) { setColor(m_surfaceColor, color); }

    [[nodiscard]] qreal plotHeight() const;
    [[nodiscard]] qreal plotWidth() const;
    [[nodiscard]] QVariantList yTicks() const;
    [[nodiscard]] double topWatts() const { return m_topWatts; }
    [[nodiscard]] QVariantList xTicks() const { return m_xTicks; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool hasBand() const;
    [[nodiscard]] bool hasGaps() const { return !main().gaps.isEmpty(); }
    [[nodiscard]] bool hasOn() const { return !main().on.isEmpty(); }
    [[nodiscard]] QString averageText() const;
    [[nodiscard]] QString peakText() const;
    [[nodiscard]] QString minText() const;
    [[nodiscard]] QString summaryText() const;

    [[nodiscard]] bool isCrosshairVisible() const { return m_crosshair.point() != nullptr; }
    [[nodiscard]] qreal crosshairX() const { return crosshairPoint().x(); }
    [[nodiscard]] QPointF crosshairPoint() const;
    [[nodiscard]] QPointF newestPoint() const;
    [[nodiscard]] QString crosshairTimeText() const { return m_tip.time; }
    [[nodiscard]] QString crosshairValueText() const { return m_tip.value; }
    [[nodiscard]] QString crosshairRangeText() const { return m_tip.range; }
    [[nodiscard]] QVariantList crosshairRows() const;
    [[nodiscard]] QString crosshairMoreText() const { return m_tip.more; }

    /// Moves the crosshair to the point nearest to an x coordinate of this item.
    Q_INVOKABLE void moveCrosshairTo(qreal x);
    /// Moves the crosshair by \a count points.
    Q_INVOKABLE void stepCrosshair(int count);
    Q_INVOKABLE void clearCrosshair();
    /// Where a tooltip of this size stands, if the ring and the newest point are at these places.
    [[nodiscard]] Q_INVOKABLE QPointF tipPlace(qreal width, qreal height, QPointF ring,
                                               QPointF newest) const;
    /// Goes to the line above (1) or below (-1) at the crosshair's place; false for a single line.
    Q_INVOKABLE bool stepLine(int count);
    /// The columns of tableRows(): time, power, low, high; or time and one for each line.
    [[nodiscard]] Q_INVOKABLE QStringList tableColumns() const;
    /// What is drawn, as a list of {cells, words}, newest first, gaps included; words = one
    /// sentence.
    [[nodiscard]] Q_INVOKABLE QVariantList tableRows() const;

Q_SIGNALS:
    void curvesChanged();
    void tabledChanged();
    void titleChanged();
    void looksChanged();
    void plotChanged();
    void axisChanged();
    void xTicksChanged();
    void figuresChanged();
    void crosshairChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void setColor(QColor &member, const QColor &color);
    void lookUp();
    void crosshairMoved();
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] QRectF plot() const;
    /// The curve that figures are of.
    [[nodiscard]] const Curve &main() const;
    /// The line that the crosshair is on; never a hidden one, where there is another.
    [[nodiscard]] const ChartLine *chosen() const;
    /// Where a point is in this item.
    [[nodiscard]] QPointF place(const PlotPoint &point) const;
    [[nodiscard]] bool hasSeveral() const { return m_lines.size() > 1; }
    [[nodiscard]] QColor colorOf(const ChartLine &line) const;
    [[nodiscard]] QVariantList makeXTicks() const;
    void updateTip();
    [[nodiscard]] qreal nameRoom() const;
    void paintGapLabels(QPainter &painter, const CurvePainter &curve) const;
    void paintCrosshair(QPainter &painter) const;
    void paintNames(QPainter &painter) const;

    QPointer<ChartCurves> m_curves;
    QList<ChartLine> m_lines;
    CurveSpan m_window;
    ValueAxis m_axis;
    int m_jumps = 0; ///< of the range, for which the axis was made
    double m_topWatts = 0;
    QVariantList m_xTicks;
    Crosshair m_crosshair;
    QString m_chosenKey; ///< of the line that the crosshair is on; empty = the first
    ChartTip m_tip;
    bool m_isTabled = false;
    QString m_title;
    QColor m_lineColor = Qt::black;
    QList<QColor> m_seriesColors;
    QColor m_gridColor = Qt::lightGray;
    QColor m_gapColor = Qt::lightGray;
    QColor m_stateColor = Qt::black;
    QColor m_textColor = Qt::black;
    QColor m_surfaceColor = Qt::white;
};

} // namespace outlet
