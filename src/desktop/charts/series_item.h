// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <chrono>
#include <memory>

#include "base/clock.h"
#include "desktop/charts/live_series.h"
#include "desktop/charts/picture_item.h"

namespace outlet {

/// A picture of a live series. Nothing is painted again unless data, size or look have changed, and
/// data at most once per interval.
// The base is named in full, or the description of the QML types does not find it.
class SeriesItem : public outlet::PictureItem
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

    /// Another series or another span: what is remembered of the old one no longer counts.
    virtual void forget() {}

    void refresh() override;

private:
    void dataChanged();
    void refreshLater(std::chrono::milliseconds delay);

    const std::chrono::milliseconds m_interval;
    QPointer<LiveSeries> m_series;
    int m_spanSeconds = 300;
    QColor m_lineColor = Qt::black;
    std::unique_ptr<ClockTimer> m_timer;
    std::optional<std::chrono::milliseconds> m_refreshedAt;
};

} // namespace outlet
