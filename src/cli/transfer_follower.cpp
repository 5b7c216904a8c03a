// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/transfer_follower.h"

#include "cli/transfer_text.h"

namespace outlet {

TransferFollower::TransferFollower(ControlClient &client, Clock &clock,
                                   std::function<void(const QString &)> show, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_show(std::move(show))
    , m_timer(clock, [this] {
        m_client.send(QStringLiteral("transfer"), {{QStringLiteral("job"), m_job}});
    })
{
}

void TransferFollower::follow(qint64 job)
{
    m_job = job;
    m_timer.start(std::chrono::milliseconds(0));
}

std::optional<control::Outcome> TransferFollower::take(const control::Outcome &answer)
{
    if (!answer)
        return answer;
    const QJsonObject state = answer->toObject();
    if (state.value(u"state").toString() == u"done") {
        m_show({});
        return control::Outcome(state.value(u"result"));
    }
    m_show(transferProgressText(state));
    m_timer.start(kAskEvery);
    return std::nullopt;
}

} // namespace outlet
