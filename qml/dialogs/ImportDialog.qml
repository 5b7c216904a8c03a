// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Shows what is in a file and what an import would do before it does it (mock 17). Open it with
/// ask(), which lets choose the file first.
AppDialog {
    id: dialog

    readonly property ImportJob job: App.importing
    readonly property bool narrow: cardWidth > (parent?.width ?? 0)

    function ask(): void {
        files.open(qsTr("Import energy"), [qsTr("CSV and JSON (*.csv *.json *.txt *.tsv)"), qsTr("All files (*)")]);
    }
    function openFile(path: string): void {
        job.open(path);
        if (!opened)
            open();
    }
    function start(): void {
        if (!job.canImport)
            return;
        if (job.replaceQuestion.length > 0)
            question.open();
        else
            job.write();
    }

    title: qsTr("Import energy")
    cardWidth: 596
    closable: true
    primaryEnabled: job.canImport
    initialFocus: head.button
    onPrimaryRequested: start()
    onClosed: job.cancel()

    FileDialogs {
        id: files
        onChosen: path => dialog.openFile(path)
    }
    Connections {
        target: dialog.job
        function onImported(): void {
            dialog.close();
        }
    }
    AppDialog {
        id: question
        title: qsTr("Replace what is here?")
        text: dialog.job.replaceQuestion
        initialFocus: keep
        onPrimaryRequested: replace.clicked()
        footer: [
            AppButton {
                id: keep
                kind: "text"
                text: qsTr("Cancel")
                onClicked: question.cancel()
            },
            AppButton {
                id: replace
                kind: "danger"
                text: qsTr("Replace")
                onClicked: {
                    question.close();
                    dialog.job.write();
                }
            }
        ]
    }

    ImportHead {
        id: head
        width: parent.width
        job: dialog.job
        onOtherFileRequested: dialog.ask()
    }
    NoticeBox {
        width: parent.width
        visible: dialog.job.problem.length > 0
        tone: Ui.ToneDanger
        iconName: "warning"
        title: dialog.job.problem
    }
    ImportColumnsPanel {
        width: parent.width
        visible: dialog.job.asksForColumns
        enabled: !dialog.job.writing
        job: dialog.job
        narrow: dialog.narrow
    }
    ImportNames {
        width: parent.width
        visible: dialog.job.names.length > 0
        enabled: !dialog.job.writing
        job: dialog.job
        narrow: dialog.narrow
    }
    ImportPreviewPanel {
        width: parent.width
        visible: dialog.job.previewRows.length > 0
        enabled: !dialog.job.writing
        job: dialog.job
        narrow: dialog.narrow
    }

    footStart: [
        SmallText {
            width: parent?.width ?? 0
            anchors.verticalCenter: parent?.verticalCenter
            visible: !dialog.job.busy
            text: dialog.job.summaryText
            elide: Text.ElideRight
        },
        JobProgress {
            width: parent?.width ?? 0
            anchors.verticalCenter: parent?.verticalCenter
            visible: dialog.job.busy
            meter: dialog.job.meter
            text: dialog.job.busyText
        }
    ]
    footer: [
        AppButton {
            kind: dialog.job.writing ? "outline" : "text"
            text: qsTr("Cancel")
            onClicked: dialog.cancel()
        },
        AppButton {
            visible: !dialog.job.writing
            kind: "primary"
            iconName: "import"
            enabled: dialog.job.canImport
            text: dialog.job.actionText
            onClicked: dialog.start()
        }
    ]
}
