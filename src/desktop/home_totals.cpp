// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/home_totals.h"

#include <algorithm>

#include "desktop/format.h"
#include "desktop/outlet_faces.h"
#include "outlets/outlet.h"

namespace outlet {

namespace {

constexpr std::chrono::milliseconds kJoin{200};
/// An outlet that draws at least this share is worth a note.
constexpr double kNotableShare = 0.5;

} // namespace

HomeTotals::HomeTotals(OutletFaces &faces, QObject *parent)
    : QObject(parent)
    , m_faces(faces)
    , m_timer(faces.parts().clock, [this] { update(); })
{
    m_live.setClock(faces.parts().clock);
    connect(&faces, &OutletFaces::added, this, &HomeTotals::changed);
    connect(&faces, &OutletFaces::removed, this, &HomeTotals::changed);
    connect(&faces, &OutletFaces::listingChanged, this, &HomeTotals::changed);
    connect(&faces, &OutletFaces::stateChanged, this, &HomeTotals::changed);
    update();
}

void HomeTotals::changed()
{
    if (!m_timer.isActive())
        m_timer.start(kJoin);
}

void HomeTotals::update()
{
    Counts counts;
    std::optional<double> watts;
    int uncounted = 0;
    const OutletFace *largest = nullptr;
    const auto &faces = m_faces.all();
    const bool anyReal = std::any_of(faces.begin(), faces.end(), [](const OutletFace *face) {
        return face->decision() == Ui::DecisionKnown && !face->simulated();
    });
    for (const OutletFace *face : faces) {
        if (face->decision() == Ui::DecisionNew)
            ++counts.isNew;
        if (face->decision() == Ui::DecisionIgnored)
            ++counts.ignored;
        if (face->decision() != Ui::DecisionKnown)
            continue;
        ++counts.known;
        counts.on += face->isOn();
        counts.online += face->link() == Ui::LinkOnline;
        counts.silent += face->link() == Ui::LinkSilent;
        counts.connecting += face->link() == Ui::LinkConnecting;
        counts.offline += face->link() == Ui::LinkOffline;
        counts.overload += face->overload();
        if (anyReal && face->simulated())
            continue;
        const auto power = face->state().watts;
        if (!power) {
            ++uncounted;
            continue;
        }
        watts = watts.value_or(0) + *power;
        if (!largest || *power > largest->state().watts.value_or(0))
            largest = face;
    }

    Power power;
    power.text = Format::unknown();
    if (watts) {
        const auto quantity = Format::livePower(*watts, m_kilowatts);
        power.text = quantity.value;
        power.unit = quantity.unit;
        const double share = *watts >= 1 ? *largest->state().watts / *watts : 0;
        if (counts.on > 1 && share >= kNotableShare)
            power.note = tr("%1 is using %2").arg(largest->name(), Format::share(share));
        else if (uncounted > 0)
            power.note = tr("%n outlet(s) not counted", nullptr, uncounted);
    }

    m_watts = watts;
    const auto &clock = m_faces.parts().clock;
    if (m_live.count() > 0 || watts)
        m_live.add({clock.utcMs(), watts, counts.on > 0});
    if (counts != m_counts) {
        m_counts = counts;
        Q_EMIT countsChanged();
    }
    if (power != m_power) {
        m_power = power;
        Q_EMIT powerChanged();
    }
}

QString HomeTotals::countsText() const
{
    QStringList parts{tr("%n outlet(s)", nullptr, m_counts.known), tr("%1 on").arg(m_counts.on)};
    if (m_counts.connecting > 0)
        parts += tr("%1 connecting").arg(m_counts.connecting);
    if (m_counts.offline > 0)
        parts += tr("%1 offline").arg(m_counts.offline);
    return parts.join(QStringLiteral(" · "));
}

QString HomeTotals::devicesCountsText() const
{
    QStringList parts{tr("%n outlet(s)", nullptr, m_counts.known),
                      tr("%1 online").arg(m_counts.online)};
    if (m_counts.silent > 0)
        parts += tr("%1 silent").arg(m_counts.silent);
    if (m_counts.connecting > 0)
        parts += tr("%1 connecting").arg(m_counts.connecting);
    if (m_counts.offline > 0)
        parts += tr("%1 offline").arg(m_counts.offline);
    return parts.join(QStringLiteral(" · "));
}

} // namespace outlet
