// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtTest/QtTest>

#include "desktop/qml_module.h"
#include "desktop_fixture.h"

using namespace outlet;
using namespace std::chrono_literals;

/// What holds in every state: nothing unknown is a number, nothing is told that did not change,
/// readings age, edits are checked.
class TestOutletFaceRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staleReadings()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 82.4);
        home.advance(29s);
        QCOMPARE(face->readingTone(), Ui::ToneAccent);
        home.advance(1s);
        QCOMPARE(face->readingTone(), Ui::ToneNeutral);
        QCOMPARE(face->readingText(), QStringLiteral("82.4"));
        home.advance(90s);
        QCOMPARE(face->readingText(), QStringLiteral("–")); // unknown is never 0
    }

    void unknownIsNeverZero()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        QCOMPARE(face->switchState(), Ui::SwitchUnknown);
        QCOMPARE(face->readingText(), QStringLiteral("–"));
        QCOMPARE(face->signalShort(), QStringLiteral("–"));
        QCOMPARE(face->modelLabel(), QStringLiteral("–"));
        QCOMPARE(face->firmware(), QStringLiteral("–"));
        home.switched(outlet, true); // on, nothing measured yet
        QCOMPARE(face->readingText(), QStringLiteral("–"));
        QCOMPARE(face->powerText(), QStringLiteral("–"));
    }

    void signalAndFirmware()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        outlet->setSignalDbm(-60);
        QCOMPARE(face->signalIcon(), QStringLiteral("signal3"));
        QCOMPARE(plain(face->signalText()), QStringLiteral("Good, −60 dBm"));
        outlet->setSignalDbm(-61);
        QCOMPARE(face->signalIcon(), QStringLiteral("signal2"));
        outlet->setSignalDbm(-72);
        QCOMPARE(plain(face->signalText()), QStringLiteral("Fair, −72 dBm"));
        outlet->setSignalDbm(-73);
        QCOMPARE(face->signalIcon(), QStringLiteral("signal1"));
        outlet->setFirmware(QStringLiteral("1.89"));
        QCOMPARE(face->firmware(), QStringLiteral("1.89"));
        QVERIFY(face->firmwareNote().isEmpty());
        outlet->setFirmware(QStringLiteral("1.1.05"));
        QVERIFY(!face->firmwareNote().isEmpty());
        QCOMPARE(face->framing(), QStringLiteral("Plain"));
        outlet->heard(QStringLiteral("192.168.1.51"), true);
        QCOMPARE(face->framing(), QStringLiteral("AES"));
    }

    void saveTellsWhatIsWrong()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        const auto save = [face](const QString &name, const QString &model, double standby,
                                 double warn) {
            return face->save(name, QStringLiteral(" Kitchen "), QStringLiteral("freezer"), model,
                              12, standby, warn, true);
        };
        QVERIFY(!save(QStringLiteral("  "), {}, 10, 0).isEmpty());
        QVERIFY(!save(QStringLiteral("A"), QStringLiteral("no such"), 10, 0).isEmpty());
        QVERIFY(!save(QStringLiteral("A"), {}, -1, 0).isEmpty());
        QVERIFY(!save(QStringLiteral("A"), {}, 10, qQNaN()).isEmpty());
        QCOMPARE(face->name(), QStringLiteral("Freezer"));
        QVERIFY(
            save(QStringLiteral(" Big  freezer "), QStringLiteral("ESW15-USA"), 5, 900).isEmpty());
        QCOMPARE(face->name(), QStringLiteral("Big freezer"));
        QCOMPARE(face->room(), QStringLiteral("Kitchen"));
        QCOMPARE(face->ratingText(), QStringLiteral("15 A, 120 V"));
        QCOMPARE(face->chartColor(), 8);
        QCOMPARE(face->warnAboveWatts(), 900.0);
        QVERIFY(face->keepOn());
    }

    void wordsForScreenReaders()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"), QStringLiteral("Kitchen"));
        OutletFace *face = home.face(outlet);
        outlet->setSignalDbm(-52);
        home.switched(outlet, true);
        home.measure(outlet, 82.4);
        QCOMPARE(face->accessibleName(), QStringLiteral("Freezer, Kitchen"));
        QCOMPARE(face->accessibleDescription(), QStringLiteral("On, 82.4 watts, signal good"));
        QCOMPARE(face->switchAccessibleDescription(), QStringLiteral("On, 82.4 watts"));
        face->toggle();
        QCOMPARE(face->switchAccessibleDescription(), QStringLiteral("Turning off"));
    }

    void nothingIsToldThatDidNotChange()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 82.41);
        home.advance(5s);
        QSignalSpy identity(face, &OutletFace::identityChanged);
        QSignalSpy link(face, &OutletFace::linkChanged);
        QSignalSpy relay(face, &OutletFace::switchChanged);
        QSignalSpy power(face, &OutletFace::powerChanged);
        QSignalSpy strip(face, &OutletFace::stripChanged);
        QSignalSpy live(face->live(), &LiveSeries::changed);
        home.measure(outlet, 82.44); // shown as before, but a new point of the curve
        QCOMPARE(identity.count() + link.count() + relay.count() + power.count() + strip.count(),
                 0);
        QCOMPARE(live.count(), 1);
        home.measure(outlet, 83);
        QCOMPARE(power.count(), 1);
        QCOMPARE(identity.count() + link.count() + relay.count() + strip.count(), 0);
    }

    void theClockTicksOnlyForWhatIsShown()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        outlet->applyRelay(false, RelayCause::Reported);
        home.advance(50min);
        const qint64 calm = face->state().timesValidForMs;
        home.advance(5min);
        QCOMPARE(face->state().timesValidForMs, calm); // not made anew: nobody shows a time
        QCOMPARE(face->lastSeenText(), QStringLiteral("55 min ago")); // yet true when asked for
        QSignalSpy times(face, &OutletFace::timesChanged);
        outlet->heard(QStringLiteral("192.168.1.99"), false);
        home.advance(3s);
        QCOMPARE(face->lastSeenText(), QStringLiteral("3 s ago"));
        QVERIFY(times.count() >= 3);
    }

    void aBindingIsKeptUpToDate()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        home.advance(10min);
        QQmlEngine engine;
        useQmlModule(engine);
        QQmlComponent component(&engine);
        component.setData("import QtQml\nimport Outlet\nQtObject { required property OutletFace "
                          "face; property string text: face.lastSeenText }",
                          QUrl());
        const std::unique_ptr<QObject> object(component.createWithInitialProperties(
            {{QStringLiteral("face"), QVariant::fromValue(home.face(outlet))}}));
        QVERIFY2(object, qPrintable(component.errorString()));
        QCOMPARE(object->property("text").toString(), QStringLiteral("10 min ago"));
        outlet->heard(QStringLiteral("192.168.1.99"), false);
        home.advance(3s);
        QCOMPARE(object->property("text").toString(), QStringLiteral("3 s ago"));
    }

    void theCurveKeepsGaps()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 80);
        home.advance(5s);
        home.measure(outlet, 81);
        QCOMPARE(face->live()->count(), 2);
        home.advance(5s);
        outlet->setLinkState(LinkState::Offline);
        QCOMPARE(face->live()->count(), 3);
        QVERIFY(!face->live()->points().last().watts);
        QVERIFY(!face->live()->points().last().on);
    }

    void observing()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        OutletFace *face = home.face(outlet);
        face->observe();
        face->observe();
        face->release();
        QVERIFY(home.port(outlet).observed);
        face->release();
        QVERIFY(!home.port(outlet).observed);
        face->release(); // once too often takes nobody else's look away
        outlet->observe();
        face->release();
        QVERIFY(home.port(outlet).observed);
        outlet->release();
    }

    /// Views go on reading the face of a removed outlet until they are laid out the next time.
    void aFaceOutlivesItsOutlet()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        QPointer<OutletFace> face = home.face(outlet);
        face->observe();
        face->forget();
        QVERIFY(face);
        QVERIFY(!face->outlet());
        QCOMPARE(face->name(), QStringLiteral("Freezer"));
        face->toggle();
        face->release();
        face->activateStrip();
        QVERIFY(!face->save(QStringLiteral("A"), {}, {}, {}, 0, 1, 0, false).isEmpty());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(face);
        // Not for ever, though: later ones take its place.
        for (int i = 0; i < 64; ++i)
            home.face(home.addKnown(QStringLiteral("Lamp %1").arg(i)))->forget();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!face);
    }

    void copyId()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        home.face(outlet)->copyId();
        QCOMPARE(QGuiApplication::clipboard()->text(), outlet->id());
    }
};

QTEST_MAIN(TestOutletFaceRules)
#include "tst_outlet_face_rules.moc"
