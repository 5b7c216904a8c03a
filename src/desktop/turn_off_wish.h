// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

namespace outlet {

class OutletFaces;

/// "Turn all off", wished when it may not be known yet what is on: as the app starts, outlets still
/// connect. Waits until each known outlet has said whether it is on, or is given up as offline.
/// Main thread.
class TurnOffWish : public QObject
{
    Q_OBJECT
public:
    /// \a faces must outlive it.
    explicit TurnOffWish(const OutletFaces &faces, QObject *parent = nullptr);

    /// Emits due(), once: before this returns when everything is known (then it returns true), or
    /// when it is. A wish that still waits is the same wish.
    bool make();

Q_SIGNALS:
    /// It is known what is on: ask.
    void due();

private:
    bool askIfKnown();

    const OutletFaces &m_faces;
    bool m_isWished = false;
};

} // namespace outlet
