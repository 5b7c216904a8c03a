// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    width: 400
    height: 400

    AppField {
        id: field
        width: 200
        label: "Name"
    }
    AppComboBox {
        id: combo
        y: 120
        width: 200
        editable: true
        model: ["Kitchen", "Study"]
    }
    Toggle {
        id: toggle
        y: 200
        width: 300
        text: "Keep on"
    }
    AppCheckBox {
        id: check
        y: 260
        text: "Start with me"
    }
    SignalSpy {
        id: accepted
        target: field
        signalName: "accepted"
    }
    SignalSpy {
        id: toggled
        target: toggle
        signalName: "toggled"
    }

    TestCase {
        name: "Fields"
        when: windowShown

        function test_field() {
            field.forceActiveFocus();
            keyClick(Qt.Key_A);
            keyClick(Qt.Key_B);
            compare(field.text, "ab");
            keyClick(Qt.Key_Return);
            compare(accepted.count, 1);
            const height = field.height;
            field.error = "Enter a time such as 6:30 PM";
            verify(field.height > height, "the help has its own line");
            field.error = "";
            compare(field.height, height);
        }
        function test_editableCombo() {
            combo.forceActiveFocus();
            combo.editText = "Attic";
            compare(combo.editText, "Attic");
            combo.currentIndex = 1;
            combo.editText = combo.textAt(1);
            compare(combo.editText, "Study");
        }
        function test_toggle() {
            toggle.checked = false;
            toggled.clear();
            mouseClick(toggle, 10, toggle.height / 2);
            compare(toggle.checked, true, "the words are part of it");
            toggle.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(toggle.checked, false);
            keyClick(Qt.Key_Return);
            compare(toggle.checked, true);
            compare(toggled.count, 3);
            compare(toggle.Accessible.name, "Keep on");
        }
        function test_checkBox() {
            check.checked = false;
            mouseClick(check, check.width - 4, check.height / 2);
            compare(check.checked, true);
            verify(check.height >= 44);
        }
    }
}
