// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <QtQuick/QQuickItem>
#include <chrono>
#include <memory>

#include "base/clock.h"
#include "desktop/charts/live_series.h"

class QPainter;

namespace outlet {

/// A picture of a live series. It is rasterised in C++ at the screen's own resolution and shown as
/// an image, which looks the same with the software renderer and with a graphics card (geometry
/// nodes stay blank with the former). Nothing is painted again unless data, size or look have
/// changed, and data at most once per interval.
class SeriesItem : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(outlet::LiveSeries *series READ series WRITE setSeries NOTIFY seriesChanged FINAL)
    /// The length of the time axis; 300 by default.
    Q_PROPERTY(
        int spanSeconds READ spanSeconds WRITE setSpanSeconds NOTIFY spanSecondsChanged FINAL)
    Q_PROPERTY(QColor lineColor READ lineColor WRITE setLineColor NOTIFY lineColorChanged FINAL)
public:
    ~SeriesItem() override;

    [[nodiscard]] LiveSeries *series() const { return m_series; }
    void setSeries(LiveSeries *series);
    [[nodiscard]] int spanSeconds() const { return m_spanSeconds; }
    void setSpanSeconds(int seconds);
    [[nodiscard]] QColor lineColor() const { return m_lineColor; }
    void setLineColor(const QColor &color);

Q_SIGNALS:
    void seriesChanged();
    void spanSecondsChanged();
    void lineColorChanged();

protected:
    /// \a interval is the shortest time between two pictures of changing data.
    explicit SeriesItem(std::chrono::milliseconds interval, QQuickItem *parent = nullptr);

    /// Works out from the series what is to be painted. Called when it can be seen.
    virtual void layOut() = 0;
    /// Another series or another span: what is remembered of the old one no longer counts.
    virtual void forget() {}
    /// Paints the whole item in its own coordinates.
    virtual void paint(QPainter &painter) const = 0;

    /// Calls layOut() and paints; at once.
    void refresh();
    /// Width of a physical pixel in item coordinates.
    [[nodiscard]] qreal hairline() const;
    /// Sets a member that only changes the picture.
    template <typename T>
    bool setLook(T &member, const T &value)
    {
        if (member == value)
            return false;
        member = value;
        update();
        return true;
    }

    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override;

private:
    void dataChanged();
    void refreshLater(std::chrono::milliseconds delay);
    [[nodiscard]] QImage picture() const;

    const std::chrono::milliseconds m_interval;
    QPointer<LiveSeries> m_series;
    int m_spanSeconds = 300;
    QColor m_lineColor = Qt::black;
    std::unique_ptr<ClockTimer> m_timer;
    std::optional<std::chrono::milliseconds> m_refreshedAt;
};

} // namespace outlet
