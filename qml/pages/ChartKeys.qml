// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQml
import QtQuick
import Outlet

/// The keys of a chart: Left and Right move the crosshair (with Shift ten points), Home and End go to
/// the ends, Up and Down to another line, + and - zoom, Ctrl+Left and Ctrl+Right move the range, Page Up and Page Down go to the
/// one before and after, Esc takes the last step back, T asks for the table.
QtObject {
    id: root

    required property PowerChart chart
    required property ChartRange range
    signal tableRequested()

    /// Where zooming holds on to: the crosshair, or the middle.
    function place(): real {
        return chart.crosshairVisible ? chart.crosshairX / chart.plotWidth : 0.5;
    }
    function stepBack(): bool {
        if (chart.crosshairVisible) {
            chart.clearCrosshair();
            return true;
        }
        return range.zoomOut();
    }
    /// True when the key means something here.
    function press(event: var): bool {
        const far = event.modifiers & Qt.ShiftModifier ? 10 : 1;
        const ctrl = event.modifiers & Qt.ControlModifier;
        switch (event.key) {
        case Qt.Key_Left:
            ctrl ? range.pan(-0.25) : chart.stepCrosshair(-far);
            return true;
        case Qt.Key_Right:
            ctrl ? range.pan(0.25) : chart.stepCrosshair(far);
            return true;
        case Qt.Key_Up:
            return chart.stepLine(1);
        case Qt.Key_Down:
            return chart.stepLine(-1);
        case Qt.Key_Home:
            chart.moveCrosshairTo(0);
            return true;
        case Qt.Key_End:
            chart.moveCrosshairTo(chart.plotWidth);
            return true;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            range.zoomBy(0.5, place());
            return true;
        case Qt.Key_Minus:
            range.zoomBy(2, place());
            return true;
        case Qt.Key_PageUp:
            range.previous();
            return true;
        case Qt.Key_PageDown:
            range.next();
            return true;
        case Qt.Key_Escape:
            return stepBack();
        case Qt.Key_T:
            if (event.modifiers !== Qt.NoModifier)
                return false;
            root.tableRequested();
            return true;
        }
        return false;
    }
}
