// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Asks before outlets are removed, and says what that means. Open it with ask().
AppDialog {
    id: root

    property var ids: []
    property var names: []
    readonly property int count: ids.length
    signal removed()

    /// Asks about the outlets with these ids; does nothing for an empty list.
    function ask(which: var): void {
        names = which.map(id => App.face(id)).filter(face => face).map(face => face.name);
        ids = which.slice();
        if (ids.length > 0)
            open();
    }
    function remove(): void {
        const gone = ids;
        close();
        ids = [];
        removed();
        // After whoever shows one of them has let go of it.
        Qt.callLater(() => App.forgetAll(gone));
    }

    title: count === 1 ? qsTr("Remove %1?").arg(names[0] ?? "")
        : qsTr("Remove %n outlets?", "", count)
    text: qsTr("Name, room, icon and settings are deleted. An outlet that is still connected shows up as new again and can’t be switched until you allow it.")
    primaryEnabled: false

    Column {
        width: parent.width
        visible: root.count > 1
        spacing: Theme.s4
        Repeater {
            model: root.names.slice(0, 8)
            BodyText {
                required property string modelData
                width: parent.width
                text: modelData
                elide: Text.ElideRight
            }
        }
        SmallText {
            visible: root.names.length > 8
            text: qsTr("and %n more", "", root.names.length - 8)
        }
    }

    initialFocus: cancelButton
    footer: [
        AppButton {
            id: cancelButton
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "danger"
            text: qsTr("Remove")
            onClicked: root.remove()
        }
    ]
}
