// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The smallest text: axis labels, table headers.
Text {
    color: Theme.text2
    font.pixelSize: Theme.fontCaption
    font.weight: Font.Normal
    textFormat: Text.PlainText
}
