// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// An outlet that the user ignores.
Item {
    id: root

    required property OutletFace face
    property bool last: false

    implicitHeight: Math.max(48, row.implicitHeight + Theme.s4)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s4
        spacing: Theme.s12

        Icon {
            name: "devices"
            size: 20
        }
        Flow {
            spacing: Theme.s12
            Layout.fillWidth: true

            BodyText {
                text: root.face.hasName ? root.face.name : root.face.newTitle
                font.weight: Font.Medium
            }
            FactLine {
                height: parent.children[0].height
                verticalAlignment: Text.AlignVCenter
                parts: [root.face.address,
                    root.face.firmware === "–" ? "" : qsTr("firmware %1").arg(root.face.firmware),
                    root.face.decidedText]
            }
        }
        AppButton {
            kind: "text"
            small: true
            text: qsTr("Stop ignoring")
            Accessible.description: root.face.newTitle
            onClicked: root.face.stopIgnoring()
        }
    }
    Rectangle {
        visible: !root.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.outline
    }
}
