// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>
#include <optional>

namespace outlet {

/// What the executables share on their command lines.
struct CoreOptions
{
    QString program; ///< "outlet" or "outletd", told to whoever asks over the control channel
    QString dataDir; ///< absolute
    std::optional<quint16> port; ///< --port; otherwise the setting
    QList<QHostAddress> bind;    ///< --bind; empty = the setting
    bool acceptNew = false;      ///< --accept-new
    bool demo = false;           ///< simulated outlets in a scratch folder, on 127.0.0.1, any port
};

} // namespace outlet
