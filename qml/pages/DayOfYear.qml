// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A day that every year has: its month and its number.
Labeled {
    id: root

    required property var monthNames
    property int month: 1
    property int day: 1
    signal edited(int month, int day)

    Row {
        spacing: Theme.s8
        AppComboBox {
            width: 104
            model: root.monthNames
            currentIndex: root.month - 1
            accessibleName: qsTr("%1, month").arg(root.label)
            onActivated: index => {
                root.edited(index + 1, root.day);
                currentIndex = Qt.binding(() => root.month - 1);
            }
        }
        AppComboBox {
            width: 84
            model: Array.from({ length: 31 }, (_, i) => String(i + 1))
            currentIndex: root.day - 1
            accessibleName: qsTr("%1, day").arg(root.label)
            onActivated: index => {
                root.edited(root.month, index + 1);
                currentIndex = Qt.binding(() => root.day - 1);
            }
        }
    }
}
