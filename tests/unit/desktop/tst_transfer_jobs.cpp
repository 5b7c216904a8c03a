// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/backup_service.h"
#include "app/energy_service.h"
#include "app/settings.h"
#include "base/manual_clock.h"
#include "desktop/app.h"
#include "desktop/english_plurals.h"
#include "desktop/outlet_faces.h"
#include "desktop/preferences.h"
#include "sample_engine.h"
#include "storage/storage.h"

using namespace outlet;

namespace {

/// The engine of the tests, with a real history behind its exports and imports.
class TransferEngine : public SampleEngine
{
public:
    using SampleEngine::SampleEngine;
    [[nodiscard]] TransferService *transfers() override { return service; }
    TransferService *service = nullptr;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// What the dialogs for exporting and importing show and do.
class TestTransferJobs : public QObject
{
    Q_OBJECT

    const LocalCalendar m_calendar{QTimeZone("America/New_York")};
    const qint64 m_now = m_calendar.instantFromText(u"2025-11-04T12:00").value_or(0);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<History> m_history;
    std::unique_ptr<TransferEngine> m_engine;
    std::unique_ptr<EnergyService> m_energy;
    std::unique_ptr<BackupService> m_backups;
    std::unique_ptr<TransferService> m_service;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<OutletFaces> m_faces;
    std::unique_ptr<App> m_app;
    EnglishPlurals m_plurals;

    [[nodiscard]] ExportJob &exporting() { return *m_app->exporting(); }
    [[nodiscard]] ImportJob &importing() { return *m_app->importing(); }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_dir->filePath(QString::fromLatin1(name));
    }
    /// Opens a file and waits until it is looked at.
    bool open(const QByteArray &bytes)
    {
        if (!write(file("in.csv"), bytes))
            return false;
        importing().open(file("in.csv"));
        return QTest::qWaitFor([this] { return !importing().busy(); }, 10'000);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return !importing().busy(); }, 10'000);
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_plurals);
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(m_now);
        m_storage = std::make_unique<Storage>(m_dir->path());
        QSignalSpy opened(m_storage.get(), &Storage::opened);
        m_storage->open();
        QVERIFY(opened.wait());
        m_settings = std::make_unique<Settings>(nullptr);
        m_history = std::make_unique<History>(m_storage->filePath(), *m_clock);
        m_history->open();
        m_engine = std::make_unique<TransferEngine>(*m_clock);
        m_engine->addHome();
        m_energy = std::make_unique<EnergyService>(*m_history, m_engine->registry(), *m_settings,
                                                   *m_clock);
        m_energy->setCalendar(m_calendar);
        m_backups = std::make_unique<BackupService>(*m_history, *m_settings, *m_clock,
                                                    m_storage->filePath());
        m_service = std::make_unique<TransferService>(*m_history, *m_energy, m_engine->registry(),
                                                      *m_backups, *m_clock, m_dir->path());
        m_service->start();
        m_engine->service = m_service.get();
        m_preferences = std::make_unique<Preferences>(*m_engine);
        m_faces = std::make_unique<OutletFaces>(
            FaceParts{m_engine->registry(), m_engine->countdowns(), *m_clock,
                      [](const QString &) { return false; }, nullptr});
        m_app = std::make_unique<App>(*m_engine, *m_faces);
    }

    void cleanup()
    {
        m_service->stop();
        m_history->close();
        m_app.reset();
        m_faces.reset();
        m_preferences.reset();
        m_service.reset();
        m_backups.reset();
        m_energy.reset();
        m_engine.reset();
        m_history.reset();
        m_storage.reset();
    }

