// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/command_line.h"

#include <QtCore/QDir>
#include <QtCore/QtGlobal>

namespace outlet {

namespace {

const QString kDemo = QStringLiteral("demo");
const QString kHidden = QStringLiteral("hidden");
const QString kTurnAllOff = QStringLiteral("turn-all-off");

/// \a arguments without those that QGuiApplication takes for itself.
QStringList withoutQtOptions(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("-platform"),
                                       QStringLiteral("-platformpluginpath"),
                                       QStringLiteral("-platformtheme"),
                                       QStringLiteral("-plugin"),
                                       QStringLiteral("-qwindowgeometry"),
                                       QStringLiteral("-qwindowicon"),
                                       QStringLiteral("-qwindowtitle"),
                                       QStringLiteral("-geometry"),
                                       QStringLiteral("-icon"),
                                       QStringLiteral("-title"),
                                       QStringLiteral("-display"),
                                       QStringLiteral("-session"),
                                       QStringLiteral("-style"),
                                       QStringLiteral("-stylesheet")};
    QStringList ours;
    for (int i = 0; i < arguments.size(); ++i) {
        if (withValue.contains(arguments.at(i)))
            ++i;
        else if (!arguments.at(i).startsWith(QStringLiteral("-qmljsdebugger")) &&
                 arguments.at(i) != u"-reverse")
            ours += arguments.at(i);
    }
    return ours;
}

/// Qt ends the program with a message about plugins when it finds no display; ours is better.
bool hasDisplay(const QStringList &arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return arguments.contains(QStringLiteral("-platform")) ||
           arguments.contains(QStringLiteral("-display")) ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") ||
           !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    Q_UNUSED(arguments)
    return true;
#endif
}

} // namespace

std::variant<DesktopOptions, ProgramNotice> parseDesktopCommandLine(const QStringList &arguments)
{
    const auto parsed = parseProgramOptions(
        QStringLiteral("outlet"), withoutQtOptions(arguments),
        {{kDemo, QStringLiteral("eight simulated outlets, in a scratch folder")},
         {kHidden, QStringLiteral("start in the tray, without the window")},
         {kTurnAllOff, QStringLiteral("ask in the window which outlets to turn off")}},
        {QStringLiteral("FILE"),
         QStringLiteral("energy that Outlet or another program exported: shows what importing it "
                        "would do")});
    if (const auto *notice = std::get_if<ProgramNotice>(&parsed))
        return *notice;
    const auto &options = std::get<ProgramOptions>(parsed);
    DesktopOptions desktop;
    desktop.core = options.core;
    desktop.core.demo = options.flags.contains(kDemo);
    desktop.logLevel = options.logLevel;
    desktop.hidden = options.flags.contains(kHidden);
    if (!options.argument.isEmpty())
        desktop.wish = WindowWish::importOf(QDir::current().absoluteFilePath(options.argument));
    else if (options.flags.contains(kTurnAllOff))
        desktop.wish = WindowWish::AskTurnAllOff;
    desktop.hasDisplay = hasDisplay(arguments);
    return desktop;
}

} // namespace outlet
