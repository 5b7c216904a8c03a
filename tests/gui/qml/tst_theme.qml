// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtTest
import Outlet

/// The contrasts that the design promises (WCAG 2): text 4.5, shapes and edges of controls 3.
TestCase {
    name: "Theme"

    function channel(value) {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(color) {
        return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b);
    }
    function contrast(a, b) {
        const one = luminance(a);
        const two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    function test_contrast_data() {
        const pairs = [
            ["text", "bg", 4.5], ["text", "surface", 4.5], ["text", "inset", 4.5], ["text2", "bg", 4.5],
            ["text2", "surface", 4.5], ["text2", "inset", 4.5], ["accentInk", "accent", 4.5],
            ["accentText", "accentSoft", 4.5], ["accentText", "surface", 4.5], ["warnText", "warnSoft", 4.5],
            ["warnText", "surface", 4.5], ["dangerText", "dangerSoft", 4.5], ["dangerText", "surface", 4.5],
            ["infoText", "infoSoft", 4.5], ["dangerInk", "danger", 4.5], ["snackInk", "snack", 4.5],
            ["accent", "surface", 3], ["accent", "bg", 3], ["warn", "surface", 3], ["danger", "surface", 3],
            ["outlineStrong", "surface", 3], ["outlineStrong", "inset", 3]
        ];
        const rows = [];
        for (const theme of [Ui.ThemeLight, Ui.ThemeDark]) {
            for (const pair of pairs) {
                rows.push({
                    tag: (theme === Ui.ThemeDark ? "dark " : "light ") + pair[0] + " on " + pair[1],
                    theme: theme, ink: pair[0], ground: pair[1], least: pair[2]
                });
            }
        }
        return rows;
    }
    function test_contrast(row) {
        Preferences.theme = row.theme;
        compare(Theme.dark, row.theme === Ui.ThemeDark);
        const found = contrast(Theme[row.ink], Theme[row.ground]);
        verify(found >= row.least, found.toFixed(2) + " is under " + row.least);
    }

    function test_tones() {
        Preferences.theme = Ui.ThemeLight;
        compare(Theme.toneFill(Ui.ToneWarn), Theme.warnSoft);
        compare(Theme.toneText(Ui.ToneWarn), Theme.warnText);
        compare(Theme.toneFill(Ui.TonePlain).a, 0);
        compare(Theme.toneText(Ui.TonePlain), Theme.text2);
    }

    function test_everySeriesColorIsAnother() {
        for (const theme of [Ui.ThemeLight, Ui.ThemeDark]) {
            Preferences.theme = theme;
            const seen = {};
            for (let n = 1; n <= 8; n++) {
                seen[String(Theme.series(n))] = true;
                verify(contrast(Theme.series(n), Theme.surface) >= 3, "color " + n);
                verify(Theme.seriesName(n).length > 0);
            }
            compare(Object.keys(seen).length, 8);
            compare(Theme.series(0), Theme.accent);
            compare(Theme.series(9), Theme.accent);
        }
    }

    function test_everyPeriodOfAPriceIsAnother() {
        for (const theme of [Ui.ThemeLight, Ui.ThemeDark]) {
            Preferences.theme = theme;
            compare(Theme.periodStrong(0), Theme.accent);
            compare(Theme.periodStrong(1), Theme.warn);
            compare(Theme.periodFill(1), Theme.warnSoft);
            compare(Theme.periodText(1), Theme.warnText);
            const strong = {};
            const fills = {};
            for (let n = 0; n < Theme.periodIcons.length; n++) {
                strong[String(Theme.periodStrong(n))] = true;
                fills[String(Theme.periodFill(n))] = true;
                verify(contrast(Theme.periodText(n), Theme.periodFill(n)) >= 4.5, "period " + n);
            }
            compare(Object.keys(strong).length, 6);
            compare(Object.keys(fills).length, 6);
        }
    }

    function cleanupTestCase() {
        Preferences.theme = Ui.ThemeLight;
    }
}
