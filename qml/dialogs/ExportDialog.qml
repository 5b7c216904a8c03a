// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Puts an export together, shows what the file will look like, and writes it (mock 17). Open it with ask() or
/// askFor().
AppDialog {
    id: dialog

    readonly property ExportJob job: App.exporting
    readonly property bool narrow: cardWidth > (parent?.width ?? 0)

    /// Of everything this month, or of these days and outlets (none = all).
    function ask(): void {
        job.begin();
        open();
    }
    function askFor(from: string, to: string, outletIds: var): void {
        job.beginWith(from, to, outletIds);
        open();
    }
    function start(): void {
        if (job.canExport)
            files.save(qsTr("Export energy"), job.fileName,
                [job.format === 0 ? qsTr("CSV (*.csv)") : qsTr("JSON (*.json)")]);
    }

    title: qsTr("Export energy")
    cardWidth: 596
    closable: true
    primaryEnabled: job.canExport
    initialFocus: range.firstField
    onPrimaryRequested: start()
    onClosed: job.cancel()

    FileDialogs {
        id: files
        onChosen: path => dialog.job.write(path)
    }
    Connections {
        target: dialog.job
        function onSaved(): void {
            dialog.close();
        }
    }

    ExportRange {
        id: range
        width: parent.width
        enabled: !dialog.job.writing
        job: dialog.job
        narrow: dialog.narrow
    }
    Grid {
        width: parent.width
        enabled: !dialog.job.writing
        columns: dialog.narrow ? 1 : 2
        spacing: Theme.s16
        Labeled {
            width: dialog.narrow ? parent.width : (parent.width - Theme.s16) / 2
            label: qsTr("Outlets")
            OutletsField {
                width: parent.width
                accessibleName: qsTr("Outlets")
                text: dialog.job.outletsText
                outlets: dialog.job.outlets
                failed: dialog.job.outletsError.length > 0
                onToggledOutlet: id => dialog.job.toggleOutlet(id)
                onAllChosen: all => dialog.job.chooseAllOutlets(all)
            }
            SmallText {
                visible: dialog.job.outletsError.length > 0
                topPadding: Theme.s4
                text: dialog.job.outletsError
                color: Theme.dangerText
            }
        }
        Labeled {
            width: dialog.narrow ? parent.width : (parent.width - Theme.s16) / 2
            label: qsTr("Format")
            Segment {
                width: parent.width
                stretched: true
                accessibleName: qsTr("Format")
                model: [qsTr("CSV"), qsTr("JSON")]
                currentIndex: dialog.job.format
                onActivated: index => dialog.job.format = index
            }
        }
    }
    Labeled {
        width: parent.width
        enabled: !dialog.job.writing
        label: qsTr("Resolution")
        Segment {
            width: parent.width
            stretched: true
            accessibleName: qsTr("Resolution")
            model: [dialog.narrow ? qsTr("Readings") : qsTr("Every reading"), qsTr("5 min"), qsTr("1 hour"), qsTr("1 day")]
            currentIndex: dialog.job.resolution
            onActivated: index => dialog.job.resolution = index
        }
    }
    Labeled {
        width: parent.width
        visible: dialog.job.format === 0
        enabled: !dialog.job.writing
        label: qsTr("Numbers in the file")
        Segment {
            width: parent.width
            stretched: true
            accessibleName: qsTr("Numbers in the file")
            model: dialog.narrow ? [qsTr("Comma, 1.5"), qsTr("Semicolon, 1,5")]
                : [qsTr("Comma between values, 1.5"), qsTr("Semicolon, 1,5")]
            currentIndex: dialog.job.semicolon ? 1 : 0
            onActivated: index => dialog.job.semicolon = index === 1
        }
    }
    ExportPreviewPanel {
        width: parent.width
        job: dialog.job
    }

    footStart: [
        SmallText {
            width: parent?.width ?? 0
            anchors.verticalCenter: parent?.verticalCenter
            visible: !dialog.job.writing
            text: dialog.job.problem.length > 0 ? dialog.job.problem : dialog.job.fileName
            color: dialog.job.problem.length > 0 ? Theme.dangerText : Theme.text2
            elide: dialog.job.problem.length > 0 ? Text.ElideRight : Text.ElideMiddle
            wrapMode: dialog.job.problem.length > 0 ? Text.Wrap : Text.NoWrap
            maximumLineCount: 3
        },
        JobProgress {
            width: parent?.width ?? 0
            anchors.verticalCenter: parent?.verticalCenter
            visible: dialog.job.writing
            meter: dialog.job.meter
            text: meter.total > 0 ? qsTr("Writing row %1 of %2").arg(Format.count(meter.done)).arg(Format.count(meter.total))
                : qsTr("Counting the rows")
        }
    ]
    footer: [
        AppButton {
            kind: dialog.job.writing ? "outline" : "text"
            text: qsTr("Cancel")
            onClicked: dialog.job.writing ? dialog.job.cancel() : dialog.cancel()
        },
        AppButton {
            visible: !dialog.job.writing
            kind: "primary"
            iconName: "export"
            enabled: dialog.job.canExport
            text: qsTr("Export")
            onClicked: dialog.start()
        }
    ]
}
