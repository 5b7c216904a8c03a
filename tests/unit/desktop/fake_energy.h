// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>

#include "app/energy_source.h"

namespace outlet::test {

/// Energy that says what it is told to say.
class FakeEnergy : public EnergySource
{
public:
    [[nodiscard]] const LocalCalendar &calendar() const override { return m_calendar; }
    [[nodiscard]] const Tariff &tariff() const override { return prices; }
    [[nodiscard]] QString currency() const override { return code; }
    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &, const QList<qint64> &) override
    {
        return {};
    }
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &) override { return {}; }
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &) override { return {}; }
    [[nodiscard]] EnergyFigure today(const QString &outletId = {}) const override
    {
        return todayOf.value(outletId);
    }
    [[nodiscard]] EnergyFigure thisMonth(const QString &outletId = {}) const override
    {
        return monthOf.value(outletId);
    }
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override { return projected; }

    Tariff prices;
    QString code;
    QHash<QString, EnergyFigure> todayOf;
    QHash<QString, EnergyFigure> monthOf;
    std::optional<EnergyFigure> projected;

private:
    LocalCalendar m_calendar;
};

} // namespace outlet::test
