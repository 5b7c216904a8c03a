// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Outlet

/// Everything about one outlet: switch, countdown, live chart, details. Asks the outlet for
/// readings more often while it is on screen.
ScrollPage {
    id: root

    required property OutletFace face

    signal backRequested()
    signal editRequested(OutletFace face)
    signal allowRequested(OutletFace face)
    signal helpRequested()

    property OutletFace observed: null
    function observe() {
        const wanted = root.visible ? root.face : null;
        if (wanted === root.observed)
            return;
        if (root.observed)
            root.observed.release();
        root.observed = wanted;
        if (wanted)
            wanted.observe();
    }
    onVisibleChanged: observe()
    onFaceChanged: observe()
    Component.onCompleted: observe()
    Component.onDestruction: if (root.observed) root.observed.release()

    Connections { // the outlet was removed, here or from elsewhere
        target: App
        function onCountsChanged(): void {
            if (root.face && App.face(root.face.outletId) !== root.face)
                root.backRequested();
        }
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F2 && event.modifiers === Qt.NoModifier) {
            root.editRequested(root.face);
            event.accepted = true;
        } else if (event.key === Qt.Key_F1) {
            App.openDiagnostics(root.face.outletId);
            event.accepted = true;
        }
    }

    OutletHeader {
        width: parent.width
        face: root.face
        compact: root.compact
        onBackRequested: root.backRequested()
        onEditRequested: root.editRequested(root.face)
    }

    OutletNotices {
        width: parent.width
        face: root.face
        onAllowRequested: root.allowRequested(root.face)
    }

    GridLayout {
        id: panels
        width: parent.width
        // Fills the window where it can, and scrolls where it must.
        height: root.large ? Math.max(implicitHeight, Math.min(900, root.room - y)) : implicitHeight
        columns: root.large ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s16

        ColumnLayout {
            spacing: Theme.s16
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: 0

            ChartPanel {
                id: chart
                face: root.face
                compact: root.compact
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            EnergyBarsPanel {
                visible: chart.range.hasHistory
                energy: chart.energy
                name: root.face.name
                compact: root.compact
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        GridLayout {
            columns: root.large || root.compact ? 1 : 2
            columnSpacing: Theme.s16
            rowSpacing: Theme.s16
            Layout.preferredWidth: root.wide ? 360 : root.large ? 312 : panels.width
            Layout.maximumWidth: Layout.preferredWidth
            Layout.fillHeight: root.large

            PowerPanel {
                face: root.face
                Layout.fillWidth: true
                Layout.fillHeight: !root.large
                Layout.preferredWidth: 1
            }
            DetailsPanel {
                face: root.face
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onEditRequested: root.editRequested(root.face)
            }
        }
    }
}
