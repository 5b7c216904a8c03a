// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A bar chart's data as rows, newest first, kept up to date.
DataTable {
    id: root

    required property BarChart chart

    function refresh(): void {
        root.columns = root.visible ? root.chart.tableColumns() : [];
        root.rows = root.visible ? root.chart.tableRows() : [];
    }
    onVisibleChanged: refresh()
    Connections {
        target: root.chart
        function onContentChanged(): void {
            root.refresh();
        }
    }
}
