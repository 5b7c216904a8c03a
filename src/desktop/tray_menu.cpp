// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/tray_menu.h"

#include <QtCore/QCollator>
#include <algorithm>

#include "desktop/engine.h"
#include "desktop/format.h"
#include "desktop/home_totals.h"
#include "desktop/outlet_faces.h"

namespace outlet {

namespace {

/// What stands beside an outlet's name.
QString figure(const OutletFace &face)
{
    switch (face.switchState()) {
    case Ui::SwitchTurningOn:
        return TrayMenu::tr("turning on…");
    case Ui::SwitchTurningOff:
        return TrayMenu::tr("turning off…");
    case Ui::SwitchFailedOn:
        return TrayMenu::tr("didn’t turn on");
    case Ui::SwitchFailedOff:
        return TrayMenu::tr("didn’t turn off");
    case Ui::SwitchOffline:
        return face.offline() ? TrayMenu::tr("offline") : TrayMenu::tr("connecting…");
    case Ui::SwitchOff:
        return TrayMenu::tr("off");
    case Ui::SwitchUnknown:
    case Ui::SwitchOn:
        break;
    }
    const auto watts = face.state().watts;
    return watts ? Format::compactPower(*watts).text() : Format::unknown();
}

QString withFigure(QString name, const QString &figure, TrayMenu::Figures figures)
{
    name.replace(u'&', QStringLiteral("&&"));
    return figures == TrayMenu::Figures::AfterTab ? QString(name + u'\t' + figure)
                                                  : TrayMenu::tr("%1 (%2)").arg(name, figure);
}

} // namespace

QList<TrayMenu::Item> TrayMenu::items(const OutletFaces &faces, const HomeTotals &totals,
                                      Figures figures)
{
    QList<Item> items;
    const auto watts = totals.watts();
    items +=
        Item{Kind::Totals,
             watts ? tr("%1 now").arg(Format::livePower(*watts).text()) : tr("Power not known"),
             {},
             false,
             false};
    items += Item{};

    QList<const OutletFace *> known;
    for (const OutletFace *face : faces.all())
        if (face->decision() == Ui::DecisionKnown)
            known.append(face);
    QCollator collator{QLocale()};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(known.begin(), known.end(), [&collator](const auto *a, const auto *b) {
        return collator.compare(a->name(), b->name()) < 0;
    });
    for (const OutletFace *face : known.mid(0, kMostOutlets))
        items += Item{Kind::Outlet, withFigure(face->name(), figure(*face), figures),
                      face->outletId(), face->switchable(), face->isOn()};
    if (known.size() > kMostOutlets)
        items += Item{Kind::More, tr("More…"), {}, true, false};
    if (!known.isEmpty())
        items += Item{};
    items += Item{Kind::TurnAllOff, tr("Turn all off…"), {}, totals.counts().on > 0, false};
    items += Item{};
    items += Item{Kind::Open, tr("Open Outlet"), {}, true, false};
    items += Item{Kind::Settings, tr("Settings"), {}, true, false};
    items += Item{Kind::Quit, tr("Quit and stop the server"), {}, true, false};
    return items;
}

TrayMenu::Icon TrayMenu::icon(const OutletFaces &faces, const HomeTotals &totals,
                              const Engine &engine)
{
    if (engine.listenError())
        return {State::Stopped, tr("The server can’t start")};
    const auto &all = faces.all();
    const auto over = std::find_if(all.begin(), all.end(),
                                   [](const OutletFace *face) { return face->overload(); });
    if (over != all.end())
        return {
            State::Overload,
            tr("%1 above %2").arg((*over)->name(), Format::wholeWatts((*over)->warnAboveWatts()))};
    const auto &counts = totals.counts();
    if (counts.isNew > 0)
        return {State::NewOutlet, tr("%n new outlet(s) to allow", nullptr, counts.isNew)};
    const QString on = tr("%1 of %2 on").arg(counts.on).arg(counts.known);
    if (!totals.watts())
        return {State::Running, tr("Outlet, %1").arg(on)};
    return {State::Running,
            tr("Outlet, %1, %2").arg(Format::livePower(*totals.watts()).text(), on)};
}

} // namespace outlet
