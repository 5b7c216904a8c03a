// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The outlet is here: its first reading, and what only the user knows about it.
FocusScope {
    id: root

    readonly property OutletFace face: Setup.face

    /// Takes over what was entered; false when something is missing.
    function finish(): bool {
        if (!face) // removed in the meantime
            return true;
        label.error = fields.rating.length > 0 && !label.checked
            ? qsTr("Look at the label and tick this, or choose “Not known”.") : "";
        if (!fields.check())
            return false;
        if (label.error.length > 0) {
            label.forceActiveFocus(Qt.TabFocusReason);
            return false;
        }
        problem.text = face.save(fields.name, fields.room, fields.icon, fields.modelKey, face.chartColor,
            face.standbyBelowWatts, face.warnAboveWatts, face.keepOn);
        if (problem.text.length > 0)
            return false;
        App.snack(qsTr("%1 added").arg(face.name), false);
        return true;
    }

    implicitHeight: column.height
    Component.onCompleted: {
        if (face)
            fields.fill(face);
    }

    Column {
        id: column
        width: parent.width
        spacing: Theme.s20

        Item {
            width: parent.width
            height: Math.max(tile.height, words.height)
            Tile {
                id: tile
                iconName: "check"
                tone: Ui.ToneAccent
            }
            Column {
                id: words
                x: 52
                width: parent.width - x - reading.width - Theme.s12
                HeadingText {
                    width: parent.width
                    text: qsTr("The outlet is here")
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                BodyText {
                    width: parent.width
                    text: Setup.doneText
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }
            MetricText {
                id: reading
                anchors.right: parent.right
                text: root.face ? root.face.powerText : qsTr("–")
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Uses %1").arg(text)
            }
        }
        PageBanner {
            id: problem
            width: parent.width
            visible: text.length > 0
        }
        OutletFields {
            id: fields
            width: parent.width
            namePlaceholder: qsTr("Such as Desk lamp")
        }
        Column {
            width: parent.width
            visible: fields.rating.length > 0
            AppCheckBox {
                id: label
                property string error
                width: parent.width
                text: qsTr("The label on the back says %1").arg(fields.rating)
                description: qsTr("Outlet can’t read it. Limits count on what is printed there.")
                onToggled: error = ""
            }
            SmallText {
                width: parent.width
                visible: label.error.length > 0
                text: label.error
                color: Theme.dangerText
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
