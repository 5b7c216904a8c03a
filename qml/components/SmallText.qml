// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Secondary text.
Text {
    color: Theme.text2
    font.pixelSize: Theme.fontSmall
    font.weight: Font.Normal
    textFormat: Text.PlainText
}
