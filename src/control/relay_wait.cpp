// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/relay_wait.h"

#include <utility>

#include "control/outlet_json.h"
#include "outlets/outlet.h"

namespace outlet {

RelayWait::RelayWait(Outlet *outlet, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_outlet(outlet)
    , m_timer(clock,
              [this] {
                  fail(control::ErrorCode::NotConfirmed,
                       QStringLiteral("%1 has not confirmed in time; see with outletctl list what "
                                      "it says, then try again.")
                           .arg(m_name));
              })
    , m_name(outlet->displayName())
{
}

void RelayWait::start(bool on, std::chrono::milliseconds timeout, Done done)
{
    m_on = on;
    m_done = std::move(done);
    // Queued, so that the answer shows the outlet when all of its state has followed.
    connect(
        m_outlet, &Outlet::commandSucceeded, this,
        [this](bool confirmed) {
            if (m_done && m_outlet && confirmed == m_on)
                finish(QJsonValue(outletToJson(*m_outlet)));
        },
        Qt::QueuedConnection);
    connect(
        m_outlet, &Outlet::commandDidFail, this,
        [this](bool failed) {
            if (m_done && failed == m_on)
                fail(control::ErrorCode::NotConfirmed,
                     QStringLiteral("%1 did not confirm; see that it has power and Wi‑Fi, then try "
                                    "again.")
                         .arg(m_name));
        },
        Qt::QueuedConnection);
    connect(m_outlet, &Outlet::commandStateChanged, this, [this] {
        if (m_outlet->pendingRelay() == !m_on)
            fail(control::ErrorCode::NotConfirmed,
                 QStringLiteral("A newer command for %1 took the place of this one.").arg(m_name));
    });
    connect(m_outlet, &QObject::destroyed, this, [this] {
        fail(control::ErrorCode::NoSuchOutlet,
             QStringLiteral("%1 was removed before it confirmed.").arg(m_name));
    });
    switch (m_outlet->setRelay(on)) {
    case CommandResult::Sent:
        m_timer.start(timeout);
        return;
    case CommandResult::NotKnown:
        fail(control::ErrorCode::NotAllowed,
             QStringLiteral("%1 is not allowed yet; run: outletctl allow %2")
                 .arg(m_name, m_outlet->id()));
        return;
    case CommandResult::Offline:
        fail(control::ErrorCode::Offline,
             QStringLiteral("%1 is offline, nothing was sent; see that it has power and Wi‑Fi.")
                 .arg(m_name));
        return;
    }
}

void RelayWait::fail(control::ErrorCode code, const QString &text)
{
    finish(control::Error{code, text});
}

void RelayWait::finish(const control::Outcome &outcome)
{
    if (!m_done)
        return;
    m_timer.stop();
    if (m_outlet)
        m_outlet->disconnect(this);
    QMetaObject::invokeMethod(
        this,
        [this, outcome, done = std::exchange(m_done, nullptr)] {
            done(outcome);
            deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace outlet
