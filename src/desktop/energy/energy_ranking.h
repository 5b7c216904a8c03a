// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace outlet {

/// Which outlet used how much, as finished texts, for QML lists. Rows that stay are changed, not
/// made anew, so that focus stays where it is. Main thread.
class EnergyRanking : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from an EnergyView")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    struct Row
    {
        QString outletId;
        QString name;
        QString icon;
        int color = 0;       ///< of its bars: 1 to 8, 0 = accent
        double fraction = 0; ///< of the largest
        QString value;       ///< "62.7 kWh"
        QString details;     ///< "45% · $10.77"
        QString note;        ///< "46 min missing"; or empty
        friend bool operator==(const Row &, const Row &) = default;
    };
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,
        IconRole,
        ColorRole,
        FractionRole,
        ValueRole,
        DetailsRole,
        NoteRole,
        WordsRole ///< all of it in one sentence
    };
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QList<Row> m_rows;
};

} // namespace outlet
