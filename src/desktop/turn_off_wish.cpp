// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/turn_off_wish.h"

#include <algorithm>

#include "desktop/outlet_faces.h"
#include "outlets/outlet.h"

namespace outlet {

namespace {

bool isKnownWhetherOn(const OutletFace *face)
{
    const Outlet *outlet = face->outlet();
    const LinkState link = outlet->linkState();
    const bool mayStillTell = link == LinkState::Connecting || link == LinkState::Online;
    return !outlet->isKnown() || !mayStillTell || outlet->relay().has_value();
}

} // namespace

TurnOffWish::TurnOffWish(const OutletFaces &faces, QObject *parent)
    : QObject(parent)
    , m_faces(faces)
{
    connect(&faces, &OutletFaces::listingChanged, this, &TurnOffWish::askIfKnown);
    connect(&faces, &OutletFaces::stateChanged, this, &TurnOffWish::askIfKnown);
    connect(&faces, &OutletFaces::removed, this, &TurnOffWish::askIfKnown);
}

bool TurnOffWish::make()
{
    m_isWished = true;
    return askIfKnown();
}

bool TurnOffWish::askIfKnown()
{
    if (!m_isWished)
        return false;
    const auto &faces = m_faces.all();
    if (!std::all_of(faces.cbegin(), faces.cend(), isKnownWhetherOn))
        return false;
    m_isWished = false;
    Q_EMIT due();
    return true;
}

} // namespace outlet
