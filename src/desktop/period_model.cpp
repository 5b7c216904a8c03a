// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/period_model.h"

#include "desktop/format.h"
#include "desktop/plan_words.h"

namespace outlet {

int PeriodModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PeriodModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case NameRole:
        return row.name;
    case PriceRole:
        return row.price;
    case NameErrorRole:
        return nameError(index.row());
    case PriceErrorRole:
        return priceError(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> PeriodModel::roleNames() const
{
    return {{NameRole, "name"},
            {PriceRole, "price"},
            {NameErrorRole, "nameError"},
            {PriceErrorRole, "priceError"}};
}

PeriodModel::Row PeriodModel::rowOf(const PricePeriod &period) const
{
    return {period.name, Format::price(period.pricePerKwhE4, m_currency)};
}

void PeriodModel::load(const QList<PricePeriod> &periods, const QString &currency)
{
    beginResetModel();
    m_currency = currency;
    m_rows.clear();
    for (const PricePeriod &period : periods)
        m_rows.append(rowOf(period));
    endResetModel();
    Q_EMIT countChanged();
}

void PeriodModel::append(const PricePeriod &period)
{
    if (count() >= kMost)
        return;
    beginInsertRows({}, count(), count());
    m_rows.append(rowOf(period));
    endInsertRows();
    Q_EMIT countChanged();
    changed();
}

void PeriodModel::remove(int index)
{
    if (index < 0 || index >= count())
        return;
    beginRemoveRows({}, index, index);
    m_rows.removeAt(index);
    endRemoveRows();
    Q_EMIT countChanged();
    changed();
}

void PeriodModel::setName(int index, const QString &name)
{
    if (index < 0 || index >= count() || m_rows.at(index).name == name)
        return;
    m_rows[index].name = name;
    changed();
}

void PeriodModel::setPrice(int index, const QString &text)
{
    if (index < 0 || index >= count() || m_rows.at(index).price == text)
        return;
    m_rows[index].price = text;
    changed();
}

void PeriodModel::changed()
{
    // A name may be wrong because of another one.
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    Q_EMIT edited();
}

QList<PricePeriod> PeriodModel::periods() const
{
    QList<PricePeriod> periods;
    for (const Row &row : m_rows)
        periods.append(
            {row.name.trimmed(), PlanWords::priceFromText(row.price, m_currency).value_or(0)});
    return periods;
}

QString PeriodModel::name(int index) const
{
    return index >= 0 && index < count() ? m_rows.at(index).name.trimmed() : QString();
}

QString PeriodModel::nameError(int index) const
{
    const QString name = m_rows.at(index).name.trimmed();
    if (count() > 1 && name.isEmpty())
        return tr("Give each period a name.");
    for (int other = 0; other < index; ++other) {
        if (m_rows.at(other).name.trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return tr("Two periods are called “%1”.").arg(name);
    }
    return {};
}

QString PeriodModel::priceError(int index) const
{
    return PlanWords::priceFromText(m_rows.at(index).price, m_currency)
               ? QString()
               : PlanWords::priceExpected();
}

bool PeriodModel::isValid() const
{
    for (int i = 0; i < count(); ++i) {
        if (!nameError(i).isEmpty() || !priceError(i).isEmpty())
            return false;
    }
    return true;
}

} // namespace outlet
