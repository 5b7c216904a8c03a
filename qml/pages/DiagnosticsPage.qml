// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What helps to find out why an outlet does what it does: facts, signal, link, messages, server.
ScrollPage {
    id: root

    readonly property OutletFace face: App.face(Diagnostics.outletId)
    /// Facts and signal stand side by side where both have room.
    readonly property bool stacked: windowWidth < 880
    signal backRequested()
    signal serverRequested()

    property OutletFace observed: null
    function observe(): void {
        const wanted = root.visible ? root.face : null;
        if (wanted === root.observed)
            return;
        if (root.observed)
            root.observed.release();
        root.observed = wanted;
        if (wanted)
            wanted.observe();
    }
    onVisibleChanged: {
        Diagnostics.active = visible;
        observe();
    }
    onFaceChanged: observe()
    Component.onCompleted: {
        Diagnostics.active = true;
        observe();
    }
    Component.onDestruction: {
        if (root.observed)
            root.observed.release();
        Diagnostics.active = false;
    }

    DiagnosticsHead {
        width: parent.width
        face: root.face
        compact: !root.large
        onBackRequested: root.backRequested()
    }
    EmptyState {
        visible: !root.face
        width: parent.width
        iconName: "pulse"
        title: qsTr("No outlet to look at")
        text: qsTr("When an outlet has connected, its messages and its link are shown here.")
    }
    GridLayout {
        id: panels
        width: parent.width
        height: root.large ? Math.max(implicitHeight, Math.min(900, root.room - y)) : implicitHeight
        columns: root.large ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s16

        GridLayout {
            visible: root.face
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.s16
            rowSpacing: Theme.s16
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: 0

            DiagnosticsFacts {
                id: facts
                face: root.face
                Layout.maximumHeight: implicitHeight // what is left over is for the messages
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 3
                Layout.minimumWidth: 0
            }
            SignalPanel {
                face: root.face
                Layout.maximumHeight: root.stacked ? implicitHeight : facts.implicitHeight
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 5
                Layout.minimumWidth: 0
            }
            LinkPanel {
                Layout.fillWidth: true
                Layout.columnSpan: root.stacked ? 1 : 2
                Layout.preferredWidth: 8
                Layout.minimumWidth: 0
                onListRequested: changes.open()
            }
            IgnoredPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 3
                Layout.minimumWidth: 0
            }
            FramesPanel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 5
                Layout.minimumWidth: 0
                onWholeRequested: text => whole.show(text)
            }
        }
        ProgramPanel {
            Layout.fillWidth: !root.large
            Layout.fillHeight: true
            Layout.preferredWidth: root.large ? 304 : -1
            onReportRequested: report.ask()
            onServerRequested: root.serverRequested()
        }
    }

    LinkChangesDialog {
        id: changes
    }
    FrameDialog {
        id: whole
    }
    ReportDialog {
        id: report
    }
}
