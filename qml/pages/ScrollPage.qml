// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A page that scrolls as a whole: margins by the window's width, content at most 1680 wide and
/// centred.
FocusScope {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property alias contentY: flick.contentY

    /// Width of the whole window: what the layout rules of the design count in.
    readonly property real windowWidth: Window.window ? Window.window.width : width
    /// Whether it can be looked at: not while the window is hidden or minimized.
    readonly property bool seen: visible && Window.visibility !== Window.Hidden
        && Window.visibility !== Window.Minimized
    readonly property bool compact: windowWidth < Theme.compactBelow
    readonly property bool large: windowWidth >= Theme.mediumBelow
    readonly property bool wide: windowWidth >= Theme.wideFrom
    readonly property real margin: compact ? Theme.s16 : large ? Theme.s32 : Theme.s24
    readonly property real viewHeight: flick.height
    /// Height that the content has before it scrolls.
    readonly property real room: flick.height - column.y - bottomMargin
    readonly property real bottomMargin: compact ? Theme.s16 : Theme.s24

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: column.height + column.y + root.bottomMargin
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: AppScrollBar {}

        FocusFollower {
            flickable: flick
        }
        Column {
            id: column
            x: Math.round((flick.width - width) / 2)
            y: root.compact ? Theme.s16 : Theme.s24
            width: Math.min(Theme.contentMax, flick.width - 2 * root.margin)
            spacing: Theme.s16
        }
    }
}
