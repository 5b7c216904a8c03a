// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Shows what a report would say, and saves it.
AppDialog {
    id: root

    readonly property ReportJob job: Diagnostics.report

    function ask(): void {
        job.make(Diagnostics.outletId);
        open();
    }

    title: qsTr("Save a report")
    text: qsTr("This is all that will be in the file. Accounts, passwords, names of outlets, rooms and Wi‑Fi networks, and most of every ID are left out. Nothing is sent to anybody.")
    cardWidth: 720
    initialFocus: save
    primaryEnabled: save.enabled
    onPrimaryRequested: files.save(qsTr("Save a report"), job.fileName, [qsTr("Text (*.txt)")])
    onClosed: job.clear()

    StatusStrip {
        width: parent.width
        visible: root.job.problem !== ""
        tone: Ui.ToneDanger
        iconName: "error"
        lines: 4
        text: root.job.problem
    }
    StatusStrip {
        width: parent.width
        visible: root.job.text === ""
        busy: true
        tone: Ui.ToneNeutral
        text: qsTr("Gathering what is known…")
    }
    MonoText {
        width: parent.width
        visible: root.job.text !== ""
        text: root.job.text
        accessibleName: qsTr("What will be in the report")
    }
    footer: [
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy")
            enabled: root.job.text !== ""
            onClicked: App.copy(root.job.text)
        },
        AppButton {
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            id: save
            kind: "primary"
            iconName: "report"
            text: qsTr("Save…")
            busy: root.job.busy && root.job.text !== ""
            enabled: root.job.text !== "" && !root.job.busy
            onClicked: root.primaryRequested()
        }
    ]
    FileDialogs {
        id: files
        onChosen: path => root.job.save(path)
    }
    Connections {
        target: root.job
        function onSaved(path: string): void {
            root.close();
            App.snack(qsTr("The report is saved as %1").arg(path), false);
        }
    }
}
