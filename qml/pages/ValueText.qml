// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A measured value as people read it from afar: the number large, its unit small beside it. Takes
/// the finished text ("118 W", "–").
Row {
    id: root

    property string text
    property int size: Theme.fontMetric
    property color color: Theme.text

    readonly property int split: {
        const at = Math.max(root.text.lastIndexOf(" "), root.text.lastIndexOf("\u00a0"));
        // "< 1%" and "< $0.01" have no unit of their own.
        return at < 0 || /[0-9]/.test(root.text.slice(at + 1)) ? root.text.length : at;
    }

    spacing: Theme.s4
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    MetricText {
        id: number
        text: root.text.slice(0, root.split)
        font.pixelSize: root.size
        color: root.color
        Accessible.ignored: true
    }
    BodyText {
        anchors.baseline: number.baseline
        text: root.text.slice(root.split + 1)
        font.pixelSize: Math.max(Theme.fontCaption, Math.round(root.size * 0.62))
        font.weight: Font.Medium
        color: Theme.text2
        Accessible.ignored: true
    }
}
