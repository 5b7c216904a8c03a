// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/charts/curve.h"
#include "desktop/charts/series_item.h"

namespace outlet {

/// The last minutes of a series, small: zero based, without axes. Ends with its newest point rather
/// than now, so that it stands still while nothing is heard. Painted at most once a second.
// The base is named in full, or the description of the QML types does not find it.
class Sparkline : public outlet::SeriesItem
{
    Q_OBJECT
    QML_ELEMENT
    /// Under the line; by default the line's colour at 13 %.
    Q_PROPERTY(QColor fillColor READ fillColor WRITE setFillColor RESET resetFillColor NOTIFY
                   fillColorChanged FINAL)
    /// The outlet is away: a flat line that goes on in dots.
    Q_PROPERTY(bool offline READ isOffline WRITE setOffline NOTIFY offlineChanged FINAL)
public:
    explicit Sparkline(QQuickItem *parent = nullptr);

    [[nodiscard]] QColor fillColor() const;
    void setFillColor(const QColor &color);
    void resetFillColor() { setFillColor({}); }
    [[nodiscard]] bool isOffline() const { return m_offline; }
    void setOffline(bool offline);

Q_SIGNALS:
    void fillColorChanged();
    void offlineChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;

private:
    Curve m_curve;
    QColor m_fillColor; ///< invalid = from the line's
    bool m_offline = false;
};

} // namespace outlet
