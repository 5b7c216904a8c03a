// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/dns_check.h"

namespace outlet {

QHostAddress defaultGateway()
{
    return {};
}

} // namespace outlet
