// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// The Diagnostics page on sample outlets: what it shows, copies, pauses and saves.
class TestDiagnosticsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

    [[nodiscard]] SampleDiagnostics &source() const
    {
        return w->desktop.engine.sampleDiagnostics();
    }
    [[nodiscard]] DiagnosticsFace &face() const { return w->desktop.diagnostics; }
    [[nodiscard]] bool open(const QString &name = u"Office desk"_s) const
    {
        face().setOutletId(w->outlet(name)->id());
        return w->load(u"DiagnosticsPage"_s) && w->drawn();
    }

private Q_SLOTS:
    void init()
    {
        w = std::make_unique<PageWindow>(QSize(1280, 900));
        source().liveADay(*w->outlet(u"Office desk"_s));
    }
    void cleanup()
    {
        w->end();
        QVERIFY(!w->desktop.diagnostics.isActive());
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void showsTheOutlet()
    {
        QVERIFY(open());
        for (const char *text :
             {"wifi-switch, 1.5", "1.89", "Plain", "5 s", "Good", "Weak", "17273, listening",
              "192.168.1.24", "Version 2", "Unknown message"})
            QVERIFY2(w->shows(QString::fromUtf8(text)), text);
        QVERIFY(w->shows(u"offline 46 min"_s));
        QVERIFY(face().weakestText().startsWith(u"low −7"_s));
        QVERIFY(w->shows(face().weakestText()));
        QVERIFY(w->outlet(u"Office desk"_s)->isObserved());
        // Neither the account nor the whole id is on screen.
        QVERIFY(!w->shows(u"kim@example.com"_s));
        QVERIFY(!w->shows(w->outlet(u"Office desk"_s)->id()));
        w->unload();
        QTRY_VERIFY(!w->outlet(u"Office desk"_s)->isObserved());
    }

    /// All of it is seen at once in a window of the usual size.
    void fitsTheWindow()
    {
        w->end();
        w = std::make_unique<PageWindow>(QSize(1280 - 92, 800)); // beside the rail
        source().liveADay(*w->outlet(u"Office desk"_s));
        w->desktop.engine.sampleNetwork.answers = {{QString(), {u"192.168.1.24"_s}},
                                                   {u"192.168.1.1"_s, {u"203.0.113.30"_s}}};
        QVERIFY(open());
        QTRY_VERIFY(w->shows(u"server2, server22.vesync.com"_s));
        const auto items = w->page()->childItems();
        const auto scroller = std::find_if(items.begin(), items.end(), [](const QQuickItem *item) {
            return item->inherits("QQuickFlickable");
        });
        QVERIFY(scroller != items.end());
        QTRY_COMPARE_WITH_TIMEOUT((*scroller)->property("contentHeight").toReal(),
                                  (*scroller)->height(), 2000);
    }

    void anotherOutlet()
    {
        QVERIFY(open());
        face().setOutletId(w->outlet(u"Freezer"_s)->id());
        QTRY_VERIFY(w->shows(u"Nothing was heard of it since Outlet was started."_s));
        QVERIFY(w->shows(u"No signal was recorded in the last day."_s));
        QVERIFY(w->outlet(u"Freezer"_s)->isObserved());
        QVERIFY(!w->outlet(u"Office desk"_s)->isObserved());
        // It is removed from elsewhere: another one takes its place.
        w->desktop.engine.registry().forget(w->outlet(u"Freezer"_s));
        QTRY_VERIFY(w->find(u"Diagnostics"_s));
        QVERIFY(!face().outletId().isEmpty());
    }

    void offlineAndClosedHistory()
    {
        source().closeHistory();
        QVERIFY(open(u"Hall lamp"_s));
        QVERIFY(w->shows(u"Offline"_s));
        QVERIFY(w->shows(u"No signal was recorded in the last day."_s));
        QCOMPARE(face().connectedSinceText(), u"–"_s);
    }

    void newMessagesAndPause()
    {
        QVERIFY(open());
        const QString id = face().outletId();
        const int before = face().frames()->count();
        source().say(id, R"({"uri":"/ka","rssi":-41})");
        w->clock.advance(FrameList::kGather);
        QCOMPARE(face().frames()->count(), before + 1);
        QTRY_VERIFY(w->shows(u"-41"_s));
        QVERIFY(w->clickOn(u"Pause"_s));
        source().say(id, R"({"uri":"/ka","rssi":-42})");
        source().say(id, R"({"uri":"/ka","rssi":-43})");
        w->clock.advance(FrameList::kGather);
        QTRY_VERIFY(w->shows(u"Paused, 2 new"_s));
        QCOMPARE(face().frames()->count(), before + 1);
        QVERIFY(w->clickOn(u"Go on"_s));
        QCOMPARE(face().frames()->count(), before + 3);
    }

    void copiesTheSelectionElseAll()
    {
        QVERIFY(open());
        QVERIFY(w->clickOn(u"Copy"_s));
        const QString all = QGuiApplication::clipboard()->text();
        QCOMPARE(all.count(u'\n') + 1, face().frames()->count());
        QVERIFY(all.contains(u"•••••••"_s));
        QVERIFY(!all.contains(u"kim@example.com"_s));
        face().frames()->select(0, false);
        face().frames()->select(1, true);
        QVERIFY(w->clickOn(u"Copy"_s));
        const QStringList some = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(some.size(), 2);
        QVERIFY(all.endsWith(some.last()));
    }

    void resetsTheCounters()
    {
        QVERIFY(open());
        QCOMPARE(face().counters().at(1).toMap().value(u"count"_s).toString(), u"5"_s);
        QVERIFY(w->clickOn(u"Reset"_s));
        QCOMPARE(face().counters().at(1).toMap().value(u"count"_s).toString(), u"0"_s);
    }

    void listsTheChanges()
    {
        QVERIFY(open());
        QVERIFY(w->clickOn(u"Show changes"_s));
        QTRY_VERIFY(w->shows(u"It answers again."_s));
        QVERIFY(w->shows(u"It does not answer."_s));
    }

    /// What was shown is what is saved, and nothing personal is in it.
    void savesTheReportThatWasShown()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"report.txt"_s);
        QVERIFY(open());
        QVERIFY(w->clickOn(u"Save a report"_s));
        ReportJob &job = *face().report();
        QTRY_VERIFY(w->shows(u"Outlet report, made"_s));
        const QString shown = job.text();
        QVERIFY(!job.isBusy());
        QVERIFY(job.fileName().startsWith(u"outlet-report-"_s));
        QSignalSpy saved(&job, &ReportJob::saved);
        job.save(path);
        QTRY_COMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QCOMPARE(text, shown);
        for (const OutletFace *one : w->desktop.faces.all()) {
            QVERIFY2(!text.contains(one->outletId()), qPrintable(one->outletId()));
            QVERIFY2(!one->hasName() || !text.contains(one->name()), qPrintable(one->name()));
        }
        QVERIFY(!text.contains(u"kim@example.com"_s));
        QVERIFY(text.contains(u"/runtimeInfo"_s));
    }

    void saysWhyItCannotBeSaved()
    {
        QTemporaryDir dir;
        QVERIFY(open());
        QVERIFY(w->clickOn(u"Save a report"_s));
        ReportJob &job = *face().report();
        QTRY_VERIFY(!job.text().isEmpty());
        job.save(dir.filePath(u"no such folder/report.txt"_s));
        QTRY_VERIFY(!job.problem().isEmpty());
        QTRY_VERIFY(w->shows(u"Choose another place."_s));
        QVERIFY(!job.isBusy());
    }

    void saysThatTheServerIsStopped()
    {
        QVERIFY(open());
        w->desktop.engine.setListenError(
            {ListenError::Kind::PortInUse, QHostAddress::Any, kDefaultPort, {}}, {}, 8);
        QTRY_VERIFY(w->shows(u"Port 17273 is in use by another program."_s));
        QVERIFY(w->clickOn(u"Try again"_s));
        QTRY_VERIFY(w->shows(u"17273, listening"_s));
    }
};

QTEST_MAIN(TestDiagnosticsPage)
#include "tst_diagnostics_page.moc"
