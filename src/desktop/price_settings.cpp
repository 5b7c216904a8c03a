// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/price_settings.h"

#include <QtCore/QPointer>
#include <QtQml/QQmlEngine>
#include <algorithm>

#include "app/energy_source.h"
#include "desktop/app.h"
#include "desktop/currencies.h"
#include "desktop/plan_words.h"

namespace outlet {

namespace {

QPointer<PriceSettings> latest;

} // namespace

PriceSettings::PriceSettings(EnergySource *source, Clock &clock, App &app, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_source(source)
    , m_clock(clock)
{
    latest = this;
    if (!m_source)
        return;
    connect(m_source, &EnergySource::tariffChanged, this, &PriceSettings::load);
    // Another zone, another today.
    connect(m_source, &EnergySource::rewritten, this, &PriceSettings::load);
    load();
}

PriceSettings::~PriceSettings() = default;

PriceSettings *PriceSettings::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(latest, QQmlEngine::CppOwnership);
    return latest;
}

Tariff PriceSettings::tariff() const
{
    return m_source ? m_source->tariff() : Tariff();
}

QDate PriceSettings::todaysDate() const
{
    return m_source ? m_source->calendar().date(m_clock.utcMs()) : QDate();
}

QString PriceSettings::today() const
{
    return todaysDate().toString(Qt::ISODate);
}

QString PriceSettings::currencyCode() const
{
    return m_source ? m_source->currency() : QString();
}

void PriceSettings::load()
{
    m_plans.load(tariff(), todaysDate(), currencyCode());
    if (m_editor.edited())
        m_editor.setTariff(tariff()); // what is typed stays
    else if (m_editor.active() && m_current >= 0 && m_current < m_plans.count())
        edit(m_current);
    else if (m_editor.active())
        discard();
    Q_EMIT tariffChanged();
}

void PriceSettings::setCurrent(int index)
{
    if (index == m_current)
        return;
    m_current = index;
    Q_EMIT currentChanged();
}

void PriceSettings::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

bool PriceSettings::put(const Tariff &tariff)
{
    if (!m_source)
        return false;
    setProblem(m_source->setTariff(tariff));
    return m_problem.isEmpty();
}

void PriceSettings::showUsed()
{
    if (m_editor.active() && (m_editor.edited() || m_current >= 0))
        return;
    const int used = planOn(tariff(), todaysDate());
    if (used >= 0)
        edit(used);
}

void PriceSettings::edit(int index)
{
    if (index < 0 || index >= m_plans.count())
        return;
    setProblem({});
    setCurrent(index);
    m_editor.edit(tariff(), index, todaysDate(), currencyCode());
}

QDate PriceSettings::freeMonthFrom(QDate date) const
{
    const QList<PricePlan> plans = tariff().plans;
    QDate first(date.year(), date.month(), 1);
    if (first < date)
        first = first.addMonths(1);
    while (std::any_of(plans.cbegin(), plans.cend(),
                       [first](const PricePlan &plan) { return plan.validFrom == first; }))
        first = first.addMonths(1);
    return first;
}

void PriceSettings::newPlan()
{
    const Tariff all = tariff();
    PricePlan plan;
    plan.periods = {{QString(), 0}};
    if (const int used = planOn(all, todaysDate()); used >= 0) {
        plan.periods.first().pricePerKwhE4 = all.plans.at(used).periods.constFirst().pricePerKwhE4;
        plan.standingChargePerDayE4 = all.plans.at(used).standingChargePerDayE4;
        plan.validFrom = freeMonthFrom(todaysDate());
    } else {
        plan.validFrom = QDate(todaysDate().year(), 1, 1);
    }
    setProblem({});
    setCurrent(-1);
    m_editor.begin(plan, all, todaysDate(), currencyCode());
}

void PriceSettings::duplicate(int index)
{
    const Tariff all = tariff();
    if (index < 0 || index >= all.plans.size())
        return;
    PricePlan plan = all.plans.at(index);
    plan.name = tr("%1 (copy)").arg(PlanWords::title(plan)).left(80);
    plan.validFrom = freeMonthFrom(std::max(todaysDate(), plan.validFrom));
    setProblem({});
    setCurrent(-1);
    m_editor.begin(plan, all, todaysDate(), currencyCode());
}

void PriceSettings::remove(int index)
{
    const Tariff before = tariff();
    if (index < 0 || index >= before.plans.size())
        return;
    Tariff after = before;
    const PricePlan gone = after.plans.takeAt(index);
    const bool isEdited = m_current == index;
    if (isEdited)
        m_editor.clear();
    if (isEdited)
        setCurrent(-1);
    else if (m_current > index)
        setCurrent(m_current - 1);
    if (!put(after))
        return;
    m_app.offerUndo(tr("%1 is deleted").arg(PlanWords::title(gone)), [this, gone] {
        Tariff now = tariff();
        const auto place =
            std::find_if(now.plans.cbegin(), now.plans.cend(), [&gone](const PricePlan &plan) {
                return plan.validFrom >= gone.validFrom;
            });
        now.plans.insert(place, gone);
        if (put(now) && !m_editor.edited())
            edit(int(now.plans.indexOf(gone)));
    });
}

bool PriceSettings::save()
{
    if (!m_editor.canSave())
        return false;
    const Tariff result = m_editor.result();
    const PricePlan saved = m_editor.plan();
    if (!put(result))
        return false;
    edit(int(tariff().plans.indexOf(saved)));
    return true;
}

void PriceSettings::discard()
{
    setProblem({});
    if (m_current >= 0 && m_current < m_plans.count()) {
        edit(m_current);
        return;
    }
    setCurrent(-1);
    m_editor.clear();
    showUsed();
}

QStringList PriceSettings::currencies() const
{
    QStringList labels{Currencies::systemLabel()};
    for (const QString &code : Currencies::codes())
        labels.append(Currencies::label(code));
    return labels;
}

int PriceSettings::currency() const
{
    const QString code = tariff().currency;
    return code.isEmpty() ? 0 : int(Currencies::codes().indexOf(code)) + 1;
}

void PriceSettings::setCurrency(int index)
{
    if (index == currency() || index < 0 || index > Currencies::codes().size())
        return;
    Tariff changed = tariff();
    changed.currency = index == 0 ? QString() : Currencies::codes().at(index - 1);
    put(changed);
}

int PriceSettings::billingDay() const
{
    return tariff().billingDay;
}

void PriceSettings::setBillingDay(int day)
{
    Tariff changed = tariff();
    if (changed.billingDay == day)
        return;
    changed.billingDay = day;
    put(changed);
}

QString PriceSettings::co2() const
{
    const auto grams = tariff().gramsCo2PerKwh;
    return grams ? QLocale().toString(*grams) : QString();
}

QString PriceSettings::takeCo2(const QString &text)
{
    Tariff changed = tariff();
    changed.gramsCo2PerKwh.reset();
    if (!text.trimmed().isEmpty()) {
        bool isNumber = false;
        const int grams = QLocale().toInt(text.trimmed(), &isNumber);
        if (!isNumber || grams < 0 || grams > kMostGramsCo2)
            return tr("Enter 0 to %1 g, or leave it empty.").arg(QLocale().toString(kMostGramsCo2));
        changed.gramsCo2PerKwh = grams;
    }
    if (changed != tariff() && !put(changed))
        return m_problem;
    return {};
}

} // namespace outlet
