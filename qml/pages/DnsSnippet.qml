// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What to enter where for the DNS servers that people have at home.
Column {
    id: root

    property string address
    property int kind: 0
    readonly property string text: Server.snippet(Server.snippetKinds[kind].key, address)

    spacing: Theme.s8

    BodyText {
        width: parent.width
        text: qsTr("In your router, or in the DNS server it uses, let these names answer with the address above:")
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    Repeater {
        model: Server.dnsNames
        RowLayout {
            id: name
            required property string modelData
            width: root.width
            spacing: 0
            BodyText {
                text: name.modelData
                font.family: Theme.monoFamily
                font.weight: Font.Medium
            }
            IconButton {
                iconName: "copy"
                iconSize: 18
                tip: qsTr("Copy %1").arg(name.modelData)
                Layout.topMargin: -6
                Layout.bottomMargin: -6
                onClicked: App.copy(name.modelData)
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
    AppComboBox {
        visible: !segment.visible
        width: Math.min(parent.width, 280)
        model: Array.from(Server.snippetKinds, each => each.label)
        currentIndex: root.kind
        accessibleName: qsTr("DNS server")
        onActivated: index => root.kind = index
    }
    Segment {
        id: segment
        visible: implicitWidth <= root.width
        model: Array.from(Server.snippetKinds, each => each.label)
        currentIndex: root.kind
        accessibleName: qsTr("DNS server")
        onActivated: index => root.kind = index
    }
    CodeBlock {
        width: parent.width
        text: root.text
        accessibleName: qsTr("Lines for %1").arg(Server.snippetKinds[root.kind].label)
        copyDescription: qsTr("Copies the lines")
    }
}
