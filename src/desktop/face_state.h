// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "desktop/format.h"
#include "desktop/ui.h"

namespace outlet {

class Outlet;

/// What people see of an outlet, as plain values in groups that change together. All texts are
/// finished and translated.
struct FaceState
{
    struct Identity
    {
        QString id;
        QString shortId;
        QString name; ///< or its stand-in
        bool hasName = false;
        QString newTitle;
        QString room;
        QString icon;
        Ui::Decision decision = Ui::DecisionNew;
        bool simulated = false;
        QString modelKey;
        QString modelLabel;
        QString ratingText;
        int chartColor = 0;
        bool keepOn = false;
        double standbyBelowWatts = 0;
        double warnAboveWatts = 0;
        friend bool operator==(const Identity &, const Identity &) = default;
    };
    struct Link
    {
        Ui::Link link = Ui::LinkOffline;
        QString text;
        Ui::Tone tone = Ui::ToneNeutral;
        QString icon;
        QString signalIcon;
        QString signalText;
        QString signalShort;
        QString firmware;
        QString firmwareNote;
        QString framing;
        QString address;
        friend bool operator==(const Link &, const Link &) = default;
    };
    struct Switch
    {
        Ui::SwitchState state = Ui::SwitchOffline;
        bool switchable = false;
        QString text;
        bool isOn = false;
        friend bool operator==(const Switch &, const Switch &) = default;
    };
    struct Power
    {
        QString text;
        QString unit;
        Ui::Tone tone = Ui::ToneNeutral;
        Ui::Tone tileTone = Ui::ToneNeutral;
        bool overload = false;
        QString voltage;
        QString current;
        QString whole;
        friend bool operator==(const Power &, const Power &) = default;
    };
    struct Strip
    {
        /// What a press of the strip's action does.
        enum class Action { None, Retry, Help, CancelCountdown };

        Ui::Tone tone = Ui::TonePlain;
        QString icon;
        QString text;
        QString actionText;
        Action action = Action::None;
        bool busy = false;
        bool countdownActive = false;
        QString countdownText;
        QString sinceText;
        friend bool operator==(const Strip &, const Strip &) = default;
    };
    struct Energy
    {
        QString today;
        QString cost;
        QString onToday;
        friend bool operator==(const Energy &, const Energy &) = default;
    };
    struct Times
    {
        QString lastSeen;
        QString firstSeen;
        QString decided;
        friend bool operator==(const Times &, const Times &) = default;
    };
    struct Words
    {
        QString name;
        QString description;
        QString switchDescription;
        friend bool operator==(const Words &, const Words &) = default;
    };

    Identity identity;
    Link link;
    Switch relay;
    Power power;
    Strip strip;
    Energy energy; ///< kept up by OutletFace, from the recorded energy
    Times times;
    Words words;

    /// The power that is shown, unrounded; empty = unknown.
    std::optional<double> watts;
    /// How long everything but the times stays true if the outlet says nothing.
    qint64 validForMs = TimedText::kForever;
    /// How long the times stay true.
    qint64 timesValidForMs = TimedText::kForever;
};

/// What a face is made from besides the outlet itself.
struct FaceInput
{
    qint64 nowUtcMs = 0;
    bool kilowatts = false;       ///< in: the unit shown so far; out: the unit to remember
    qint64 standbySinceUtcMs = 0; ///< 0 = not in standby; kept up to date by faceState()
    bool simulated = false;
};

/// A reading older than this is shown in the secondary colour.
inline constexpr qint64 kStaleReadingMs = 30'000;
/// A reading older than this is not shown: it says nothing about now.
inline constexpr qint64 kDeadReadingMs = 120'000;
/// A wish that waits longer than this is "still trying".
inline constexpr qint64 kStillTryingMs = 5'000;

/// Puts an outlet into words (design.md section 3, "Outlet card", and 3.1). Updates \a input's
/// memory of the unit and of the standby's beginning.
[[nodiscard]] FaceState faceState(const Outlet &outlet, FaceInput &input);

} // namespace outlet
