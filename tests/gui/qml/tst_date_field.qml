// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    width: 600
    height: 700

    DateField {
        id: field
        x: 20
        y: 20
        width: 220
        label: "Valid from"
        today: "2025-11-18"
    }
    AppButton {
        id: other
        x: 300
        y: 20
        text: "Elsewhere"
    }
    SignalSpy {
        id: edited
        target: field
        signalName: "edited"
    }

    TestCase {
        name: "DateField"
        when: windowShown

        function init() {
            field.earliest = "";
            field.latest = "";
            field.value = "2025-10-01";
            field.error = "";
            edited.clear();
            field.forceActiveFocus();
        }
        function type(text: string) {
            keyClick(Qt.Key_A, Qt.ControlModifier);
            for (const letter of text)
                keyClick(letter);
        }
        function test_typing() {
            type("12/24/25");
            keyClick(Qt.Key_Return);
            compare(field.value, "2025-12-24");
            compare(edited.count, 1);
            verify(field.valid);
            type("never");
            other.forceActiveFocus();
            compare(field.value, "2025-12-24");
            compare(field.typedError, "Enter a date such as Nov 18, 2025.");
            verify(!field.valid);
            compare(edited.count, 1);
            field.value = "2025-12-25";
            verify(field.valid, "a date from elsewhere replaces what was typed");
        }
        function test_keyboard() {
            keyClick(Qt.Key_Down);
            tryVerify(() => field.popupOpen);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_PageDown);
            keyClick(Qt.Key_Return);
            tryVerify(() => !field.popupOpen);
            compare(field.value, "2025-11-09");
            compare(edited.count, 1);
            tryVerify(() => field.activeFocus, 1000, "the focus comes back");
        }
        function test_escapeChangesNothing() {
            keyClick(Qt.Key_Down);
            tryVerify(() => field.popupOpen);
            keyClick(Qt.Key_Right);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !field.popupOpen);
            compare(field.value, "2025-10-01");
            compare(edited.count, 0);
        }
        function test_mouse() {
            mouseClick(field, 20, field.height - 20); // the calendar
            tryVerify(() => field.popupOpen);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !field.popupOpen);
        }
    }
}
