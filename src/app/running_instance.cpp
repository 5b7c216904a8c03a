// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/running_instance.h"

#include <QtCore/QEventLoop>

#include "base/system_clock.h"
#include "control/control_client.h"

namespace outlet {

RaiseResult raiseRunningInstance(const QString &dataDir, const WindowWish &wish)
{
    ControlClient client;
    if (!client.open(dataDir))
        return RaiseResult::NothingRuns;
    RaiseResult result = RaiseResult::NoWindow;
    QEventLoop loop;
    QObject::connect(&client, &ControlClient::answered, &loop,
                     [&](qint64, const control::Outcome &outcome) {
                         if (outcome)
                             result = RaiseResult::Raised;
                         loop.quit();
                     });
    QObject::connect(&client, &ControlClient::closed, &loop, &QEventLoop::quit);
    SystemClock clock;
    ClockTimer limit(clock, [&loop] { loop.quit(); });
    limit.start(std::chrono::seconds(2));
    client.send(QStringLiteral("raise"), wish.toArguments());
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    return result;
}

} // namespace outlet
