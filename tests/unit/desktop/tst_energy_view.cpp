// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <cmath>

#include "desktop/energy/energy_view.h"
#include "desktop/outlet_faces.h"
#include "desktop_fixture.h"
#include "hourly_energy.h"

using namespace outlet;
using namespace outlet::test;
using namespace std::chrono_literals;

/// The Energy page's model: what it asks for, what it says, and how it moves through time.
class TestEnergyView : public QObject
{
    Q_OBJECT

    std::unique_ptr<DesktopFixture> m_home;
    std::unique_ptr<HourlyEnergy> m_energy;
    std::unique_ptr<OutletFaces> m_faces;
    std::unique_ptr<EnergyView> m_view;
    QString m_heater;
    QString m_freezer;

    void addOutlet(const QString &name, QString *id)
    {
        *id = m_home->addKnown(name)->id();
        m_energy->firsts[*id] = m_home->clock.utcMs() - qint64(500) * 24 * 3'600'000;
    }
    /// Answers come through the event loop.
    void settle() { QTRY_VERIFY(!m_view->loading()); }
    QStringList names() const
    {
        QStringList names;
        for (const EnergyRanking::Row &row : m_view->ranking()->rows())
            names += row.name;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<DesktopFixture>(); // 7 AM on November 18, 2025
        m_energy = std::make_unique<HourlyEnergy>(m_home->clock);
        m_energy->prices = peakPrices();
        m_faces = std::make_unique<OutletFaces>(
            FaceParts{m_home->registry, m_home->countdowns, m_home->clock,
                      [this](const QString &id) { return m_home->simulatedIds.contains(id); },
                      m_energy.get()});
        addOutlet(QStringLiteral("Space heater"), &m_heater);
        addOutlet(QStringLiteral("Freezer"), &m_freezer);
        m_energy->joules = [this](const QString &id, qint64) {
            return id == m_heater ? 200'000 : 50'000; // 222 W and 56 W
        };
        m_view = std::make_unique<EnergyView>(m_faces.get());
    }
    void cleanup()
    {
        m_view.reset();
        m_faces.reset();
        m_energy.reset();
        m_home.reset();
    }

