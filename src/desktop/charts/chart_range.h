// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "base/clock.h"
#include "desktop/charts/time_window.h"
#include "desktop/outlet_face.h"

namespace outlet {

class EnergySource;

/// What time a page looks at: a kind of range, the way from one to the next, and the steps of
/// zooming into it. A range that contains the present follows it: at midnight "today" becomes the
/// new day. Main thread.
class ChartRange : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// The outlet whose clock and local time hold; nullptr until then.
    Q_PROPERTY(outlet::OutletFace *face READ face WRITE setFace NOTIFY faceChanged FINAL)
    /// False where nothing is recorded: then Live is all there is.
    Q_PROPERTY(bool hasHistory READ hasHistory NOTIFY faceChanged FINAL)
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY changed FINAL)
    /// The kind as it is remembered: "live", "hour" and so on; setting another word does nothing.
    Q_PROPERTY(QString kindName READ kindName WRITE setKindName NOTIFY changed FINAL)
    /// "Today, Nov 18"
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(bool live READ isLive NOTIFY changed FINAL)
    Q_PROPERTY(bool zoomed READ isZoomed NOTIFY changed FINAL)
    /// False for Live, and where the next range has not begun.
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
    /// The first and the last day of the range, "2025-11-18", as the fields of a custom one.
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed FINAL)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed FINAL)
public:
    enum Kind { Live, Hour, Day, Week, Month, Year, Custom };
    Q_ENUM(Kind)

    explicit ChartRange(QObject *parent = nullptr);
    ~ChartRange() override;

    /// \a clock and \a energy (nullptr = local time of the system) must outlive this.
    void setParts(Clock &clock, EnergySource *energy);
    [[nodiscard]] OutletFace *face() const;
    void setFace(OutletFace *face);

    [[nodiscard]] bool hasHistory() const { return m_energy != nullptr; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString kindName() const;
    void setKindName(const QString &name);
    void setKind(Kind kind);
    [[nodiscard]] QString title() const;
    /// The title within a sentence: "today".
    [[nodiscard]] QString shortTitle() const;
    [[nodiscard]] bool isLive() const { return m_kind == Live && m_zooms.isEmpty(); }
    [[nodiscard]] bool isZoomed() const { return !m_zooms.isEmpty(); }
    [[nodiscard]] bool canGoForward() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] QString firstDay() const;
    [[nodiscard]] QString lastDay() const;

    /// What is to be shown; of Live the time up to now.
    [[nodiscard]] TimeWindow window() const;
    /// The window that was zoomed into; window() itself when nothing was.
    [[nodiscard]] TimeWindow baseWindow() const;
    /// The calendar range one before the window, to compare with; empty for Live and custom ones.
    [[nodiscard]] TimeRange periodBefore() const;
    [[nodiscard]] const LocalCalendar &calendar() const;
    [[nodiscard]] qint64 nowUtcMs() const;
    [[nodiscard]] Clock *clock() const { return m_clock; }
    [[nodiscard]] EnergySource *energy() const { return m_energy; }
    /// Changes when another range was chosen, and not when it is only moved: then an axis may be
    /// made for it alone.
    [[nodiscard]] int jumps() const { return m_jumps; }

    Q_INVOKABLE void previous();
    Q_INVOKABLE void next();
    /// The range of this kind that contains now.
    Q_INVOKABLE void goToNow();
    /// Whole local days, ISO 8601. Returns what is wrong with them, or an empty text.
    Q_INVOKABLE QString setDays(const QString &first, const QString &last);
    /// Zooms to a part of the window; \a from and \a to are 0 at its left and 1 at its right.
    Q_INVOKABLE void zoomTo(double from, double to);
    /// Makes what is seen longer (\a factor over 1) or shorter around a place from 0 to 1.
    Q_INVOKABLE void zoomBy(double factor, double around);
    /// Moves by a part of the window's length, later for more than 0.
    Q_INVOKABLE void pan(double by);
    /// Takes the last zoom back; false when there is none.
    Q_INVOKABLE bool zoomOut();

Q_SIGNALS:
    void faceChanged();
    void changed();

private:
    void show(const TimeWindow &window);
    void jump();
    void follow();
    /// Moved into the time that can be shown.
    [[nodiscard]] TimeRange allowed(TimeRange range) const;

    QPointer<OutletFace> m_face;
    Clock *m_clock = nullptr;
    EnergySource *m_energy = nullptr;
    LocalCalendar m_systemCalendar;
    Kind m_kind = Day;
    TimeWindow m_base;
    QList<TimeRange> m_zooms;
    bool m_isPanned = false; ///< the last zoom is no step of its own, only the base moved
    bool m_follows = false;
    std::unique_ptr<ClockTimer> m_timer;
    int m_jumps = 0;
};

} // namespace outlet
