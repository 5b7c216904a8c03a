// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

#include "desktop/face_model.h"
#include "desktop_fixture.h"

using namespace outlet;
using namespace std::chrono_literals;

/// Order, search, groups and decisions of the lists, with Qt's own checker watching.
class TestFaceModel : public QObject
{
    Q_OBJECT

    static QStringList names(const FaceModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.count(); ++row)
            names += model.face(row)->name();
        return names;
    }
    static QStringList headers(const FaceModel &model)
    {
        QStringList headers;
        for (int row = 0; row < model.count(); ++row)
            headers += model.data(model.index(row), FaceModel::RoomHeaderRole).toString();
        return headers;
    }
    static QStringList list(const char *text) { return QString::fromUtf8(text).split(u'|'); }

    struct Home : DesktopFixture
    {
        Outlet *freezer = addKnown(QStringLiteral("Freezer"), QStringLiteral("Kitchen"));
        Outlet *desk = addKnown(QStringLiteral("Desk"), QStringLiteral("Study"));
        Outlet *coffee = addKnown(QStringLiteral("coffee"), QStringLiteral("Kitchen"));
        Outlet *lamp = addKnown(QStringLiteral("Lamp"));
        FaceModel model{&faces};
        QAbstractItemModelTester tester{&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

private Q_SLOTS:
    void myOrder()
    {
        Home home;
        QCOMPARE(names(home.model), list("Freezer|Desk|coffee|Lamp"));
        home.model.move(3, 0);
        QCOMPARE(names(home.model), list("Lamp|Freezer|Desk|coffee"));
        QCOMPARE(home.registry.outlets().first(), home.lamp);
        home.model.move(0, 2);
        QCOMPARE(names(home.model), list("Freezer|Desk|Lamp|coffee"));
        home.model.move(0, 9);
        QCOMPARE(names(home.model), list("Freezer|Desk|Lamp|coffee"));
    }

    void movingCountsOutletsThatAreNotShown()
    {
        Home home;
        Outlet *fresh = home.addNew(QStringLiteral("4f2a"));
        home.registry.move(fresh, 1); // between Freezer and Desk, but in another list
        home.model.move(3, 1);
        QCOMPARE(names(home.model), list("Freezer|Lamp|Desk|coffee"));
    }

    void sorting()
    {
        Home home;
        home.model.setSort(Ui::SortName);
        QCOMPARE(names(home.model), list("coffee|Desk|Freezer|Lamp"));
        home.model.setSort(Ui::SortRoom);
        QCOMPARE(names(home.model), list("Freezer|coffee|Desk|Lamp")); // no room stands last
        home.desk->setSignalDbm(-70);
        home.lamp->setSignalDbm(-40);
        home.coffee->setSignalDbm(-90);
        home.model.setSort(Ui::SortSignal);
        QCOMPARE(names(home.model), list("Lamp|Desk|coffee|Freezer")); // unknown stands last
        home.freezer->setSignalDbm(-30);                               // sorted anew as it comes
        QCOMPARE(names(home.model), list("Freezer|Lamp|Desk|coffee"));
        home.advance(10s);
        home.coffee->heard(QStringLiteral("192.168.1.9"), false);
        home.model.setSort(Ui::SortLastSeen);
        QCOMPARE(names(home.model).first(), QStringLiteral("coffee"));
        home.model.move(0, 1); // only in my order
        QCOMPARE(home.registry.outlets().first(), home.freezer);
    }

    void searching_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("name, any case") << "COFF" << list("coffee");
        QTest::newRow("room") << "kitch" << list("Freezer|coffee");
        QTest::newRow("address") << "192.168.1.52" << list("Desk");
        QTest::newRow("id") << "00001003" << list("coffee");
        QTest::newRow("model") << "ESW15" << list("Lamp");
        QTest::newRow("spaces around") << "  desk " << list("Desk");
        QTest::newRow("nothing") << "xyz" << QStringList();
    }
    void searching()
    {
        QFETCH(QString, text);
        Home home;
        OutletRecord record = home.lamp->record();
        record.modelKey = QStringLiteral("ESW15-USA");
        home.registry.update(home.lamp, record);
        home.model.setSearch(text);
        QTEST(names(home.model), "found");
        home.model.setSearch({});
        QCOMPARE(home.model.count(), 4);
    }

    void emptyText()
    {
        Home home;
        QVERIFY(home.model.emptyText().isEmpty());
        QSignalSpy changed(&home.model, &FaceModel::emptyTextChanged);
        home.model.setSearch(QStringLiteral("xyz"));
        QCOMPARE(home.model.emptyText(), QStringLiteral("No outlet matches “xyz”"));
        QVERIFY(changed.count() > 0);
    }

    void groups()
    {
        Home home;
        home.model.setGroupByRoom(true);
        QCOMPARE(names(home.model), list("Freezer|coffee|Desk|Lamp"));
        QCOMPARE(headers(home.model), list("Kitchen||Study|No room"));
        home.face(home.freezer)->forget(); // the next one becomes the first of its room
        QCOMPARE(headers(home.model), list("Kitchen|Study|No room"));
        home.face(home.coffee)->setRoom(QStringLiteral("Study"));
        QCOMPARE(names(home.model), list("Desk|coffee|Lamp"));
        QCOMPARE(headers(home.model), list("Study||No room"));
        home.model.move(0, 2); // not from one room into another
        QCOMPARE(names(home.model), list("Desk|coffee|Lamp"));
        home.model.move(1, 0);
        QCOMPARE(names(home.model), list("coffee|Desk|Lamp"));
    }

    void decisions()
    {
        Home home;
        FaceModel fresh(&home.faces);
        QAbstractItemModelTester tester(&fresh);
        fresh.setDecision(Ui::DecisionNew);
        QCOMPARE(fresh.count(), 0);
        QSignalSpy counts(&fresh, &FaceModel::countChanged);
        Outlet *outlet = home.addNew(QStringLiteral("4f2a"));
        QCOMPARE(fresh.count(), 1);
        QCOMPARE(counts.count(), 1);
        QCOMPARE(fresh.indexOfId(outlet->id()), 0);
        home.face(outlet)->allow();
        QCOMPARE(fresh.count(), 0);
        QCOMPARE(home.model.count(), 5);
        QCOMPARE(home.model.indexOfId(outlet->id()), 4);
        QCOMPARE(home.model.indexOfId(QStringLiteral("none")), -1);
        QCOMPARE(home.model.face(99), nullptr);
    }
};

QTEST_MAIN(TestFaceModel)
#include "tst_face_model.moc"
