// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtGui/QPixmap>
#include <memory>

#include "base/clock.h"
#include "desktop/tray_menu.h"

class QMenu;
class QSystemTrayIcon;

namespace outlet {

class App;
class Preferences;

/// The icon in the system's tray with its native menu. Only made where there is a tray. Main
/// thread.
class TrayIcon : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the icon.
    TrayIcon(Engine &engine, OutletFaces &faces, App &app, Preferences &preferences,
             QObject *parent = nullptr);
    ~TrayIcon() override;

    /// The icon for \a state, \a size pixels square, for a dark panel or a light one.
    [[nodiscard]] static QPixmap picture(TrayMenu::State state, int size, bool onDark);
    /// A message of the system's own kind, beside the icon.
    void showMessage(const QString &title, const QString &text);

private:
    void changed();
    void updateIcon();
    void fillMenu();
    void activate(const TrayMenu::Item &item);

    Engine &m_engine;
    OutletFaces &m_faces;
    App &m_app;
    Preferences &m_preferences;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    TrayMenu::Icon m_shown;
    QList<TrayMenu::Item> m_items;
    ClockTimer m_timer;
};

} // namespace outlet
