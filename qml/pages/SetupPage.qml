// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// "Add an outlet", from the way it is told about this computer to its first reading. Leaving the page
/// ends what runs and forgets the password.
FocusScope {
    id: root

    signal backRequested()
    signal allowRequested(OutletFace face)
    signal devicesRequested()
    signal serverRequested()

    readonly property bool routed: Setup.way === Setup.RouterDns && Setup.step === Setup.Connect

    Component.onDestruction: Setup.reset()

    ScrollPage {
        id: scroll
        anchors.fill: parent
        visible: !root.routed
        focus: !root.routed

        WizardHead {
            id: head
            width: parent.width
            onCloseRequested: root.backRequested()
        }
        Loader {
            id: body
            width: parent.width
            focus: true
            active: !root.routed
            source: Setup.step === Setup.Choose ? "WayStep.qml" : Setup.step === Setup.Wifi ? "WifiStep.qml" : "ConnectStep.qml"
            onLoaded: {
                item.room = Qt.binding(() => scroll.room - head.height - foot.height - 2 * scroll.spacing);
                item.forceActiveFocus(Qt.TabFocusReason);
                Qt.callLater(() => scroll.contentY = 0); // a step begins at its top, whatever has the focus
            }
        }
        Item { // keeps the buttons at the foot of a window that is higher than the step
            width: 1
            height: Math.max(0, scroll.room - head.height - body.height - foot.height - 3 * scroll.spacing)
        }
        WizardFoot {
            id: foot
            width: parent.width
            step: body.item as Item
            onCloseRequested: root.backRequested()
        }
    }
    Loader {
        id: router
        anchors.fill: parent
        focus: root.routed
        source: root.routed ? "AddOutletPage.qml" : ""
        onLoaded: forceActiveFocus()
    }
    Connections {
        target: body.item
        ignoreUnknownSignals: true
        function onGoOnRequested(): void {
            foot.goOn();
        }
    }
    Connections {
        target: router.item as AddOutletPage
        function onBackRequested(): void {
            root.backRequested();
        }
        function onWayRequested(): void {
            Setup.back();
        }
        function onAllowRequested(face: OutletFace): void {
            root.allowRequested(face);
        }
        function onServerRequested(): void {
            root.serverRequested();
        }
    }
    Connections {
        target: Setup
        function onAnnounced(text: string): void {
            App.announce(text);
        }
        function onDevicesRequested(): void {
            root.devicesRequested();
        }
        function onServerRequested(): void {
            root.serverRequested();
        }
    }
}
