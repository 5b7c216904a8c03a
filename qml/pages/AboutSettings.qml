// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// Settings, About.
SettingsPanel {
    id: root

    readonly property string versions: qsTr("Outlet %1").arg(App.version) + "\n"
        + qsTr("Qt %1, database %2").arg(App.qtVersion).arg(App.databaseVersion)

    title: qsTr("About")
    iconName: "info"

    RowLayout {
        spacing: Theme.s12
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            BodyText {
                text: qsTr("Outlet %1").arg(App.version)
                font.weight: Font.Medium
            }
            SmallText {
                text: qsTr("Qt %1, database %2").arg(App.qtVersion).arg(App.databaseVersion)
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
        }
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy")
            Accessible.description: qsTr("Copies the versions")
            onClicked: App.copy(root.versions)
        }
    }
    Rectangle {
        color: Theme.outline
        Layout.fillWidth: true
        Layout.preferredHeight: 1
    }
    RowLayout {
        spacing: Theme.s12
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            BodyText {
                text: qsTr("Data folder")
                font.weight: Font.Medium
            }
            SmallText {
                text: App.dataFolder
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
        }
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy")
            Accessible.description: qsTr("Copies the path of the data folder")
            onClicked: App.copy(App.dataFolder)
        }
    }
    Rectangle {
        color: Theme.outline
        Layout.fillWidth: true
        Layout.preferredHeight: 1
    }
    AppButton {
        text: qsTr("Licenses")
        Layout.topMargin: Theme.s4
        onClicked: licenses.open()
    }
    SmallText {
        text: qsTr("Not made or endorsed by Etekcity or VeSync.")
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    LicensesDialog {
        id: licenses
    }
}
