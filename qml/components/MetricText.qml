// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A figure that counts.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontMetric
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
