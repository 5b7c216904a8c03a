// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/setup_memory.h"

#include <utility>

#include "app/settings.h"

namespace outlet {

SetupMemory::SetupMemory(Settings &settings, Candidates now)
    : m_settings(settings)
    , m_now(std::move(now))
{
}

void SetupMemory::remember(const QHostAddress &address)
{
    m_settings.setSetupAddress(address.toString());
}

QString SetupMemory::changedAddressText() const
{
    const QString remembered = m_settings.setupAddress();
    return remembered.isEmpty() ? QString() : outlet::changedAddressText(remembered, m_now());
}

bool SetupMemory::carryOut(const control::Request &request, const ControlDispatcher::Reply &reply)
{
    if (request.verb != u"rememberSetup")
        return false;
    const QHostAddress address(request.arguments.value(QLatin1StringView("address")).toString());
    if (address.protocol() != QAbstractSocket::IPv4Protocol) {
        reply(control::Error{control::ErrorCode::BadRequest,
                             QStringLiteral("rememberSetup needs an IPv4 address.")});
        return true;
    }
    remember(address);
    reply(QJsonValue(QJsonObject{{QStringLiteral("address"), address.toString()}}));
    return true;
}

} // namespace outlet
