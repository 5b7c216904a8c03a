// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// A month on paper: leaf through the months, print, save as PDF. Paper is light in both themes.
ScrollPage {
    id: root

    property alias month: view.month
    /// At its natural size, to be moved sideways: where there is no room for that, letters are small.
    property bool enlarged: false
    readonly property real paperWidth: 794
    readonly property bool narrow: paper.width < paperWidth - 1
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
        else if (event.matches(StandardKey.ZoomIn))
            root.enlarged = true;
        else if (event.matches(StandardKey.ZoomOut))
            root.enlarged = false;
        else if (event.key === Qt.Key_Left && sheets.interactive)
            sheets.move(-80);
        else if (event.key === Qt.Key_Right && sheets.interactive)
            sheets.move(80);
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
    RowLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, implicitWidth)
        spacing: Theme.s8
        MonthSteps {
            title: view.title
            canGoBack: view.canGoBack
            canGoForward: view.canGoForward
            onBack: view.goBack()
            onForward: view.goForward()
            Layout.fillWidth: true
        }
        IconButton {
            visible: root.narrow
            iconName: root.enlarged ? "remove" : "add"
            tip: root.enlarged ? qsTr("Fit to the window (Ctrl+−)") : qsTr("Enlarge (Ctrl++)")
            onClicked: root.enlarged = !root.enlarged
        }
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
        width: Math.min(parent.width, root.paperWidth)
        height: Math.max(sheets.height, 320)

        ReportSheets {
            id: sheets
            width: parent.width
            view: view
            sheetWidth: root.enlarged && root.narrow ? root.paperWidth : width
        }
        BarNotice {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 140
            width: parent.width
            loading: view.loading
            errorText: view.errorText
            onRetryRequested: view.retry()
        }
    }
}
