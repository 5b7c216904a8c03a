// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtQuick/QQuickWindow>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "desktop/charts/live_series.h"
#include "plain_text.h"

namespace outlet::test {

using namespace std::chrono_literals;

inline constexpr QSize kSize(304, 216); // a plot of 300 x 200
inline const QColor kPaper(Qt::white);
inline const QColor kLine(200, 0, 0);
inline const QColor kGrid(0, 0, 200);
inline const QColor kGap(130, 130, 130);
inline const QColor kState(0, 150, 0);
inline const QColor kText(0, 120, 120);

/// Counts how often the picture is painted.
template <typename Item>
class Counting : public Item
{
public:
    mutable int paints = 0;

protected:
    void paint(QPainter &painter) const override
    {
        ++paints;
        Item::paint(painter);
    }
};

/// A window with one item that fills it, and what is really shown in it.
template <typename Item>
class Stage
{
public:
    explicit Stage(const QSize &size = kSize)
    {
        window.setColor(kPaper);
        window.resize(size);
        item.setParentItem(window.contentItem());
        item.setSize(size);
        item.setLineColor(kLine);
        series.setClock(clock);
        item.setSeries(&series);
        window.show();
        // Everything that shows counts from a window that is there.
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("The window did not come up");
    }

    /// Renders what is due, and gives the picture.
    QImage shot()
    {
        QImage image = window.grabWindow().convertToFormat(QImage::Format_RGB32);
        // The software renderer does not say at which scale it drew.
        image.setDevicePixelRatio(static_cast<qreal>(image.width()) / window.width());
        return image;
    }

    /// The colour at a place in item coordinates.
    static QColor at(const QImage &image, qreal x, qreal y)
    {
        const qreal ratio = image.devicePixelRatio();
        return image.pixelColor(static_cast<int>(x * ratio), static_cast<int>(y * ratio));
    }

    /// Readings 5 s apart that end now, all at once, and late enough that the item may paint.
    void feed(const QList<std::optional<double>> &watts)
    {
        clock.advance(1500ms);
        qint64 time = clock.utcMs() - 5'000 * (watts.size() - 1);
        QSignalBlocker quiet(series);
        for (const auto &value : watts) {
            if (time == clock.utcMs())
                quiet.unblock();
            series.add({time, value, value ? std::optional(*value > 0) : std::nullopt});
            time += 5'000;
        }
    }

    ManualClock clock;
    LiveSeries series;
    QQuickWindow window;
    Counting<Item> item;
};

inline bool near(const QColor &a, const QColor &b)
{
    constexpr int tolerance = 40; // edges are smoothed
    return qAbs(a.red() - b.red()) <= tolerance && qAbs(a.green() - b.green()) <= tolerance &&
           qAbs(a.blue() - b.blue()) <= tolerance;
}

inline int countNear(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += near(image.pixelColor(x, y), color);
    }
    return count;
}

/// 61 readings that fill five minutes: 100 W, but 20 W in the middle third.
inline QList<std::optional<double>> steps()
{
    QList<std::optional<double>> watts;
    for (int i = 0; i <= 60; ++i)
        watts << (i >= 20 && i < 40 ? 20.0 : 100.0);
    return watts;
}

} // namespace outlet::test
