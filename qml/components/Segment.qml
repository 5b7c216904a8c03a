// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One choice out of a few, side by side. Left and Right move the choice.
FocusScope {
    id: segment

    property list<string> model
    /// Names of icons before the words; may be shorter than the model.
    property list<string> icons
    /// Choosing the chosen one again is told, too.
    property bool repeatable: false
    property int currentIndex: 0
    property bool small: false
    /// All options equally wide over the width that it is given.
    property bool stretched: false
    property string accessibleName
    signal activated(int index)

    function choose(index: int): void {
        if (index < 0 || index >= model.length || (index === currentIndex && !repeatable))
            return;
        activated(index);
    }

    implicitHeight: Theme.hitSize
    implicitWidth: row.width + 4
    Accessible.role: Accessible.PageTabList
    Accessible.name: accessibleName

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: segment.small ? Theme.smallControlHeight : Theme.controlHeight
        radius: Theme.radiusControl
        color: Theme.inset
    }
    Row {
        id: row
        anchors.centerIn: parent
        Repeater {
            model: segment.model
            delegate: AbstractButton {
                id: option

                required property int index
                required property string modelData
                readonly property bool current: index === segment.currentIndex

                hoverEnabled: true
                // One tab stop for the whole control, as with native radio groups.
                focusPolicy: current || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
                focus: current
                implicitHeight: Theme.hitSize
                readonly property string iconName: segment.icons[index] ?? ""
                readonly property int iconRoom: iconName === "" ? 0 : 16 + Theme.s8

                implicitWidth: segment.stretched ? (segment.width - 4) / Math.max(1, segment.model.length)
                    : Math.max(Theme.hitSize, iconRoom + name.implicitWidth + (segment.small ? 20 : Theme.s24))
                text: modelData
                onClicked: segment.choose(index)
                Keys.onLeftPressed: segment.choose(index - 1)
                Keys.onRightPressed: segment.choose(index + 1)
                onCurrentChanged: {
                    if (current && segment.activeFocus)
                        forceActiveFocus(Qt.TabFocusReason);
                }
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData
                Accessible.selected: current

                background: Item {
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        height: (segment.small ? Theme.smallControlHeight : Theme.controlHeight) - 4
                        radius: Theme.radiusSmall
                        color: option.current ? Theme.surface : Theme.clear
                        border.width: option.current ? 1 : 0
                        border.color: Theme.outline
                        HoverTint {
                            radius: parent.radius
                            hovered: option.hovered && !option.current
                            pressed: option.down
                        }
                        FocusRing {
                            anchors.margins: -2
                            visible: option.visualFocus
                            cornerRadius: parent.radius - 2
                        }
                    }
                }
                contentItem: Item {
                    Icon {
                        visible: option.iconName !== ""
                        x: (parent.width - option.iconRoom - name.implicitWidth) / 2
                        anchors.verticalCenter: parent.verticalCenter
                        name: option.iconName
                        color: name.color
                        size: 16
                    }
                    SmallText {
                        id: name
                        anchors.fill: parent
                        anchors.leftMargin: option.iconRoom
                        text: option.modelData
                        color: option.current ? Theme.text : Theme.text2
                        font.weight: option.current ? Font.DemiBold : Font.Medium
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
