// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    id: root
    width: 1188
    height: 800

    HomePage {
        id: page
        anchors.fill: parent
        focus: true
    }
    SignalSpy {
        id: opened
        target: page
        signalName: "openOutletRequested"
    }
    SignalSpy {
        id: edited
        target: page
        signalName: "editRequested"
    }
    SignalSpy {
        id: allowed
        target: page
        signalName: "allowRequested"
    }
    SignalSpy {
        id: turnOff
        target: page
        signalName: "turnOffRequested"
    }

    TestCase {
        id: test
        name: "HomePage"
        when: windowShown

        function find(item, wanted, found) {
            for (let i = 0; i < item.children.length; i++) {
                const child = item.children[i];
                if (wanted(child))
                    found.push(child);
                find(child, wanted, found);
            }
            return found;
        }
        /// The cards as they lie on the page: by row, then by column.
        function cards() {
            const found = find(page, item => item instanceof OutletCard && item.visible, []);
            const at = item => item.mapToItem(page, 0, 0);
            return found.sort((a, b) => at(a).y - at(b).y || at(a).x - at(b).x);
        }
        function names() {
            return cards().map(card => card.face.name).join(", ");
        }
        function card(name) {
            return cards().find(each => each.face.name === name);
        }
        function relay(name) {
            return find(card(name), item => item instanceof OutletSwitch, [])[0];
        }

        readonly property string order: "Freezer, Office desk, TV & console, Space heater, Aquarium, Washing machine, Coffee maker, Hall lamp"

        function init() {
            Preferences.byRoom = false;
            opened.clear();
            edited.clear();
            allowed.clear();
            turnOff.clear();
            tryVerify(() => names() === order, 1000);
        }

        function test_cardsStandInFourColumns() {
            const found = cards();
            compare(found.length, 8);
            compare(found[0].width, 269);
            const first = found[0].mapToItem(page, 0, 0);
            const fifth = found[4].mapToItem(page, 0, 0);
            compare(first.x, fifth.x);
            compare(fifth.y - first.y, found[0].height + 16);
        }

        function test_switchReachesTheOutlet() {
            const face = card("Washing machine").face;
            compare(face.isOn, false);
            mouseClick(relay("Washing machine"));
            compare(face.isOn, true);
            compare(opened.count, 0, "the switch is not the card");
            mouseClick(relay("Washing machine"));
            compare(face.isOn, false);
        }

        function test_offlineOutletCannotBeSwitched() {
            compare(relay("Hall lamp").enabled, false);
        }

        function test_clickAndEnterOpen() {
            mouseClick(card("Freezer"), 60, 100);
            compare(opened.count, 1);
            compare(opened.signalArguments[0][0], card("Freezer").face.outletId);
            card("Freezer").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            compare(opened.count, 2);
        }

        function test_arrowsMoveTheFocus() {
            card("Freezer").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            verify(card("Office desk").activeFocus);
            verify(card("Office desk").visualFocus);
            keyClick(Qt.Key_Down);
            verify(card("Washing machine").activeFocus);
            keyClick(Qt.Key_End);
            verify(card("Hall lamp").activeFocus);
            keyClick(Qt.Key_Right);
            verify(card("Hall lamp").activeFocus, "there is nothing after the last");
            keyClick(Qt.Key_Up);
            verify(card("Space heater").activeFocus);
            keyClick(Qt.Key_Home);
            verify(card("Freezer").activeFocus);
        }

        function test_keysOfACard() {
            const face = card("Washing machine").face;
            card("Washing machine").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(face.isOn, true);
            keyClick(Qt.Key_Space);
            compare(face.isOn, false);
            keyClick(Qt.Key_F2);
            compare(edited.count, 1);
            compare(edited.signalArguments[0][0], face);
            compare(opened.count, 0);
        }

        function test_altArrowsReorder() {
            card("Freezer").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right, Qt.AltModifier);
            tryVerify(() => names().startsWith("Office desk, Freezer, TV"), 1000);
            verify(card("Freezer").activeFocus, "the focus goes along");
            keyClick(Qt.Key_Down, Qt.AltModifier);
            tryVerify(() => names().indexOf("Washing machine, Freezer, Coffee") > 0, 1000);
            keyClick(Qt.Key_Up, Qt.AltModifier);
            keyClick(Qt.Key_Left, Qt.AltModifier);
            tryVerify(() => names() === order, 1000);
        }

        function test_dragReorders() {
            const item = card("Freezer");
            const step = item.width + 16;
            mousePress(item, 60, 100);
            for (let i = 1; i <= 10; i++)
                mouseMove(item, 60 + (i === 1 ? 15 : 20), 100); // relative to where the card is by now
            for (let i = 0; i < 40 && item.mapToItem(page, 0, 0).x < 32 + 2 * step - 20; i++)
                mouseMove(item, 80, 100);
            mouseRelease(item, 60, 100);
            tryVerify(() => names().startsWith("Office desk, TV & console, Freezer"), 1000);
            compare(opened.count, 0, "a drag is not a click");
            card("Freezer").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Left, Qt.AltModifier);
            keyClick(Qt.Key_Left, Qt.AltModifier);
        }

        function test_scrollingAwayKeepsTheFocus() {
            root.width = 400;
            const flick = find(page, item => item instanceof Flickable, [])[0];
            tryVerify(() => flick.contentHeight > 2 * flick.height);
            const first = card("Freezer");
            const end = flick.contentHeight - flick.height;
            for (const part of [first, find(first, item => item instanceof OutletSwitch, [])[0]]) {
                flick.contentY = 0;
                part.forceActiveFocus(Qt.TabFocusReason);
                flick.contentY = end;
                wait(0);
                compare(flick.contentY, end, "the page does not jump back");
                verify(part.activeFocus);
                tryVerify(() => card("Hall lamp") !== undefined);
            }
            flick.contentY = 0;
            root.width = 1188;
        }

        function test_byRoom() {
            Preferences.byRoom = true;
            tryVerify(() => names() === "Space heater, Hall lamp, Freezer, Coffee maker", 1000);
            compare(card("Office desk"), undefined, "too far down to be made");
            const freezer = card("Freezer");
            compare(freezer.mapToItem(page, 0, 0).y, card("Coffee maker").mapToItem(page, 0, 0).y);
            freezer.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right, Qt.AltModifier);
            compare(names().indexOf("Freezer, Coffee maker") > 0, true, "the order is the rooms' here");
            keyClick(Qt.Key_Down);
            verify(card("Washing machine").activeFocus, "over the border of the room");
            keyClick(Qt.Key_End);
            verify(card("Office desk").activeFocus);
            const at = card("Office desk").mapToItem(page, 0, 0).y;
            verify(at > 0 && at + card("Office desk").height < page.height, "the page scrolled to it");
            keyClick(Qt.Key_Home);
            Preferences.byRoom = false;
        }

        function test_newOutlet() {
            const banners = find(page, item => item instanceof NewOutletBanner && item.visible, []);
            compare(banners.length, 1);
            compare(banners[0].face.newTitle, "Outlet with ID ending in 4f2a");
            mouseClick(banners[0], banners[0].width - 40, banners[0].height / 2);
            compare(allowed.count, 1);
            compare(banners[0].face.decision, Ui.DecisionNew, "nothing is allowed before the sheet is done");
        }

        function test_turnAllOffAsks() {
            const button = find(page, item => item instanceof AppButton && item.text === "Turn all off", [])[0];
            mouseClick(button);
            compare(turnOff.count, 1);
            compare(card("Freezer").face.isOn, true, "nothing is off before the answer");
        }

        function test_everythingThatCanBeClickedHasANameAndRoom() {
            const buttons = find(page, item => item.visible && typeof item.clicked === "function", []);
            verify(buttons.length > 20);
            for (const button of buttons) {
                verify(button.Accessible.name.length > 0, "no name: " + button);
                verify(button.width >= 44 && button.height >= 44, button.Accessible.name);
            }
        }

        function test_longNamesWrapBeforeTheyElide() {
            const face = card("Freezer").face;
            const height = card("Freezer").height;
            face.rename("Chest freezer in the cellar");
            const label = find(card("Chest freezer in the cellar"),
                item => item instanceof LabelText && item.text === face.name, [])[0];
            compare(label.lineCount, 2);
            verify(!label.truncated);
            compare(card(face.name).height, height);
            face.rename("Freezer");
        }
    }
}
