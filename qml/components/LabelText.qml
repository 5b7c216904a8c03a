// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The name of a thing or the title of a row.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontBody
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
