// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// A chart in one state, with what state that is above it.
Panel {
    id: root

    required property string label
    required property OutletFace face
    property string kind: "day"
    /// How many ranges before the present one.
    property int back: 0
    property bool before: false
    property var others: []
    /// As Tab and the arrow keys leave it.
    property bool focused: false
    property bool table: false

    implicitHeight: heading.y + heading.height + Theme.s8 + 184 + legend.height + Theme.s8 + Theme.s12
    Layout.fillWidth: true
    Layout.fillHeight: true

    ChartRange {
        id: range
        face: root.face
        Component.onCompleted: {
            kindName = root.kind;
            for (let i = 0; i < root.back; ++i)
                previous();
        }
    }
    ChartCurves {
        id: curves
        face: root.face
        range: range
        withBefore: root.before
        Component.onCompleted: {
            for (const other of root.others)
                setCompared(other, true);
        }
    }
    SectionText {
        id: heading
        x: Theme.s20
        y: Theme.s16
        width: parent.width - 2 * x
        text: root.label
        font.pixelSize: Theme.fontPanel
        elide: Text.ElideRight
    }
    ChartPlot {
        id: plot
        x: Theme.s12
        y: heading.y + heading.height + Theme.s8
        width: root.width - 2 * x
        height: legend.y - y - Theme.s8
        visible: !root.table
        curves: curves
        title: root.face.name
    }
    ChartTable {
        anchors.fill: plot
        visible: root.table
        chart: plot.chart
        title: root.label
    }
    ChartLegend {
        id: legend
        x: plot.x + plot.gutter
        y: root.height - height - Theme.s12
        width: root.width - x - Theme.s12
        chart: plot.chart
    }
    Timer {
        running: root.focused
        interval: 500
        onTriggered: {
            plot.byKeyboard = true;
            plot.forceActiveFocus(Qt.TabFocusReason);
            plot.chart.moveCrosshairTo(plot.chart.plotWidth * 0.4);
        }
    }
}
