// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/frame_list.h"

#include <QtCore/QDateTime>
#include <algorithm>

#include "desktop/charts/time_ticks.h"

namespace outlet {

namespace {

QString clockText(qint64 utcMs)
{
    return TimeTicks::clock(QDateTime::fromMSecsSinceEpoch(utcMs).time());
}

QString lineOf(const TappedFrame &frame)
{
    return QStringLiteral("%1  %2  %3")
        .arg(QDateTime::fromMSecsSinceEpoch(frame.utcMs).toString(Qt::ISODateWithMs),
             frame.isIncoming ? QStringLiteral("in ") : QStringLiteral("out"),
             QString::fromUtf8(frame.text));
}

} // namespace

FrameList::FrameList(Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_gather(clock, [this] { taken(); })
{
}

FrameList::~FrameList()
{
    leave();
}

void FrameList::leave()
{
    m_gather.stop();
    if (!m_tap)
        return;
    m_tap->disconnect(this);
    m_tap->unwatch(m_outletId);
    m_tap = nullptr;
}

void FrameList::setSource(FrameTap *tap, const QString &outletId)
{
    leave();
    m_outletId = outletId;
    if (tap) {
        m_tap = tap;
        tap->watch(outletId);
        connect(tap, &FrameTap::frameTaken, this, [this](const QString &id) {
            if (id == m_outletId && !m_gather.isActive())
                m_gather.start(kGather);
        });
    }
    setPaused(false);
    reload();
}

const FrameRing *FrameList::ring() const
{
    return m_tap ? m_tap->find(m_outletId) : nullptr;
}

void FrameList::reload()
{
    beginResetModel();
    m_frames.clear();
    m_selected.clear();
    m_lastSelected = -1;
    m_login.reset();
    if (const FrameRing *frames = ring()) {
        m_frames = QList<TappedFrame>(frames->frames().crbegin(), frames->frames().crend());
        m_login = frames->login();
    }
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT loginChanged();
    Q_EMIT selectionChanged();
}

void FrameList::taken()
{
    const FrameRing *frames = ring();
    if (!frames)
        return;
    if (!m_paused)
        return takeNew();
    const quint64 shown = m_frames.isEmpty() ? 0 : m_frames.constFirst().number;
    m_waiting = std::count_if(frames->frames().cbegin(), frames->frames().cend(),
                              [shown](const TappedFrame &f) { return f.number > shown; });
    Q_EMIT pausedChanged();
}

void FrameList::takeNew()
{
    const FrameRing *frames = ring();
    if (!frames)
        return;
    const quint64 shown = m_frames.isEmpty() ? 0 : m_frames.constFirst().number;
    QList<TappedFrame> fresh;
    for (auto it = frames->frames().crbegin(); it != frames->frames().crend(); ++it) {
        if (it->number <= shown)
            break;
        fresh.append(*it);
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
        m_frames = fresh + m_frames;
        endInsertRows();
        if (m_lastSelected >= 0)
            m_lastSelected += static_cast<int>(fresh.size());
    }
    const auto most = FrameTap::kMostFrames;
    if (m_frames.size() > most) {
        beginRemoveRows({}, static_cast<int>(most), static_cast<int>(m_frames.size()) - 1);
        for (qsizetype i = most; i < m_frames.size(); ++i)
            m_selected.remove(m_frames.at(i).number);
        m_frames.resize(most);
        endRemoveRows();
        m_lastSelected = std::min(m_lastSelected, static_cast<int>(most) - 1);
        Q_EMIT selectionChanged();
    }
    m_login = frames->login();
    Q_EMIT countChanged();
    Q_EMIT loginChanged();
}

void FrameList::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    m_waiting = 0;
    if (!paused)
        takeNew();
    Q_EMIT pausedChanged();
}

QString FrameList::pausedText() const
{
    if (!m_paused)
        return {};
    return m_waiting == 0 ? tr("Paused") : tr("Paused, %1 new").arg(m_waiting);
}

QString FrameList::loginTime() const
{
    return m_login ? clockText(m_login->utcMs) : QString();
}

QString FrameList::loginText() const
{
    return m_login ? QString::fromUtf8(m_login->text).left(kMostChars) : QString();
}

int FrameList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FrameList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TappedFrame &frame = m_frames.at(index.row());
    switch (role) {
    case TimeRole:
        return clockText(frame.utcMs);
    case IncomingRole:
        return frame.isIncoming;
    case TextRole:
        return QString::fromUtf8(frame.text).left(kMostChars);
    case SelectedRole:
        return m_selected.contains(frame.number);
    default:
        return {};
    }
}

QHash<int, QByteArray> FrameList::roleNames() const
{
    return {{TimeRole, "time"},
            {IncomingRole, "incoming"},
            {TextRole, "frameText"},
            {SelectedRole, "selected"}};
}

void FrameList::select(int row, bool extend)
{
    if (row < 0 || row >= count())
        return;
    if (extend && m_lastSelected >= 0) {
        const auto [first, last] = std::minmax(row, m_lastSelected);
        for (int i = first; i <= last; ++i)
            m_selected.insert(m_frames.at(i).number);
    } else if (!m_selected.remove(m_frames.at(row).number)) {
        m_selected.insert(m_frames.at(row).number);
    }
    m_lastSelected = row;
    Q_EMIT dataChanged(index(0), index(count() - 1), {SelectedRole});
    Q_EMIT selectionChanged();
}

void FrameList::clearSelection()
{
    if (m_selected.isEmpty())
        return;
    m_selected.clear();
    m_lastSelected = -1;
    Q_EMIT dataChanged(index(0), index(count() - 1), {SelectedRole});
    Q_EMIT selectionChanged();
}

QString FrameList::whole(int row) const
{
    return row >= 0 && row < count() ? QString::fromUtf8(m_frames.at(row).text) : QString();
}

QString FrameList::wholeLogin() const
{
    return m_login ? QString::fromUtf8(m_login->text) : QString();
}

QString FrameList::copyText() const
{
    QStringList lines;
    for (auto it = m_frames.crbegin(); it != m_frames.crend(); ++it) {
        if (m_selected.isEmpty() || m_selected.contains(it->number))
            lines.append(lineOf(*it));
    }
    return lines.join(u'\n');
}

} // namespace outlet