    void choicesOfAnExport()
    {
        ExportJob &job = exporting();
        job.begin();
        QCOMPARE(job.from(), QStringLiteral("2025-11-01"));
        QCOMPARE(job.to(), QStringLiteral("2025-11-04"));
        QCOMPARE(job.outletsText(), QStringLiteral("All 8 outlets"));
        QVERIFY(job.canExport());
        QTRY_COMPARE(job.previewRows().size(), 3); // nothing is known: the first is without data
        // 4 days, one of 25 hours, up to noon of the last.
        QVERIFY2(job.sizeText().startsWith(QStringLiteral("680 rows, about ")),
                 qPrintable(job.sizeText()));

        job.setPreset(1);
        QCOMPARE(job.from(), QStringLiteral("2025-10-01"));
        QCOMPARE(job.fileName(), QStringLiteral("energy-2025-10.outlet.csv"));
        job.setFormat(1);
        QCOMPARE(job.fileName(), QStringLiteral("energy-2025-10.outlet.json"));
        // The preview follows 300 ms after the last change, and not before.
        const QString before = job.sizeText();
        m_clock->advance(std::chrono::milliseconds(299));
        QCoreApplication::processEvents();
        QCOMPARE(job.sizeText(), before);
        m_clock->advance(std::chrono::milliseconds(1));
        QTRY_VERIFY(job.sizeText().startsWith(QStringLiteral("5,952 rows")));

        job.setTo(QStringLiteral("2025-09-30"));
        QCOMPARE(job.preset(), 4);
        QCOMPARE(job.rangeError(), QStringLiteral("The last day is before the first."));
        QVERIFY(!job.canExport());
        job.setPreset(0);
        job.chooseAllOutlets(false);
        QCOMPARE(job.outletsError(), QStringLiteral("Choose at least one outlet."));
        QVERIFY(!job.canExport());
        job.toggleOutlet(job.outlets().at(2).toMap().value(QStringLiteral("id")).toString());
        QCOMPARE(job.outletsText(),
                 job.outlets().at(2).toMap().value(QStringLiteral("name")).toString());
        QVERIFY(job.canExport());
    }

    void anExportIsWritten()
    {
        ExportJob &job = exporting();
        QSignalSpy saved(&job, &ExportJob::saved);
        QSignalSpy offered(m_app.get(), &App::offer);
        job.begin();
        job.write(file("out.csv"));
        QVERIFY(job.writing());
        job.setFormat(1); // too late
        QCOMPARE(job.format(), 0);
        QVERIFY(saved.wait());
        QVERIFY(!job.writing());
        QVERIFY(QFile::exists(file("out.csv")));
        QCOMPARE(offered.first().at(1).toString(), QStringLiteral("Open folder"));
        // What fails says why, and the form is there to try again.
        job.write(file("none/out.csv"));
        QTRY_VERIFY(!job.writing());
        QVERIFY2(job.problem().contains(QStringLiteral("can't be written")),
                 qPrintable(job.problem()));
        // Cancelled at once it can't have been done yet; it leaves nothing and says nothing.
        job.setPreset(2);
        job.setResolution(1);
        job.write(file("half.csv"));
        job.cancel();
        QTRY_VERIFY(!job.writing());
        QCOMPARE(job.problem(), QString());
        QVERIFY(!QFile::exists(file("half.csv")));
        QCOMPARE(QDir(m_dir->path()).entryList({QStringLiteral("half.csv.*")}), QStringList());
    }

    void whatAnImportWouldDo()
    {
        const QByteArray name = m_engine->registry().outlets().first()->displayName().toUtf8();
        QVERIFY(open("time,outlet,kwh\n2024-10-01T00:00-04:00," + name +
                     ",0.052\n2024-10-01T01:00-04:00," + name + ",\nyesterday," + name +
                     ",1\n2024-10-01T00:00-04:00,Old fan,2\n"));
        ImportJob &job = importing();
        QCOMPARE(job.fileText(), QStringLiteral("CSV, 1 h, 3 rows, times with zone"));
        QVERIFY(job.asksForColumns());
        const QVariantList names = job.names();
        QCOMPARE(names.size(), 2);
        QCOMPARE(names.first().toMap().value(QStringLiteral("name")).toString(),
                 QStringLiteral("Old fan")); // nothing matches it: to be looked at first
        QCOMPARE(names.first().toMap().value(QStringLiteral("choice")).toInt(), 0);
        QCOMPARE(job.previewLinesText(), QStringLiteral("Line 2, 3 and 5"));
        QCOMPARE(job.faultsText(), QStringLiteral("1 row can’t be read: line 4."));
        QCOMPARE(job.faults(), QStringList{QStringLiteral("Line 4: “yesterday” is not a time.")});
        QCOMPARE(job.summaryText(), QStringLiteral("1 new row, 1 left out"));
        QCOMPARE(job.actionText(), QStringLiteral("Import 1 row"));
        job.choose(1, 2);
        QVERIFY(settle());
        QCOMPARE(job.problem(), QString());
        QCOMPARE(job.summaryText(), QStringLiteral("2 new rows"));
        job.cancel();
        QVERIFY(!job.hasFile());
    }

