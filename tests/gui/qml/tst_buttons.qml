// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    id: root
    width: 600
    height: 300

    AppButton {
        id: button
        text: "Add outlet"
        iconName: "add"
    }
    IconButton {
        id: picture
        x: 300
        iconName: "edit"
        tip: "Edit"
    }
    LinkText {
        id: link
        x: 400
        text: "Retry"
    }
    SignalSpy {
        id: clicked
        signalName: "clicked"
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function init() {
            button.kind = "primary";
            button.small = false;
            button.busy = false;
            clicked.clear();
        }

        function test_clicks_data() {
            return [{ tag: "button", item: button }, { tag: "icon", item: picture }, { tag: "link", item: link }];
        }
        function test_clicks(row) {
            clicked.target = row.item;
            mouseClick(row.item);
            row.item.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Enter);
            compare(clicked.count, 4);
            verify(row.item.width >= 44 && row.item.height >= 44, "hit area");
            verify(row.item.Accessible.name.length > 0);
        }

        function test_busy() {
            clicked.target = button;
            const width = button.width;
            button.busy = true;
            compare(button.width, width, "keeps its width");
            mouseClick(button);
            compare(clicked.count, 0);
            button.busy = false;
            mouseClick(button);
            compare(clicked.count, 1);
        }

        function test_iconButtonIsNamedByItsTip() {
            compare(picture.Accessible.name, "Edit");
        }

        function test_longTextIsElidedAndNotClipped() {
            button.text = "A very long text that no button of this width can hold";
            button.width = 120;
            waitForRendering(button);
            verify(button.contentItem.childrenRect.width <= button.availableWidth + 1);
            button.width = undefined;
            button.text = "Add outlet";
        }
    }
}
