// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/energy_source.h"

namespace outlet {

/// Energy for tests of the interface: prices that can be set, in New York's time; nothing was
/// measured.
class SampleEnergy : public EnergySource
{
public:
    [[nodiscard]] const LocalCalendar &calendar() const override { return m_calendar; }
    [[nodiscard]] const Tariff &tariff() const override { return m_tariff; }
    QString setTariff(const Tariff &tariff) override
    {
        if (const auto fault = tariff.fault())
            return *fault;
        m_tariff = tariff;
        Q_EMIT tariffChanged();
        return {};
    }
    [[nodiscard]] QString currency() const override
    {
        return m_tariff.currency.isEmpty() ? QStringLiteral("USD") : m_tariff.currency;
    }
    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &, const QList<qint64> &) override
    {
        return {};
    }
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &) override { return {}; }
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &) override { return {}; }
    [[nodiscard]] EnergyFigure today(const QString &) const override { return {}; }
    [[nodiscard]] EnergyFigure thisMonth(const QString &) const override { return {}; }
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override { return {}; }

private:
    LocalCalendar m_calendar{QTimeZone("America/New_York"), Qt::Sunday};
    Tariff m_tariff;
};

} // namespace outlet