    void importedAndTakenBack()
    {
        const QByteArray name = m_engine->registry().outlets().first()->displayName().toUtf8();
        const QByteArray text = "time,outlet,kwh\n2024-10-01T00:00-04:00," + name + ",1\n";
        QSignalSpy imported(&importing(), &ImportJob::imported);
        QSignalSpy snack(m_app.get(), &App::snack);
        QVERIFY(open(text));
        importing().write();
        QVERIFY2(imported.wait(), qPrintable(importing().problem()));
        QCOMPARE(snack.first().at(0).toString(), QStringLiteral("1 row imported"));
        QCOMPARE(QDir(m_backups->folder()).entryList(QDir::Files).size(), 1);

        QVERIFY(open(text));
        QCOMPARE(importing().hereText(),
                 QStringLiteral("1 row is already here. It is skipped; nothing you have is "
                                "changed."));
        QVERIFY(!importing().canImport());
        QVERIFY(importing().replaceQuestion().isEmpty());
        importing().setReplaces(true);
        QVERIFY(settle());
        QVERIFY(importing().canImport());
        QVERIFY(importing().replaceQuestion().startsWith(QStringLiteral("Replace 1 row ")));
        importing().cancel();

        m_app->undo();
        QTRY_COMPARE(snack.last().at(0).toString(), QStringLiteral("The import was taken back"));
        QVERIFY(open(text));
        QCOMPARE(importing().summaryText(), QStringLiteral("1 new row"));
    }

    void columnsAreChosen()
    {
        QVERIFY(open("when,who,amount\n2024-10-01,x,1\n2024-10-02,x,2\n"));
        ImportJob &job = importing();
        QVERIFY2(!job.columnProblem().isEmpty(), qPrintable(job.problem()));
        QVERIFY(!job.canImport());
        job.setColumns(1, 2, 3, 1);
        QVERIFY(settle());
        QCOMPARE(job.columnProblem(), QString());
        QCOMPARE(job.unit(), 1);
        QCOMPARE(job.names().size(), 1);
        job.setColumns(1, 1, 3, 1);
        QVERIFY(!job.columnProblem().isEmpty());
    }

    /// The file manager's "open with", or a second start with a file.
    void aFileThatIsOpenedFromOutside()
    {
        QSignalSpy raised(m_app.get(), &App::raise);
        QSignalSpy asked(m_app.get(), &App::askImportOf);
        QSignalSpy said(m_app.get(), &App::snack);
        Q_EMIT m_engine->raiseRequested(WindowWish::importOf(file("in.csv")));
        QCOMPARE(raised.count(), 1);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.takeFirst().first().toString(), file("in.csv"));

        // Never into the middle of another import.
        QVERIFY(open("time,outlet,kwh\n2024-10-01T00:00,Freezer,0.5\n"));
        QVERIFY2(importing().canImport(), qPrintable(importing().problem()));
        QSignalSpy imported(&importing(), &ImportJob::imported);
        importing().write();
        QVERIFY(importing().writing());
        m_app->fulfil(WindowWish::importOf(file("other.csv")));
        QCOMPARE(asked.count(), 0);
        QVERIFY(said.takeFirst().first().toString().startsWith(QStringLiteral("Another file is")));
        QVERIFY2(imported.wait(), qPrintable(importing().problem()));
        m_app->fulfil(WindowWish::importOf(file("other.csv")));
        QCOMPARE(asked.count(), 1);
    }

    void notAFileOfEnergy()
    {
        QVERIFY(open("hello\n"));
        QCOMPARE(importing().problem(),
                 QStringLiteral("This file has no time and energy columns."));
        QVERIFY(!importing().canImport());
        QCOMPARE(QDir(m_dir->path()).entryList({QStringLiteral("import-*")}, QDir::Dirs),
                 QStringList());
    }
};

QTEST_MAIN(TestTransferJobs)
#include "tst_transfer_jobs.moc"
