// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the user tells about an outlet: name, room, icon, and the model from the label on its back.
Column {
    id: root

    property OutletFace face
    property string namePlaceholder
    property alias name: name.text
    property alias nameError: name.error
    readonly property alias room: room.editText
    property string icon
    readonly property string modelKey: model.keys[model.currentIndex] ?? ""
    /// "7 A, 120 V" of the chosen model; empty without one.
    readonly property string rating: model.currentIndex > 0 ? models[model.currentIndex - 1].rating : ""
    readonly property Item first: name
    readonly property var models: App.models
    signal edited()

    /// Fills in what is known about the face.
    function fill(outlet: OutletFace): void {
        face = outlet;
        name.text = outlet.hasName ? outlet.name : "";
        room.editText = outlet.room;
        icon = outlet.icon;
        model.currentIndex = Math.max(0, model.keys.indexOf(outlet.modelKey));
        name.error = "";
    }
    /// True when there is a name; otherwise says so and goes there.
    function check(): bool {
        name.error = name.text.trim().length === 0 ? qsTr("Give the outlet a name.") : "";
        if (name.error.length > 0)
            name.forceActiveFocus(Qt.TabFocusReason);
        return name.error.length === 0;
    }
    function selectName(): void {
        name.selectAll();
    }
    function withFirst(first: string, rest: var): var {
        rest.unshift(first);
        return rest;
    }

    spacing: Theme.s20

    AppField {
        id: name
        width: parent.width
        focus: true
        label: qsTr("Name")
        placeholder: root.namePlaceholder
        maximumLength: 60
        onTextEdited: {
            root.edited();
            error = "";
        }
    }
    Labeled {
        width: parent.width
        label: qsTr("Room")
        AppComboBox {
            id: room
            width: parent.width
            editable: true
            model: App.rooms
            accessibleName: qsTr("Room")
            placeholder: qsTr("None")
            onActivated: root.edited()
            onEditTextChanged: {
                if (root.face && editText !== root.face.room)
                    root.edited();
            }
        }
    }
    Labeled {
        width: parent.width
        label: qsTr("Icon")
        IconPicker {
            width: parent.width
            icon: root.icon
            onPicked: (name) => {
                root.icon = name;
                root.edited();
            }
        }
    }
    Labeled {
        width: parent.width
        label: qsTr("Model and rating")
        AppComboBox {
            id: model
            readonly property var keys: root.withFirst("", root.models.map(each => each.key))
            width: parent.width
            model: root.withFirst(qsTr("Not known"),
                root.models.map(each => qsTr("%1 · %2").arg(each.label).arg(each.rating)))
            accessibleName: qsTr("Model and rating")
            onActivated: root.edited()
        }
        SmallText {
            width: parent.width
            topPadding: Theme.s4
            text: qsTr("The label is on the back of the outlet.")
            wrapMode: Text.Wrap
        }
    }
}
