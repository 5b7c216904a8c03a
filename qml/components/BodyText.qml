// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Running text.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontBody
    font.weight: Font.Normal
    textFormat: Text.PlainText
}
