// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What is drawn beside an outlet's own curve: its range before, other outlets. Takes effect at once.
AppDialog {
    id: dialog

    required property ChartCurves curves
    required property OutletFace face

    title: qsTr("Compare with")
    onPrimaryRequested: close()

    AppCheckBox {
        width: parent.width
        visible: dialog.curves.beforeName !== ""
        text: dialog.curves.beforeName
        checked: dialog.curves.withBefore
        onToggled: dialog.curves.withBefore = checked
    }
    Column {
        width: parent.width

        SmallText {
            visible: outlets.count > 1
            text: qsTr("Other outlets")
            bottomPadding: Theme.s4
        }
        Repeater {
            model: FaceModel {
                id: outlets
                decision: Ui.DecisionKnown
            }
            AppCheckBox {
                id: box
                required property OutletFace face
                width: parent?.width ?? 0
                visible: box.face !== dialog.face
                text: box.face.name
                description: box.face.room
                checked: dialog.curves.comparedCount >= 0 && dialog.curves.isCompared(box.face)
                onToggled: dialog.curves.setCompared(box.face, checked)
            }
        }
    }
    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Compare nothing")
            enabled: dialog.curves.withBefore || dialog.curves.comparedCount > 0
            onClicked: dialog.curves.compareNothing()
        },
        AppButton {
            kind: "primary"
            text: qsTr("Done")
            onClicked: dialog.close()
        }
    ]
}
