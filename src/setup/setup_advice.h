// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include "setup/setup_context.h"

namespace outlet {

/// Something that a failure may come from, and what to do about it.
struct SetupHint
{
    /// What can be offered beside it.
    enum class Action {
        None,
        HoldButton,     ///< show how to get the light steady blue, or blinking slowly
        CheckNetwork,   ///< back to name and password
        PickAddress,    ///< choose this computer's address again
        ShowFirewall,   ///< firewallCommands()
        OtherLayout,    ///< again, with the BSSID layout
        UseAccessPoint, ///< the outlet's own network instead
        UseSmartConfig, ///< the other way round
        OpenDevices,    ///< where new outlets wait
        OpenServerSettings,
        MoveCloser, ///< nothing to press: the outlet belongs nearer to the router
        MoreTime,   ///< a longer limit, where the user has set one
    };
    QString title; ///< a few words
    QString text;  ///< one or two sentences: what to do
    Action action = Action::None;
};

/// A failure, explained.
struct SetupAdvice
{
    /// What the hints are.
    enum class Kind {
        Causes,   ///< what may be behind it
        Choices,  ///< what to do, as it is clear what happened
        Hopeless, ///< nothing helps: why, and what still works
    };
    QString title;          ///< what happened, a few words
    QString text;           ///< why, in a sentence or two
    QList<SetupHint> hints; ///< likeliest first: one to four
    Kind kind = Kind::Causes;

    /// Title, text and hints as one paragraph, for a terminal.
    [[nodiscard]] QString plain() const;
};

/// Explains a failure; translated. Every cause has a next step.
[[nodiscard]] SetupAdvice setupAdvice(const SetupFailure &failure, const SetupContext &context);

} // namespace outlet
