// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The Energy page's title and what it shows: the price now, period, moving through time, report and export.
/// What has no room beside the title goes under it.
Item {
    id: root

    required property EnergyView view
    property bool compact: false
    property bool blank: false
    signal reportRequested()
    signal exportRequested()

    // Where a row is too short for all words the report keeps only its icon, and where two rows are, what is
    // seldom used goes into a menu.
    readonly property bool isDay: view.period === Ui.PeriodDay
    readonly property real gap: compact ? Theme.s4 : Theme.s12
    readonly property real spelled: periods.implicitWidth + steps.whole + report.implicitWidth
        + save.implicitWidth + 3 * gap + (isDay ? up.implicitWidth + gap : 0)
    readonly property real beside: words.all + Theme.s24
    readonly property real saved: report.implicitWidth - Theme.hitSize
    readonly property bool terse: beside + spelled > width && beside + spelled - saved <= width
    readonly property bool tucked: compact || beside + spelled - saved > width && spelled > width
    readonly property bool oneRow: beside + controls.implicitWidth <= width
    readonly property var periodNames: [qsTr("Week"), qsTr("Month"), qsTr("Year")]
    function choose(index: int): void {
        root.view.period = index;
    }

    implicitHeight: root.oneRow || !controls.visible ? Math.max(words.implicitHeight, controls.implicitHeight)
        : words.implicitHeight + controls.implicitHeight

    Flow {
        id: words
        readonly property real all: title.implicitWidth + (chip.visible ? Theme.s20 + chip.implicitWidth : 0)
        width: Math.min(all, root.width)
        spacing: root.compact ? Theme.s4 : Theme.s20
        Item {
            implicitWidth: title.implicitWidth
            implicitHeight: Theme.hitSize
            TitleText {
                id: title
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Energy")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        Item {
            visible: chip.visible
            implicitWidth: chip.implicitWidth
            implicitHeight: root.compact ? chip.implicitHeight + Theme.s8 : Theme.hitSize
            Badge {
                id: chip
                anchors.verticalCenter: parent.verticalCenter
                visible: root.view.rateText.length > 0 && !root.blank
                implicitHeight: 34
                side: Theme.s12
                iconName: "tariff"
                text: root.view.rateText
                tone: root.view.rateTone
            }
        }
    }
    RowLayout {
        id: controls
        visible: !root.blank
        y: root.oneRow ? 0 : words.implicitHeight
        x: root.oneRow ? root.width - width : 0
        width: root.compact ? root.width : Math.min(implicitWidth, root.width)
        spacing: root.gap

        IconButton {
            id: up
            visible: root.isDay
            iconName: "back"
            tip: qsTr("Back to the month")
            edged: true
            onClicked: if (!root.view.goUp()) root.view.period = Ui.PeriodMonth
        }
        Segment {
            id: periods
            visible: !root.compact
            model: root.periodNames
            accessibleName: qsTr("Period")
            currentIndex: root.view.period === Ui.PeriodDay ? -1 : root.view.period
            onActivated: index => root.choose(index)
        }
        AppButton {
            visible: root.compact
            iconName: "calendar"
            text: root.view.period === Ui.PeriodDay ? qsTr("Day") : root.periodNames[root.view.period]
            Accessible.name: qsTr("Period: %1").arg(text)
            onClicked: menu.popup(this, 0, height)
            AppMenu {
                id: menu
                Repeater {
                    model: root.periodNames
                    AppMenuItem {
                        required property int index
                        required property string modelData
                        text: modelData
                        iconName: index === root.view.period ? "check" : ""
                        onTriggered: root.choose(index)
                    }
                }
            }
        }
        MonthSteps {
            id: steps
            title: root.view.title
            canGoBack: root.view.canGoBack
            canGoForward: root.view.canGoForward
            onBack: root.view.goBack()
            onForward: root.view.goForward()
            Layout.fillWidth: root.compact
        }
        IconButton {
            visible: root.terse && !root.tucked
            iconName: "report"
            tip: qsTr("Report")
            edged: true
            onClicked: root.reportRequested()
        }
        AppButton {
            id: report
            visible: !root.terse && !root.tucked
            iconName: "report"
            text: qsTr("Report")
            onClicked: root.reportRequested()
        }
        AppButton {
            id: save
            visible: !root.tucked
            iconName: "export"
            text: qsTr("Export CSV")
            onClicked: root.exportRequested()
        }
        EnergyMore {
            visible: root.tucked
            onReportRequested: root.reportRequested()
            onExportRequested: root.exportRequested()
        }
    }
}
