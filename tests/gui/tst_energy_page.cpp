// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>

#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The Energy page and the report, used with mouse and keys.
class TestEnergyPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<PageWindow> w;

    static Tariff peakPrices()
    {
        PricePlan plan;
        plan.name = u"Time of use"_s;
        plan.validFrom = QDate(2020, 1, 1);
        plan.periods = {{u"Off-peak"_s, 1300}, {u"Peak"_s, 2400}};
        for (auto &day : plan.grid) {
            for (std::size_t half = 32; half < 42; ++half)
                day[half] = 1;
        }
        Tariff tariff;
        tariff.plans = {plan};
        return tariff;
    }
    QAccessibleInterface *chart(const QString &begin) const
    {
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::Chart &&
                each->text(QAccessible::Name).startsWith(begin))
                return each;
        }
        return nullptr;
    }
    QQuickItem *plot() const
    {
        QAccessibleInterface *found = chart(u"Energy, "_s);
        return found ? qobject_cast<QQuickItem *>(found->object()) : nullptr;
    }
    QString spoken() const
    {
        QAccessibleInterface *found = chart(u"Energy, "_s);
        return found ? found->text(QAccessible::Description) : QString();
    }
    bool open()
    {
        return w->load(u"EnergyPage"_s) && QTest::qWaitFor([this] { return plot() != nullptr; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        w = std::make_unique<PageWindow>();
        QCOMPARE(w->desktop.energy.setTariff(peakPrices()), QString());
    }
    void cleanup()
    {
        w->end();
        QCOMPARE(w->warnings(), QStringList());
        w.reset();
    }

    void showsTheMonth()
    {
        QVERIFY(open());
        QTRY_VERIFY(w->shows(u"November 2025"_s));
        QTRY_VERIFY(w->find(u"By outlet"_s));
        QVERIFY(w->shows(u"Energy this month"_s));
        QTRY_VERIFY(w->shows(u"Off-peak now"_s));
        QTRY_VERIFY(w->shows(u"Cost this month and last"_s));
        QTRY_VERIFY(w->shows(u"4 PM to 9 PM, $0.24/kWh"_s));
        QTRY_VERIFY(w->shows(u"Totals leave that time out."_s)); // Tuesdays
        const QString summary = chart(u"Energy, "_s)->text(QAccessible::Name);
        QVERIFY2(summary.contains(u"kilowatt hours in total"_s), qPrintable(summary));
        QVERIFY(chart(u"Cost this month and last: "_s));
    }

    void isUsedByKeys()
    {
        QVERIFY(open());
        plot()->forceActiveFocus(Qt::TabFocusReason);
        QCOMPARE(spoken(), QString());
        w->key(Qt::Key_Left);
        QTRY_VERIFY2(spoken().startsWith(u"Tue, Nov 18, "_s), qPrintable(spoken()));
        QVERIFY(spoken().contains(u"So far"_s));
        w->key(Qt::Key_Home);
        QVERIFY(spoken().startsWith(u"Sat, Nov 1, "_s));
        w->key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(spoken().startsWith(u"Tue, Nov 11, "_s));
        const QString whole = spoken();
        w->key(Qt::Key_Up);
        QVERIFY(spoken() != whole); // the lowest part
        w->key(Qt::Key_Down);
        QCOMPARE(spoken(), whole);
        w->key(Qt::Key_Escape);
        QCOMPARE(spoken(), QString());
        // A bar opens its day, Esc goes back to the month.
        w->key(Qt::Key_Home);
        w->key(Qt::Key_Return);
        QTRY_VERIFY(w->shows(u"Sat, Nov 1, 2025"_s));
        QTRY_VERIFY(chart(u"Energy, Sat, Nov 1, 2025"_s));
        w->key(Qt::Key_Escape); // the choice
        w->key(Qt::Key_Escape);
        QTRY_VERIFY(w->shows(u"November 2025"_s));
    }

    void readsAsATable()
    {
        QVERIFY(open());
        plot()->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_T);
        QQuickItem *table = nullptr;
        QTRY_VERIFY(table = w->find(u"Energy, November 2025"_s, QAccessible::Table));
        QVERIFY(table->hasActiveFocus());
        const auto row = [this](const QString &begin) {
            for (QAccessibleInterface *each : w->reachable()) {
                if (each->role() == QAccessible::Row &&
                    each->text(QAccessible::Name).startsWith(begin))
                    return each->text(QAccessible::Name);
            }
            return QString();
        };
        QTRY_VERIFY(!row(u"Tue, Nov 18, Energy: "_s).isEmpty());
        QVERIFY(row(u"Tue, Nov 18, "_s).contains(u"Freezer: "_s));
        QVERIFY(row(u"Wed, Nov 19, "_s).isEmpty()); // still to come
        w->key(Qt::Key_T);
        QTRY_VERIFY(plot() && plot()->hasActiveFocus());
    }

    void theMouseChoosesAndOpens()
    {
        QVERIFY(open());
        QVERIFY(w->drawn());
        QQuickItem *item = plot();
        const QPoint place = item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
        QTest::mouseMove(w->window(), place);
        QTRY_VERIFY(!spoken().isEmpty());
        const QString day = spoken().section(u", "_s, 0, 1); // "Mon, Nov 10"
        QTest::mouseClick(w->window(), Qt::LeftButton, {}, place);
        QTRY_VERIFY2(w->shows(day + u", 2025"_s), qPrintable(day));
        QVERIFY(w->clickOn(u"Back to the month"_s));
        QTRY_VERIFY(w->shows(u"November 2025"_s));
    }

    void theLegendHidesAndKeepsTheFocus()
    {
        QVERIFY(open());
        QQuickItem *entry = nullptr;
        QTRY_VERIFY(entry = w->find(u"Show Freezer in the chart"_s));
        entry->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Space);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(entry);
        QTRY_VERIFY(!face->state().checked);
        QVERIFY(entry->hasActiveFocus());
        w->key(Qt::Key_Space);
        QTRY_VERIFY(face->state().checked);
    }

    void changesPeriodAndTime()
    {
        QVERIFY(open());
        QVERIFY(!w->find(u"Forward in time (Page down)"_s)->isEnabled());
        QVERIFY(w->clickOn(u"Back in time (Page up)"_s));
        QTRY_VERIFY(w->shows(u"October 2025"_s));
        QTRY_VERIFY(w->shows(u"Cost, October and September"_s));
        const QString compared = chart(u"Cost, October"_s)->text(QAccessible::Name);
        QVERIFY2(!compared.contains(u"so far"_s), qPrintable(compared)); // it is over
        QVERIFY(w->clickOn(u"Week"_s));
        QTRY_VERIFY(w->shows(u"Sep 28 to Oct 4, 2025"_s));
        QVERIFY(w->clickOn(u"Year"_s));
        QTRY_VERIFY(w->shows(u"Cost this year and last"_s));
        QVERIFY(w->clickOn(u"Cost"_s, QAccessible::PageTab));
        QTRY_VERIFY(w->shows(u"$0"_s));
    }

    void ranksAndOpensOutlets()
    {
        QVERIFY(open());
        QSignalSpy opened(w->page(), SIGNAL(openOutletRequested(QString)));
        QVERIFY(w->clickOn(u"Sort by Most used"_s));
        QVERIFY(w->clickMenu(u"Name"_s));
        QTRY_VERIFY(w->find(u"Sort by Name"_s));
        QQuickItem *row = nullptr;
        for (QAccessibleInterface *each : w->reachable()) {
            if (each->role() == QAccessible::Button &&
                each->text(QAccessible::Name).startsWith(u"Freezer, "_s))
                row = qobject_cast<QQuickItem *>(each->object());
        }
        QVERIFY(row);
        row->forceActiveFocus(Qt::TabFocusReason);
        w->key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), w->face(u"Freezer"_s)->outletId());
    }

    void leadsToThePricesWhenThereAreNone()
    {
        QCOMPARE(w->desktop.energy.setTariff({}), QString());
        QVERIFY(open());
        QSignalSpy prices(w->page(), SIGNAL(pricesRequested()));
        QVERIFY(!w->shows(u"$"_s));
        QVERIFY(w->clickOn(u"Set prices to see cost"_s));
        QVERIFY(w->clickOn(u"Energy prices"_s));
        QCOMPARE(prices.size(), 2);
        QTRY_VERIFY(w->shows(u"Energy this month and last"_s));
    }

    void showsTheCarbonWhereItIsKnown()
    {
        QVERIFY(open());
        QVERIFY(!w->find(u"CO₂"_s) && !w->shows(u"CO₂"_s));
        Tariff tariff = peakPrices();
        tariff.gramsCo2PerKwh = 380;
        QCOMPARE(w->desktop.energy.setTariff(tariff), QString());
        QTRY_VERIFY(w->shows(u"CO₂"_s));
    }

    void saysWhatWentWrong()
    {
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::CannotRead;
        w->desktop.energy.setProblem(problem);
        QVERIFY(w->load(u"EnergyPage"_s));
        QTRY_VERIFY(w->shows(problem.sentence()));
        w->desktop.energy.setProblem({});
        QVERIFY(w->clickOn(u"Retry"_s));
        QTRY_VERIFY(!w->shows(problem.sentence()));
        QTRY_VERIFY(chart(u"Energy, November 2025"_s));
    }

    void isEmptyBeforeTheFirstReport()
    {
        w->desktop.energy.setFirstUtcMs(w->clock.utcMs() + 86'400'000);
        QVERIFY(w->load(u"EnergyPage"_s));
        QTRY_VERIFY(w->shows(u"Nothing measured yet"_s));
        QVERIFY(!w->shows(u"Open the demo"_s)); // these outlets are real
    }

    void simulatedOutletsHaveNoPastButTheDemoHas()
    {
        for (Outlet *outlet : w->desktop.engine.registry().outlets())
            w->desktop.engine.registry().forget(outlet);
        w->desktop.app.addSimulated();
        w->desktop.energy.setFirstUtcMs(w->clock.utcMs() + 86'400'000); // nothing is kept
        QVERIFY(w->load(u"EnergyPage"_s));
        QTRY_VERIFY(w->shows(u"Nothing measured yet"_s));
        const QSignalSpy told(&w->desktop.app, &App::snack);
        QVERIFY(w->clickOn(u"Open the demo"_s));
        QCOMPARE(w->desktop.engine.demosOpened, 1);
        QCOMPARE(told.size(), 1);
    }

    void exportsWhatIsShown()
    {
        QVERIFY(open());
        QSignalSpy asked(&w->desktop.app, &App::askExportOf);
        QVERIFY(w->clickOn(u"Export CSV"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"2025-11-01"_s);
        QCOMPARE(asked.first().at(1).toString(), u"2025-11-18"_s); // the rest is still to come
        QVERIFY(asked.first().at(2).toStringList().contains(w->face(u"Freezer"_s)->outletId()));
        QVERIFY(w->clickOn(u"Back in time (Page up)"_s));
        QTRY_VERIFY(w->shows(u"October 2025"_s));
        QVERIFY(w->clickOn(u"Export CSV"_s));
        QCOMPARE(asked.at(1).at(1).toString(), u"2025-10-31"_s);
        // Without room beside the title it is in a menu.
        w->window()->resize(420, 800);
        QVERIFY(w->clickOn(u"Report and export"_s));
        QVERIFY(w->clickMenu(u"Export CSV"_s));
        QTRY_COMPARE(asked.size(), 3);
        // Nothing stands out of the window, however wide it is.
        for (const int width : {640, 800, 1008, 1280}) {
            w->window()->resize(width, 800);
            QVERIFY(w->drawn());
            QQuickItem *more = w->find(u"Report and export"_s);
            QQuickItem *last = more ? more : w->find(u"Export CSV"_s);
            QVERIFY(last);
            QVERIFY2(last->mapToScene({last->width(), 0}).x() <= width,
                     qPrintable(QString::number(width)));
        }
    }

    void theReportIsSaved()
    {
        QVERIFY(open());
        QSignalSpy report(w->page(), SIGNAL(reportRequested(QString)));
        QVERIFY(w->clickOn(u"Report"_s));
        QCOMPARE(report.size(), 1);
        QCOMPARE(report.first().first().toString(), u"2025-11-18"_s);

        QVERIFY(w->load(u"ReportPage"_s, {{u"month"_s, u"2025-10-18"_s}}));
        QTRY_VERIFY(w->shows(u"October 2025"_s));
        const auto paper = [this] {
            for (QAccessibleInterface *each : w->reachable()) {
                if (each->role() == QAccessible::Graphic)
                    return each->text(QAccessible::Name);
            }
            return QString();
        };
        QTRY_VERIFY(paper().startsWith(u"Energy report, October 2025"_s));
        QTemporaryDir folder;
        QVERIFY(w->clickOn(u"Save as PDF"_s));
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY([&dialog] {
            for (QWidget *each : QApplication::topLevelWidgets()) {
                if (each->isVisible() && qobject_cast<QFileDialog *>(each))
                    dialog = qobject_cast<QFileDialog *>(each);
            }
            return dialog != nullptr;
        }());
        auto *name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(folder.filePath(u"mine.pdf"_s)); // selectFile() leaves a field with the focus
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(w->shows(u"Saved to mine.pdf"_s));
        QVERIFY(QFile::exists(folder.filePath(u"mine.pdf"_s)));
        QVERIFY(w->clickOn(u"Back in time (Page up)"_s));
        QTRY_VERIFY(paper().startsWith(u"Energy report, September 2025"_s));
        // Where it is too small to be read it can be enlarged, and moved by keys.
        QVERIFY(!w->find(u"Enlarge (Ctrl++)"_s));
        w->window()->resize(420, 800);
        QVERIFY(w->clickOn(u"Enlarge (Ctrl++)"_s));
        QTRY_VERIFY(w->find(u"Fit to the window (Ctrl+−)"_s));
        const auto left = [this] {
            for (QAccessibleInterface *each : w->reachable()) {
                if (each->role() == QAccessible::Graphic)
                    return qobject_cast<QQuickItem *>(each->object())->mapToScene({}).x();
            }
            return 0.0;
        };
        const double before = left();
        w->key(Qt::Key_Right);
        QTRY_COMPARE(left(), before - 80);
        w->key(Qt::Key_Left);
        QTRY_COMPARE(left(), before);
        QVERIFY(w->clickOn(u"Fit to the window (Ctrl+−)"_s));
        QTRY_VERIFY(w->find(u"Enlarge (Ctrl++)"_s));
    }
};

QTEST_MAIN(TestEnergyPage)
#include "tst_energy_page.moc"
