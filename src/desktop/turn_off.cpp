// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/turn_off.h"

#include "outlets/outlet_registry.h"

namespace outlet {

TurnOff::TurnOff(OutletRegistry &registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    connect(&registry, &OutletRegistry::outletRemoved, this, [this](const QString &id) {
        m_sent.removeAll(id);
        if (m_waiting.remove(id) && m_waiting.isEmpty())
            report();
    });
}

void TurnOff::start(const QStringList &ids)
{
    for (const QString &id : std::as_const(m_sent))
        if (Outlet *outlet = m_registry.find(id))
            outlet->disconnect(this);
    m_sent.clear();
    m_waiting.clear();
    m_failedNames.clear();
    m_offlineNames.clear();
    m_asked = 0;
    m_starting = true;
    for (const QString &id : ids) {
        Outlet *outlet = m_registry.find(id);
        const bool isOn = outlet && outlet->pendingRelay().value_or(outlet->relay() == true);
        if (!isOn)
            continue;
        ++m_asked;
        m_waiting.insert(id); // before the command: the answer may come at once
        m_sent.append(id);
        connect(outlet, &Outlet::commandSucceeded, this,
                [this, id](bool on) { answered(id, !on); });
        connect(outlet, &Outlet::commandDidFail, this, [this, id] { answered(id, false); });
        if (outlet->setRelay(false) != CommandResult::Sent) {
            outlet->disconnect(this);
            m_waiting.remove(id);
            m_sent.removeAll(id);
            m_offlineNames += outlet->displayName();
        }
    }
    m_starting = false;
    if (m_waiting.isEmpty())
        report();
}

void TurnOff::undo()
{
    const QStringList sent = std::exchange(m_sent, {});
    m_waiting.clear();
    for (const QString &id : sent) {
        Outlet *outlet = m_registry.find(id);
        if (!outlet)
            continue;
        outlet->disconnect(this);
        // Somebody may have switched it since; then there is nothing of ours to take back.
        if (outlet->pendingRelay().value_or(outlet->relay().value_or(true)) == false)
            outlet->setRelay(true);
    }
}

void TurnOff::answered(const QString &id, bool confirmed)
{
    if (!m_waiting.remove(id))
        return;
    if (!confirmed) {
        m_sent.removeAll(id);
        if (const Outlet *outlet = m_registry.find(id))
            m_failedNames += outlet->displayName();
    }
    if (!m_starting && m_waiting.isEmpty())
        report();
}

void TurnOff::report()
{
    if (m_asked == 0)
        return;
    const int done = static_cast<int>(m_sent.size());
    QStringList sentences;
    if (done == m_asked)
        sentences += tr("%n outlet(s) turned off", nullptr, done);
    else
        sentences += tr("%1 of %2 turned off.").arg(done).arg(m_asked);
    for (const QString &name : std::as_const(m_failedNames))
        sentences += tr("%1 did not answer.").arg(name);
    for (const QString &name : std::as_const(m_offlineNames))
        sentences += tr("%1 is offline.").arg(name);
    m_asked = 0;
    Q_EMIT finished(sentences.join(u' '));
}

} // namespace outlet
