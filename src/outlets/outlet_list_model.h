// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>

namespace outlet {

class Outlet;
class OutletRegistry;

/// The registry as a list: one row per outlet, in the registry's order. Main thread.
class OutletListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        OutletRole = Qt::UserRole + 1, ///< Outlet *
        IdRole,                        ///< QString
        NameRole,                      ///< QString, Outlet::displayName()
        RoomRole,                      ///< QString
        DecisionRole,                  ///< int, outlet::Decision
        LinkStateRole,                 ///< int, outlet::LinkState
        RelayRole,                     ///< bool, or invalid when unknown
        PowerRole,                     ///< double watts, or invalid when unknown
    };

    /// \a registry must outlive the model.
    explicit OutletListModel(OutletRegistry &registry, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void watch(Outlet *outlet);
    void changed(Outlet *outlet, const QList<int> &roles);

    QList<Outlet *> m_rows;
};

} // namespace outlet
