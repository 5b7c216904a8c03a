// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <optional>

#include "base/clock.h"

namespace outlet {

class Outlet;
class OutletRegistry;

/// Turns what happens to outlets into the events of `watch`. Every event has "event" and "time",
/// and those of an outlet its "id" and "name":
///
/// - outletAdded {decision}; removed; decision {decision}; changed {room, model}
/// - login {address, decision}; link {link}; relay {relay, cause: command|button|timer|reported}
/// - pending {pending: true|false|null}; failed {wanted}
/// - reading {powerWatts, voltageVolts}; report {joules, seconds}
///
/// Exists only while somebody watches, so that nobody pays for it otherwise. Main thread.
class WatchFeed : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the feed.
    WatchFeed(OutletRegistry &registry, Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void happened(const QJsonObject &event);

private:
    void watch(Outlet *outlet);
    void commandStateChanged(Outlet *outlet);
    void tell(const Outlet &outlet, const char *event, QJsonObject details);

    Clock &m_clock;
    QHash<const Outlet *, std::optional<bool>> m_pending;
};

} // namespace outlet
