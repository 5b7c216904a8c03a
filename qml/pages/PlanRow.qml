// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One price plan of PlanList: a click opens it below; the menu duplicates or deletes it.
AbstractButton {
    id: row

    required property int index
    required property string title
    required property string when
    required property string prices
    required property string stateText
    required property int stateTone
    readonly property bool current: index === Prices.current
    readonly property bool wide: width >= 640
    signal stepRequested(int by)
    signal duplicateRequested()
    signal removeRequested()

    height: wide ? Math.max(46, name.implicitHeight + Theme.s20)
        : Math.max(64, name.implicitHeight + when.implicitHeight + Theme.s20)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    padding: 0
    text: title
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()
    Keys.onUpPressed: row.stepRequested(-1)
    Keys.onDownPressed: row.stepRequested(1)
    Keys.onMenuPressed: menu.popup(more, 0, more.height)
    Keys.onDeletePressed: row.removeRequested()
    Accessible.role: Accessible.ListItem
    Accessible.name: row.title
    Accessible.description: qsTr("%1, %2, %3").arg(row.when).arg(row.prices).arg(row.stateText)
    Accessible.selected: row.current

    background: Rectangle {
        color: row.current ? Theme.accentSoft : Theme.clear
        radius: row.index === Prices.plans.count - 1 ? Theme.radiusCard - 1 : 0
        Rectangle { // the lower corners alone are round
            visible: parent.radius > 0
            width: parent.width
            height: parent.height / 2
            color: parent.color
        }
        HoverTint {
            radius: parent.radius
            hovered: row.hovered && !row.current
            pressed: row.down
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.outline
        }
        Rectangle {
            visible: row.visualFocus
            anchors.fill: parent
            anchors.margins: 2
            radius: Theme.radiusSmall
            color: Theme.clear
            border.width: 2
            border.color: Theme.accent
        }
    }
    contentItem: Item {
        Icon {
            x: Theme.s20
            anchors.verticalCenter: parent.verticalCenter
            name: "calendar"
            color: row.current ? Theme.accentText : Theme.text2
            size: 18
        }
        LabelText {
            id: name
            x: 50
            y: row.wide ? (row.height - height) / 2 : (row.height - implicitHeight - when.implicitHeight) / 2
            width: (row.wide ? parent.width * 0.317 : badge.x) - x - Theme.s8
            text: row.title
            font.weight: Font.Medium
            elide: Text.ElideRight
        }
        SmallText {
            id: when
            x: row.wide ? parent.width * 0.317 : name.x
            y: row.wide ? (row.height - height) / 2 : name.y + name.height
            width: (row.wide ? parent.width * 0.578 : badge.x) - x - Theme.s8
            text: row.wide ? row.when : qsTr("%1 · %2").arg(row.when).arg(row.prices)
            wrapMode: row.wide ? Text.NoWrap : Text.Wrap
            elide: row.wide ? Text.ElideRight : Text.ElideNone
        }
        SmallText {
            visible: row.wide
            x: parent.width * 0.578
            anchors.verticalCenter: parent.verticalCenter
            width: badge.x - x - Theme.s8
            text: row.prices
            elide: Text.ElideRight
        }
        Badge {
            id: badge
            anchors.right: more.left
            anchors.verticalCenter: parent.verticalCenter
            text: row.stateText
            tone: row.stateTone
            fill: row.current ? Theme.surface : Theme.toneFill(tone)
        }
        IconButton {
            id: more
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            iconName: "more"
            tip: qsTr("More for %1").arg(row.title)
            onClicked: menu.popup(more, 0, more.height)
        }
    }
    AppMenu {
        id: menu
        AppMenuItem {
            iconName: "edit"
            text: qsTr("Edit")
            onTriggered: row.clicked()
        }
        AppMenuItem {
            iconName: "copy"
            text: qsTr("Duplicate")
            onTriggered: row.duplicateRequested()
        }
        AppMenuItem {
            iconName: "trash"
            text: qsTr("Delete")
            danger: true
            onTriggered: row.removeRequested()
        }
    }
}
