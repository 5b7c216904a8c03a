// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/core.h"
#include "app/history_care.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"

using namespace outlet;

/// What Settings asks of the history's file, on a whole running Core.
class TestHistoryKeeper : public QObject
{
    Q_OBJECT

    const QString kept = QStringLiteral("11111111-2222-3333-4444-555555555555");
    const QString removed = QStringLiteral("99999999-2222-3333-4444-555555555555");

    static CoreOptions optionsFor(const QString &dataDir)
    {
        CoreOptions options;
        options.program = QStringLiteral("outletd");
        options.dataDir = dataDir;
        options.port = 0;
        options.bind = {QHostAddress(QHostAddress::LocalHost)};
        return options;
    }
    static bool startAndWait(Core &core)
    {
        QSignalSpy ready(&core, &Core::ready);
        return core.start() && (ready.size() > 0 || ready.wait(10'000));
    }
    template <typename T>
    static bool wait(const std::optional<T> &answer)
    {
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000);
    }
    void record(Core &core)
    {
        for (const QString &id : {kept, removed})
            core.history().record(MeasuredReport{id, core.clock().utcMs(), 3600, 60, {}});
        const auto flushed = core.history().flush();
        QVERIFY(QTest::qWaitFor([&flushed] { return flushed.isFinished(); }, 20'000));
    }
    static HistoryCare::Facts facts(Core &core)
    {
        std::optional<HistoryCare::Facts> answer;
        core.historyCare().askFacts([&answer](const auto &known) { answer = known; });
        if (!wait(answer))
            qFatal("no answer");
        return *answer;
    }

private Q_SLOTS:
    void tellsFactsAndErases()
    {
        const QTemporaryDir dir;
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        core.registry().allow(core.registry().findOrAdd(kept));
        record(core);
        HistoryCare::Facts known = facts(core);
        QVERIFY(known.fileBytes.value_or(0) > 0);
        QVERIFY(known.freeBytes.value_or(0) > 0);
        QVERIFY(known.diskBytes.value_or(0) >= *known.freeBytes);
        QCOMPARE(known.bytesADay, std::nullopt); // no whole day yet
        QCOMPARE(known.removedOutlets, 1);

        std::optional<std::optional<qint64>> loss;
        core.historyCare().askLoss({2, 2, 2}, [&loss](auto bytes) { loss = bytes; });
        QVERIFY(wait(loss));
        QCOMPARE(*loss, std::optional<qint64>(0));

        std::optional<QString> problem;
        core.historyCare().erase(HistoryCare::Whose::Removed,
                                 [&problem](const QString &text) { problem = text; });
        QVERIFY(wait(problem));
        QCOMPARE(*problem, QString());
        known = facts(core);
        QCOMPARE(known.removedOutlets, 0);
        QVERIFY(known.firstUtcMs); // the other one's is still there
        problem.reset();
        core.historyCare().erase(HistoryCare::Whose::All,
                                 [&problem](const QString &text) { problem = text; });
        QVERIFY(wait(problem));
        QCOMPARE(*problem, QString());
        QTRY_COMPARE(facts(core).firstUtcMs, std::nullopt);
        QVERIFY(core.registry().find(kept)); // the outlet itself stays
    }

    void listsBackupsAndRestores()
    {
        const QTemporaryDir dir;
        QString backup;
        {
            Core core(optionsFor(dir.path()));
            QVERIFY(startAndWait(core));
            core.registry().allow(core.registry().findOrAdd(kept));
            record(core);
            QTRY_VERIFY(core.storage().isSaved());
            QSignalSpy changed(&core.historyCare(), &HistoryCare::backupsChanged);
            std::optional<BackupService::Outcome> outcome;
            core.historyCare().backUp({}, [&outcome](const auto &what) { outcome = what; });
            QVERIFY(wait(outcome));
            QCOMPARE(outcome->problem, QString());
            QTRY_COMPARE(changed.size(), 1);
            std::optional<QList<BackupService::Backup>> list;
            core.historyCare().askBackups([&list](const auto &backups) { list = backups; });
            QVERIFY(wait(list));
            QCOMPARE(list->size(), 1);
            QCOMPARE(list->constFirst().path, outcome->path);
            QVERIFY(list->constFirst().bytes > 0);
            backup = outcome->path;

            // What is no backup is refused before anything happens.
            QSignalSpy restart(&core, &Core::restartRequested);
            const QString wrong = dir.filePath(QStringLiteral("notes.sqlite"));
            QFile file(wrong);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database") > 0);
            file.close();
            outcome.reset();
            core.historyCare().restore(wrong, [&outcome](const auto &what) { outcome = what; });
            QVERIFY(wait(outcome));
            QVERIFY(!outcome->problem.isEmpty());
            QCOMPARE(restart.size(), 0);

            core.registry().forget(core.registry().find(kept));
            outcome.reset();
            core.historyCare().restore(backup, [&outcome](const auto &what) { outcome = what; });
            QVERIFY(wait(outcome));
            QCOMPARE(outcome->problem, QString());
            QTRY_COMPARE(restart.size(), 1);
        }
        Core again(optionsFor(dir.path()));
        QVERIFY(startAndWait(again));
        QVERIFY(again.registry().find(kept));
        QVERIFY(QFile::exists(again.historyCare().keptBeforeRestore()));
    }
};

QTEST_GUILESS_MAIN(TestHistoryKeeper)
#include "tst_history_keeper.moc"
