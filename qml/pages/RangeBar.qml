// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The choice of a range and the way to the one before and after. Where there is little room the
/// choice is a menu.
GridLayout {
    id: root

    required property ChartRange range
    property bool compact: false

    readonly property var names: [qsTr("Live"), qsTr("Hour"), qsTr("Day"), qsTr("Week"), qsTr("Month"),
        qsTr("Year"), qsTr("Custom")]
    // A zoomed range has a long name, which takes a second line before the plot moves down.
    readonly property real leastTitle: Math.min(title.implicitWidth, 160 * Theme.textScale)
    readonly property bool narrow: root.compact || root.width < choice.implicitWidth + columnSpacing
        + way.implicitWidth - title.implicitWidth + leastTitle
    readonly property bool usesMenu: root.compact || root.width < choice.implicitWidth

    function choose(index: int): void {
        if (index === ChartRange.Custom)
            custom.open();
        else
            root.range.kind = index;
    }

    columns: narrow ? 1 : 2
    rowSpacing: 0
    columnSpacing: Theme.s12

    Segment {
        id: choice
        visible: !root.usesMenu && root.range.hasHistory
        model: root.names
        icons: ["", "", "", "", "", "", "calendar"]
        currentIndex: root.range.kind
        repeatable: true
        accessibleName: qsTr("Range")
        onActivated: index => root.choose(index)
    }
    AppComboBox {
        visible: root.usesMenu && root.range.hasHistory
        model: root.names
        currentIndex: root.range.kind
        accessibleName: qsTr("Range")
        Layout.fillWidth: true
        onActivated: index => {
            root.choose(index);
            currentIndex = Qt.binding(() => root.range.kind);
        }
    }
    RowLayout {
        id: way
        spacing: 0
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignRight

        Item {
            visible: !root.narrow
            Layout.fillWidth: true
        }
        IconButton {
            visible: !root.range.live
            iconName: "back"
            tip: qsTr("Earlier")
            enabled: root.range.canGoBack
            onClicked: root.range.previous()
        }
        LabelText {
            id: title
            text: root.range.title
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.maximumWidth: root.narrow ? Infinity : Math.ceil(implicitWidth)
            Layout.leftMargin: Theme.s4
            Layout.rightMargin: Theme.s4
            Layout.minimumHeight: Theme.hitSize
            verticalAlignment: Text.AlignVCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        IconButton {
            visible: !root.range.live
            iconName: "forward"
            tip: qsTr("Later")
            enabled: root.range.canGoForward
            onClicked: root.range.next()
        }
        IconButton {
            visible: root.range.zoomed
            iconName: "undo"
            tip: qsTr("Zoom out (Esc)")
            onClicked: root.range.zoomOut()
        }
    }
    CustomRangeDialog {
        id: custom
        range: root.range
    }
}
