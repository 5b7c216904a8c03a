// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// How long something is kept; shows what is in force, also while a shorter time is asked about.
Labeled {
    id: root

    required property var labels
    required property int current
    signal chosen(int index)

    Layout.preferredWidth: 200
    Layout.fillWidth: true

    AppComboBox {
        width: parent.width
        model: root.labels
        currentIndex: root.current
        accessibleName: root.label
        onActivated: index => {
            root.chosen(index);
            currentIndex = Qt.binding(() => root.current);
        }
    }
}
