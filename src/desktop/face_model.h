// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "desktop/outlet_face.h"
#include "desktop/ui.h"

namespace outlet {

class OutletFaces;

/// The faces with one decision, searched and sorted, for QML lists. What is unknown stands last in
/// every order but the user's own. Main thread.
class FaceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        outlet::Ui::Decision decision READ decision WRITE setDecision NOTIFY decisionChanged FINAL)
    /// Searched in name, room, model, address and id; letter case does not matter.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(outlet::Ui::Sort sort READ sortOrder WRITE setSort NOTIFY sortChanged FINAL)
    /// Rows of one room stand together; rooms by name, outlets without a room last.
    Q_PROPERTY(
        bool groupByRoom READ groupByRoom WRITE setGroupByRoom NOTIFY groupByRoomChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Says why the list is empty when a search leaves nothing; otherwise empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY emptyTextChanged FINAL)
public:
    enum Role {
        FaceRole = Qt::UserRole + 1, ///< OutletFace *
        RoomRole,                    ///< QString
        RoomHeaderRole,              ///< QString; the room on its first row when grouped, else ""
    };

    /// For QML: shows the faces of OutletFaces::shared().
    explicit FaceModel(QObject *parent = nullptr);
    explicit FaceModel(OutletFaces *faces, QObject *parent = nullptr);

    [[nodiscard]] Ui::Decision decision() const { return m_decision; }
    void setDecision(Ui::Decision decision);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] Ui::Sort sortOrder() const { return m_sort; }
    void setSort(Ui::Sort sort);
    [[nodiscard]] bool groupByRoom() const { return m_groupByRoom; }
    void setGroupByRoom(bool group);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString emptyText() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// nullptr for a row that does not exist.
    Q_INVOKABLE outlet::OutletFace *face(int row) const;
    /// Moves a row to another in the user's own order; does nothing in any other order, while
    /// searching, or grouped by room across rooms.
    Q_INVOKABLE void move(int from, int to);
    /// -1 when the outlet is not in the list.
    Q_INVOKABLE int indexOfId(const QString &id) const;

Q_SIGNALS:
    void decisionChanged();
    void searchChanged();
    void sortChanged();
    void groupByRoomChanged();
    void countChanged();
    void emptyTextChanged();

private:
    [[nodiscard]] QList<OutletFace *> wanted() const;
    [[nodiscard]] bool isWanted(const OutletFace *face) const;
    [[nodiscard]] QString roomHeader(int row) const;
    void update();
    void remove(OutletFace *face);

    OutletFaces *m_faces;
    QList<OutletFace *> m_rows;
    QStringList m_headers; ///< as told to the views, to tell what changed
    Ui::Decision m_decision = Ui::DecisionKnown;
    QString m_search;
    Ui::Sort m_sort = Ui::SortMyOrder;
    bool m_groupByRoom = false;
};

} // namespace outlet
