// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

Item {
    id: root
    width: 1000
    height: 900

    EditOutletSheet {
        id: edit
    }
    TurnOffDialog {
        id: turnOff
    }
    FaceModel {
        id: known
    }
    FaceModel {
        id: news
        decision: Ui.DecisionNew
    }
    SignalSpy {
        id: removed
        target: edit
        signalName: "removeRequested"
    }

    TestCase {
        name: "Dialogs"
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
        function field(label) {
            return find(edit.contentItem, item => item instanceof AppField && item.label === label, [])[0];
        }
        function button(popup, text) {
            return find(popup.contentItem, item => item instanceof AppButton && item.text === text && item.visible, [])[0];
        }
        function open(face, mode) {
            edit.openFor(face, mode);
            tryCompare(edit, "opened", true);
        }
        function faceNamed(name) {
            for (let i = 0; i < known.count; i++) {
                if (known.face(i).name === name)
                    return known.face(i);
            }
            return null;
        }

        function keepFreezerOn() {
            const face = faceNamed("Freezer");
            compare(face.save(face.name, face.room, face.icon, face.modelKey, face.chartColor,
                face.standbyBelowWatts, face.warnAboveWatts, true), "");
            return face;
        }

        function initTestCase() {
            Preferences.reduceMotion = true;
        }
        function cleanupTestCase() {
            Preferences.reduceMotion = false;
        }
        function cleanup() {
            edit.close();
            turnOff.close();
            tryCompare(edit, "visible", false);
            tryCompare(turnOff, "visible", false);
        }

        function test_showsWhatIsSaved() {
            const face = faceNamed("Space heater");
            open(face, "edit");
            compare(edit.title, "Edit outlet");
            compare(field("Name").text, "Space heater");
            compare(field("Warn above").text, "1,200");
            compare(edit.edited, false, "nothing was edited yet");
            tryVerify(() => field("Name").activeFocus);
        }

        function test_saves() {
            const face = faceNamed("Hall lamp");
            open(face, "edit");
            field("Name").text = "Porch lamp";
            field("Counts as standby below").text = "2.5";
            field("Warn above").text = "60";
            edit.chartColor = 3;
            edit.icon = "lamp";
            mouseClick(button(edit, "Save"));
            tryCompare(edit, "visible", false);
            compare(face.name, "Porch lamp");
            compare(face.standbyBelowWatts, 2.5);
            compare(face.warnAboveWatts, 60);
            compare(face.chartColor, 3);
            open(face, "edit");
            compare(field("Counts as standby below").text, "2.5");
            field("Name").text = "Hall lamp";
            field("Warn above").text = "";
            edit.accept();
            compare(face.name, "Hall lamp");
            compare(face.warnAboveWatts, 0);
        }

        function test_saysWhatIsWrong_data() {
            return [
                { tag: "no name", field: "Name", text: "  " },
                { tag: "no number", field: "Warn above", text: "much" },
                { tag: "no number either", field: "Counts as standby below", text: "1,2,3x" }
            ];
        }
        function test_saysWhatIsWrong(row) {
            const face = faceNamed("Freezer");
            open(face, "edit");
            field(row.field).text = row.text;
            mouseClick(button(edit, "Save"));
            verify(edit.visible, "it stays open");
            verify(field(row.field).error.length > 0);
            compare(face.name, "Freezer");
        }

        function test_saysWhatTheProgramRefuses() {
            const face = faceNamed("Freezer");
            const before = face.standbyBelowWatts;
            open(face, "edit");
            field("Counts as standby below").text = "99999";
            edit.accept();
            verify(edit.visible);
            const banner = find(edit.contentItem, item => item instanceof PageBanner, [])[0];
            verify(banner.visible && banner.text.length > 0);
            compare(face.standbyBelowWatts, before);
        }

        function test_typingMarksItEdited() {
            open(faceNamed("Freezer"), "edit");
            tryVerify(() => field("Name").activeFocus);
            keyClick(Qt.Key_X);
            compare(edit.edited, true);
            edit.requestClose();
            compare(edit.asking, true);
        }

        function test_removeOnlyAsks() {
            const face = faceNamed("Freezer");
            removed.clear();
            open(face, "edit");
            button(edit, "Remove").clicked();
            compare(removed.count, 1);
            compare(removed.signalArguments[0][0], face);
            verify(faceNamed("Freezer"));
        }

        function test_allowOnlyWithAName() {
            compare(news.count, 1);
            const face = news.face(0);
            open(face, "allow");
            compare(edit.title, "Allow outlet");
            compare(field("Name").text, "");
            compare(button(edit, "Remove"), undefined);
            mouseClick(button(edit, "Allow"));
            compare(face.decision, Ui.DecisionNew);
            verify(field("Name").error.length > 0);
        }

        function test_turnOffLeavesKeepOnUnticked() {
            const freezer = keepFreezerOn();
            const desk = faceNamed("Office desk");
            desk.setRelay(true);
            turnOff.ask(null);
            tryCompare(turnOff, "opened", true);
            compare(turnOff.text, "Freezer stays on.");
            compare(turnOff.title, "Turn off " + turnOff.chosen.length + " outlets?");
            verify(turnOff.chosen.indexOf(freezer) < 0);
            verify(turnOff.chosen.indexOf(desk) >= 0);
            mouseClick(button(turnOff, "Turn off"));
            tryCompare(turnOff, "visible", false);
            tryCompare(desk, "isOn", false);
            compare(freezer.isOn, true);
            App.undo();
            tryCompare(desk, "isOn", true);
        }

        function test_nothingTickedTurnsNothingOff() {
            keepFreezerOn();
            turnOff.ask([faceNamed("Freezer").outletId]);
            tryCompare(turnOff, "opened", true);
            compare(turnOff.chosen.length, 0);
            compare(button(turnOff, "Turn off").enabled, false);
            keyClick(Qt.Key_Return);
            compare(turnOff.visible, true);
            compare(faceNamed("Freezer").isOn, true);
        }
    }
}
