// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtTest
import Outlet

Item {
    width: 10
    height: 10

    ApplicationWindow {
        id: window
        width: 800
        height: 600
        visible: true

        AppButton {
            id: opener
            text: "Open"
        }
        Sheet {
            id: sheet
            title: "Edit outlet"
            initialFocus: field
            AppField {
                id: field
                width: parent.width
                label: "Name"
                onTextEdited: sheet.edited = true
            }
            footer: AppButton {
                text: "Save"
                onClicked: sheet.close()
            }
        }
        AppDialog {
            id: dialog
            title: "Remove Freezer?"
            text: "It can’t be undone."
            AppCheckBox {
                text: "Really"
            }
            footer: AppButton {
                text: "Remove"
            }
        }
        SignalSpy {
            id: primary
            target: dialog
            signalName: "primaryRequested"
        }
        SignalSpy {
            id: canceled
            target: dialog
            signalName: "canceled"
        }
        SnackBar {
            id: snack
            y: 500
            width: 400
        }
        SignalSpy {
            id: undo
            target: snack
            signalName: "actionClicked"
        }

        TestCase {
            name: "Popups"
            when: windowShown

            function initTestCase() {
                Preferences.reduceMotion = true;
                window.requestActivate();
                tryCompare(window, "active", true);
                // The window says so before its items have the focus.
                opener.forceActiveFocus(Qt.TabFocusReason);
                tryVerify(() => opener.activeFocus);
            }
            function cleanupTestCase() {
                Preferences.reduceMotion = false;
            }
            function init() {
                sheet.edited = false;
                field.text = "";
                opener.forceActiveFocus(Qt.TabFocusReason);
            }
            function cleanup() {
                sheet.close();
                dialog.close();
                tryCompare(sheet, "visible", false);
                tryCompare(dialog, "visible", false);
            }

            function openSheet() {
                sheet.open();
                tryCompare(sheet, "opened", true);
                tryVerify(() => field.activeFocus, 1000, "focus starts in the first field");
            }
            function test_sheetClosesAtOnceWhenNothingWasEdited() {
                openSheet();
                keyClick(Qt.Key_Escape);
                tryCompare(sheet, "visible", false);
                tryVerify(() => opener.activeFocus, 1000, "focus returns to the opener");
            }
            function test_sheetAsksWhenEdited() {
                openSheet();
                keyClick(Qt.Key_A);
                compare(sheet.edited, true);
                keyClick(Qt.Key_Escape);
                compare(sheet.asking, true);
                compare(sheet.visible, true);
                keyClick(Qt.Key_Escape);
                compare(sheet.asking, false, "Esc takes the question back");
                sheet.requestClose();
                compare(sheet.asking, true);
                keyClick(Qt.Key_Space); // focus is on Keep editing
                compare(sheet.asking, false);
                compare(sheet.visible, true);
            }
            function test_sheetClosesByAClickBesideIt() {
                openSheet();
                mouseClick(window.contentItem, 20, 300);
                tryCompare(sheet, "visible", false);
            }
            function test_sheetStaysWhenItIsClicked() {
                openSheet();
                mouseClick(window.contentItem, 790, 400);
                compare(sheet.visible, true);
            }
            function test_sheetFillsANarrowWindow() {
                window.width = 420;
            tryCompare(window.contentItem, "width", 420);
                openSheet();
                mouseClick(window.contentItem, 20, 300);
                compare(sheet.visible, true, "there is no beside");
                window.width = 800;
            tryCompare(window.contentItem, "width", 800);
            }

            function test_dialogKeys() {
                primary.clear();
                canceled.clear();
                dialog.open();
                tryCompare(dialog, "opened", true);
                keyClick(Qt.Key_Return);
                compare(primary.count, 1);
                dialog.primaryEnabled = false;
                keyClick(Qt.Key_Return);
                compare(primary.count, 1);
                dialog.primaryEnabled = true;
                keyClick(Qt.Key_Escape);
                compare(canceled.count, 1);
                tryCompare(dialog, "visible", false);
                tryVerify(() => opener.activeFocus);
            }

            function test_snack() {
                compare(snack.visible, false);
                snack.show("5 outlets turned off", "Undo");
                tryCompare(snack, "opacity", 1);
                mouseClick(snack, snack.width - 30, snack.height / 2);
                compare(undo.count, 1);
                tryCompare(snack, "visible", false);
            }
        }
    }
}
