// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Name, room, icon, model and limits of an outlet; `mode` "allow" asks for them before a new outlet
/// is allowed. Open it with openFor().
Sheet {
    id: sheet

    property OutletFace face
    property string mode: "edit"
    readonly property bool allowing: mode === "allow"
    signal removeRequested(OutletFace face)

    property alias icon: fields.icon
    property int chartColor: 0

    function openFor(outlet: OutletFace, how: string): void {
        face = outlet;
        mode = how;
        fields.fill(outlet);
        chartColor = outlet.chartColor;
        standby.text = number(outlet.standbyBelowWatts);
        warn.text = outlet.warnAboveWatts > 0 ? number(outlet.warnAboveWatts) : "";
        keepOn.checked = outlet.keepOn;
        standby.error = "";
        warn.error = "";
        problem.text = "";
        edited = false;
        open();
        fields.selectName();
    }
    function number(watts: real): string {
        return Number(watts).toLocaleString(Qt.locale(), "f", Number.isInteger(watts) ? 0 : 1).replace(/\s/g, "");
    }
    /// Watts as typed; NaN when it is not a number.
    function parsed(text: string): real {
        if (text.trim().length === 0)
            return 0;
        try {
            return Number.fromLocaleString(Qt.locale(), text.trim());
        } catch (error) {
            return NaN;
        }
    }
    function accept(): void {
        if (!face) {
            close();
            return;
        }
        const low = parsed(standby.text);
        const high = parsed(warn.text);
        standby.error = isNaN(low) ? qsTr("Enter a number of watts such as 10") : "";
        warn.error = isNaN(high) ? qsTr("Enter a number of watts such as 1200") : "";
        if (!fields.check() || standby.error.length + warn.error.length > 0)
            return;
        problem.text = face.save(fields.name, fields.room, fields.icon, fields.modelKey,
            chartColor, low, high, keepOn.checked);
        if (problem.text.length > 0)
            return;
        if (allowing)
            face.allow();
        edited = false;
        close();
    }

    title: allowing ? qsTr("Allow outlet") : qsTr("Edit outlet")
    initialFocus: fields.first
    onPrimaryRequested: accept()

    PageBanner {
        id: problem
        width: parent.width
        visible: text.length > 0
    }
    SmallText {
        width: parent.width
        visible: sheet.allowing
        text: sheet.face ? qsTr("%1 · %2").arg(sheet.face.newTitle).arg(sheet.face.firstSeenText) : ""
        wrapMode: Text.Wrap
    }
    OutletFields {
        id: fields
        width: parent.width
        namePlaceholder: sheet.allowing ? qsTr("Such as Desk lamp") : ""
        onEdited: {
            if (sheet.opened)
                sheet.edited = true;
        }
    }
    Labeled {
        width: parent.width
        label: qsTr("Chart color")
        ColorPicker {
            width: parent.width
            chosen: sheet.chartColor
            onPicked: (color) => {
                sheet.chartColor = color;
                sheet.edited = true;
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.s12
        AppField {
            id: standby
            width: (parent.width - parent.spacing) / 2
            label: qsTr("Counts as standby below")
            suffix: qsTr("W")
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 8
            onTextEdited: sheet.edited = true
        }
        AppField {
            id: warn
            width: standby.width
            label: qsTr("Warn above")
            placeholder: qsTr("No limit")
            suffix: qsTr("W")
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 8
            onTextEdited: sheet.edited = true
        }
    }
    Toggle {
        id: keepOn
        width: parent.width
        text: qsTr("Keep on")
        description: qsTr("“Turn all off” leaves it on unless you tick it.")
        onToggled: sheet.edited = true
    }
    ReplaceRow {
        width: parent.width
        visible: !sheet.allowing && App.replacing.available
        face: sheet.face
        onTriggered: {
            const outlet = sheet.face;
            sheet.close();
            App.askReplace(outlet.outletId);
        }
        onUndone: sheet.close() // what it shows holds no more
    }
    RemoveRow {
        width: parent.width
        visible: !sheet.allowing
        onTriggered: {
            const outlet = sheet.face;
            sheet.close();
            sheet.removeRequested(outlet);
        }
    }

    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            onClicked: sheet.requestClose()
        },
        AppButton {
            kind: "primary"
            text: sheet.allowing ? qsTr("Allow") : qsTr("Save")
            onClicked: sheet.accept()
        }
    ]
}
