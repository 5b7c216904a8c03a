// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    id: root
    width: 400
    height: 200

    OutletSwitch {
        id: control
        accessibleName: "Freezer"
    }
    SignalSpy {
        id: toggled
        target: control
        signalName: "toggled"
    }

    TestCase {
        name: "OutletSwitch"
        when: windowShown

        function init() {
            control.switchState = Ui.SwitchOff;
            control.kind = "card";
            toggled.clear();
        }

        function test_showsOnlyWhatIsConfirmed() {
            mouseClick(control);
            compare(toggled.count, 1);
            compare(control.filled, false, "the outlet has not answered yet");
            control.switchState = Ui.SwitchTurningOn;
            verify(control.pending);
            verify(control.toRight, "the thumb is on the wanted side");
            compare(control.filled, false);
            control.switchState = Ui.SwitchOn;
            verify(control.filled && control.toRight && !control.pending);
        }

        function test_states_data() {
            return [
                { tag: "off", state: Ui.SwitchOff, filled: false, right: false, works: true },
                { tag: "on", state: Ui.SwitchOn, filled: true, right: true, works: true },
                { tag: "turning on", state: Ui.SwitchTurningOn, filled: false, right: true, works: true },
                { tag: "turning off", state: Ui.SwitchTurningOff, filled: false, right: false, works: true },
                { tag: "didn't turn on", state: Ui.SwitchFailedOn, filled: false, right: false, works: true },
                { tag: "didn't turn off", state: Ui.SwitchFailedOff, filled: true, right: true, works: true },
                { tag: "offline", state: Ui.SwitchOffline, filled: false, right: false, works: false }
            ];
        }
        function test_states(row) {
            control.switchState = row.state;
            compare(control.filled, row.filled);
            compare(control.toRight, row.right);
            compare(control.enabled, row.works);
            compare(control.Accessible.checked, row.filled);
            mouseClick(control);
            compare(toggled.count, row.works ? 1 : 0);
        }

        function test_keys() {
            root.forceActiveFocus();
            control.forceActiveFocus(Qt.TabFocusReason);
            verify(control.visualFocus);
            keyClick(Qt.Key_Space);
            compare(toggled.count, 1);
            keyClick(Qt.Key_Return);
            compare(toggled.count, 2);
            keyClick(Qt.Key_Enter);
            compare(toggled.count, 3);
        }

        function test_hitArea_data() {
            return [{ tag: "card" }, { tag: "list" }, { tag: "header" }];
        }
        function test_hitArea(row) {
            control.kind = row.tag;
            verify(control.width >= 44);
            verify(control.height >= 44);
            mouseClick(control, control.width / 2, 1);
            compare(toggled.count, 1, "what lies around the drawing counts");
        }

        function test_accessible() {
            compare(control.Accessible.name, "Freezer");
            compare(control.Accessible.role, Accessible.CheckBox);
        }
    }
}
