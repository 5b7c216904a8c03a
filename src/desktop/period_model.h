// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "tariff/tariff.h"

namespace outlet {

/// The periods of a plan that is being edited: names and prices as they are typed, with what is
/// wrong with them. Main thread.
class PeriodModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from PlanEditor")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        PriceRole,      ///< as typed
        NameErrorRole,  ///< empty = none
        PriceErrorRole, ///< empty = none
    };
    static constexpr int kMost = 6;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// Takes over what a plan has; prices are written in \a currency.
    void load(const QList<PricePeriod> &periods, const QString &currency);
    void append(const PricePeriod &period);
    void remove(int index);
    Q_INVOKABLE void setName(int index, const QString &name);
    Q_INVOKABLE void setPrice(int index, const QString &text);

    /// What is typed, with 0 for prices that are none.
    [[nodiscard]] QList<PricePeriod> periods() const;
    [[nodiscard]] QString name(int index) const;
    /// Nothing is wrong with any of them.
    [[nodiscard]] bool isValid() const;

Q_SIGNALS:
    void countChanged();
    /// A name or a price changed.
    void edited();

private:
    struct Row
    {
        QString name;
        QString price;
    };
    [[nodiscard]] QString nameError(int index) const;
    [[nodiscard]] QString priceError(int index) const;
    [[nodiscard]] Row rowOf(const PricePeriod &period) const;
    void changed();

    QList<Row> m_rows;
    QString m_currency;
};

} // namespace outlet
