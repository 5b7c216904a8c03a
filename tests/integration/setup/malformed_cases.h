// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace outlet::test {

/// The case with this name in malformed.json; ends the test when there is none.
[[nodiscard]] QJsonObject malformedCase(const char *name);
/// The names of the cases of one layer: "udp18266", "tcp41234".
[[nodiscard]] QStringList malformedNames(const char *layer);

} // namespace outlet::test
