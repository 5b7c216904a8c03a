// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariantMap>
#include <memory>
#include <vector>

#include "desktop/outlet_face.h"
#include "sample_energy.h"

namespace outlet {

class SampleDesktop;

/// Faces of one outlet whose histories are in the states that a chart can show: answering, with a
/// long gap, never answering, failing, and without data. For ChartStates.qml, which draws them all.
class ChartStates
{
public:
    /// \a desktop must outlive it and hold the design's home.
    ChartStates(SampleDesktop &desktop, Clock &clock);
    ~ChartStates();

    /// The faces by their state's name, and "others" to compare with.
    [[nodiscard]] QVariantMap faces() const { return m_faces; }

private:
    SampleEnergy &add(const QString &state, SampleDesktop &desktop, Clock &clock);

    std::vector<std::unique_ptr<SampleEnergy>> m_energies;
    std::vector<std::unique_ptr<OutletFace>> m_owned;
    QVariantMap m_faces;
};

} // namespace outlet
