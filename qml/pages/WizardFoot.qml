// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// The buttons under a step: back on the left, the way on to the right.
GridLayout {
    id: root

    /// The step above; the last one's form is filled in by it.
    property Item step
    readonly property bool narrow: width < 480
    readonly property bool choosing: Setup.step === Setup.Choose
    readonly property bool failed: Setup.state === Setup.Failed
    readonly property bool done: Setup.state === Setup.Done
    signal closeRequested()

    function goOn(): void {
        if (choosing)
            Setup.next();
        else if (Setup.step === Setup.Wifi)
            step?.submit();
        else if (Setup.state === Setup.Joining)
            Setup.sendNow();
        else if (failed && Setup.isHopeless)
            Setup.reset();
        else if (failed)
            Setup.retry();
        else if (done && step?.finish())
            root.closeRequested();
    }

    columns: narrow ? 1 : 4
    columnSpacing: Theme.s8
    rowSpacing: 0

    AppButton {
        visible: !root.choosing && !root.done
        text: qsTr("Back")
        Layout.fillWidth: root.narrow
        Layout.row: root.narrow ? 3 : 0
        Layout.column: 0
        onClicked: Setup.back()
    }
    AppButton {
        visible: root.failed
        kind: "text"
        iconName: "copy"
        text: qsTr("Copy details")
        Layout.fillWidth: root.narrow
        Layout.row: root.narrow ? 4 : 0
        Layout.column: root.narrow ? 0 : 1
        onClicked: App.copy(Setup.details())
    }
    AppButton {
        visible: root.choosing
        kind: "text"
        iconName: "info"
        text: qsTr("My light does not turn blue")
        Layout.fillWidth: root.narrow
        Layout.row: root.narrow ? 4 : 0
        Layout.column: root.narrow ? 0 : 1
        onClicked: root.step?.showHelp()
    }
    Item {
        visible: !root.narrow
        Layout.row: 0
        Layout.column: 2
        Layout.fillWidth: true
    }
    GridLayout {
        columns: root.narrow ? 1 : 2
        columnSpacing: Theme.s8
        rowSpacing: 0
        Layout.row: 0
        Layout.column: root.narrow ? 0 : 3
        Layout.fillWidth: root.narrow

        AppButton {
            text: root.done ? qsTr("Add another") : qsTr("Cancel")
            Layout.fillWidth: root.narrow
            Layout.row: root.narrow ? 1 : 0
            Layout.column: 0
            onClicked: {
                if (!root.done)
                    root.closeRequested();
                else if (root.step?.finish())
                    Setup.reset();
            }
        }
        AppButton {
            visible: Setup.state !== Setup.Running
            kind: "primary"
            iconName: root.failed && !Setup.isHopeless ? "retry" : ""
            text: root.choosing ? qsTr("Next") : Setup.step === Setup.Wifi ? qsTr("Connect")
                : root.failed && Setup.isHopeless ? qsTr("Set up another") : root.failed ? qsTr("Try again") : root.done ? qsTr("Finish") : qsTr("Send now")
            Layout.fillWidth: root.narrow
            Layout.row: 0
            Layout.column: root.narrow ? 0 : 1
            onClicked: root.goOn()
        }
    }
}
