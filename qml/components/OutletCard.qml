// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One outlet on the home page: what it is, what it uses, what it is doing, and its switch. A click or
/// Enter asks to open it, Space switches it.
AbstractButton {
    id: card

    required property OutletFace face
    /// The card is being carried to another place.
    property bool lifted: false
    /// The one card of the grid that Tab stops at; arrows move on from there.
    property bool current: true
    signal openRequested()
    signal menuRequested(real x, real y)

    /// Somebody can look at it, so the outlet is asked more often.
    readonly property bool watched: visible && Window.visibility !== Window.Hidden
        && Window.visibility !== Window.Minimized
    property OutletFace asked: null
    readonly property int pad: Theme.s16 + 1
    readonly property color inkColor: face.readingTone === Ui.ToneWarn ? Theme.warnText
        : face.readingTone === Ui.ToneNeutral ? Theme.text2 : Theme.text
    readonly property color lineColor: face.overload ? Theme.warn
        : face.readingTone === Ui.ToneNeutral ? Theme.outlineStrong : Theme.accent

    hoverEnabled: true
    focusPolicy: current || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    implicitWidth: 269
    implicitHeight: energy.y + energy.height + pad
    padding: 0
    onClicked: openRequested()
    Keys.onReturnPressed: openRequested()
    Keys.onEnterPressed: openRequested()
    Keys.onSpacePressed: {
        if (card.face.switchable)
            card.face.toggle();
    }
    Keys.onMenuPressed: menuRequested(width / 2, height / 2)
    Accessible.role: Accessible.Button
    Accessible.name: face.accessibleName
    Accessible.description: face.accessibleDescription

    function ask(): void {
        const wanted = watched ? face : null;
        if (wanted === asked)
            return;
        if (asked)
            asked.release();
        asked = wanted;
        if (asked)
            asked.observe();
    }

    onWatchedChanged: ask()
    onFaceChanged: ask()
    Component.onCompleted: ask()
    Component.onDestruction: {
        if (asked)
            asked.release();
    }

    background: Panel {
        border.width: card.face.overload ? 2 : 1
        border.color: card.face.overload ? Theme.warn : card.lifted ? Theme.outlineStrong : Theme.outline
        HoverFocus {
            hovered: card.hovered && !card.lifted
            focused: card.visualFocus
            cornerRadius: Theme.radiusCard
            strength: 0.5
        }
    }
    contentItem: Item {
        Tile {
            id: tile
            x: card.pad
            y: card.pad
            iconName: card.face.icon
            tone: card.face.tileTone
        }
        Column {
            // From the card's own width, not the parent's, which comes late: texts are laid out once.
            x: tile.x + tile.width + 10
            width: relay.x - x - Theme.s8
            anchors.verticalCenter: tile.verticalCenter
            spacing: 1
            LabelText {
                width: parent.width
                text: card.face.name
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                lineHeight: 0.95
            }
            CardPlace {
                width: parent.width
                face: card.face
            }
        }
        OutletSwitch {
            id: relay
            x: card.width - width - card.pad
            anchors.verticalCenter: tile.verticalCenter
            focusPolicy: card.current || activeFocus ? Qt.TabFocus : Qt.NoFocus
            switchState: card.face.switchState
            enabled: card.face.switchable
            accessibleName: card.face.name
            accessibleDescription: card.face.switchAccessibleDescription
            onToggled: card.face.toggle()
        }
        Text {
            id: reading
            x: card.pad
            anchors.baseline: parent.top
            anchors.baselineOffset: Math.round(tile.y + tile.height + 46 * Theme.textScale)
            text: card.face.readingText
            textFormat: Text.PlainText
            color: card.inkColor
            font.pixelSize: card.face.offline ? Theme.fontMetric : Theme.fontDisplay
            font.weight: Font.DemiBold
        }
        Text {
            anchors.left: reading.right
            anchors.leftMargin: Theme.s4
            anchors.baseline: reading.baseline
            text: card.face.readingUnit
            textFormat: Text.PlainText
            color: card.face.readingTone === Ui.ToneWarn ? Theme.warnText : Theme.text2
            font.pixelSize: Theme.fontSection
            font.weight: Font.Medium
        }
        Sparkline {
            anchors.right: parent.right
            anchors.rightMargin: card.pad
            anchors.bottom: reading.baseline
            anchors.bottomMargin: -10
            width: Math.min(104, card.width - 2 * card.pad - 110 * Theme.textScale)
            height: 38
            visible: width > 40
            series: card.face.live
            spanSeconds: 300
            offline: card.face.offline
            lineColor: card.lineColor
            fillColor: Qt.alpha(card.lineColor, Theme.areaOpacity)
        }
        StatusStrip {
            id: strip
            x: card.pad
            y: Math.round(tile.y + tile.height + 70 * Theme.textScale)
            width: card.width - 2 * card.pad
            tone: card.face.stripTone
            iconName: card.face.stripIcon
            text: card.face.stripText
            actionText: card.face.stripActionText
            busy: card.face.stripBusy
            onActionClicked: {
                card.face.activateStrip();
                if (card.face.offline) // "Help" is on the outlet's page
                    card.openRequested();
            }
        }
        Row {
            id: energy
            x: card.pad
            y: strip.y + strip.height + (visible ? Theme.s8 : 0)
            width: card.width - 2 * card.pad
            height: visible ? today.implicitHeight : 0
            visible: card.face.energyTodayText.length > 0
            SmallText {
                id: today
                text: card.face.energyTodayText
                color: Theme.text
                font.weight: Font.Medium
            }
            SmallText {
                width: parent.width - today.width
                text: (card.face.costTodayText === qsTr("today") ? " " : " · ") + card.face.costTodayText
                elide: Text.ElideRight
            }
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: (point) => card.menuRequested(point.position.x, point.position.y)
    }
}
