// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QVariantList>
#include <QtGui/QColor>

#include "desktop/charts/picture_item.h"
#include "desktop/charts/running_source.h"

namespace outlet {

/// The running total of a period beside the one before it: two lines that grow, the current one
/// with a dot at now and dots on to what it will come to. Labels are left to QML.
// The base is named in full, or the description of the QML types does not find it.
class RunningChart : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outlet::RunningSource *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QColor lineColor READ lineColor WRITE setLineColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor beforeColor READ beforeColor WRITE setBeforeColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor gridColor READ gridColor WRITE setGridColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(bool dimmed READ dimmed WRITE setDimmed NOTIFY looksChanged FINAL)

    /// Lists of {pos, label}, as BarChart has them.
    Q_PROPERTY(QVariantList yTicks READ yTicks NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString longestYLabel READ longestYLabel NOTIFY contentChanged FINAL)
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY contentChanged FINAL)
    /// What stands at the lines' ends, and how high: 0 is the top, 1 the bottom, kept apart.
    Q_PROPERTY(QString beforeText READ beforeText NOTIFY contentChanged FINAL)
    Q_PROPERTY(qreal beforePos READ beforePos NOTIFY placesChanged FINAL)
    Q_PROPERTY(QString endText READ endText NOTIFY contentChanged FINAL)
    Q_PROPERTY(qreal endPos READ endPos NOTIFY placesChanged FINAL)
    /// The chart in one sentence, for screen readers.
    Q_PROPERTY(QString summaryText READ summaryText NOTIFY contentChanged FINAL)
public:
    explicit RunningChart(QQuickItem *parent = nullptr);
    ~RunningChart() override;

    [[nodiscard]] RunningSource *source() const { return m_source; }
    void setSource(RunningSource *source);
    [[nodiscard]] QColor lineColor() const { return m_lineColor; }
    void setLineColor(const QColor &color) { setColor(m_lineColor, color); }
    [[nodiscard]] QColor beforeColor() const { return m_beforeColor; }
    void setBeforeColor(const QColor &color) { setColor(m_beforeColor, color); }
    [[nodiscard]] QColor gridColor() const { return m_gridColor; }
    void setGridColor(const QColor &color) { setColor(m_gridColor, color); }
    [[nodiscard]] bool dimmed() const { return m_dimmed; }
    void setDimmed(bool dimmed);

    [[nodiscard]] QVariantList yTicks() const;
    [[nodiscard]] QString longestYLabel() const;
    [[nodiscard]] QVariantList xTicks() const;
    [[nodiscard]] bool isEmpty() const { return m_data.now.isEmpty() && m_data.before.isEmpty(); }
    [[nodiscard]] QString beforeText() const;
    [[nodiscard]] qreal beforePos() const;
    [[nodiscard]] QString endText() const;
    [[nodiscard]] qreal endPos() const;
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] double top() const { return m_top; }

Q_SIGNALS:
    void sourceChanged();
    void looksChanged();
    void contentChanged();
    void placesChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;

private:
    void setColor(QColor &member, const QColor &color);
    void takeData();
    [[nodiscard]] QPointF at(const RunningPoint &point) const;
    [[nodiscard]] QString amount(double value) const;
    [[nodiscard]] std::optional<double> lastValue() const;

    QPointer<RunningSource> m_source;
    RunningData m_data;
    double m_top = 1;
    bool m_dimmed = false;
    QColor m_lineColor = Qt::black;
    QColor m_beforeColor = Qt::gray;
    QColor m_gridColor = Qt::lightGray;
};

} // namespace outlet
