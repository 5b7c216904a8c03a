// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The keys that hold on every page. An item, because only then an open dialog holds them back.
Item {
    id: keys

    property var places: []
    property bool canGoBack: false
    signal pageRequested(string page)
    signal backRequested()
    signal findRequested()
    signal turnOffRequested()
    signal exportRequested()

    function place(index: int): void {
        if (index < places.length)
            pageRequested(places[index].page);
    }

    Shortcut {
        sequence: "Ctrl+1"
        onActivated: keys.place(0)
    }
    Shortcut {
        sequence: "Ctrl+2"
        onActivated: keys.place(1)
    }
    Shortcut {
        sequence: "Ctrl+3"
        onActivated: keys.place(2)
    }
    Shortcut {
        sequence: "Ctrl+4"
        onActivated: keys.place(3)
    }
    Shortcut {
        sequence: "Ctrl+E"
        enabled: App.exporting.available
        onActivated: keys.exportRequested()
    }
    Shortcut {
        sequence: "Ctrl+N"
        onActivated: keys.pageRequested("add")
    }
    Shortcut {
        sequence: "Ctrl+Shift+D"
        onActivated: App.openDiagnostics("")
    }
    Shortcut {
        sequence: "Ctrl+F"
        onActivated: keys.findRequested()
    }
    Shortcut {
        sequence: "Ctrl+,"
        onActivated: keys.pageRequested("settings")
    }
    Shortcut {
        sequence: "F5"
        onActivated: App.refresh()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: App.canUndo
        onActivated: App.undo()
    }
    Shortcut {
        sequences: ["Alt+Left", "Back"]
        enabled: keys.canGoBack
        onActivated: keys.backRequested()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+0", "Ctrl+Shift+)"]
        enabled: App.onCount > 0
        onActivated: keys.turnOffRequested()
    }
}
