// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Settings, Energy prices: the plans, the one that is edited, and what holds for all of them.
Column {
    id: root

    readonly property bool edited: Prices.editor.edited

    function change(what: var): void {
        if (Prices.editor.edited)
            discardDialog.ask(what);
        else
            what();
    }

    spacing: Theme.s16
    Component.onCompleted: Prices.showUsed()

    PlanList {
        width: parent.width
        onEditRequested: index => {
            if (index !== Prices.current)
                root.change(() => Prices.edit(index));
        }
        onDuplicateRequested: index => root.change(() => Prices.duplicate(index))
        onRemoveRequested: index => {
            if (index === Prices.current)
                Prices.remove(index);
            else
                root.change(() => Prices.remove(index));
        }
        onNewRequested: root.change(() => Prices.newPlan())
    }
    PlanPanel {
        visible: Prices.editor.active
        width: parent.width
    }
    BillingPanel {
        width: parent.width
    }
    DiscardDialog {
        id: discardDialog
    }
}
