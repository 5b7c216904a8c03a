// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "app/demo_past.h"
#include "support/page_rules.h"
#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// What holds for every page in every width and both themes: nothing unnamed, nothing too small to
/// hit, nothing beside the window, nothing that Tab does not reach, no complaint of QML.
class TestPageRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QVariantMap>("properties");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        const QList<std::pair<QString, QVariantMap>> pages{
            {u"OutletPage"_s, {{u"face"_s, u"Office desk"_s}}},
            {u"OutletPage"_s, {{u"face"_s, u"Hall lamp"_s}}},
            {u"OutletPage"_s, {{u"face"_s, u"Outlet with ID ending in 4f2a"_s}}},
            {u"DevicesPage"_s, {}},
            {u"EnergyPage"_s, {}},
            {u"ReportPage"_s, {{u"month"_s, u"2025-10-18"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u"general"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u"prices"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u"server"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u"history"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u"about"_s}}},
            {u"SettingsPage"_s, {{u"section"_s, u""_s}}},
            {u"WelcomePage"_s, {}},
            {u"AddOutletPage"_s, {}},
            {u"SetupPage"_s, {}},
            {u"DiagnosticsPage"_s, {}},
        };
        for (const auto &[page, properties] : pages) {
            for (const QSize size : {QSize(380, 800), QSize(700, 800), QSize(1280, 800)}) {
                const QString name = u"%1 %2 %3"_s.arg(
                    page, properties.isEmpty() ? u""_s : properties.first().toString(),
                    QString::number(size.width()));
                QTest::newRow(qPrintable(name))
                    << page << properties << size << (size.width() == 700);
            }
        }
    }

    void pages()
    {
        QFETCH(QString, page);
        QFETCH(QVariantMap, properties);
        QFETCH(QSize, size);
        QFETCH(bool, dark);

        PageWindow w(size);
        w.desktop.energy.setTariff(
            DemoPast::tariff(w.desktop.energy.calendar().date(w.clock.utcMs())));
        w.desktop.preferences.setTheme(dark ? Ui::ThemeDark : Ui::ThemeLight);
        if (properties.contains(u"face"_s))
            properties[u"face"_s] =
                QVariant::fromValue(w.face(properties.value(u"face"_s).toString()));
        QVERIFY(w.load(page, properties));

        QStringList wrong = brokenRules(w);
        w.window()->resize(size.width(), 3000); // all of it on screen
        QVERIFY(w.drawn());
        // Keys of their own reach these: in the rows of the table of devices (tst_devices_page),
        // and Down in a field with a date.
        QStringList beyond = page == u"DevicesPage"_s ? QStringList() : beyondTab(w);
        beyond.removeIf([](const QString &each) { return each.contains(u"Choose a date"_s); });
        wrong += beyond;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        w.end();
        QCOMPARE(w.warnings(), QStringList());
    }
};

QTEST_MAIN(TestPageRules)
#include "tst_page_rules.moc"
