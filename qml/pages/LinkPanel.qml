// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// When the outlet was online, silent or offline. The strip is one tab stop: arrows go from piece to
/// piece, T opens the list of changes.
Panel {
    id: root

    signal listRequested()

    implicitHeight: column.implicitHeight + 2 * Theme.s16

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: Theme.s8

        Flow {
            spacing: Theme.s16
            Layout.fillWidth: true

            PanelTitle {
                text: qsTr("Link")
            }
            SmallText {
                height: 24
                verticalAlignment: Text.AlignVCenter
                width: Math.min(implicitWidth, column.width)
                text: Diagnostics.pastKnown ? Diagnostics.linkSummary : qsTr("Reading…")
                elide: Text.ElideRight
            }
            Repeater {
                model: [qsTr("Online"), qsTr("Silent"), qsTr("Offline")]
                Row {
                    id: legend
                    required property int index
                    required property string modelData
                    height: 24
                    spacing: Theme.s8
                    LinkMark {
                        kind: legend.index
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    SmallText {
                        text: legend.modelData
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
            Item { // as high as its line; the button's hit area reaches over it
                implicitWidth: changes.width
                implicitHeight: 24
                AppButton {
                    id: changes
                    anchors.verticalCenter: parent.verticalCenter
                    kind: "text"
                    small: true
                    text: qsTr("Show changes")
                    onClicked: root.listRequested()
                }
            }
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: strip.height + Theme.s8 + 18

            LinkStrip {
                id: strip
                width: parent.width
                height: 16
                source: Diagnostics
                onlineColor: Theme.accent
                markColor: Theme.text2
                groundColor: Theme.inset
                activeFocusOnTab: true
                Accessible.role: Accessible.Chart
                Accessible.name: qsTr("Link, last day: %1").arg(Diagnostics.linkSummary)
                Accessible.description: currentText
                Keys.onLeftPressed: current = Math.max(0, current < 0 ? count - 1 : current - 1)
                Keys.onRightPressed: current = Math.min(count - 1, current + 1)
                Keys.onPressed: event => {
                    if (event.key !== Qt.Key_T || event.modifiers !== Qt.NoModifier)
                        return;
                    root.listRequested();
                    event.accepted = true;
                }
                onActiveFocusChanged: {
                    if (!activeFocus)
                        current = -1;
                }
                HoverHandler {
                    onPointChanged: strip.current = strip.spanAt(point.position.x)
                    onHoveredChanged: {
                        if (!hovered)
                            strip.current = -1;
                    }
                }
                AppToolTip {
                    visible: strip.current >= 0
                    delay: 0
                    x: Math.max(0, Math.min(strip.currentX - width / 2, strip.width - width))
                    text: strip.currentText
                }
                FocusRing {
                    visible: strip.activeFocus
                }
            }
            Repeater {
                model: strip.xTicks
                SmallText {
                    required property int index
                    required property var modelData
                    visible: strip.width > 480 || index % 2 === 0 || modelData.pos === 1
                    x: Math.max(0, Math.min(modelData.pos * strip.width - width / 2, strip.width - width))
                    y: strip.height + Theme.s8
                    text: modelData.label
                }
            }
        }
    }
}
