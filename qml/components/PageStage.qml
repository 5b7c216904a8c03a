// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Shows the page that is asked for, under what holds for all pages. Home stays once it was shown, so
/// that Back finds it as it was left; the others come and go.
FocusScope {
    id: stage

    property string page
    property OutletFace face
    property string section: "general"
    /// A day of the month that the report is about, "2025-10-01".
    property string month
    property bool opened: false
    // Pages differ in what they can do, so this has no type.
    readonly property var shown: page === "home" ? home.item : other.item
    signal openOutletRequested(string id)
    signal openPageRequested(string page)
    signal settingsRequested(string section)
    signal backRequested()
    signal editRequested(OutletFace face)
    signal allowRequested(OutletFace face)
    signal removeRequested(var ids)
    signal turnOffRequested(var ids)

    /// Calls `then` at once, or after the user agreed to lose what the page would lose.
    function leave(then: var): void {
        if (typeof shown?.leave === "function")
            shown.leave(then);
        else
            then();
    }
    function focusSearch(): void {
        if (typeof shown?.focusSearch === "function")
            shown.focusSearch();
    }
    function load(): void {
        if (page === "home") {
            home.active = true;
            other.source = "";
            home.forceActiveFocus();
        } else if (page === "outlet") {
            other.setSource("OutletPage.qml", { face: face });
        } else if (page === "report") {
            other.setSource("ReportPage.qml", { month: month });
        } else if (page === "settings") {
            other.setSource("SettingsPage.qml", { section: section });
        } else {
            other.setSource({ devices: "DevicesPage.qml", energy: "EnergyPage.qml", add: "SetupPage.qml", diagnostics: "DiagnosticsPage.qml", welcome: "WelcomePage.qml" }[page]);
        }
        if (page !== "home")
            other.forceActiveFocus();
        if (opened) // what the window opens with is there at once
            fade.restart();
        opened = true;
    }

    Keys.onEscapePressed: backRequested()
    onPageChanged: load()
    onFaceChanged: {
        if (page === "outlet" && face)
            load();
    }

    NumberAnimation {
        id: fade
        target: body
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.fadeTime
    }
    Column {
        id: notices
        readonly property int margin: Window.width < Theme.compactBelow ? Theme.s16
            : Window.width < Theme.mediumBelow ? Theme.s24 : Theme.s32
        x: Math.round((parent.width - width) / 2)
        y: visible ? Theme.s16 : 0
        width: Math.min(parent.width - 2 * margin, Theme.contentMax)
        visible: problem.count + simulated.count > 0 && stage.page !== "welcome"
        spacing: Theme.s8
        Repeater { // most of the time there is nothing to tell, and no banner
            id: problem
            model: App.problemText.length > 0 ? 1 : 0
            delegate: PageBanner {
                width: notices.width
                tone: App.problemTone
                text: App.problemText
            }
        }
        Repeater {
            id: simulated
            model: App.demo || App.simulatedActive ? 1 : 0
            delegate: PageBanner {
                width: notices.width
                tone: Ui.ToneInfo
                text: App.demo ? qsTr("Demo. These outlets are simulated, and nothing is kept.")
                    : qsTr("Some of these outlets are simulated.")
                actionText: App.demo ? "" : qsTr("Remove simulated outlets")
                onActionClicked: App.removeSimulated()
            }
        }
    }
    FocusScope {
        id: body
        width: parent.width
        y: notices.visible ? notices.y + notices.height : 0
        height: parent.height - y
        focus: true

        Loader {
            id: home
            anchors.fill: parent
            active: false
            visible: stage.page === "home"
            focus: stage.page === "home"
            source: "HomePage.qml"
        }
        Loader {
            id: other
            anchors.fill: parent
            focus: stage.page !== "home"
        }
    }
    Connections {
        target: home.item
        ignoreUnknownSignals: true
        function onOpenOutletRequested(id: string): void {
            stage.openOutletRequested(id);
        }
        function onEditRequested(face: OutletFace): void {
            stage.editRequested(face);
        }
        function onAllowRequested(face: OutletFace): void {
            stage.allowRequested(face);
        }
        function onRemoveRequested(face: OutletFace): void {
            stage.removeRequested([face.outletId]);
        }
        function onAddRequested(): void {
            stage.openPageRequested("add");
        }
        function onTurnOffRequested(): void {
            stage.turnOffRequested(null);
        }
        function onChoosePortRequested(): void {
            stage.settingsRequested("server");
        }
        function onDevicesRequested(): void {
            stage.openPageRequested("devices");
        }
    }
    Connections {
        target: other.item
        ignoreUnknownSignals: true
        function onOpenOutletRequested(id: string): void {
            stage.openOutletRequested(id);
        }
        function onBackRequested(): void {
            stage.backRequested();
        }
        function onEditRequested(face: OutletFace): void {
            stage.editRequested(face);
        }
        function onAllowRequested(face: OutletFace): void {
            stage.allowRequested(face);
        }
        function onAddRequested(): void {
            stage.openPageRequested("add");
        }
        function onHelpRequested(): void {
            stage.openPageRequested("add");
        }
        function onReportRequested(month: string): void {
            stage.month = month;
            stage.openPageRequested("report");
        }
        function onPricesRequested(): void {
            stage.settingsRequested("prices");
        }
        function onServerRequested(): void {
            stage.settingsRequested("server");
        }
        function onDevicesRequested(): void {
            stage.openPageRequested("devices");
        }
        function onTurnOffRequested(ids: var): void {
            stage.turnOffRequested(ids);
        }
    }
}
