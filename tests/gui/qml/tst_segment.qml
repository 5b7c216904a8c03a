// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    width: 400
    height: 100

    Segment {
        id: segment
        model: ["Live", "Hour", "Day"]
        onActivated: (index) => currentIndex = index
    }
    SignalSpy {
        id: activated
        target: segment
        signalName: "activated"
    }

    TestCase {
        name: "Segment"
        when: windowShown

        function init() {
            segment.currentIndex = 0;
            activated.clear();
        }
        function test_click() {
            mouseClick(segment, segment.width - 10, segment.height / 2);
            compare(segment.currentIndex, 2);
            compare(activated.count, 1);
            mouseClick(segment, segment.width - 10, segment.height / 2);
            compare(activated.count, 1, "the chosen one again is no change");
        }
        function test_arrows() {
            segment.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            compare(segment.currentIndex, 1);
            keyClick(Qt.Key_Right);
            compare(segment.currentIndex, 2);
            keyClick(Qt.Key_Right);
            compare(segment.currentIndex, 2);
            keyClick(Qt.Key_Left);
            compare(segment.currentIndex, 1);
            compare(activated.count, 3);
        }
    }
}
