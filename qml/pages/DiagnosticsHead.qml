// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Top of Diagnostics: back, which outlet, whether it is connected.
GridLayout {
    id: root

    required property OutletFace face
    property bool compact: false
    signal backRequested()

    columns: root.compact ? 1 : 3
    columnSpacing: Theme.s20
    rowSpacing: Theme.s12

    RowLayout {
        spacing: Theme.s12
        Layout.fillWidth: root.compact
        IconButton {
            iconName: "back"
            tip: qsTr("Back")
            edged: true
            iconColor: Theme.text
            Layout.leftMargin: -2
            onClicked: root.backRequested()
        }
        TitleText {
            text: qsTr("Diagnostics")
            elide: Text.ElideRight
            Layout.fillWidth: root.compact
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    RowLayout {
        spacing: Theme.s12
        visible: root.face
        Layout.fillWidth: root.compact

        AppComboBox {
            id: picker
            model: Diagnostics.choices
            currentIndex: Diagnostics.choice
            accessibleName: qsTr("Outlet")
            iconName: root.face?.icon ?? ""
            textRole: "name"
            valueRole: "id"
            Layout.preferredWidth: 236
            Layout.fillWidth: root.compact
            onActivated: Diagnostics.outletId = currentValue
        }
        LinkBadge {
            face: root.face
        }
    }
    Item {
        implicitHeight: line.height
        implicitWidth: line.width
        Layout.fillWidth: true

        Row {
            id: line
            anchors.left: root.compact ? parent.left : undefined
            anchors.right: root.compact ? undefined : parent.right
            spacing: Theme.s8
            Icon {
                name: "local"
                size: 16
                color: Theme.text2
                anchors.verticalCenter: parent.verticalCenter
            }
            SmallText {
                text: qsTr("Everything here stays on this computer")
            }
        }
    }
}
