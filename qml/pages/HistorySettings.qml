// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// Settings, History: how long what is kept, how large the file is, backups, and deleting.
SettingsPanel {
    id: root

    title: qsTr("History")
    iconName: "history"
    Component.onCompleted: FileCare.refresh()

    GridLayout {
        columns: root.width >= 640 ? 3 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s12
        Layout.fillWidth: true

        RetentionChoice {
            label: qsTr("Keep every reading for")
            labels: FileCare.rawLabels
            current: FileCare.rawIndex
            onChosen: index => FileCare.keep(FileCare.Raw, index)
        }
        RetentionChoice {
            label: qsTr("Keep minutes for")
            labels: FileCare.minuteLabels
            current: FileCare.minuteIndex
            onChosen: index => FileCare.keep(FileCare.Minutes, index)
        }
        RetentionChoice {
            label: qsTr("Keep hourly energy for")
            labels: FileCare.rollupLabels
            current: FileCare.rollupIndex
            onChosen: index => FileCare.keep(FileCare.Rollups, index)
        }
    }
    FileSize {
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
    }
    NoticeBox {
        visible: FileCare.resultText !== ""
        tone: FileCare.resultTone
        iconName: FileCare.resultTone === Ui.ToneDanger ? "error" : "check"
        title: FileCare.resultText
        Layout.fillWidth: true
    }
    SettingsToggle {
        text: qsTr("Daily backup")
        description: FileCare.backupText
        checked: FileCare.backupDaily
        onWished: on => FileCare.backupDaily = on
    }
    SettingsAction {
        text: qsTr("Backup folder")
        description: FileCare.backupFolder
        buttonText: qsTr("Change")
        onClicked: folder.openFolder(qsTr("Folder for backups"))
    }
    SettingsAction {
        text: qsTr("Back up now")
        description: qsTr("Everything, in one file, while Outlet runs")
        buttonText: qsTr("Back up")
        busy: FileCare.busy && !FileCare.restoring
        enabled: !FileCare.restoring
        onClicked: target.save(qsTr("Back up Outlet"), FileCare.suggestedName, [qsTr("Outlet backups (*.sqlite)")])
    }
    SettingsAction {
        text: qsTr("Restore a backup")
        description: FileCare.canRestore ? qsTr("Outlet starts again with it; that moment is a gap in the record")
            : qsTr("The demo keeps nothing, so there is nothing to restore")
        buttonText: qsTr("Choose")
        busy: FileCare.restoring
        enabled: FileCare.canRestore
        onClicked: restore.open()
    }
    SettingsAction {
        text: qsTr("Export energy")
        description: qsTr("As CSV or JSON, for spreadsheets and other programs")
        buttonText: qsTr("Export")
        buttonIcon: "export"
        enabled: App.exporting.available
        onClicked: App.askExport()
    }
    SettingsAction {
        text: qsTr("Import energy")
        description: qsTr("From a file of Outlet or of another program")
        buttonText: qsTr("Import")
        buttonIcon: "import"
        enabled: App.importing.available && !FileCare.busy
        onClicked: App.askImport()
    }
    SettingsAction {
        text: qsTr("Delete history")
        description: qsTr("Asks first")
        buttonText: qsTr("Delete")
        buttonKind: "dangerOutline"
        buttonIcon: "trash"
        enabled: !FileCare.busy
        last: true
        onClicked: erase.open()
    }

    FileDialogs {
        id: folder
        onChosen: path => FileCare.setBackupFolder(path)
    }
    FileDialogs {
        id: target
        onChosen: path => FileCare.backUp(path)
    }
    RestoreDialog {
        id: restore
    }
    DeleteHistoryDialog {
        id: erase
    }
    ShortenDialog {
        id: shorten
    }
    Connections {
        target: FileCare
        function onShorteningAsked(title: string, text: string): void {
            shorten.ask(title, text);
        }
    }
}
