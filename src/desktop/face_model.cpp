// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/face_model.h"

#include <QtCore/QCollator>
#include <algorithm>

#include "desktop/outlet_faces.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

/// Texts by the locale's order, empty ones last.
bool textBefore(const QCollator &collator, const QString &a, const QString &b)
{
    if (a.isEmpty() != b.isEmpty())
        return b.isEmpty();
    return collator.compare(a, b) < 0;
}

} // namespace

FaceModel::FaceModel(QObject *parent)
    : FaceModel(OutletFaces::shared(), parent)
{
}

FaceModel::FaceModel(OutletFaces *faces, QObject *parent)
    : QAbstractListModel(parent)
    , m_faces(faces)
{
    if (!m_faces)
        return; // a QML tool shows the page without an engine
    connect(m_faces, &OutletFaces::added, this, &FaceModel::update);
    connect(m_faces, &OutletFaces::moved, this, &FaceModel::update);
    connect(m_faces, &OutletFaces::listingChanged, this, &FaceModel::update);
    connect(m_faces, &OutletFaces::removed, this, &FaceModel::remove);
    update();
}

void FaceModel::setDecision(Ui::Decision decision)
{
    if (decision == m_decision)
        return;
    m_decision = decision;
    Q_EMIT decisionChanged();
    update();
}

void FaceModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    m_search = search;
    Q_EMIT searchChanged();
    update();
    Q_EMIT emptyTextChanged();
}

void FaceModel::setSort(Ui::Sort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    Q_EMIT sortChanged();
    update();
}

void FaceModel::setGroupByRoom(bool group)
{
    if (group == m_groupByRoom)
        return;
    m_groupByRoom = group;
    Q_EMIT groupByRoomChanged();
    update();
}

QString FaceModel::emptyText() const
{
    const QString text = m_search.trimmed();
    return m_rows.isEmpty() && !text.isEmpty() ? tr("No outlet matches “%1”").arg(text) : QString();
}

int FaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    OutletFace *face = m_rows.at(index.row());
    switch (role) {
    case FaceRole:
        return QVariant::fromValue(face);
    case Qt::DisplayRole:
        return face->name();
    case RoomRole:
        return face->room();
    case RoomHeaderRole:
        return m_headers.value(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> FaceModel::roleNames() const
{
    return {{FaceRole, "face"}, {RoomRole, "room"}, {RoomHeaderRole, "roomHeader"}};
}

OutletFace *FaceModel::face(int row) const
{
    return m_rows.value(row);
}

int FaceModel::indexOfId(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const OutletFace *face) {
        return face->outletId() == id;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void FaceModel::move(int from, int to)
{
    if (m_sort != Ui::SortMyOrder || !m_search.trimmed().isEmpty() || from == to)
        return;
    OutletFace *moving = face(from);
    const OutletFace *target = face(to);
    if (!moving || !target || (m_groupByRoom && moving->room() != target->room()))
        return;
    // The registry's order holds the outlets of every decision; the target tells the place in it.
    m_faces->parts().registry.move(moving->outlet(),
                                   static_cast<int>(m_faces->all().indexOf(target)));
}

bool FaceModel::isWanted(const OutletFace *face) const
{
    if (face->decision() != m_decision)
        return false;
    const QString text = m_search.trimmed();
    if (text.isEmpty())
        return true;
    for (const QString &field : {face->name(), face->room(), face->modelLabel(), face->address(),
                                 face->outletId(), face->hasName() ? QString() : face->newTitle()})
        if (field.contains(text, Qt::CaseInsensitive))
            return true;
    return false;
}

QList<OutletFace *> FaceModel::wanted() const
{
    QList<OutletFace *> rows;
    for (OutletFace *face : m_faces->all())
        if (isWanted(face))
            rows.append(face);
    QCollator collator{QLocale()};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    const auto sortBy = [&rows](const auto &before) {
        std::stable_sort(rows.begin(), rows.end(), before);
    };
    switch (m_sort) {
    case Ui::SortMyOrder:
        break;
    case Ui::SortName:
        sortBy([&](const auto *a, const auto *b) {
            return textBefore(collator, a->name(), b->name());
        });
        break;
    case Ui::SortRoom:
        sortBy([&](const auto *a, const auto *b) {
            return textBefore(collator, a->room(), b->room());
        });
        break;
    case Ui::SortSignal: // the strongest first
        sortBy([](const auto *a, const auto *b) {
            constexpr int kUnknownIsLast = -1000;
            return a->outlet()->signalDbm().value_or(kUnknownIsLast) >
                   b->outlet()->signalDbm().value_or(kUnknownIsLast);
        });
        break;
    case Ui::SortLastSeen: // the latest first; never seen is 0 and so last
        sortBy([](const auto *a, const auto *b) {
            return a->outlet()->lastSeenUtcMs() > b->outlet()->lastSeenUtcMs();
        });
        break;
    }
    if (m_groupByRoom)
        sortBy([&](const auto *a, const auto *b) {
            return textBefore(collator, a->room(), b->room());
        });
    return rows;
}

QString FaceModel::roomHeader(int row) const
{
    if (!m_groupByRoom)
        return {};
    const QString room = m_rows.at(row)->room();
    if (row > 0 && m_rows.at(row - 1)->room() == room)
        return {};
    return room.isEmpty() ? tr("No room") : room;
}

void FaceModel::remove(OutletFace *face)
{
    const int row = static_cast<int>(m_rows.indexOf(face));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_headers.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
    Q_EMIT emptyTextChanged();
    update(); // the next row may have become the first of its room
}

/// Brings the rows to what is wanted with as few removals, insertions and moves as tell the truth,
/// so that views keep their delegates.
void FaceModel::update()
{
    QList<OutletFace *> rows = wanted();
    const int countBefore = count();
    for (int row = count() - 1; row >= 0; --row) {
        if (rows.contains(m_rows.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_headers.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        OutletFace *face = rows.at(row);
        const int from = static_cast<int>(m_rows.indexOf(face, row));
        if (from == row)
            continue;
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, face);
            m_headers.insert(row, QString());
            endInsertRows();
        } else if (beginMoveRows({}, from, from, {}, row)) {
            m_rows.move(from, row);
            m_headers.move(from, row);
            endMoveRows();
        }
    }
    for (int row = 0; row < count(); ++row) {
        const QString header = roomHeader(row);
        if (header == m_headers.at(row))
            continue;
        m_headers[row] = header;
        Q_EMIT dataChanged(index(row), index(row), {RoomHeaderRole});
    }
    if (count() != countBefore) {
        Q_EMIT countChanged();
        Q_EMIT emptyTextChanged();
    }
}

} // namespace outlet
