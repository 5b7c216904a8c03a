// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The title of a sheet or dialog.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontHeading
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
