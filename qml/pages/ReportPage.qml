// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A month on paper: leaf through the months, print, save as PDF. Paper is light in both themes.
ScrollPage {
    id: root

    property alias month: view.month
    signal backRequested()

    function save(): void {
        files.save(qsTr("Save report"), view.fileName, [qsTr("PDF (*.pdf)")]);
    }
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_PageUp && event.modifiers === Qt.NoModifier)
            view.goBack();
        else if (event.key === Qt.Key_PageDown && event.modifiers === Qt.NoModifier)
            view.goForward();
        else if (event.matches(StandardKey.Print) && view.ready)
            view.printReport();
        else if (event.matches(StandardKey.Save) && view.ready)
            root.save();
        else
            event.accepted = false;
    }

    ReportView {
        id: view
        onNoticeChanged: if (noticeText.length > 0) App.announce(noticeText)
    }
    FileDialogs {
        id: files
        onChosen: path => view.savePdf(path)
    }
    PageHeader {
        width: parent.width
        title: qsTr("Report")
        backVisible: true
        onBackClicked: root.backRequested()

        AppButton {
            visible: !root.compact
            enabled: view.ready && !view.loading
            iconName: "print"
            text: qsTr("Print")
            onClicked: view.printReport()
        }
        AppButton {
            visible: !root.compact
            enabled: view.ready && !view.loading
            kind: "primary"
            iconName: "export"
            text: qsTr("Save as PDF")
            onClicked: root.save()
        }
        IconButton {
            visible: root.compact
            enabled: view.ready && !view.loading
            iconName: "print"
            tip: qsTr("Print")
            edged: true
            onClicked: view.printReport()
        }
        IconButton {
            visible: root.compact
            enabled: view.ready && !view.loading
            iconName: "export"
            tip: qsTr("Save as PDF")
            edged: true
            onClicked: root.save()
        }
    }
    MonthSteps {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, implicitWidth)
        title: view.title
        canGoBack: view.canGoBack
        canGoForward: view.canGoForward
        onBack: view.goBack()
        onForward: view.goForward()
    }
    StatusLine {
        visible: view.noticeText.length > 0
        anchors.horizontalCenter: parent.horizontalCenter
        width: paper.width
        tone: view.noticeTone
        text: view.noticeText
    }
    Item {
        id: paper
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 794)
        height: Math.max(sheets.height, 320)

        Column {
            id: sheets
            width: parent.width
            visible: view.ready
            spacing: Theme.s16
            Repeater {
                model: view.pageCount
                Panel {
                    id: sheet
                    required property int index
                    width: paper.width
                    height: Math.round(width * view.pageRatio)
                    radius: 4
                    clip: true
                    ReportPaper {
                        anchors.fill: parent
                        anchors.margins: 1
                        report: view
                        page: sheet.index
                        dimmed: view.loading || view.errorText.length > 0
                        Accessible.role: Accessible.Graphic
                        Accessible.name: sheet.index === 0 ? view.summary
                            : qsTr("Page %1 of the report").arg(sheet.index + 1)
                    }
                }
            }
        }
        BarNotice {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 140
            width: Math.min(implicitWidth, parent.width)
            loading: view.loading
            errorText: view.errorText
            onRetryRequested: view.retry()
        }
    }
}
