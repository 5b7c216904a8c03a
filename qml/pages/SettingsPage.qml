// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Settings: sections on the left, the chosen one on the right; in a narrower window the list is a
/// page of its own.
ScrollPage {
    id: root

    /// "general", "prices", "server", "history", "about"; "" shows only the list, where it is a page of its own.
    property string section: "general"
    /// Something typed is not saved yet. Whoever leaves the page asks leave().
    readonly property bool edited: body.item?.edited ?? false

    readonly property bool paged: !root.large
    readonly property string shown: root.section === "" && !root.paged ? "general" : root.section
    readonly property var sections: [
        { key: "general", label: qsTr("General"), icon: "settings" },
        { key: "prices", label: qsTr("Energy prices"), icon: "tariff" },
        { key: "server", label: qsTr("Server"), icon: "server" },
        { key: "history", label: qsTr("History"), icon: "history" },
        { key: "about", label: qsTr("About"), icon: "info" }
    ]
    readonly property var bodies: ({ general: general, prices: prices, server: server, history: history, about: about })
    readonly property string title: sections.find(each => each.key === shown)?.label ?? qsTr("Settings")

    /// Does \a then, at once or after the user agreed to lose what was typed.
    function leave(then: var): void {
        if (root.edited)
            discard.ask(() => {
                root.takeBack();
                then();
            });
        else
            then();
    }
    /// Takes back what was edited, where it would outlive the page.
    function takeBack(): void {
        if (body.item instanceof PricesSettings)
            Prices.discard();
    }
    function show(key: string): void {
        if (key !== root.section)
            root.leave(() => root.section = key);
    }

    PageHeader {
        width: parent.width
        title: root.paged && root.shown !== "" ? root.title : qsTr("Settings")
        backVisible: root.paged && root.shown !== ""
        onBackClicked: root.show("")
    }
    Item {
        width: parent.width
        height: Math.max(list.visible ? list.height : 0, body.visible ? body.height : 0)

        SettingsSections {
            id: list
            visible: !root.paged || root.shown === ""
            width: root.paged ? parent.width : 208
            sections: root.sections
            current: root.shown
            onChosen: key => root.show(key)
        }
        Loader {
            id: body
            visible: root.shown !== ""
            x: root.paged ? 0 : 208 + Theme.s24
            width: root.paged ? parent.width : Math.min(root.shown === "prices" ? 1100 : 720, parent.width - x)
            sourceComponent: root.bodies[root.shown] ?? null
        }
    }

    Component {
        id: general
        GeneralSettings {}
    }
    Component {
        id: prices
        PricesSettings {}
    }
    Component {
        id: server
        ServerSettings {}
    }
    Component {
        id: history
        HistorySettings {}
    }
    Component {
        id: about
        AboutSettings {}
    }
    DiscardDialog {
        id: discard
    }
}
