// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <algorithm>

#include "app/core.h"
#include "app/replace_service.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"

using namespace outlet;

/// A dead outlet replaced by its successor and back again, on a whole running Core.
class TestReplaceService : public QObject
{
    Q_OBJECT

    const QString m_old = QStringLiteral("11111111-2222-3333-4444-555555555555");
    const QString m_new = QStringLiteral("22222222-2222-3333-4444-555555555555");
    const QString m_other = QStringLiteral("33333333-2222-3333-4444-555555555555");
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Core> m_core;

    [[nodiscard]] OutletRegistry &registry() { return m_core->registry(); }
    [[nodiscard]] Outlet *outlet(const QString &id) { return registry().find(id); }
    [[nodiscard]] QString nameOf(const QString &id)
    {
        return outlet(id) ? outlet(id)->record().name : QString();
    }
    [[nodiscard]] QStringList order()
    {
        QStringList ids;
        for (const Outlet *one : registry().outlets())
            ids.append(one->id());
        return ids;
    }
    void add(const QString &id, const QString &name, const QString &icon)
    {
        Outlet *added = registry().findOrAdd(id);
        registry().allow(added);
        OutletRecord record = added->record();
        record.name = name;
        record.icon = icon;
        record.modelKey = name + QStringLiteral("'s model");
        registry().update(added, record);
    }
    void use(const QString &id, qint64 joules)
    {
        m_core->history().record(MeasuredReport{id, m_core->clock().utcMs(), joules, 60, {}});
        outlet(id)->seedEnergyToday(joules, m_core->clock().utcMs());
    }
    /// What an outlet used, after all that is on its way.
    [[nodiscard]] qint64 joules(const QString &id)
    {
        const auto flushed = m_core->history().flush();
        if (!QTest::qWaitFor([&] { return flushed.isFinished(); }, 20'000))
            return -1;
        EnergyQuery query;
        query.outletIds = {id};
        constexpr qint64 hour = 3'600'000;
        const qint64 thisHour = m_core->clock().utcMs() / hour * hour;
        query.edgesUtcMs = {thisHour - hour, thisHour + hour};
        const auto answer = m_core->history().energy(query);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000) || !answer.result())
            return -1;
        return answer.result()->outlets.constFirst().buckets.constFirst().joules;
    }
    /// The number of the replacement; 0 with what is in the way.
    std::pair<qint64, QString> replace(const ReplaceService::Wish &wish)
    {
        return wait(
            [&](const ReplaceService::Done &done) { m_core->replacing().replace(wish, done); });
    }
    QString undo(qint64 id)
    {
        return wait([&](const ReplaceService::Done &done) { m_core->replacing().undo(id, done); })
            .second;
    }
    template <typename Ask>
    std::pair<qint64, QString> wait(Ask ask)
    {
        std::optional<std::pair<qint64, QString>> answer;
        ask([&](qint64 id, const QString &problem) { answer = {id, problem}; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
            return {0, QStringLiteral("no answer")};
        return *answer;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        CoreOptions options;
        options.program = QStringLiteral("outletd");
        options.dataDir = m_dir->path();
        options.port = 0;
        options.bind = {QHostAddress(QHostAddress::LocalHost)};
        m_core = std::make_unique<Core>(options);
        QSignalSpy ready(m_core.get(), &Core::ready);
        QVERIFY(m_core->start() && (ready.size() > 0 || ready.wait(10'000)));
        add(m_old, QStringLiteral("Freezer"), QStringLiteral("freezer"));
        add(m_other, QStringLiteral("Lamp"), QStringLiteral("lamp"));
        add(m_new, QStringLiteral("Spare"), QStringLiteral("plug"));
    }
    void cleanup() { m_core.reset(); }

    void replacedAndBack()
    {
        use(m_old, 3000);
        use(m_new, 500);
        QCOMPARE(joules(m_old), 3000);
        QSignalSpy changed(&m_core->replacing(), &ReplaceService::changed);
        const auto [id, problem] = replace({m_old, m_new, true, true});
        QCOMPARE(problem, QString());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(joules(m_new), 3500);
        QCOMPARE(joules(m_old), 0);
        QVERIFY(!outlet(m_old));
        QCOMPARE(order(), QStringList({m_new, m_other})); // it stands where the old one stood
        QCOMPARE(nameOf(m_new), QStringLiteral("Freezer"));
        QCOMPARE(outlet(m_new)->record().icon, QStringLiteral("freezer"));
        QCOMPARE(outlet(m_new)->record().modelKey, QStringLiteral("Spare's model"));
        QCOMPARE(outlet(m_new)->energyTodayJoules(), 3500);
        const auto list = m_core->replacing().replacements();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.constFirst().fromName, QStringLiteral("Freezer"));
        QCOMPARE(list.constFirst().toName, QStringLiteral("Spare"));

        QCOMPARE(undo(id), QString());
        QCOMPARE(joules(m_old), 3000);
        QCOMPARE(joules(m_new), 500);
        QCOMPARE(order(), QStringList({m_old, m_other, m_new}));
        QVERIFY(outlet(m_old)->isKnown());
        QCOMPARE(nameOf(m_old), QStringLiteral("Freezer"));
        QCOMPARE(outlet(m_old)->record().modelKey, QStringLiteral("Freezer's model"));
        QCOMPARE(outlet(m_old)->energyTodayJoules(), 3000);
        QCOMPARE(nameOf(m_new), QStringLiteral("Spare"));
        QCOMPARE(outlet(m_new)->record().icon, QStringLiteral("plug"));
        QCOMPARE(outlet(m_new)->energyTodayJoules(), 500);
        QVERIFY(m_core->replacing().replacements().isEmpty());
        QVERIFY(undo(id).contains(QStringLiteral("no such replacement")));
    }

    void onlyTheHistory()
    {
        use(m_old, 3000);
        const auto [id, problem] = replace({m_old, m_new, false, false});
        QCOMPARE(problem, QString());
        QCOMPARE(joules(m_new), 3000);
        QCOMPARE(nameOf(m_new), QStringLiteral("Spare"));
        QCOMPARE(nameOf(m_old), QStringLiteral("Freezer"));
        QCOMPARE(order(), QStringList({m_old, m_other, m_new}));
        // The old one goes on to count for itself.
        use(m_old, 70);
        QCOMPARE(joules(m_old), 70);
        QCOMPARE(undo(id), QString());
        QCOMPARE(joules(m_old), 3070);
        QCOMPARE(joules(m_new), 0);
        QCOMPARE(outlet(m_old)->energyTodayJoules(), 3070);
    }

    void namesExchanged()
    {
        // Both stay: then no two have the same name.
        const auto [id, problem] = replace({m_old, m_new, true, false});
        QCOMPARE(problem, QString());
        QCOMPARE(nameOf(m_new), QStringLiteral("Freezer"));
        QCOMPARE(nameOf(m_old), QStringLiteral("Spare"));
        // What the user chose since stays.
        OutletRecord record = outlet(m_new)->record();
        record.name = QStringLiteral("Fridge");
        registry().update(outlet(m_new), record);
        QCOMPARE(undo(id), QString());
        QCOMPARE(nameOf(m_new), QStringLiteral("Fridge"));
        QCOMPARE(nameOf(m_old), QStringLiteral("Freezer"));
    }

    void chainsAreUndoneBackwards()
    {
        use(m_old, 3000);
        const qint64 first = replace({m_old, m_new, false, false}).first;
        const qint64 second = replace({m_new, m_other, false, false}).first;
        QVERIFY(first > 0 && second > first);
        QCOMPARE(joules(m_other), 3000);
        QCOMPARE(undo(first), QStringLiteral("First undo the later replacement of Spare by Lamp."));
        QCOMPARE(joules(m_other), 3000);
        QCOMPARE(undo(second), QString());
        QCOMPARE(joules(m_new), 3000);
        QCOMPARE(undo(first), QString());
        QCOMPARE(joules(m_old), 3000);
    }

    void notAfterItWasErased()
    {
        use(m_old, 3000);
        const qint64 id = replace({m_old, m_new, true, true}).first;
        QVERIFY(id > 0);
        const auto erased = m_core->history().erase(m_new);
        QTRY_VERIFY(erased.isFinished());
        QVERIFY(undo(id).startsWith(QStringLiteral("The history was deleted or exchanged since")));
        QCOMPARE(joules(m_new), 0);
        QVERIFY(!outlet(m_old));
        QVERIFY(m_core->replacing().replacements().isEmpty());
    }

    void notInAnotherFile()
    {
        use(m_old, 3000);
        const qint64 id = replace({m_old, m_new, false, false}).first;
        m_core->history().suspend();
        m_core->history().resume();
        QVERIFY(!undo(id).isEmpty());
        // A number is given once.
        QVERIFY(replace({m_old, m_new, false, false}).first > id);
    }

    void nothingWithoutAHistory()
    {
        m_core->history().close();
        const auto [id, problem] = replace({m_old, m_new, true, true});
        QVERIFY(!problem.isEmpty());
        QCOMPARE(order(), QStringList({m_old, m_other, m_new}));
        QCOMPARE(nameOf(m_new), QStringLiteral("Spare"));
        QVERIFY(m_core->replacing().replacements().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReplaceService)
#include "tst_replace_service.moc"
