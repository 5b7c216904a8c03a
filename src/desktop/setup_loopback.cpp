// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/setup_loopback.h"

#include <QtCore/QList>

#include "desktop/setup_wizard.h"

namespace outlet {

bool setUpOnLoopback(SetupWizard &wizard, const QByteArray &value)
{
    constexpr qsizetype portCount = 3;
    QList<int> numbers;
    for (const QByteArray &part : value.split(',')) {
        bool isNumber = false;
        numbers += part.toUShort(&isNumber);
        if (!isNumber || numbers.last() == 0)
            return false;
    }
    if (numbers.size() != portCount && numbers.size() != portCount + 1)
        return false;
    const QHostAddress here(QHostAddress::LocalHost);
    wizard.setAddressSource([here] {
        return QList<AddressCandidate>{{here, QStringLiteral("lo"), {}, false}};
    });
    wizard.setRequestFilter([here, numbers](SetupRequest &request) {
        request.serverAddress = request.serverAddress.isNull() ? here : request.serverAddress;
        request.senderAddress = here;
        request.target = here;
        request.announceAddress = here;
        request.outletAddress = here;
        request.targetPort = quint16(numbers.at(0));
        request.announcePort = quint16(numbers.at(1));
        request.outletPort = quint16(numbers.at(2));
        if (numbers.size() > portCount)
            request.limit = std::chrono::seconds(numbers.at(portCount));
    });
    return true;
}

} // namespace outlet
