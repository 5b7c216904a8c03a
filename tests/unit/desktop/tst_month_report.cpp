// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtPrintSupport/QPrinter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <cmath>

#include "desktop/outlet_faces.h"
#include "desktop/report/report_view.h"
#include "desktop_fixture.h"
#include "hourly_energy.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr qint64 kHour = 3'600'000;

qint64 at(const char *iso)
{
    return *LocalCalendar(QTimeZone("America/New_York"), Qt::Sunday)
                .instantFromText(QString::fromLatin1(iso));
}

} // namespace

/// The monthly report: what it says, and what comes out of screen, PDF and printer.
class TestMonthReport : public QObject
{
    Q_OBJECT

    std::unique_ptr<DesktopFixture> m_home;
    std::unique_ptr<HourlyEnergy> m_energy;
    std::unique_ptr<OutletFaces> m_faces;
    QStringList m_ids;

    void addOutlet(const QString &name, const QString &room = {})
    {
        m_ids.append(m_home->addKnown(name, room)->id());
        m_energy->firsts[m_ids.constLast()] = at("2024-01-01");
    }
    /// The report of a month.
    MonthReport report(const char *day)
    {
        const EnergyPeriod month(EnergyPeriod::Kind::Month, at(day), m_energy->local,
                                 m_energy->prices.billingDay);
        MonthReportInput input;
        input.period = month;
        for (const QString &id : m_ids)
            input.outlets.append({id,
                                  m_faces->find(id)->name(),
                                  m_faces->find(id)->room(),
                                  {},
                                  0,
                                  m_energy->firsts.contains(id)
                                      ? std::optional(m_energy->firsts[id])
                                      : std::nullopt});
        input.days = m_energy->reply(m_ids, month.edges());
        input.before = m_energy->reply(m_ids, month.previous().edges());
        input.hours =
            m_energy->reply(m_ids, m_energy->local.edges(month.range(), CalendarUnit::Hour));
        input.tariff = m_energy->prices;
        input.currency = QStringLiteral("USD");
        input.nowUtcMs = m_home->clock.utcMs();
        return makeMonthReport(input);
    }
    static QString figure(const MonthReport &report, const QString &label)
    {
        for (const MonthReport::Figure &each : report.figures) {
            if (each.label == label)
                return plain(each.value + u'|' + each.note);
        }
        return {};
    }
    static QString cells(const MonthReport::Row &row) { return plain(row.cells.join(u'|')); }

