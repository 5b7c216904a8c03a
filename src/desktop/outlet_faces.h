// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>

#include "base/clock.h"
#include "desktop/outlet_face.h"

namespace outlet {

/// One face per outlet of the registry, in its order, and the one clock tick that they share: it
/// comes when the first text stops being true, at most once a second. Main thread.
class OutletFaces : public QObject
{
    Q_OBJECT
public:
    /// Everything in \a parts must outlive the faces.
    explicit OutletFaces(FaceParts parts, QObject *parent = nullptr);
    ~OutletFaces() override;

    [[nodiscard]] const QList<OutletFace *> &all() const { return m_faces; }
    /// nullptr when there is no outlet with this id.
    [[nodiscard]] OutletFace *find(const QString &id) const;
    [[nodiscard]] const FaceParts &parts() const { return m_parts; }
    /// The faces that QML lists show; nullptr before there are any.
    [[nodiscard]] static OutletFaces *shared();
    /// Makes these the ones that QML lists show, until they are destroyed.
    void share();
    /// Makes every face anew, as when the locale or what is simulated changed.
    void refreshAll();

Q_SIGNALS:
    void added(outlet::OutletFace *face, int index);
    /// It is no longer in all(), but whole until the signal returns.
    void removed(outlet::OutletFace *face);
    void moved(int from, int to);
    /// Something by which outlets are found, sorted or counted changed: who it is, or its link.
    void listingChanged(outlet::OutletFace *face);
    /// Its relay or its power changed.
    void stateChanged(outlet::OutletFace *face);
    /// The user ignored it a moment ago.
    void ignoredByUser(outlet::OutletFace *face);

private:
    void add(Outlet *outlet, int index);
    void remove(int index);
    void tick();
    void schedule(qint64 validForMs);

    FaceParts m_parts;
    QList<OutletFace *> m_faces;
    QList<OutletFace *> m_retired; ///< faces of removed outlets, oldest first
    ClockTimer m_timer;
    qint64 m_dueMonotonicMs = 0;
};

} // namespace outlet
