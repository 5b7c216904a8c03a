// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/process_limits.h"

#include <QtCore/QDebug>
#include <cerrno>
#include <cstring>
#include <sys/resource.h>

#include "base/logging.h"

namespace outlet {

void raiseOpenFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        qCWarning(lcApp, "The limit of open files could not be raised: %s", std::strerror(errno));
}

} // namespace outlet
