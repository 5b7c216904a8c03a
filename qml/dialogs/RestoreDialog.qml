// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Chooses a backup, from the list or from a file, says what restoring it does, and does it.
AppDialog {
    id: root

    property string path
    property string chosenTitle

    title: qsTr("Restore a backup")
    text: qsTr("Outlet checks the backup, stops for a moment and starts again with it: outlets, settings and history are then as they were. The file that is here now is kept beside it.")
    primaryEnabled: path !== "" && !FileCare.busy
    onAboutToShow: {
        path = "";
        chosenTitle = "";
        FileCare.refresh();
    }
    onPrimaryRequested: {
        if (primaryEnabled)
            FileCare.restore(path);
    }

    Column {
        width: parent.width
        SmallText {
            visible: FileCare.backups.length === 0
            text: qsTr("There is no backup in %1 yet.").arg(FileCare.backupFolder)
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
        Repeater {
            model: FileCare.backups
            AppRadio {
                required property var modelData
                width: parent.width
                text: modelData.title
                description: modelData.size
                checked: root.path === modelData.path
                onClicked: {
                    root.path = modelData.path;
                    root.chosenTitle = modelData.title;
                    checked = Qt.binding(() => root.path === modelData.path);
                }
            }
        }
        AppRadio {
            visible: root.path !== "" && root.chosenTitle === ""
            width: parent.width
            text: root.path
            checked: visible
        }
    }
    AppButton {
        small: true
        iconName: "folder"
        text: qsTr("Another file…")
        enabled: !FileCare.busy
        onClicked: files.open(qsTr("Backup to restore"), [qsTr("Outlet backups (*.sqlite)"), qsTr("All files (*)")])
    }
    NoticeBox {
        visible: FileCare.resultText !== "" && FileCare.resultTone === Ui.ToneDanger
        width: parent.width
        tone: Ui.ToneDanger
        iconName: "error"
        title: FileCare.resultText
    }
    FileDialogs {
        id: files
        onChosen: path => {
            root.path = path;
            root.chosenTitle = "";
        }
    }

    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            enabled: !FileCare.restoring
            onClicked: root.cancel()
        },
        AppButton {
            kind: "primary"
            text: FileCare.restoring ? qsTr("Checking…") : qsTr("Restore")
            busy: FileCare.restoring
            enabled: root.primaryEnabled
            onClicked: root.primaryRequested()
        }
    ]
}
