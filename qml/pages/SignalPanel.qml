// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The signal now and over the last day.
Panel {
    id: root

    required property OutletFace face

    implicitHeight: 286

    PanelTitle {
        id: title
        x: Theme.s20
        y: Theme.s16
        width: parent.width - now.width - 2 * Theme.s20 - Theme.s8
        text: qsTr("Signal, last day")
    }
    Row {
        id: now
        anchors.right: parent.right
        anchors.rightMargin: Theme.s20
        y: title.y + (title.height - height) / 2
        SmallText {
            text: root.face?.signalText ?? ""
            color: Theme.text
            font.weight: Font.DemiBold
        }
        SmallText {
            visible: text !== ""
            text: Diagnostics.weakestText === "" ? "" : qsTr(" · %1").arg(Diagnostics.weakestText)
        }
    }
    SmallText {
        anchors.centerIn: chart
        visible: chart.empty
        width: chart.width - Theme.s16
        z: 1
        text: Diagnostics.pastKnown ? qsTr("No signal was recorded in the last day.") : qsTr("Reading…")
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    SignalChart {
        id: chart
        x: Theme.s20 + scale.width + Theme.s8
        y: title.y + title.height + Theme.s20
        width: parent.width - x - zones.width - Theme.s8 - Theme.s20
        height: parent.height - y - 38
        source: Diagnostics
        lineColor: Theme.accent
        gridColor: Theme.outline
        limitColor: Theme.outlineStrong
        gapColor: Theme.inset
        Accessible.role: Accessible.Chart
        Accessible.name: qsTr("Signal, last day: %1 %2").arg(root.face?.signalText ?? "")
            .arg(Diagnostics.weakestText)
    }
    TextMetrics {
        id: scale
        font.pixelSize: Theme.fontSmall
        text: "−90"
    }
    Item {
        id: zones
        x: chart.x + chart.width + Theme.s8
        y: chart.y
        width: 40
        height: chart.height
        Repeater {
            model: chart.zones
            SmallText {
                required property var modelData
                y: modelData.pos * zones.height - height / 2
                text: modelData.label
            }
        }
    }
    Repeater {
        model: chart.yTicks
        SmallText {
            required property var modelData
            x: chart.x - Theme.s8 - width
            y: chart.y + modelData.pos * chart.height - height / 2
            text: modelData.label
        }
    }
    Repeater {
        model: chart.xTicks
        SmallText {
            required property var modelData
            x: Math.max(chart.x, Math.min(chart.x + modelData.pos * chart.width - width / 2,
                chart.x + chart.width - width))
            y: chart.y + chart.height + Theme.s8
            text: modelData.label
        }
    }
}
