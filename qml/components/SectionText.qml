// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The title of a section.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontSection
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
