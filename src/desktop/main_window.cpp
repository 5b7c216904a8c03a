// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/main_window.h"

#include <QtCore/QEvent>
#include <QtGui/QWindow>
#include <QtQuick/QQuickWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSystemTrayIcon>
#include <cstdio>

#include "desktop/app.h"
#include "desktop/engine.h"
#include "desktop/preferences.h"
#include "desktop/tray_icon.h"
#include "desktop/window_memory.h"
#include "desktop/window_preparation.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kTrayWait{2000};
constexpr int kTrayTries = 30;
const QString kTrayNoticeShown = QStringLiteral("trayNoticeShown");

/// Calls \a then in the main thread when the first frame of \a window is on the screen.
template <typename Then>
void afterFirstFrame(QWindow *window, Then then)
{
    if (auto *quickWindow = qobject_cast<QQuickWindow *>(window))
        QObject::connect(
            quickWindow, &QQuickWindow::frameSwapped, quickWindow, std::move(then),
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
}

/// For the benchmark: says when the first frame is on the screen.
void reportFirstFrame(QWindow *window)
{
    if (!qEnvironmentVariableIsSet("OUTLET_REPORT_FRAMES"))
        return;
    afterFirstFrame(window, [] {
        std::puts("first-frame");
        std::fflush(stdout);
    });
}

} // namespace

MainWindow::MainWindow(Engine &engine, OutletFaces &faces, App &app, Preferences &preferences,
                       std::unique_ptr<WindowPreparation> preparation, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_faces(faces)
    , m_app(app)
    , m_preferences(preferences)
    , m_preparation(std::move(preparation))
    , m_trayWait(engine.clock(), [this] { waitForTray(); })
{
    // Closing the window hides it or ends the program; closed() decides which.
    QApplication::setQuitOnLastWindowClosed(false);
}

MainWindow::~MainWindow() = default;

bool MainWindow::load()
{
    QQmlApplicationEngine &qml = m_preparation->engine();
    qml.load(WindowPreparation::windowUrl());
    if (qml.rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QWindow *>(qml.rootObjects().constFirst());
    if (!m_window)
        return false;
    m_memory = std::make_unique<WindowMemory>(m_engine, m_window);
    m_window->installEventFilter(this);
    return true;
}

void MainWindow::start(bool hidden)
{
    reportFirstFrame(m_window);
    m_memory->restore();
    if (hidden)
        updateTray();
    else // asking the desktop for its tray takes longer than a frame
        afterFirstFrame(m_window, [this] { updateTray(); });
    if (hidden && m_tray)
        return;
    if (hidden) {
        m_window->showMinimized();
        m_trayTries = kTrayTries;
        m_trayWait.start(kTrayWait);
    } else if (m_memory->wasMaximized())
        m_window->showMaximized();
    else
        m_window->show();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window || event->type() != QEvent::Close)
        return QObject::eventFilter(watched, event);
    event->ignore(); // the window stays; whether it is seen is up to us
    closed();
    return true;
}

void MainWindow::updateTray()
{
    if (!m_tray && QSystemTrayIcon::isSystemTrayAvailable())
        m_tray = std::make_unique<TrayIcon>(m_engine, m_faces, m_app, m_preferences);
}

/// Started hidden before there was a tray: as soon as there is one, the window goes there.
void MainWindow::waitForTray()
{
    updateTray();
    const bool untouched = m_window->windowStates().testFlag(Qt::WindowMinimized);
    if (m_tray && untouched)
        m_window->hide();
    else if (!m_tray && untouched && --m_trayTries > 0)
        m_trayWait.start(kTrayWait);
}

void MainWindow::closed()
{
    updateTray();
    // A panel may have gone since the start; then nothing would lead back to a hidden window.
    const bool canHide =
        m_tray && QSystemTrayIcon::isSystemTrayAvailable() && m_preferences.closeToTray();
    if (!canHide) {
        m_app.quit();
        return;
    }
    m_window->hide();
    if (m_engine.setting(kTrayNoticeShown).toBool())
        return;
    m_engine.setSetting(kTrayNoticeShown, true);
    m_tray->showMessage(tr("Outlet keeps running"),
                        tr("The server stays on. Open it again, or quit, from this icon."));
}

} // namespace outlet
