// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include "base/clock.h"
#include "desktop/charts/live_series.h"

namespace outlet {

class OutletFaces;

/// Counts and total power of the known outlets. Simulated outlets never mix into the figures of
/// real ones: they count only while there is no real one. Main thread.
class HomeTotals : public QObject
{
    Q_OBJECT
public:
    struct Counts
    {
        int known = 0;
        int isNew = 0;
        int ignored = 0;
        int on = 0;
        int online = 0;
        int silent = 0;
        int connecting = 0; ///< expected, not heard in this run yet
        int offline = 0;
        int overload = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };
    struct Power
    {
        QString text; ///< "–" when nothing is known
        QString unit;
        QString note;
        friend bool operator==(const Power &, const Power &) = default;
    };

    /// \a faces must outlive the totals.
    explicit HomeTotals(OutletFaces &faces, QObject *parent = nullptr);

    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] const Power &power() const { return m_power; }
    /// Watts of all that is known; empty when nothing is.
    [[nodiscard]] std::optional<double> watts() const { return m_watts; }
    [[nodiscard]] LiveSeries &live() { return m_live; }
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QString devicesCountsText() const;

Q_SIGNALS:
    void countsChanged();
    void powerChanged();

private:
    void changed();
    void update();

    OutletFaces &m_faces;
    ClockTimer m_timer; ///< joins the changes of a moment into one update
    Counts m_counts;
    Power m_power;
    std::optional<double> m_watts;
    bool m_kilowatts = false;
    LiveSeries m_live;
};

} // namespace outlet
