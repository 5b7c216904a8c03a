// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <QtCore/QVariantMap>
#include <QtGui/QAccessible>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickWindow>
#include <memory>

#include "base/manual_clock.h"
#include "sample_desktop.h"

namespace outlet {

/// One page of the interface in a real window of its own, on sample outlets and a clock that stands
/// still. What can be used is found as a screen reader finds it, by its accessible name.
class PageWindow
{
public:
    /// \a type is the page's QML name, \a size that of the window. With a \a history, which must
    /// outlive it, outlets can be replaced.
    explicit PageWindow(QSize size = {1280, 800}, History *history = nullptr);
    ~PageWindow();

    /// Shows a page; false when it could not be made. Loading another one ends the first.
    [[nodiscard]] bool load(const QString &type, const QVariantMap &properties = {});
    /// Takes the page down as the program does: it is deleted by the event loop.
    void unload();
    /// Takes the page down and waits until nothing of it is left.
    void end();
    /// Waits for the next frame, with which lists make their rows and layouts find their places.
    [[nodiscard]] bool drawn() const;

    [[nodiscard]] QQuickWindow *window() const { return m_window.get(); }
    [[nodiscard]] QQuickItem *page() const;
    [[nodiscard]] OutletFace *face(const QString &name) const;
    [[nodiscard]] Outlet *outlet(const QString &name) const;

    /// Everything on screen that a screen reader can reach.
    [[nodiscard]] QList<QAccessibleInterface *> reachable() const;
    /// The visible item with this accessible name; nullptr when there is none.
    [[nodiscard]] QQuickItem *find(const QString &name,
                                   QAccessible::Role role = QAccessible::NoRole) const;
    /// All of them, from top to bottom.
    [[nodiscard]] QList<QQuickItem *> findAll(const QString &name) const;
    /// Whether some visible text is, or contains, this one; any space matches any other.
    [[nodiscard]] bool shows(const QString &text) const;

    /// Waits for the item with this name and clicks it; false when it does not come.
    [[nodiscard]] bool clickOn(const QString &name, QAccessible::Role role = QAccessible::NoRole,
                               Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    /// Waits for the item of an open menu with these words and clicks it.
    [[nodiscard]] bool clickMenu(const QString &text) const;
    void click(QQuickItem *item, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               Qt::MouseButton button = Qt::LeftButton) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString &text) const;

    /// What QML complained about since the window was made.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

    ManualClock clock;
    SampleDesktop desktop;

private:
    [[nodiscard]] bool isOnScreen(const QQuickItem *item) const;

    QQmlEngine m_engine;
    QStringList m_warnings;
    std::unique_ptr<QQuickWindow> m_window;
};

} // namespace outlet
