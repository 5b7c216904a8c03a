// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "desktop/home_totals.h"
#include "desktop/tray_menu.h"
#include "desktop_fixture.h"
#include "sample_engine.h"

using namespace outlet;
using namespace std::chrono_literals;

class TestTrayMenu : public QObject
{
    Q_OBJECT

    struct Home
    {
        ManualClock clock;
        SampleEngine engine{clock};
        OutletFaces faces{FaceParts{engine.registry(), engine.countdowns(), clock, {}}};
        HomeTotals totals{faces};
        EnglishPlurals plurals;

        Home()
        {
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
            QCoreApplication::installTranslator(&plurals);
        }
        QStringList texts(TrayMenu::Figures figures)
        {
            clock.advance(1s);
            QStringList texts;
            for (const auto &item : TrayMenu::items(faces, totals, figures))
                texts += plain(item.text);
            return texts;
        }
    };

private Q_SLOTS:
    void theHomeOfTheDesign()
    {
        Home home;
        home.engine.addHome();
        const QStringList texts = home.texts(TrayMenu::Figures::InBrackets);
        QCOMPARE(
            texts,
            (QStringList{
                QStringLiteral("1.55 kW now"), QString(), QStringLiteral("Aquarium (turning on…)"),
                QStringLiteral("Coffee maker (didn’t turn off)"), QStringLiteral("Freezer (82 W)"),
                QStringLiteral("Hall lamp (offline)"), QStringLiteral("Office desk (118 W)"),
                QStringLiteral("Space heater (1.31 kW)"), QStringLiteral("TV && console (4.4 W)"),
                QStringLiteral("Washing machine (off)"), QString(), QStringLiteral("Turn all off…"),
                QString(), QStringLiteral("Open Outlet"), QStringLiteral("Settings"),
                QStringLiteral("Quit and stop the server")}));
        const auto items = TrayMenu::items(home.faces, home.totals, TrayMenu::Figures::AfterTab);
        QVERIFY(!items.first().enabled);
        QCOMPARE(plain(items.at(4).text), QStringLiteral("Freezer\t82 W"));
        QVERIFY(items.at(4).checked && items.at(4).enabled);
        QVERIFY(!items.at(2).checked); // pending is not on
        QVERIFY(!items.at(5).enabled); // offline can't be switched
    }

    void twelveAndThenMore()
    {
        Home home;
        for (int i = 0; i < 13; ++i) {
            Outlet *outlet = home.engine.registry().findOrAdd(QStringLiteral("id%1").arg(i));
            home.engine.registry().allow(outlet);
        }
        const auto items = TrayMenu::items(home.faces, home.totals, TrayMenu::Figures::InBrackets);
        const auto count = [&items](TrayMenu::Kind kind) {
            return std::count_if(items.begin(), items.end(),
                                 [kind](const auto &item) { return item.kind == kind; });
        };
        QCOMPARE(count(TrayMenu::Kind::Outlet), 12);
        QCOMPARE(count(TrayMenu::Kind::More), 1);
    }

    void nothingYet()
    {
        Home home;
        const QStringList texts = home.texts(TrayMenu::Figures::InBrackets);
        QCOMPARE(texts.first(), QStringLiteral("Power not known"));
        for (const auto &item :
             TrayMenu::items(home.faces, home.totals, TrayMenu::Figures::InBrackets))
            if (item.kind == TrayMenu::Kind::TurnAllOff)
                QVERIFY(!item.enabled);
    }

    void theIconTellsTheMostUrgent()
    {
        Home home;
        home.engine.addHome();
        home.clock.advance(1s);
        const auto icon = [&home] { return TrayMenu::icon(home.faces, home.totals, home.engine); };
        QCOMPARE(icon().state, TrayMenu::State::Overload);
        QCOMPARE(plain(icon().toolTip), QStringLiteral("Space heater above 1,200 W"));
        home.engine.setListenError({ListenError::Kind::PortInUse, {}, 17273, {}}, {}, 8);
        QCOMPARE(icon().state, TrayMenu::State::Stopped);
        QCOMPARE(icon().toolTip, QStringLiteral("The server can’t start"));
        home.engine.setListening(17273);
        for (OutletFace *face : home.faces.all())
            if (face->overload())
                face->setRelay(false);
        home.clock.advance(1s);
        QCOMPARE(icon().state, TrayMenu::State::NewOutlet);
        QCOMPARE(icon().toolTip, QStringLiteral("1 new outlet to allow"));
        home.faces.find(QStringLiteral("00000000-0000-4000-8000-000000004f2a"))->ignore();
        home.clock.advance(1s);
        QCOMPARE(icon().state, TrayMenu::State::Running);
        QCOMPARE(plain(icon().toolTip), QStringLiteral("Outlet, 236 W, 4 of 8 on"));
    }
};

QTEST_MAIN(TestTrayMenu)
#include "tst_tray_menu.moc"
