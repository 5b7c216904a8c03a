// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QMetaType>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <optional>

#include "protocol/models.h"

namespace outlet {

/// What the user decided about an outlet.
enum class Decision {
    New,     ///< shown, neither commanded nor recorded, not remembered over a restart
    Known,   ///< allowed
    Ignored, ///< may stay connected, gets no commands and does not notify again
};

/// "known", "new" or "ignored": the words of the control channel and of the file.
[[nodiscard]] QString decisionName(Decision decision);
/// The decision of that name; empty for any other text.
[[nodiscard]] std::optional<Decision> decisionFromName(QStringView name);

/// A switching that is due once, at a time (design.md, countdown).
struct Countdown
{
    qint64 dueUtcMs = 0;
    bool turnOn = false;

    friend bool operator==(const Countdown &, const Countdown &) = default;
};

/// What is remembered about an outlet: identity, the user's choices, and what it last said of
/// itself.
struct OutletRecord
{
    QString id;
    Decision decision = Decision::New;
    QString name; ///< empty = not named; Outlet::displayName() has a stand-in
    QString room;
    QString icon;     ///< name of an icon in resources, e.g. "freezer"; empty = the general one
    QString modelKey; ///< key of protocol::models(), empty = not chosen
    std::optional<protocol::Rating> rating; ///< as printed on the back; chosen with the model
    int position = 0;                       ///< the user's own order, 0 first
    int chartColor = 0;                     ///< 0 = automatic, 1 to 8 = series colour
    bool keepOn = false;                    ///< "Keep on": starts unticked when all are turned off
    double standbyBelowWatts = 10;          ///< on and below this counts as standby
    std::optional<double> warnAboveWatts;   ///< overload limit, none by default
    std::optional<Countdown> countdown;

    QString firmware;              ///< text, as the outlet said it
    QString address;               ///< last address
    std::optional<bool> encrypted; ///< framing of the last message; empty before the first
    qint64 firstSeenUtcMs = 0;     ///< 0 = never
    qint64 lastSeenUtcMs = 0;      ///< 0 = never
    qint64 decidedUtcMs = 0;       ///< when it was allowed or ignored

    friend bool operator==(const OutletRecord &, const OutletRecord &) = default;
};

/// Chooses the model with this key, and with it the rating; an empty key takes the choice back.
/// False, with nothing changed, for a key that no model has.
[[nodiscard]] bool chooseModel(OutletRecord &record, QStringView modelKey);
/// Every key that chooseModel() takes, in the order in which they are offered.
[[nodiscard]] QStringList modelKeys();

} // namespace outlet

Q_DECLARE_METATYPE(outlet::OutletRecord)
