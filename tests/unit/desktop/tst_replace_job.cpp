// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/replace_service.h"
#include "base/manual_clock.h"
#include "desktop/app.h"
#include "desktop/outlet_faces.h"
#include "desktop/preferences.h"
#include "history/history.h"
#include "sample_engine.h"
#include "storage/storage.h"

using namespace outlet;
using std::chrono::hours;

namespace {

/// The engine of the tests, with a real history whose outlets can be replaced.
class ReplaceEngine : public SampleEngine
{
public:
    using SampleEngine::SampleEngine;
    [[nodiscard]] ReplaceService *replacing() override { return service; }
    ReplaceService *service = nullptr;
};

} // namespace

/// What the dialog for replacing an outlet shows and does.
class TestReplaceJob : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<History> m_history;
    std::unique_ptr<ReplaceEngine> m_engine;
    std::unique_ptr<ReplaceService> m_service;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<OutletFaces> m_faces;
    std::unique_ptr<App> m_app;

    [[nodiscard]] ReplaceJob &job() { return *m_app->replacing(); }
    Outlet *add(const QString &id, const QString &name)
    {
        Outlet *outlet = m_engine->registry().findOrAdd(id);
        OutletRecord record = outlet->record();
        record.name = name;
        m_engine->registry().allow(outlet);
        m_engine->registry().update(outlet, record);
        return outlet;
    }
    [[nodiscard]] QStringList offered()
    {
        QStringList names;
        const QVariantList list = job().successors();
        for (const QVariant &one : list)
            names.append(one.toMap().value(QStringLiteral("text")).toString());
        return names;
    }
    [[nodiscard]] QString nameOf(const QString &id)
    {
        const Outlet *outlet = m_engine->registry().find(id);
        return outlet ? outlet->displayName() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_storage = std::make_unique<Storage>(m_dir->path());
        QSignalSpy opened(m_storage.get(), &Storage::opened);
        m_storage->open();
        QVERIFY(opened.wait());
        m_history = std::make_unique<History>(m_storage->filePath(), *m_clock);
        m_history->open();
        m_engine = std::make_unique<ReplaceEngine>(*m_clock);
        m_service = std::make_unique<ReplaceService>(*m_history, m_engine->registry(), *m_clock);
        m_engine->service = m_service.get();
        m_preferences = std::make_unique<Preferences>(*m_engine);
        m_faces = std::make_unique<OutletFaces>(
            FaceParts{m_engine->registry(), m_engine->countdowns(), *m_clock,
                      [](const QString &) { return false; }, nullptr});
        m_app = std::make_unique<App>(*m_engine, *m_faces);
        add(QStringLiteral("old"), QStringLiteral("Freezer"));
        m_clock->advance(hours(24));
    }
    void cleanup()
    {
        m_history->close();
        m_app.reset();
        m_faces.reset();
        m_preferences.reset();
        m_service.reset();
        m_engine.reset();
        m_history.reset();
        m_storage.reset();
    }

    void alone()
    {
        job().begin(QStringLiteral("old"));
        QCOMPARE(job().oldName(), QStringLiteral("Freezer"));
        QVERIFY(job().successors().isEmpty());
        QVERIFY(!job().canReplace());
        QVERIFY(job().consequences().isEmpty());
    }

    void whatIsOffered()
    {
        add(QStringLiteral("spare"), QStringLiteral("Spare"));
        m_engine->registry().findOrAdd(QStringLiteral("new")); // not allowed yet
        add(QStringLiteral("5151-demo"), QStringLiteral("Simulated"));
        job().begin(QStringLiteral("old"));
        QCOMPARE(offered(), QStringList{QStringLiteral("Spare")});
        job().begin(QStringLiteral("spare"));
        QCOMPARE(offered(), QStringList{QStringLiteral("Freezer")});
    }

    void theOneThatCameAfterIsChosen()
    {
        Outlet *old = m_engine->registry().find(QStringLiteral("old"));
        add(QStringLiteral("first"), QStringLiteral("Lamp"));
        OutletRecord record = old->record();
        record.lastSeenUtcMs = m_clock->utcMs();
        old->setRecord(record);
        m_clock->advance(hours(1));
        Outlet *spare = add(QStringLiteral("spare"), QStringLiteral("Spare"));
        record = spare->record();
        record.firstSeenUtcMs = m_clock->utcMs();
        spare->setRecord(record);
        job().begin(QStringLiteral("old"));
        QCOMPARE(job().successor(), 1);
        // Nobody is proposed for the place of one that came later than all.
        job().begin(QStringLiteral("spare"));
        QCOMPARE(job().successor(), -1);
        QVERIFY(!job().canReplace());
        job().setSuccessor(0);
        QVERIFY(job().canReplace());
        job().setSuccessor(99);
        QVERIFY(!job().canReplace());
    }

    void saysWhatHappens()
    {
        add(QStringLiteral("spare"), QStringLiteral("Spare"));
        job().begin(QStringLiteral("old"));
        job().setSuccessor(0);
        QVERIFY(job().removesOld()); // it is offline
        QStringList lines = job().consequences();
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines.at(0).contains(QStringLiteral("of Freezer count for Spare")),
                 qPrintable(lines.at(0)));
        QCOMPARE(lines.at(2), QStringLiteral("Spare is called Freezer from now on."));
        QVERIFY2(lines.at(3).contains(QStringLiteral("shows up as new")), qPrintable(lines.at(3)));
        job().setRemovesOld(false);
        lines = job().consequences();
        QCOMPARE(lines.at(2),
                 QStringLiteral("Spare is called Freezer from now on, and the old one Spare."));
        QVERIFY2(lines.at(3).contains(QStringLiteral("counts for itself")),
                 qPrintable(lines.at(3)));
        job().setTakesName(false);
        QCOMPARE(job().consequences().size(), 4);
    }

    void doneAndUndone()
    {
        add(QStringLiteral("spare"), QStringLiteral("Spare"));
        job().begin(QStringLiteral("old"));
        job().setSuccessor(0);
        QSignalSpy replaced(&job(), &ReplaceJob::replaced);
        QSignalSpy snack(m_app.get(), &App::snack);
        job().replace();
        QVERIFY(job().busy());
        QVERIFY(!job().canReplace());
        QVERIFY(replaced.wait(10'000));
        QVERIFY(!job().busy());
        QCOMPARE(snack.size(), 1);
        QCOMPARE(snack.at(0).at(0).toString(), QStringLiteral("Freezer replaced by Spare"));
        QVERIFY(snack.at(0).at(1).toBool());
        QCOMPARE(nameOf(QStringLiteral("spare")), QStringLiteral("Freezer"));
        QCOMPARE(nameOf(QStringLiteral("old")), QString());
        const QVariantMap one = job().replacements().value(0).toMap();
        QCOMPARE(one.value(QStringLiteral("outletId")).toString(), QStringLiteral("spare"));
        QCOMPARE(one.value(QStringLiteral("text")).toString(),
                 QStringLiteral("It replaced the old Freezer."));

        m_app->undo();
        QTRY_COMPARE(snack.size(), 2);
        QVERIFY(!snack.at(1).at(1).toBool());
        QVERIFY(snack.at(1).at(0).toString().startsWith(QStringLiteral("Undone")));
        QCOMPARE(nameOf(QStringLiteral("spare")), QStringLiteral("Spare"));
        QCOMPARE(nameOf(QStringLiteral("old")), QStringLiteral("Freezer"));
        QVERIFY(job().replacements().isEmpty());
        // Later, from the edit sheet: a number that is none any more.
        job().undo(one.value(QStringLiteral("id")).toLongLong());
        QTRY_COMPARE(snack.size(), 3);
        QVERIFY(snack.at(2).at(0).toString().contains(QStringLiteral("no such replacement")));
    }

    void whatFailsIsSaid()
    {
        add(QStringLiteral("spare"), QStringLiteral("Spare"));
        job().begin(QStringLiteral("old"));
        job().setSuccessor(0);
        m_history->close();
        job().replace();
        QTRY_VERIFY(!job().busy());
        QVERIFY(!job().problem().isEmpty());
        QVERIFY(job().canReplace()); // again
        QCOMPARE(nameOf(QStringLiteral("old")), QStringLiteral("Freezer"));
        job().begin(QStringLiteral("old"));
        QCOMPARE(job().problem(), QString());
    }
};

QTEST_MAIN(TestReplaceJob)
#include "tst_replace_job.moc"
