// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/replace_service.h"

#include <QtCore/QDateTime>
#include <algorithm>

#include "history/history.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

/// Gives \a record what the user chose for an outlet's place, from \a other. The model is the
/// hardware's own, and a countdown belongs to the one that is switched.
void takeChoices(OutletRecord &record, const OutletRecord &other)
{
    record.name = other.name;
    record.room = other.room;
    record.icon = other.icon;
    record.chartColor = other.chartColor;
    record.keepOn = other.keepOn;
    record.standbyBelowWatts = other.standbyBelowWatts;
    record.warnAboveWatts = other.warnAboveWatts;
}

bool hasChoicesOf(OutletRecord record, const OutletRecord &other)
{
    const OutletRecord before = record;
    takeChoices(record, other);
    return record == before;
}

} // namespace

/// A replacement, and what there was before.
struct ReplaceService::Kept
{
    Replacement what;
    std::optional<OutletRecord> oldRecord; ///< empty = it was not in the list
    std::optional<OutletRecord> newRecord;
    int oldIndex = 0;
    int newIndex = 0;
    qint64 todayJoules = 0; ///< that moved
};

ReplaceService::ReplaceService(History &history, OutletRegistry &registry, Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_registry(registry)
    , m_clock(clock)
{
}

ReplaceService::~ReplaceService() = default;

QList<ReplaceService::Replacement> ReplaceService::replacements() const
{
    QList<Replacement> list;
    for (const Kept &kept : m_kept)
        list.append(kept.what);
    return list;
}

void ReplaceService::replace(const Wish &wish, Done done)
{
    m_history.merge(wish.from, wish.to)
        .then(this, [this, wish, done](const Result<qint64, HistoryProblem> &merged) {
            if (!merged)
                return done(0, merged.error().sentence());
            Kept kept;
            kept.what = {*merged, wish, wish.from, wish.to, m_clock.utcMs()};
            if (const Outlet *old = m_registry.find(wish.from)) {
                kept.oldRecord = old->record();
                kept.oldIndex = int(m_registry.outlets().indexOf(old));
                kept.what.fromName = old->displayName();
                kept.todayJoules = old->energyTodayJoules();
            }
            if (const Outlet *successor = m_registry.find(wish.to)) {
                kept.newRecord = successor->record();
                kept.newIndex = int(m_registry.outlets().indexOf(successor));
                kept.what.toName = successor->displayName();
            }
            m_kept.append(kept);
            finish(kept);
            Q_EMIT changed();
            done(*merged, {});
        });
}

void ReplaceService::finish(const Kept &kept)
{
    const Wish &wish = kept.what.wish;
    Outlet *old = m_registry.find(wish.from);
    Outlet *successor = m_registry.find(wish.to);
    moveToday(wish.from, wish.to, kept.todayJoules);
    if (wish.swapsChoices && old && successor) {
        OutletRecord forSuccessor = successor->record();
        takeChoices(forSuccessor, *kept.oldRecord);
        m_registry.update(successor, forSuccessor);
        OutletRecord forOld = old->record();
        takeChoices(forOld, *kept.newRecord);
        m_registry.update(old, forOld);
    }
    if (wish.forgetsOld && old) {
        // The successor stands where the old one stood.
        if (wish.swapsChoices && successor)
            m_registry.move(successor, kept.oldIndex);
        m_registry.forget(old);
    }
}

void ReplaceService::undo(qint64 id, Done done)
{
    const auto at = std::find_if(m_kept.cbegin(), m_kept.cend(),
                                 [id](const Kept &kept) { return kept.what.id == id; });
    if (at == m_kept.cend())
        return done(id, tr("There is no such replacement that could be undone; they can be undone "
                           "until Outlet is closed."));
    const Wish &wish = at->what.wish;
    const auto later = std::find_if(at + 1, m_kept.cend(), [&wish](const Kept &kept) {
        const Wish &other = kept.what.wish;
        return other.from == wish.from || other.from == wish.to || other.to == wish.from ||
               other.to == wish.to;
    });
    if (later != m_kept.cend())
        return done(id, tr("First undo the later replacement of %1 by %2.")
                            .arg(later->what.fromName, later->what.toName));
    m_history.undoMerge(id).then(this, [this, id,
                                        done](const Result<bool, HistoryProblem> &undone) {
        const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                        [id](const Kept &kept) { return kept.what.id == id; });
        if (!undone)
            return done(id, undone.error().sentence());
        if (found == m_kept.end())
            return done(id, {}); // asked twice
        const Kept kept = *found;
        m_kept.erase(found);
        if (*undone)
            takeBack(kept);
        Q_EMIT changed();
        done(id, *undone ? QString()
                         : tr("The history was deleted or exchanged since, so nothing can be given "
                              "back."));
    });
}

void ReplaceService::takeBack(const Kept &kept)
{
    const Wish &wish = kept.what.wish;
    Outlet *old = m_registry.find(wish.from);
    if (!old && wish.forgetsOld && kept.oldRecord)
        old = m_registry.findOrAdd(wish.from);
    if (old && kept.oldRecord && wish.forgetsOld) {
        m_registry.allow(old);
        m_registry.update(old, *kept.oldRecord);
        putBack(kept);
    }
    const auto day = [](qint64 utcMs) { return QDateTime::fromMSecsSinceEpoch(utcMs).date(); };
    if (day(kept.what.utcMs) == day(m_clock.utcMs()))
        moveToday(wish.to, wish.from, kept.todayJoules);
    if (!wish.swapsChoices || !kept.oldRecord || !kept.newRecord)
        return;
    const auto giveBack = [this](Outlet *outlet, const OutletRecord &given,
                                 const OutletRecord &before) {
        if (!outlet || !hasChoicesOf(outlet->record(), given))
            return;
        OutletRecord record = outlet->record();
        takeChoices(record, before);
        m_registry.update(outlet, record);
    };
    giveBack(m_registry.find(wish.to), *kept.oldRecord, *kept.newRecord);
    giveBack(old, *kept.newRecord, *kept.oldRecord);
}

/// Both stand in the user's order where they stood.
void ReplaceService::putBack(const Kept &kept)
{
    Outlet *old = m_registry.find(kept.what.wish.from);
    Outlet *successor = m_registry.find(kept.what.wish.to);
    if (!successor)
        return m_registry.move(old, kept.oldIndex);
    const bool isOldFirst = kept.oldIndex < kept.newIndex;
    Outlet *second = isOldFirst ? successor : old;
    // Out of the way first, so that it does not count for the place of the other.
    m_registry.move(second, int(m_registry.outlets().size()) - 1);
    m_registry.move(isOldFirst ? old : successor, std::min(kept.oldIndex, kept.newIndex));
    m_registry.move(second, std::max(kept.oldIndex, kept.newIndex));
}

/// What the outlets themselves know of today goes along.
void ReplaceService::moveToday(const QString &from, const QString &to, qint64 joules)
{
    const qint64 now = m_clock.utcMs();
    Outlet *giver = m_registry.find(from);
    Outlet *taker = m_registry.find(to);
    if (giver)
        giver->seedEnergyToday(-std::min(joules, giver->energyTodayJoules()), now);
    if (taker)
        taker->seedEnergyToday(joules, now);
}

} // namespace outlet
