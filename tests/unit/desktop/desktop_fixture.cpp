// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop_fixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace outlet {

DesktopFixture::DesktopFixture()
    : registry(clock, nullptr)
    , countdowns(registry, clock)
    , faces(FaceParts{registry, countdowns, clock,
                      [this](const QString &id) { return simulatedIds.contains(id); }})
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::installTranslator(&m_plurals);
    faces.share();
}

DesktopFixture::~DesktopFixture()
{
    QCoreApplication::removeTranslator(&m_plurals);
}

void DesktopFixture::plugIn(Outlet *outlet)
{
    ports.insert(outlet, std::make_shared<FakePort>(*outlet));
    outlet->attachPort(ports.value(outlet).get());
    outlet->setLinkState(LinkState::Online);
    outlet->heard(QStringLiteral("192.168.1.%1").arg(50 + m_count), false);
}

Outlet *DesktopFixture::addKnown(const QString &name, const QString &room, const QString &end)
{
    ++m_count;
    const QString tail = end.isEmpty() ? QString::number(1000 + m_count) : end;
    Outlet *outlet = registry.findOrAdd(QStringLiteral("00000000-0000-4000-8000-00000000") + tail);
    OutletRecord record = outlet->record();
    record.name = name;
    record.room = room;
    registry.update(outlet, record);
    registry.allow(outlet);
    plugIn(outlet);
    return outlet;
}

Outlet *DesktopFixture::addNew(const QString &end)
{
    ++m_count;
    Outlet *outlet = registry.findOrAdd(QStringLiteral("00000000-0000-4000-8000-00000000") + end);
    plugIn(outlet);
    return outlet;
}

void DesktopFixture::switched(Outlet *outlet, bool on)
{
    outlet->applyRelay(!on, RelayCause::Reported);
    outlet->applyRelay(on, RelayCause::Button);
}

void DesktopFixture::measure(Outlet *outlet, double watts, std::optional<double> volts)
{
    Reading reading;
    reading.utcMs = clock.utcMs();
    reading.powerWatts = watts;
    reading.voltageVolts = volts;
    outlet->applyReading(reading);
}

} // namespace outlet
