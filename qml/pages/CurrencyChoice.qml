// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The currency in which cost is shown: the system's, or one of the list. Applies at once.
Labeled {
    label: qsTr("Currency")

    AppComboBox {
        width: parent.width
        model: Prices.currencies
        currentIndex: Prices.currency
        accessibleName: qsTr("Currency")
        onActivated: index => {
            Prices.currency = index;
            currentIndex = Qt.binding(() => Prices.currency);
        }
    }
}
