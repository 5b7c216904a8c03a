// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A chart with its axis labels and its crosshair, for pointer and keyboard. The plot is one tab
/// stop: Left and Right move (with Shift ten points), Home and End go to the ends, Esc leaves, T asks
/// for the table. The time axis does not mirror.
FocusScope {
    id: root

    required property OutletFace face
    property int spanSeconds: 300
    readonly property alias chart: chart
    signal tableRequested()

    /// Reached or used by keys: then the ring shows.
    property bool byKeyboard: false
    readonly property real gutter: 52
    readonly property real below: 28

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: chart.summaryText
    Accessible.description: chart.crosshairVisible
        ? qsTr("%1, %2").arg(chart.crosshairTimeText).arg(chart.crosshairValueText) : ""
    Accessible.focusable: true

    Keys.onPressed: event => {
        root.byKeyboard = true;
        const far = event.modifiers & Qt.ShiftModifier ? 10 : 1;
        event.accepted = true;
        if (event.key === Qt.Key_Left)
            chart.stepCrosshair(-far);
        else if (event.key === Qt.Key_Right)
            chart.stepCrosshair(far);
        else if (event.key === Qt.Key_Home)
            chart.moveCrosshairTo(0);
        else if (event.key === Qt.Key_End)
            chart.moveCrosshairTo(chart.width);
        else if (event.key === Qt.Key_Escape && chart.crosshairVisible)
            chart.clearCrosshair();
        else if (event.key === Qt.Key_T && event.modifiers === Qt.NoModifier)
            root.tableRequested();
        else
            event.accepted = false;
    }
    // The release of the Tab that led here.
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            root.byKeyboard = true;
        event.accepted = false;
    }
    onActiveFocusChanged: if (!activeFocus) chart.clearCrosshair()

    PowerChart {
        id: chart
        x: root.gutter
        y: Theme.s8
        width: root.width - root.gutter - Theme.s8
        height: root.height - root.below - y
        series: root.face.live
        title: root.face.name
        spanSeconds: root.spanSeconds
        lineColor: Theme.series(root.face.chartColor)
        gridColor: Theme.outline
        gapColor: Theme.inset
        stateColor: Theme.accent
        textColor: Theme.text2
        surfaceColor: Theme.surface

        HoverHandler {
            id: hover
            onPointChanged: if (hovered) chart.moveCrosshairTo(point.position.x)
            onHoveredChanged: if (!hovered && !root.activeFocus) chart.clearCrosshair()
        }
        TapHandler {
            onTapped: point => {
                root.byKeyboard = false;
                root.forceActiveFocus(Qt.MouseFocusReason);
                chart.moveCrosshairTo(point.position.x);
            }
        }
    }

    Repeater {
        model: chart.yTicks
        CaptionText {
            required property var modelData
            x: root.gutter - Theme.s12 - width
            y: chart.y + modelData.pos * chart.plotHeight - height / 2
            text: modelData.label
            Accessible.ignored: true
        }
    }
    Repeater {
        model: chart.xTicks
        CaptionText {
            required property var modelData
            required property int index
            readonly property real at: chart.x + modelData.pos * chart.width
            x: modelData.pos <= 0 ? at : modelData.pos >= 1 ? at - width : at - width / 2
            y: root.height - height
            text: modelData.label
            Accessible.ignored: true
        }
    }
    ChartTooltip {
        chart: chart
        visible: chart.crosshairVisible
    }
    Column {
        visible: chart.empty
        anchors.centerIn: chart
        LabelText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("No readings yet")
        }
        SmallText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.face.offline ? qsTr("The outlet is offline.")
                : qsTr("The first one comes in a few seconds.")
        }
    }
    FocusRing {
        visible: root.activeFocus && root.byKeyboard
        anchors.fill: chart
        anchors.margins: -2
    }
}
