// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Which days are exported: a usual range, or two dates, both included.
Labeled {
    id: root

    required property ExportJob job
    property bool narrow: false
    readonly property Item firstField: preset

    label: qsTr("Range")

    function showDays(): void {
        first.value = job.from;
        last.value = job.to;
    }
    Component.onCompleted: showDays()
    onJobChanged: showDays()

    Connections {
        target: root.job
        function onChanged(): void {
            root.showDays();
        }
    }
    Grid {
        id: grid
        width: parent.width
        columns: root.narrow ? 1 : 4
        spacing: Theme.s8
        verticalItemAlignment: root.narrow ? Grid.AlignTop : Grid.AlignVCenter
        readonly property int dayWidth: root.narrow ? width : (width - preset.width - to.width - 3 * spacing) / 2

        AppComboBox {
            id: preset
            width: root.narrow ? grid.width : 150
            accessibleName: qsTr("Range")
            model: root.job.presets
            currentIndex: root.job.preset
            onActivated: index => {
                root.job.preset = index;
                currentIndex = Qt.binding(() => root.job.preset);
            }
        }
        DateField {
            id: first
            width: grid.dayWidth
            today: root.job.today
            latest: root.job.today
            onEdited: root.job.from = value
        }
        SmallText {
            id: to
            visible: !root.narrow
            text: qsTr("to")
        }
        DateField {
            id: last
            width: grid.dayWidth
            today: root.job.today
            latest: root.job.today
            onEdited: root.job.to = value
        }
    }
    SmallText {
        width: parent.width
        visible: root.job.rangeError.length > 0
        topPadding: Theme.s4
        text: root.job.rangeError
        color: Theme.dangerText
        wrapMode: Text.Wrap
    }
}
