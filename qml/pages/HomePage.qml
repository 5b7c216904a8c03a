// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The home page: what the home uses now, who wants to join, and every known outlet as a card.
FocusScope {
    id: page

    signal openOutletRequested(string id)
    signal editRequested(OutletFace face)
    signal allowRequested(OutletFace face)
    signal removeRequested(OutletFace face)
    signal addRequested()
    signal turnOffRequested()
    signal choosePortRequested()
    signal devicesRequested()

    readonly property bool compact: Window.width < Theme.compactBelow
    readonly property int margin: compact ? Theme.s16 : Window.width < Theme.mediumBelow ? Theme.s24 : Theme.s32
    readonly property bool stopped: Server.state === Ui.ServerStopped
    readonly property bool empty: App.ready && !stopped && App.knownCount === 0
    readonly property bool filled: !stopped && App.knownCount > 0

    FaceModel {
        id: known
        decision: Ui.DecisionKnown
        groupByRoom: Preferences.byRoom && !page.compact
    }
    FaceModel {
        id: news
        decision: Ui.DecisionNew
    }

    Flickable {
        id: flick
        anchors.fill: parent
        contentHeight: body.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: AppScrollBar {}
        FocusFollower {
            flickable: flick
        }

        Column {
            id: body
            width: Math.min(flick.width - 2 * page.margin, Theme.contentMax)
            x: Math.round((flick.width - width) / 2)
            topPadding: page.compact ? 14 : 22
            bottomPadding: page.margin
            spacing: page.compact ? Theme.s12 : Theme.s16

            PageHeader {
                width: parent.width
                title: qsTr("Home")
                Repeater {
                    model: page.compact && page.filled ? 1 : 0
                    delegate: IconButton {
                        iconName: "power"
                        tip: qsTr("Turn all off")
                        enabled: App.onCount > 0
                        onClicked: page.turnOffRequested()
                    }
                }
                Repeater {
                    model: page.compact && !page.stopped && !page.empty ? 1 : 0
                    delegate: IconButton {
                        iconName: "add"
                        iconColor: Theme.accentText
                        tip: qsTr("Add outlet")
                        onClicked: page.addRequested()
                    }
                }
                AppButton {
                    visible: !page.compact && page.filled
                    iconName: "power"
                    text: qsTr("Turn all off")
                    enabled: App.onCount > 0
                    onClicked: page.turnOffRequested()
                }
                AppButton {
                    visible: !page.compact && !page.stopped && !page.empty
                    kind: "primary"
                    iconName: "add"
                    text: qsTr("Add outlet")
                    onClicked: page.addRequested()
                }
            }
            Repeater { // made when there is something to tell
                model: !page.stopped && Server.changedAddressText !== "" ? 1 : 0
                delegate: PageBanner {
                    width: body.width
                    tone: Ui.ToneWarn
                    text: Server.changedAddressText
                    actionText: qsTr("Set up anew")
                    dismissable: true
                    onActionClicked: page.addRequested()
                    onDismissed: Server.dismissChangedAddress()
                }
            }
            SummaryBar {
                width: parent.width
                visible: page.filled
                compact: page.compact
            }
            Repeater {
                model: page.stopped ? null : news
                delegate: NewOutletBanner {
                    id: newcomer
                    required property int index
                    width: body.width
                    visible: index < 3
                    compact: page.compact
                    onAllowRequested: page.allowRequested(newcomer.face)
                }
            }
            Repeater {
                model: !page.stopped && news.count > 3 ? 1 : 0
                delegate: PageBanner {
                    width: body.width
                    tone: Ui.ToneInfo
                    text: qsTr("%n more new outlet(s)", "", news.count - 3)
                    actionText: qsTr("Show in Devices")
                    onActionClicked: page.devicesRequested()
                }
            }
            Item {
                width: parent.width
                height: Math.max(Theme.smallControlHeight, section.height)
                visible: page.filled && !page.compact
                SectionText {
                    id: section
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.verticalCenterOffset: 4
                    text: qsTr("Outlets")
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                SmallText {
                    anchors.left: section.right
                    anchors.leftMargin: Theme.s12
                    anchors.right: grouping.left
                    anchors.rightMargin: Theme.s12
                    anchors.baseline: section.baseline
                    text: App.countsText
                    elide: Text.ElideRight
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                Segment {
                    id: grouping
                    anchors.right: parent.right
                    anchors.verticalCenter: section.verticalCenter
                    small: true
                    model: [qsTr("All"), qsTr("By room")]
                    currentIndex: Preferences.byRoom ? 1 : 0
                    accessibleName: qsTr("Group outlets")
                    onActivated: (index) => Preferences.byRoom = index === 1
                }
            }
            CardGrid {
                id: cards
                width: parent.width
                visible: page.filled
                model: known
                flickable: flick
                singleColumn: page.compact
                onOpenRequested: (id) => page.openOutletRequested(id)
                onEditRequested: (face) => page.editRequested(face)
                onMenuRequested: (face, card, x, y) => {
                    menu.active = true;
                    (menu.item as CardMenu).openFor(face, card, x, y);
                }
            }
            Repeater {
                model: page.empty && news.count === 0 ? 1 : 0
                delegate: Item {
                    width: body.width
                    height: first.height + 2 * Theme.s32
                    FirstOutlet {
                        id: first
                        y: Math.max(0, Math.min(46, (flick.height - height) / 2 - 60))
                        width: parent.width
                        onAddRequested: page.addRequested()
                    }
                }
            }
            Repeater {
                model: page.stopped ? 1 : 0
                delegate: Item {
                    width: body.width
                    height: trouble.y + trouble.height
                    ServerStoppedPanel {
                        id: trouble
                        y: Math.max(0, Math.round((flick.height - height) / 2) - 82)
                        width: Math.min(parent.width, 760)
                        anchors.horizontalCenter: parent.horizontalCenter
                        onChoosePortRequested: page.choosePortRequested()
                    }
                }
            }
        }
    }
    Loader { // read and made when it is first asked for
        id: menu
        active: false
        source: "CardMenu.qml"
    }
    Connections {
        target: menu.item
        ignoreUnknownSignals: true
        function onOpenRequested(id: string): void {
            page.openOutletRequested(id);
        }
        function onEditRequested(face: OutletFace): void {
            page.editRequested(face);
        }
        function onRemoveRequested(face: OutletFace): void {
            page.removeRequested(face);
        }
    }
}
