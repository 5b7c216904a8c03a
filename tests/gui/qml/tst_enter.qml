// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    id: root
    width: 900
    height: 700

    AppDialog {
        id: dialog
        title: "Choose"
        initialFocus: plain
        AppComboBox {
            id: plain
            width: parent.width
            accessibleName: "Plain"
            model: ["One", "Two", "Three"]
        }
        AppComboBox {
            id: typed
            width: parent.width
            accessibleName: "Typed"
            editable: true
            model: ["Kitchen", "Study"]
        }
    }
    Sheet {
        id: sheet
        title: "Edit"
        initialFocus: inSheet
        AppComboBox {
            id: inSheet
            width: parent.width
            accessibleName: "In the sheet"
            model: ["One", "Two"]
        }
    }
    SignalSpy {
        id: wanted
        target: dialog
        signalName: "primaryRequested"
    }
    SignalSpy {
        id: wantedOfSheet
        target: sheet
        signalName: "primaryRequested"
    }

    TestCase {
        name: "Enter"
        when: windowShown

        function init() {
            wanted.clear();
            wantedOfSheet.clear();
            dialog.primaryEnabled = true;
            plain.currentIndex = 0;
            typed.currentIndex = 0;
        }
        function openDialog(focus) {
            dialog.open();
            tryCompare(dialog, "opened", true);
            focus.forceActiveFocus(Qt.TabFocusReason);
            tryCompare(focus, "activeFocus", true);
        }
        function close(popup) {
            popup.close();
            tryCompare(popup, "visible", false);
        }
        function test_closedList_data() {
            return [
                { tag: "Return", key: Qt.Key_Return },
                { tag: "Enter", key: Qt.Key_Enter }
            ];
        }
        function test_closedList(data) {
            openDialog(plain);
            keyClick(Qt.Key_Down);
            compare(plain.currentIndex, 1);
            keyClick(data.key);
            compare(wanted.count, 1, "once");
            close(dialog);
        }
        function test_openList() {
            openDialog(plain);
            keyClick(Qt.Key_Space);
            tryCompare(plain.popup, "opened", true);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            tryCompare(plain.popup, "visible", false);
            compare(plain.currentIndex, 1);
            compare(wanted.count, 0, "the first Enter only chooses");
            keyClick(Qt.Key_Return);
            compare(wanted.count, 1);
            close(dialog);
        }
        function test_typed() {
            openDialog(typed);
            typed.editText = "";
            keyClick(Qt.Key_A);
            keyClick(Qt.Key_Return);
            compare(wanted.count, 1, "once");
            compare(typed.editText, "a");
            close(dialog);
        }
        function test_disabled() {
            openDialog(plain);
            dialog.primaryEnabled = false;
            keyClick(Qt.Key_Return);
            compare(wanted.count, 0);
            compare(dialog.visible, true);
            close(dialog);
        }
        function test_sheet() {
            sheet.open();
            tryCompare(sheet, "opened", true);
            inSheet.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(wantedOfSheet.count, 1);
            sheet.edited = true;
            sheet.requestClose();
            inSheet.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(wantedOfSheet.count, 1, "not while it asks whether to discard");
            sheet.close();
            tryCompare(sheet, "visible", false);
        }
    }
}
