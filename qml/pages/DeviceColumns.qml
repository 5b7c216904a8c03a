// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Which columns the table has at a width, and how wide they are. Address goes first, then firmware,
/// signal, last seen and model; what stays leaves the name room to be read.
QtObject {
    id: root

    required property real tableWidth
    property bool grips: true

    readonly property real scale: Theme.fontBody / 14
    readonly property real minimumName: 170 * scale
    readonly property real gripWidth: grips ? 34 : 12
    readonly property real checkWidth: 44
    readonly property real tileWidth: 50
    readonly property real modelWidth: 140 * scale
    readonly property real firmwareWidth: 96 * scale
    readonly property real addressWidth: 118 * scale
    readonly property real signalWidth: 118 * scale
    readonly property real linkWidth: 118 * scale
    readonly property real lastSeenWidth: 100 * scale
    readonly property real moreWidth: 52

    readonly property real always: gripWidth + checkWidth + tileWidth + linkWidth + moreWidth
    readonly property real room: tableWidth - always - minimumName
    readonly property bool model: room >= modelWidth
    readonly property bool lastSeen: model && room >= modelWidth + lastSeenWidth
    readonly property bool signalled: lastSeen && room >= modelWidth + lastSeenWidth + signalWidth
    readonly property bool firmware: signalled
        && room >= modelWidth + lastSeenWidth + signalWidth + firmwareWidth
    readonly property bool address: firmware
        && room >= modelWidth + lastSeenWidth + signalWidth + firmwareWidth + addressWidth

    readonly property real nameWidth: tableWidth - always - (model ? modelWidth : 0)
        - (lastSeen ? lastSeenWidth : 0) - (signalled ? signalWidth : 0)
        - (firmware ? firmwareWidth : 0) - (address ? addressWidth : 0)
}
