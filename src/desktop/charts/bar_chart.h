// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QVariantList>

#include "desktop/charts/bar_painter.h"
#include "desktop/charts/bar_source.h"
#include "desktop/charts/bar_words.h"
#include "desktop/charts/picture_item.h"

namespace outlet {

/// Energy or cost as bars, one for each bucket of time: of one outlet, or stacked of several
/// (design.md section 4). Draws grid, bars, projection, notches and the frame around the chosen
/// bar; labels are texts, so they are left to QML (BarPlot.qml), which gets places and words from
/// here.
// The base is named in full, or the description of the QML types does not find it.
class BarChart : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::BarSource *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    /// Draw cost; false = energy.
    Q_PROPERTY(bool byCost READ byCost WRITE setByCost NOTIFY byCostChanged FINAL)
    /// The unit stands elsewhere, and not at the top of the axis.
    Q_PROPERTY(bool unitless READ isUnitless WRITE setUnitless NOTIFY axisChanged FINAL)
    /// What the chart is about, for summaryText.
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY titleChanged FINAL)
    /// Draws what it has at 40 %: newer data is on its way.
    Q_PROPERTY(bool dimmed READ dimmed WRITE setDimmed NOTIFY dimmedChanged FINAL)

    /// Of the series 1 to 8: Theme's.
    Q_PROPERTY(QList<QColor> seriesColors READ seriesColors WRITE setSeriesColors NOTIFY
                   looksChanged FINAL)
    Q_PROPERTY(QColor accentColor READ accentColor WRITE setAccentColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor READ gridColor WRITE setGridColor NOTIFY looksChanged FINAL)
    /// Fill of days to come.
    Q_PROPERTY(
        QColor projectedColor READ projectedColor WRITE setProjectedColor NOTIFY looksChanged FINAL)
    /// Of notches and of the frame.
    Q_PROPERTY(QColor markColor READ markColor WRITE setMarkColor NOTIFY looksChanged FINAL)

    /// The height that labels go by: told when they are right for it, too.
    Q_PROPERTY(qreal plotHeight READ height NOTIFY plotHeightChanged FINAL)
    /// List of {pos, label}: pos is 0 at the top and 1 at the bottom.
    Q_PROPERTY(QVariantList yTicks READ yTicks NOTIFY axisChanged FINAL)
    /// The longest of their labels: the room that they need.
    Q_PROPERTY(QString longestYLabel READ longestYLabel NOTIFY axisChanged FINAL)
    /// List of {pos, label, strong}: pos is 0 at the left and 1 at the right; labels are centred.
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY xTicksChanged FINAL)
    /// List of {key, name, color}, the largest first; empty for a single series.
    Q_PROPERTY(QVariantList legend READ legend NOTIFY legendChanged FINAL)
    /// The keys of those that are switched off.
    Q_PROPERTY(QStringList hiddenKeys READ hiddenKeys NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool hasProjection READ hasProjection NOTIFY contentChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY contentChanged FINAL)
    /// Nothing is known of any bucket.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString totalText READ totalText NOTIFY contentChanged FINAL)
    /// The chart in one sentence, for screen readers.
    Q_PROPERTY(QString summaryText READ summaryText NOTIFY contentChanged FINAL)

    /// The chosen bar; -1 = none.
    Q_PROPERTY(int current READ current NOTIFY currentChanged FINAL)
    /// Left and right edge of its frame.
    Q_PROPERTY(qreal currentLeft READ currentLeft NOTIFY currentChanged FINAL)
    Q_PROPERTY(qreal currentRight READ currentRight NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString tipTitle READ tipTitle NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString tipTotal READ tipTotal NOTIFY currentChanged FINAL)
    /// List of {name, value, color, chosen}.
    Q_PROPERTY(QVariantList tipRows READ tipRows NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString tipMoreName READ tipMoreName NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString tipMoreValue READ tipMoreValue NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString tipNote READ tipNote NOTIFY currentChanged FINAL)
    /// The chosen bar, or the chosen part of it, in one sentence.
    Q_PROPERTY(QString currentText READ currentText NOTIFY currentChanged FINAL)
