// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/demo.h"

#include "simulator/household.h"
#include "simulator/simulation.h"

namespace outlet {

Demo::Demo(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

Demo::~Demo() = default;

QList<OutletRecord> Demo::records(const Clock &clock)
{
    QList<OutletRecord> records;
    for (const SimulatedOutletSpec &spec : demoSpecs()) {
        OutletRecord record;
        record.id = spec.id;
        record.decision = Decision::Known;
        record.name = spec.name;
        record.room = spec.room;
        record.icon = spec.icon;
        if (!spec.modelKey.isEmpty()) {
            record.modelKey = spec.modelKey;
            record.rating = spec.rating;
        }
        if (spec.standbyBelowWatts)
            record.standbyBelowWatts = *spec.standbyBelowWatts;
        record.warnAboveWatts = spec.warnAboveWatts;
        record.position = static_cast<int>(records.size());
        record.firmware = spec.firmVersion;
        record.firstSeenUtcMs = clock.utcMs();
        record.decidedUtcMs = clock.utcMs();
        records.append(record);
    }
    return records;
}

bool Demo::isSimulatedId(const QString &id)
{
    static const QSet<QString> ids = [] {
        QSet<QString> all{newOutletSpec().id};
        for (const SimulatedOutletSpec &spec : demoSpecs())
            all.insert(spec.id);
        return all;
    }();
    return ids.contains(id);
}

void Demo::plugIn(const QString &host, bool withNewOne)
{
    if (m_simulation && host == m_host)
        return;
    m_host = host;
    m_simulation = std::make_unique<Simulation>(SimulationClocks{m_clock, m_clock},
                                                QUrl(QStringLiteral("ws://%1/gnws").arg(host)));
    m_simulation->add(demoSpecs());
    if (withNewOne)
        m_simulation->add(newOutletSpec());
    m_simulation->start();
}

void Demo::pullOut()
{
    m_simulation.reset();
}

void StoreWithoutSimulated::save(const OutletRecord &record)
{
    if (!Demo::isSimulatedId(record.id))
        m_store.save(record);
}

void StoreWithoutSimulated::remove(const QString &id)
{
    if (!Demo::isSimulatedId(id))
        m_store.remove(id);
}

} // namespace outlet