    /// The text of a PDF as a reader finds it.
    static QString textOf(const QByteArray &pdf)
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (tool.isEmpty())
            return QStringLiteral("pdftotext is missing: install poppler-utils");
        QProcess process;
        process.start(tool, {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
        process.write(pdf);
        process.closeWriteChannel();
        process.waitForFinished();
        return plain(QString::fromUtf8(process.readAllStandardOutput()));
    }
    static int pagesOf(const QByteArray &pdf) { return textOf(pdf).count(QChar(u'\f')); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<DesktopFixture>();
        m_home->clock.setUtcMs(at("2025-11-01T08:00:00"));
        m_energy = std::make_unique<HourlyEnergy>(m_home->clock);
        m_energy->prices = peakPrices();
        m_faces = std::make_unique<OutletFaces>(
            FaceParts{m_home->registry, m_home->countdowns, m_home->clock,
                      [](const QString &) { return false; }, m_energy.get()});
        m_ids.clear();
        addOutlet(QStringLiteral("Space heater"), QStringLiteral("Bedroom"));
        addOutlet(QStringLiteral("Freezer"), QStringLiteral("Kitchen"));
        m_energy->joules = [this](const QString &id, qint64 utcMs) {
            return id == m_ids.first() ? (utcMs < at("2025-10-01") ? 100'000 : 200'000) : 50'000;
        };
    }
    void cleanup()
    {
        m_faces.reset();
        m_energy.reset();
        m_home.reset();
    }

    void tellsWhatTheMonthWas()
    {
        const MonthReport october = report("2025-10-15");
        QCOMPARE(october.title, QStringLiteral("Energy report, October 2025"));
        QCOMPARE(october.subtitle,
                 QStringLiteral("Oct 1 to Oct 31, 31 days, 2 outlets. Made Nov 1, 2025."));
        QCOMPARE(october.plan.join(u'|'), QStringLiteral("Time of use|from Jan 1, 2020"));
        // 31 x 96 quarter hours of 250 kJ; 5 of 24 hours are peak.
        QCOMPARE(figure(october, QStringLiteral("Energy")),
                 QStringLiteral("206.7 kWh|September: 120.0 kWh"));
        QCOMPARE(figure(october, QStringLiteral("Energy cost")),
                 QStringLiteral("$31.60|September: $18.35"));
        QCOMPARE(figure(october, QStringLiteral("Standing charge")),
                 QStringLiteral("$10.85|31 days at $0.35"));
        QCOMPARE(figure(october, QStringLiteral("Total")), QStringLiteral("$42.45|$1.37 a day"));
        QCOMPARE(october.change, QStringLiteral("+72%"));
        QCOMPARE(plain(october.changeText),
                 QStringLiteral("more energy than in September, mostly Space heater (+85.3 kWh)."));
        QCOMPARE(october.columns.join(u'|'),
                 QStringLiteral("Energy|Share|Cost|vs September|Standby|No data"));
        QCOMPARE(october.rows.size(), 2);
        QCOMPARE(october.rows.first().room, QStringLiteral("Bedroom"));
        QCOMPARE(cells(october.rows.first()), QStringLiteral("165.3 kWh|80%|$25.28|+107%|–|none"));
        QCOMPARE(cells(october.rows.at(1)), QStringLiteral("41.3 kWh|20%|$6.32|+3%|–|none"));
        QCOMPARE(cells(october.total), QStringLiteral("206.7 kWh|100%|$31.60|+72%|–|none"));
        QCOMPARE(october.rates.size(), 2);
        QCOMPARE(october.rates.first().name, QStringLiteral("Peak, $0.24/kWh"));
        QVERIFY(std::abs(october.rates.first().fraction - 5.0 / 24) < 1e-9);
        QVERIFY(october.gaps.isEmpty());
        QVERIFY(october.summary().contains(QStringLiteral("Total: $42.45")));
    }

    /// What a reader adds up in the table is the sum below it, whatever the amounts are.
    void sumsAreOfExactAmounts()
    {
        m_energy->joules = [this](const QString &id, qint64 utcMs) {
            return 1 + (utcMs / HourlyEnergy::kQuarterMs * 7919 + m_ids.indexOf(id) * 31) % 99'991;
        };
        const MonthReport october = report("2025-10-15");
        qint64 byDay = 0;
        for (const BarSeries &series : october.days.series) {
            for (const BarAmount &value : series.values)
                byDay += value.joules.value_or(0);
        }
        const EnergyPeriod month(EnergyPeriod::Kind::Month, at("2025-10-15"), m_energy->local, 1);
        const EnergyReply reply = m_energy->reply(m_ids, month.edges());
        QCOMPARE(byDay, reply.total.total.joules);
        QCOMPARE(
            figure(october, QStringLiteral("Energy cost")).section(u'|', 0, 0),
            plain(QStringLiteral("$%1").arg(double(reply.total.cost->cents()) / 100, 0, 'f', 2)));
    }

    void aMonthThatGoesOnSaysSo()
    {
        const MonthReport november = report("2025-11-01");
        QCOMPARE(november.title, QStringLiteral("Energy report, November 2025 so far"));
        QVERIFY(november.subtitle.startsWith(QStringLiteral("Nov 1 to Nov 1, 1 day, 2 outlets.")));
        QCOMPARE(figure(november, QStringLiteral("Standing charge")),
                 QStringLiteral("$0.35|1 day at $0.35"));
        QCOMPARE(november.change, QString()); // a part is not compared with a whole
        QCOMPARE(november.rows.first().cells.at(3), QStringLiteral("–"));
        for (const BarBucket &bucket : november.days.buckets)
            QVERIFY(!bucket.projected.joules); // nothing is foretold on paper
    }

    void hidesTheComparisonWhenLittleIsKnownOfTheMonthBefore()
    {
        m_energy->firsts[m_ids.first()] = at("2025-09-26");
        const MonthReport october = report("2025-10-15");
        QCOMPARE(october.change, QString()); // 58 % of September
        QCOMPARE(october.rows.first().cells.at(3), QStringLiteral("–"));
        QCOMPARE(october.rows.at(1).cells.at(3), QStringLiteral("+3%")); // of this one all is known
        QCOMPARE(october.total.cells.at(3), QStringLiteral("–"));
    }

    void doesWithoutPrices()
    {
        m_energy->prices = {};
        const MonthReport october = report("2025-10-15");
        QCOMPARE(october.figures.size(), 2);
        QCOMPARE(figure(october, QStringLiteral("A day")), QStringLiteral("6.67 kWh|"));
        QCOMPARE(october.columns.size(), 5);
        QCOMPARE(october.rows.first().cells.size(), 5);
        QVERIFY(october.rates.isEmpty());
        QCOMPARE(october.days.series.size(), 1);
        QCOMPARE(october.days.series.first().values.first().joules,
                 std::optional<qint64>(96 * 250'000));
    }

    void tellsTheCarbonWhereItIsKnown()
    {
        QCOMPARE(report("2025-10-15").carbonName, QString()); // nobody said what a kWh makes
        m_energy->prices.gramsCo2PerKwh = 380;
        const MonthReport october = report("2025-10-15");
        QCOMPARE(plain(october.carbonName), QStringLiteral("CO₂, 380 g/kWh"));
        QCOMPARE(plain(october.carbon), QStringLiteral("78.5 kg")); // of 206.67 kWh
        QVERIFY(plain(october.summary()).contains(QStringLiteral("CO₂, 380 g/kWh: 78.5 kg")));
        ReportPainter painter(october, {794, 1123}, QStringLiteral("Outlet"));
        QCOMPARE(painter.pageCount(), 1);
        // Also where there are no prices to write it below.
        m_energy->prices.plans.clear();
        QCOMPARE(plain(report("2025-10-15").carbon), QStringLiteral("78.5 kg"));
    }

    void tellsWhenPricesChanged()
    {
        PricePlan dearer = m_energy->prices.plans.first();
        dearer.validFrom = QDate(2025, 10, 16);
        dearer.name = QStringLiteral("Winter");
        dearer.periods[1].pricePerKwhE4 = 3000;
        dearer.standingChargePerDayE4 = 4000;
        m_energy->prices.plans.append(dearer);
        const MonthReport october = report("2025-10-15");
        QVERIFY(october.changeText.endsWith(QStringLiteral("Prices changed on Oct 16.")));
        QCOMPARE(october.plan.first(), QStringLiteral("Winter"));
        QCOMPARE(figure(october, QStringLiteral("Standing charge")),
                 QStringLiteral("$11.65|31 days, the price changed")); // 15 x 0.35 + 16 x 0.40
        QCOMPARE(october.rates.size(), 4);
        QCOMPARE(october.rates.first().name, QStringLiteral("Peak, $0.30/kWh"));
        qint64 joules = 0;
        for (const BarSeries &series : october.days.series)
            joules += series.values.at(20).joules.value_or(0);
        QCOMPARE(joules, 96 * 250'000);
    }

    void findsTheTimesWithoutData()
    {
        const qint64 start = at("2025-10-14T09:15:00");
        const qint64 end = at("2025-10-14T16:45:00");
        const qint64 other = at("2025-10-22T14:15:00");
        m_energy->joules = [=, this](const QString &id, qint64 utcMs) -> std::optional<qint64> {
            const bool isLong = id == m_ids.first() && utcMs >= start && utcMs < end;
            const bool isShort = id == m_ids.at(1) && utcMs >= other && utcMs < other + 1'800'000;
            return isLong || isShort ? std::nullopt : std::optional<qint64>(100'000);
        };
        const MonthReport october = report("2025-10-15");
        QCOMPARE(october.gaps.size(), 2);
        QCOMPARE(october.gaps.first().name, QStringLiteral("Space heater"));
        QCOMPARE(plain(october.gaps.first().when), QStringLiteral("Oct 14, 9:15 AM to 4:45 PM"));
        QCOMPARE(october.gaps.first().length, QStringLiteral("7 h 30 min"));
        QCOMPARE(october.gaps.at(1).length, QStringLiteral("30 min"));
        QCOMPARE(october.rows.first().name, QStringLiteral("Freezer")); // the other lost more
        QVERIFY(october.rows.first().hasGap);
        QCOMPARE(october.rows.first().cells.constLast(), QStringLiteral("30 min"));
        QCOMPARE(october.rows.at(1).cells.constLast(), QStringLiteral("7 h 30 min"));
        QCOMPARE(october.total.cells.constLast(), QStringLiteral("8 h"));
        QCOMPARE(october.days.buckets.at(13).missingMs, 7 * kHour + 1'800'000);
    }

    void anOutletThatWasNeverHeardIsUnknown()
    {
        addOutlet(QStringLiteral("Lamp"));
        m_energy->firsts.remove(m_ids.constLast());
        const MonthReport october = report("2025-10-15");
        QCOMPARE(october.rows.constLast().name, QStringLiteral("Lamp"));
        QCOMPARE(cells(october.rows.constLast()), QStringLiteral("–|–|–|–|–|none"));
        m_energy->firsts.clear();
        QVERIFY(report("2025-10-15").isEmpty);
    }

    void aPdfHasTheTextsAsText()
    {
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-10-15"));
        QTRY_VERIFY(view.isReady());
        QCOMPARE(view.title(), QStringLiteral("October 2025"));
        QCOMPARE(view.fileName(), QStringLiteral("outlet-report-2025-10.pdf"));
        const QByteArray pdf = view.pdf();
        QVERIFY(pdf.startsWith("%PDF-"));
        const QString text = textOf(pdf);
        for (const char *expected :
             {"Energy report, October 2025", "206.7", "$31.60", "$10.85", "31 days at $0.35",
              "$42.45", "Space heater", "Bedroom", "vs September", "+107%", "All outlets",
              "Peak, $0.24/kWh", "Time without data", "Not a bill and not for billing",
              "Page 1 of 1", "Energy per day"})
            QVERIFY2(
                text.contains(QString::fromLatin1(expected)),
                qPrintable(QString::fromLatin1(expected) + QStringLiteral(" is not in: ") + text));
        QCOMPARE(pagesOf(pdf), 1);
        // Letter, as the locale's printers have it.
        QVERIFY(pdf.contains("/MediaBox [0 0 612"));
        // Drawn as lines, not as one picture.
        QVERIFY(pdf.size() < 200'000);
        // Standby of the freezer: 50 kJ a quarter hour are 56 W, above its limit.
        QVERIFY(text.contains(QStringLiteral("0%")));
    }

    void eightOutletsTakeOnePageOfLetter()
    {
        for (int i = 0; i < 6; ++i)
            addOutlet(QStringLiteral("Outlet %1").arg(i + 1));
        const qint64 start = at("2025-10-14T09:15:00");
        const auto usual = m_energy->joules;
        m_energy->joules = [=](const QString &id, qint64 utcMs) -> std::optional<qint64> {
            const bool isAway = utcMs >= start && utcMs < start + 4 * kHour;
            return isAway ? std::nullopt : usual(id, utcMs);
        };
        QCOMPARE(ReportView::paper(QLocale()), QPageSize::Letter);
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-10-15"));
        QTRY_VERIFY(view.isReady());
        QCOMPARE(view.pageCount(), 1);
        const QString text = textOf(view.pdf());
        QVERIFY2(text.contains(QStringLiteral("Left out of all totals")), qPrintable(text));
        // The eight gaps do not all fit, and it says so.
        const auto shown = text.count(QStringLiteral("Oct 14, 9:15 AM to 1:15 PM"));
        QVERIFY(shown >= 2 && shown < 8);
        QVERIFY(text.contains(QStringLiteral("and %1 shorter ones").arg(8 - shown)));
    }

    void manyOutletsTakeMorePages()
    {
        for (int i = 0; i < 38; ++i)
            addOutlet(QStringLiteral("Outlet %1").arg(i + 1, 2, 10, QChar(u'0')));
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-10-15"));
        QTRY_VERIFY(view.isReady());
        QVERIFY(view.pageCount() >= 2);
        const QString text = textOf(view.pdf());
        QCOMPARE(text.count(QChar(u'\f')), view.pageCount());
        // Each page with rows has the header; each outlet stands in one row.
        for (const QString &page : text.split(QChar(u'\f'))) {
            static const QRegularExpression row(QStringLiteral("Outlet \\d\\d\\b"));
            const bool hasRows = page.contains(row); // the foot has "Outlet 0.1.0"
            QCOMPARE(page.count(QStringLiteral("Outlet and room")), hasRows ? 1 : 0);
        }
        for (int i = 0; i < 38; ++i)
            QCOMPARE(text.count(QStringLiteral("Outlet %1").arg(i + 1, 2, 10, QChar(u'0'))), 1);
        QVERIFY(text.contains(QStringLiteral("Page 2 of %1").arg(view.pageCount())));
    }

    void paintsTheSameOnAnyDevice()
    {
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-10-15"));
        QTRY_VERIFY(view.isReady());
        QImage image(view.painter()->pageSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        view.painter()->paint(painter, 0);
        painter.end();
        QCOMPARE(image.pixelColor(3, 3), QColor(Qt::white));
        int hatched = 0; // the peak's ink
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                hatched += image.pixelColor(x, y) == QColor(0xA6, 0x63, 0x00) ? 1 : 0;
        }
        QVERIFY2(hatched > 500, qPrintable(QString::number(hatched)));

        QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setPageSize(QPageSize(QPageSize::Letter));
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
        view.printOn(printer);
        QCOMPARE(view.noticeText(), QStringLiteral("Sent to the printer"));
        QFile printed(printer.outputFileName());
        QVERIFY(printed.open(QIODevice::ReadOnly));
        QVERIFY(textOf(printed.readAll()).contains(QStringLiteral("Energy report, October 2025")));
    }

    void savesAndSaysSo()
    {
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-10-15"));
        QTRY_VERIFY(view.isReady());
        QTemporaryDir folder;
        QSignalSpy saved(&view, &ReportView::saved);
        const QString path = folder.filePath(view.fileName());
        view.savePdf(path);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(view.noticeText(), QStringLiteral("Saved to outlet-report-2025-10.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));

        view.savePdf(folder.filePath(QStringLiteral("no/such/folder.pdf")));
        QTRY_COMPARE(view.noticeTone(), Ui::ToneDanger);
        QVERIFY(view.noticeText().startsWith(QStringLiteral("folder.pdf could not be saved: ")));
        QCOMPARE(saved.size(), 1);
    }

    void leafsThroughMonthsAndTriesAgain()
    {
        ReportView view(m_faces.get());
        view.setMonth(QStringLiteral("2025-11-01"));
        QTRY_VERIFY(view.isReady());
        QVERIFY(!view.canGoForward());
        QVERIFY(view.canGoBack());
        m_energy->isHeld = true;
        view.goBack();
        QVERIFY(view.loading() && view.isReady()); // what was there stays
        view.goBack();
        m_energy->release();
        QTRY_VERIFY(!view.loading());
        QCOMPARE(view.title(), QStringLiteral("September 2025"));
        QVERIFY(view.summary().startsWith(QStringLiteral("Energy report, September 2025")));
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::CannotRead;
        m_energy->problem = problem;
        view.goForward();
        QTRY_COMPARE(view.errorText(), problem.sentence());
        QVERIFY(!view.loading());
        m_energy->problem.reset();
        view.retry();
        QTRY_VERIFY(view.summary().startsWith(QStringLiteral("Energy report, October 2025")));
        QCOMPARE(view.errorText(), QString());
        view.setMonth(QStringLiteral("no date"));
        QCOMPARE(view.title(), QStringLiteral("October 2025"));
    }

    void paperFollowsTheLocale()
    {
        QCOMPARE(ReportView::paper(QLocale(QLocale::English, QLocale::UnitedStates)),
                 QPageSize::Letter);
        QCOMPARE(ReportView::paper(QLocale(QLocale::German, QLocale::Germany)), QPageSize::A4);
        QCOMPARE(ReportView::paper(QLocale(QLocale::English, QLocale::UnitedKingdom)),
                 QPageSize::A4);
    }

    void withoutAHistoryThereIsNothing()
    {
        DesktopFixture bare;
        ReportView view(&bare.faces);
        view.setMonth(QStringLiteral("2025-10-15"));
        view.goBack();
        view.retry();
        view.printReport();
        view.savePdf(QStringLiteral("/nowhere"));
        QVERIFY(!view.isReady() && !view.loading());
    }
};

QTEST_MAIN(TestMonthReport)
#include "tst_month_report.moc"
