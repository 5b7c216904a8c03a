// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/home_energy.h"

#include "app/energy_source.h"
#include "desktop/format.h"

namespace outlet {

/// Less than this is how reports come: the last three minutes are always still on their way.
static constexpr qint64 kNotableMissingMs = 10 * 60'000;

HomeEnergy::HomeEnergy(EnergySource *source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    if (!m_source)
        return;
    connect(m_source, &EnergySource::figuresChanged, this, &HomeEnergy::update);
    connect(m_source, &EnergySource::tariffChanged, this, &HomeEnergy::update);
    update();
}

void HomeEnergy::update()
{
    const EnergyFigure today = m_source->today();
    const EnergyFigure month = m_source->thisMonth();
    const auto projected = m_source->projectedMonth();
    const QString currency = m_source->currency();
    const auto energy = [](const std::optional<qint64> &joules) {
        return joules ? Format::energy(*joules) : Format::Quantity{Format::unknown(), QString()};
    };
    Texts texts;
    texts.hasPrices = !m_source->tariff().plans.isEmpty();
    const Format::Quantity todayEnergy = energy(today.joules);
    texts.today = todayEnergy.value;
    texts.todayUnit = todayEnergy.unit;
    if (today.joules && today.missingMs >= kNotableMissingMs)
        texts.todayNote = tr("%1 missing").arg(Format::duration(today.missingMs).text);
    texts.cost = Format::money(today.cost, currency);
    const Format::Quantity monthEnergy = energy(month.joules);
    texts.month = monthEnergy.value;
    texts.monthUnit = monthEnergy.unit;
    if (projected && projected->cost) {
        texts.projection = Format::money(projected->cost, currency);
        texts.projectionNote = tr("%1 so far").arg(Format::money(month.cost, currency));
    } else {
        texts.projection = Format::unknown();
        texts.projectionNote = tr("Ready after a full day");
    }
    if (texts == m_texts)
        return;
    m_texts = texts;
    Q_EMIT changed();
}

} // namespace outlet
