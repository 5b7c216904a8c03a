// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "desktop_fixture.h"
#include "sample_desktop.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// Settings, History: what is said, asked and done.
class TestFileCare : public QObject
{
    Q_OBJECT

    static constexpr qint64 kNoonUtcMs = 1763467200000; // 2025-11-18
    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<SampleDesktop> desktop;

    FileCare &care() { return desktop->fileCare; }
    SampleHistoryCare &file() { return desktop->historyCare; }
    int rawDays() { return desktop->engine.setting(u"historyRawDays"_s).toInt(); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        clock = std::make_unique<ManualClock>(kNoonUtcMs);
        desktop = std::make_unique<SampleDesktop>(*clock);
        care().refresh();
    }
    void cleanup() { desktop.reset(); }

    void saysHowLongThingsAreKept()
    {
        using R = RetentionChoices;
        QCOMPARE(R::label(R::Raw, 90), u"90 days"_s);
        QCOMPARE(R::label(R::Raw, 1), u"1 day"_s);
        QCOMPARE(R::label(R::Raw, 365), u"1 year"_s);
        QCOMPARE(R::label(R::Minutes, 730), u"2 years"_s);
        QCOMPARE(R::label(R::Minutes, 1826), u"5 years"_s);
        QCOMPARE(R::label(R::Rollups, 3652), u"10 years"_s);
        QCOMPARE(R::label(R::Rollups, 400), u"400 days"_s);
        QCOMPARE(R::label(R::Rollups, 0), u"Forever"_s);
        QCOMPARE(R::label(R::Raw, 36525), u"Forever"_s);
        QVERIFY(R::isShorter(R::Rollups, 3652, 0));
        QVERIFY(!R::isShorter(R::Rollups, 0, 3652));
        QVERIFY(R::isShorter(R::Raw, 30, 90));
        // What somebody else chose is among the choices.
        QVERIFY(R::days(R::Raw, 45).contains(45));
        QCOMPARE(R::labels(R::Rollups, 0).constLast(), u"Forever"_s);
        QCOMPARE(care().rawLabels().at(care().rawIndex()), u"90 days"_s);
        QCOMPARE(care().rollupLabels().at(care().rollupIndex()), u"Forever"_s);
    }

    void asksBeforeLessIsKept()
    {
        QSignalSpy asked(&care(), &FileCare::shorteningAsked);
        care().keep(FileCare::Raw, 1); // 30 days
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), u"Keep only 30 days?"_s);
        const QString text = plain(asked.at(0).at(1).toString());
        QVERIFY2(text.contains(u"Oct 19, 2025"_s) && text.contains(u"about 12 MB"_s),
                 qPrintable(text));
        QCOMPARE(file().askedLoss->rawDays, 30);
        QCOMPARE(rawDays(), 90); // not yet
        care().agreeToShorten();
        QCOMPARE(rawDays(), 30);
        care().agreeToShorten(); // once
        // Longer needs no question, nor does what loses nothing.
        care().keep(FileCare::Raw, int(care().rawLabels().size()) - 1);
        QCOMPARE(rawDays(), 36525);
        file().loss = 0;
        care().keep(FileCare::Raw, 0);
        QCOMPARE(rawDays(), 7);
        QCOMPARE(asked.size(), 1);
        file().loss = std::nullopt;
        care().keep(FileCare::Rollups, 0);
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.at(1).at(1).toString().contains(u"can’t be told"_s));
        QCOMPARE(desktop->engine.setting(u"historyRollupDays"_s).toInt(), 0);
    }

    void saysHowLargeItIs()
    {
        QCOMPARE(plain(care().sizeText()), u"214 MB"_s);
        QCOMPARE(plain(care().freeText()), u"38 GB free"_s);
        QCOMPARE(plain(care().growthText()), u"Grows by about 1.1 MB a day"_s);
        QVERIFY(qAbs(care().diskShare() - 22.0 / 60) < 0.001);
        file().facts = {};
        care().refresh();
        QCOMPARE(care().sizeText(), u"–"_s);
        QCOMPARE(care().freeText(), u"–"_s);
        QCOMPARE(care().growthText(), u"Growth is known after a full day"_s);
        QCOMPARE(care().diskShare(), 0.0);
    }

    void backsUp()
    {
        QCOMPARE(care().backupText(), u"No backup yet. Keeps 7 days and 4 weeks."_s);
        file().backups = {{u"/b/outlet-2025-11-18.sqlite"_s, kNoonUtcMs - 3'600'000, 5'000'000},
                          {u"/b/outlet-2025-11-10.sqlite"_s, kNoonUtcMs - 8 * 86'400'000, 4'000}};
        Q_EMIT file().backupsChanged();
        QVERIFY2(care().backupText().startsWith(u"Last: today, "_s),
                 qPrintable(care().backupText()));
        QCOMPARE(care().backups().size(), 2);
        QCOMPARE(plain(care().backups().at(0).toMap().value(u"size"_s).toString()), u"5.0 MB"_s);

        care().backUp(u"/home/kim/o.sqlite"_s);
        QVERIFY(care().busy());
        QCOMPARE(file().backedUpTo, u"/home/kim/o.sqlite"_s);
        care().restore(u"/x"_s); // not while something else is done
        QVERIFY(file().restored.isEmpty());
        file().waiting({u"/home/kim/o.sqlite"_s, {}});
        QVERIFY(!care().busy());
        QVERIFY(care().resultText().startsWith(u"Saved to "_s));
        care().backUp(u"/y"_s);
        file().waiting({u"/y"_s, u"The disk is full."_s});
        QCOMPARE(care().resultText(), u"The disk is full."_s);
        QCOMPARE(care().resultTone(), Ui::ToneDanger);
        care().setBackupDaily(false);
        QCOMPARE(desktop->engine.setting(u"backupDaily"_s).toBool(), false);
    }

    void restores()
    {
        care().restore(u"/b/one.sqlite"_s);
        QVERIFY(care().restoring());
        QCOMPARE(file().restored, u"/b/one.sqlite"_s);
        file().waiting({u"/b/one.sqlite"_s, u"This is no backup of Outlet."_s});
        QVERIFY(!care().restoring());
        QCOMPARE(care().resultText(), u"This is no backup of Outlet."_s);
        care().restore(u"/b/two.sqlite"_s);
        file().waiting({u"/b/two.sqlite"_s, {}});
        QVERIFY(care().restoring()); // until the program has started again
    }

    void deletesWithTheWordTyped()
    {
        QVERIFY(!care().erase(false, u"yes"_s));
        QVERIFY(!file().erased);
        QVERIFY(care().erase(true, u" Delete "_s));
        QCOMPARE(file().erased, std::optional(HistoryCare::Whose::Removed));
        QVERIFY(care().resultText().contains(u"is deleted"_s));
        file().problem = u"The disk is full."_s;
        QVERIFY(care().erase(false, u"delete"_s));
        QCOMPARE(file().erased, std::optional(HistoryCare::Whose::All));
        QCOMPARE(care().resultTone(), Ui::ToneDanger);
    }
};

QTEST_MAIN(TestFileCare)
#include "tst_file_care.moc"
