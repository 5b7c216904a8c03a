// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Which outlet used how much, and what is missing. An outlet opens its page.
Panel {
    id: root

    required property EnergyView view
    property bool compact: false
    signal openOutletRequested(string id)

    readonly property var sorts: [qsTr("Most used"), qsTr("Highest cost"), qsTr("Name"), qsTr("My order")]

    implicitHeight: column.implicitHeight + Theme.s8 + Theme.s16

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.leftMargin: root.compact ? Theme.s16 : Theme.s20
        anchors.rightMargin: anchors.leftMargin
        anchors.topMargin: Theme.s4
        anchors.bottomMargin: Theme.s16
        spacing: 0

        RowLayout {
            PanelTitle {
                text: qsTr("By outlet")
                Layout.fillWidth: true
            }
            AppButton {
                id: button
                kind: "text"
                iconName: "sort"
                small: true
                text: root.sorts[root.view.sort]
                textColor: Theme.text2
                Accessible.name: qsTr("Sort by %1").arg(text)
                onClicked: menu.popup(button, button.width - menu.width, button.height)
                AppMenu {
                    id: menu
                    Repeater {
                        model: root.sorts
                        AppMenuItem {
                            required property int index
                            required property string modelData
                            enabled: root.view.hasPrices || index !== Ui.EnergyDearest
                            text: modelData
                            iconName: index === root.view.sort ? "check" : ""
                            onTriggered: root.view.sort = index
                        }
                    }
                }
            }
        }
        Repeater {
            model: root.view.ranking
            EnergyRankRow {
                required property int index
                last: index === root.view.ranking.count - 1
                dimmed: root.view.loading || root.view.errorText.length > 0
                Layout.fillWidth: true
                onClicked: root.openOutletRequested(outletId)
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.minimumHeight: root.view.missingText.length > 0 ? Theme.s12 : 0
        }
        RowLayout {
            visible: root.view.missingText.length > 0
            spacing: Theme.s8
            Icon {
                name: "info"
                size: 16
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
            }
            CaptionText {
                text: root.view.missingText
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
}
