// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Gives the history of an outlet that is gone to the one in its place, and says before what that
/// means. Open it with ask().
AppDialog {
    id: dialog

    readonly property ReplaceJob job: App.replacing
    readonly property var sentences: job.consequences
    readonly property bool alone: job.successors.length === 0

    function ask(id: string): void {
        job.begin(id);
        open();
    }
    function start(): void {
        if (!alone)
            return job.replace();
        close();
        App.openPage("add");
    }

    title: qsTr("Replace %1").arg(job.oldName)
    text: alone ? qsTr("There is no other outlet yet. Add the new one first, then come back here.")
        : qsTr("For an outlet that is broken or gone: its history goes on with the one in its place.")
    primaryEnabled: alone || job.canReplace
    initialFocus: alone ? primary : successor
    onPrimaryRequested: start()

    Connections {
        target: dialog.job
        function onReplaced(): void {
            dialog.close();
        }
    }

    Labeled {
        width: parent.width
        visible: !dialog.alone
        enabled: !dialog.job.busy
        label: qsTr("Replaced by")
        AppComboBox {
            id: successor
            readonly property var chosen: dialog.job.successors[dialog.job.successor]
            width: parent.width
            accessibleName: qsTr("Replaced by")
            placeholder: qsTr("Choose an outlet")
            model: dialog.job.successors
            textRole: "text"
            iconName: chosen ? chosen.icon : ""
            currentIndex: dialog.job.successor
            onActivated: index => dialog.job.successor = index
        }
    }
    Column {
        width: parent.width
        visible: !dialog.alone
        enabled: !dialog.job.busy
        AppCheckBox {
            width: parent.width
            text: qsTr("Take over name, room, icon and settings")
            checked: dialog.job.takesName
            onToggled: dialog.job.takesName = checked
        }
        AppCheckBox {
            width: parent.width
            text: qsTr("Remove the old outlet from the list")
            checked: dialog.job.removesOld
            onToggled: dialog.job.removesOld = checked
        }
    }
    NoticeBox {
        width: parent.width
        visible: dialog.job.consequences.length > 0
        tone: Ui.ToneNeutral
        title: qsTr("What happens")
        lines: dialog.sentences
    }

    footStart: [
        Row {
            anchors.verticalCenter: parent?.verticalCenter
            width: parent?.width ?? 0
            visible: dialog.job.busy
            spacing: Theme.s8
            Spinner {
                id: wheel
                anchors.verticalCenter: parent.verticalCenter
            }
            SmallText {
                width: parent.width - wheel.width - Theme.s8
                text: qsTr("Moving the history…")
                elide: Text.ElideRight
            }
        },
        SmallText {
            width: parent?.width ?? 0
            anchors.verticalCenter: parent?.verticalCenter
            visible: !dialog.job.busy
            text: dialog.job.problem
            color: Theme.dangerText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    ]
    footer: [
        AppButton {
            kind: "text"
            text: dialog.job.busy ? qsTr("Close") : qsTr("Cancel")
            onClicked: dialog.cancel()
        },
        AppButton {
            id: primary
            kind: "primary"
            text: dialog.alone ? qsTr("Add outlet") : qsTr("Replace")
            enabled: dialog.primaryEnabled
            onClicked: dialog.start()
        }
    ]
}
