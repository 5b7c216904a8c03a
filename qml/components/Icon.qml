// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One icon of resources/icons, drawn in `color` at the screen's own resolution.
Image {
    id: icon

    property string name
    property color color: Theme.text2
    property int size: 24

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: name.length > 0 ? "image://icon/" + name + "/" + String(color).slice(1) : ""
}
