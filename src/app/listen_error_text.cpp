// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/listen_error_text.h"

#include <QtCore/QCoreApplication>

#include "base/logging.h"

namespace outlet {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::Core", text);
}

} // namespace

QString portHolderText(const PortHolder &holder)
{
    return (holder.isOutlet ? tr("another Outlet (process %1)")
                            : escapedForLog(holder.program, 40) + tr(" (process %1)"))
        .arg(holder.pid);
}

QString listenErrorText(const ListenError &error, const std::optional<PortHolder> &holder)
{
    switch (error.kind) {
    case ListenError::Kind::PortInUse:
        return holder ? tr("Port %1 is in use by %2: stop that program, or choose another port.")
                            .arg(error.port)
                            .arg(portHolderText(*holder))
                      : tr("Port %1 is in use by another program: stop it, or choose another port.")
                            .arg(error.port);
    case ListenError::Kind::PermissionDenied:
        return tr("The system does not let Outlet listen on port %1: choose one above 1023.")
            .arg(error.port);
    case ListenError::Kind::AddressNotAvailable:
        return tr("%1 is not an address of this computer: check the network, or choose another "
                  "address.")
            .arg(error.address.toString());
    case ListenError::Kind::Other:
        break;
    }
    return tr("The server can’t listen on port %1 (%2): check the network, or choose another port.")
        .arg(error.port)
        .arg(error.systemText);
}

} // namespace outlet