    void asksOnlyWhenSomebodyLooks()
    {
        QVERIFY(m_view->available());
        QCOMPARE(m_energy->asked.size(), 0);
        m_energy->isHeld = true;
        m_view->setActive(true);
        QVERIFY(m_view->loading());
        m_energy->release();
        settle();
        QVERIFY(m_energy->asked.size() >= 2);
        QCOMPARE(m_view->title(), QStringLiteral("November 2025"));
        QCOMPARE(m_view->energyLabel(), QStringLiteral("Energy this month"));
        // 17 days and 7 hours at 250 kJ a quarter hour; the 2nd had 25 hours.
        const qint64 quarters = (17 * 24 + 1 + 7) * 4;
        QCOMPARE(m_view->picture().total.joules, std::optional(quarters * 250'000));
        QCOMPARE(plain(m_view->energyText()), QStringLiteral("115.6 kWh"));
        QVERIFY(m_view->costText().startsWith(u'$'));
        QCOMPARE(m_view->missingText(), QString());
        QCOMPARE(m_view->bars()->data().buckets.size(), 30);
    }

    void tellsTheCarbonWhereItIsKnown()
    {
        m_view->setActive(true);
        settle();
        QCOMPARE(m_view->carbonText(), QString());
        m_energy->prices.gramsCo2PerKwh = 380;
        Q_EMIT m_energy->tariffChanged();
        QTRY_COMPARE(plain(m_view->carbonText()), QStringLiteral("43.9 kg")); // of 115.56 kWh
    }

    void projectsTheDaysToComeAndCompares()
    {
        m_view->setActive(true);
        settle();
        QTRY_VERIFY(m_view->bars()->data().buckets.at(28).projected.joules);
        QCOMPARE(*m_view->bars()->data().buckets.at(28).projected.joules, 96 * 250'000);
        QVERIFY(m_view->running()->data().end);
        QCOMPARE(m_view->compareTitle(), QStringLiteral("Cost this month and last"));
        QCOMPARE(m_view->compareText(), QStringLiteral("3% below October")); // a day shorter
        QCOMPARE(m_view->compareTone(), Ui::ToneAccent);
        // The end that the home page shows is this one's, too.
        m_energy->projected = EnergyFigure();
        m_energy->projected->joules = 3'600'000;
        m_energy->projected->cost = Money::ofE4(395'200);
        Q_EMIT m_energy->rewritten();
        settle();
        QTRY_VERIFY(std::abs(m_view->running()->data().end.value_or(0) - 39.52) < 1e-9);
    }

    void ranksTheOutlets()
    {
        m_view->setActive(true);
        settle();
        QCOMPARE(names().join(u','), QStringLiteral("Space heater,Freezer"));
        EnergyRanking::Row row = m_view->ranking()->rows().first();
        QCOMPARE(plain(row.value), QStringLiteral("92.4 kWh"));
        QVERIFY2(row.details.startsWith(QStringLiteral("80% · $")), qPrintable(row.details));
        QCOMPARE(row.fraction, 1.0);
        QCOMPARE(m_view->ranking()->rows().at(1).fraction, 0.25);
        QVERIFY(row.color != m_view->ranking()->rows().at(1).color);

        QSignalSpy reset(m_view->ranking(), &QAbstractItemModel::modelReset);
        m_view->setSort(Ui::EnergyName);
        QCOMPARE(names().join(u','), QStringLiteral("Freezer,Space heater"));
        m_view->setByCost(true);
        row = m_view->ranking()->rows().first();
        QVERIFY(row.value.startsWith(u'$'));
        QVERIFY(plain(row.details).endsWith(QStringLiteral(" kWh")));
        QCOMPARE(reset.size(), 0); // rows are moved, not made anew
    }

    void tellsAtWhichPrices()
    {
        m_view->setActive(true);
        settle();
        QCOMPARE(m_view->rates().size(), 2);
        const QVariantMap peak = m_view->rates().first().toMap();
        QCOMPARE(peak.value(QStringLiteral("name")).toString(), QStringLiteral("Peak"));
        QCOMPARE(plain(peak.value(QStringLiteral("details")).toString()),
                 QStringLiteral("4 PM to 9 PM, $0.24/kWh"));
        QCOMPARE(peak.value(QStringLiteral("share")).toString(), QStringLiteral("20%"));
        QVERIFY(m_view->rateText().startsWith(QStringLiteral("Off-peak now")));
        m_home->advance(9h); // 4 PM
        QVERIFY2(m_view->rateText().startsWith(QStringLiteral("Peak now")),
                 qPrintable(m_view->rateText()));
        QCOMPARE(m_view->rateTone(), Ui::ToneWarn);
    }

    void doesWithoutPrices()
    {
        m_energy->prices = {};
        Q_EMIT m_energy->tariffChanged();
        m_view->setActive(true);
        settle();
        QVERIFY(!m_view->hasPrices());
        QCOMPARE(m_view->costText(), QStringLiteral("–"));
        QVERIFY(m_view->rates().isEmpty());
        QCOMPARE(m_view->rateText(), QString());
        QCOMPARE(m_view->compareTitle(), QStringLiteral("Energy this month and last"));
        m_energy->prices = peakPrices();
        Q_EMIT m_energy->tariffChanged();
        settle();
        QTRY_VERIFY(m_view->hasPrices() && m_view->rates().size() == 2);
    }

    void movesThroughTime()
    {
        m_view->setActive(true);
        settle();
        QVERIFY(m_view->canGoBack());
        QVERIFY(!m_view->canGoForward());
        m_view->goForward(); // nothing after now
        QCOMPARE(m_view->title(), QStringLiteral("November 2025"));
        m_view->goBack();
        QCOMPARE(m_view->title(), QStringLiteral("October 2025"));
        settle();
        QCOMPARE(m_view->energyLabel(), QStringLiteral("Energy"));
        QVERIFY(m_view->canGoForward());
        QVERIFY(!m_view->running()->data().end);
        m_view->setPeriod(Ui::PeriodYear);
        settle();
        QCOMPARE(m_view->title(), QStringLiteral("2025"));
        QCOMPARE(m_view->bars()->data().buckets.size(), 12);
        QVERIFY(m_view->compareText().isEmpty() ||
                m_view->compareText().contains(QStringLiteral("2024")));
        m_view->goBack();
        settle();
        QVERIFY(!m_view->canGoBack()); // the first data are of July 2024
        m_view->setPeriod(Ui::PeriodWeek);
        settle();
        QCOMPARE(m_view->title(), QStringLiteral("Dec 31, 2023 to Jan 6, 2024"));
    }

    void opensBars()
    {
        m_view->setActive(true);
        m_view->setPeriod(Ui::PeriodYear);
        settle();
        QVERIFY(m_view->canOpenBars());
        m_view->openBar(11); // December is still to come
        QCOMPARE(m_view->period(), Ui::PeriodYear);
        m_energy->isHeld = true;
        m_view->openBar(9);
        QCOMPARE(m_view->title(), QStringLiteral("October 2025"));
        m_view->openBar(3); // what is shown is still the year
        QCOMPARE(m_view->title(), QStringLiteral("October 2025"));
        m_energy->release();
        settle();
        m_view->openBar(3);
        QCOMPARE(m_view->title(), QStringLiteral("Sat, Oct 4, 2025"));
        settle();
        QCOMPARE(m_view->bars()->data().buckets.size(), 24);
        QVERIFY(!m_view->canOpenBars());
        m_view->openBar(2);
        QCOMPARE(m_view->title(), QStringLiteral("Sat, Oct 4, 2025"));
        m_view->goBack(); // the day before, then up again
        QVERIFY(m_view->goUp());
        QCOMPARE(m_view->title(), QStringLiteral("October 2025"));
        QVERIFY(m_view->goUp());
        QCOMPARE(m_view->title(), QStringLiteral("2025"));
        QVERIFY(!m_view->goUp());
    }

    void keepsTheOldPictureWhileItLoads()
    {
        m_view->setActive(true);
        settle();
        const auto before = m_view->picture().total.joules;
        m_energy->isHeld = true;
        m_view->goBack();
        QVERIFY(m_view->loading());
        QVERIFY(m_view->picture().total.joules == before);
        m_view->goBack(); // only the last wish counts
        QCOMPARE(m_view->title(), QStringLiteral("September 2025"));
        m_energy->release();
        settle();
        QCOMPARE(m_view->bars()->data().buckets.size(), 30);
        QCOMPARE(m_view->picture().total.joules, std::optional<qint64>(30 * 96 * 250'000));
    }

    void tellsWhatWentWrongAndTriesAgain()
    {
        m_view->setActive(true);
        settle();
        HistoryProblem problem;
        problem.kind = HistoryProblem::Kind::CannotRead;
        m_energy->problem = problem;
        m_view->goBack();
        settle();
        QTRY_COMPARE(m_view->errorText(), problem.sentence());
        QVERIFY(!m_view->errorText().isEmpty());
        QVERIFY(m_view->picture().total.joules); // what was there stays
        m_energy->problem.reset();
        m_view->retry();
        QCOMPARE(m_view->errorText(), QString());
        settle();
        QCOMPARE(m_view->picture().bars.buckets.size(), 31);
    }

    void followsWhatIsRecorded()
    {
        m_view->setActive(true);
        settle();
        const auto before = *m_view->picture().total.joules;
        m_home->advance(15min);
        const qint64 now = m_home->clock.utcMs();
        const qsizetype asked = m_energy->asked.size();
        Q_EMIT m_energy->recorded({QStringLiteral("another")}, {now - 1000, now});
        Q_EMIT m_energy->recorded({m_heater},
                                  {now - qint64(90) * 86'400'000, now - qint64(80) * 86'400'000});
        m_home->advance(10s);
        QCOMPARE(m_energy->asked.size(), asked); // not of what is shown
        Q_EMIT m_energy->recorded({m_heater}, {now - 1000, now});
        m_home->advance(0s);
        QVERIFY(!m_view->loading()); // quietly
        // The quarter hour that passed, and the one that has begun.
        QTRY_COMPARE(*m_view->picture().total.joules, before + 2 * 250'000);
        // Not all the time.
        const qsizetype again = m_energy->asked.size();
        Q_EMIT m_energy->recorded({m_heater}, {now - 1000, now});
        m_home->advance(4s);
        QCOMPARE(m_energy->asked.size(), again);
        m_home->advance(1s);
        QVERIFY(m_energy->asked.size() > again);
        // And not while nobody looks, but then.
        QTRY_VERIFY(!m_view->loading());
        m_view->setActive(false);
        Q_EMIT m_energy->recorded({m_heater}, {now - 1000, now});
        m_home->advance(60s);
        const qsizetype unseen = m_energy->asked.size();
        m_view->setActive(true);
        QVERIFY(m_energy->asked.size() > unseen);
    }

    void knowsItsOutlets()
    {
        m_view->setActive(true);
        settle();
        // A simulated outlet does not mix into the figures of real ones.
        QString simulated;
        addOutlet(QStringLiteral("Simulated"), &simulated);
        m_home->simulatedIds.append(simulated);
        m_faces->refreshAll();
        m_home->advance(1s);
        settle();
        QVERIFY(!names().contains(QStringLiteral("Simulated")));
        // Another name is not another question.
        const qsizetype asked = m_energy->asked.size();
        m_faces->find(m_freezer)->rename(QStringLiteral("Cold box"));
        m_home->advance(1s);
        QTRY_VERIFY(names().contains(QStringLiteral("Cold box")));
        QCOMPARE(m_energy->asked.size(), asked);
        // One that goes takes its part with it.
        m_faces->find(m_freezer)->forget();
        m_home->advance(1s);
        settle();
        QTRY_COMPARE(names().join(u','), QStringLiteral("Space heater"));
    }

    void isBlankBeforeTheFirstReport()
    {
        m_energy->firsts.clear();
        m_view->setActive(true);
        settle();
        QVERIFY(m_view->isBlank());
        QVERIFY(!m_view->canGoBack());
        QCOMPARE(m_view->energyText(), QStringLiteral("–"));
        m_energy->firsts[m_heater] = m_home->clock.utcMs() - 3'600'000;
        const qint64 now = m_home->clock.utcMs();
        Q_EMIT m_energy->recorded({m_heater}, {now - 1000, now});
        m_home->advance(6s);
        QTRY_VERIFY(!m_view->isBlank());
    }

    void saysWhenThereIsNothingInThePeriod()
    {
        m_energy->firsts[m_heater] = m_energy->firsts[m_freezer] =
            m_home->clock.utcMs() - qint64(13) * 86'400'000;
        m_view->setActive(true);
        settle();
        m_view->goBack(); // not before the first data
        QCOMPARE(m_view->title(), QStringLiteral("November 2025"));
        QVERIFY(m_view->emptyNote().startsWith(QStringLiteral("First reading: ")));
        QCOMPARE(m_view->compareText(), QString());
    }

    void doesNothingWithoutAHistory()
    {
        DesktopFixture bare;
        EnergyView view(&bare.faces);
        QVERIFY(!view.available());
        view.setActive(true);
        view.goBack();
        view.retry();
        view.openBar(0);
        view.setPeriod(Ui::PeriodYear);
        QVERIFY(!view.loading());
    }
};

QTEST_MAIN(TestEnergyView)
#include "tst_energy_view.moc"
