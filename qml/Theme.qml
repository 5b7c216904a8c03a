// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma Singleton
import QtQuick
import Outlet

/// Every colour, size and duration of the interface. No other file names a raw colour.
QtObject {
    id: theme

    readonly property bool dark: Preferences.dark

    readonly property color bg: dark ? "#0E1312" : "#F3F5F4"
    readonly property color surface: dark ? "#171E1C" : "#FFFFFF"
    readonly property color inset: dark ? "#212A27" : "#EDF1EF"
    /// Decoration only (card edge, divider, grid); never the only edge of a control.
    readonly property color outline: dark ? "#2D3835" : "#D9E0DD"
    readonly property color outlineStrong: dark ? "#7A8985" : "#75827D"
    readonly property color text: dark ? "#E7EEEB" : "#13201C"
    readonly property color text2: dark ? "#A5B3AE" : "#4C5A55"
    readonly property color accent: dark ? "#3CC9A7" : "#0A7A66"
    readonly property color accentInk: dark ? "#04231C" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#143A31" : "#DCF1EA"
    readonly property color accentText: dark ? "#74E0C5" : "#07604F"
    readonly property color warn: dark ? "#F0B040" : "#A66300"
    readonly property color warnSoft: dark ? "#38290C" : "#FCEFD3"
    readonly property color warnText: dark ? "#F7C873" : "#7A4B00"
    readonly property color danger: dark ? "#FF7F72" : "#BA2C22"
    readonly property color dangerSoft: dark ? "#431F1B" : "#FBE5E2"
    readonly property color dangerText: dark ? "#FFA79D" : "#9C1F17"
    readonly property color dangerInk: dark ? "#2B0603" : "#FFFFFF"
    readonly property color info: dark ? "#7DB5F2" : "#1F5FA8"
    readonly property color infoSoft: dark ? "#152E48" : "#E1ECF8"
    readonly property color infoText: dark ? "#A6CDF8" : "#184E8C"
    readonly property color scrim: dark ? "#94000000" : "#6B0A1411"
    readonly property color clear: "transparent"
    /// Snack bar: the other theme's paper, so that it stands out from every page.
    readonly property color snack: dark ? "#E7EEEB" : "#13201C"
    readonly property color snackInk: dark ? "#13201C" : "#FFFFFF"

    readonly property int s4: 4
    readonly property int s8: 8
    readonly property int s12: 12
    readonly property int s16: 16
    readonly property int s20: 20
    readonly property int s24: 24
    readonly property int s32: 32
    readonly property int s48: 48

    readonly property int radiusCard: 16
    readonly property int radiusTile: 12
    readonly property int radiusControl: 10
    readonly property int radiusSmall: 8

    /// Widths below which the layout changes (design: compact, medium, large).
    readonly property int compactBelow: 640
    readonly property int mediumBelow: 1008
    readonly property int wideFrom: 1600
    readonly property int contentMax: 1680
    readonly property int railWidth: 92
    readonly property int bottomBarHeight: 72
    readonly property int sheetWidth: 456
    readonly property int dialogWidth: 560
    readonly property int controlHeight: 40
    readonly property int smallControlHeight: 32
    readonly property int legendLine: 28
    readonly property int fieldHeight: 44
    /// Smallest side of anything that can be clicked.
    readonly property int hitSize: 44

    readonly property FontMetrics systemFont: FontMetrics {}
    /// 1 with the usual system fonts; grows when the user has set large text.
    readonly property real textScale: systemFont.height > 21 ? systemFont.height / 18 : 1
    readonly property int fontDisplay: Math.round(28 * textScale)
    readonly property int fontTitle: Math.round(24 * textScale)
    readonly property int fontMetric: Math.round(22 * textScale)
    readonly property int fontHeading: Math.round(20 * textScale)
    readonly property int fontSection: Math.round(16 * textScale)
    readonly property int fontPanel: Math.round(15 * textScale)
    readonly property int fontBody: Math.round(14 * textScale)
    readonly property int fontSmall: Math.round(13 * textScale)
    readonly property int fontCaption: Math.round(12 * textScale)

    /// For commands and file lines only.
    readonly property string monoFamily: Qt.platform.os === "windows" ? "Consolas"
        : Qt.platform.os === "osx" ? "Menlo" : "monospace"

    readonly property int hoverTime: Preferences.reduceMotion ? 0 : 120
    readonly property int switchTime: Preferences.reduceMotion ? 0 : 180
    readonly property int sheetTime: Preferences.reduceMotion ? 0 : 240
    readonly property int fadeTime: Preferences.reduceMotion ? 0 : 160
    readonly property int spinTime: Preferences.reduceMotion ? 0 : 900
    readonly property int snackTime: 5000
    readonly property int toolTipDelay: 500

    readonly property real hoverOverlay: 0.06
    readonly property real pressOverlay: 0.12
    readonly property real offlineOpacity: 0.45
    readonly property real areaOpacity: 0.13
    /// From lowest to highest in a chart.
    readonly property real bandOpacity: 0.2

    readonly property list<color> seriesLight: ["#14406F", "#967A3F", "#1C7A5F", "#D67C20",
        "#B8329F", "#1B97E4", "#4F4108", "#8094A2"]
    readonly property list<color> seriesDark: ["#A2BAFE", "#9A6A3E", "#46E08F", "#DB7A22",
        "#FCADC4", "#3A7AAE", "#E3E04A", "#757876"]

    /// Chart colour 1 to 8; the accent for 0 and anything else.
    function series(n: int): color {
        if (n < 1 || n > 8)
            return accent;
        return dark ? seriesDark[n - 1] : seriesLight[n - 1];
    }

    /// Name of chart colour 1 to 8, for tooltips and screen readers.
    function seriesName(n: int): string {
        switch (n) {
        case 0: return qsTr("Automatic");
        case 1: return qsTr("Blue");
        case 2: return qsTr("Ochre");
        case 3: return qsTr("Green");
        case 4: return qsTr("Orange");
        case 5: return qsTr("Plum");
        case 6: return qsTr("Sky");
        case 7: return qsTr("Olive");
        case 8: return qsTr("Slate");
        default: return "";
        }
    }

    /// Pictures of the periods of a price plan, by number from 0: beside word and tint they tell
    /// which is which.
    readonly property list<string> periodIcons: ["standby", "tariff", "sunrise", "schedule", "energy", "plug"]

    /// The strong colour of a price period, for its swatch.
    // No lists of colors to choose from: what is compiled ahead of time (a release) does not always
    // find the color in them.
    function periodStrong(n: int): color {
        switch (n) {
        case 1: return warn;
        case 2: return info;
        case 3: return series(5);
        case 4: return series(7);
        case 5: return series(8);
        default: return accent;
        }
    }
    /// The tint of a price period in the week.
    function periodFill(n: int): color {
        switch (n) {
        case 0: return accentSoft;
        case 1: return warnSoft;
        case 2: return infoSoft;
        default: return Qt.tint(surface, Qt.alpha(periodStrong(n), 0.22));
        }
    }
    /// Words and icons on periodFill(n).
    function periodText(n: int): color {
        switch (n) {
        case 0: return accentText;
        case 1: return warnText;
        case 2: return infoText;
        default: return text;
        }
    }

    /// Fill behind something of this Ui.Tone; transparent for plain.
    function toneFill(tone: int): color {
        switch (tone) {
        case Ui.TonePlain: return clear;
        case Ui.ToneAccent: return accentSoft;
        case Ui.ToneWarn: return warnSoft;
        case Ui.ToneDanger: return dangerSoft;
        case Ui.ToneInfo: return infoSoft;
        default: return inset;
        }
    }

    /// Text and icons on toneFill(tone).
    function toneText(tone: int): color {
        switch (tone) {
        case Ui.ToneAccent: return accentText;
        case Ui.ToneWarn: return warnText;
        case Ui.ToneDanger: return dangerText;
        case Ui.ToneInfo: return infoText;
        default: return text2;
        }
    }

    /// The strong colour of a tone, for dots and edges.
    function toneStrong(tone: int): color {
        switch (tone) {
        case Ui.ToneAccent: return accent;
        case Ui.ToneWarn: return warn;
        case Ui.ToneDanger: return danger;
        case Ui.ToneInfo: return info;
        default: return outlineStrong;
        }
    }
}
