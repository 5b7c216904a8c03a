// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The dialogs that any page may ask for. Each is made when it is first wanted, so that the first
/// frame does not wait for them.
Item {
    id: dialogs

    signal removed()

    function edit(face: OutletFace, mode: string): void {
        editLoader.active = true;
        (editLoader.item as EditOutletSheet).openFor(face, mode);
    }
    function turnOff(ids: var): void {
        turnOffLoader.active = true;
        (turnOffLoader.item as TurnOffDialog).ask(ids);
    }
    function remove(ids: var): void {
        removeLoader.active = true;
        (removeLoader.item as RemoveDialog).ask(ids);
    }
    function exportEnergy(): void {
        exportLoader.active = true;
        (exportLoader.item as ExportDialog).ask();
    }
    function exportEnergyOf(from: string, to: string, outletIds: var): void {
        exportLoader.active = true;
        (exportLoader.item as ExportDialog).askFor(from, to, outletIds);
    }
    function importEnergy(): void {
        importLoader.active = true;
        (importLoader.item as ImportDialog).ask();
    }
    function importFile(path: string): void {
        importLoader.active = true;
        (importLoader.item as ImportDialog).openFile(path);
    }
    function replace(id: string): void {
        replaceLoader.active = true;
        (replaceLoader.item as ReplaceDialog).ask(id);
    }

    Loader {
        id: replaceLoader
        active: false
        source: "ReplaceDialog.qml"
    }
    Loader {
        id: exportLoader
        active: false
        source: "ExportDialog.qml"
    }
    Loader {
        id: importLoader
        active: false
        source: "ImportDialog.qml"
    }
    Loader {
        id: editLoader
        active: false
        source: "EditOutletSheet.qml"
    }
    Loader {
        id: turnOffLoader
        active: false
        source: "TurnOffDialog.qml"
    }
    Loader {
        id: removeLoader
        active: false
        source: "RemoveDialog.qml"
    }
    Connections { // without naming the types, which would read their files at the start
        target: editLoader.item
        ignoreUnknownSignals: true
        function onRemoveRequested(face: OutletFace): void {
            dialogs.remove([face.outletId]);
        }
    }
    Connections {
        target: removeLoader.item
        ignoreUnknownSignals: true
        function onRemoved(): void {
            dialogs.removed();
        }
    }
}
