// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Bars with their axis labels, tooltip and states, for pointer and keyboard. The plot is one tab
/// stop: Left and Right choose a bar (with Shift ten), Home and End the ends, Up and Down a part of
/// it, Enter opens it, Esc leaves, T asks for the table. The time axis does not mirror.
FocusScope {
    id: root

    property BarSource source
    property bool byCost: false
    property string title
    /// Newer data is on its way; what there is stays, dimmed.
    property bool loading: false
    /// Why there is no data; empty = nothing is wrong.
    property string errorText
    property string emptyText: qsTr("No readings in this time")
    property string emptyNote
    /// The unit is told elsewhere.
    property bool unitless: false
    property real leastGutter: 40
    /// Bars can be opened.
    property bool opens: false
    readonly property alias chart: chart
    signal barActivated(int bar)
    signal tableRequested()
    signal retryRequested()

    /// Reached or used by keys: then the ring shows.
    property bool byKeyboard: false
    readonly property real gutter: Math.max(leastGutter, Math.ceil(widest.width) + Theme.s16)
    readonly property real below: 28

    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: root.errorText.length > 0 ? root.errorText : chart.summaryText
    Accessible.description: chart.currentText
    Accessible.focusable: true

    Keys.onPressed: event => {
        root.byKeyboard = true;
        const far = event.modifiers & Qt.ShiftModifier ? 10 : 1;
        event.accepted = true;
        if (event.key === Qt.Key_Left)
            chart.step(-far);
        else if (event.key === Qt.Key_Right)
            chart.step(far);
        else if (event.key === Qt.Key_Home)
            chart.choose(0);
        else if (event.key === Qt.Key_End)
            chart.choose(chart.count - 1);
        else if (event.key === Qt.Key_Up)
            chart.stepPart(1);
        else if (event.key === Qt.Key_Down)
            chart.stepPart(-1);
        else if (event.key === Qt.Key_Escape && chart.current >= 0)
            chart.choose(-1);
        else if (event.key === Qt.Key_T && event.modifiers === Qt.NoModifier)
            root.tableRequested();
        else if (root.opens && chart.current >= 0 && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                || event.key === Qt.Key_Space))
            root.barActivated(chart.current);
        else
            event.accepted = false;
    }
    // The release of the Tab that led here.
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            root.byKeyboard = true;
        event.accepted = false;
    }
    onActiveFocusChanged: if (!activeFocus) chart.choose(-1)

    BarChart {
        id: chart
        x: root.gutter
        y: Theme.s8
        width: Math.max(0, root.width - root.gutter)
        height: Math.max(0, root.height - root.below - y)
        source: root.source
        byCost: root.byCost
        unitless: root.unitless
        title: root.title
        dimmed: root.loading || root.errorText.length > 0
        seriesColors: Theme.dark ? Theme.seriesDark : Theme.seriesLight
        accentColor: Theme.accent
        gridColor: Theme.outline
        projectedColor: Theme.inset
        markColor: Theme.text2

        HoverHandler {
            id: hover
            cursorShape: root.opens && chart.current >= 0 ? Qt.PointingHandCursor : Qt.ArrowCursor
            onPointChanged: if (hovered) chart.choose(chart.barAt(point.position.x))
            onHoveredChanged: if (!hovered && !root.activeFocus) chart.choose(-1)
        }
        TapHandler {
            onTapped: point => {
                root.byKeyboard = false;
                root.forceActiveFocus(Qt.MouseFocusReason);
                chart.choose(chart.barAt(point.position.x));
                // A finger has no hover: its first touch shows the figures, the second opens.
                if (root.opens && hover.hovered)
                    root.barActivated(chart.current);
            }
        }
    }
    TextMetrics {
        id: widest
        font.pixelSize: Theme.fontCaption
        text: chart.longestYLabel
    }
    AxisLabels {
        id: values
        ticks: chart.yTicks
        CaptionText {
            required property int index
            readonly property var tick: values.ticks[index]
            x: root.gutter - Theme.s12 - width
            y: chart.y + (tick?.pos ?? 0) * chart.plotHeight - height / 2
            visible: tick !== undefined && !chart.empty // no values, no measure
            text: tick?.label ?? ""
            Accessible.ignored: true
        }
    }
    AxisLabels {
        id: times
        ticks: chart.xTicks
        CaptionText {
            required property int index
            readonly property var tick: times.ticks[index]
            readonly property bool strong: tick?.strong ?? false
            readonly property real at: chart.x + (tick?.pos ?? 0) * chart.width - width / 2
            x: Math.max(0, Math.min(root.width - width, at))
            y: root.height - height
            visible: tick !== undefined
            text: tick?.label ?? ""
            color: strong ? Theme.text : Theme.text2
            font.weight: strong ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
    }
    BarTooltip {
        chart: chart
        visible: chart.current >= 0 && root.errorText.length === 0
    }
    BarNotice {
        anchors.centerIn: chart
        width: chart.width
        loading: root.loading
        errorText: root.errorText
        title: chart.empty && !root.loading && root.errorText.length === 0 ? root.emptyText : ""
        note: root.emptyNote
        onRetryRequested: root.retryRequested()
    }
    FocusRing {
        visible: root.activeFocus && root.byKeyboard
        anchors.fill: chart
        anchors.margins: -Theme.s4 - 2 // clear of the dot and the strip at the ends
        cornerRadius: Theme.radiusControl
    }
}
