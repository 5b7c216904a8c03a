// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/dns_session.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkInterface>
#include <utility>

#include "cli/cli_text.h"

namespace outlet {

DnsSession::DnsSession(const SetupCommand &command, Clock &clock, Write out, QObject *parent)
    : QObject(parent)
    , m_json(command.json)
    , m_check(clock)
    , m_out(std::move(out))
{
    QList<QHostAddress> here;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback()) // which for an outlet would be itself
            here.append(address);
    }
    m_check.setHere(here);
    if (!command.resolver.isNull())
        m_check.setResolvers({command.resolver});
    connect(&m_check, &DnsCheck::finished, this, &DnsSession::show);
}

void DnsSession::start()
{
    m_check.refresh();
}

void DnsSession::show()
{
    bool written = true;
    for (const DnsCheck::Entry &entry : m_check.entries()) {
        const QString resolver =
            entry.resolver.isNull() ? QStringLiteral("system") : entry.resolver.toString();
        QByteArray line;
        if (m_json) {
            const QJsonObject object{
                {QStringLiteral("name"), entry.name},
                {QStringLiteral("resolver"), resolver},
                {QStringLiteral("state"), dnsAnswerName(entry.answer)},
                {QStringLiteral("addresses"), QJsonArray::fromStringList(entry.addresses)}};
            line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        } else {
            QString words = dnsAnswerName(entry.answer);
            if (!entry.addresses.isEmpty())
                words += QStringLiteral("  ") + entry.addresses.join(QStringLiteral(", "));
            else if (!entry.detail.isEmpty())
                words += QStringLiteral("  (%1)").arg(entry.detail);
            line = QStringLiteral("%1  %2  %3\n")
                       .arg(entry.name, -22)
                       .arg(resolver, -15)
                       .arg(printable(words))
                       .toUtf8();
        }
        written = written && m_out(line);
    }
    Q_EMIT ended(written ? ExitCode::Done : ExitCode::Refused);
}

} // namespace outlet