public:
    explicit BarChart(QQuickItem *parent = nullptr);
    ~BarChart() override;

    [[nodiscard]] BarSource *source() const { return m_source; }
    void setSource(BarSource *source);
    [[nodiscard]] bool byCost() const { return m_byCost; }
    void setByCost(bool byCost);
    [[nodiscard]] bool isUnitless() const { return m_isUnitless; }
    void setUnitless(bool unitless);
    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString &title);
    [[nodiscard]] bool dimmed() const { return m_dimmed; }
    void setDimmed(bool dimmed);
    [[nodiscard]] QList<QColor> seriesColors() const { return m_looks.series; }
    void setSeriesColors(const QList<QColor> &colors);
    [[nodiscard]] QColor accentColor() const { return m_looks.accent; }
    void setAccentColor(const QColor &color) { setColor(m_looks.accent, color); }
    [[nodiscard]] QColor gridColor() const { return m_looks.outline; }
    void setGridColor(const QColor &color) { setColor(m_looks.outline, color); }
    [[nodiscard]] QColor projectedColor() const { return m_looks.projected; }
    void setProjectedColor(const QColor &color) { setColor(m_looks.projected, color); }
    [[nodiscard]] QColor markColor() const { return m_looks.mark; }
    void setMarkColor(const QColor &color) { setColor(m_looks.mark, color); }

    [[nodiscard]] QVariantList yTicks() const;
    [[nodiscard]] QString longestYLabel() const;
    [[nodiscard]] QVariantList xTicks() const;
    [[nodiscard]] QVariantList legend() const { return m_legend; }
    [[nodiscard]] QStringList hiddenKeys() const { return m_hidden.values(); }
    [[nodiscard]] bool hasProjection() const { return m_stack.hasProjection; }
    [[nodiscard]] int count() const { return static_cast<int>(m_data.buckets.size()); }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString summaryText() const;
    /// The value at the upper edge: kWh, or units of the currency.
    [[nodiscard]] double top() const { return m_top; }
    [[nodiscard]] const BarStack &stack() const { return m_stack; }

    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] qreal currentLeft() const;
    [[nodiscard]] qreal currentRight() const;
    [[nodiscard]] QString tipTitle() const { return m_tip.title; }
    [[nodiscard]] QString tipTotal() const { return m_tip.total; }
    [[nodiscard]] QVariantList tipRows() const;
    [[nodiscard]] QString tipMoreName() const { return m_tip.moreName; }
    [[nodiscard]] QString tipMoreValue() const { return m_tip.moreValue; }
    [[nodiscard]] QString tipNote() const { return m_tip.note; }
    [[nodiscard]] QString currentText() const;

    /// The bar at an x coordinate of this item; -1 when there are none.
    Q_INVOKABLE int barAt(qreal x) const;
    /// Chooses a bar; out of range is the nearest end. -1 chooses none.
    Q_INVOKABLE void choose(int bar);
    /// Moves by \a count bars; from nowhere to the current bar, else to the last that has begun.
    Q_INVOKABLE void step(int count);
    /// Moves the choice within the stack, upwards for 1; past the ends it is the whole bar again.
    Q_INVOKABLE void stepPart(int count);
    /// Hides or shows the part with this key of the legend.
    Q_INVOKABLE void toggle(const QString &key);
    /// The beginning of a bucket, UTC ms; 0 when there is none.
    Q_INVOKABLE qint64 startOf(int bar) const;
    /// Column names of tableRows(): time, what is drawn, the other quantity, one for each part.
    [[nodiscard]] Q_INVOKABLE QStringList tableColumns() const;
    /// List of {cells, note, words}, newest first; cells as the columns, words = one sentence.
    [[nodiscard]] Q_INVOKABLE QVariantList tableRows() const;

Q_SIGNALS:
    void sourceChanged();
    void byCostChanged();
    void titleChanged();
    void dimmedChanged();
    void looksChanged();
    void contentChanged();
    void axisChanged();
    void legendChanged();
    void xTicksChanged();
    void plotHeightChanged();
    void currentChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void setColor(QColor &member, const QColor &color);
    void takeData();
    void restack();
    void updateLegend();
    void setCurrent(int bar);
    void updateTip();
    [[nodiscard]] QList<AxisLine> lines() const;
    [[nodiscard]] QRectF plot() const { return {0, 0, width(), height()}; }

    QPointer<BarSource> m_source;
    BarData m_data;
    BarStack m_stack;
    double m_top = 0;
    QSet<QString> m_hidden;
    QVariantList m_legend;
    int m_current = -1;
    QString m_part; ///< key of the chosen part; kWhole = the whole bar
    BarTip m_tip;
    bool m_byCost = false;
    bool m_dimmed = false;
    bool m_isUnitless = false;
    QString m_title;
    BarLooks m_looks;
};

} // namespace outlet
