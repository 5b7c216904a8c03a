// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A page's title.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontTitle
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
}
