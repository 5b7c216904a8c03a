// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick

/// The labels of an axis that moves: each keeps its item, which gets another place and other words,
/// because to make texts anew for each step of panning takes longer than to draw the curve. The
/// delegate has `index` and looks into `ticks`, where there may be fewer by now.
Repeater {
    /// List of {pos, label, ...}.
    required property var ticks
    property int most: 0

    onTicksChanged: most = Math.max(most, ticks.length)
    model: most
}
