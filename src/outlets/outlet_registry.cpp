// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/outlet_registry.h"

#include <algorithm>

#include "base/logging.h"
#include "outlets/outlet_store.h"

namespace outlet {

OutletRegistry::OutletRegistry(Clock &clock, OutletStore *store, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_store(store)
{
}

void OutletRegistry::restore(const QList<OutletRecord> &records)
{
    QList<OutletRecord> sorted = records;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.position < b.position; });
    for (const OutletRecord &record : sorted) {
        if (record.decision == Decision::New || m_byId.contains(record.id))
            continue;
        add(record);
        m_savedLastSeenUtcMs.insert(record.id, record.lastSeenUtcMs);
    }
}

Result<Outlet *, LookupError> OutletRegistry::lookUp(const QString &text) const
{
    if (text.isEmpty())
        return LookupError::NoSuchOutlet;
    if (Outlet *outlet = find(text))
        return outlet;
    const auto only = [this](const auto &matches) -> Result<Outlet *, LookupError> {
        Outlet *found = nullptr;
        for (Outlet *outlet : m_outlets) {
            if (!matches(outlet))
                continue;
            if (found)
                return LookupError::Ambiguous;
            found = outlet;
        }
        if (!found)
            return LookupError::NoSuchOutlet;
        return found;
    };
    const auto byName = only([&text](const Outlet *outlet) {
        return outlet->displayName().compare(text, Qt::CaseInsensitive) == 0;
    });
    if (byName || byName.error() == LookupError::Ambiguous)
        return byName;
    return only([&text](const Outlet *outlet) {
        return outlet->id().startsWith(text, Qt::CaseInsensitive);
    });
}

Outlet *OutletRegistry::findOrAdd(const QString &id)
{
    if (Outlet *outlet = find(id))
        return outlet;
    OutletRecord record;
    record.id = id;
    record.firstSeenUtcMs = m_clock.utcMs();
    record.lastSeenUtcMs = record.firstSeenUtcMs;
    if (!m_acceptNew) {
        makeRoomForNew();
        Outlet *outlet = add(record);
        Q_EMIT newOutletAppeared(outlet);
        return outlet;
    }
    record.decision = Decision::Known;
    record.decidedUtcMs = record.firstSeenUtcMs;
    Outlet *outlet = add(record);
    save(outlet);
    moveBeforeNewOnes(outlet);
    return outlet;
}

void OutletRegistry::allow(Outlet *outlet)
{
    decide(outlet, Decision::Known);
}

void OutletRegistry::ignore(Outlet *outlet)
{
    decide(outlet, Decision::Ignored);
}

void OutletRegistry::reconsider(Outlet *outlet)
{
    if (outlet->decision() == Decision::New)
        return;
    OutletRecord record = outlet->record();
    record.decision = Decision::New;
    record.decidedUtcMs = 0;
    outlet->setRecord(record);
    m_savedLastSeenUtcMs.remove(outlet->id());
    if (m_store)
        m_store->remove(outlet->id());
    Q_EMIT decisionChanged(outlet);
    Q_EMIT newOutletAppeared(outlet);
}

void OutletRegistry::decide(Outlet *outlet, Decision decision)
{
    if (outlet->decision() == decision)
        return;
    const bool wasNew = outlet->decision() == Decision::New;
    OutletRecord record = outlet->record();
    record.decision = decision;
    record.decidedUtcMs = m_clock.utcMs();
    outlet->setRecord(record);
    save(outlet);
    if (wasNew)
        moveBeforeNewOnes(outlet);
    Q_EMIT decisionChanged(outlet);
}

void OutletRegistry::forget(Outlet *outlet)
{
    const auto index = m_outlets.indexOf(outlet);
    if (index >= 0)
        removeAt(static_cast<int>(index));
}

