// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// Settings, General. Everything applies at once.
SettingsPanel {
    title: qsTr("General")
    iconName: "settings"

    SmallText {
        text: qsTr("Theme")
        font.weight: Font.Medium
    }
    Segment {
        model: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
        currentIndex: Preferences.theme
        accessibleName: qsTr("Theme")
        onActivated: index => Preferences.theme = index
    }
    CurrencyChoice {
        visible: Prices.available
        Layout.fillWidth: true
        Layout.maximumWidth: 320
        Layout.topMargin: Theme.s4
    }
    SettingsToggle {
        text: qsTr("Start with the session")
        description: App.trayAvailable ? qsTr("Opens in the tray") : qsTr("Opens when you log in")
        error: Preferences.startWithSessionError
        checked: Preferences.startWithSession
        onWished: on => Preferences.startWithSession = on
    }
    SettingsToggle {
        text: qsTr("Close to tray")
        description: App.trayAvailable ? qsTr("The server keeps running")
            : qsTr("This desktop shows no tray. Closing the window ends Outlet and its server.")
        enabled: App.trayAvailable
        checked: App.trayAvailable && Preferences.closeToTray
        onWished: on => Preferences.closeToTray = on
    }
    SettingsToggle {
        text: qsTr("Reduce motion")
        description: qsTr("Nothing slides, fades or spins")
        checked: Preferences.reduceMotion
        onWished: on => Preferences.reduceMotion = on
    }
    SettingsToggle {
        text: qsTr("Ask before turning off")
        description: qsTr("For outlets marked Keep on")
        checked: Preferences.askBeforeKeepOn
        last: true
        onWished: on => Preferences.askBeforeKeepOn = on
    }
}
