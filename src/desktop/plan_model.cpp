// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/plan_model.h"

#include "desktop/plan_words.h"

namespace outlet {

void PlanModel::load(const Tariff &tariff, QDate today, const QString &currency)
{
    if (tariff.plans.size() == m_tariff.plans.size() && !tariff.plans.isEmpty()) {
        m_tariff = tariff;
        m_today = today;
        m_currency = currency;
        Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_tariff = tariff;
    m_today = today;
    m_currency = currency;
    endResetModel();
    Q_EMIT countChanged();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const PricePlan &plan = m_tariff.plans.at(index.row());
    switch (role) {
    case TitleRole:
        return PlanWords::title(plan);
    case WhenRole:
        return PlanWords::when(m_tariff, index.row(), m_today);
    case PricesRole:
        return PlanWords::prices(plan, m_currency);
    case StateRole:
        return PlanWords::state(m_tariff, index.row(), m_today);
    case ToneRole:
        return QVariant::fromValue(PlanWords::tone(m_tariff, index.row(), m_today));
    default:
        return {};
    }
}

QHash<int, QByteArray> PlanModel::roleNames() const
{
    return {{TitleRole, "title"},
            {WhenRole, "when"},
            {PricesRole, "prices"},
            {StateRole, "stateText"},
            {ToneRole, "stateTone"}};
}

} // namespace outlet
