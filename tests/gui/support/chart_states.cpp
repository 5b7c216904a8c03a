// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "chart_states.h"

#include "sample_desktop.h"

namespace outlet {

ChartStates::ChartStates(SampleDesktop &desktop, Clock &clock)
{
    constexpr qint64 dayMs = 24 * 3'600'000;
    const QList<OutletFace *> all = desktop.faces.all();
    m_faces[QStringLiteral("shown")] = QVariant::fromValue(all.at(1));
    m_faces[QStringLiteral("others")] =
        QVariantList{QVariant::fromValue(all.at(0)), QVariant::fromValue(all.at(2)),
                     QVariant::fromValue(all.at(3))};
    add(QStringLiteral("away"), desktop, clock)
        .setAway({clock.utcMs() - 12 * dayMs, clock.utcMs() - 9 * dayMs});
    add(QStringLiteral("loading"), desktop, clock).hold();
    HistoryProblem problem;
    problem.kind = HistoryProblem::Kind::CannotRead;
    problem.path = QStringLiteral("/home/kim/outlet/outlet.sqlite");
    problem.systemText = QStringLiteral("disk I/O error");
    add(QStringLiteral("failing"), desktop, clock).setProblem(problem);
    add(QStringLiteral("without"), desktop, clock).setFirstUtcMs(clock.utcMs() - dayMs / 4);
}

ChartStates::~ChartStates() = default;

SampleEnergy &ChartStates::add(const QString &state, SampleDesktop &desktop, Clock &clock)
{
    m_energies.push_back(std::make_unique<SampleEnergy>(clock));
    SampleEnergy &energy = *m_energies.back();
    energy.setTariff(desktop.energy.tariff());
    m_owned.push_back(std::make_unique<OutletFace>(
        *desktop.faces.all().at(1)->outlet(),
        FaceParts{desktop.engine.registry(), desktop.engine.countdowns(), clock, {}, &energy}));
    m_faces[state] = QVariant::fromValue(m_owned.back().get());
    return energy;
}

} // namespace outlet
