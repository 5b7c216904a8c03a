// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// What holds for all price plans: currency, where a billing month starts, and CO2. Applies at once.
Panel {
    id: root

    implicitHeight: column.implicitHeight + Theme.s32

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: Theme.s12

        SectionText {
            text: qsTr("All plans")
            font.pixelSize: Theme.fontPanel
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        GridLayout {
            columns: root.width >= 640 ? 3 : 1
            columnSpacing: Theme.s16
            rowSpacing: Theme.s12
            Layout.fillWidth: true

            CurrencyChoice {
                Layout.preferredWidth: 200
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
            }
            Labeled {
                label: qsTr("Billing month starts on day")
                Layout.preferredWidth: 200
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                AppComboBox {
                    width: parent.width
                    model: Array.from({ length: 28 }, (_, i) => String(i + 1))
                    currentIndex: Prices.billingDay - 1
                    accessibleName: qsTr("Billing month starts on day")
                    onActivated: index => {
                        Prices.billingDay = index + 1;
                        currentIndex = Qt.binding(() => Prices.billingDay - 1);
                    }
                }
            }
            AppField {
                label: qsTr("CO₂ of a kilowatt hour")
                placeholder: qsTr("Not known")
                text: Prices.co2
                suffix: qsTr("g")
                maximumLength: 6
                Layout.preferredWidth: 200
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                onAccepted: error = Prices.takeCo2(text)
                onActiveFocusChanged: {
                    if (!activeFocus)
                        error = Prices.takeCo2(text);
                }
            }
        }
        SmallText {
            text: qsTr("The standing charge stands in reports on a line of its own; it is not split between outlets.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
    }
}
