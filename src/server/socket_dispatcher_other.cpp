// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/socket_dispatcher.h"

namespace outlet {

void installSocketDispatcher() {}

} // namespace outlet
