// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/save_wait.h"

#include <QtCore/QCoreApplication>
#include <utility>

#include "storage/storage.h"

namespace outlet {

namespace {

/// What keeps changes from being remembered; empty when nothing does. A damaged file that was set
/// aside is no such thing: there is a new one.
QString obstacle(const Storage &storage)
{
    const StorageProblem &problem = storage.problem();
    if (problem.kind == StorageProblem::Kind::CorruptSetAside)
        return {};
    return problem.sentence();
}

} // namespace

SaveWait::SaveWait(Storage &storage, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_clock(clock)
    , m_limit(clock, [this] { giveUp(); })
{
    connect(&storage, &Storage::written, this, &SaveWait::check);
    connect(&storage, &Storage::problemChanged, this, &SaveWait::check);
}

void SaveWait::whenSaved(Done done)
{
    const QString problem = obstacle(m_storage);
    if (!problem.isEmpty() || m_storage.isSaved())
        return done(problem);
    m_storage.retryNow(); // somebody waits
    m_waiting.push_back({std::move(done), m_clock.monotonic() + kLimit});
    if (!m_limit.isActive())
        m_limit.start(kLimit);
}

void SaveWait::check()
{
    const QString problem = obstacle(m_storage);
    // A write that ended may not be the last one: more may have been saved meanwhile.
    if (problem.isEmpty() && !m_storage.isSaved())
        return;
    m_limit.stop();
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.done(problem);
}

void SaveWait::giveUp()
{
    std::vector<Waiting> late;
    while (!m_waiting.empty() && m_waiting.front().until <= m_clock.monotonic()) {
        late.push_back(std::move(m_waiting.front()));
        m_waiting.erase(m_waiting.begin());
    }
    if (!m_waiting.empty())
        m_limit.start(m_waiting.front().until - m_clock.monotonic());
    for (const Waiting &waiting : late)
        waiting.done(QCoreApplication::translate(
            "outlet::Core", "The disk is slow: look again later with outletctl status."));
}

} // namespace outlet
