// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/watch_feed.h"

#include "control/outlet_json.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

QString causeName(RelayCause cause)
{
    switch (cause) {
    case RelayCause::Command:
        return QStringLiteral("command");
    case RelayCause::Button:
        return QStringLiteral("button");
    case RelayCause::StoredTimer:
        return QStringLiteral("timer");
    case RelayCause::Reported:
        return QStringLiteral("reported");
    }
    Q_UNREACHABLE();
}

/// The fields of an event that `list` shows under the same names.
QJsonObject fields(const Outlet &outlet, std::initializer_list<const char *> keys)
{
    const QJsonObject all = outletToJson(outlet);
    QJsonObject some;
    for (const char *key : keys)
        some.insert(QLatin1StringView(key), all.value(QLatin1StringView(key)));
    return some;
}

} // namespace

WatchFeed::WatchFeed(OutletRegistry &registry, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    for (Outlet *outlet : registry.outlets())
        watch(outlet);
    connect(&registry, &OutletRegistry::outletAdded, this, [this](Outlet *outlet) {
        tell(*outlet, "outletAdded", fields(*outlet, {"decision"}));
        watch(outlet);
    });
    connect(&registry, &OutletRegistry::outletAboutToBeRemoved, this, [this](Outlet *outlet) {
        outlet->disconnect(this);
        m_pending.remove(outlet);
        tell(*outlet, "removed", {});
    });
}

void WatchFeed::watch(Outlet *outlet)
{
    m_pending.insert(outlet, outlet->pendingRelay());
    connect(outlet, &Outlet::decisionChanged, this,
            [this, outlet] { tell(*outlet, "decision", fields(*outlet, {"decision"})); });
    connect(outlet, &Outlet::recordChanged, this, [this, outlet] {
        tell(*outlet, "changed", fields(*outlet, {"room", "model"}));
    });
    connect(outlet, &Outlet::loggedIn, this, [this, outlet] {
        tell(*outlet, "login", fields(*outlet, {"address", "decision"}));
    });
    connect(outlet, &Outlet::linkStateChanged, this,
            [this, outlet] { tell(*outlet, "link", fields(*outlet, {"link"})); });
    connect(outlet, &Outlet::relayChanged, this, [this, outlet](RelayCause cause) {
        QJsonObject details = fields(*outlet, {"relay"});
        details.insert(QLatin1StringView("cause"), causeName(cause));
        tell(*outlet, "relay", details);
    });
    connect(outlet, &Outlet::commandStateChanged, this,
            [this, outlet] { commandStateChanged(outlet); });
    connect(outlet, &Outlet::commandDidFail, this, [this, outlet](bool wanted) {
        tell(*outlet, "failed", {{QStringLiteral("wanted"), wanted}});
    });
    connect(outlet, &Outlet::readingChanged, this, [this, outlet] {
        tell(*outlet, "reading", fields(*outlet, {"powerWatts", "voltageVolts"}));
    });
    connect(outlet, &Outlet::energyReported, this, [this, outlet](const EnergyReport &report) {
        tell(*outlet, "report",
             {{QStringLiteral("joules"), report.joules},
              {QStringLiteral("seconds"), report.seconds}});
    });
}

void WatchFeed::commandStateChanged(Outlet *outlet)
{
    // The signal also tells of failures, which have an event of their own.
    auto &before = m_pending[outlet];
    if (before == outlet->pendingRelay())
        return;
    before = outlet->pendingRelay();
    tell(*outlet, "pending", fields(*outlet, {"pending"}));
}

void WatchFeed::tell(const Outlet &outlet, const char *event, QJsonObject details)
{
    details.insert(QLatin1StringView("event"), QLatin1StringView(event));
    details.insert(QLatin1StringView("time"), isoTime(m_clock.utcMs()));
    details.insert(QLatin1StringView("id"), outlet.id());
    details.insert(QLatin1StringView("name"), outlet.displayName());
    Q_EMIT happened(details);
}

} // namespace outlet
