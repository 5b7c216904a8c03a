// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <winsock2.h>

#include "server/send_now.h"

namespace outlet {

qint64 sendNow(qintptr descriptor, const char *data, qint64 size)
{
    const int sent = ::send(static_cast<SOCKET>(descriptor), data, static_cast<int>(size), 0);
    return sent == SOCKET_ERROR ? 0 : sent;
}

} // namespace outlet
