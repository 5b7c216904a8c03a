// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <memory>

#include "base/clock.h"

class QWindow;

namespace outlet {

class App;
class Engine;
class OutletFaces;
class Preferences;
class TrayIcon;
class WindowMemory;
class WindowPreparation;

/// The window and the tray icon: how they are shown, hidden and closed. Main thread.
class MainWindow : public QObject
{
    Q_OBJECT
public:
    /// All but \a preparation must outlive the window; the QML singletons must exist.
    MainWindow(Engine &engine, OutletFaces &faces, App &app, Preferences &preferences,
               std::unique_ptr<WindowPreparation> preparation, QObject *parent = nullptr);
    ~MainWindow() override;

    /// Loads the interface. False when it can't be shown; Qt has said why.
    [[nodiscard]] bool load();
    /// Shows the window, or with \a hidden only the tray icon; where there is no tray the window is
    /// minimized instead, so that it can be found.
    void start(bool hidden);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateTray();
    void waitForTray();
    void closed();

    Engine &m_engine;
    OutletFaces &m_faces;
    App &m_app;
    Preferences &m_preferences;
    std::unique_ptr<WindowPreparation> m_preparation;
    QWindow *m_window = nullptr;
    std::unique_ptr<WindowMemory> m_memory;
    std::unique_ptr<TrayIcon> m_tray;
    ClockTimer m_trayWait; ///< a session starts its panel and its programs at the same time
    int m_trayTries = 0;
};

} // namespace outlet
