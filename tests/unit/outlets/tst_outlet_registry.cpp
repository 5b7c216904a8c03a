// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "outlets/outlet_registry.h"
#include "recording_store.h"

using namespace outlet;
using namespace std::chrono_literals;
using outlet::test::RecordingStore;

namespace {

OutletRecord known(const char *id, int position, const char *name = "")
{
    OutletRecord record;
    record.id = QString::fromLatin1(id);
    record.decision = Decision::Known;
    record.position = position;
    record.name = QString::fromLatin1(name);
    return record;
}

QString order(const OutletRegistry &registry)
{
    QStringList ids;
    for (const Outlet *outlet : registry.outlets())
        ids << outlet->id();
    return ids.join(u' ');
}

} // namespace

/// Who is in the registry, in which order, and what reaches the store.
class TestOutletRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void restoresInOrder()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        OutletRecord fresh = known("new", 0);
        fresh.decision = Decision::New;
        registry.restore({known("c", 7), fresh, known("a", 1), known("b", 7), known("a", 9)});
        QCOMPARE(order(registry), QStringLiteral("a c b"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(registry.outlets().at(i)->record().position, i);
        QVERIFY(store.calls.isEmpty());
    }

    void newOutletsAreNotRemembered()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        QSignalSpy added(&registry, &OutletRegistry::outletAdded);
        QSignalSpy appeared(&registry, &OutletRegistry::newOutletAppeared);
        Outlet *outlet = registry.findOrAdd(QStringLiteral("x"));
        QCOMPARE(registry.findOrAdd(QStringLiteral("x")), outlet);
        QCOMPARE(outlet->decision(), Decision::New);
        QCOMPARE(outlet->record().firstSeenUtcMs, m_clock.utcMs());
        QCOMPARE(added.count(), 1);
        QCOMPARE(appeared.count(), 1);
        registry.saveSeen();
        registry.forget(outlet);
        QVERIFY(store.calls.isEmpty());
        QCOMPARE(registry.find(QStringLiteral("x")), nullptr);
    }

    void decisions()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        QSignalSpy changed(&registry, &OutletRegistry::decisionChanged);
        Outlet *outlet = registry.findOrAdd(QStringLiteral("x"));
        m_clock.advance(1min);
        registry.allow(outlet);
        registry.allow(outlet);
        QCOMPARE(changed.count(), 1);
        QVERIFY(outlet->isKnown());
        QCOMPARE(outlet->record().decidedUtcMs, m_clock.utcMs());
        QCOMPARE(store.calls, QStringList(QStringLiteral("save x")));
        OutletRecord named = outlet->record();
        named.name = QStringLiteral("Freezer");
        registry.update(outlet, named);
        registry.ignore(outlet);
        QCOMPARE(store.saved.last().decision, Decision::Ignored);
        registry.allow(outlet);
        QCOMPARE(store.saved.last().name, QStringLiteral("Freezer"));
    }

    void acceptNew()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.setAcceptNew(true);
        QSignalSpy appeared(&registry, &OutletRegistry::newOutletAppeared);
        Outlet *outlet = registry.findOrAdd(QStringLiteral("x"));
        QVERIFY(outlet->isKnown());
        QCOMPARE(appeared.count(), 0);
        QCOMPARE(store.saved.size(), 1);
        QCOMPARE(store.saved.first().decision, Decision::Known);
    }

    void newOnesStayLast()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("a", 0)});
        registry.findOrAdd(QStringLiteral("n1"));
        Outlet *second = registry.findOrAdd(QStringLiteral("n2"));
        registry.allow(second);
        QCOMPARE(order(registry), QStringLiteral("a n2 n1"));
        registry.setAcceptNew(true);
        registry.findOrAdd(QStringLiteral("n3"));
        QCOMPARE(order(registry), QStringLiteral("a n2 n3 n1"));
        QCOMPARE(store.saved.last().id, QStringLiteral("n3"));
        QCOMPARE(store.saved.last().position, 2);
    }

    void moves()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("a", 0), known("b", 1), known("c", 2)});
        QSignalSpy moved(&registry, &OutletRegistry::outletMoved);
        registry.move(registry.find(QStringLiteral("a")), 2);
        QCOMPARE(order(registry), QStringLiteral("b c a"));
        QCOMPARE(store.calls.size(), 3);
        registry.move(registry.find(QStringLiteral("a")), -5);
        QCOMPARE(order(registry), QStringLiteral("a b c"));
        registry.move(registry.find(QStringLiteral("a")), 99);
        QCOMPARE(order(registry), QStringLiteral("b c a"));
        registry.move(registry.find(QStringLiteral("a")), 2);
        QCOMPARE(moved.count(), 3);

        // What was saved restores to the same order.
        QHash<QString, OutletRecord> last;
        for (const OutletRecord &record : std::as_const(store.saved))
            last.insert(record.id, record);
        OutletRegistry again(m_clock, nullptr);
        again.restore(last.values());
        QCOMPARE(order(again), QStringLiteral("b c a"));
    }

    void forgetting()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("a", 0), known("b", 1)});
        QSignalSpy removed(&registry, &OutletRegistry::outletRemoved);
        bool whole = false;
        connect(&registry, &OutletRegistry::outletAboutToBeRemoved, this,
                [&](Outlet *outlet, int index) {
                    whole = outlet->id() == QStringLiteral("a") && index == 0 &&
                            registry.find(outlet->id()) == outlet;
                });
        registry.forget(registry.find(QStringLiteral("a")));
        QVERIFY(whole);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(order(registry), QStringLiteral("b"));
        QCOMPARE(store.calls, QStringList({QStringLiteral("remove a"), QStringLiteral("save b")}));
        QCOMPARE(registry.findOrAdd(QStringLiteral("a"))->decision(), Decision::New);
    }

    void updateTakesOnlyTheUsersChoices()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("a", 0), known("b", 1)});
        Outlet *outlet = registry.find(QStringLiteral("b"));
        OutletRecord edited = outlet->record();
        outlet->heard(QStringLiteral("192.168.1.7"), true); // while the user was typing
        edited.id = QStringLiteral("evil");
        edited.decision = Decision::Ignored;
        edited.position = 0;
        edited.name = QStringLiteral("Lamp");
        edited.keepOn = true;
        edited.rating = protocol::Rating{10, 120};
        registry.update(outlet, edited);
        QCOMPARE(outlet->id(), QStringLiteral("b"));
        QCOMPARE(outlet->decision(), Decision::Known);
        QCOMPARE(outlet->record().position, 1);
        QCOMPARE(outlet->record().name, QStringLiteral("Lamp"));
        QVERIFY(outlet->record().keepOn);
        QCOMPARE(outlet->record().rating, std::optional(protocol::Rating{10, 120}));
        QCOMPARE(outlet->record().address, QStringLiteral("192.168.1.7"));
        QCOMPARE(outlet->record().lastSeenUtcMs, m_clock.utcMs());
        QCOMPARE(store.calls, QStringList(QStringLiteral("save b")));
        registry.update(outlet, edited);
        QCOMPARE(store.calls.size(), 1);
    }

    void seenIsSavedWhenItChanged()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("a", 0), known("b", 1)});
        registry.saveSeen();
        QVERIFY(store.calls.isEmpty());
        registry.find(QStringLiteral("b"))->heard(QStringLiteral("192.168.1.7"), false);
        registry.saveSeen();
        registry.saveSeen();
        QCOMPARE(store.calls, QStringList(QStringLiteral("save b")));
        QCOMPARE(store.saved.first().lastSeenUtcMs, m_clock.utcMs());
    }

    void lookUp_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // an id, or "none" or "several"
        const auto add = [](const char *text, const char *found) {
            QTest::addRow("'%s'", text) << QString::fromLatin1(text) << QString::fromLatin1(found);
        };
        add("443c-aaaa", "443c-aaaa");
        add("55EE-CCCC", "88"); // not exactly the id, so the name goes first
        add("443c-aaaa-", "443c-aaaa-2");
        add("443c-a", "several");
        add("443c", "several");
        add("55", "55ee-cccc");
        add("freezer", "443c-aaaa");
        add("Freez", "none");
        add("lamp", "several");
        add("55ee-cccc", "55ee-cccc"); // the id of one and the name of another
        add("77", "443c-aaaa-2");      // the name of one and the beginning of another
        add("outlet ffff", "77aa-ffff");
        add("", "none");
        add("zzz", "none");
        add(" ", "none");
    }
    void lookUp()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        OutletRegistry registry(m_clock, nullptr);
        registry.restore({known("443c-aaaa", 0, "Freezer"), known("443c-aaaa-2", 1, "77"),
                          known("55ee-cccc", 2, "Lamp"), known("66", 3, "LAMP"),
                          known("77aa-ffff", 4), known("88", 5, "55ee-cccc")});
        const auto result = registry.lookUp(text);
        const QString actual = result.ok() ? (*result)->id()
                               : result.error() == LookupError::Ambiguous
                                   ? QStringLiteral("several")
                                   : QStringLiteral("none");
        QCOMPARE(actual, found);
    }

    void newOutletsAreBounded()
    {
        RecordingStore store;
        OutletRegistry registry(m_clock, &store);
        registry.restore({known("mine", 0)});
        const QString first = QStringLiteral("invented 0");
        for (int i = 0; i < OutletRegistry::kMaxNewOutlets; ++i) {
            registry.findOrAdd(QStringLiteral("invented %1").arg(i));
            m_clock.advance(1s);
        }
        registry.find(first)->heard(QStringLiteral("192.168.1.7"), false); // still there
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("forgot the 1 unseen")));
        for (int i = 0; i < 10; ++i)
            registry.findOrAdd(QStringLiteral("more %1").arg(i));
        QCOMPARE(registry.outlets().size(), 1 + OutletRegistry::kMaxNewOutlets);
        QVERIFY(registry.find(QStringLiteral("mine")));
        QVERIFY(registry.find(first));
        QVERIFY(!registry.find(QStringLiteral("invented 1")));
        QVERIFY(registry.find(QStringLiteral("more 9")));
        for (int i = 0; i < registry.outlets().size(); ++i)
            QCOMPARE(registry.outlets().at(i)->record().position, i);
        QVERIFY(store.calls.isEmpty());
    }

private:
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestOutletRegistry)
#include "tst_outlet_registry.moc"
