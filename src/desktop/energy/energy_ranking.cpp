// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_ranking.h"

#include <algorithm>

namespace outlet {

void EnergyRanking::setRows(const QList<Row> &rows)
{
    const auto sameOutlet = [](const Row &a, const Row &b) { return a.outletId == b.outletId; };
    if (!std::is_permutation(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameOutlet)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (int to = 0; to < count(); ++to) {
        int from = to;
        while (m_rows.at(from).outletId != rows.at(to).outletId)
            ++from;
        if (from != to) {
            beginMoveRows({}, from, from, {}, to);
            m_rows.move(from, to);
            endMoveRows();
        }
        if (m_rows.at(to) != rows.at(to)) {
            m_rows[to] = rows.at(to);
            Q_EMIT dataChanged(index(to), index(to));
        }
    }
}

int EnergyRanking::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EnergyRanking::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.outletId;
    case NameRole:
    case Qt::DisplayRole:
        return row.name;
    case IconRole:
        return row.icon;
    case ColorRole:
        return row.color;
    case FractionRole:
        return row.fraction;
    case ValueRole:
        return row.value;
    case DetailsRole:
        return row.details;
    case NoteRole:
        return row.note;
    case WordsRole: {
        QStringList words{row.name, row.value, row.details, row.note};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> EnergyRanking::roleNames() const
{
    return {{IdRole, "outletId"},     {NameRole, "name"},         {IconRole, "iconName"},
            {ColorRole, "color"},     {FractionRole, "fraction"}, {ValueRole, "value"},
            {DetailsRole, "details"}, {NoteRole, "note"},         {WordsRole, "words"}};
}

} // namespace outlet
