// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtQml/QQmlApplicationEngine>
#include <QtQml/QQmlComponent>

namespace outlet {

/// What the window needs and no outlet is asked for: its QML, read and compiled by Qt's own thread,
/// the first font, and the logo. Begun at the start of the program, it is done while the engine
/// reads its file, instead of after that. Main thread.
class WindowPreparation
{
public:
    /// Begins with the QML; needs a QApplication.
    WindowPreparation();
    /// What is done in this thread: while it would wait for the file anyway.
    void drawAndFindFonts();

    /// Where the interface is loaded. Whoever loads it owns this object, and destroys it before the
    /// QML singletons that the interface shows.
    [[nodiscard]] QQmlApplicationEngine &engine() { return m_engine; }
    /// Where the window's QML is.
    [[nodiscard]] static QUrl windowUrl();

private:
    QQmlApplicationEngine m_engine;
    QQmlComponent m_window;
    QQmlComponent
        m_home; ///< the page that is seen first, which the window names but does not import
};

} // namespace outlet
