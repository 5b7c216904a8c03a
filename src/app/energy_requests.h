// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

#include "app/energy_service.h"
#include "control/control_dispatcher.h"
#include "control/control_host.h"

namespace outlet {

/// Carries out the control channel's requests about energy and prices: "energy" (of an outlet or
/// "all", from, to, by bucket) and "tariff" (shows, sets). Main thread.
class EnergyRequests : public QObject
{
    Q_OBJECT
public:
    /// The most rows of one answer: they have to fit into what a session queues for its client.
    static constexpr qsizetype kMostRows = 50'000;

    /// All must outlive this.
    EnergyRequests(EnergyService &energy, History &history, OutletRegistry &registry,
                   ControlHost &host, Clock &clock, QObject *parent = nullptr);

    /// False, with nothing done, when the verb is another's; otherwise \a reply is called once.
    bool carryOut(const control::Request &request, const ControlDispatcher::Reply &reply);

private:
    void energy(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    void tariff(const QJsonObject &arguments, const ControlDispatcher::Reply &reply);
    [[nodiscard]] Result<Tariff, QString> flatTariff(const QJsonObject &arguments) const;

    EnergyService &m_energy;
    History &m_history;
    OutletRegistry &m_registry;
    ControlHost &m_host;
    Clock &m_clock;
};

} // namespace outlet
