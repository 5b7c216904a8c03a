// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/outlet_faces.h"

#include <QtCore/QPointer>
#include <algorithm>
#include <utility>

#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

constexpr qint64 kShortestTickMs = 1000;
constexpr qint64 kLongestTickMs = 60 * 60 * 1000;
/// How many faces of removed outlets are kept; views let go of theirs long before.
constexpr qsizetype kRetired = 64;

QPointer<OutletFaces> sharedFaces;

} // namespace

OutletFaces::OutletFaces(FaceParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_timer(m_parts.clock, [this] { tick(); })
{
    const auto &outlets = m_parts.registry.outlets();
    for (int i = 0; i < outlets.size(); ++i)
        add(outlets.at(i), i);
    connect(&m_parts.registry, &OutletRegistry::outletAdded, this, &OutletFaces::add);
    connect(&m_parts.registry, &OutletRegistry::outletAboutToBeRemoved, this,
            [this](Outlet *, int index) { remove(index); });
    connect(&m_parts.registry, &OutletRegistry::outletMoved, this, [this](int from, int to) {
        m_faces.move(from, to);
        Q_EMIT moved(from, to);
    });
}

OutletFaces::~OutletFaces() = default;

OutletFaces *OutletFaces::shared()
{
    return sharedFaces;
}

void OutletFaces::share()
{
    sharedFaces = this;
}

OutletFace *OutletFaces::find(const QString &id) const
{
    const auto found = std::find_if(m_faces.begin(), m_faces.end(),
                                    [&id](OutletFace *face) { return face->outletId() == id; });
    return found == m_faces.end() ? nullptr : *found;
}

void OutletFaces::add(Outlet *outlet, int index)
{
    auto *face = new OutletFace(*outlet, m_parts, this);
    m_faces.insert(index, face);
    connect(face, &OutletFace::rescheduleNeeded, this,
            [this, face] { schedule(face->validForMs()); });
    for (const auto signal : {&OutletFace::identityChanged, &OutletFace::linkChanged})
        connect(face, signal, this, [this, face] { Q_EMIT listingChanged(face); });
    for (const auto signal : {&OutletFace::switchChanged, &OutletFace::powerChanged})
        connect(face, signal, this, [this, face] { Q_EMIT stateChanged(face); });
    connect(face, &OutletFace::ignoredByUser, this, &OutletFaces::ignoredByUser);
    Q_EMIT added(face, index);
    schedule(face->validForMs());
}

void OutletFaces::remove(int index)
{
    OutletFace *face = m_faces.takeAt(index);
    Q_EMIT removed(face);
    face->disconnect(this);
    // The outlet will be gone, but a view keeps a row until it is laid out the next time, and the
    // row goes on reading the face: it keeps what it last showed and does nothing any more.
    face->detach();
    m_retired.append(face);
    if (m_retired.size() > kRetired)
        m_retired.takeFirst()->deleteLater();
}

void OutletFaces::refreshAll()
{
    m_timer.stop();
    tick();
}

void OutletFaces::tick()
{
    qint64 validFor = TimedText::kForever;
    for (OutletFace *face : std::as_const(m_faces)) {
        face->refresh();
        validFor = std::min(validFor, face->validForMs());
    }
    schedule(validFor);
}

void OutletFaces::schedule(qint64 validForMs)
{
    if (m_faces.isEmpty())
        return;
    // All texts share one tick, so it need not be exact to the millisecond: never twice a second.
    const qint64 delay = std::clamp(validForMs, kShortestTickMs, kLongestTickMs);
    const qint64 due = m_parts.clock.monotonic().count() + delay;
    if (m_timer.isActive() && m_dueMonotonicMs <= due)
        return;
    m_dueMonotonicMs = due;
    m_timer.start(std::chrono::milliseconds(delay));
}

} // namespace outlet
