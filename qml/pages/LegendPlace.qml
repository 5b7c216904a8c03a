// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A LegendToggle in a line of a legend: lines of small text stand nearer to each other than what is
/// easy to hit is high.
Item {
    id: place

    required property string text
    required property bool shown
    /// Which of Theme.series(); 0 = the accent.
    required property int series
    signal clicked()

    width: entry.implicitWidth
    height: Theme.legendLine

    LegendToggle {
        id: entry
        y: (place.height - height) / 2
        text: place.text
        series: place.series
        shown: place.shown
        onClicked: place.clicked()
    }
}
