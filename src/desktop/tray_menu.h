// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QString>

namespace outlet {

class Engine;
class HomeTotals;
class OutletFaces;

/// What stands in the tray's menu and what its icon says (design.md, "Tray"). Pure: made anew from
/// the faces each time.
class TrayMenu
{
    Q_DECLARE_TR_FUNCTIONS(outlet::TrayMenu)
public:
    /// At most so many outlets are listed; "More…" opens the window for the rest.
    static constexpr int kMostOutlets = 12;

    enum class Kind { Totals, Separator, Outlet, More, TurnAllOff, Open, Settings, Quit };
    /// How a figure is put beside a name: Windows has a right column, other menus have not.
    enum class Figures { AfterTab, InBrackets };

    struct Item
    {
        Kind kind = Kind::Separator;
        QString text; ///< ready for QAction: a "&" of a name is doubled
        QString id;   ///< of an outlet
        bool enabled = true;
        bool checked = false; ///< the outlet is confirmed on
        friend bool operator==(const Item &, const Item &) = default;
    };

    enum class State { Running, NewOutlet, Overload, Stopped };
    struct Icon
    {
        State state = State::Running;
        QString toolTip;
        friend bool operator==(const Icon &, const Icon &) = default;
    };

    [[nodiscard]] static QList<Item> items(const OutletFaces &faces, const HomeTotals &totals,
                                           Figures figures);
    /// The most urgent state: stopped, then overload, then a new outlet.
    [[nodiscard]] static Icon icon(const OutletFaces &faces, const HomeTotals &totals,
                                   const Engine &engine);
};

} // namespace outlet
