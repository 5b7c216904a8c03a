// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "app/port_holder.h"
#include "server/outlet_server.h"

namespace outlet {

/// Who holds a port, for people: "nginx (process 4128)" or "another Outlet (process 4128)".
[[nodiscard]] QString portHolderText(const PortHolder &holder);

/// Why the server does not listen and what to do, in one sentence.
[[nodiscard]] QString listenErrorText(const ListenError &error,
                                      const std::optional<PortHolder> &holder);

} // namespace outlet