void OutletRegistry::update(Outlet *outlet, const OutletRecord &record)
{
    // The caller's copy may be minutes old: only the user's choices are taken from it.
    OutletRecord changed = outlet->record();
    changed.name = record.name;
    changed.room = record.room;
    changed.icon = record.icon;
    changed.modelKey = record.modelKey;
    changed.rating = record.rating;
    changed.chartColor = record.chartColor;
    changed.keepOn = record.keepOn;
    changed.standbyBelowWatts = record.standbyBelowWatts;
    changed.warnAboveWatts = record.warnAboveWatts;
    changed.countdown = record.countdown;
    if (changed == outlet->record())
        return;
    outlet->setRecord(changed);
    save(outlet);
}

void OutletRegistry::move(Outlet *outlet, int index)
{
    const int from = static_cast<int>(m_outlets.indexOf(outlet));
    const int to = std::clamp(index, 0, static_cast<int>(m_outlets.size()) - 1);
    if (from < 0 || from == to)
        return;
    m_outlets.move(from, to);
    Q_EMIT outletMoved(from, to);
    renumber();
}

void OutletRegistry::moveBeforeNewOnes(Outlet *outlet)
{
    const auto isNew = [](const Outlet *other) { return other->decision() == Decision::New; };
    const auto firstNew = std::find_if(m_outlets.cbegin(), m_outlets.cend(), isNew);
    const auto index = std::distance(m_outlets.cbegin(), firstNew);
    if (index < m_outlets.indexOf(outlet))
        move(outlet, static_cast<int>(index));
}

void OutletRegistry::saveSeen()
{
    for (const Outlet *outlet : std::as_const(m_outlets)) {
        if (m_savedLastSeenUtcMs.value(outlet->id()) != outlet->lastSeenUtcMs())
            save(outlet);
    }
}

Outlet *OutletRegistry::add(const OutletRecord &record)
{
    OutletRecord placed = record;
    placed.position = static_cast<int>(m_outlets.size());
    auto *outlet = new Outlet(placed, m_clock, this);
    m_outlets.append(outlet);
    m_byId.insert(placed.id, outlet);
    Q_EMIT outletAdded(outlet, placed.position);
    return outlet;
}

void OutletRegistry::removeAt(int index)
{
    Outlet *outlet = m_outlets.at(index);
    const QString id = outlet->id();
    Q_EMIT outletAboutToBeRemoved(outlet, index);
    m_outlets.removeAt(index);
    m_byId.remove(id);
    m_savedLastSeenUtcMs.remove(id);
    const bool wasStored = outlet->decision() != Decision::New;
    delete outlet;
    if (wasStored && m_store)
        m_store->remove(id);
    Q_EMIT outletRemoved(id);
    renumber();
}

void OutletRegistry::makeRoomForNew()
{
    // Anything on the network can log in with an invented id; what it can fill is bounded.
    int count = 0;
    int oldest = -1;
    for (int i = 0; i < m_outlets.size(); ++i) {
        if (m_outlets.at(i)->decision() != Decision::New)
            continue;
        ++count;
        if (oldest < 0 || m_outlets.at(i)->lastSeenUtcMs() < m_outlets.at(oldest)->lastSeenUtcMs())
            oldest = i;
    }
    if (count < kMaxNewOutlets)
        return;
    if (const quint64 forgotten = m_logLimit.allow(QString(), m_clock.monotonic()))
        qCWarning(lcOutlets,
                  "More than %d outlets wait for a decision; forgot the %llu unseen for longest",
                  kMaxNewOutlets, static_cast<unsigned long long>(forgotten));
    removeAt(oldest);
}

void OutletRegistry::save(const Outlet *outlet)
{
    if (!m_store || outlet->decision() == Decision::New)
        return;
    m_store->save(outlet->record());
    m_savedLastSeenUtcMs.insert(outlet->id(), outlet->lastSeenUtcMs());
}

void OutletRegistry::renumber()
{
    for (int i = 0; i < m_outlets.size(); ++i) {
        Outlet *outlet = m_outlets.at(i);
        if (outlet->record().position == i)
            continue;
        OutletRecord record = outlet->record();
        record.position = i;
        outlet->setRecord(record);
        save(outlet);
    }
}

} // namespace outlet
