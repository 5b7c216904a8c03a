// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "outlets/outlet_list_model.h"
#include "outlets/outlet_registry.h"

using namespace outlet;

/// The registry as a list, watched by Qt's own model tester.
class TestOutletListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheRegistry()
    {
        OutletRegistry registry(m_clock, nullptr);
        add(registry, 3);
        OutletListModel model(registry);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(ids(model), ids(registry));
        add(registry, 4);
        QCOMPARE(ids(model), ids(registry));
        QCOMPARE(model.rowCount(), 4);
        for (const auto &[from, to] : {std::pair(0, 3), std::pair(3, 0), std::pair(1, 2),
                                       std::pair(2, 1), std::pair(0, 1)}) {
            registry.move(registry.outlets().at(from), to);
            QCOMPARE(ids(model), ids(registry));
        }
        registry.forget(registry.outlets().at(1));
        registry.forget(registry.outlets().at(0));
        QCOMPARE(ids(model), ids(registry));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0)), 0);
        registry.allow(registry.outlets().at(1));
        QCOMPARE(ids(model), ids(registry));
    }

    void tells()
    {
        OutletRegistry registry(m_clock, nullptr);
        registry.setAcceptNew(true);
        add(registry, 2);
        OutletListModel model(registry);
        const QModelIndex row = model.index(1);
        Outlet *outlet = registry.outlets().at(1);
        QCOMPARE(row.data(OutletListModel::OutletRole).value<Outlet *>(), outlet);
        QCOMPARE(row.data(OutletListModel::IdRole).toString(), outlet->id());
        QCOMPARE(row.data().toString(), outlet->displayName());
        QVERIFY(!row.data(OutletListModel::RelayRole).isValid());
        QVERIFY(!row.data(OutletListModel::PowerRole).isValid());
        QVERIFY(!model.index(7).data().isValid());

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const auto lastChangeWas = [&changes, &row](int role) {
            if (changes.isEmpty())
                return false;
            const QList<QVariant> change = changes.takeLast();
            return change.at(0).toModelIndex() == row && change.at(1).toModelIndex() == row &&
                   change.at(2).value<QList<int>>().contains(role);
        };
        outlet->setLinkState(LinkState::Online);
        QVERIFY(lastChangeWas(OutletListModel::LinkStateRole));
        QCOMPARE(row.data(OutletListModel::LinkStateRole).toInt(), int(LinkState::Online));
        outlet->applyRelay(true, RelayCause::Reported);
        QVERIFY(lastChangeWas(OutletListModel::RelayRole));
        QCOMPARE(row.data(OutletListModel::RelayRole), QVariant(true));
        outlet->applyReading({m_clock.utcMs(), 82.4, {}, {}});
        QVERIFY(lastChangeWas(OutletListModel::PowerRole));
        QCOMPARE(row.data(OutletListModel::PowerRole).toDouble(), 82.4);
        OutletRecord record = outlet->record();
        record.name = QStringLiteral("Lamp");
        record.room = QStringLiteral("Hall");
        registry.update(outlet, record);
        QVERIFY(lastChangeWas(Qt::DisplayRole));
        QCOMPARE(row.data(OutletListModel::NameRole).toString(), QStringLiteral("Lamp"));
        QCOMPARE(row.data(OutletListModel::RoomRole).toString(), QStringLiteral("Hall"));
        registry.ignore(outlet);
        QVERIFY(changes.size() >= 1);
        QCOMPARE(row.data(OutletListModel::DecisionRole).toInt(), int(Decision::Ignored));

        // Every role that has a name has a value or a reason to have none.
        QCOMPARE(model.roleNames().size(), 8);
    }

private:
    static void add(OutletRegistry &registry, int upTo)
    {
        for (int i = 0; i < upTo; ++i)
            registry.findOrAdd(QString::number(i));
    }
    static QStringList ids(const OutletRegistry &registry)
    {
        QStringList ids;
        for (const Outlet *outlet : registry.outlets())
            ids << outlet->id();
        return ids;
    }
    static QStringList ids(const OutletListModel &model)
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids << model.index(row).data(OutletListModel::IdRole).toString();
        return ids;
    }

    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestOutletListModel)
#include "tst_outlet_list_model.moc"
