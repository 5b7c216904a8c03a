// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace outlet {

class Outlet;
class OutletRegistry;

/// UTC milliseconds as ISO 8601 with "Z"; null for 0, which is "never".
[[nodiscard]] QJsonValue isoTime(qint64 utcMs);
/// An outlet as the control channel shows it. Everything unknown is null, never 0 or an empty text.
[[nodiscard]] QJsonObject outletToJson(const Outlet &outlet);
/// All outlets in the user's order.
[[nodiscard]] QJsonArray outletsToJson(const OutletRegistry &registry);
/// How many outlets are known, new, ignored; and how many of the known ones are online.
[[nodiscard]] QJsonObject outletCounts(const OutletRegistry &registry);

} // namespace outlet
