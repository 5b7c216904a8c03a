// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The data of a chart of curves as rows, newest first: as they are when the table is shown, another
/// range is chosen or F5 is pressed. Live rows would run away under the reader's eyes.
DataTable {
    id: root

    required property PowerChart chart

    function refresh(): void {
        root.columns = root.visible ? root.chart.tableColumns() : [];
        root.rows = root.visible ? root.chart.tableRows() : [];
    }
    onVisibleChanged: refresh()
    Component.onCompleted: refresh()
    Binding { // a chart that nobody sees asks for nothing
        target: root.chart
        property: "tabled"
        value: root.visible
    }
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_F5;
        if (event.accepted)
            root.refresh();
    }
    Timer { // when the curves, too, know of the new range
        id: later

        interval: 0
        onTriggered: root.refresh()
    }
    Connections {
        target: root.chart.curves.range
        function onChanged(): void {
            later.restart();
        }
    }
    Connections {
        target: root.chart.curves
        function onLoadingChanged(): void {
            root.refresh();
        }
        function onLegendChanged(): void {
            root.refresh();
        }
        function onHiddenKeysChanged(): void {
            root.refresh();
        }
    }
}
