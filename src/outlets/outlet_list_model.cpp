// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/outlet_list_model.h"

#include "outlets/outlet_registry.h"

namespace outlet {

OutletListModel::OutletListModel(OutletRegistry &registry, QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(registry.outlets())
{
    for (Outlet *outlet : std::as_const(m_rows))
        watch(outlet);
    connect(&registry, &OutletRegistry::outletAdded, this, [this](Outlet *outlet, int index) {
        beginInsertRows({}, index, index);
        m_rows.insert(index, outlet);
        endInsertRows();
        watch(outlet);
    });
    connect(&registry, &OutletRegistry::outletAboutToBeRemoved, this, [this](Outlet *, int index) {
        beginRemoveRows({}, index, index);
        m_rows.removeAt(index);
        endRemoveRows();
    });
    connect(&registry, &OutletRegistry::outletMoved, this, [this](int from, int to) {
        // Qt counts the destination before the row is taken out.
        if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
            return;
        m_rows.move(from, to);
        endMoveRows();
    });
}

int OutletListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant OutletListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    Outlet *outlet = m_rows.at(index.row());
    switch (role) {
    case OutletRole:
        return QVariant::fromValue(outlet);
    case IdRole:
        return outlet->id();
    case Qt::DisplayRole:
    case NameRole:
        return outlet->displayName();
    case RoomRole:
        return outlet->record().room;
    case DecisionRole:
        return static_cast<int>(outlet->decision());
    case LinkStateRole:
        return static_cast<int>(outlet->linkState());
    case RelayRole:
        return outlet->relay() ? QVariant(*outlet->relay()) : QVariant();
    case PowerRole:
        return outlet->reading() && outlet->reading()->powerWatts
                   ? QVariant(*outlet->reading()->powerWatts)
                   : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> OutletListModel::roleNames() const
{
    return {{OutletRole, "outlet"}, {IdRole, "outletId"},       {NameRole, "name"},
            {RoomRole, "room"},     {DecisionRole, "decision"}, {LinkStateRole, "linkState"},
            {RelayRole, "relay"},   {PowerRole, "powerWatts"}};
}

void OutletListModel::watch(Outlet *outlet)
{
    connect(outlet, &Outlet::recordChanged, this, [this, outlet] {
        changed(outlet, {Qt::DisplayRole, NameRole, RoomRole, DecisionRole});
    });
    connect(outlet, &Outlet::linkStateChanged, this,
            [this, outlet] { changed(outlet, {LinkStateRole}); });
    connect(outlet, &Outlet::relayChanged, this, [this, outlet] { changed(outlet, {RelayRole}); });
    connect(outlet, &Outlet::readingChanged, this,
            [this, outlet] { changed(outlet, {PowerRole}); });
}

void OutletListModel::changed(Outlet *outlet, const QList<int> &roles)
{
    const QModelIndex row = index(outlet->record().position);
    // The position lags behind while rows move; then the row is looked for.
    const QModelIndex found = row.isValid() && m_rows.at(row.row()) == outlet
                                  ? row
                                  : index(static_cast<int>(m_rows.indexOf(outlet)));
    if (found.isValid())
        Q_EMIT dataChanged(found, found, roles);
}

} // namespace outlet
