// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QRect>

#include "base/clock.h"

class QWindow;

namespace outlet {

class Engine;

/// Remembers where the window was and how large, and puts it there again, if that place still
/// exists. Main thread.
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    /// \a engine must outlive this; \a window may go before.
    WindowMemory(Engine &engine, QWindow *window, QObject *parent = nullptr);

    /// Puts the window where it was. Before it is shown.
    void restore();
    /// Whether it is to be shown maximized.
    [[nodiscard]] bool wasMaximized() const;
    /// \a wanted moved and shrunk until it lies on one of \a screens; the first is the main one.
    [[nodiscard]] static QRect fitted(const QRect &wanted, const QList<QRect> &screens);

private:
    void changed();
    void save();

    Engine &m_engine;
    QWindow *m_window;
    ClockTimer m_timer; ///< while the window is dragged, nothing is written
};

} // namespace outlet
