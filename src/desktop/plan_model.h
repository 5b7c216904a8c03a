// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QDate>
#include <QtQml/qqmlregistration.h>

#include "tariff/tariff.h"

namespace outlet {

/// The price plans in finished texts, the oldest first. Main thread.
class PlanModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from Prices")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        WhenRole,   ///< "From Oct 1, 2025"
        PricesRole, ///< "2 periods, $0.13 to $0.24/kWh"
        StateRole,  ///< "Used now"
        ToneRole,   ///< Ui::Tone of the state
    };

    using QAbstractListModel::QAbstractListModel;

    void load(const Tariff &tariff, QDate today, const QString &currency);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return int(m_tariff.plans.size()); }

Q_SIGNALS:
    void countChanged();

private:
    Tariff m_tariff;
    QDate m_today;
    QString m_currency;
};

} // namespace outlet
