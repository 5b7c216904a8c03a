// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What the home used and what that cost: bars of a week, month, year or day, ranking, comparison with
/// the period before, and at which prices.
ScrollPage {
    id: root

    signal openOutletRequested(string id)
    signal pricesRequested()
    signal addRequested()
    signal reportRequested(string month)

    readonly property bool blank: view.blank && !view.loading && view.errorText.length === 0

    /// For the window's Back: from a bar that was opened to where it was opened.
    function goUp(): bool {
        return view.goUp();
    }
    Keys.onPressed: event => {
        const plain = event.modifiers === Qt.NoModifier;
        if (event.key === Qt.Key_Escape && plain && view.goUp()) {
            event.accepted = true;
        } else if (event.key === Qt.Key_PageUp && plain) {
            view.goBack();
            event.accepted = true;
        } else if (event.key === Qt.Key_PageDown && plain) {
            view.goForward();
            event.accepted = true;
        }
    }

    EnergyView {
        id: view
        active: root.visible
    }
    EnergyHeader {
        width: parent.width
        view: view
        compact: root.compact
        blank: root.blank
        onReportRequested: root.reportRequested(view.month())
        onExportRequested: App.askExportOf(view.firstDay(), view.lastDay(), view.outletIds())
    }
    EmptyState {
        visible: root.blank
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: Theme.s48
        iconName: "energy"
        title: view.available ? qsTr("Nothing measured yet") : qsTr("Energy is not recorded")
        text: !view.available ? qsTr("This copy of Outlet keeps no history.")
            : view.simulated ? qsTr("What simulated outlets use is not kept, so that it never mixes with what is real. Add an outlet of yours, or look at the demo: a year of invented energy, in a window of its own.")
            : App.knownCount === 0 ? qsTr("Add an outlet. From then on what it uses is recorded and shown here.")
            : qsTr("As soon as your outlets report what they used, it is shown here. The first report takes a few minutes.")
        AppButton {
            visible: view.available && view.simulated
            iconName: "energy"
            text: qsTr("Open the demo")
            onClicked: App.openDemo()
        }
        AppButton {
            visible: view.available && (App.knownCount === 0 || view.simulated)
            kind: "primary"
            iconName: "add"
            text: qsTr("Add outlet")
            onClicked: root.addRequested()
        }
    }
    GridLayout {
        id: panels
        visible: !root.blank
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
            // Of two columns this one takes what the other leaves.
            Layout.preferredWidth: 1

            EnergyBars {
                view: view
                compact: root.compact
                Layout.fillWidth: true
                Layout.fillHeight: true
                onPricesRequested: root.pricesRequested()
            }
            GridLayout {
                id: lower
                readonly property bool stacked: root.compact || width < 600
                columns: stacked ? 1 : 2
                columnSpacing: Theme.s16
                rowSpacing: Theme.s16
                Layout.fillWidth: true
                EnergyCompare {
                    view: view
                    compact: root.compact
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: lower.stacked ? lower.width : (lower.width - Theme.s16) * 0.64
                }
                EnergyRates {
                    view: view
                    compact: root.compact
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: lower.stacked ? lower.width : (lower.width - Theme.s16) * 0.36
                    onPricesRequested: root.pricesRequested()
                }
            }
        }
        EnergyRankingPanel {
            view: view
            compact: root.compact
            Layout.preferredWidth: root.wide ? 360 : root.large ? 344 : panels.width
            Layout.maximumWidth: Layout.preferredWidth
            Layout.fillHeight: root.large
            Layout.alignment: Qt.AlignTop
            onOpenOutletRequested: id => root.openOutletRequested(id)
        }
    }
}
