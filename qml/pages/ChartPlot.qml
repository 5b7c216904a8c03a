// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A chart with its axis labels, its crosshair and its states, for pointer and keyboard. The plot is
/// one tab stop. The time axis does not mirror.
FocusScope {
    id: root

    required property ChartCurves curves
    property string title
    readonly property alias chart: chart
    signal tableRequested()

    /// Reached or used by keys: then the ring shows.
    property bool byKeyboard: false
    readonly property real gutter: 52
    readonly property real below: 28

    activeFocusOnTab: true
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Chart
    Accessible.name: chart.summaryText
    Accessible.description: chart.crosshairVisible
        ? qsTr("%1, %2").arg(chart.crosshairTimeText).arg(chart.crosshairValueText) : ""
    Accessible.focusable: true

    Keys.onPressed: event => {
        event.accepted = keys.press(event);
        if (event.accepted)
            root.byKeyboard = true;
    }
    // The release of the Tab that led here.
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            root.byKeyboard = true;
        event.accepted = false;
    }
    onActiveFocusChanged: if (!activeFocus) chart.clearCrosshair()

    ChartKeys {
        id: keys
        chart: chart
        range: root.curves.range
        onTableRequested: root.tableRequested()
    }

    PowerChart {
        id: chart
        x: root.gutter
        y: Theme.s8
        width: root.width - root.gutter - Theme.s8
        height: root.height - root.below - y
        curves: root.curves
        title: root.title
        lineColor: Theme.accent
        seriesColors: Theme.dark ? Theme.seriesDark : Theme.seriesLight
        gridColor: Theme.outline
        gapColor: Theme.inset
        stateColor: Theme.accent
        textColor: Theme.text2
        surfaceColor: Theme.surface
    }
    ChartMouse {
        anchors.fill: chart
        chart: chart
        range: root.curves.range
        held: root.activeFocus
        onPressed: {
            root.byKeyboard = false;
            root.forceActiveFocus(Qt.MouseFocusReason);
        }
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
            readonly property real at: chart.x + (tick?.pos ?? 0) * chart.plotWidth
            // The first is left aligned and the last right aligned where they would stand out.
            x: Math.max(chart.x, Math.min(at - width / 2, chart.x + chart.plotWidth - width))
            y: root.height - height
            visible: tick !== undefined
            text: tick?.label ?? ""
            Accessible.ignored: true
        }
    }
    ChartTooltip {
        z: 1 // over the ring
        chart: chart
        visible: chart.crosshairVisible
    }
    BarNotice {
        x: chart.x
        y: chart.y + (chart.plotHeight - height) / 2
        width: chart.plotWidth
        loading: root.curves.busy
        spinnerDelay: 0 // busy means that it takes long
        errorText: root.curves.errorText
        title: root.curves.emptyText
        note: root.curves.emptyNote
        onRetryRequested: root.curves.retry()
    }
    FocusRing {
        visible: root.activeFocus && root.byKeyboard
        anchors.fill: chart
        anchors.margins: -Theme.s4 - 2 // clear of the dot and the strip at the ends
        cornerRadius: Theme.radiusControl
    }
}
