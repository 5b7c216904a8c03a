// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The window: the way around, the page, and what lies above all pages. It does not show itself;
/// that is up to the program, which knows whether it starts hidden.
ApplicationWindow {
    id: window

    readonly property bool compact: width < Theme.compactBelow
    readonly property bool welcoming: App.welcome && page === "welcome"
    property string page // none until it is known which comes first
    readonly property var places: [
        { page: "home", icon: "home", title: qsTr("Home") },
        { page: "energy", icon: "energy", title: qsTr("Energy") },
        { page: "devices", icon: "devices", title: qsTr("Devices") },
        { page: "settings", icon: "settings", title: qsTr("Settings") }
    ]
    /// Where Back leads: pages that were left for one that is not in the rail.
    property var trail: []

    width: 1280
    height: 800
    minimumWidth: 380
    minimumHeight: 560
    title: App.demo ? qsTr("Outlet (simulated)") : qsTr("Outlet")
    color: Theme.bg
    font.pixelSize: Theme.fontBody
    palette.text: Theme.text
    palette.windowText: Theme.text
    palette.base: Theme.surface
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentInk

    function openPage(name: string): void {
        if (name === page)
            return;
        stage.leave(() => {
            trail = ["add", "report", "diagnostics"].includes(name) ? trail.concat([page]) : [];
            if (name !== "settings")
                stage.section = "general";
            if (name !== "add" && name !== "diagnostics")
                stage.face = null;
            page = name;
            if (places.some(place => place.page === name))
                Preferences.lastPage = name;
        });
    }
    function openOutlet(id: string): void {
        const face = App.face(id);
        if (!face)
            return;
        stage.leave(() => {
            trail = page === "outlet" || page === "welcome" ? trail : trail.concat([page]);
            stage.face = face;
            page = "outlet";
        });
    }
    function openSettings(section: string): void {
        stage.section = section;
        openPage("settings");
    }
    function back(): void {
        if (trail.length === 0)
            return;
        stage.leave(() => {
            const last = trail[trail.length - 1];
            trail = trail.slice(0, -1);
            if (page === "outlet")
                stage.face = null;
            const gone = last === "outlet" ? !stage.face : last === "welcome" && !App.welcome;
            page = gone ? "home" : last;
        });
    }
    function openEdit(face: OutletFace): void {
        dialogs.edit(face, "edit");
    }
    function openAllow(face: OutletFace): void {
        dialogs.edit(face, "allow");
    }
    function askTurnAllOff(): void {
        dialogs.turnOff(null);
    }
    function show_(): void {
        show();
        raise();
        requestActivate();
    }

    Component.onCompleted: {
        const last = Preferences.lastPage;
        page = App.welcome ? "welcome" : places.some(place => place.page === last) ? last : "home";
    }

    NavRail {
        id: rail
        visible: !window.compact && !window.welcoming
        width: visible ? implicitWidth : 0
        height: parent.height
        places: window.places
        page: window.page === "add" || window.page === "diagnostics" ? "devices"
            : window.page === "outlet" || window.page === "report" ? window.trail[0] ?? "home" : window.page
        onChosen: (page) => window.openPage(page)
    }
    PageStage {
        id: stage
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        page: window.page
        focus: true
        onOpenOutletRequested: (id) => window.openOutlet(id)
        onOpenPageRequested: (page) => window.openPage(page)
        onSettingsRequested: (section) => window.openSettings(section)
        onBackRequested: window.back()
        onEditRequested: (face) => window.openEdit(face)
        onAllowRequested: (face) => window.openAllow(face)
        onRemoveRequested: (ids) => dialogs.remove(ids)
        onTurnOffRequested: (ids) => dialogs.turnOff(ids)
    }
    NavBar {
        id: bar
        visible: window.compact && !window.welcoming
        width: parent.width
        height: visible ? implicitHeight : 0
        anchors.bottom: parent.bottom
        places: window.places
        page: rail.page
        onChosen: (page) => window.openPage(page)
    }
    SnackBar {
        id: snack
        width: Math.min(596, stage.width - 2 * Theme.s16)
        x: Math.round(stage.x + (stage.width - width) / 2)
        y: Math.round(bar.y - height - Theme.s16)
        z: 2
        property bool isOffer: false
        onActionClicked: isOffer ? App.takeOffer() : App.undo()
    }
    Item { // read out by screen readers when its name changes
        id: voice
        width: 1
        height: 1
        Accessible.role: Accessible.AlertMessage
        Accessible.name: ""
    }

    WindowDialogs {
        id: dialogs
        onRemoved: {
            if (window.page === "outlet")
                window.back();
        }
    }
    WindowKeys {
        places: window.places
        canGoBack: window.trail.length > 0
        onPageRequested: (page) => window.openPage(page)
        onBackRequested: window.back()
        onFindRequested: {
            window.openPage("devices");
            stage.focusSearch();
        }
        onTurnOffRequested: window.askTurnAllOff()
        onExportRequested: dialogs.exportEnergy()
    }
    Connections {
        target: App
        function onSnack(text: string, canUndo: bool): void {
            snack.isOffer = false;
            snack.show(text, canUndo ? qsTr("Undo") : "");
        }
        function onOffer(text: string, actionText: string): void {
            snack.isOffer = true;
            snack.show(text, actionText);
        }
        function onOpenOutlet(id: string): void {
            window.openOutlet(id);
        }
        function onOpenDiagnostics(id: string): void {
            if (id !== "")
                Diagnostics.outletId = id;
            window.openPage("diagnostics");
        }
        function onOpenPage(page: string): void {
            window.openPage(page);
        }
        function onAskTurnAllOff(): void {
            window.show_();
            window.askTurnAllOff();
        }
        function onAskExport(): void {
            dialogs.exportEnergy();
        }
        function onAskExportOf(fromIso: string, toIso: string, outletIds: var): void {
            dialogs.exportEnergyOf(fromIso, toIso, outletIds);
        }
        function onAskImport(): void {
            dialogs.importEnergy();
        }
        function onAskImportOf(path: string): void {
            dialogs.importFile(path);
        }
        function onAskReplace(outletId: string): void {
            dialogs.replace(outletId);
        }
        function onAnnounce(text: string): void {
            voice.Accessible.name = text;
        }
        function onRaise(): void {
            window.show_();
        }
        function onCountsChanged(): void {
            if (window.page === "outlet" && !stage.face) // it was removed from elsewhere
                window.back();
        }
        function onWelcomeChanged(): void {
            if (App.welcome)
                window.openPage("welcome");
            else if (window.page === "welcome")
                window.openPage("home");
        }
    }
}
