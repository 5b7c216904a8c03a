// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/energy_source.h"
#include "base/clock.h"

namespace outlet {

class OutletRegistry;
class Settings;

/// Joins the history with the prices and the outlets. Everything given must outlive it. Local time
/// is the system's; a change of its zone is noticed within a minute.
class EnergyService : public EnergySource
{
    Q_OBJECT
public:
    EnergyService(History &history, OutletRegistry &registry, Settings &settings, Clock &clock,
                  QObject *parent = nullptr);
    ~EnergyService() override;

    /// Begins to keep the figures. To be called when the history is open and the registry filled.
    void start();
    /// For tests: local time is this one from now on, whatever the system's zone becomes.
    void setCalendar(const LocalCalendar &calendar);
    /// Remembers the prices in the setting "tariff".
    QString setTariff(const Tariff &tariff) override;

    [[nodiscard]] const LocalCalendar &calendar() const override;
    [[nodiscard]] const Tariff &tariff() const override;
    [[nodiscard]] QString currency() const override;
    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &outletIds,
                                             const QList<qint64> &edgesUtcMs) override;
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &query) override;
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &outletIds) override;
    [[nodiscard]] EnergyFigure today(const QString &outletId = {}) const override;
    [[nodiscard]] EnergyFigure thisMonth(const QString &outletId = {}) const override;
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
