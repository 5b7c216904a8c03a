// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/setup_loopback.h"

#include <QtCore/QList>
#include <utility>

#include "desktop/setup_wizard.h"

namespace outlet {

bool setUpOnLoopback(SetupWizard &wizard, const QByteArray &value)
{
    constexpr qsizetype portCount = 3;
    const QHostAddress here(QHostAddress::LocalHost);
    QList<QByteArray> parts = value.split(',');
    QHostAddress outlet = here;
    if (parts.size() == portCount + 2) {
        outlet = QHostAddress(QString::fromLatin1(parts.takeLast()));
        if (!outlet.isLoopback())
            return false;
    }
    if (parts.size() != portCount && parts.size() != portCount + 1)
        return false;
    QList<quint16> numbers;
    for (const QByteArray &part : std::as_const(parts)) {
        numbers += part.toUShort();
        if (numbers.last() == 0)
            return false;
    }
    wizard.setAddressSource([here] {
        return QList<AddressCandidate>{{here, QStringLiteral("lo"), {}, false}};
    });
    wizard.setRequestFilter([here, outlet, numbers](SetupRequest &request) {
        request.senderAddress = here;
        request.target = outlet;
        request.announceAddress = here;
        request.outletAddress = outlet;
        request.targetPort = numbers.at(0);
        request.announcePort = numbers.at(1);
        request.outletPort = numbers.at(2);
        if (numbers.size() > portCount)
            request.limit = std::chrono::seconds(numbers.at(portCount));
    });
    return true;
}

} // namespace outlet
