// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/plan_editor.h"

#include <algorithm>

#include "desktop/format.h"
#include "desktop/plan_words.h"

namespace outlet {

PlanEditor::PlanEditor(QObject *parent)
    : QObject(parent)
{
    connect(&m_periods, &PeriodModel::edited, this, [this] {
        m_week.refresh();
        Q_EMIT changed();
    });
    connect(&m_week, &WeekEditor::edited, this, &PlanEditor::changed);
}

void PlanEditor::edit(const Tariff &tariff, qsizetype index, QDate today, const QString &currency)
{
    m_tariff = tariff;
    m_today = today;
    m_original = tariff.plans.at(index);
    load(*m_original, currency);
}

void PlanEditor::begin(const PricePlan &plan, const Tariff &tariff, QDate today,
                       const QString &currency)
{
    m_tariff = tariff;
    m_today = today;
    m_original.reset();
    load(plan, currency);
}

void PlanEditor::load(const PricePlan &plan, const QString &currency)
{
    m_isActive = true;
    m_currency = currency;
    m_name = plan.name;
    m_validFrom = plan.validFrom;
    m_isFlat = plan.periods.size() <= 1;
    m_standing = plan.standingChargePerDayE4 == 0
                     ? QString()
                     : Format::price(plan.standingChargePerDayE4, currency);
    m_periods.load(plan.periods.isEmpty() ? QList<PricePeriod>{{QString(), 0}} : plan.periods,
                   currency);
    m_week.load(plan.grid, plan.seasons);
    Q_EMIT loaded();
    Q_EMIT changed();
}

void PlanEditor::clear()
{
    m_isActive = false;
    m_original.reset();
    Q_EMIT loaded();
    Q_EMIT changed();
}

void PlanEditor::setTariff(const Tariff &tariff)
{
    m_tariff = tariff;
    Q_EMIT changed();
}

PricePlan PlanEditor::plan() const
{
    PricePlan plan;
    plan.name = m_name.trimmed();
    plan.validFrom = m_validFrom;
    plan.standingChargePerDayE4 = standingE4().value_or(0);
    plan.periods = m_periods.periods();
    if (m_isFlat) {
        plan.periods = plan.periods.mid(0, 1);
        plan.periods.first().name.clear();
    } else {
        plan.grid = m_week.grid();
        plan.seasons = m_week.seasonList();
    }
    return plan;
}

Tariff PlanEditor::result() const
{
    Tariff tariff = m_tariff;
    if (m_original)
        tariff.plans.removeIf(
            [this](const PricePlan &one) { return one.validFrom == m_original->validFrom; });
    const PricePlan added = plan();
    const auto place =
        std::find_if(tariff.plans.cbegin(), tariff.plans.cend(),
                     [&added](const PricePlan &one) { return one.validFrom >= added.validFrom; });
    tariff.plans.insert(place, added);
    return tariff;
}

void PlanEditor::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    Q_EMIT changed();
}

void PlanEditor::setFlat(bool flat)
{
    if (flat == m_isFlat)
        return;
    m_isFlat = flat;
    if (!flat && m_periods.count() == 1) {
        if (m_periods.name(0).isEmpty())
            m_periods.setName(0, tr("Off-peak"));
        m_periods.append({tr("Peak"), m_periods.periods().constFirst().pricePerKwhE4});
        m_week.setPeriod(1);
    }
    Q_EMIT changed();
}

QString PlanEditor::validFrom() const
{
    return m_validFrom.toString(Qt::ISODate);
}

void PlanEditor::setValidFrom(const QString &iso)
{
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    if (date == m_validFrom)
        return;
    m_validFrom = date;
    Q_EMIT changed();
}

QString PlanEditor::dateError() const
{
    if (!m_isActive)
        return {};
    if (!m_validFrom.isValid())
        return tr("Enter the first day on which these prices hold.");
    for (const PricePlan &other : m_tariff.plans) {
        const bool isSelf = m_original && other.validFrom == m_original->validFrom;
        if (!isSelf && other.validFrom == m_validFrom)
            return tr("Another plan starts on %1.").arg(Format::date(m_validFrom));
    }
    return {};
}

void PlanEditor::setStanding(const QString &text)
{
    if (text == m_standing)
        return;
    m_standing = text;
    Q_EMIT changed();
}

std::optional<int> PlanEditor::standingE4() const
{
    return m_standing.trimmed().isEmpty() ? std::optional(0)
                                          : PlanWords::priceFromText(m_standing, m_currency);
}

QString PlanEditor::standingError() const
{
    return standingE4() ? QString() : PlanWords::priceExpected();
}

bool PlanEditor::isValid() const
{
    if (!dateError().isEmpty() || !standingE4())
        return false;
    if (m_isFlat)
        return PlanWords::priceFromText(
                   m_periods.data(m_periods.index(0), PeriodModel::PriceRole).toString(),
                   m_currency)
            .has_value();
    return m_periods.isValid() && m_week.isValid();
}

QString PlanEditor::note() const
{
    if (!m_isActive || !isValid())
        return {};
    return edited() ? PlanWords::recosted(m_tariff, result(), m_today)
                    : tr("Changes are saved with Save plan.");
}

bool PlanEditor::edited() const
{
    if (!m_isActive)
        return false;
    return !m_original || !isValid() || plan() != *m_original;
}

bool PlanEditor::canSave() const
{
    return edited() && isValid();
}

void PlanEditor::addPeriod()
{
    const auto isTaken = [this](const QString &name) {
        for (int i = 0; i < m_periods.count(); ++i) {
            if (m_periods.name(i).compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    QString name;
    for (const QString &one : {tr("Shoulder"), tr("Night"), tr("Weekend"), tr("Super peak")}) {
        if (!isTaken(one)) {
            name = one;
            break;
        }
    }
    m_periods.append({name, m_periods.periods().constFirst().pricePerKwhE4});
    m_week.setPeriod(m_periods.count() - 1);
}

void PlanEditor::removePeriod(int index)
{
    if (m_periods.count() <= 2 || index < 0 || index >= m_periods.count())
        return;
    m_periods.remove(index);
    m_week.removePeriod(index);
    Q_EMIT changed();
}

} // namespace outlet
