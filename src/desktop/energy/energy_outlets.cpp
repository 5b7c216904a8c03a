// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_outlets.h"

#include "desktop/outlet_faces.h"

namespace outlet {

QList<EnergyOutlet> energyOutlets(const OutletFaces &faces)
{
    QList<EnergyOutlet> real;
    QList<EnergyOutlet> simulated;
    for (const OutletFace *face : faces.all()) {
        if (face->decision() != Ui::DecisionKnown)
            continue;
        EnergyOutlet outlet{face->outletId(), face->name(),       face->room(),
                            face->icon(),     face->chartColor(), {}};
        (face->simulated() ? simulated : real).append(outlet);
    }
    return real.isEmpty() ? simulated : real;
}

} // namespace outlet
