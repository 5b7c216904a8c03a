// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The pointer on a chart: hovering moves the crosshair, a drag selects what to zoom to, a drag with
/// Shift or the middle button moves the range, a double click takes the last step back. Ctrl+wheel
/// zooms, a wheel or touchpad sideways moves; the plain wheel is left to the page.
MouseArea {
    id: root

    required property PowerChart chart
    required property ChartRange range
    /// The crosshair stays when the pointer leaves: keys may be moving it.
    property bool held: false

    readonly property real least: 8 // pixels that a hand does not move by accident
    property real from: -1
    property real to: -1
    property bool selecting: false
    property bool panning: false

    function within(x: real): real {
        return Math.max(0, Math.min(x, chart.plotWidth));
    }

    hoverEnabled: true
    acceptedButtons: Qt.LeftButton | Qt.MiddleButton
    preventStealing: selecting || panning
    cursorShape: panning ? Qt.ClosedHandCursor : selecting ? Qt.SizeHorCursor : Qt.ArrowCursor
    Accessible.ignored: true

    onPressed: mouse => {
        from = within(mouse.x);
        to = from;
        panning = mouse.button === Qt.MiddleButton || (mouse.modifiers & Qt.ShiftModifier);
    }
    onPositionChanged: mouse => {
        if (!pressed) {
            chart.moveCrosshairTo(within(mouse.x));
            return;
        }
        if (panning) {
            range.pan((from - mouse.x) / chart.plotWidth);
            from = mouse.x;
            return;
        }
        to = within(mouse.x);
        selecting = selecting || Math.abs(to - from) >= least;
        if (selecting)
            chart.clearCrosshair();
    }
    onReleased: mouse => {
        if (selecting)
            range.zoomTo(from / chart.plotWidth, to / chart.plotWidth);
        else if (!panning)
            chart.moveCrosshairTo(within(mouse.x));
        selecting = false;
        panning = false;
    }
    onCanceled: {
        selecting = false;
        panning = false;
    }
    onDoubleClicked: range.zoomOut()
    onExited: {
        if (!held)
            chart.clearCrosshair();
    }
    onWheel: wheel => {
        const along = wheel.angleDelta.y / 120;
        const aside = wheel.angleDelta.x / 120;
        if (wheel.modifiers & Qt.ControlModifier && along !== 0)
            range.zoomBy(Math.pow(0.8, along), within(wheel.x) / chart.plotWidth);
        else if (Math.abs(aside) > Math.abs(along))
            range.pan(-aside / 10);
        else
            wheel.accepted = false;
    }

    Rectangle {
        visible: root.selecting
        x: Math.min(root.from, root.to)
        width: Math.abs(root.to - root.from)
        height: root.chart.plotHeight
        color: Theme.accent
        opacity: Theme.bandOpacity
    }
}
