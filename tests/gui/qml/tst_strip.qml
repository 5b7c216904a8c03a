// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    width: 400
    height: 200

    StatusStrip {
        id: strip
        width: 235
        iconName: "error"
    }
    SignalSpy {
        id: action
        target: strip
        signalName: "actionClicked"
    }

    TestCase {
        name: "StatusStrip"
        when: windowShown

        function init() {
            strip.tone = Ui.ToneDanger;
            strip.text = "Didn’t turn off";
            strip.actionText = "";
            strip.busy = false;
            action.clear();
        }
        function test_action() {
            mouseClick(strip, strip.width - 20, strip.height / 2);
            compare(action.count, 0, "there is nothing to click yet");
            strip.actionText = "Retry";
            mouseClick(strip, strip.width - 20, strip.height / 2);
            compare(action.count, 1);
            verify(strip.actionWidth >= 44);
            strip.actionText = "";
            compare(strip.actionWidth, 0);
        }
        function test_longTextLeavesRoomForTheAction() {
            strip.actionText = "Retry";
            strip.text = "A text that is much longer than the strip can ever hold in one line";
            mouseClick(strip, strip.width - 20, strip.height / 2);
            compare(action.count, 1);
        }
        function test_tones() {
            compare(strip.color, Theme.dangerSoft);
            compare(strip.ink, Theme.dangerText);
            strip.tone = Ui.TonePlain;
            compare(strip.color.a, 0);
        }
    }
}
