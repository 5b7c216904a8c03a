// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace outlet {

/// The enums that QML sees, as `Ui.ToneWarn` and so on.
namespace Ui {
Q_NAMESPACE
QML_NAMED_ELEMENT(Ui)

/// What a switch shows (design.md section 3).
enum SwitchState {
    SwitchUnknown,    ///< online, but the relay was not told yet
    SwitchOff,        ///< confirmed
    SwitchOn,         ///< confirmed
    SwitchTurningOn,  ///< sent, not yet confirmed
    SwitchTurningOff, ///< sent, not yet confirmed
    SwitchFailedOn,   ///< didn't turn on
    SwitchFailedOff,  ///< didn't turn off
    SwitchOffline,    ///< not operable
};
Q_ENUM_NS(SwitchState)

/// The meaning of a colour; Theme.qml says which colour it is.
enum Tone { TonePlain, ToneNeutral, ToneAccent, ToneWarn, ToneDanger, ToneInfo };
Q_ENUM_NS(Tone)

enum Link { LinkConnecting, LinkOnline, LinkSilent, LinkOffline };
Q_ENUM_NS(Link)

enum Decision { DecisionNew, DecisionKnown, DecisionIgnored };
Q_ENUM_NS(Decision)

enum ServerState { ServerStarting, ServerListening, ServerStopped };
Q_ENUM_NS(ServerState)

enum Theme { ThemeSystem, ThemeLight, ThemeDark };
Q_ENUM_NS(Theme)

enum Sort { SortMyOrder, SortName, SortRoom, SortSignal, SortLastSeen };
Q_ENUM_NS(Sort)

/// What the Energy page shows; a day only when it was opened from a bar.
enum Period { PeriodWeek, PeriodMonth, PeriodYear, PeriodDay };
Q_ENUM_NS(Period)

enum EnergySort { EnergyMostUsed, EnergyDearest, EnergyName, EnergyMyOrder };
Q_ENUM_NS(EnergySort)

} // namespace Ui
} // namespace outlet
