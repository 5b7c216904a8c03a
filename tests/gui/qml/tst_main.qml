// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    width: 10
    height: 10

    Main {
        id: window
        visible: true

        TestCase {
            id: test
            name: "Main"
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
            function cards() {
                return find(window.contentItem, item => item instanceof OutletCard && item.visible, []);
            }

            function initTestCase() {
                Preferences.reduceMotion = true;
                window.requestActivate();
                tryCompare(window, "active", true);
            }
            function cleanupTestCase() {
                Preferences.reduceMotion = false;
            }
            function init() {
                window.width = 1280;
                window.height = 800;
                window.openPage("home");
                tryVerify(() => cards().length > 0);
            }

            function test_keysOpenPages_data() {
                return [
                    { tag: "second", key: Qt.Key_2, page: "energy" },
                    { tag: "third", key: Qt.Key_3, page: "devices" },
                    { tag: "fourth", key: Qt.Key_4, page: "settings" },
                    { tag: "comma", key: Qt.Key_Comma, page: "settings" },
                    { tag: "new", key: Qt.Key_N, page: "add" },
                    { tag: "find", key: Qt.Key_F, page: "devices" }
                ];
            }
            function test_keysOpenPages(row) {
                keyClick(row.key, Qt.ControlModifier);
                compare(window.page, row.page);
                keyClick(Qt.Key_1, Qt.ControlModifier);
                compare(window.page, "home");
            }

            function test_railOpensPages() {
                const items = find(window.contentItem, item => item instanceof NavItem && item.visible, []);
                compare(items.length, 4);
                mouseClick(items[2]);
                compare(window.page, "devices");
                compare(items[2].current, true);
                mouseClick(items[0]);
                compare(window.page, "home");
            }

            function test_narrowWindowHasABottomBar() {
                const rail = find(window.contentItem, item => item instanceof NavRail, [])[0];
                const bar = find(window.contentItem, item => item instanceof NavBar, [])[0];
                compare(rail.visible, true);
                compare(bar.visible, false);
                window.width = 420;
                tryCompare(bar, "visible", true);
                compare(rail.visible, false);
                compare(bar.height, 72);
                const found = cards();
                tryVerify(() => found[0].width === 420 - 32, 1000, "one column");
            }

            function test_outletAndBack_data() {
                return [{ tag: "Alt+Left", key: Qt.Key_Left, modifier: Qt.AltModifier },
                    { tag: "Esc", key: Qt.Key_Escape, modifier: Qt.NoModifier }];
            }
            function test_outletAndBack(row) {
                const card = cards()[2];
                card.forceActiveFocus(Qt.TabFocusReason);
                keyClick(Qt.Key_Return);
                compare(window.page, "outlet");
                tryVerify(() => !card.visible);
                keyClick(row.key, row.modifier);
                compare(window.page, "home");
                tryVerify(() => card.activeFocus, 1000, "the focus is where it was");
            }

            function test_helpAndBackThroughTwoPages() {
                const id = cards()[0].face.outletId;
                window.openOutlet(id);
                window.openPage("add");
                compare(window.page, "add");
                window.back();
                compare(window.page, "outlet");
                window.back();
                compare(window.page, "home");
                window.back();
                compare(window.page, "home", "there is nothing before");
            }

            function test_lastPageIsRemembered() {
                window.openPage("settings");
                compare(Preferences.lastPage, "settings");
                window.openPage("add");
                compare(Preferences.lastPage, "settings", "only places of the rail");
            }

            function test_turnAllOffByKey() {
                const popups = () => find(window.contentItem.parent, item => item instanceof TurnOffRow && item.visible, []);
                keyClick(Qt.Key_0, Qt.ControlModifier | Qt.ShiftModifier);
                tryVerify(() => popups().length > 0, 1000, "it lists what is on");
                keyClick(Qt.Key_Escape);
                tryVerify(() => popups().length === 0);
                compare(window.page, "home");
            }

            function test_undoOfTheSnackBar() {
                const bar = find(window.contentItem, item => item instanceof SnackBar, [])[0];
                const on = cards().find(card => card.face.isOn && card.face.switchable).face;
                App.turnOff([on.outletId]);
                tryCompare(on, "isOn", false);
                tryVerify(() => bar.visible && bar.text.length > 0);
                compare(bar.actionText, "Undo");
                mouseClick(bar, bar.width - 30, bar.height / 2);
                tryCompare(on, "isOn", true);
            }
        }
    }
}
