// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The wizard's title, how far it has come, and the way out. The steps go under the title when there
/// is little room.
Item {
    id: root

    readonly property bool narrow: width < 800
    signal closeRequested()

    implicitHeight: narrow ? title.height + steps.height + Theme.s8 : title.height

    PageHeader {
        id: title
        width: parent.width
        title: qsTr("Add an outlet")

        IconButton {
            iconName: "close"
            tip: qsTr("Close")
            edged: true
            iconColor: Theme.text
            onClicked: root.closeRequested()
        }
    }
    WizardSteps {
        id: steps
        y: root.narrow ? title.height + Theme.s8 : Math.round((title.height - height) / 2)
        x: root.narrow ? 0 : Math.round((root.width - width) / 2)
        labelled: !root.narrow || root.width > 520
        current: Setup.step
        titles: [qsTr("Choose a way"), qsTr("Enter Wi‑Fi"), qsTr("Connect")]
        isDone: Setup.state === Setup.Done
    }
}
