// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/window_memory.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtGui/QWindow>
#include <algorithm>

#include "desktop/engine.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kSettled{500};
const QString kGeometry = QStringLiteral("windowGeometry");
const QString kMaximized = QStringLiteral("windowMaximized");

} // namespace

WindowMemory::WindowMemory(Engine &engine, QWindow *window, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_window(window)
    , m_timer(engine.clock(), [this] { save(); })
{
    connect(window, &QWindow::xChanged, this, &WindowMemory::changed);
    connect(window, &QWindow::yChanged, this, &WindowMemory::changed);
    connect(window, &QWindow::widthChanged, this, &WindowMemory::changed);
    connect(window, &QWindow::heightChanged, this, &WindowMemory::changed);
    connect(window, &QWindow::windowStateChanged, this, &WindowMemory::changed);
    connect(window, &QObject::destroyed, this, [this] { m_window = nullptr; });
}

void WindowMemory::restore()
{
    const QRect remembered = m_engine.setting(kGeometry).toRect();
    if (!m_window || !remembered.isValid())
        return;
    QList<QRect> screens;
    if (const QScreen *primary = QGuiApplication::primaryScreen())
        screens += primary->availableGeometry();
    for (const QScreen *screen : QGuiApplication::screens())
        screens += screen->availableGeometry();
    m_window->setGeometry(fitted(remembered, screens));
}

bool WindowMemory::wasMaximized() const
{
    return m_engine.setting(kMaximized).toBool();
}

QRect WindowMemory::fitted(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    const auto shared = [&wanted](const QRect &screen) {
        const QRect common = screen.intersected(wanted);
        return common.isValid() ? qint64(common.width()) * common.height() : 0;
    };
    const QRect screen = *std::max_element(
        screens.begin(), screens.end(),
        [&shared](const QRect &a, const QRect &b) { return shared(a) < shared(b); });
    QRect rect = wanted;
    rect.setSize(rect.size().boundedTo(screen.size()));
    rect.moveLeft(std::clamp(rect.left(), screen.left(), screen.right() - rect.width() + 1));
    rect.moveTop(std::clamp(rect.top(), screen.top(), screen.bottom() - rect.height() + 1));
    return rect;
}

void WindowMemory::changed()
{
    m_timer.start(kSettled);
}

void WindowMemory::save()
{
    if (!m_window || !m_window->isVisible())
        return;
    const Qt::WindowStates states = m_window->windowStates();
    if (states.testFlag(Qt::WindowMinimized))
        return;
    const bool maximized =
        states.testFlag(Qt::WindowMaximized) || states.testFlag(Qt::WindowFullScreen);
    if (maximized != wasMaximized())
        m_engine.setSetting(kMaximized, maximized);
    if (!maximized && m_window->geometry() != m_engine.setting(kGeometry).toRect())
        m_engine.setSetting(kGeometry, m_window->geometry());
}

} // namespace outlet
