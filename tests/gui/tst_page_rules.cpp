// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>

#include "app/demo_past.h"
#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// What holds for every page in every width and both themes: nothing unnamed, nothing too small to
/// hit, nothing beside the window, no complaint of QML.
class TestPageRules : public QObject
{
    Q_OBJECT

    static bool isControl(const QAccessibleInterface *each)
    {
        switch (each->role()) {
        case QAccessible::Button:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::EditableText:
        case QAccessible::ComboBox:
        case QAccessible::PageTab:
        case QAccessible::Link:
            return true;
        default:
            return false;
        }
    }

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

        QStringList wrong;
        int controls = 0;
        for (QAccessibleInterface *each : w.reachable()) {
            if (!isControl(each))
                continue;
            ++controls;
            auto *item = qobject_cast<QQuickItem *>(each->object());
            const QString name = each->text(QAccessible::Name);
            const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
            const QString what = u"%1 (%2) at %3,%4 %5x%6"_s.arg(name)
                                     .arg(each->role())
                                     .arg(place.x())
                                     .arg(place.y())
                                     .arg(place.width())
                                     .arg(place.height());
            if (name.isEmpty())
                wrong += u"without a name: "_s + what;
            if (place.width() < 44 || place.height() < 44)
                wrong += u"too small: "_s + what;
            if (place.left() < -0.5 || place.right() > size.width() + 0.5)
                wrong += u"beside the window: "_s + what;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY2(controls > 0, "nothing to use on this page");
        w.end();
        QCOMPARE(w.warnings(), QStringList());
    }
};

QTEST_MAIN(TestPageRules)
#include "tst_page_rules.moc"
