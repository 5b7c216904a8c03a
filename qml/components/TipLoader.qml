// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Makes a tooltip over `target` while `shown`, and costs next to nothing until then.
Loader {
    id: loader

    property string text
    property bool shown: false
    property Item target: parent
    readonly property AppToolTip tip: item as AppToolTip

    active: shown && text.length > 0
    sourceComponent: AppToolTip {}
    onLoaded: {
        tip.parent = target;
        tip.text = text;
        tip.visible = true;
    }
    onTextChanged: {
        if (tip)
            tip.text = text;
    }
}
