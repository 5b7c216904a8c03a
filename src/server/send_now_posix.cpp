// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <sys/socket.h>

#include "server/send_now.h"

namespace outlet {

qint64 sendNow(qintptr descriptor, const char *data, qint64 size)
{
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_NOSIGNAL;
#else
    constexpr int flags = 0; // macOS: Qt sets SO_NOSIGPIPE on its sockets
#endif
    const auto sent = ::send(static_cast<int>(descriptor), data, static_cast<size_t>(size), flags);
    return sent < 0 ? 0 : static_cast<qint64>(sent);
}

} // namespace outlet
